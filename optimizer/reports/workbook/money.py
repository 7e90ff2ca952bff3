"""The money sheet: decisions → units, commitments, payments, programmes and the budget."""

from __future__ import annotations

from optimizer.domain.programme import Curve, CurveKind
from optimizer.formulation.payments import ActivityId
from optimizer.i18n import _
from optimizer.reports.workbook.draft import (
    Draft,
    large,
    literal,
    summed,
    total_of_years,
    year_columns,
)
from optimizer.reports.workbook.looks import MONEY, UNITS
from optimizer.reports.workbook.page import Formula, Page

_GROUPS = {
    "units": _("Units commissioned"),
    "committed": _("Money committed"),
    "opened": _("Opening costs"),
    "spent": _("Spending by activity, when it is paid"),
}


def write_money(draft: Draft) -> None:
    """The sheet."""
    page = draft.page("money", year_columns(draft, draft.case.years))
    page.freeze(str(draft.case.years[0]))
    opening = [k for k, a in draft.case.activities.items() if a.opening_cost is not None]
    for what, formula in (
        ("units", _units), ("committed", _committed), ("opened", _opened), ("spent", _spent),
    ):  # fmt: skip
        if what == "opened" and not opening:
            continue
        page.group(draft.say(_GROUPS[what]), "label")
        for p, programme in draft.plan.scenario.programmes.items():
            for a in programme.activities:
                if what != "opened" or (p, a) in opening:
                    _row(draft, page, what, (p, a))
                    form = UNITS if what == "units" else MONEY
                    for y in draft.case.years:
                        page.put(str(y), Formula(formula(draft, (p, a), y)), "result", form)
                    total_of_years(draft, page, form, money=what != "units")
    _programmes(draft, page)
    _budget(draft, page)


def _row(draft: Draft, page: Page, what: str, key: ActivityId) -> None:
    scenario = draft.plan.scenario
    activity = scenario.programmes[key[0]].activities[key[1]]
    draft.rows[what, *key] = page.next()
    page.put("label", draft.titled(scenario.programmes, key[0]), "text")
    page.put("detail", draft.titled(scenario.programmes[key[0]].activities, key[1]), "text")
    units = draft.say(activity.unit or _("units"))
    page.put("unit", units if what == "units" else draft.money_unit, "text")


def _here(key: ActivityId) -> str:
    return f"programmes.{key[0]}.activities.{key[1]}"


def _level(draft: Draft, programme: str, year: int) -> str:
    """The price level of a year as a factor; nothing where costs do not grow."""
    growth = draft.number(f"programmes.{programme}.indexation")
    later = year - draft.case.years.start
    return "" if growth == "0" or later == 0 else f"*(1+{growth})^{later}"


def _units(draft: Draft, key: ActivityId, year: int) -> str:
    supply = draft.case.activities[key].supply
    if not isinstance(supply, Curve):
        cells = [
            draft.fixed("plan", ("units", *key, i), str(year)) for i in range(len(supply.bands))
        ]
        return summed(cells)
    here, level = f"{_here(key)}.supply", _level(draft, key[0], year)
    money = draft.fixed("plan", ("money", *key), str(year))
    top = draft.number(f"{here}.ceiling" if supply.ceiling is not None else f"{here}.amount")
    scale = draft.number(f"{here}.half" if supply.half is not None else f"{here}.scale")
    shape = draft.number(f"{here}.shape", 1.0)
    ratio = f"{money}/({scale}{level})"
    match supply.curve:
        case CurveKind.EXPONENTIAL:
            return f"{top}*(1-EXP(-{ratio}))"
        case CurveKind.HILL:
            return f"{top}*({ratio})^{shape}/(1+({ratio})^{shape})"
        case CurveKind.LOGARITHMIC:
            return f"{top}*LN(1+{ratio})"
        case CurveKind.POWER:
            return f"{top}*({ratio})^{shape}"


def _committed(draft: Draft, key: ActivityId, year: int) -> str:
    supply = draft.case.activities[key].supply
    if isinstance(supply, Curve):
        return draft.fixed("plan", ("money", *key), str(year))
    costs = [
        f"{draft.fixed('plan', ('units', *key, i), str(year))}"
        f"*{draft.number(f'{_here(key)}.supply.bands[{i}].unit_cost')}"
        for i in range(len(supply.bands))
    ]
    return f"({'+'.join(costs)}){_level(draft, key[0], year)}"


def _opened(draft: Draft, key: ActivityId, year: int) -> str:
    cost = draft.number(f"{_here(key)}.opening_cost")
    opens = draft.fixed("plan", ("opens", *key), str(year))
    return f"{opens}*{cost}{_level(draft, key[0], year)}"


def _spent(draft: Draft, key: ActivityId, year: int) -> str:
    """What is paid in a year: equal parts of what falls due, and the opening."""
    schedule = draft.case.schedules[key]
    parts = []
    for start in schedule.years:
        due = schedule.due(start)
        if year in due:
            cell = draft.fixed("money", ("committed", *key), str(start))
            parts.append(cell if len(due) == 1 else f"{cell}/{len(due)}")
    if ("opened", *key) in draft.rows:
        parts.append(draft.fixed("money", ("opened", *key), str(year)))
    return "+".join(parts) or "0"


def late(draft: Draft, key: ActivityId) -> str:
    """Money of an activity that falls due only after the last year."""
    schedule = draft.case.schedules[key]
    parts = [
        f"{draft.fixed('money', ('committed', *key), str(start))}*{literal(schedule.late(start))}"
        for start in schedule.years
        if schedule.late(start) > 0
    ]
    return "+".join(parts) or "0"


def _programmes(draft: Draft, page: Page) -> None:
    """Spending by programme and in total."""
    page.group(draft.say(_("Spending by programme")), "label")
    programmes = draft.plan.scenario.programmes
    for p, programme in programmes.items():
        draft.rows["spending", p] = page.next()
        page.put("label", draft.titled(programmes, p), "text")
        page.put("unit", draft.money_unit, "text")
        for y in draft.case.years:
            cells = [draft.fixed("money", ("spent", p, a), str(y)) for a in programme.activities]
            page.put(str(y), Formula(summed(cells)), "result", MONEY)
        total_of_years(draft, page, MONEY, money=True)
    draft.rows["spending",] = page.next("total")
    page.put("label", draft.say(_("All programmes")), "total")
    page.put("unit", draft.money_unit, "total")
    for y in draft.case.years:
        cells = [draft.fixed("money", ("spending", p), str(y)) for p in programmes]
        page.put(str(y), Formula(summed(cells)), "total", MONEY)
    total_of_years(draft, page, MONEY, money=True)


def _budget(draft: Draft, page: Page) -> None:
    """The budget, what a year hands on, what is left, and what is due later."""
    budget, years = draft.plan.scenario.budget, draft.case.years
    page.group(draft.say(_("Budget")), "label")
    handed = _("Handed on to the next year at most")
    left = _("Left of the year's budget")
    if budget.by_year:
        for what, title in (
            ("carry", handed), ("year left", left),
        ):  # fmt: skip
            draft.rows[what,] = page.next()
            page.put("label", draft.say(title), "text")
            page.put("unit", draft.money_unit, "text")
        carry = draft.number("budget.carry_over")
        for y in [y for y in years if y in budget.by_year]:
            own, before = draft.number(f"budget.by_year.{y}"), y - 1 in budget.by_year
            before = before and y - 1 in years
            from_before = draft.fixed("money", ("carry",), str(y - 1)) if before else "0"
            spent = draft.fixed("money", ("spending",), str(y))
            room = Formula(f"ROUND({own}+{from_before}-{spent},9)")
            page.put(str(y), room, "result", MONEY, row=draft.rows["year left",])
            if y + 1 in budget.by_year and y + 1 in years:
                cell = draft.fixed("money", ("year left",), str(y))
                kept = Formula(f"{carry}*MAX(0,{cell})")
                page.put(str(y), kept, "result", MONEY, row=draft.rows["carry",])
    top = draft.number("budget.total")
    later = "+".join(late(draft, key) for key in draft.case.activities)
    spent = draft.fixed("money", ("spending",), "total")
    for what, title, formula in (
        ("budget", _("Total budget"), top),
        ("unspent", _("Unspent"), f"ROUND({top}-{spent},9)"),
        ("liability", _("Due after the last year"), later),
    ):
        draft.rows[what,] = page.next("total")
        page.put("label", draft.say(title), "total")
        page.put("unit", draft.money_unit, "total")
        page.put("total", Formula(formula), "total", MONEY)
        cell = page.ref("total", page.row)
        page.put("large", Formula(f"{cell}/{literal(large(draft)[0])}"), "total", MONEY)
