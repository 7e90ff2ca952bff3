"""The first stage of the L-shaped method: the first columns, and cuts that bound all draws."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from optimizer.lp.highs import STATUS, new_solver
from optimizer.lp.program import FloatArray, IntArray, Sense
from optimizer.lp.solution import NoSolution, Status
from optimizer.lp.stochastic.criteria import Criterion, CVaR, Mean, Regret, worst_tail
from optimizer.lp.stochastic.recourse import Recourse, Seen
from optimizer.lp.stochastic.two_stage import TwoStage

MOST_GROUPS = 512
"""Groups of draws that have a bound of their own; with more draws, those alike share one."""
WORST_CUTS = 40
"""Cuts a round for the worst draws, when only the worst draw counts."""


@dataclass(frozen=True)
class Measure:
    """A criterion as a minimisation: shares of mean and tail, and what costs are compared with.

    The value of costs c (D,) is `mean` · E[c] + `tail` · (the mean of the worst 1 − `level` of
    c − `base`); level 1 is the worst draw alone.
    """

    mean: float
    tail: float
    level: float
    base: FloatArray

    @classmethod
    def of(cls, criterion: Criterion, best: FloatArray) -> Measure:
        """From a criterion and the least cost of each draw (D,)."""
        if isinstance(criterion, Regret):
            return cls(0.0, 1.0, 1.0, best)
        if isinstance(criterion, Mean):
            return cls(1.0, 0.0, 0.0, np.zeros(len(best)))
        assert isinstance(criterion, CVaR)
        level = 1.0 if criterion.level > 1.0 - 1e-12 else criterion.level
        return cls(1.0 - criterion.weight, criterion.weight, level, np.zeros(len(best)))


class Master:
    """Minimises the criterion over the first columns under the cuts known so far.

    Columns are the f first columns, the value at risk, the worst loss, and one bound for each group
    of draws. Draws of probability 0 have none. `slope` (D, f) tells which draws are alike.
    """

    def __init__(
        self,
        stages: TwoStage,
        work: Recourse,
        measure: Measure,
        best: FloatArray,
        slope: FloatArray,
    ) -> None:
        self.measure, self.unit = measure, work.first_unit
        self.counted = np.flatnonzero(stages.probability > 0)
        self.chance = stages.probability[self.counted]
        self.first = len(stages.first)
        self.group = alike(slope[self.counted], MOST_GROUPS)
        groups = int(self.group.max()) + 1
        self.weight = np.bincount(self.group, self.chance, groups)
        self.cuts = 0
        self._solver = new_solver()
        self._columns(stages, groups)
        self._rows(stages)
        self._floors(best[self.counted])

    def _columns(self, stages: TwoStage, groups: int) -> None:
        self._numbers = np.arange(self.first, dtype=np.int32)
        self._lower = np.array([float(c.lower) for c in stages.shared]) / self.unit
        self._upper = np.array([float(c.upper) for c in stages.shared]) / self.unit
        risk = self.measure.tail > 0 and self.measure.level < 1.0
        worst = self.measure.tail if self.measure.level == 1.0 else 0.0
        for lower, upper in zip(self._lower.tolist(), self._upper.tolist(), strict=True):
            self._solver.addCol(0.0, lower, upper, 0, _NONE, _NO_NUMBERS)
        free = inf if risk else 0.0
        self._solver.addCol(self.measure.tail if risk else 0.0, -free, free, 0, _NONE, _NO_NUMBERS)
        free = inf if worst > 0 else 0.0
        self._solver.addCol(worst, -free, free, 0, _NONE, _NO_NUMBERS)
        free = inf if risk or self.measure.mean > 0 else 0.0
        for weight in self.weight.tolist():
            self._solver.addCol(weight, -free, free, 0, _NONE, _NO_NUMBERS)

    def _rows(self, stages: TwoStage) -> None:
        """The rows over first columns alone."""
        known = {key: j for j, key in enumerate(stages.first)}
        for row in stages.first_rows:
            terms = np.zeros(self.first)
            for key, coefficient in row.terms.items():
                terms[known[key]] += float(coefficient)
            terms *= self.unit
            size = float(np.abs(terms).max(initial=0.0)) or 1.0
            rhs = float(row.rhs) / size
            lower = -inf if row.sense is Sense.LE else rhs
            self._add(terms / size, lower, inf if row.sense is Sense.GE else rhs)

    def _floors(self, best: FloatArray) -> None:
        """No draw costs less than its own optimum."""
        if self.measure.level == 1.0 and self.measure.tail > 0:
            self._worst_cut(float((best - self.measure.base[self.counted]).max()))
        none = np.zeros((len(best), self.first))
        for tail in {0.0, 1.0} if 0.0 < self.measure.level < 1.0 else {1.0}:
            self._group_cuts(best, none, np.full(len(best), tail), np.zeros(self.first))

    def learn(self, cost: FloatArray, slope: FloatArray, x: FloatArray) -> float:
        """Add costs (D,) and slopes (D, f) of all draws at `x`; returns the criterion there."""
        cost, slope, measure = cost[self.counted], slope[self.counted], self.measure
        loss = cost - measure.base[self.counted]
        weights = worst_tail(-loss, self.chance, measure.level)
        if measure.level == 1.0 and measure.tail > 0:
            for d in np.argsort(-loss, kind="stable")[:WORST_CUTS].tolist():
                self._worst_cut(float(loss[d] - slope[d] @ x), slope[d])
        self._group_cuts(cost, slope, weights * (1.0 - measure.level) / self.chance, x)
        return float(measure.mean * (self.chance @ cost) + measure.tail * (weights @ loss))

    def avoid(self, seen: Seen) -> None:
        """Keep out a plan that leaves draws without a second stage."""
        for wall, least in zip(seen.wall, seen.least, strict=True):
            size = float(np.abs(wall).max(initial=0.0))
            if size <= 0.0:
                raise NoSolution("A draw contradicts the plan, but gives no proof of it.")
            self._add(wall / size, least / size, inf)
            self.cuts += 1

    def solve(self) -> tuple[float, FloatArray] | None:
        """The least value that the cuts allow, and its first columns; None if they conflict."""
        solver = self._solver
        solver.run()
        status = STATUS.get(solver.getModelStatus())
        if status is not Status.OPTIMAL and status is not Status.INFEASIBLE:
            solver.clearSolver()
            solver.run()
            status = STATUS.get(solver.getModelStatus())
        if status is Status.INFEASIBLE:
            return None
        if status is not Status.OPTIMAL:
            raise NoSolution(f"The first stage ended {status or Status.FAILED}.")
        x = np.array(solver.getSolution().col_value[: self.first])
        return float(solver.getInfo().objective_function_value), x

    def near(self, plan: FloatArray, reach: float) -> tuple[float, FloatArray] | None:
        """As `solve`, with every first column at most `reach` away from `plan`."""
        lower, upper = np.maximum(self._lower, plan - reach), np.minimum(self._upper, plan + reach)
        self._solver.changeColsBounds(self.first, self._numbers, lower, upper)
        found = self.solve()
        self._solver.changeColsBounds(self.first, self._numbers, self._lower, self._upper)
        return found

    def _worst_cut(self, at_zero: float, slope: FloatArray | None = None) -> None:
        """Ask for worst ≥ at_zero + slope·x."""
        terms = np.zeros(self.first) if slope is None else -slope
        self._add(terms, at_zero, inf, {self.first + 1: 1.0})
        self.cuts += 1

    def _group_cuts(
        self, cost: FloatArray, slope: FloatArray, tail: FloatArray, x: FloatArray
    ) -> None:
        """Bound of each group ≥ mean of its draws, `tail` (D,) in 0…1 of each beyond the risk."""
        measure = self.measure
        weight = np.full(len(cost), measure.mean)
        beyond = np.zeros(len(cost))
        if measure.tail > 0 and measure.level < 1.0:
            beyond = measure.tail / (1.0 - measure.level) * tail
            weight = weight + beyond
        elif measure.mean == 0.0:
            return
        groups = len(self.weight)
        share = self.chance / self.weight[self.group]
        base = self.measure.base[self.counted]
        at_zero = share * (weight * (cost - slope @ x) - beyond * base)
        rhs = np.bincount(self.group, at_zero, groups)
        risk = np.bincount(self.group, share * beyond, groups)
        slopes = (share * weight)[:, None] * slope
        terms = np.zeros((groups, self.first))
        np.add.at(terms, self.group, slopes)
        for g in range(groups):
            self._add(-terms[g], float(rhs[g]), inf,
                      {self.first: float(risk[g]), self.first + 2 + g: 1.0})  # fmt: skip
        self.cuts += groups

    def _add(
        self, terms: FloatArray, lower: float, upper: float, more: dict[int, float] | None = None
    ) -> None:
        """A row over the first columns and `more`."""
        entries = {j: float(v) for j, v in enumerate(terms) if v != 0.0}
        entries |= {j: v for j, v in (more or {}).items() if v != 0.0}
        index = np.array(list(entries), dtype=np.int32)
        self._solver.addRow(lower, upper, len(index), index, np.array(list(entries.values())))


def alike(points: FloatArray, groups: int) -> IntArray:
    """Number of the group of each point (D, f), at most `groups` (a power of two), all of one size.

    Groups are halved along the coordinate in which they spread most.
    """
    parts = [np.arange(len(points))]
    while points.size and 2 * len(parts) <= groups and len(parts) < len(points):
        halves = []
        for part in parts:
            along = points[part, points[part].var(axis=0).argmax()]
            order, middle = part[np.argsort(along, kind="stable")], len(part) // 2
            halves += [half for half in (order[:middle], order[middle:]) if len(half)]
        parts = halves
    group = np.empty(len(points), dtype=np.int64)
    for number, part in enumerate(parts):
        group[part] = number
    return group


_NONE, _NO_NUMBERS = np.zeros(0, dtype=np.int32), np.zeros(0)
