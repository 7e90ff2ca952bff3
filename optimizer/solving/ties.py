"""Ties between equally good plans: the one that commits least money, its bands filled in order."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import numpy as np

from optimizer.formulation.case import Case, Step
from optimizer.lp.certificate import check, check_plan
from optimizer.lp.program import FloatArray, Key, LinearProgram
from optimizer.lp.solution import Solution
from optimizer.lp.verdict import optimum


def cheapest(case: Case, program: LinearProgram) -> dict[Key, float]:
    """Money as a second goal: of all best plans the one that commits least."""
    known, bound = program.column_number, case.committed(case.activities)
    return {key: float(cost) for key, cost in bound.items() if key in known}


WITHOUT_EFFECT = Step(inf, 1.0)
"""Money beyond what a curve can use, as a last step."""


def in_order(case: Case, solution: Solution) -> Solution:
    """The same spending with every activity's bands filled in order, if that passes its check.

    A solver may leave out a cheaper band only where a floor forces money on units nobody needs.
    """
    if not solution.found or solution.x is None:
        return solution
    program, x = solution.program, solution.x.copy()
    number = program.column_number
    for (p, a), by_year in case.supply.items():
        for y, steps in by_year.items():
            columns = [number[key] for key in case.columns[(p, a), y]]
            if (beyond := number.get(("beyond", p, a, y))) is not None:
                columns, steps = [*columns, beyond], (*steps, WITHOUT_EFFECT)
            x[columns] = _filled(steps, x[columns])
    if (x == solution.x).all():
        return solution
    if solution.prices is None or solution.basis is None:
        exact = check_plan(program, x, solution.gap or 0.0)
        return replace(solution, x=x, certificate=exact) if exact.passed else solution
    exact = check(program, x, solution.prices)
    if not exact.passed:
        return solution
    plan = optimum(program, x, solution.prices, solution.basis, exact)
    return replace(plan, seconds=solution.seconds, versions=solution.versions)


def _filled(steps: tuple[Step, ...], units: FloatArray) -> FloatArray:
    """Units of each step that the same money buys in order; untouched where they are in order."""
    used = np.flatnonzero(units > 0.0)
    last = int(used[-1]) if len(used) else 0
    widths = np.array([float(step.width) for step in steps])
    if (units[:last] >= widths[:last] * (1.0 - 1e-9)).all():
        return units
    rates = np.array([float(step.rate) for step in steps])
    left, filled = float(rates @ units), np.zeros(len(steps))
    for i, (width, rate) in enumerate(zip(widths, rates, strict=True)):
        filled[i] = width if left >= width * rate else left / rate
        left = max(0.0, left - width * rate)
    return filled
