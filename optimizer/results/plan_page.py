"""A plan laid out as a page that a minister could read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from optimizer.domain.wording import money
from optimizer.i18n import Words, _, in_a_row, pgettext, rendered, verbatim
from optimizer.results.columns import cell
from optimizer.results.flow import FLOW, flow_table
from optimizer.results.goal_words import loss
from optimizer.results.page import Bullets, Page, name_of, on_one_line, page, said, terms
from optimizer.results.plan import (
    ACTIVITIES,
    ALLOCATION,
    BINDING,
    CAPACITIES,
    EVIDENCE,
    PEOPLE,
    RULES_TABLE,
    Plan,
    lines,
)
from optimizer.results.review import Verdict, review
from optimizer.results.sentences import why_not
from optimizer.results.table import Column, Kind, Shape, Table, rows_of

DUST = 1e-8
"""Share of all people below which a number of them is rounding."""
LIMITS = 8
"""Limits told in words; the table of them has all."""
NOBODY = 1e-6
"""Fewer people than this are nobody."""
STAGES = {
    "spend": _("budget to programme"),
    "buy": _("programme to activity"),
    "use": _("activity to pathway"),
    "people": _("pathway to people"),
}
"""Stages of the flow of money into people."""
TOTAL = _("Total")
WITHOUT = _("Without this budget")


def plan_page(plan: Plan, *, question: str = "best_plan") -> Page:
    """Headline, money by programme and year, people, prices, cautions.

    `question` is the one that the plan answers; what it moves and leaves comes last.
    """
    head = name_of(plan.scenario)
    if not plan.found:
        return page(head, said(plan.sentences or why_not(plan)))
    looks = [r for r in review(plan) if r.verdict is not Verdict.PASS]
    return page(
        head,
        said(plan.sentences),
        money_table(plan),
        people_table(plan),
        rule_costs(plan),
        _bindings(plan),
        Bullets(tuple(in_a_row((r.finding, r.advice), " ") for r in looks), _("Look again")),
        cautions(plan.scenario.cautions),
        terms(question, "additional_people"),
    )


def cautions(texts: Sequence[Words]) -> Bullets:
    """What a reader must know first."""
    return Bullets(tuple(on_one_line(text) for text in texts), _("Read this first"))


def _years(
    name: str, title: Words, first: Column, years: Sequence[int], kind: Kind, *more: Column
) -> Shape:
    """A table with a column for each year."""
    return Shape(name, title, first, *(Column(str(y), verbatim(y), kind) for y in years), *more)


def money_table(plan: Plan) -> Table:
    """Money by programme and year with totals and shares."""
    years = plan.scenario.years.all
    shape = _years(
        "money_by_year", _("Spending by programme and year"),
        Column("programme", _("Programme"), Kind.PROGRAMME), years, Kind.MONEY,
        Column("total", TOTAL, Kind.MONEY), Column("share", _("Share"), Kind.SHARE),
    )  # fmt: skip
    rows = [_money(plan, [p], p) for p in plan.scenario.programmes]
    rows.append(_money(plan, list(plan.scenario.programmes), TOTAL))
    notes: tuple[Words, ...] = ()
    if plan.unspent > 1e-6 * max(1.0, plan.budget):
        rest = rendered(money, plan.unspent, plan.scenario.money.parsed)
        notes = (in_a_row((_("Unspent"), rest), ": "),)
    return Table(shape.name, shape.title, shape.columns, rows, plan.scenario, totals=1, notes=notes)


def _money(plan: Plan, programmes: Sequence[str], name: str | Words) -> Mapping[str, Any]:
    """Money of some programmes together in each year, in all, and its share."""
    own = plan.allocation[plan.allocation["programme"].isin(programmes)]
    sums = own.groupby("year")["spending"].sum()
    total = float(own["spending"].sum())
    return {
        "programme": name,
        **{str(y): float(sums[y]) for y in plan.scenario.years.all},
        "total": total,
        "share": total / plan.spent if plan.spent > 0 else None,
    }


def people_table(plan: Plan) -> Table:
    """Net people by pathway and year, those of the baseline taken off, with totals."""
    years = plan.scenario.years.outcomes
    shape = _years(
        "people_by_year", _("Net people by pathway and year"),
        Column("pathway", _("How people come or stay"), Kind.PATHWAY), years, Kind.PEOPLE,
        Column("total", pgettext("column", "Net people"), Kind.PEOPLE),
    )  # fmt: skip
    dust = DUST * max(1.0, plan.everyone.net_people)
    people = {(r.pathway, r.year): r.net if r.net > dust else 0.0 for r in lines(plan.people)}
    rows: list[dict[str, Any]] = []
    for q in plan.scenario.pathways:
        net = [people[q, y] for y in years]
        if any(net):
            rows.append(_row(q, years, net, sum(net)))
    before = [0.0 if plan.baseline is None else plan.baseline.in_year(y) for y in years]
    if sum(before) > 1e-9:
        rows.append(_row(WITHOUT, years, [-n for n in before], -sum(before)))
    sums = [
        sum(people[q, y] for q in plan.scenario.pathways) - less
        for y, less in zip(years, before, strict=True)
    ]
    rows.append(_row(TOTAL, years, sums, plan.totals.net_people))
    return Table(shape.name, shape.title, shape.columns, rows, plan.scenario, totals=1)


def _row(
    name: str | Words, years: Sequence[int], net: Sequence[float], total: float
) -> dict[str, Any]:
    return {"pathway": name, **dict(zip(map(str, years), net, strict=True)), "total": total}


def rule_costs(plan: Plan) -> Bullets:
    """What each rule costs, in words."""
    items = (
        in_a_row((cell(row, "title"), loss(row.costs_objective, row.costs_people)), ": ")
        for row in lines(plan.rules)
    )
    return Bullets(tuple(items), _("What the rules cost"))


def bindings(rows: Iterable[Any]) -> tuple[Words, ...]:
    """What holds a plan back, each limit in a sentence; `rows` are lines of its `binding`."""
    return tuple(in_a_row((cell(row, "title"), cell(row, "sentence")), ": ") for row in rows)


def _bindings(plan: Plan) -> Bullets:
    return Bullets(bindings(lines(plan.binding))[:LIMITS], _("What holds the plan back"))


def plan_tables(plan: Plan) -> dict[str, Table]:
    """The tables of a plan by name; people with those of the baseline taken off at the end."""
    scenario, before = plan.scenario, plan.baseline
    people, links = rows_of(plan.people), rows_of(flow_table(plan))
    links = [{**row, "stage": STAGES[row["stage"]]} for row in links]
    if before is not None and before.net_people > NOBODY:
        people += [
            {"pathway": WITHOUT, "year": y, "net": 0.0 - before.in_year(y)}
            for y in scenario.years.outcomes
        ]
        links.append({"stage": STAGES["people"], "pathway": WITHOUT, "net": -before.net_people})
    tables = (
        ALLOCATION.of(plan.allocation, scenario),
        ACTIVITIES.of(plan.activities, scenario),
        CAPACITIES.of(plan.capacities, scenario),
        PEOPLE.of(people, scenario),
        FLOW.of(links, scenario),
        BINDING.of(plan.binding, scenario),
        RULES_TABLE.of(plan.rules, scenario),
        EVIDENCE.of(plan.evidence, scenario),
    )
    return {table.name: table for table in tables}
