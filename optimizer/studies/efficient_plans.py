"""Plans of which no other is better in one outcome without being worse in another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf, nan

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.lp.lexicographic import Criterion
from optimizer.lp.nondominated import efficient_whole
from optimizer.lp.pareto import efficient
from optimizer.lp.program import Key, LinearProgram
from optimizer.lp.sandwich import Pair, Touch, close_in, span_of
from optimizer.lp.solution import Solution, Status
from optimizer.results.build import amount, build_plan
from optimizer.results.plan import Plan
from optimizer.studies.goals import Goal, in_order
from optimizer.studies.joined_steps import joined
from optimizer.studies.refine import quick, refined
from optimizer.studies.variants import with_gains

SAME = 1e-6
"""Plans nearer to each other than this share of an outcome are the same."""
PATIENCE = 60.0
"""Seconds that one search for whole decisions may take."""


@dataclass(frozen=True)
class EfficientPlan:
    """One plan with both outcomes, best while one unit of the first is worth `worth` of the second.

    `worth` is not a number where whole decisions make it meaningless.
    """

    first: float
    second: float
    worth: Pair
    plan: Plan


@dataclass(frozen=True)
class EfficientPlans:
    """Plans from the best first outcome to the best second one.

    `gap` bounds how far any other plan may lie beyond the line through neighbours, as a share of
    both ranges. `exact` if these are all corners. With whole decisions a plan may also hide below
    that line: `unexplored` is the share of the rectangle between the ends that was not searched.
    """

    status: Status
    plans: tuple[EfficientPlan, ...] = ()
    exact: bool = True
    gap: float = 0.0
    unexplored: float = 0.0
    whole: bool = False


def direction(name: str) -> float:
    """1 for an outcome that is to be large, -1 for one that is to be small (spending)."""
    return -1.0 if name == "spending" else 1.0


def efficient_plans(
    scenario: Scenario, first: str, second: str, *, accuracy: float, steps: int
) -> EfficientPlans:
    """All corners where supply is in bands; else plans until the gap is below `accuracy`.

    With whole decisions, the best plans at `steps` levels of the second outcome.
    """
    case = case_of(scenario)
    program = compile_program(case)
    pair = (first, second)
    if program.arrays.integer.any():
        return _whole(scenario, pair, steps)
    return _curved(scenario, pair, accuracy) if case.curves else _corners(case, program, pair)


def weighted(names: tuple[str, str], weights: Pair) -> Callable[[Case], LinearProgram]:
    """The rows of a case with a weighted sum of two outcomes to be made large."""

    def make(case: Case) -> LinearProgram:
        gains: dict[Key, float] = {}
        for name, weight in zip(names, weights, strict=True):
            for key, gain in outcome(case, name).items():
                gains[key] = gains.get(key, 0.0) + direction(name) * weight * float(gain)
        return replace(with_gains(compile_program(case), gains), maximise=True)

    return make


def criterion_of(case: Case, name: str) -> Criterion:
    """An outcome as a criterion: spending to be small, anything else large."""
    gains: Mapping[Key, float] = {k: float(g) for k, g in outcome(case, name).items()}
    return Criterion(gains, direction(name) > 0)


def _corners(case: Case, program: LinearProgram, names: tuple[str, str]) -> EfficientPlans:
    """Supply in bands: the exact corners, each solved once more for the least spending."""
    frontier = efficient(program, *(criterion_of(case, name) for name in names))
    plans = []
    for point in frontier.points:
        found = refined(case.scenario, weighted(names, point.proved_at))
        plan = build_plan(found.case, found.solution)
        plans.append(EfficientPlan(point.first, point.second, point.worth, plan))
    return EfficientPlans(frontier.status, tuple(plans), gap=frontier.gap)


def _curved(scenario: Scenario, names: tuple[str, str], accuracy: float) -> EfficientPlans:
    """Smooth supply: plans on the true curves, closer and closer until the bound is met."""
    signs = direction(names[0]), direction(names[1])
    ends = []
    for order in (names, names[::-1]):
        goals = in_order(scenario, [Goal(name) for name in order])
        if not goals.plan.found:
            return EfficientPlans(goals.plan.status)
        ends.append(_touch(goals.plan, names))
    start, end = ends
    span = span_of(start.values, end.values)
    sizes = [max(abs(t.values[k]) for t in ends) for k in (0, 1)]
    for one, reach, size in ((end, span.first, sizes[0]), (start, span.second, sizes[1])):
        if reach <= SAME * size:
            first, second = (s * v for s, v in zip(signs, one.values, strict=True))
            alone = EfficientPlan(first, second, (0.0, inf), one.payload)
            return EfficientPlans(Status.OPTIMAL, (alone,), exact=False, gap=SAME)

    def best(weights: Pair) -> Touch[Plan]:
        found = refined(scenario, weighted(names, weights))
        plan = build_plan(found.case, found.solution, curve_gap=found.gap)
        touch = _touch(plan, names)
        value = weights[0] * touch.values[0] + weights[1] * touch.values[1]
        return replace(touch, bound=value + found.gap)

    chain = close_in(start, end, best, tolerance=accuracy, straight=1e-6 * accuracy)
    plans = tuple(
        EfficientPlan(signs[0] * t.values[0], signs[1] * t.values[1], worth, t.payload)
        for t, worth in zip(chain.touches, chain.worths(), strict=True)
    )
    return EfficientPlans(Status.OPTIMAL, plans, exact=False, gap=chain.gap)


def _touch(plan: Plan, names: tuple[str, str]) -> Touch[Plan]:
    first, second = (
        direction(name) * amount(outcome(plan.case, name), plan.solution.value) for name in names
    )
    return Touch((first, second), plan)


def stepped(scenario: Scenario, names: Sequence[str]) -> Case:
    """The case with steps of curves that are good for the best plan of each outcome."""
    case = case_of(scenario)
    if not case.curves:
        return case
    found = [quick(case, weighted((name, name), (1.0, 0.0)))[0].grids for name in names]
    return replace(case, grids=joined(found))


def _whole(scenario: Scenario, names: tuple[str, str], steps: int) -> EfficientPlans:
    """Whole decisions: the best first outcome at each level of the second one."""
    case = stepped(scenario, names)
    program = compile_program(case)
    frontier = efficient_whole(program, *(criterion_of(case, name) for name in names), steps=steps,
                               time_limit=PATIENCE)  # fmt: skip
    plans = []
    for point in frontier.points:
        objective = float(program.arrays.gain @ point.x)
        solution = Solution(
            program,
            Status.OPTIMAL,
            objective,
            point.x,
            gap=point.gap,
            certificate=point.certificate,
        )
        plan = build_plan(case, solution)
        plans.append(EfficientPlan(point.first, point.second, (nan, nan), plan))
    return EfficientPlans(
        frontier.status, tuple(plans), frontier.complete, frontier.gap, frontier.unexplored, True
    )
