"""What the money yields: net people by pathway and year, and what one costs on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from optimizer.i18n import EMPTY, Message, _, verbatim
from optimizer.reports.memo.figures import (
    ASSUMPTIONS,
    Amounts,
    fixed,
    on_paper,
    places_for,
    rounding,
    years_in_parts,
)
from optimizer.reports.memo.recommendation import channel_title
from optimizer.reports.render.blocks import Block
from optimizer.results.evidence_used import weakest_grade
from optimizer.results.flow import flow_table
from optimizer.results.page import Heading, Paragraph
from optimizer.results.plan import PEOPLE, Plan
from optimizer.results.plan_page import people_table
from optimizer.results.table import ASSUMED, Column, Kind, Table

NOBODY = 1e-6
"""Net people below which the plan adds nobody."""


def yields(plan: Plan) -> Iterator[Block]:
    """Net people by pathway and year, with the money for one and the weakest grade behind it."""
    yield Heading(_("What it yields"))
    if plan.everyone.net_people <= NOBODY:
        yield Paragraph(_("The plan adds nobody."))
        return
    for part in years_in_parts(plan.scenario.years.outcomes):
        yield _table(plan, part)


def _table(plan: Plan, years: Sequence[int]) -> Table:
    """The people of some years; the last table carries totals, money for one and grades too."""
    amounts, every, table = Amounts(plan.scenario), plan.scenario.years.outcomes, people_table(plan)
    more = (
        PEOPLE["channel"],
        Column("each", _("Each, {unit}", unit=amounts.unit), Kind.NUMBER),
        Column("grade", _("Grade")),
    )
    table = replace(table, columns=(*table.columns, *more), rows=_rows(plan, table))
    end = years[-1] == every[-1]
    last = {"total": 0.9, "each": 1.6, "grade": 1.0} if end else {}
    places = places_for(plan.everyone.net_people, 3)
    table = on_paper(
        table,
        {"pathway": 3.3, "channel": 1.35, **{str(y): 0.95 for y in years}, **last},
        heads={"pathway": _("Pathway"), "total": _("Total")},
        reads={Kind.PEOPLE: lambda people: fixed(people, places), Kind.NUMBER: amounts.each},
    )
    sums = [c.name for c in table.columns if c.kind is Kind.PEOPLE]
    note = rounding(table, sums, across=len(years) == len(every))
    title = _("Net people by pathway and year, persons")
    return replace(table, title=title, notes=(note, ASSUMPTIONS) if end else (note,))


def _rows(plan: Plan, table: Table) -> list[dict[str, Any]]:
    """Each row with its channel, the money for one [scenario's unit] and the weakest grade."""
    pathways, flow = plan.scenario.pathways, flow_table(plan)
    money = flow[flow["stage"] == "people"].set_index("pathway")["money"]
    rows, grades = [], []
    for row in table:
        name = row["pathway"]
        if not isinstance(name, Message):
            grades.append(grade := weakest_grade(plan.case, name))
            channel, each = channel_title(pathways[name].channel), float(money[name]) / row["total"]
            more = {"channel": channel, "each": each, "grade": grade, ASSUMED: grade == "X"}
        else:
            more = {"channel": EMPTY, "each": EMPTY, "grade": EMPTY}
        rows.append({**row, **more})
    total = {"each": plan.totals.cost_per_net_person, "grade": verbatim(max(grades, default="–"))}
    return [*rows[:-1], {**rows[-1], **total}]
