"""Sobol's sensitivity indices of any function, estimated by SALib."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import numpy as np
import pandas as pd

from optimizer.i18n import _
from optimizer.lp.program import FloatArray
from optimizer.results.table import Column, Kind, Shape, data

SOBOL = Shape(
    "sobol",
    _("Share of the spread that each number explains"),
    Column("outcome", _("Outcome")),
    Column("number", _("Number")),
    Column("first", _("Alone"), Kind.SHARE),
    *data("first_error", kind=Kind.SHARE),
    Column("total", _("With others"), Kind.SHARE),
    *data("total_error", kind=Kind.SHARE),
)
"""Share of an outcome's variance that goes with a number alone (first) and together with others
(total), each with the half-width of its 95% interval."""

Evaluate = Callable[[FloatArray], dict[str, FloatArray]]
"""Unit points (points, numbers) → outcomes (points,) by name."""


def sobol_indices(
    names: Sequence[str], evaluate: Evaluate, *, count: int = 256, seed: int = 1
) -> pd.DataFrame:
    """Indices of every number for every outcome, from count·(numbers + 2) points.

    Saltelli's design with the estimators of Saltelli (2010, first) and Jansen (1999, total), as in
    SALib. `count` is rounded up to a power of two. The numbers must be independent. An outcome that
    does not vary has indices of nought, one that is missing (NaN) at some points has none (NaN).
    """
    if not names:
        return SOBOL.frame(())
    design: Any = import_module("SALib.sample.sobol")  # SALib takes long to load
    estimate: Any = import_module("SALib.analyze.sobol")
    problem = {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}
    size = 2 ** int(np.ceil(np.log2(max(2, count))))
    cube = design.sample(problem, size, calc_second_order=False, seed=seed)
    rows: list[dict[str, object]] = []
    for outcome, values in evaluate(np.asarray(cube)).items():
        missing = bool(np.isnan(values).any())
        found = np.full((4, len(names)), np.nan if missing else 0.0)
        if not missing and np.ptp(values) > 1e-12 * np.abs(values).max(initial=0.0):
            said = estimate.analyze(problem, values, calc_second_order=False, seed=seed)
            found = np.array([said[key] for key in ("S1", "S1_conf", "ST", "ST_conf")])
        for j, name in enumerate(names):
            first, first_error, total, total_error = found[:, j].tolist()
            rows.append(
                {
                    "outcome": outcome, "number": name, "first": first,
                    "first_error": first_error, "total": total, "total_error": total_error,
                }
            )  # fmt: skip
    return SOBOL.frame(rows)
