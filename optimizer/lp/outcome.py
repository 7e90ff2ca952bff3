"""What holds for a linear programme without any rounding."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from optimizer.lp.solution import At, Status


@dataclass(frozen=True)
class Outcome:
    """What holds without any rounding, in the stated direction.

    OPTIMAL: `x` (n) and `prices` (m), with the `objective` without the constant. INFEASIBLE: the
    rows weighted by `prices` ask for what no point between the bounds can meet; `miss` is by how
    much, as a share of the sizes in that sum. UNBOUNDED: `x` is a plan and `ray` (n) the direction
    of endless improvement. `places` say where the last basis keeps columns and then rows, as in
    `Basis`.
    """

    status: Status
    x: list[Fraction]
    prices: list[Fraction]
    ray: list[Fraction]
    places: list[At]
    objective: Fraction
    miss: Fraction
