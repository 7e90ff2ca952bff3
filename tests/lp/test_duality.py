"""What theory says of every linear programme, tried on random ones."""

from __future__ import annotations

import warnings
from math import inf

import numpy as np
import pulp
import pytest
from hypothesis import HealthCheck, assume, given, settings, strategies as st

from optimizer.lp import LinearProgram, Status, check, exact, solve
from optimizer.lp.program import Column, Row, Sense
from tests.lp.drawing import programs

_FAST = settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def dual(case: LinearProgram) -> LinearProgram:
    """The dual programme, with one more column for each finite bound."""
    sign = 1.0 if case.maximise else -1.0
    kinds = {Sense.LE: (0.0, inf), Sense.GE: (-inf, 0.0), Sense.EQ: (-inf, inf)}
    columns = [Column(r.key, *kinds[r.sense], float(r.rhs)) for r in case.rows]  # type: ignore[arg-type]
    rows = []
    for c in case.columns:
        terms = {r.key: r.terms[c.key] for r in case.rows if c.key in r.terms}
        for name, bound, limits in (("up", c.upper, (0.0, inf)), ("low", c.lower, (-inf, 0.0))):
            if abs(float(bound)) < inf:  # type: ignore[arg-type]
                columns.append(Column((name, c.key), *limits, bound))
                terms[name, c.key] = 1.0
        rows.append(Row(c.key, terms, Sense.EQ, sign * float(c.gain)))  # type: ignore[arg-type]
    return LinearProgram(tuple(columns), tuple(rows), maximise=False)


@given(programs())
@_FAST
def test_every_programme_gets_a_certified_verdict(case: LinearProgram) -> None:
    solution = solve(case)
    assert solution.status in {Status.OPTIMAL, Status.INFEASIBLE, Status.UNBOUNDED}
    assert solution.certificate is not None
    assert solution.certificate.passed


@given(programs(bounded=True))
@_FAST
def test_an_optimum_that_must_exist_is_found_and_proved(case: LinearProgram) -> None:
    solution = solve(case)
    assert solution.found
    assert exact(solution).proved


@given(programs(bounded=True, units=False))
@_FAST
def test_the_dual_programme_has_the_same_optimum(case: LinearProgram) -> None:
    solution, other = solve(case), solve(dual(case))
    sign = 1.0 if case.maximise else -1.0
    assert other.found
    assert sign * other.objective == pytest.approx(solution.objective, rel=1e-9, abs=1e-9)  # type: ignore[operator]


@given(programs(bounded=True), st.randoms(use_true_random=False))
@_FAST
def test_order_and_units_leave_the_optimum_alone(case: LinearProgram, rng: object) -> None:
    columns, rows = list(case.columns), list(case.rows)
    rng.shuffle(columns)  # type: ignore[attr-defined]
    rng.shuffle(rows)  # type: ignore[attr-defined]
    turned = [
        Row(r.key, {k: 1e6 * v for k, v in r.terms.items()}, r.sense, 1e6 * r.rhs) for r in rows
    ]
    bigger = [Column(c.key, c.lower, c.upper, 1e-6 * c.gain) for c in columns]
    other = solve(LinearProgram(tuple(bigger), tuple(turned), case.maximise))
    size = sum(abs(float(c.gain) * v) for c, v in zip(case.columns, solve(case).x, strict=True))  # type: ignore[arg-type]
    assert other.objective is not None
    assert 1e6 * other.objective == pytest.approx(
        solve(case).objective, rel=1e-9, abs=1e-9 * size + 1e-12
    )


@given(programs(bounded=True, units=False), st.integers(0, 10**6))
@_FAST
def test_a_second_objective_never_costs_the_first(case: LinearProgram, seed: int) -> None:
    weights = np.random.default_rng(seed).integers(-3, 4, len(case.columns)).tolist()
    second = {c.key: w for c, w in zip(case.columns, weights, strict=True)}
    plain, tidy = solve(case), solve(case, then=second)
    assert tidy.found
    assert tidy.x is not None
    assert plain.x is not None
    assert tidy.objective == pytest.approx(plain.objective, rel=1e-9, abs=1e-12)
    assert tidy.prices is not None
    assert check(case, tidy.x, tidy.prices).passed
    gains = {c.key: c.gain for c in case.columns}
    sense = Sense.GE if case.maximise else Sense.LE
    kept = Row("kept", gains, sense, plain.objective)  # type: ignore[arg-type]
    columns = tuple(Column(c.key, c.lower, c.upper, second[c.key]) for c in case.columns)
    least = solve(LinearProgram(columns, (*case.rows, kept), maximise=False))
    assert float(np.dot(weights, tidy.x)) == pytest.approx(least.objective, abs=1e-7)


def by_cbc(case: LinearProgram) -> tuple[str, float]:
    """The same programme, written afresh for PuLP's own solver."""
    direction = pulp.LpMaximize if case.maximise else pulp.LpMinimize
    problem = pulp.LpProblem("other", direction)
    x = {
        c.key: problem.add_variable(
            f"v{j}", *(None if abs(b) == inf else b for b in (c.lower, c.upper))
        )
        for j, c in enumerate(case.columns)
    }
    problem.setObjective(pulp.lpSum(c.gain * x[c.key] for c in case.columns))
    for row in case.rows:
        sum_ = pulp.lpSum(v * x[k] for k, v in row.terms.items())
        sense = {Sense.LE: sum_ <= row.rhs, Sense.GE: sum_ >= row.rhs, Sense.EQ: sum_ == row.rhs}
        problem.addConstraint(sense[row.sense])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PuLP announces that it will no longer ship CBC
        problem.solve(pulp.PULP_CBC_CMD(msg=False))
    return pulp.LpStatus[problem.status], pulp.value(problem.objective)


@given(programs(bounded=True, units=False))
@settings(max_examples=40, deadline=None)
def test_a_second_solver_agrees(case: LinearProgram) -> None:
    assume(case.rows)
    status, objective = by_cbc(case)
    assert status == "Optimal"
    assert solve(case).objective == pytest.approx(objective or 0.0, rel=1e-7, abs=1e-7)
