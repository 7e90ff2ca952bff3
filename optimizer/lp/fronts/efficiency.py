"""Frontier efficiency (DEA): how near each unit comes to the best practice of all units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from optimizer.lp.certificate import Certificate
from optimizer.lp.fronts.lexicographic import Lexicographic
from optimizer.lp.program import (
    Coefficient,
    Column,
    FloatArray,
    Key,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
)
from optimizer.lp.solution import NoSolution

EXACT = 1e-9
"""A score nearer to 1 than this is 1; a smaller share of a unit's own figures is nothing."""


class Orientation(StrEnum):
    """What is changed until a unit reaches the frontier."""

    INPUT = "input"
    """All inputs shrink by one factor, outputs stay."""
    OUTPUT = "output"
    """All outputs grow by one factor, inputs stay."""


class Returns(StrEnum):
    """What may be expected of a unit of another size."""

    CONSTANT = "constant"
    """Half the inputs give half the outputs (Charnes, Cooper and Rhodes: CCR)."""
    VARIABLE = "variable"
    """Only mixtures of units are possible (Banker, Charnes and Cooper: BCC)."""


@dataclass(frozen=True, eq=False)
class UnitEfficiency:
    """One unit against the frontier.

    `score` is 1 on the frontier and the share of best practice below it: the factor for the inputs,
    or one over the factor for the outputs. `peers` are the units it is measured against, with the
    multiple of each; `input_target` (m,) and `output_target` (s,) are what these peers together
    use and yield, in stated units; `input_slack` and `output_slack` are what remains to be gained
    after the common factor. `certificate` checks the factor.
    """

    name: str
    score: float
    peers: Mapping[str, float]
    input_target: FloatArray
    output_target: FloatArray
    input_slack: FloatArray
    output_slack: FloatArray
    efficient: bool
    certificate: Certificate


@dataclass(frozen=True, eq=False)
class Efficiency:
    """All units against the frontier that they span, in their stated order."""

    orientation: Orientation
    returns: Returns
    units: tuple[UnitEfficiency, ...]

    @property
    def score(self) -> Mapping[str, float]:
        """Score of each unit by name."""
        return {unit.name: unit.score for unit in self.units}


def efficiency(
    names: Sequence[str],
    inputs: ArrayLike,
    outputs: ArrayLike,
    *,
    orientation: str = Orientation.INPUT,
    returns: str = Returns.CONSTANT,
) -> Efficiency:
    """Envelopment form: one linear programme a unit, first the factor, then the largest slacks.

    `inputs` has shape (units, m) and `outputs` (units, s), in any units of measure: neither scores
    nor targets depend on them. Raises MalformedProgram for repeated names, other shapes, negative
    or missing numbers, or a unit without any input or any output.

    >>> efficiency(["a", "b"], [[2], [4]], [[1], [1]]).score
    {'a': 1.0, 'b': 0.5}
    """
    x, y = _checked(names, inputs, "input"), _checked(names, outputs, "output")
    if len(set(names)) < len(names):
        raise MalformedProgram("Two units have the same name.")
    frontier = _Frontier(tuple(names), x, y, Orientation(orientation), Returns(returns))
    units = tuple(frontier.unit(o) for o in range(len(names)))
    return Efficiency(frontier.orientation, frontier.returns, units)


def _checked(names: Sequence[str], figures: ArrayLike, what: str) -> FloatArray:
    table = np.array(figures, dtype=np.float64)
    if table.ndim != 2 or len(table) != len(names) or not table.size:
        raise MalformedProgram(f"Each unit needs the same number of {what}s, one at least.")
    if not np.isfinite(table).all() or (table < 0).any():
        raise MalformedProgram(f"An {what} is missing or negative.")
    if (table.max(axis=1) <= 0).any():
        unit = names[int((table.max(axis=1) <= 0).argmax())]
        raise MalformedProgram(f"The unit {unit!r} has no {what} above 0.")
    return table


class _Frontier:
    """The units, each figure as a share of the largest of its kind."""

    def __init__(
        self,
        names: tuple[str, ...],
        x: FloatArray,
        y: FloatArray,
        orientation: Orientation,
        returns: Returns,
    ) -> None:
        self.names, self.x, self.y = names, x, y
        self.orientation, self.returns = orientation, returns
        sizes = [np.where(t.max(axis=0) > 0, t.max(axis=0), 1.0) for t in (x, y)]
        self.x_size, self.y_size = sizes
        self.shares = np.hstack([x / sizes[0], y / sizes[1]])
        self.signs = np.array([1.0] * x.shape[1] + [-1.0] * y.shape[1])

    def unit(self, o: int) -> UnitEfficiency:
        """The unit with number `o` against the frontier."""
        inward = self.orientation is Orientation.INPUT
        program, slacks = self._program(o), [("slack", k) for k in range(len(self.signs))]
        number = program.column_number
        factor, rest = np.zeros(len(number)), np.zeros(len(number))
        factor[number["factor",]] = -1.0 if inward else 1.0
        rest[[number[key] for key in slacks]] = 1.0
        best = Lexicographic(program).best(factor, rest)
        if best.x is None or best.certificate is None or best.level < 2:
            raise NoSolution(f"The frontier of {self.names[o]!r} was not found: {best.status}.")
        weights = np.maximum(best.x[[number["peer", j] for j in range(len(self.names))]], 0.0)
        least = EXACT * self.shares[o].max()
        weights[weights * self.shares.max(axis=1) < least] = 0.0
        left = np.maximum(best.x[[number[key] for key in slacks]], 0.0)
        left[left < least] = 0.0
        reached = float(best.x[number["factor",]])
        score = reached if inward else 1.0 / reached
        score = 1.0 if abs(score - 1.0) < EXACT else score
        m = self.x.shape[1]
        return UnitEfficiency(
            self.names[o],
            score,
            {n: w for n, w in zip(self.names, weights.tolist(), strict=True) if w > 0},
            weights @ self.x,
            weights @ self.y,
            left[:m] * self.x_size,
            left[m:] * self.y_size,
            score == 1.0 and not left.any(),
            best.certificate,
        )

    def _program(self, o: int) -> LinearProgram:
        """Peers that use no more than the unit's inputs and yield no less than its outputs."""
        inward, m = self.orientation is Orientation.INPUT, self.x.shape[1]
        peers = [Column(("peer", j)) for j in range(len(self.names))]
        slacks = [Column(("slack", k)) for k in range(len(self.signs))]
        rows = []
        for k, sign in enumerate(self.signs.tolist()):
            own = float(self.shares[o, k])
            scaled = (k < m) == inward
            terms: dict[Key, Coefficient] = {("slack", k): sign}
            terms |= {("peer", j): s for j, s in enumerate(self.shares[:, k].tolist()) if s}
            if scaled and own:
                terms["factor",] = -own
            rows.append(Row(("figure", k), terms, Sense.EQ, 0.0 if scaled else own))
        if self.returns is Returns.VARIABLE:
            rows.append(Row(("mixture",), {c.key: 1.0 for c in peers}, Sense.EQ, 1.0))
        return LinearProgram((Column(("factor",)), *peers, *slacks), tuple(rows))
