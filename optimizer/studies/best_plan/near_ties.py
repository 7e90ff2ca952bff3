"""Near ties: programmes whose money could be quite different at next to no loss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from optimizer.domain.wording import percent
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.i18n import Words, _
from optimizer.lp.certificate import check
from optimizer.lp.fronts.alternatives import tied
from optimizer.lp.solution import Solution, Status
from optimizer.lp.solver import solve
from optimizer.results.build import amount
from optimizer.results.plan import Plan
from optimizer.solving.curves.points import point_of
from optimizer.studies.room.words import range_sentence

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
    sentence: Words


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
    case, solution = _finely(plan) if plan.case.curves else (plan.case, plan.solution)
    if not solution.found:
        return
    money = {
        p: {k: float(c) for k, c in case.spending([p]).items()} for p in plan.scenario.programmes
    }
    worth_telling = wide * plan.budget
    free = tied(solution.program, solution, money, tolerance=tolerance, wide=worth_telling)
    for p, reach in free.items():
        now = amount(plan.case.spending([p]), plan.solution.value)
        ends = (reach.least.value, reach.most.value)
        said = range_sentence(plan, p, now, ends)
        share = percent(tolerance)
        sentence = _(
            "Nearly tied (a loss of at most {share} of the goal): {said}", share=share, said=said
        )
        yield NearTie(p, now, *ends, tolerance, sentence)


def _finely(plan: Plan) -> tuple[Case, Solution]:
    """The plan on steps each cut in three: still the optimum if it passes the check there."""
    grids = {key: _finer(grid) for key, grid in plan.case.grids.items()}
    case = replace(plan.case, grids=grids)
    program, before = compile_program(case), plan.solution
    assert before.x is not None
    assert before.prices is not None
    x = point_of(plan.case, before.program, before.x, before.prices).on(case, program)
    certificate = check(program, x, before.prices)
    if not certificate.passed:
        return case, solve(program)
    objective = float(program.arrays.gain @ x) + float(program.constant)
    return case, Solution(
        program, Status.OPTIMAL, objective, x, before.prices, certificate=certificate
    )


def _finer(grid: tuple[float, ...]) -> tuple[float, ...]:
    """The same steps, each cut in three."""
    middles = (m for a, b in pairwise(grid) for m in (a + (b - a) / 3.0, b - (b - a) / 3.0))
    return tuple(sorted({*grid, *middles}))
