"""The L-shaped method: a two-stage programme solved draw by draw, with a proven gap.

After Van Slyke and Wets (1969), with cuts for groups of draws (Birge and Louveaux, 1988) and steps
within a region around the best plan so far in which the cuts are trusted (Linderoth and Wright,
2003).
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from concurrent.futures import Executor
from math import inf, log, nan

import numpy as np

from optimizer.lp.hot import Hot
from optimizer.lp.program import FloatArray, Key, MalformedProgram
from optimizer.lp.solution import Status
from optimizer.lp.stochastic.criteria import Criterion, Mean, Regret, criterion_value
from optimizer.lp.stochastic.draw_parts import objectives, some_draws
from optimizer.lp.stochastic.extensive_form import fixed_at
from optimizer.lp.stochastic.master import Master, Measure
from optimizer.lp.stochastic.recourse import look, recourse_of, start_basis
from optimizer.lp.stochastic.two_stage import HereAndNow, TwoStage
from optimizer.system.executors import run_all
from optimizer.system.progress import Progress, Watch

PIECE = 250
"""Draws that one task looks at; the same on every engine."""
TOLERANCE = 1e-7
"""Relative gap between the plan and the bound at which the method ends."""
MOST_ROUNDS = 500
FEW = 100
"""A first guess is made on a tenth of the draws, or on so many; none with few more than that."""
ROUGH = 3e-4
"""Relative gap at which such a guess is good enough."""
REACH, LEAST_REACH = 0.05, 0.001
"""How far the first step goes from the plan in natural units, and the shortest limit of a step."""
_GOOD = 0.5
"""A step is good when it gains this share of what the cuts promised; then the next goes farther."""


def l_shaped(
    stages: TwoStage,
    criterion: Criterion | None = None,
    *,
    best: FloatArray | None = None,
    tolerance: float = TOLERANCE,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> HereAndNow:
    """The best plan by cuts; the same as by the extensive form up to the gap it proves.

    The mean is the criterion if none is given. `best` (D,) are the optima of the draws, NaN where
    there is none, if they are known already. Draws without a second stage add walls around the
    plan. The answer is the same on every engine. Raises MalformedProgram for whole numbers,
    NoSolution where a draw is unbounded or gives no verdict, Cancelled.
    """
    if any(c.integer for c in stages.program.columns):
        raise MalformedProgram(
            "The L-shaped method takes no whole numbers; use the extensive form."
        )
    criterion, watch = criterion or Mean(), watch or Watch()
    if best is None:
        best = objectives(stages.program, executor=executor, cancel=watch.cancel)
    lost = np.flatnonzero(np.isnan(best) & (stages.probability > 0))
    if len(lost):
        return _nothing(stages, set(lost.tolist()))
    run = _Run(stages, criterion, best, executor, watch)
    found = run.to(tolerance, _guess(stages, criterion, best, executor, watch))
    if found is None:
        return _nothing(stages, run.lost)
    return run.answer(*found, tolerance)


def _nothing(stages: TwoStage, lost: set[int]) -> HereAndNow:
    none = np.full(stages.draws, nan)
    return HereAndNow(Status.INFEASIBLE, None, {}, none, lost=tuple(sorted(lost)))


def _guess(
    stages: TwoStage,
    criterion: Criterion,
    best: FloatArray,
    executor: Executor | None,
    watch: Watch,
) -> Mapping[Key, float] | None:
    """A plan to begin with: the best one of few draws, or that of the mean."""
    if stages.draws >= 4 * FEW:
        some = np.arange(0, stages.draws, min(10, stages.draws // FEW))
        chance = stages.probability[some]
        if chance.sum() > 0:
            few = TwoStage(some_draws(stages.program, some), stages.first, chance / chance.sum())
            found = l_shaped(
                few, criterion, best=best[some], tolerance=ROUGH, executor=executor,
                watch=Watch(cancel=watch.cancel),
            )  # fmt: skip
            if found.first:
                return found.first
    program = stages.expected()
    answer = Hot(program).solve()
    if not answer.found:
        return None
    return {key: float(answer.x[program.column_number[key]]) for key in stages.first}


class _Run:
    """One search: what is known of the plan, and the next place to look."""

    def __init__(
        self,
        stages: TwoStage,
        criterion: Criterion,
        best: FloatArray,
        executor: Executor | None,
        watch: Watch,
    ) -> None:
        self.work = recourse_of(stages)
        self.stages, self.criterion = stages, criterion
        self.best, self.costs = best, best / self.work.unit
        self.measure = Measure.of(criterion, self.costs)
        self.master = self._master(np.zeros((stages.draws, len(stages.first))))
        draws = stages.draws
        self.pieces = [self.work.part(a, min(a + PIECE, draws)) for a in range(0, draws, PIECE)]
        self.executor, self.watch = executor, watch
        self.rounds, self.lost = 0, set[int]()

    def to(
        self, tolerance: float, guess: Mapping[Key, float] | None
    ) -> tuple[FloatArray, float] | None:
        """The best plan within the gap and the bound, in natural units; None without a plan."""
        favoured = self.master.solve()
        if favoured is None:
            return None
        fits = guess is not None and self.stages.keeps(guess)
        x = self._natural(guess) if guess is not None and fits else favoured[1]
        plan, value, bound = x, inf, -inf
        reach, promised = REACH, -inf
        started, first_gap = time.monotonic(), inf
        while self.rounds < MOST_ROUNDS:
            self.rounds += 1
            here = self.look(x)
            if value < inf:
                good = value - here >= _GOOD * (value - promised)
                reach = 2.0 * reach if good else max(0.5 * reach, LEAST_REACH)
            if here < value:
                plan, value = x, here
            favoured = self.master.solve()
            if favoured is None:
                return None
            bound = favoured[0]
            gap = (value - bound) / max(1.0, abs(value))
            first_gap = min(first_gap, gap) if first_gap == inf else first_gap
            done = _closed(gap, first_gap, tolerance)
            self.watch.tell(Progress(done, 100, time.monotonic() - started))
            if gap <= tolerance:
                break
            if value < inf:
                favoured = self.master.near(plan, reach) or favoured
            promised, x = favoured
        return (plan, bound) if value < inf else None

    def answer(self, x: FloatArray, bound: float, tolerance: float) -> HereAndNow:
        """The plan at `x` with the outcome of every draw, certified, and its proven gap."""
        stages, unit = self.stages, self.work.unit
        first = dict(zip(stages.first, (x * self.work.first_unit).tolist(), strict=True))
        program = fixed_at(stages, first)
        outcomes = objectives(program, executor=self.executor, cancel=self.watch.cancel)
        value = criterion_value(
            self.criterion, outcomes, stages.probability,
            maximise=stages.program.maximise, best=self.best,
        )  # fmt: skip
        bound *= abs(unit) if isinstance(self.criterion, Regret) else unit
        gap = abs(value - bound) / max(abs(value), abs(unit))
        status = Status.OPTIMAL if gap <= 10.0 * tolerance else Status.STOPPED
        return HereAndNow(
            status, value, first, outcomes, bound, gap, (), self.rounds, self.master.cuts
        )

    def look(self, x: FloatArray) -> float:
        """The criterion at `x`, infinite where a draw has no second stage; teaches the master."""
        basis = start_basis(self.pieces[0], x)
        tasks = [(piece, x, basis) for piece in self.pieces]
        parts = list(
            run_all(look, tasks, executor=self.executor, watch=Watch(cancel=self.watch.cancel))
        )
        offset = np.cumsum([0, *(piece.draws for piece in self.pieces)]).tolist()
        lost = {a + d for a, part in zip(offset, parts, strict=False) for d in part.lost.tolist()}
        if lost:
            self.lost |= lost
            for part in parts:
                self.master.avoid(part)
            return inf
        cost = np.concatenate([part.cost for part in parts])
        slope = np.concatenate([part.slope for part in parts])
        if self.rounds == 1:  # now it is known which draws are alike
            self.master = self._master(slope)
        return self.master.learn(cost, slope, x)

    def _master(self, slope: FloatArray) -> Master:
        return Master(self.stages, self.work, self.measure, self.costs, slope)

    def _natural(self, plan: Mapping[Key, float]) -> FloatArray:
        """A plan within the bounds of the first columns, in natural units."""
        inside = [min(max(plan[c.key], float(c.lower)), float(c.upper)) for c in self.stages.shared]
        return np.array(inside) / self.work.first_unit


def _closed(gap: float, first: float, tolerance: float) -> int:
    """Percent of the way from the first gap to the tolerance, on a logarithmic scale."""
    if not 0.0 < first < inf or gap <= tolerance or first <= tolerance:
        return 100 if gap <= tolerance else 0
    return int(99 * min(1.0, max(0.0, log(first / gap) / log(first / tolerance))))
