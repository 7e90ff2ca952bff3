"""Among all optimal plans of a linear programme, the one that makes a second sum least."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from optimizer.lp.face import narrow
from optimizer.lp.hot import Answer, Hot
from optimizer.lp.program import Arrays, FloatArray, Key
from optimizer.lp.scaling import Units
from optimizer.lp.solution import Solution


def cheapest_on_face(solution: Solution, then: Mapping[Key, float]) -> Answer | None:
    """The optimal plan with the least Σ then·value; None if there is no better one to be had.

    Every optimal plan is complementary to any one set of optimal prices: rows with a price hold as
    equalities, columns with a reduced cost stay at their bound. What is left free is searched.
    """
    program, x = solution.program, solution.x
    assert x is not None
    hot = Hot(program, basis=solution.basis)
    arrays, second = program.arrays, np.zeros(len(x))
    for key, weight in then.items():
        second[program.column_number[key]] = weight
    if not second.any():
        return None
    assert solution.prices is not None
    narrow(hot, solution.prices)
    towards = -second if program.maximise else second
    hot.set_gains(towards / _typical(towards, hot.units))
    face = hot.solve()
    if not face.found:
        return None
    hot.prefer_primal(True)  # the plan just found is feasible: keep it, find its prices
    _restore(hot, arrays)
    final = hot.solve()
    size = float(np.abs(second * face.x).sum())
    moved = abs(float(second @ (final.x - face.x))) if final.found else np.inf
    return final if moved <= 1e-9 * size + 1e-300 else None


def _restore(hot: Hot, arrays: Arrays) -> None:
    hot.set_columns(arrays.lower, arrays.upper)
    hot.set_rows(arrays.row_lower, arrays.row_upper)
    hot.set_gains(arrays.gain)


def _typical(gains: FloatArray, units: Units) -> float:
    """Geometric mean of the gains' sizes in natural units."""
    sizes = np.abs(gains * units.column / units.objective)
    return float(np.exp(np.log(sizes[sizes > 0]).mean()))
