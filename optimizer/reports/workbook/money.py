"""The money sheet: decisions → units, commitments, payments, programmes and the budget."""

from __future__ import annotations

from optimizer.domain.programme import Curve
from optimizer.formulation.payments import ActivityId
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.terms import Terms
from optimizer.formulation.traced import Named, Traced
from optimizer.i18n import _
from optimizer.reports.workbook.draft import Draft, large, literal, total_of_years, year_columns
from optimizer.reports.workbook.formulas import number, total
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
    for what in _GROUPS:
        if what == "opened" and not opening:
            continue
        page.group(_GROUPS[what], "label")
        for p, programme in draft.plan.scenario.programmes.items():
            for a in programme.activities:
                if what != "opened" or (p, a) in opening:
                    _row(draft, page, what, (p, a))
                    form = UNITS if what == "units" else MONEY
                    for y in draft.case.years:
                        page.put(str(y), Formula(_formula(draft, what, (p, a), y)), "result", form)
                    total_of_years(draft, page, form, money=what != "units")
    _programmes(draft, page)
    _budget(draft, page)


def _row(draft: Draft, page: Page, what: str, key: ActivityId) -> None:
    scenario = draft.plan.scenario
    activity = scenario.programmes[key[0]].activities[key[1]]
    draft.rows[what, *key] = page.next()
    page.put("label", draft.titled(scenario.programmes, key[0]), "text")
    page.put("detail", draft.titled(scenario.programmes[key[0]].activities, key[1]), "text")
    units = activity.unit or _("units")
    page.put("unit", units if what == "units" else draft.money_unit, "text")


def _formula(draft: Draft, what: str, key: ActivityId, year: int) -> str:
    """What a sum is made of; of a curve the decision is the money, which tells the units."""
    case = draft.sums
    if what in ("units", "committed") and isinstance(case.activities[key].supply, Curve):
        money = Traced(1.0, Named(("money", *key, year)))
        if what == "committed":
            return number(draft, money)
        return number(draft, case.shapes[key].units(money / case.price_level(key[0], year)))
    return total(draft, case.meaning((what, *key, year)))


def _programmes(draft: Draft, page: Page) -> None:
    """Spending by programme and in total."""
    page.group(_("Spending by programme"), "label")
    programmes = draft.plan.scenario.programmes
    for p in programmes:
        draft.rows["spending", p] = page.next()
        page.put("label", draft.titled(programmes, p), "text")
        page.put("unit", draft.money_unit, "text")
        for y in draft.case.years:
            page.put(str(y), Formula(total(draft, draft.sums.spending([p], [y]))), "result", MONEY)
        total_of_years(draft, page, MONEY, money=True)
    draft.rows["spending",] = page.next("total")
    page.put("label", _("All programmes"), "total")
    page.put("unit", draft.money_unit, "total")
    for y in draft.case.years:
        by_programme: Terms = {("spending", p, y): 1.0 for p in programmes}
        page.put(str(y), Formula(total(draft, by_programme)), "total", MONEY)
    total_of_years(draft, page, MONEY, money=True)


def _budget(draft: Draft, page: Page) -> None:
    """The budget, what a year hands on, what is left, and what is due later."""
    page.group(_("Budget"), "label")
    if draft.plan.scenario.budget.by_year:
        _by_year(draft, page)
    [whole] = RULE_OF["total_budget"].rows(draft.sums)
    top, spent = number(draft, whole.rhs), draft.fixed("money", ("spending",), "total")
    for what, title, formula in (
        ("budget", _("Total budget"), top),
        ("unspent", _("Unspent"), f"ROUND({top}-{spent},9)"),
        ("liability", _("Due after the last year"), total(draft, draft.sums.liability)),
    ):
        draft.rows[what,] = page.next("total")
        page.put("label", title, "total")
        page.put("unit", draft.money_unit, "total")
        page.put("total", Formula(formula), "total", MONEY)
        cell = page.ref("total", page.row)
        page.put("large", Formula(f"{cell}/{literal(large(draft)[0])}"), "total", MONEY)


def _by_year(draft: Draft, page: Page) -> None:
    """What each year has left of its own money and of what came before, and what it hands on."""
    handed, left = _("Handed on to the next year at most"), _("Left of the year's budget")
    for what, title in (("handed on", handed), ("year left", left)):
        draft.rows[what,] = page.next()
        page.put("label", title, "text")
        page.put("unit", draft.money_unit, "text")
    before = ""
    for row in RULE_OF["year_budget"].rows(draft.sums):
        year = int(row.key[1])  # type: ignore[index]
        spent = draft.fixed("money", ("spending",), str(year))
        there = number(draft, row.rhs) + before
        room = Formula(f"ROUND({there}-{spent},9)")
        page.put(str(year), room, "result", MONEY, row=draft.rows["year left",])
        before = ""
        if ("carry", year) in row.terms:
            cell = draft.fixed("money", ("year left",), str(year))
            share = draft.number("budget.carry_over")
            kept = Formula(f"{share}*MAX(0,{cell})")
            page.put(str(year), kept, "result", MONEY, row=draft.rows["handed on",])
            before = f"+{draft.fixed('money', ('handed on',), str(year))}"
