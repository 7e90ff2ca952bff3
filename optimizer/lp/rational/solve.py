"""What holds for a linear programme of any size, in rational numbers."""

from __future__ import annotations

from math import inf

import numpy as np

from optimizer.lp.allowance import Allowance, Spent
from optimizer.lp.hot import Hot
from optimizer.lp.outcome import Outcome
from optimizer.lp.program import LinearProgram
from optimizer.lp.proof import elastic, recession
from optimizer.lp.rational.iterative_refinement import refined
from optimizer.lp.rational.numbers import NOUGHT, fraction
from optimizer.lp.rational.simplex import settle
from optimizer.lp.rational.table import Corner, Table
from optimizer.lp.solution import At, Basis, Status

SMALL = 100
"""Entries up to which the simplex method in rationals is tried first: nothing is quicker there."""
EFFORT = 200_000
"""Multiplications that it may take before floats are asked for the way."""
LARGE = 2_000
"""Entries from which on a programme that floats do not solve in time is given up."""
SET_UP = 1e-5
"""Seconds for each entry that it takes to set up a programme."""
LAST = 100_000_000
"""Multiplications that it may take where floats have found no way."""


def settle_any(
    program: LinearProgram, basis: Basis | None, meaning: str, allowance: Allowance
) -> Outcome | None:
    """Solve exactly, from `basis` on if one is known; None if the `allowance` does not suffice.

    Integrality is left out of account.
    """
    if len(program.arrays.data) <= SMALL:
        effort = min(EFFORT, allowance.effort)
        part = allowance.part(effort)
        outcome = settle(program, basis, meaning, part)
        allowance.spend(effort - part.effort)
        if outcome is not None:
            return outcome
    try:
        return _from_floats(program, basis, meaning, allowance)
    except Spent:
        return None


def _from_floats(
    program: LinearProgram, basis: Basis | None, meaning: str, allowance: Allowance
) -> Outcome | None:
    """An optimum where floats see one, else why there is none, else pivot by pivot."""
    arrays = program.arrays
    if (arrays.lower > arrays.upper).any():
        return settle(program, None, meaning, allowance)
    start = _guess(program, allowance) if basis is None else basis
    best = None if start is None else _refined(program, start, meaning, allowance)
    if best is not None:
        return _optimal(best)
    reason = _infeasible(program, meaning, allowance)
    if isinstance(reason, Outcome):
        return reason
    if reason is not None:
        endless = _unbounded(program, reason, meaning, allowance)
        if endless is not None:
            return endless
        start = _shared(program, reason)
        best = _refined(program, start, meaning, allowance)
        if best is not None:
            return _optimal(best)
    return settle(program, start, meaning, allowance.part(min(LAST, allowance.effort)))


def _guess(program: LinearProgram, allowance: Allowance) -> Basis | None:
    """The basis that floats call best."""
    entries = len(program.arrays.data)
    allowance.need(SET_UP * entries)
    hot = Hot(program)
    hot.limit(allowance.patience(entries))
    answer = hot.solve()
    late = answer.status is Status.STOPPED and entries > LARGE
    allowance.need(
        inf if late and allowance.seconds < inf else 0.0
    )  # nothing else would be quicker
    return answer.basis if answer.found else None


def _refined(
    program: LinearProgram, basis: Basis, meaning: str, allowance: Allowance
) -> Corner | None:
    allowance.need(SET_UP * len(program.arrays.data))
    return refined(program, Table(program, meaning), basis, allowance)


def _optimum(program: LinearProgram, meaning: str, allowance: Allowance) -> Corner | None:
    """The optimum of a programme that has one, in rationals, as far as floats lead to it."""
    basis = _guess(program, allowance)
    if basis is None:
        rows = np.full(len(program.rows), At.BASIC, dtype=np.int8)
        basis = Basis(np.full(len(program.columns), At.LOWER, dtype=np.int8), rows)
    return _refined(program, basis, meaning, allowance)


def _infeasible(
    program: LinearProgram, meaning: str, allowance: Allowance
) -> Outcome | Corner | None:
    """The contradiction among the rows, or else the corner of the elastic programme: a plan."""
    allowance.need(SET_UP * len(program.arrays.data))
    least = _optimum(elastic(program), meaning, allowance)
    if least is None:
        return None
    table = least.table
    if not least.cost():
        return least
    parts = []
    for k, slope in enumerate(least.slopes):
        limit = (table.lower if slope > 0 else table.upper)[k] if slope else None
        if limit is not None:
            parts.append(slope * limit)
    miss = sum(parts, NOUGHT) / sum(map(abs, parts), NOUGHT)
    weights = [fraction(v) for v in least.slopes[table.n :]]
    return Outcome(Status.INFEASIBLE, prices=weights, miss=fraction(miss))


def _unbounded(
    program: LinearProgram, plan: Corner, meaning: str, allowance: Allowance
) -> Outcome | None:
    """The ray along which the objective improves for ever, if there is one."""
    fastest = _optimum(recession(program), meaning, allowance)
    if fastest is None or not fastest.cost():
        return None
    n = len(program.columns)
    x, ray = ([fraction(v) for v in part.x[:n]] for part in (plan, fastest))
    return Outcome(Status.UNBOUNDED, x, ray=ray)


def _optimal(best: Corner) -> Outcome:
    table = best.table
    x = [fraction(v) for v in best.x[: table.n]]
    prices = [fraction(table.sign * v) for v in best.slopes[table.n :]]
    objective = fraction(table.sign * best.cost())
    return Outcome(Status.OPTIMAL, x, prices, places=best.places, objective=objective)


def _shared(program: LinearProgram, plan: Corner) -> Basis:
    """The basis of the elastic programme as far as it is one of the programme itself."""
    places, n = np.array(plan.places, dtype=np.int8), len(program.columns)
    return Basis(places[:n], places[plan.table.n :])
