"""The capacity sheet: what is there in a year, who holds it, what is left, where it falls short."""

from __future__ import annotations

from optimizer.domain.programme import Curve
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.capacity import delivered, used, used_years
from optimizer.i18n import Words, _
from optimizer.lp.program import Key
from optimizer.reports.workbook.draft import Draft, literal, summed, year_columns
from optimizer.reports.workbook.formulas import number, total
from optimizer.reports.workbook.looks import UNITS, off_rule
from optimizer.reports.workbook.page import Formula, Page
from optimizer.reports.workbook.plan import decided
from optimizer.reports.workbook.words import OK, OVER

CLOSE = 1e-6
"""Share of a limit by which it may be missed and still count as kept."""
SHORT = "1E-7"
"""Share of what is asked for by which capacity may fall short without sending people away."""


def write_capacity(draft: Draft) -> None:
    """The sheet, but for what people hold: `fill_held` writes it after the sheet of people."""
    case = draft.case
    capacities = draft.plan.scenario.capacities
    spans = {r: used_years(case, r) for r in capacities}
    last = max([case.outcome_years.stop, *(span.stop for span in spans.values())])
    years = range(case.years.start, last)
    page = draft.page("capacity", year_columns(draft, years, totals=False))
    page.freeze(str(years[0]))
    for r, span in spans.items():
        if len(span):
            page.group(draft.titled(capacities, r), "label")
            _available(draft, page, r, span)
            _used(draft, page, r, span)
            _room(draft, page, r, span)


def fill_held(draft: Draft) -> None:
    """What people on each pathway hold."""
    page = draft.pages["capacity"]
    for r in draft.plan.scenario.capacities:
        for q in draft.case.users[r]:
            for y in used_years(draft.case, r):
                formula = Formula(_held(draft, r, q, y, "people"))
                page.put(str(y), formula, "result", UNITS, row=draft.rows["used", r, q])


def _line(draft: Draft, page: Page, name: tuple[str, ...], label: Words, style: str) -> None:
    draft.rows[name] = page.next(style)
    unit = draft.plan.scenario.capacities[name[1]].unit
    page.put("label", label, style)
    page.put("unit", unit if unit else _("units"), style)


def _available(draft: Draft, page: Page, r: str, span: range) -> None:
    _line(draft, page, ("free", r), _("Already there"), "text")
    rows = {row.key: row for row in RULE_OF["capacity"].rows(draft.sums)}
    for y in span:
        page.put(str(y), Formula(number(draft, rows["capacity", r, y].rhs)), "result", UNITS)
    names: list[tuple[str, ...]] = [("free", r)]
    for p, a in draft.case.suppliers[r]:
        names.append(("delivered", r, p, a))
        label = _("Delivered")
        _line(draft, page, names[-1], label, "text")
        page.put("detail", draft.titled(draft.plan.scenario.programmes[p].activities, a), "text")
        for y in span:
            mine = {k: c for k, c in delivered(draft.sums, r, y).items() if _is_of(k, p, a)}
            page.put(str(y), Formula(total(draft, mine)), "result", UNITS)
    _line(draft, page, ("available", r), _("Available"), "total")
    for y in span:
        parts = [draft.fixed("capacity", name, str(y)) for name in names]
        page.put(str(y), Formula(summed(parts)), "total", UNITS)


def _used(draft: Draft, page: Page, r: str, span: range) -> None:
    """What people hold, and what those in the plan's cells would hold."""
    users = draft.case.users[r]
    for q in users:
        label = _("Held by")
        _line(draft, page, ("used", r, q), label, "text")
        page.put("detail", draft.titled(draft.plan.scenario.pathways, q), "text")
    _line(draft, page, ("used", r), _("In use"), "total")
    for y in span:
        parts = [draft.fixed("capacity", ("used", r, q), str(y)) for q in users]
        page.put(str(y), Formula(summed(parts)), "total", UNITS)
    _line(draft, page, ("left", r), _("Left"), "total")
    for y in span:
        there = draft.fixed("capacity", ("available", r), str(y))
        used = draft.fixed("capacity", ("used", r), str(y))
        page.put(str(y), Formula(f"ROUND({there}-{used},9)"), "total", UNITS)
    _line(draft, page, ("status", r), _("Check"), "text")
    good, over = draft.say(OK), draft.say(OVER)
    for y in span:
        left = draft.fixed("capacity", ("left", r), str(y))
        there = draft.fixed("capacity", ("available", r), str(y))
        kept = f"{left}>=-{literal(CLOSE)}*MAX(1,{there})"
        text = f'IF({kept},"{good}","{over} "&FIXED(-{left},2))'
        page.put(str(y), Formula(text), "status")
    first, end = page.letter(str(span[0])), page.letter(str(span[-1]))
    cells = f"{first}{page.row}:{end}{page.row}"
    page.sheet.conditional_formatting.add(cells, off_rule(f"{first}{page.row}", good))


def _room(draft: Draft, page: Page, r: str, span: range) -> None:
    """How many people it carries for each person in the plan's cells."""
    asked = _("Asked for by the plan's cells")
    _line(draft, page, ("asked", r), asked, "aside")
    for y in span:
        parts = [_held(draft, r, q, y, "plan") for q in draft.case.users[r]]
        page.put(str(y), Formula("+".join(parts)), "aside", UNITS)
    base = _("Available in the engine's plan")
    _line(draft, page, ("base", r), base, "aside")
    for y in span:
        page.put(str(y), _available_at_first(draft, r, y), "aside", UNITS)
    share = _("People it carries per person asked for")
    _line(draft, page, ("room", r), share, "aside")
    page.put("unit", _("ratio"), "aside")
    for y in span:
        there, asks, before = (
            draft.fixed("capacity", (name, r), str(y)) for name in ("available", "asked", "base")
        )
        grown = f"IF({before}>0,{there}/{before},1)"
        short = f"{there}<{asks}-{SHORT}*MAX(1,{asks})"
        carries = f"IF({short},MAX(0,{there}/{asks}),MAX(1,MIN({there}/{asks},{grown})))"
        page.put(str(y), Formula(f"IF({asks}>0,{carries},1)"), "aside", "0.000")


def _held(draft: Draft, r: str, q: str, year: int, sheet: str) -> str:
    """Capacity held in a year by those whose support began no longer ago than they hold it."""
    mine = {k: c for k, c in used(draft.sums, r, year).items() if _is_of(k, q)}
    if sheet == "people":
        return total(draft, mine)
    bands = range(len(draft.sums.yields[q]))
    return total(draft, {("planned", q, j, k[-1]): c for k, c in mine.items() for j in bands})  # type: ignore[index]


def _is_of(key: Key, *names: str) -> bool:
    """Whether a sum is that of an activity or pathway."""
    assert isinstance(key, tuple)
    return key[1:-1] == names


def _available_at_first(draft: Draft, r: str, year: int) -> float:
    """What the capacity sheet shows before anybody changes a cell."""
    there = float(draft.case.numbers.yearly(draft.plan.scenario.capacities[r].free, year))
    for name, each in delivered(draft.sums, r, year).items():
        assert isinstance(name, tuple)
        there += float(each) * units_at_first(draft, *name[1:])
    return there


def units_at_first(draft: Draft, p: str, a: str, year: int) -> float:
    """Units that the decisions of the plan buy in a year."""
    supply = draft.case.activities[p, a].supply
    if not isinstance(supply, Curve):
        return sum(decided(draft, ("units", p, a, i), year) for i in range(len(supply.bands)))
    money = decided(draft, ("money", p, a), year) / float(draft.case.price_level(p, year))
    return float(draft.case.shapes[p, a].units(money))
