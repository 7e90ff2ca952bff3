"""The rows as they are, handed to other solvers, have the same optimum."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pulp
import pytest
from hypothesis import HealthCheck, assume, given, settings

from optimizer.api import desk as api
from optimizer.lp.program import Column, LinearProgram, Sense
from optimizer.lp.solution import Solution
from tests.needed import glpsol
from tests.studies.documents import plan_of, small_documents

DOCUMENTS = Path(__file__).parents[1] / "textbook" / "documents"
SENSES = {
    Sense.LE: pulp.LpConstraintLE,
    Sense.GE: pulp.LpConstraintGE,
    Sense.EQ: pulp.LpConstraintEQ,
}


def written(program: LinearProgram) -> pulp.LpProblem:
    """The programme written down in PuLP by its keys, to be minimised."""
    sign = -1.0 if program.maximise else 1.0
    problem = pulp.LpProblem("rows", pulp.LpMinimize)
    columns = {
        c.key: problem.add_variable(
            f"x{j}",
            None if c.lower == -float("inf") else float(c.lower),
            _upper(c),
            pulp.LpInteger if c.integer else pulp.LpContinuous,
        )
        for j, c in enumerate(program.columns)
    }
    goal = {columns[c.key]: sign * float(c.gain) for c in program.columns}
    problem.setObjective(pulp.LpAffineExpression(goal))
    for i, row in enumerate(program.rows):
        terms = pulp.LpAffineExpression({columns[k]: float(v) for k, v in row.terms.items()})
        limit = pulp.LpConstraint(terms, SENSES[row.sense], rhs=float(row.rhs))
        problem.addConstraint(limit, f"r{i}")
    return problem


def _upper(column: Column) -> float | None:
    """The bound; many readers take a whole number without one for a switch."""
    if column.upper == float("inf"):
        return 1e4 if column.integer else None
    return float(column.upper)


def by_cbc(program: LinearProgram, folder: Path) -> float:
    problem = written(program)
    solver = pulp.COIN_CMD(
        path=pulp.PULP_CBC_CMD.pulp_cbc_path, msg=False, options=["primalT 1e-9", "dualT 1e-9"]
    )
    solver.tmpDir = str(folder)
    assert pulp.LpStatus[problem.solve(solver)] == "Optimal"
    value = float(pulp.value(problem.objective))
    return -value if program.maximise else value


def by_glpk(program: LinearProgram, folder: Path) -> float:
    model, report = folder / "rows.mps", folder / "rows.txt"
    written(program).writeMPS(str(model))
    command = [glpsol(), "--freemps", str(model), "--min", "-o", str(report)]
    subprocess.run(command, check=True, capture_output=True)
    text = report.read_text(encoding="utf-8")
    assert "OPTIMAL" in text
    found = re.search(r"^Objective:\s+\S+ = (\S+)", text, re.MULTILINE)
    assert found is not None
    return -float(found[1]) if program.maximise else float(found[1])


SOLVERS = [by_cbc, by_glpk]


def assert_agrees(solution: Solution, solver: Any, folder: Path) -> None:
    assert solution.found
    assert solver(solution.program, folder) == pytest.approx(solution.objective, rel=1e-7)


@pytest.mark.parametrize("solver", SOLVERS)
def test_korea(solver: Any, tmp_path: Path) -> None:
    assert_agrees(api.bare_plan(api.load_scenario("korea-2025")).solution, solver, tmp_path)


@pytest.mark.parametrize("solver", SOLVERS)
@pytest.mark.parametrize("name", ["k18", "win_big", "health_council"])
def test_published_cases(name: str, solver: Any, tmp_path: Path) -> None:
    scenario = api.load_scenario(DOCUMENTS / f"{name}.yaml")
    assert_agrees(api.bare_plan(scenario).solution, solver, tmp_path)


@pytest.mark.parametrize("solver", SOLVERS)
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=small_documents())
def test_small_scenarios(solver: Any, tmp_path: Path, document: dict[str, Any]) -> None:
    plan = plan_of(document)
    assume(plan.found)
    assert_agrees(plan.solution, solver, tmp_path)
