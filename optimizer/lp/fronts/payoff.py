"""Several sums side by side: what each costs the others, and what weighted sums choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import numpy as np

from optimizer.lp.certificate import Certificate
from optimizer.lp.fronts.lexicographic import Aim, Best, Lexicographic, criterion, vector
from optimizer.lp.fronts.pareto import EXACT
from optimizer.lp.program import FloatArray, LinearProgram, MalformedProgram
from optimizer.lp.solution import Status


@dataclass(frozen=True, eq=False)
class PayoffRow:
    """The plan that serves `name` first and then the other sums in their stated order.

    `values` of all sums in stated units; empty unless `status` is OPTIMAL.
    """

    name: str
    status: Status
    values: Mapping[str, float] = field(default_factory=dict)
    x: FloatArray | None = None
    certificate: Certificate | None = None


@dataclass(frozen=True, eq=False)
class Payoff:
    """One row for each sum; `best` and `worst` value of each sum over the rows."""

    names: tuple[str, ...]
    rows: tuple[PayoffRow, ...]
    best: Mapping[str, float]
    worst: Mapping[str, float]

    @property
    def found(self) -> bool:
        """Whether every sum has an optimum."""
        return all(row.status is Status.OPTIMAL for row in self.rows)


@dataclass(frozen=True, eq=False)
class Weighted:
    """An efficient plan, and all tried weights (by name, adding up to 1) that choose it."""

    values: Mapping[str, float]
    x: FloatArray
    weights: tuple[Mapping[str, float], ...]
    certificate: Certificate | None


def payoff_table(
    program: LinearProgram, objectives: Mapping[str, Aim], *, time_limit: float | None = None
) -> Payoff:
    """Each sum made best in turn, then the others in order, so that no row is dominated.

    Lexicographic, as Mavrotas (2009) asks for. `time_limit` in seconds bounds each solve of a
    programme with integer columns. Raises MalformedProgram for unknown columns.
    """
    return _Sums(program, objectives, time_limit).table()


def simplex_of_weights(
    program: LinearProgram,
    objectives: Mapping[str, Aim],
    steps: int,
    *,
    time_limit: float | None = None,
) -> tuple[Weighted, ...]:
    """Distinct efficient plans for all weights in multiples of 1/`steps` that add up to 1.

    Each sum is divided by its range in the payoff table first; one without a range counts nothing.
    Plans that tie are settled by the equal-weighted sum, so that every plan is efficient; plans
    equal in all sums count once. They come in the order of the first weights that choose them.
    Raises MalformedProgram if `steps` is below 1; nothing is returned where a sum has no optimum.
    """
    if steps < 1:
        raise MalformedProgram("The simplex of weights needs at least one step.")
    return tuple(_Sums(program, objectives, time_limit).weighted(steps))


class _Sums:
    """The sums as gains to be made large, over one set of rows."""

    def __init__(
        self, program: LinearProgram, objectives: Mapping[str, Aim], time_limit: float | None
    ) -> None:
        if not objectives:
            raise MalformedProgram("There is no sum to make best.")
        self.names = tuple(objectives)
        aims = [criterion(aim) for aim in objectives.values()]
        self.signs = [aim.sign(program) for aim in aims]
        self.gains = [
            sign * vector(program, aim.gains, f"The sum {name!r}")
            for name, sign, aim in zip(self.names, self.signs, aims, strict=True)
        ]
        self.rows = Lexicographic(program, time_limit=time_limit)

    def values(self, x: FloatArray) -> dict[str, float]:
        """All sums of a plan in stated units."""
        parts = zip(self.names, self.signs, self.gains, strict=True)
        return {name: float(sign * (gain @ x)) + 0.0 for name, sign, gain in parts}

    def table(self) -> Payoff:
        rows = tuple(self._row(k) for k in range(len(self.names)))
        best, worst = {}, {}
        for name, sign in zip(self.names, self.signs, strict=True):
            found = [sign * row.values[name] for row in rows if row.values]
            if found:
                best[name], worst[name] = sign * max(found) + 0.0, sign * min(found) + 0.0
        return Payoff(self.names, rows, best, worst)

    def _row(self, k: int) -> PayoffRow:
        others = [gain for j, gain in enumerate(self.gains) if j != k]
        best = self.rows.best(self.gains[k], *others)
        if best.x is None:
            return PayoffRow(self.names[k], best.status)
        values = self.values(best.x)
        return PayoffRow(self.names[k], best.status, values, best.x, best.certificate)

    def weighted(self, steps: int) -> Iterator[Weighted]:
        table = self.table()
        if not table.found:
            return
        size = [abs(table.best[n] - table.worst[n]) for n in self.names]
        terms = [
            [float(np.abs(g * row.x).sum()) for row in table.rows if row.x is not None]
            for g in self.gains
        ]
        scaled = [
            gain / reach if reach > EXACT * max(sizes) else np.zeros_like(gain)
            for gain, reach, sizes in zip(self.gains, size, terms, strict=True)
        ]
        even: FloatArray = np.sum(scaled, axis=0)
        found: list[tuple[Best, FloatArray, list[Mapping[str, float]]]] = []
        for shares in _lattice(len(self.names), steps):
            mixed: FloatArray = np.sum([s * g for s, g in zip(shares, scaled, strict=True)], axis=0)
            best = self.rows.best(mixed, even)
            if best.x is None:
                continue
            at = np.array([gain @ best.x for gain in scaled])
            weights = dict(zip(self.names, shares, strict=True))
            same = next((f for f in found if np.abs(f[1] - at).max() <= 10 * EXACT), None)
            if same is None:
                found.append((best, at, [weights]))
            else:
                same[2].append(weights)
        for best, _, chosen in found:
            assert best.x is not None
            yield Weighted(self.values(best.x), best.x, tuple(chosen), best.certificate)


def _lattice(parts: int, steps: int) -> Iterator[tuple[float, ...]]:
    """All shares in multiples of 1/steps that add up to 1, the first part largest first."""
    for cuts in combinations(range(steps + parts - 1), parts - 1):
        ends = (-1, *cuts, steps + parts - 1)
        widths = [b - a - 1 for a, b in pairwise(ends)]
        yield tuple(w / steps for w in reversed(widths))
