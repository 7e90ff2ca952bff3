"""Where the money goes: a table by programme and year, and its picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Figure, _, in_a_row, verbatim
from optimizer.reports.memo.figures import Amounts, fixed, on_paper, rounding, share, years_in_parts
from optimizer.reports.render.blocks import Bar, Block, Part, Picture
from optimizer.results.page import Heading
from optimizer.results.plan import Plan, lines
from optimizer.results.plan_page import money_table
from optimizer.results.table import Kind, Table

NOTHING = 1e-9


def allocation(plan: Plan) -> Iterator[Block]:
    """Money by programme and year, as a table and as a picture."""
    yield Heading(_("Allocation"))
    for part in years_in_parts(plan.scenario.years.all):
        yield _table(plan, part)
    if plan.spent > NOTHING:
        yield _picture(plan)


def _table(plan: Plan, years: Sequence[int]) -> Table:
    """The money of some years; the last table carries totals and shares too."""
    amounts, every = Amounts(plan.scenario), plan.scenario.years.all
    last = {"total": 1.1, "share": 0.9} if years[-1] == every[-1] else {}
    table = on_paper(
        money_table(plan),
        {"programme": 2.6, **{str(y): 1.0 for y in years}, **last},
        reads={
            Kind.MONEY: amounts.show,
            Kind.SHARE: lambda part: Figure(f"{fixed(100 * part, 1)}%"),
        },
    )
    sums = [c.name for c in table.columns if c.kind is Kind.MONEY]
    return replace(
        table,
        title=_("Spending by programme and year, {unit}", unit=amounts.unit),
        notes=(rounding(table, sums, across=len(years) == len(every)),),
    )


def _picture(plan: Plan) -> Picture:
    amounts, bars, years = Amounts(plan.scenario), [], plan.scenario.years.all
    for n, p in enumerate(plan.scenario.programmes, start=1):
        rows = plan.allocation[plan.allocation["programme"] == p]
        parts = tuple(Part(r.spending, verbatim(r.year)) for r in lines(rows))
        total = float(rows["spending"].sum())
        title = title_of(plan.scenario.programmes, p)
        part = verbatim(f" ({share(total / plan.spent)})")
        bars.append(Bar(title, f"P{n}", parts, in_a_row((amounts.show(total), part), "")))
    said = in_a_row((in_a_row((bar.label, bar.end), " ") for bar in bars), ", ")
    return Picture(
        tuple(bars),
        _(
            "Bars of each programme's spending, {unit}, divided by year: {said}.",
            unit=amounts.unit,
            said=said,
        ),
        _(
            "Spending by programme, {unit}; pieces are years, {years} on the left",
            unit=amounts.unit,
            years=years[0],
        ),
    )
