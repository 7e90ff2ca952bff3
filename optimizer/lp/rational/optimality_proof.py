"""Proof of an optimum in exact rational numbers, from the final basis alone."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from optimizer.lp.allowance import Allowance, Spent
from optimizer.lp.program import Key, LinearProgram
from optimizer.lp.rational.numbers import fraction, rational
from optimizer.lp.rational.table import Table, corner
from optimizer.lp.solution import Basis, NoSolution, Solution


@dataclass(frozen=True)
class Exact:
    """The basic plan and prices solved without rounding, and what they leave unproved.

    `primal_violation` and `dual_violation` are the largest violations in stated units, `gap` the
    difference between the plan's objective and the bound that the prices prove. All are zero
    exactly when the optimum is `proved`. `meaning` tells how numbers were read: "decimal", the
    shortest decimal that gives the same float (0.1 is 1/10, as its author wrote), or "binary", the
    float itself. The second is tried when the first proves nothing: numbers that come from a
    computation often fit together only as they are stored.
    """

    objective: Fraction
    value: dict[Key, Fraction]
    price: dict[Key, Fraction]
    primal_violation: Fraction
    dual_violation: Fraction
    gap: Fraction
    meaning: str

    @property
    def proved(self) -> bool:
        """Whether the basis is optimal beyond any rounding."""
        return self.primal_violation == self.dual_violation == self.gap == 0


def exact(solution: Solution, *, time_limit: float | None = None) -> Exact:
    """Verify a certified optimum of any size in rationals, from its basis alone.

    Raises NoSolution if there is no optimum with a basis, if the basis is singular, or if
    `time_limit` [s] does not suffice.
    """
    if not solution.found or solution.basis is None:
        raise NoSolution("An exact proof needs an optimum with a basis.")
    allowance = Allowance(seconds=time_limit)
    first = _verify(solution.program, solution.basis, "decimal", allowance)
    if first.proved:
        return first
    second = _verify(solution.program, solution.basis, "binary", allowance)
    return second if second.proved else first


def _verify(program: LinearProgram, basis: Basis, meaning: str, allowance: Allowance) -> Exact:
    table = Table(program, meaning)
    places = [*basis.columns.tolist(), *basis.rows.tolist()]
    try:
        at = corner(table, places, allowance)
    except Spent:
        raise NoSolution("The time did not suffice for an exact proof.") from None
    return Exact(
        fraction(table.sign * at.cost()) + rational(float(program.constant), meaning),
        {c.key: fraction(v) for c, v in zip(program.columns, at.x, strict=False)},
        {
            r.key: fraction(table.sign * v)
            for r, v in zip(program.rows, at.slopes[table.n :], strict=True)
        },
        fraction(at.primal_violation()),
        fraction(at.dual_violation()),
        abs(fraction(at.gap())),
        meaning,
    )
