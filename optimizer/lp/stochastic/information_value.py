"""What information and foresight are worth: EVPI, VSS and the bounds they come from."""

from __future__ import annotations

from concurrent.futures import Executor
from dataclasses import dataclass
from math import inf, nan
from threading import Event

import numpy as np

from optimizer.lp.program import FloatArray
from optimizer.lp.solution import Solution
from optimizer.lp.solver import solve
from optimizer.lp.stochastic.criteria import Mean, criterion_value
from optimizer.lp.stochastic.draw_parts import objectives
from optimizer.lp.stochastic.extensive_form import fixed_at, solve_extensive
from optimizer.lp.stochastic.l_shaped_method import TOLERANCE, l_shaped
from optimizer.lp.stochastic.two_stage import HereAndNow, TwoStage
from optimizer.system.progress import Watch

FEW = 30
"""With no more draws than this, or with whole numbers, the extensive form is solved."""


@dataclass(frozen=True, eq=False)
class Information:
    """Four ways to face the draws, as expected objectives (Birge and Louveaux, 2011, chapter 4).

    `wait_and_see` knows the draw first, `here_and_now` is the recourse problem, `mean_plan` fixes
    the first stage that is best for the mean of all numbers (the EEV; the worst infinity where that
    plan fails in a draw), `mean_value` is what the mean promises. `best` (D,) are the optima of the
    draws, `mean_outcomes` (D,) what the mean plan yields in them.
    """

    wait_and_see: float
    here_and_now: float
    mean_plan: float
    mean_value: float
    plan: HereAndNow
    best: FloatArray
    mean_outcomes: FloatArray
    maximise: bool = True

    @property
    def evpi(self) -> float:
        """What perfect information is worth."""
        return self._better(self.wait_and_see, self.here_and_now)

    @property
    def vss(self) -> float:
        """What it is worth to plan for all draws instead of their mean; may be infinite."""
        return self._better(self.here_and_now, self.mean_plan)

    def _better(self, good: float, poor: float) -> float:
        return good - poor if self.maximise else poor - good


def information(
    stages: TwoStage,
    *,
    plan: HereAndNow | None = None,
    best: FloatArray | None = None,
    tolerance: float = TOLERANCE,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> Information:
    """Solve the recourse problem and measure it against its bounds.

    `plan` is the one that is best on average, `best` (D,) are the optima of the draws, where they
    are known already. Values are NaN where no plan serves all draws. Raises as `l_shaped` does.
    """
    watch = watch or Watch()
    if best is None:
        best = objectives(stages.program, executor=executor, cancel=watch.cancel)
    if plan is None:
        few = stages.draws <= FEW or any(c.integer for c in stages.program.columns)
        plan = (
            solve_extensive(stages)
            if few
            else l_shaped(stages, best=best, tolerance=tolerance, executor=executor, watch=watch)
        )
    mean = solve(stages.expected())
    outcomes = _outcomes(stages, mean, executor, watch.cancel)
    maximise = stages.program.maximise
    worst = -inf if maximise else inf

    def expected(values: FloatArray) -> float:
        return criterion_value(Mean(), values, stages.probability, maximise=maximise)

    return Information(
        nan if np.isnan(best[stages.probability > 0]).any() else expected(best),
        nan if plan.objective is None else plan.objective,
        expected(outcomes) if mean.found else worst,
        nan if mean.objective is None else mean.objective,
        plan,
        best,
        outcomes,
        maximise,
    )


def _outcomes(
    stages: TwoStage, mean: Solution, executor: Executor | None, cancel: Event
) -> FloatArray:
    """What the plan that is best for the mean yields in each draw (D,); NaN where it fails."""
    first = {key: mean.value[key] for key in stages.first} if mean.found else {}
    if not mean.found or not stages.keeps(first):
        return np.full(stages.draws, nan)
    return objectives(fixed_at(stages, first), executor=executor, cancel=cancel)
