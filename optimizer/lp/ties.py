"""Among all optimal plans of a linear programme, the one that makes a second sum least."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.lp.face import narrow
from optimizer.lp.hot import Answer, Hot
from optimizer.lp.program import Arrays, FloatArray, Key
from optimizer.lp.scaling import Units
from optimizer.lp.solution import At, Basis, Solution


class Tidy(NamedTuple):
    """Among equals the chosen plan (n,), with optimal prices (m,) and its basis."""

    x: FloatArray
    prices: FloatArray
    basis: Basis


def cheapest_on_face(
    solution: Solution, then: Mapping[Key, float], seconds: float = inf
) -> Tidy | None:
    """The optimal plan with the least Σ then·value; None if that sum is zero or has no limit.

    Every optimal plan is complementary to any one set of optimal prices: rows with a price hold as
    equalities, columns with a reduced cost stay at their bound. What is left free is searched, for
    so many `seconds` at most.
    """
    program, x = solution.program, solution.x
    assert x is not None
    hot = Hot(program, basis=solution.basis)
    hot.limit(seconds)
    hot.prefer_primal(True)  # the plan at hand is feasible: keep it, search from there
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
    _restore(hot, arrays)
    basis = _placed(face, arrays)
    hot.start_from(basis)
    final = hot.solve()
    if final.found and np.abs(final.x - face.x).max() <= 1e-9 * np.abs(face.x).max():
        return Tidy(final.x, final.prices, final.basis)
    return Tidy(face.x, solution.prices, basis)


def _restore(hot: Hot, arrays: Arrays) -> None:
    hot.set_columns(arrays.lower, arrays.upper)
    hot.set_rows(arrays.row_lower, arrays.row_upper)
    hot.set_gains(arrays.gain)


def _placed(face: Answer, a: Arrays) -> Basis:
    """The basis of the face with what is not basic at the bound where the plan has it."""
    basis, activity = face.basis, a.times(face.x)
    columns = _nearest(basis.columns, face.x, a.lower, a.upper)
    return Basis(columns, _nearest(basis.rows, activity, a.row_lower, a.row_upper))


def _nearest(
    places: NDArray[np.int8], at: FloatArray, lower: FloatArray, upper: FloatArray
) -> NDArray[np.int8]:
    down = np.where(lower > -np.inf, np.abs(at - lower), np.inf)
    up = np.where(upper < np.inf, np.abs(upper - at), np.inf)
    side = np.where(up < down, At.UPPER, np.where(lower > -np.inf, At.LOWER, At.FREE))
    return np.where(places == At.BASIC, At.BASIC, side).astype(np.int8)


def _typical(gains: FloatArray, units: Units) -> float:
    """Geometric mean of the gains' sizes in natural units."""
    sizes = np.abs(gains * units.column / units.objective)
    return float(np.exp(np.log(sizes[sizes > 0]).mean()))
