"""What comes back from a solver: status, plan, prices and the check that goes with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from optimizer.errors import OptimizerError
from optimizer.lp.certificate import Certificate
from optimizer.lp.program import FloatArray, Key, LinearProgram


class Status(StrEnum):
    """How a solve ended.

    Example:
        >>> from optimizer import api as tb
        >>> tb.solve(tb.example()).status is tb.Status.OPTIMAL
        True
    """

    OPTIMAL = "optimal"
    STOPPED = "stopped"
    INFEASIBLE = "infeasible"
    UNBOUNDED = "unbounded"
    FAILED = "failed"


class NoSolution(OptimizerError):
    """Values were asked of a programme that has no certified optimum."""


class At(IntEnum):
    """Where a basis keeps a column or a row."""

    LOWER = 0
    BASIC = 1
    UPPER = 2
    FREE = 3
    NONBASIC = 4


@dataclass(frozen=True, eq=False)
class Basis:
    """A simplex basis: an `At` number for each column (n,) and each row (m,)."""

    columns: NDArray[np.int8]
    rows: NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class Solution:
    """The outcome of one solve, in the units and the direction of the stated programme.

    `x` (n,), `prices` (m,) and `reduced` (n,) are None unless the status is OPTIMAL; only a
    mixed-integer programme that was STOPPED may carry its best plan so far (see `incumbent`).
    A price is the change of the stated objective per unit of right-hand side; a reduced cost the
    change per unit by which the column leaves its bound upwards. `prices`, `reduced` and `basis`
    are None for a mixed-integer programme. `bound` is the proven limit of the objective, `gap` the
    relative distance to it. `seconds` were spent inside the solver.
    """

    program: LinearProgram = field(repr=False)
    status: Status
    objective: float | None = None
    x: FloatArray | None = None
    prices: FloatArray | None = None
    reduced: FloatArray | None = None
    basis: Basis | None = field(default=None, repr=False)
    bound: float | None = None
    gap: float | None = None
    certificate: Certificate | None = None
    seconds: float = 0.0
    versions: Mapping[str, str] | None = None

    def __post_init__(self) -> None:
        for numbers in (self.x, self.prices, self.reduced):
            if numbers is not None:
                numbers.setflags(write=False)

    @property
    def found(self) -> bool:
        """Whether a certified optimum is there."""
        return self.status is Status.OPTIMAL

    @property
    def incumbent(self) -> bool:
        """Whether `x` is only the best plan found before the solver was stopped."""
        return self.status is Status.STOPPED and self.x is not None

    @cached_property
    def value(self) -> Mapping[Key, float]:
        """Value of each column by key."""
        return dict(zip(self.program.column_number, self._array(self.x, "values"), strict=True))

    @cached_property
    def price(self) -> Mapping[Key, float]:
        """Price of each row by key."""
        return dict(zip(self.program.row_number, self._array(self.prices, "prices"), strict=True))

    @cached_property
    def reduced_cost(self) -> Mapping[Key, float]:
        """Reduced cost of each column by key."""
        numbers = self._array(self.reduced, "reduced costs")
        return dict(zip(self.program.column_number, numbers, strict=True))

    @cached_property
    def activity(self) -> Mapping[Key, float]:
        """Left-hand side of each row by key."""
        self._array(self.x, "activities")
        assert self.x is not None
        sums = self.program.arrays.times(self.x).tolist()
        return dict(zip(self.program.row_number, sums, strict=True))

    def _array(self, numbers: FloatArray | None, what: str) -> list[float]:
        if numbers is None:
            raise NoSolution(f"There are no {what}: the solve ended {self.status}.")
        values: list[float] = numbers.tolist()
        return values
