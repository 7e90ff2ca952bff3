"""Alternatives at a small loss, and what would change the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from optimizer.domain.wording import span
from optimizer.formulation.rules.base import title_of
from optimizer.reports.memo.figures import (
    fixed,
    known,
    marked,
    places_for,
    purse,
    share,
    tongue,
    unit_words,
)
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.render.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Kind,
    Paragraph,
    Row,
    Table,
)
from optimizer.results.columns import cell
from optimizer.results.plan import lines
from optimizer.studies.flips.study import Flips
from optimizer.studies.room.study import Room

SHOWN = 8
"""Numbers in the table of switching points."""
MOVES = 5e-4
"""Numbers that move a smaller share of the money are left out."""


def alternatives_annex(grounds: Grounds, language: str) -> Iterator[Block]:
    """How far each programme may move within a loss of 1% and 2%, and different plans."""
    t = tongue(language)
    near, wide = grounds.rooms
    yield Heading(t("Alternatives at a small loss"))
    if not wide.found:
        yield Paragraph(t("There is no best plan to start from."))
        return
    yield Paragraph(
        t(
            "Each programme alone may move this far while the goal loses at most "
            "the share shown; the others make room for it."
        )
    )
    yield _ranges(near, wide, language)
    if len(wide.plans):
        yield _plans(wide, language)


def _ranges(near: Room, wide: Room, language: str) -> Table:
    t, held = tongue(language), purse(wide.scenario, language)
    close: Mapping[str, Any] = {r.programme: r for r in lines(near.ranges)}
    rows = []
    for r in lines(wide.ranges):
        title = title_of(wide.scenario.programmes, r.programme).in_(language)
        n = close.get(r.programme)
        narrow = ("–", "–") if n is None else (held.show(n.least), held.show(n.most))
        rows.append(Row((title, held.show(r.now), *narrow, held.show(r.least), held.show(r.most))))
    one, two = share(near.slack), share(wide.slack)
    return Table(
        t(
            "Spending of each programme within a loss of {one} and {two}, {unit}",
            one=one,
            two=two,
            unit=held.unit,
        ),
        (
            Column(t("Programme"), 2.6),
            Column(t("Best plan"), 1.2, True),
            Column(t("Least, {one}", one=one), 1.2, True),
            Column(t("Most, {one}", one=one), 1.2, True),
            Column(t("Least, {two}", two=two), 1.2, True),
            Column(t("Most, {two}", two=two), 1.2, True),
        ),
        tuple(rows),
    )


def _plans(wide: Room, language: str) -> Table:
    t, held = tongue(language), purse(wide.scenario, language)
    spent = wide.plans.pivot(index="programme", columns="plan", values="spending")
    now = {r.programme: r.now for r in lines(wide.ranges)}
    rows = [
        Row(
            (
                title_of(wide.scenario.programmes, p).in_(language),
                held.show(now[p]),
                *(held.show(float(spent[n][p])) for n in spent.columns),
            )
        )
        for p in wide.scenario.programmes
        if p in now
    ]
    people = wide.plans.groupby("plan")["net_people"].first()
    places = places_for(wide.best.totals.net_people, 3)
    counts = (fixed(float(v), places) for v in people)
    best = fixed(wide.best.totals.net_people, places)
    rows.append(Row((t("Net people, persons"), best, *counts), Kind.TOTAL))
    return Table(
        t(
            "Plans as different as can be within a loss of {slack}, {unit}",
            slack=share(wide.slack),
            unit=held.unit,
        ),
        (
            Column(t("Programme"), 2.6),
            Column(t("Best plan"), 1.2, True),
            *(Column(t("Plan {n}", n=n), 1.2, True) for n in spent.columns),
        ),
        tuple(rows),
    )


def changes_annex(flips: Flips, language: str) -> Iterator[Block]:
    """The numbers on which most of the decision hangs, and where another programme leads."""
    t = tongue(language)
    yield Heading(t("What would change it"))
    yield Bullets(
        tuple(s.in_(language) for s in flips.sentences)
        or (t("No number of the document has a range."),)
    )
    rows = [r for r in lines(flips.points) if _moved(r) >= MOVES][:SHOWN]
    if rows:
        yield Table(
            t("Numbers that move most of the money within their range, one at a time"),
            (
                Column(t("Number"), 3.8),
                Column(t("Unit"), 2.2),
                Column(t("Now"), 0.9, True),
                Column(t("Range"), 1.5, True),
                Column(t("Money moved"), 1.2, True),
                Column(t("Switch at"), 1.1, True),
            ),
            tuple(_switch(r, language) for r in rows),
            (
                t(
                    "Money moved: largest share of the money that changes programme at "
                    "either end of the range. Switch: value at which another programme "
                    "gets most."
                ),
            ),
        )


def _moved(row: Any) -> float:
    return max((v for v in (row.moved_at_low, row.moved_at_high) if v == v), default=0.0)


def _switch(row: Any, language: str) -> Row:
    assumed = row.grade == "X"
    title = cell(row, "title").in_(language)
    return Row(
        (
            marked(title, assumed),
            unit_words(row.unit, language),
            known(row.now),
            span(known(row.low), known(row.high), language),
            share(_moved(row)),
            known(row.switch),
        ),
        Kind.ASSUMED if assumed else Kind.BODY,
    )
