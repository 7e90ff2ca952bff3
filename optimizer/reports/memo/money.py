"""Where the money goes: a table by programme and year, and its picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.formulation.rules.base import title_of
from optimizer.i18n import _
from optimizer.reports.memo.figures import (
    UNKNOWN,
    adds_up,
    fixed,
    purse,
    rounding,
    share,
    tongue,
    years_in_parts,
)
from optimizer.reports.render.blocks import (
    Bar,
    Block,
    Column,
    Heading,
    Kind,
    Part,
    Picture,
    Row,
    Table,
)
from optimizer.results.plan import Plan, lines

NOTHING = 1e-9


def allocation(plan: Plan, language: str) -> Iterator[Block]:
    """Money by programme and year, as a table and as a picture."""
    yield Heading(_("Allocation").in_(language))
    years = plan.scenario.years.all
    for part in years_in_parts(years):
        yield _table(plan, part, language, last=part[-1] == years[-1])
    if plan.spent > NOTHING:
        yield _picture(plan, language)


def _table(plan: Plan, years: Sequence[int], language: str, *, last: bool) -> Table:
    """The money of some years; the last table carries totals and shares too."""
    t, held = tongue(language), purse(plan.scenario, language)
    heads = [Column(str(y), 1.0, True) for y in years]
    if last:
        heads += [Column(t("Total"), 1.1, True), Column(t("Share"), 0.9, True)]
    names = list(plan.scenario.programmes)
    rows = [_cells(plan, [p], years, language, last=last) for p in names]
    sums = _cells(plan, names, years, language, last=last)
    count = len(years) + last
    whole = len(years) == len(plan.scenario.years.all)
    exact = adds_up([row[:count] for row in rows], sums[:count], across=whole)
    titles = [title_of(plan.scenario.programmes, p).in_(language) for p in names]
    return Table(
        t("Spending by programme and year, {unit}", unit=held.unit),
        (Column(t("Programme"), 2.6), *heads),
        (
            *(Row((title, *cells)) for title, cells in zip(titles, rows, strict=True)),
            Row((t("Total"), *sums), Kind.TOTAL),
        ),
        () if exact else (rounding(language),),
    )


def _cells(
    plan: Plan, programmes: Sequence[str], years: Sequence[int], language: str, *, last: bool
) -> list[str]:
    """Money of some programmes together in each of the years, and their total and share."""
    held = purse(plan.scenario, language)
    spent = {(r.programme, r.year): r.spending for r in lines(plan.allocation)}
    cells = [held.show(sum(spent[p, y] for p in programmes)) for y in years]
    if last:
        total = sum(spent[p, y] for p in programmes for y in plan.scenario.years.all)
        part = f"{fixed(100 * total / plan.spent, 1)}%" if plan.spent > NOTHING else UNKNOWN
        cells += [held.show(total), part]
    return cells


def _picture(plan: Plan, language: str) -> Picture:
    t, held = tongue(language), purse(plan.scenario, language)
    bars, years = [], plan.scenario.years.all
    for n, p in enumerate(plan.scenario.programmes, start=1):
        rows = plan.allocation[plan.allocation["programme"] == p]
        parts = tuple(Part(r.spending / held.size, str(r.year)) for r in lines(rows))
        total = float(rows["spending"].sum())
        title = title_of(plan.scenario.programmes, p).in_(language)
        end = f"{held.show(total)} ({share(total / plan.spent)})"
        bars.append(Bar(title, f"P{n}", parts, end))
    said = ", ".join(f"{bar.label} {bar.end}" for bar in bars)
    return Picture(
        tuple(bars),
        t(
            "Bars of each programme's spending, {unit}, divided by year: {said}.",
            unit=held.unit,
            said=said,
        ),
        t(
            "Spending by programme, {unit}; pieces are years, {years} on the left",
            unit=held.unit,
            years=years[0],
        ),
    )
