"""Alternatives at a small loss, and what would change the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from optimizer.i18n import _, verbatim
from optimizer.reports.memo.figures import (
    RANGE,
    Amounts,
    fixed,
    number_row,
    on_paper,
    places_for,
    share,
)
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.render.blocks import Block
from optimizer.results.page import Bullets, Heading, Paragraph
from optimizer.results.table import Column, Kind, Shape, Table, rows_of
from optimizer.studies.flips.page import FLIPS
from optimizer.studies.flips.study import Flips
from optimizer.studies.room.page import RANGES, side_by_side
from optimizer.studies.room.study import Room

SHOWN = 8
"""Numbers in the table of switching points."""
MOVES = 5e-4
"""Numbers that move a smaller share of the money are left out."""
SWITCHES = Shape(
    "switches",
    _("Numbers that move most of the money within their range, one at a time"),
    *FLIPS.columns,
    RANGE,
    Column("moved", _("Money moved"), Kind.SHARE),
)
"""The numbers that may change the plan, their range and the most they move each in one cell."""


def alternatives_annex(grounds: Grounds) -> Iterator[Block]:
    """How far each programme may move within a loss of 1% and 2%, and different plans."""
    near, wide = grounds.rooms
    yield Heading(_("Alternatives at a small loss"))
    if not wide.found:
        yield Paragraph(_("There is no best plan to start from."))
        return
    yield Paragraph(
        _(
            "Each programme alone may move this far while the goal loses at most "
            "the share shown; the others make room for it."
        )
    )
    yield _ranges(near, wide)
    if len(wide.plans):
        yield _plans(wide)


def _ranges(near: Room, wide: Room) -> Table:
    """What each programme may get at least and at most, within the smaller and the larger loss."""
    amounts, one, two = Amounts(wide.scenario), share(near.slack), share(wide.slack)
    close = {row["programme"]: row for row in rows_of(near.ranges)}
    rows = [
        {**row, **{f"near_{end}": close.get(row["programme"], {}).get(end) for end in _ENDS}}
        for row in rows_of(wide.ranges)
    ]
    table = RANGES.of(rows, wide.scenario)
    narrow = (replace(RANGES[end], name=f"near_{end}") for end in _ENDS)
    return on_paper(
        replace(table, columns=(*table.columns, *narrow)),
        {
            "programme": 2.6, "now": 1.2, "near_least": 1.2, "near_most": 1.2, "least": 1.2,
            "most": 1.2,
        },
        heads={
            "near_least": _("Least, {one}", one=one), "near_most": _("Most, {one}", one=one),
            "least": _("Least, {two}", two=two), "most": _("Most, {two}", two=two),
        },
        reads={Kind.MONEY: amounts.show},
        title=_(
            "Spending of each programme within a loss of {one} and {two}, {unit}",
            one=one, two=two, unit=amounts.unit,
        ),
    )  # fmt: skip


_ENDS = ("least", "most")


def _plans(wide: Room) -> Table:
    """The best plan and the different ones side by side, people last."""
    amounts, table = Amounts(wide.scenario), side_by_side(wide)
    plans = [column.name for column in table.columns[2:]]
    people = wide.plans.groupby("plan")["net_people"].first()
    best = wide.best.totals.net_people
    counts = {"now": best, **{str(n): float(v) for n, v in people.items()}}
    places = places_for(best, 3)
    last = {name: verbatim(fixed(v, places)) for name, v in counts.items()}
    rows = [*list(table)[:-1], {"programme": _("Net people, persons"), **last}]
    return on_paper(
        replace(table, rows=rows),
        {"programme": 2.6, "now": 1.2, **dict.fromkeys(plans, 1.2)},
        reads={Kind.MONEY: amounts.show},
        title=_(
            "Plans as different as can be within a loss of {slack}, {unit}",
            slack=share(wide.slack),
            unit=amounts.unit,
        ),
    )


def changes_annex(flips: Flips) -> Iterator[Block]:
    """The numbers on which most of the decision hangs, and where another programme leads."""
    yield Heading(_("What would change it"))
    yield Bullets(flips.sentences or (_("No number of the document has a range."),))
    rows = [row for row in map(_switch, rows_of(flips.points)) if row["moved"] >= MOVES]
    if rows:
        yield on_paper(
            SWITCHES.of(rows[:SHOWN]),
            {"title": 3.8, "unit": 2.2, "now": 0.9, "range": 1.5, "moved": 1.2, "switch": 1.1},
            heads={"switch": _("Switch at")},
            reads={Kind.SHARE: share},
            notes=(_SWITCH,),
        )


_SWITCH = _(
    "Money moved: largest share of the money that changes programme at either end of the range. "
    "Switch: value at which another programme gets most."
)


def _switch(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row with its range, its unit, and the most it moves."""
    moved = (v for v in (row["moved_at_low"], row["moved_at_high"]) if v == v)
    return {**number_row(row), "moved": max(moved, default=0.0)}
