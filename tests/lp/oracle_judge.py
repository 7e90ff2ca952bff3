"""What is wrong with an answer, in exact fractions and by nothing but the programme's own terms."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from optimizer.lp import LinearProgram, Solution, Status
from tests.lp.oracle import Truth

HARM = Fraction(1, 10**6)
"""Share of its own terms by which a row is broken, or a gap open, before that is called harm."""
DUST = Fraction(1, 10**13)
"""Share of its own terms up to which a reduced cost is the rounding of its sum."""
NEAR = Fraction(1, 10**7)
"""Share of the objective's terms by which two optima may differ."""


VERDICTS = ("right", "unsettled", "wrong verdict", "wrong optimum", "broken plan")


def judged(solution: Solution, truths: Iterable[Truth]) -> str:
    """One of `VERDICTS`; an answer is right that is so for one reading of the numbers."""
    return min((verdict(solution, truth) for truth in truths), key=VERDICTS.index)


def verdict(solution: Solution, truth: Truth) -> str:
    """One of `VERDICTS`."""
    if solution.status in (Status.FAILED, Status.STOPPED):
        return "unsettled"
    if str(solution.status) != truth.status:
        return "wrong verdict"
    if truth.value is None:
        return "right"
    assert solution.objective is not None
    assert solution.x is not None
    case = solution.program
    plan = fractions(solution.x)
    terms = [Fraction(float(c.gain)) * v for c, v in zip(case.columns, plan, strict=True)]
    size = max(sum(map(abs, terms), Fraction(0)), abs(truth.value), Fraction(1, 100))
    if abs(Fraction(solution.objective) - truth.value) > NEAR * size:
        return "wrong optimum"
    if breach(case, plan) > HARM or misses_whole(case, plan):
        return "broken plan"
    return "right"


def fractions(numbers: object) -> list[Fraction]:
    """The floats as fractions."""
    return [Fraction(float(v)) for v in numbers]  # type: ignore[attr-defined]


def breach(case: LinearProgram, plan: list[Fraction]) -> Fraction:
    """The worst breach of a row or bound, as a share of the sizes in it."""
    value = {c.key: v for c, v in zip(case.columns, plan, strict=True)}
    worst = Fraction(0)
    for row in case.rows:
        terms = [Fraction(float(a)) * value[k] for k, a in row.terms.items()]
        rhs, total = Fraction(float(row.rhs)), sum(terms, Fraction(0))
        over = {"<=": total - rhs, ">=": rhs - total, "==": abs(total - rhs)}[str(row.sense)]
        if over > 0:
            worst = max(worst, over / (sum(map(abs, terms), Fraction(0)) + abs(rhs)))
    for c, v in zip(case.columns, plan, strict=True):
        for limit, side in ((float(c.lower), 1), (float(c.upper), -1)):
            if abs(limit) != float("inf") and side * (Fraction(limit) - v) > 0:
                bound = Fraction(limit)
                worst = max(worst, side * (bound - v) / (abs(bound) + abs(v)))
    return worst


def misses_whole(case: LinearProgram, plan: list[Fraction]) -> bool:
    """Whether a whole column is further from a whole number than a millionth."""
    pairs = zip(case.columns, plan, strict=True)
    return any(c.integer and abs(v - round(v)) > HARM for c, v in pairs)


def gap(case: LinearProgram, plan: list[Fraction], prices: list[Fraction]) -> Fraction | None:
    """What the prices leave unproved, as a share of the objective's terms; None if endless.

    The share is that of the sum of the sizes of the objective's terms at the plan and, where that
    is nothing, of the sizes in the bound that the prices prove.
    """
    sign = -1 if case.maximise else 1
    number = {c.key: j for j, c in enumerate(case.columns)}
    reduced = [sign * Fraction(float(c.gain)) for c in case.columns]
    sizes = [abs(d) for d in reduced]
    bound = total = Fraction(0)
    for row, price in zip(case.rows, prices, strict=True):
        y = sign * price
        if (y > 0 and row.sense == "<=") or (y < 0 and row.sense == ">="):
            if row.terms:
                return None
            continue  # no column could gain by it
        bound += y * Fraction(float(row.rhs))
        total += abs(y * Fraction(float(row.rhs)))
        for k, a in row.terms.items():
            reduced[number[k]] -= y * Fraction(float(a))
            sizes[number[k]] += abs(y * Fraction(float(a)))
    for c, d, own in zip(case.columns, reduced, sizes, strict=True):
        if abs(d) <= DUST * own:
            continue
        limit = float(c.lower) if d > 0 else float(c.upper)
        if d and abs(limit) == float("inf"):
            return None
        if d:
            bound += d * Fraction(limit)
            total += abs(d * Fraction(limit))
    terms = [Fraction(float(c.gain)) * v for c, v in zip(case.columns, plan, strict=True)]
    size = sum(map(abs, terms), Fraction(0)) or total
    return abs(sign * sum(terms, Fraction(0)) - bound) / size if size else Fraction(0)
