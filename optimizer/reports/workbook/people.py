"""The people sheet: who is supported, net people after deadweight, and what they count for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from optimizer.formulation.rules import RULE_OF
from optimizer.i18n import Words, _, verbatim
from optimizer.lp.program import Row, Sense
from optimizer.reports.workbook.capacity import SHORT
from optimizer.reports.workbook.draft import Draft, summed, total_of_years, year_columns
from optimizer.reports.workbook.formulas import number, total
from optimizer.reports.workbook.looks import PEOPLE, RATIO
from optimizer.reports.workbook.page import Formula, Page
from optimizer.reports.workbook.plan import YES, switch

Name = tuple[str | int, ...]
PERSONS = _("persons")


def write_people(draft: Draft) -> None:
    """The sheet; the rows of people carried stand last, so those supported are filled last."""
    page = draft.page("people", year_columns(draft, draft.case.outcome_years))
    page.freeze(str(draft.case.outcome_years[0]))
    _supported(draft, page)
    _net(draft, page)
    _goal(draft, page)
    _pools(draft, page)
    _shares(draft, page)
    for q, pathway in draft.plan.scenario.pathways.items():
        for j in range(len(pathway.bands)):
            for y in draft.case.outcome_years:
                formula = Formula(_carried(draft, q, j, y))
                page.put(str(y), formula, "result", PEOPLE, row=draft.rows["supported", q, j])


def _supported(draft: Draft, page: Page) -> None:
    """Rows of people supported; those of single bands stand for the pathway as well."""
    page.group(_("People supported"), "label")
    for q, pathway in draft.plan.scenario.pathways.items():
        rows: list[Name] = [("supported", q, j) for j in range(len(pathway.bands))]
        for j, row in enumerate(rows):
            _line(draft, page, row, q)
            total_of_years(draft, page, PEOPLE)
            if len(rows) > 1:
                page.put("detail", _("step {j}", j=j + 1), "text")
        if len(rows) > 1:
            _line(draft, page, ("supported", q), q)
            page.put("detail", _("all steps"), "text")
            _fill(draft, page, partial(_sum, draft, rows))
        draft.rows["supported", q] = page.row


def _line(draft: Draft, page: Page, name: Name, pathway: str, style: str = "text") -> None:
    draft.rows[name] = page.next()
    page.put("label", draft.titled(draft.plan.scenario.pathways, pathway), style)
    page.put("unit", PERSONS, style)


def _fill(
    draft: Draft, page: Page, formula: Callable[[int], str], style: str = "result",
    *, form: str = PEOPLE, total: bool = True,
) -> None:  # fmt: skip
    for y in draft.case.outcome_years:
        page.put(str(y), Formula(formula(y)), style, form)
    if total:
        total_of_years(draft, page, form)


def _sum(draft: Draft, names: Sequence[Name], year: int) -> str:
    return summed([draft.fixed("people", name, str(year)) for name in names])


def _carried(draft: Draft, q: str, j: int, year: int) -> str:
    """People in a band: those in the plan's cell, times what capacity carries, within the band."""
    planned = draft.fixed("plan", ("people", q, j), str(year))
    share = draft.fixed("people", ("share", q), str(year))
    wide = draft.numbers.get(f"pathways.{q}.bands[{j}].people")
    scaled = f"{planned}*{share}"
    return scaled if wide is None else f"IF({share}>1,MIN({scaled},MAX({planned},{wide})),{scaled})"


def _net(draft: Draft, page: Page) -> None:
    """Net people by pathway, by channel and tier, and in all."""
    scenario = draft.plan.scenario
    page.group(_("Net people, after deadweight"), "label")
    for q in scenario.pathways:
        _line(draft, page, ("net", q), q)
        _fill(draft, page, partial(_net_of, draft, q))
    goal = scenario.objective
    for entry, names in (("channel", goal.channels), ("tier", goal.tiers)):
        for name in names:
            chosen = [q for q, p in scenario.pathways.items() if getattr(p, entry) == name]
            draft.rows[entry, name] = page.next("total")
            page.put("label", _of(entry, name), "total")
            page.put("unit", PERSONS, "total")
            rows: list[Name] = [("net", q) for q in chosen]
            _fill(draft, page, partial(_sum, draft, rows), "total")
    draft.rows["net",] = page.next("total")
    page.put("label", _("All net people"), "total")
    page.put("unit", PERSONS, "total")
    rows = [("net", q) for q in scenario.pathways]
    _fill(draft, page, partial(_sum, draft, rows), "total")
    _additional(draft, page)


def _additional(draft: Draft, page: Page) -> None:
    """People without this budget as the engine found them, and those who are additional."""
    before = draft.plan.baseline
    draft.rows["without",] = page.next()
    page.put("label", _("Without this budget"), "text")
    page.put("detail", _("as solved, no formula"), "text")
    page.put("unit", PERSONS, "text")
    for y in draft.case.outcome_years:
        net = 0.0 if before is None else before.in_year(y)
        page.put(str(y), net, "result", PEOPLE)
    total_of_years(draft, page, PEOPLE)
    draft.rows["additional",] = page.next("total")
    page.put("label", _("Additional net people"), "total")
    page.put("unit", PERSONS, "total")
    _fill(draft, page, partial(_beyond, draft), "total")


def _beyond(draft: Draft, year: int) -> str:
    everyone, before = (draft.fixed("people", (k,), str(year)) for k in ("net", "without"))
    return f"{everyone}-{before}"


def _net_of(draft: Draft, q: str, year: int) -> str:
    """Net people of a pathway in a year."""
    return total(draft, draft.sums.meaning(("net", q, year)))


def _of(entry: str, name: str) -> Words:
    known = {"retained": _("Retained"), "attracted": _("Attracted")}
    if entry == "tier":
        return _("Tier {name}", name=name)
    return known.get(name, verbatim(name))


def _goal(draft: Draft, page: Page) -> None:
    """What a net person of each pathway and year counts for, and what all of them come to."""
    ways = list(draft.plan.scenario.pathways)
    page.group(_("Goal: net people times weight"), "label")
    for q in ways:
        _line(draft, page, ("worth", q), q)
        page.put("detail", _("weight of a net person"), "text")
        page.put("unit", _("weight"), "text")
        _fill(draft, page, partial(_worth, draft, q), form=RATIO, total=False)
    for q in ways:
        _line(draft, page, ("goal", q), q)
        page.put("unit", _("weighted"), "text")
        _fill(draft, page, partial(_product, draft, q))
    draft.rows["goal",] = page.next("total")
    page.put("label", _("Goal"), "total")
    page.put("unit", _("weighted"), "total")
    rows: list[Name] = [("goal", q) for q in ways]
    _fill(draft, page, partial(_sum, draft, rows), "total")


def _product(draft: Draft, q: str, year: int) -> str:
    net, weight = (draft.fixed("people", (name, q), str(year)) for name in ("net", "worth"))
    return f"{net}*{weight}"


def _worth(draft: Draft, q: str, year: int) -> str:
    """Weights of tier and channel, discounting, and how long people stay."""
    return number(draft, draft.sums.worth(q, year))


def _pools(draft: Draft, page: Page) -> None:
    """Pools: their size, who is drawn from them, how many they carry per person asked for."""
    scenario = draft.plan.scenario
    if not scenario.pools:
        return
    page.group(_("Pools of people"), "label")
    rows = {row.key: row for row in RULE_OF["pool"].rows(draft.sums)}
    for g in scenario.pools:
        drawing = [q for q, p in scenario.pathways.items() if p.pool == g]
        for what, title in (
            ("pool", _("size")),
            ("drawn", _("drawn")),
            ("pool room", _("carried per person asked for")),
        ):
            draft.rows[what, g] = page.next()
            page.put("label", draft.titled(scenario.pools, g), "text")
            page.put("detail", title, "text")
            ratio = _("ratio")
            page.put("unit", ratio if what == "pool room" else PERSONS, "text")
        for y in draft.case.outcome_years:
            row = rows.get(("pool", g, y), Row((), {}, Sense.LE, 0.0))
            size, drawn = number(draft, row.rhs), total(draft, row.terms)
            asked = summed([_asked(draft, q, y) for q in drawing])
            there = draft.fixed("people", ("pool", g), str(y))
            least = f"{asked}-{SHORT}*MAX(1,{asked})"
            carried = f"IF({there}<{least},{there}/({asked}),MAX(1,{there}/({asked})))"
            for what, formula in (
                ("pool", size), ("drawn", drawn),
                ("pool room", f"IF(({asked})>0,{carried},1)"),
            ):  # fmt: skip
                page.put(str(y), Formula(formula), "result", PEOPLE, row=draft.rows[what, g])


def _asked(draft: Draft, q: str, year: int) -> str:
    top = draft.rows["people", q, 0]
    end = top + len(draft.case.yields[q]) - 1
    return draft.pages["plan"].span(str(year), str(year), top, end)


def _shares(draft: Draft, page: Page) -> None:
    """How many people capacity and pools carry for each person in the plan's cells."""
    title = _("People carried per person in the plan's cells")
    page.group(title, "label")
    for q in draft.plan.scenario.pathways:
        _line(draft, page, ("share", q), q)
        page.put("unit", _("ratio"), "text")
        _fill(draft, page, partial(_share, draft, q), form="0.000", total=False)


def _share(draft: Draft, q: str, year: int) -> str:
    pathway = draft.plan.scenario.pathways[q]
    limits, page = [], draft.pages["capacity"]
    for r, need in pathway.needs.items():
        if float(draft.case.numbers.plain(need.amount)) > 0.0:
            end = year + need.years - 1
            limits.append(page.span(str(year), str(end), draft.rows["room", r]))
    capped = [] if limits else ["1"]
    if pathway.pool is not None:
        capped.append(draft.fixed("people", ("pool room", pathway.pool), str(year)))
    share = f"MIN({','.join([*limits, *capped])})"
    if pathway.indivisible:
        asked = f"SUM({_asked(draft, q, year)})"
        share = f"IF({asked}>0,INT({asked}*{share}+1E-6)/{asked},1)"
    return f'IF({switch(draft)}="{draft.say(YES)}",{share},1)'
