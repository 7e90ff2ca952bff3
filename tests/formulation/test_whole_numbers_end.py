"""Whole numbers: programmes that kept the solver busy for ever, and another solver's opinion."""

from __future__ import annotations

import warnings

import numpy as np
import pulp
import pytest
from hypothesis import assume, given, settings

from optimizer.errors import InvalidInput
from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.load import scenario_of
from optimizer.lp.program import LinearProgram, program
from optimizer.lp.solver import solve
from tests.formulation.documents import Document, documents


@pytest.mark.timeout(60)
def test_a_band_that_can_never_be_full() -> None:
    """Half a person at most, a first band of four: HiGHS 1.15.1 never left its presolve."""
    half = program(
        gain={"first": 0.6, "second": 0.15},
        rows={
            "capacity": ({"first": 2, "second": 2}, "<=", 1),
            "whole": ({"first": 1, "second": 1, "people": -1}, "==", 0),
            "order": ({"first": 1, "full": -4}, ">=", 0),
        },
        upper={"first": 4, "full": 1},
        integer=["people", "full"],
    )
    solution = solve(half, time_limit=20)
    assert solution.found
    assert solution.objective == 0


def cbc(stated: LinearProgram) -> float | None:
    """Objective by CBC, a branch and cut that shares no code with HiGHS; None when infeasible."""
    a = stated.arrays
    problem = pulp.LpProblem("stated", pulp.LpMaximize)
    columns = [
        problem.add_variable(
            f"x{j}",
            a.lower[j],
            None if np.isinf(a.upper[j]) else a.upper[j],
            pulp.LpInteger if a.integer[j] else pulp.LpContinuous,
        )
        for j in range(len(a.gain))
    ]
    problem.setObjective(pulp.LpAffineExpression(zip(columns, a.gain.tolist(), strict=True)))
    for i in range(len(a.row_lower)):
        entries = slice(a.indptr[i], a.indptr[i + 1])
        members = [columns[j] for j in a.indices[entries]]
        row = pulp.LpAffineExpression(zip(members, a.data[entries].tolist(), strict=True))
        if np.isfinite(a.row_lower[i]):
            problem.addConstraint(row >= float(a.row_lower[i]))
        if np.isfinite(a.row_upper[i]):
            problem.addConstraint(row <= float(a.row_upper[i]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # PuLP 4 will no longer bring CBC along
        bundled = pulp.PULP_CBC_CMD(msg=False, gapRel=0)
    problem.solve(bundled)
    found = pulp.LpStatus[problem.status] == "Optimal"
    return float(pulp.value(problem.objective)) if found else None


@given(documents(lumps=True))
@settings(max_examples=40)
def test_another_solver_agrees(document: Document) -> None:
    try:
        scenario = scenario_of(document)
    except InvalidInput:
        assume(False)
    stated = compile_program(case_of(scenario))
    solution, theirs = solve(stated), cbc(stated)
    assert solution.found == (theirs is not None)
    assert solution.objective == (None if theirs is None else pytest.approx(theirs, 1e-6, 1e-6))
