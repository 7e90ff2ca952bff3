"""A decision map as plain data and as text: a letter for each programme."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import Any

import numpy as np

from optimizer.domain.wording import digits
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import _
from optimizer.reports.in_languages import in_all
from optimizer.reports.plain import records, versions
from optimizer.results.contract import contract
from optimizer.studies.decision_map.study import DecisionMap

ROWS = 20
"""Rows of the map that the text shows at most."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NOBODY = "·"


def map_data(answer: DecisionMap) -> dict[str, Any]:
    """The map as nested plain data: every cell with its plan, and the borders along rows."""
    axes = {
        name: {
            "path": axis.path,
            "now": axis.now,
            "title": in_all(axis.title),
            "values": values.tolist(),
        }
        for name, axis, values in (("x", answer.x, answer.xs), ("y", answer.y, answer.ys))
    }
    return {
        "scenario": {"id": answer.scenario.id, "fingerprint": answer.scenario.fingerprint},
        "versions": versions(),
        "holds": contract("map").data,
        **axes,
        "shares": answer.shares,
        "cells": records(answer.cells),
        "borders": records(answer.borders),
        "largest_curve_gap": None if isnan(answer.gap) else answer.gap,
        "sentences": [in_all(s) for s in answer.sentences],
    }


def map_text(answer: DecisionMap, language: str = "en") -> str:
    """The sentences, a map of letters, and what the letters mean."""
    return "\n".join(_text(answer, language)) + "\n"


def _text(answer: DecisionMap, language: str) -> Iterator[str]:
    for sentence in answer.sentences:
        yield sentence.in_(language)
    yield ""
    chosen = np.unique(np.linspace(0, len(answer.ys) - 1, min(ROWS, len(answer.ys))).astype(int))
    labels = {int(j): digits(float(answer.ys[j]), 3) for j in chosen}
    width = max(map(len, labels.values()))
    yield f"{answer.y.title.in_(language)} ↑"
    for j in chosen[::-1].tolist():
        marks = (_LETTERS[k % len(_LETTERS)] if k >= 0 else _NOBODY for k in answer.leader[j])
        yield f"{labels[j]:>{width}} |{''.join(marks)}|"
    low, high = digits(float(answer.xs[0]), 3), digits(float(answer.xs[-1]), 3)
    yield f"{'':{width}}  {low} … {high}  → {answer.x.title.in_(language)}"
    yield ""
    known = answer.scenario.programmes
    for i, programme in enumerate(answer.programmes):
        if answer.shares[programme] > 0:
            yield f"{_LETTERS[i % len(_LETTERS)]}  {title_of(known, programme).in_(language)}"
    if (answer.leader < 0).any():
        nobody = _("nobody, or no plan obeys the rules")
        yield f"{_NOBODY}  {nobody.in_(language)}"
    yield ""
    yield contract("map").sentence.in_(language)
