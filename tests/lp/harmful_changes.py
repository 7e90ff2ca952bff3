"""Changes of plans, prices and rays that do harm, measured in fractions by their own terms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import inf
from typing import NamedTuple

import numpy as np

from optimizer.lp.certificate import (
    TOLERANCE,
    check,
    check_infeasible,
    check_plan,
    check_unbounded,
)
from optimizer.lp.hot import Hot
from optimizer.lp.program import FloatArray, LinearProgram
from optimizer.lp.proof import elastic, recession
from optimizer.lp.solution import Solution, Status
from optimizer.lp.stochastic.draw_check import check_draws, check_rays
from optimizer.lp.stochastic.stack import stacked
from tests.lp.oracle_judge import HARM, breach, fractions, gap, misses_whole

Draw = np.random.Generator
NOTHING = Fraction(0)


class Tried(NamedTuple):
    """What was changed, and which of the checks let a harmful change pass."""

    kind: str
    passed: tuple[str, ...]


def tried(solution: Solution, rng: Draw, count: int) -> Iterator[Tried]:
    """Harmful changes of an answer and of its proof; at most `count` are tried."""
    case = solution.program
    if solution.prices is not None and solution.x is not None:
        yield from _of_an_optimum(case, solution.x, solution.prices, rng, count)
        yield from _of_a_contradiction(case, rng, count)
    elif solution.x is not None:
        yield from _of_a_plan(case, solution.x, rng, count)
    elif solution.status is Status.UNBOUNDED and not case.arrays.integer.any():
        yield from _of_a_ray(case, rng, count)


def changed(numbers: FloatArray, far: FloatArray, rng: Draw) -> FloatArray:
    """Some numbers moved by a millionth up to a thousandfold, to nought or to a far limit."""
    out, n = numbers.copy(), len(numbers)
    size = 10.0 ** float(rng.integers(-6, 4))
    real = np.abs(numbers)
    real = real[real > 1e-6 * real.max(initial=0.0)]
    typical = float(rng.choice(real)) if len(real) else 1.0
    for j in rng.permutation(n)[: int(rng.choice([1, 1, 1, 2, n]))].tolist():
        kind = rng.integers(0, 6)
        if kind == 0:
            out[j] *= 1.0 + size * float(rng.choice([-1.0, 1.0]))
        elif kind == 1:
            out[j] = 0.0
        elif kind == 2 and np.isfinite(far[j]):
            out[j] = far[j]
        elif kind == 3:
            out[j] = -out[j]
        else:
            out[j] += size * typical * float(rng.choice([-1.0, 1.0]))
    return out


def _of_an_optimum(
    case: LinearProgram, x: FloatArray, prices: FloatArray, rng: Draw, count: int
) -> Iterator[Tried]:
    arrays, kinds, plans, costs = case.arrays, [], [], []
    for _ in range(count):
        plan, price = x, prices
        what = str(rng.choice(["plan", "prices", "both"] if len(prices) else ["plan"]))
        if what != "prices":
            plan = changed(x, rng.choice([arrays.lower, arrays.upper]), rng)
        if what != "plan":
            price = changed(prices, prices, rng)
        if _harmful(case, plan, price):
            kinds.append(what)
            plans.append(plan)
            costs.append(price)
    if not kinds:
        return
    draws = replace(case, constant=np.full(len(kinds), case.constant))
    together = check_draws(stacked(draws), np.array(plans), np.array(costs))
    for kind, plan, price, worst in zip(kinds, plans, costs, together.worst, strict=True):
        certificate = check(case, plan, price)
        passed = ["check"] if certificate.passed else []
        if worst <= certificate.tolerance:
            passed.append("check_draws")
        if breach(case, fractions(plan)) > HARM and check_plan(case, plan, 0.0).passed:
            passed.append("check_plan")
        yield Tried(kind, tuple(passed))


def _harmful(case: LinearProgram, plan: FloatArray, prices: FloatArray) -> bool:
    """Whether a row is broken, or a gap open, by more than a millionth of its own terms."""
    exact = fractions(plan)
    if breach(case, exact) > HARM:
        return True
    open_by = gap(case, exact, fractions(prices))
    return open_by is None or open_by > HARM


def _of_a_plan(case: LinearProgram, x: FloatArray, rng: Draw, count: int) -> Iterator[Tried]:
    arrays = case.arrays
    for _ in range(count):
        plan = changed(x, rng.choice([arrays.lower, arrays.upper]), rng)
        exact = fractions(plan)
        if breach(case, exact) > HARM or misses_whole(case, exact):
            passed = check_plan(case, plan, 0.0).passed
            yield Tried("whole plan", ("check_plan",) if passed else ())


def _of_a_contradiction(case: LinearProgram, rng: Draw, count: int) -> Iterator[Tried]:
    """Weights that prove a contradiction once limits are moved, for the rows as they stand.

    A programme that has a plan has no contradiction: no weights may pass.
    """
    if not case.rows:
        return
    for _ in range(count):
        rows = list(case.rows)
        for i in rng.permutation(len(rows))[:2].tolist():
            step = 10.0 ** float(rng.integers(-6, 3)) * max(1.0, abs(float(rows[i].rhs)))
            rows[i] = replace(rows[i], rhs=float(rows[i].rhs) + step * float(rng.choice([-1, 1])))
        prices = Hot(elastic(replace(case, rows=tuple(rows)))).solve().prices
        if not np.isfinite(prices).all() or not prices.any():
            continue
        ray = changed(prices, prices, rng) if rng.random() < 0.5 else prices
        passed = ["check_infeasible"] if check_infeasible(case, ray).passed else []
        if check_rays(stacked(case), ray[None, :])[0] > TOLERANCE:
            passed.append("check_rays")
        yield Tried("contradiction", tuple(passed))


def _of_a_ray(case: LinearProgram, rng: Draw, count: int) -> Iterator[Tried]:
    arrays = case.arrays
    plan, ray = Hot(elastic(case)).solve().x[: len(arrays.gain)], Hot(recession(case)).solve().x
    if np.isnan(ray).any() or np.isnan(plan).any():
        return
    steady = replace(
        case,
        columns=tuple(
            replace(
                c,
                lower=-inf if c.lower == -inf else 0.0,
                upper=inf if c.upper == inf else 0.0,
            )
            for c in case.columns
        ),
        rows=tuple(replace(r, rhs=0.0) for r in case.rows),
    )
    for _ in range(count):
        if rng.random() < 0.5:
            new, along = plan, changed(ray, arrays.upper, rng)
            exact = fractions(along)
            gains = [Fraction(float(c.gain)) * v for c, v in zip(case.columns, exact, strict=True)]
            more = (1 if case.maximise else -1) * sum(gains, NOTHING)
            bad = breach(steady, exact) > HARM or more <= 0
        else:
            new, along = changed(plan, arrays.upper, rng), ray
            bad = breach(case, fractions(new)) > HARM
        if bad:
            passed = check_unbounded(case, new, along).passed
            yield Tried("ray", ("check_unbounded",) if passed else ())
