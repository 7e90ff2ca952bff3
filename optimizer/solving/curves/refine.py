"""Solve a scenario's rows on the true supply curves, and say how exactly that was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.compile import case_of, compile_program
from optimizer.lp.certificate import check
from optimizer.lp.program import FloatArray, LinearProgram, Row, Sense
from optimizer.lp.solution import Solution
from optimizer.lp.solver import solve
from optimizer.lp.verdict import optimum
from optimizer.solving.curves.curve_gap import whole_gap
from optimizer.solving.curves.points import Point, point_of
from optimizer.solving.curves.rounds import TOLERANCE, Found, in_rounds
from optimizer.solving.curves.whole import answer_of, best_whole, searched
from optimizer.solving.ties import cheapest, in_order
from optimizer.solving.variants import with_gains, with_rows

ROUGH = 1e-6
"""Accuracy of a quick solve with whole-number decisions, relative to the objective."""
SAME = 1e-9
"""Relative difference of money that does not count."""
SEARCHED = 1e-8
"""Accuracy of a quick search of whole numbers where no supply is curved, relative likewise."""
HAIR = 1e-12
"""Share of the objective that a second goal may give up, so that rounding cannot close the door."""


@dataclass(frozen=True)
class Refined:
    """A case with its final steps, the certified solution on them, and the gap they leave."""

    case: Case
    solution: Solution
    gap: float
    """No finer steps of the curves could improve the objective by more than this."""


def refined(
    scenario: Scenario,
    make: Callable[[Case], LinearProgram] = compile_program,
    *,
    most: float | None = None,
    grids: Grids | None = None,
) -> Refined:
    """The best solution of the rows that `make` writes for a case of the scenario.

    The steps of curves are refined on quick solves; the last programme goes through the certified
    solver, ties broken towards the least money. `most` is more money than any activity can get
    in a year (default: the budget); `grids` are steps to begin with, S-shaped curves among them.
    """
    case = case_of(scenario, grids=grids, most=most)
    case = replace(case, turns={k: v for k, v in (grids or {}).items() if k[0] in case.bent})
    program = make(case)
    if program.arrays.integer.any():
        whole = best_whole(case, make)
        return Refined(whole.case, in_order(whole.case, whole.solution), whole.gap)
    if case.curves:
        case, program, answer = in_rounds(case, make, start=program)
    if not case.curves or not answer.found:
        solution = solve(program, then=cheapest(case, program))
        return Refined(case, in_order(case, solution), 0.0)
    point = point_of(case, program, answer.x, answer.prices)
    stepped = case
    case, solution = _certified(case, make, point)
    if not solution.found:  # money beyond a full curve has no place on steps this fine
        solution = solve(program, then=cheapest(stepped, program))
        gap = 0.0 if solution.prices is None else whole_gap(stepped, program, solution.prices)
        return Refined(stepped, solution, gap)
    x = point.on(case, solution.program)
    if _less_money(case, solution, x):
        saving = in_rounds(case, lambda c: _thrifty(c, make, answer.objective))
        if saving[2].found:
            point = point_of(*saving[:2], saving[2].x, answer.prices)
            case, solution = _certified(case, make, point)
            x = point.on(case, solution.program)
    solution, prices = _instead(solution, x, point.prices)
    solution = in_order(case, solution)
    return Refined(case, solution, whole_gap(case, solution.program, prices))


def quick(
    case: Case,
    make: Callable[[Case], LinearProgram] = compile_program,
    *,
    tolerance: float = TOLERANCE,
) -> Found:
    """The case with finer steps, its programme, and a solution not yet certified."""
    program = make(case)
    if program.arrays.integer.any():
        whole = searched(case, make, max(tolerance, ROUGH))
        return whole.case, whole.solution.program, answer_of(whole.solution)
    return in_rounds(case, make, tolerance, start=program)


def beyond_search(case: Case, gain: float, objective: float) -> float:
    """A difference to a quick search of whole numbers; nought where the search cannot tell it."""
    accuracy = 2.0 * ROUGH if case.shapes else SEARCHED
    return 0.0 if abs(gain) <= accuracy * max(1.0, abs(objective)) else gain


def _thrifty(case: Case, make: Callable[[Case], LinearProgram], best: float) -> LinearProgram:
    """The programme of the second goal: the least money that is as good as the best plan."""
    program = make(case)
    hair = HAIR * max(1.0, abs(best)) * (1.0 if program.maximise else -1.0)
    gains = {c.key: c.gain for c in program.columns if float(c.gain) != 0.0}
    sense = Sense.GE if program.maximise else Sense.LE
    good = Row(("as_good",), gains, sense, best - float(program.constant) - hair)
    saved = {key: -cost for key, cost in cheapest(case, program).items()}
    return replace(with_gains(with_rows(program, [good]), saved), maximise=True, constant=0.0)


def _certified(
    case: Case, make: Callable[[Case], LinearProgram], point: Point
) -> tuple[Case, Solution]:
    """The case with steps around a point, and what the certified solver finds on them."""
    case = replace(case, grids=point.grids(case))
    program = make(case)
    return case, solve(program, then=cheapest(case, program))


def _less_money(case: Case, solution: Solution, x: FloatArray) -> bool:
    """Whether a solution commits less money than the plan `x` (n,)."""
    program = solution.program
    assert solution.x is not None
    fewer = x - solution.x
    costs = cheapest(case, program)
    saved = sum(cost * float(fewer[program.column_number[key]]) for key, cost in costs.items())
    return saved > SAME * case.most_money


def _instead(solution: Solution, x: FloatArray, prices: FloatArray) -> tuple[Solution, FloatArray]:
    """The plan `x` (n,) and `prices` (m,) in place of a solution's, where they pass its check."""
    assert solution.prices is not None
    assert solution.basis is not None
    program = solution.program
    certificate = check(program, x, prices)
    if not certificate.passed:
        return solution, solution.prices
    exact = optimum(program, x, prices, solution.basis, certificate)
    return replace(exact, seconds=solution.seconds, versions=solution.versions), prices
