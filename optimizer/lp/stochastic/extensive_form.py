"""A two-stage programme written out in full, draw by draw, as one linear programme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf

import numpy as np

from optimizer.lp.own_keys import OwnKeys
from optimizer.lp.program import Column, FloatArray, Key, LinearProgram, Row, Sense
from optimizer.lp.solution import NoSolution, Status
from optimizer.lp.solver import solve
from optimizer.lp.stochastic.criteria import Criterion, CVaR, Mean, Regret, criterion_value
from optimizer.lp.stochastic.solve_draws import solve_draws
from optimizer.lp.stochastic.two_stage import HereAndNow, TwoStage


def extensive(
    stages: TwoStage, criterion: Criterion | None = None, *, best: FloatArray | None = None
) -> LinearProgram:
    """One programme: first columns keep their keys, all others stand once for each draw.

    Its objective is the criterion (the mean if none is given). `best` (D,) are the optima of the
    draws, which the regret needs; they are solved for where left out. Raises NoSolution when a draw
    has no optimum to regret.
    """
    criterion = criterion or Mean()
    if isinstance(criterion, Regret) and best is None:
        best = wait_and_see(stages)
    writer = _Writer(stages, criterion, best)
    columns = list(writer.first())
    rows = list(stages.first_rows)
    for i in range(stages.draws):
        draw = stages.recourse.at(i)
        columns += writer.columns(i, draw)
        rows += writer.rows(i, draw)
        if not isinstance(criterion, Mean) and stages.probability[i] > 0:
            rows.append(writer.measured(i, draw))
    maximise = stages.program.maximise and not isinstance(criterion, Regret)
    return LinearProgram(tuple(columns), tuple(rows), maximise, writer.constant())


def solve_extensive(
    stages: TwoStage, criterion: Criterion | None = None, *, best: FloatArray | None = None
) -> HereAndNow:
    """The best plan by the extensive form, certified; whole numbers are allowed."""
    criterion = criterion or Mean()
    if isinstance(criterion, Regret) and best is None:
        best = wait_and_see(stages)
    solution = solve(extensive(stages, criterion, best=best))
    nothing = np.full(stages.draws, np.nan)
    if not solution.found:
        return HereAndNow(solution.status, None, {}, nothing)
    first = {key: solution.value[key] for key in stages.first}
    outcomes = outcomes_of(stages, first)
    value = criterion_value(
        criterion, outcomes, stages.probability, maximise=stages.program.maximise, best=best
    )
    assert solution.objective is not None
    # a plan at the edge of what its rows allow may fail a draw by rounding alone
    objective = value if np.isfinite(value) else solution.objective
    return HereAndNow(
        Status.OPTIMAL, objective, first, outcomes, solution.objective, solution.gap or 0.0
    )


def fixed_at(stages: TwoStage, first: Mapping[Key, float]) -> LinearProgram:
    """The second stage of all draws, with the first columns fixed (within their bounds)."""
    fixed = {c.key: min(max(first[c.key], float(c.lower)), float(c.upper)) for c in stages.shared}
    program = stages.recourse
    columns = tuple(
        Column(c.key, fixed[c.key], fixed[c.key], c.gain) if c.key in fixed else c
        for c in program.columns
    )
    return LinearProgram(columns, program.rows, program.maximise, program.constant)


def outcomes_of(stages: TwoStage, first: Mapping[Key, float]) -> FloatArray:
    """What each draw yields when the first columns are fixed, shape (D,); NaN without a plan."""
    return solve_draws(fixed_at(stages, first)).objective


def wait_and_see(stages: TwoStage) -> FloatArray:
    """The optimum of each draw on its own, shape (D,).

    Raises NoSolution when a draw that counts has none.
    """
    solved = solve_draws(stages.program)
    lost = np.flatnonzero(~solved.found & (stages.probability > 0))
    if len(lost):
        raise NoSolution(f"{len(lost)} draws have no optimum of their own (first: {lost[0]}).")
    return solved.objective


@dataclass(frozen=True)
class _Writer:
    """Writes the parts of an extensive form for one criterion."""

    stages: TwoStage
    criterion: Criterion
    best: FloatArray | None

    @cached_property
    def own(self) -> OwnKeys:
        """Keys of what stands once for each draw: ("draw", i) and the key it has there."""
        return OwnKeys(self.stages.program)

    @cached_property
    def level(self) -> Key:
        """Key of the column that holds the value at risk, the worst draw or the largest regret."""
        return self.own("level")

    @property
    def mean_weight(self) -> float:
        """Weight of the expected objective."""
        if isinstance(self.criterion, CVaR):
            return 1.0 - self.criterion.weight
        return 1.0 if isinstance(self.criterion, Mean) else 0.0

    @property
    def worst_only(self) -> bool:
        """Whether `level` bounds every draw, without shortfalls."""
        return not isinstance(self.criterion, CVaR) or self.criterion.level > 1.0 - 1e-12

    def constant(self) -> float:
        counted = self.stages.probability > 0
        constant = np.broadcast_to(self.stages.program.constant, (self.stages.draws,))
        return self.mean_weight * float(self.stages.probability[counted] @ constant[counted])

    def first(self) -> Iterator[Column]:
        for c in self.stages.shared:
            yield Column(c.key, c.lower, c.upper, self.mean_weight * c.gain, c.integer)
        if not isinstance(self.criterion, Mean):
            weight = 1.0 if isinstance(self.criterion, Regret) else self.criterion.weight
            yield Column(self.level, -inf, inf, weight)

    def columns(self, i: int, draw: LinearProgram) -> Iterator[Column]:
        chance = float(self.stages.probability[i])
        early = set(self.stages.first)
        for c in draw.columns:
            if c.key not in early:
                gain = self.mean_weight * chance * float(c.gain)
                yield Column(self.own("draw", i, c.key), c.lower, c.upper, gain, c.integer)
        if isinstance(self.criterion, CVaR) and not self.worst_only and chance > 0:
            loss = self.criterion.weight * chance / (1.0 - self.criterion.level)
            yield Column(self.own("draw", i), 0.0, inf, -self.stages.sign * loss)

    def rows(self, i: int, draw: LinearProgram) -> Iterator[Row]:
        early = set(self.stages.first)
        for r in draw.rows:
            terms = {k if k in early else self.own("draw", i, k): v for k, v in r.terms.items()}
            yield Row(self.own("draw", i, r.key), terms, r.sense, r.rhs)

    def measured(self, i: int, draw: LinearProgram) -> Row:
        """The draw's objective is no worse than the level, but for its shortfall."""
        early, sign = set(self.stages.first), self.stages.sign
        terms = {
            c.key if c.key in early else self.own("draw", i, c.key): sign * float(c.gain)
            for c in draw.columns
            if c.gain != 0
        }
        floor = -sign * float(draw.constant)
        if isinstance(self.criterion, Regret):
            assert self.best is not None
            terms[self.level] = 1.0
            floor += sign * float(self.best[i])
        else:
            terms[self.level] = -sign
            if not self.worst_only:
                terms[self.own("draw", i)] = 1.0
        return Row(self.own("draw", i), terms, Sense.GE, floor)
