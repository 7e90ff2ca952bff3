"""How far a plan may move at a small loss, and which plans within that loss differ the most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf, isfinite

import numpy as np

from optimizer.lp.certificate import Certificate, check_plan
from optimizer.lp.fronts.lexicographic import Best, Lexicographic, at_whole_numbers, vector
from optimizer.lp.fronts.pareto import EXACT
from optimizer.lp.program import (
    Column,
    FloatArray,
    Key,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
)
from optimizer.lp.solution import NoSolution, Solution, Status
from optimizer.lp.solver import solve
from optimizer.system.progress import Tally, Watch

Gains = Mapping[Key, float]

SAME = 1e-6
"""Plans nearer than this in all expressions together, each with its width as 1, are the same."""


@dataclass(frozen=True, eq=False)
class End:
    """One end of an expression: its `value`, and of all plans that reach it the best objective.

    Without an end `value` is infinite, and `x`, `objective` and `certificate` are None. The
    certificate proves that no plan within the loss goes further; where no loss is allowed, that the
    plan is optimal; with integer columns, that it keeps all rows (the end then holds up to the
    solver's relative gap of 1e-9).
    """

    value: float
    objective: float | None = None
    x: FloatArray | None = None
    certificate: Certificate | None = None


@dataclass(frozen=True, eq=False)
class Reach:
    """How far one expression may go: `now` in the given plan, its `least` and its `most`."""

    now: float
    least: End
    most: End

    @property
    def width(self) -> float:
        """Distance between the ends."""
        return self.most.value - self.least.value


@dataclass(frozen=True, eq=False)
class Room:
    """The reach of each expression among plans whose objective is no worse than `worst`."""

    objective: float
    worst: float
    slack: float
    reach: Mapping[str, Reach]


@dataclass(frozen=True, eq=False)
class Alternative:
    """A plan within the loss: its expressions, its objective, and how far from all before it.

    `distance` is the least, over the plans before it, of the sum of differences in all
    expressions, each divided by its width within the loss; `gap` the proven rest of the search.
    `certificate` checks that the plan keeps all rows and the loss.
    """

    value: Mapping[str, float]
    objective: float
    distance: float
    x: FloatArray
    gap: float
    certificate: Certificate


def room(
    program: LinearProgram, solution: Solution, expressions: Mapping[str, Gains], slack: float
) -> Room:
    """Least and most of each expression when the objective may lose a share `slack` of its best.

    `solution` is an optimum of `program`. The share is of the absolute value of the objective, so
    0.02 allows 98 where 100 is the most, and 102 where 100 is the least. No loss at all (0) keeps
    to the optimal plans exactly. Raises NoSolution without an optimum, MalformedProgram for an
    unknown column or a negative slack.
    """
    return _Near(program, solution, slack).room(expressions)


def tied(
    program: LinearProgram,
    solution: Solution,
    expressions: Mapping[str, Gains],
    *,
    tolerance: float = 0.0,
    wide: float = 0.0,
) -> Mapping[str, Reach]:
    """The expressions that can change at no loss, or at a loss of `tolerance` as in `room`.

    Those that change by less than `wide` are left out. Empty when the optimal plan is the only one
    as far as these expressions tell. Raises as `room`.
    """
    near = _Near(program, solution, tolerance)
    told = {name: gains for name, gains in expressions.items() if not near.narrow(gains, wide)}
    return {
        name: reach
        for name, reach in near.room(told).reach.items()
        if reach.width >= wide and near.moves(reach, vector(program, told[name], "An expression"))
    }


def different(
    program: LinearProgram,
    solution: Solution,
    expressions: Mapping[str, Gains],
    slack: float,
    count: int,
    *,
    time_limit: float | None = None,
    watch: Watch | None = None,
) -> tuple[Alternative, ...]:
    """Up to `count` plans within the loss, each as far as possible from all plans before it.

    The first is as far as possible from `solution`. Exact: the largest least distance is found by a
    mixed-integer programme with one switch for each expression and plan (distances and normalising
    as in `Alternative`; the idea is Brill's "modelling to generate alternatives", 1982). Fewer
    plans come back when all further ones equal an earlier one in every expression. A plan found
    when `time_limit` (seconds a plan) runs out counts, with its gap. Raises as `room`,
    MalformedProgram for an expression that has no end within the loss, and Cancelled.
    """
    tally = Tally(watch, count)
    return _Near(program, solution, slack).different(expressions, tally, time_limit)


class _Near:
    """The plans of a programme that are nearly as good as its optimum."""

    def __init__(self, program: LinearProgram, solution: Solution, slack: float) -> None:
        if not solution.found or solution.objective is None:
            raise NoSolution("Alternatives need an optimum to start from.")
        if not (slack >= 0.0 and isfinite(slack)):
            raise MalformedProgram("The slack must be a share of at least 0.")
        self.program, self.solution, self.slack = program, solution, slack
        self.objective = solution.objective
        loss = slack * abs(self.objective)
        self.worst = self.objective - loss if program.maximise else self.objective + loss
        self.sign = 1.0 if program.maximise else -1.0
        self.gains = program.arrays.gain
        self.whole = bool(program.arrays.integer.any())
        self.exact = slack == 0.0 and not self.whole
        self.near = replace(program, rows=(*program.rows, self._row()))
        self.rows = Lexicographic(program if self.exact else self.near)

    def _row(self) -> Row:
        """The row that keeps the loss, at least a hair, for rounding could leave no plan at all."""
        terms = {c.key: float(c.gain) for c in self.program.columns if c.gain != 0}
        hair = 0.0
        if self.slack == 0.0 or self.whole:
            sizes = np.abs(self.gains * (self.solution.x if self.solution.x is not None else 0.0))
            hair = EXACT * max(abs(self.objective), float(sizes.sum()))
            hair = max(0.0, hair - abs(self.objective - self.worst))
        limit = self.worst - float(self.program.constant) - self.sign * hair
        return Row(object(), terms, Sense.GE if self.program.maximise else Sense.LE, limit)

    def moves(self, reach: Reach, numbers: FloatArray) -> bool:
        """Whether an expression may change by more than rounding."""
        assert self.solution.x is not None
        size = float(np.abs(numbers * self.solution.x).sum())
        ends = [abs(end.value) for end in (reach.least, reach.most) if isfinite(end.value)]
        return reach.width > 10 * EXACT * max([size, *ends, self.rows.typical(numbers)])

    def narrow(self, gains: Gains, wide: float) -> bool:
        """Whether an expression is proved to change by less than `wide`."""
        if self.exact or wide <= 0.0:
            return False
        numbers = vector(self.program, gains, "An expression")
        return self.rows.at_most(numbers) + self.rows.at_most(-numbers) < wide

    def room(self, expressions: Mapping[str, Gains]) -> Room:
        assert self.solution.x is not None
        reach = {}
        for name, gains in expressions.items():
            numbers = vector(self.program, gains, f"The expression {name!r}")
            now = float(numbers @ self.solution.x) + 0.0
            reach[name] = Reach(now, self._end(numbers, -1.0), self._end(numbers, 1.0))
        return Room(self.objective, self.worst, self.slack, reach)

    def _end(self, numbers: FloatArray, side: float) -> End:
        """The furthest value of an expression on one side."""
        best = self._furthest(side * numbers)
        if best.status is Status.UNBOUNDED:
            return End(side * inf)
        if best.x is None:
            raise NoSolution(f"The solver gave no verdict: {best.status}.")
        objective = float(self.gains @ best.x) + float(self.program.constant)
        return End(float(numbers @ best.x) + 0.0, objective, best.x, best.certificate)

    def _furthest(self, gains: FloatArray) -> Best:
        good = self.sign * self.gains
        if self.exact:
            return self.rows.best(good, gains)
        best = self.rows.best(gains, good)
        return self._without_hair(best, good, gains) if self.slack == 0.0 and best.found else best

    def _without_hair(self, best: Best, good: FloatArray, gains: FloatArray) -> Best:
        """The furthest of the optimal plans with the whole numbers of one that a hair let in."""
        assert best.x is not None
        plan = Lexicographic(at_whole_numbers(self.program, best.x)).best(good, gains)
        if plan.x is None or plan.level < 2:
            return best
        exact = check_plan(self.near, plan.x, best.gap)
        return replace(best, x=plan.x, certificate=exact) if exact.passed else best

    def different(
        self, expressions: Mapping[str, Gains], tally: Tally, time_limit: float | None
    ) -> tuple[Alternative, ...]:
        """The chain of plans, each as far as possible from all before it."""
        assert self.solution.x is not None
        numbers = {n: vector(self.program, g, "An expression") for n, g in expressions.items()}
        scaled = []
        for name, reach in self.room(expressions).reach.items():
            if not isfinite(reach.width):
                raise MalformedProgram(f"The expression {name!r} has no end within the loss.")
            if self.moves(reach, numbers[name]):
                scaled.append(numbers[name] / reach.width)
        before, found = [self.solution.x], list[Alternative]()
        while scaled and len(found) < tally.total:
            search = _farthest(self.near, scaled, before)
            then = {c.key: -self.sign * float(c.gain) for c in self.program.columns}
            answer = solve(search, time_limit=time_limit, then=then)
            if answer.x is None and found:
                break
            if answer.x is None:
                raise NoSolution(f"No further plan was found: the solve ended {answer.status}.")
            x = answer.x[: len(self.program.columns)]
            distance = min(sum(abs(float(g @ (x - b))) for g in scaled) for b in before)
            if distance <= SAME:
                break
            gap = answer.gap or 0.0
            found.append(
                Alternative(
                    {name: float(g @ x) + 0.0 for name, g in numbers.items()},
                    float(self.gains @ x) + float(self.program.constant),
                    distance,
                    x,
                    gap,
                    check_plan(self.near, x, gap),
                )
            )
            before.append(x)
            tally.add()
        return tuple(found)


def _farthest(
    near: LinearProgram, scaled: Sequence[FloatArray], before: Sequence[FloatArray]
) -> LinearProgram:
    """Maximise the least distance to the plans in `before`; its columns come after those of `near`.

    |e - e'| ≤ 1 within the loss, so that a switch needs no larger number than 2 to pass it by.
    """
    keys = [c.key for c in near.columns]
    columns = [replace(c, gain=0.0) for c in near.columns]
    rows = list(near.rows)
    nearest: Key = ("nearest", object())
    columns.append(Column(nearest, gain=1.0))
    for plan in before:
        parts: dict[Key, float] = {nearest: 1.0}
        for gains in scaled:
            apart, above = ("apart", object()), ("above", object())
            columns += [Column(apart), Column(above, 0.0, 1.0, integer=True)]
            parts[apart] = -1.0
            here = {k: g for k, g in zip(keys, gains.tolist(), strict=True) if g}
            at = float(gains @ plan)
            up: dict[Key, float] = {apart: 1.0, above: 2.0, **{k: -g for k, g in here.items()}}
            rows.append(Row(object(), up, Sense.LE, 2.0 - at))
            rows.append(Row(object(), {apart: 1.0, above: -2.0, **here}, Sense.LE, at))
        rows.append(Row(object(), parts, Sense.LE, 0.0))
    return LinearProgram(tuple(columns), tuple(rows))
