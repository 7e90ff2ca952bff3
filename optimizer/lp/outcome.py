"""What holds for a linear programme without any rounding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from optimizer.lp.certificate import Certificate
from optimizer.lp.solution import Status


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
    x: Sequence[Fraction] = ()
    prices: Sequence[Fraction] = ()
    ray: Sequence[Fraction] = ()
    places: Sequence[int] = ()
    objective: Fraction = Fraction(0)
    miss: Fraction = Fraction(0)

    def certificate(self, *, whole: bool = False) -> Certificate:
        """The certificate of a proof, with the tolerance zero."""
        kind = "feasible" if whole and self.status is Status.OPTIMAL else str(self.status)
        return Certificate(kind, gap=float(self.miss), tolerance=0.0)
