"""Solve a scenario's rows on the true supply curves, and say how exactly that was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.curves import first_grid
from optimizer.lp.certificate import Certificate, check
from optimizer.lp.hot import Answer, Hot
from optimizer.lp.program import FloatArray, Key, LinearProgram
from optimizer.lp.solution import Solution, Status
from optimizer.lp.solver import solve
from optimizer.lp.verdict import optimum
from optimizer.studies.cells import cells
from optimizer.studies.curve_gap import curve_gap
from optimizer.studies.fit import fitted
from optimizer.studies.smooth import Optimum, Smooth, smooth_point

TOLERANCE = 1e-11
"""Certified gap of supply curves, relative to the objective, at which refinement stops."""
ROUNDS = 60
BESIDE = (1e-6, 1e-3)
"""Steps beside the money found, as shares of it, or of the curve's scale where it gets nothing:
one-sided prices are that near to those of the true curve."""


@dataclass(frozen=True)
class Refined:
    """A case with its final steps, the certified solution on them, and the gap they leave."""

    case: Case
    solution: Solution
    gap: float
    """No finer steps of the curves could improve the objective by more than this; where something
    is decided in whole numbers, with those numbers as they are."""


def refined(
    scenario: Scenario,
    make: Callable[[Case], LinearProgram] = compile_program,
    *,
    most: float | None = None,
    grids: Grids | None = None,
) -> Refined:
    """The best solution of the rows that `make` writes for a case of the scenario.

    The steps of curves are refined on quick solves; the last programme goes through the certified
    solver, ties broken towards the least spending. `most` is more money than any activity can get
    in a year (default: the budget); `grids` are steps to begin with.
    """
    case, program, answer = quick(case_of(scenario, grids=grids, most=most), make)
    if answer.found and case.curves:
        case = replace(case, grids=_grids(case, program, answer.x))
        program = make(case)
    solution = solve(program, then=cheapest(case, program))
    if not case.curves or solution.prices is None:
        return Refined(case, solution, 0.0)
    solution, prices = _on_curves(case, solution)
    return Refined(case, solution, curve_gap(case, program, prices)[0])


def quick(
    case: Case,
    make: Callable[[Case], LinearProgram] = compile_program,
    *,
    tolerance: float = TOLERANCE,
) -> tuple[Case, LinearProgram, Answer]:
    """The case with finer steps, its programme, and a solution not yet certified."""
    program = make(case)
    answer = Hot(program).solve()
    if answer.status is Status.INFEASIBLE and case.curves:
        case, holds = fitted(case, make)
        program = make(case)
        answer = Hot(program).solve() if holds else answer
    for _ in range(ROUNDS):
        if not answer.found or not case.curves or program.arrays.integer.any():
            break
        gap, grids = curve_gap(case, program, answer.prices)
        if gap <= tolerance * max(1.0, abs(answer.objective)) or grids == case.grids:
            break
        point = smooth_point(case, program, Optimum(answer.x, answer.prices, answer.basis))
        case = replace(case, grids=grids if point is None else _joined(grids, point))
        program = make(case)
        exact = None if point is None else _exact(case, program, point, tolerance)
        if exact is not None:
            return case, program, exact
        answer = Hot(program).solve()
    return case, program, answer


def cheapest(case: Case, program: LinearProgram) -> dict[Key, float]:
    """Money as a second goal: of all best plans the one that commits least."""
    known, bound = program.column_number, case.committed(case.activities)
    return {key: float(cost) for key, cost in bound.items() if key in known}


def _joined(grids: Grids, point: Smooth) -> Grids:
    """Grids with a step that ends at the money of a point."""
    return {
        cell: tuple(sorted({*grid, point.money[cell]})) if point.money[cell] <= grid[-1] else grid
        for cell, grid in grids.items()
    }


def _grids(case: Case, program: LinearProgram, x: FloatArray) -> Grids:
    """Steps that end at the money of a plan and close beside it, and coarse ones elsewhere."""
    grids = {}
    for cell in cells(case, program):
        money = float(cell.rates @ x[cell.columns])
        coarse = first_grid(cell.shape, cell.most)
        size = money if money > 0.0 else float(cell.shape.scale)
        beside = [money + side * h * size for h in BESIDE for side in (-1.0, 1.0)]
        ends = {m for m in (money, *beside) if 0.0 < m < cell.most}
        grids[cell.activity, cell.year] = tuple(sorted({*coarse, *ends}))
    return grids


def _exact(case: Case, program: LinearProgram, point: Smooth, tolerance: float) -> Answer | None:
    """A point as the answer of a programme whose steps end there; None if it fails its check."""
    x, certificate = _checked(case, program, point)
    objective = float(program.arrays.gain @ x) + float(program.constant)
    gap, _ = curve_gap(case, program, point.prices)
    if not certificate.passed or gap > tolerance * max(1.0, abs(objective)):
        return None
    reduced = program.arrays.gain - program.arrays.transposed_times(point.prices)
    return Answer(Status.OPTIMAL, objective, x, point.prices, reduced)


def _checked(case: Case, program: LinearProgram, point: Smooth) -> tuple[FloatArray, Certificate]:
    """The plan of a point on steps that end at its money, and its certificate."""
    x = np.array([point.other.get(key, 0.0) for key in program.column_number])
    for cell in cells(case, program):
        x[cell.columns] = cell.filled(point.money[cell.activity, cell.year])
    x = np.clip(x, program.arrays.lower, program.arrays.upper)
    return x, check(program, x, point.prices)


def _on_curves(case: Case, solution: Solution) -> tuple[Solution, FloatArray]:
    """A certified solution with plan and prices of the true curves where they pass the check."""
    program = solution.program
    assert solution.x is not None
    assert solution.prices is not None
    assert solution.basis is not None
    point = smooth_point(case, program, Optimum(solution.x, solution.prices, solution.basis))
    if point is None:
        return solution, solution.prices
    x, certificate = _checked(case, program, point)
    costs = cheapest(case, program)
    spent = sum(cost * (x - solution.x)[program.column_number[key]] for key, cost in costs.items())
    if not certificate.passed or spent > 1e-6 * case.most_money:
        return solution, solution.prices
    exact = optimum(program, x, point.prices, solution.basis, certificate)
    exact = replace(exact, seconds=solution.seconds, versions=solution.versions)
    return exact, point.prices
