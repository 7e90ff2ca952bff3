"""A decision map laid out, a letter for each programme, and as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from optimizer.domain.wording import digits
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import EMPTY, Words, _, in_a_row, verbatim
from optimizer.results.contract import contract
from optimizer.results.data import who
from optimizer.results.page import Drawing, Page, page, said, terms
from optimizer.results.table import Column, Kind, Shape, Table, data
from optimizer.results.versions import versions

if TYPE_CHECKING:
    from optimizer.studies.decision_map.study import DecisionMap

ROWS = 20
"""Rows of the drawing at most."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NOBODY = "·"

CELLS = Shape(
    "cells",
    _("Every point of the map"),
    *data("x", "y", kind=Kind.NUMBER),
    Column("leader", _("Leads"), Kind.PROGRAMME),
    *data("objective", kind=Kind.GOAL),
    Column("net_people", _("Net people"), Kind.PEOPLE),
)
"""One row for each point of the grid; after these a column of money for each programme. The leader
is empty where nothing is spent or no plan obeys the rules (then the objective is missing too)."""
BORDERS = Shape(
    "borders",
    EMPTY,
    *data("x", "y", kind=Kind.NUMBER),
    *data("left", "right"),
)
"""Where the leader changes along the rows of the grid."""


def map_page(answer: DecisionMap) -> Page:
    """The sentences, a map of letters, and what the letters mean."""
    return page(
        said(answer.sentences),
        Drawing(in_a_row(_drawing(answer), "\n")),
        Drawing(in_a_row(_key(answer), "\n")),
        every_point(answer),
        terms("map"),
    )


def every_point(answer: DecisionMap) -> Table:
    """Every point of the map: both numbers, who leads, people."""
    heads = {"x": answer.x.title, "y": answer.y.title}
    rows = answer.cells[["x", "y", "leader", "objective", "net_people"]]
    return CELLS.of(rows, answer.scenario, heads=heads, brief=False)


def _drawing(answer: DecisionMap) -> Iterator[Words]:
    chosen = np.unique(np.linspace(0, len(answer.ys) - 1, min(ROWS, len(answer.ys))).astype(int))
    labels = {int(j): digits(float(answer.ys[j]), 3) for j in chosen}
    width = max(map(len, labels.values()))
    yield in_a_row((answer.y.title, " ↑"), "")
    for j in chosen[::-1].tolist():
        marks = (_LETTERS[k % len(_LETTERS)] if k >= 0 else _NOBODY for k in answer.leader[j])
        yield verbatim(f"{labels[j]:>{width}} |{''.join(marks)}|")
    low, high = digits(float(answer.xs[0]), 3), digits(float(answer.xs[-1]), 3)
    yield in_a_row((f"{'':{width}}  {low} … {high}  → ", answer.x.title), "")


def _key(answer: DecisionMap) -> Iterator[Words]:
    known = answer.scenario.programmes
    for i, programme in enumerate(answer.programmes):
        if answer.shares[programme] > 0:
            yield in_a_row((_LETTERS[i % len(_LETTERS)], title_of(known, programme)), "  ")
    if (answer.leader < 0).any():
        yield in_a_row((_NOBODY, _("nobody, or no plan obeys the rules")), "  ")


def map_data(answer: DecisionMap) -> dict[str, Any]:
    """The map: every cell with its plan, and the borders along rows."""
    axes = {
        name: {"path": axis.path, "now": axis.now, "title": axis.title, "values": values}
        for name, axis, values in (("x", answer.x, answer.xs), ("y", answer.y, answer.ys))
    }
    return {
        "scenario": who(answer.scenario),
        "versions": versions(),
        "holds": contract("map"),
        **axes,
        "shares": answer.shares,
        "cells": answer.cells,
        "borders": answer.borders,
        "largest_curve_gap": answer.gap,
        "sentences": answer.sentences,
    }
