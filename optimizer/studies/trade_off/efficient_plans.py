"""Plans of which no other is better in one outcome without being worse in another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf, nan

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.lp.fronts.nondominated import efficient_whole
from optimizer.lp.fronts.pareto import efficient
from optimizer.lp.fronts.sandwich import Pair, Touch, close_in, span_of
from optimizer.lp.program import LinearProgram
from optimizer.lp.solution import Solution, Status
from optimizer.results.build import build_plan
from optimizer.results.plan import Plan
from optimizer.solving.curves.joined_steps import joined
from optimizer.solving.curves.refine import quick, refined
from optimizer.studies.trade_off.weighing import (
    SAME,
    criterion_of,
    direction,
    each_first,
    signed,
    weighted,
)
from optimizer.system.progress import Tally, Watch

PATIENCE = 60.0
"""Seconds that one search for whole decisions may take."""
ENDS = 10
"""Of a hundred: about how much of the time the two ends of a curved frontier take."""


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


def efficient_plans(
    scenario: Scenario,
    first: str,
    second: str,
    *,
    accuracy: float,
    steps: int,
    watch: Watch | None = None,
) -> EfficientPlans:
    """All corners where supply is in bands; else plans until the gap is below `accuracy`.

    With whole decisions, the best plans at `steps` levels of the second outcome. Raises Cancelled.
    """
    tally = Tally(watch, 100)
    case = case_of(scenario)
    program = compile_program(case)
    pair = (first, second)
    if program.arrays.integer.any():
        return _whole(scenario, pair, steps, tally)
    if case.curves:
        return _curved(scenario, pair, accuracy, tally)
    return _corners(case, program, pair, tally)


def _corners(
    case: Case, program: LinearProgram, names: tuple[str, str], tally: Tally
) -> EfficientPlans:
    """Supply in bands: the exact corners, each solved once more for the least spending."""
    aims = [criterion_of(case, name) for name in names]
    with tally.part(50) as here:
        frontier = efficient(program, *aims, watch=here)
    plans = []
    with tally.part(50) as here:
        points = Tally(here, len(frontier.points))
        for point in frontier.points:
            found = refined(case.scenario, weighted(names, point.proved_at))
            plan = build_plan(found.case, found.solution)
            plans.append(EfficientPlan(point.first, point.second, point.worth, plan))
            points.add()
    return EfficientPlans(frontier.status, tuple(plans), gap=frontier.gap)


def _curved(
    scenario: Scenario, names: tuple[str, str], accuracy: float, tally: Tally
) -> EfficientPlans:
    """Smooth supply: plans on the true curves, closer and closer until the bound is met."""
    signs = direction(names[0]), direction(names[1])
    plans = each_first(scenario, names)
    tally.add(ENDS)
    for plan in plans:
        if not plan.found:
            return EfficientPlans(plan.status)
    start, end = (_touch(plan, names) for plan in plans)
    span = span_of(start.values, end.values)
    sizes = [max(abs(t.values[k]) for t in (start, end)) for k in (0, 1)]
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

    with tally.part(100 - ENDS) as here:
        chain = close_in(start, end, best, tolerance=accuracy, straight=1e-6 * accuracy, watch=here)
    found = tuple(
        EfficientPlan(signs[0] * t.values[0], signs[1] * t.values[1], worth, t.payload)
        for t, worth in zip(chain.touches, chain.worths(), strict=True)
    )
    return EfficientPlans(Status.OPTIMAL, found, exact=False, gap=chain.gap)


def _touch(plan: Plan, names: tuple[str, str]) -> Touch[Plan]:
    return Touch((signed(plan, names[0]), signed(plan, names[1])), plan)


def stepped(scenario: Scenario, names: Sequence[str]) -> Case:
    """The case with steps of curves that are good for the best plan of each outcome."""
    case = case_of(scenario)
    if not case.curves:
        return case
    found = [quick(case, weighted([name], [1.0]))[0].grids for name in names]
    return replace(case, grids=joined(found))


def _whole(scenario: Scenario, names: tuple[str, str], steps: int, tally: Tally) -> EfficientPlans:
    """Whole decisions: the best first outcome at each level of the second one."""
    case = stepped(scenario, names)
    program = compile_program(case)
    aims = [criterion_of(case, name) for name in names]
    with tally.part(100) as here:
        frontier = efficient_whole(program, *aims, steps=steps, time_limit=PATIENCE, watch=here)
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
