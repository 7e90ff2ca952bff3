"""Switching points as a table: how much money each number moves, and where the lead changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from optimizer.i18n import _
from optimizer.results.table import Column, Kind, Shape, Table, data

if TYPE_CHECKING:
    from optimizer.studies.flips.study import Flips

FLIPS = Shape(
    "switching",
    _("How far each number moves the money"),
    *data("number"),
    Column("title", _("Number"), Kind.WORDS),
    Column("grade", _("Grade")),
    Column("unit", _("Unit"), brief=False),
    Column("now", _("Now"), Kind.NUMBER),
    Column("low", _("Low"), Kind.NUMBER),
    Column("high", _("High"), Kind.NUMBER),
    Column("moved_at_low", _("Moved at low"), Kind.SHARE),
    Column("moved_at_high", _("Moved at high"), Kind.SHARE),
    Column("switch", _("Lead changes at"), Kind.NUMBER),
    *data("leader"),
    Column("leader_then", _("Then leads"), Kind.PROGRAMME, brief=False),
)
"""`moved_at_…`: share of the money that goes elsewhere at that end of the range. `switch`: value
nearest to the present one at which another programme leads; not-a-number where none does."""


def flips_table(answer: Flips) -> Table:
    """How much money each number moves."""
    return FLIPS.of(answer.points, answer.scenario)
