"""What the money yields: net people by pathway and year, and what one costs on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.formulation.rules.base import title_of
from optimizer.reports.memo.figures import (
    UNKNOWN,
    adds_up,
    assumption_note,
    fixed,
    marked,
    places_for,
    purse,
    rounding,
    tongue,
    worth,
    years_in_parts,
)
from optimizer.reports.memo.front import channel_title
from optimizer.reports.render.blocks import (
    Block,
    Column,
    Heading,
    Kind,
    Paragraph,
    Row,
    Table,
    Tone,
)
from optimizer.results.evidence_used import weakest_grade
from optimizer.results.flow import flow_table
from optimizer.results.plan import Plan, lines

NOBODY = 1e-6
"""Net people below which a pathway is left out."""


def yields(plan: Plan, language: str) -> Iterator[Block]:
    """Net people by pathway and year, with the money for one and the weakest grade behind it."""
    t = tongue(language)
    yield Heading(t("What it yields"))
    if plan.everyone.net_people <= NOBODY:
        yield Paragraph(t("The plan adds nobody."), Tone.BODY)
        return
    years = plan.scenario.years.all
    for part in years_in_parts(years):
        yield _table(plan, part, language, last=part[-1] == years[-1])


def _table(plan: Plan, years: Sequence[int], language: str, *, last: bool) -> Table:
    t, held = tongue(language), purse(plan.scenario, language)
    heads = [Column(str(y), 0.95, True) for y in years]
    if last:
        heads += [
            Column(t("Total"), 0.9, True),
            Column(t("Each, {unit}", unit=held.unit), 1.6, True),
            Column(t("Grade"), 1.0),
        ]
    used = _used(plan)
    flow = flow_table(plan)
    money = flow[flow["stage"] == "people"].set_index("pathway")["money"]
    rows = [_cells(plan, [q], years, language, float(money[q]) if last else None) for q in used]
    before = _baseline(plan, years, last=last)
    rows += [before] if before else []
    sums = _totals(plan, used, years, language, last=last)
    count = len(years) + last
    whole = len(years) == len(plan.scenario.years.all)
    exact = adds_up([row[:count] for row in rows], sums[:count], across=whole)
    return Table(
        t("Net people by pathway and year, persons"),
        (Column(t("Pathway"), 3.3), Column(t("Channel"), 1.35), *heads),
        (
            *(_row(plan, q, cells, language) for q, cells in zip(used, rows, strict=False)),
            *([Row((t("Without this budget"), "", *before))] if before else []),
            Row((t("Total"), "", *sums), Kind.TOTAL),
        ),
        (() if exact else (rounding(language),)) + ((assumption_note(language),) if last else ()),
    )


def _baseline(plan: Plan, years: Sequence[int], *, last: bool) -> list[str]:
    """People who come or stay without the budget, taken off; nothing where there is nobody."""
    if plan.baseline is None or plan.baseline.net_people <= NOBODY:
        return []
    places = places_for(plan.everyone.net_people, 3)
    cells = [fixed(-plan.baseline.in_year(y), places) for y in years]
    return [*cells, fixed(-plan.baseline.net_people, places), "", ""] if last else cells


def _totals(
    plan: Plan, used: Sequence[str], years: Sequence[int], language: str, *, last: bool
) -> list[str]:
    """Additional people by year, in all, what one costs, and the weakest grade."""
    places, size = places_for(plan.everyone.net_people, 3), purse(plan.scenario, language).size
    net, before = plan.people.groupby("year")["net"].sum(), plan.baseline
    assert before is not None
    cells = [fixed(float(net[y]) - before.in_year(y), places) for y in years]
    if not last:
        return cells
    each = plan.totals.cost_per_net_person
    grade = max((weakest_grade(plan.case, q) for q in used), default=UNKNOWN)
    price = UNKNOWN if each is None else worth(each / size)
    return [*cells, fixed(plan.totals.net_people, places), price, grade]


def _used(plan: Plan) -> list[str]:
    """The pathways that yield anybody, in the document's order."""
    net = plan.people.groupby("pathway", sort=False)["net"].sum()
    return [q for q in plan.scenario.pathways if float(net[q]) > NOBODY]


def _row(plan: Plan, pathway: str, cells: Sequence[str], language: str) -> Row:
    title = title_of(plan.scenario.pathways, pathway).in_(language)
    channel = channel_title(plan.scenario.pathways[pathway].channel, language)
    assumed = weakest_grade(plan.case, pathway) == "X"
    kind = Kind.ASSUMED if assumed else Kind.BODY
    return Row((marked(title, assumed), channel, *cells), kind)


def _cells(
    plan: Plan, pathways: Sequence[str], years: Sequence[int], language: str, money: float | None
) -> list[str]:
    """Net people of some pathways by year, those of the baseline too; total, money for one, grade.

    `money` is what they use [scenario's unit]; None leaves the last three out.
    """
    places = places_for(plan.everyone.net_people, 3)
    net = {(r.pathway, r.year): r.net for r in lines(plan.people)}
    cells = [fixed(sum(net[q, y] for q in pathways), places) for y in years]
    if money is None:
        return cells
    total = sum(net[q, y] for q in pathways for y in plan.scenario.years.all)
    grade = max((weakest_grade(plan.case, q) for q in pathways), default=UNKNOWN)
    size = purse(plan.scenario, language).size
    return [*cells, fixed(total, places), worth(money / total / size), grade]
