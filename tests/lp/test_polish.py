"""The basis of a solver to the last digit, and large programmes on their way as arrays."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from scipy.optimize import linear_sum_assignment

from optimizer.lp import LinearProgram, exact, solve
from optimizer.lp.attempts import LARGE
from optimizer.lp.polish import polished
from optimizer.lp.program import Column, Row, Sense
from optimizer.lp.solution import At, Basis


def staircase(steps: int) -> LinearProgram:
    """Max x_n where 3·x_1 = 1 and 7·x_{i+1} - 3·x_i = 0.1: rounding adds up from step to step."""
    columns = tuple(Column(i, -np.inf, np.inf, float(i == steps - 1)) for i in range(steps))
    rows = [Row(0, {0: 3.0}, Sense.EQ, 1.0)]
    rows += [Row(i, {i: 7.0, i - 1: -3.0}, Sense.EQ, 0.1) for i in range(1, steps)]
    return LinearProgram(columns, tuple(rows))


def assignment(size: int, seed: int) -> tuple[LinearProgram, float]:
    """A cheapest assignment with its cost by another method; more entries than `LARGE`."""
    cost = np.random.default_rng(seed).integers(1, 60, (size, size)).astype(float)
    pairs = [(i, j) for i in range(size) for j in range(size)]
    columns = tuple(Column(("x", *p), 0.0, np.inf, cost[p]) for p in pairs)
    rows = tuple(
        Row(("once", side, k), {("x", *p): 1.0 for p in pairs if p[side] == k}, Sense.EQ, 1.0)
        for side in (0, 1)
        for k in range(size)
    )
    program = LinearProgram(columns, rows, maximise=False)
    assert len(program.arrays.data) > LARGE
    return program, float(cost[linear_sum_assignment(cost)].sum())


def test_plan_and_prices_of_a_basis_are_exact_up_to_their_last_digits() -> None:
    program = staircase(30)
    basis = Basis(np.full(30, At.BASIC, np.int8), np.full(30, At.LOWER, np.int8))
    found = polished(program, basis)
    assert found is not None
    x, prices = [Fraction(1, 3)], [Fraction(1, 7)]
    for _ in range(29):
        x.append((Fraction(1, 10) + 3 * x[-1]) / 7)
        prices.append(prices[-1] * 3 / 7)
    prices[-1] = prices[-2] * 3 / 3
    assert found[0] == pytest.approx([float(v) for v in x], rel=4e-16, abs=0)
    assert found[1][::-1] == pytest.approx([float(v) for v in prices], rel=4e-16, abs=0)


def test_a_basis_that_is_none_gives_nothing() -> None:
    program = staircase(3)
    too_few = Basis(np.full(3, At.BASIC, np.int8), np.array([0, 0, 1], np.int8))
    assert polished(program, too_few) is None
    twins = LinearProgram(
        (Column("a"), Column("b")),
        (
            Row("r", {"a": 1.0, "b": 1.0}, Sense.EQ, 1.0),
            Row("s", {"a": 2.0, "b": 2.0}, Sense.EQ, 2),
        ),
    )
    assert polished(twins, Basis(np.ones(2, np.int8), np.zeros(2, np.int8))) is None


@pytest.mark.parametrize("seed", [1, 2])
def test_a_large_programme_ends_where_another_method_ends(
    seed: int, capfd: pytest.CaptureFixture[str]
) -> None:
    program, cost = assignment(32, seed)
    found = solve(program)
    assert found.objective == pytest.approx(cost, abs=1e-9)
    assert found.certificate is not None
    assert found.certificate.passed
    assert exact(found).proved
    again = solve(program, time_limit=60.0)
    assert again.x is not None
    assert again.x.tolist() == list(found.x if found.x is not None else ())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("sense", [Sense.LE, Sense.GE])
def test_a_large_programme_without_an_optimum_is_told_why(sense: Sense) -> None:
    program, _ = assignment(32, 3)
    keys = list(program.column_number)
    if sense is Sense.LE:  # no plan: all shares together are 32
        wrong = Row("total", dict.fromkeys(keys, 1.0), sense, 31.0)
        status = "infeasible"
        program = LinearProgram(program.columns, (*program.rows, wrong), maximise=False)
    else:  # no end: one more column that costs less than nothing
        free = Column("free", gain=-1.0)
        program = LinearProgram((*program.columns, free), program.rows, maximise=False)
        status = "unbounded"
    found = solve(program)
    assert found.status == status
    assert found.certificate is not None
    assert found.certificate.passed
