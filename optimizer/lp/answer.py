"""What comes back from a warm solve."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from optimizer.lp.program import FloatArray
from optimizer.lp.solution import Basis, NoSolution, Status


@dataclass(frozen=True, eq=False)
class Answer:
    """The outcome of one warm solve, in stated units and direction; NaN unless OPTIMAL.

    `x` and `reduced` (n,), `prices` (m,), with the signs of `Solution`.
    """

    status: Status
    objective: float
    x: FloatArray
    prices: FloatArray
    reduced: FloatArray
    raw: Any = field(default=None, repr=False)

    @property
    def found(self) -> bool:
        """Whether there is an optimum."""
        return self.status is Status.OPTIMAL

    @cached_property
    def basis(self) -> Basis:
        """The optimal basis."""
        if self.raw is None:
            raise NoSolution(f"There is no basis: the solve ended {self.status}.")
        return basis_of(self.raw)


def basis_of(raw: Any) -> Basis:
    """The solver's own basis as numbers."""
    return Basis(
        np.array([int(s) for s in raw.col_status], dtype=np.int8),
        np.array([int(s) for s in raw.row_status], dtype=np.int8),
    )
