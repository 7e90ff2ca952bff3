"""Near ties: programmes whose money could be quite different at next to no loss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from optimizer.domain.base import Text
from optimizer.domain.wording import percent
from optimizer.formulation.compile import compile_program
from optimizer.lp.alternatives import tied
from optimizer.lp.solver import solve
from optimizer.results.build import amount
from optimizer.results.plan import Plan
from optimizer.studies.room_words import range_sentence

TOLERANCE = 1e-3
"""Loss of the goal, as a share, that counts as next to none."""
WIDE = 0.05
"""A range of money worth announcing, as a share of the budget."""


@dataclass(frozen=True)
class NearTie:
    """A programme that could take from `least` to `most` money at a loss of `tolerance`."""

    programme: str
    now: float
    least: float
    most: float
    tolerance: float
    sentence: Text


def near_ties(
    plan: Plan, *, tolerance: float = TOLERANCE, wide: float = WIDE
) -> tuple[NearTie, ...]:
    """The programmes of a best plan whose money could change by `wide` of the budget or more.

    Two warm solves a programme. Where supply is curved they follow steps, so that the true ranges
    are a little wider (`room` follows the curves). Empty for a plan with whole decisions, whose
    ranges take a search (`room` again), and where there is no plan.
    """
    if not plan.found or plan.solution.prices is None:
        return ()
    return tuple(_ties(plan, tolerance, wide))


def _ties(plan: Plan, tolerance: float, wide: float) -> Iterator[NearTie]:
    case, solution = plan.case, plan.solution
    if case.curves:
        case = replace(case, grids={key: _finer(grid) for key, grid in case.grids.items()})
        solution = solve(compile_program(case))
    money = {
        p: {k: float(c) for k, c in case.spending([p]).items()} for p in plan.scenario.programmes
    }
    free = tied(solution.program, solution, money, tolerance=tolerance) if solution.found else {}
    for p, reach in free.items():
        if reach.width < wide * plan.budget:
            continue
        now = amount(plan.case.spending([p]), plan.solution.value)
        ends = (reach.least.value, reach.most.value)
        said = range_sentence(plan, p, now, ends)
        share = percent(tolerance)
        sentence = Text(
            en=f"Nearly tied (a loss of at most {share} of the goal): {said.en}",
            ko=f"우열 미미(목표값 손실 {share} 이내): {said.ko}",
        )
        yield NearTie(p, now, *ends, tolerance, sentence)


def _finer(grid: tuple[float, ...]) -> tuple[float, ...]:
    """The same steps, each cut in three."""
    middles = (m for a, b in pairwise(grid) for m in (a + (b - a) / 3.0, b - (b - a) / 3.0))
    return tuple(sorted({*grid, *middles}))
