"""Solve a linear programme through PuLP and HiGHS; status, signs and units are settled here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import inf, isfinite
from time import perf_counter
from typing import Any, NamedTuple

import highspy
import numpy as np
import pulp

from optimizer.lp.certificate import TOLERANCE, Certificate, check, check_plan
from optimizer.lp.hot import STATUS, Hot, basis_of
from optimizer.lp.program import (
    Arrays,
    Column,
    FloatArray,
    Key,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
)
from optimizer.lp.proof import prove
from optimizer.lp.scaling import Units, natural_units, plain_units
from optimizer.lp.solution import At, Basis, Solution, Status
from optimizer.lp.ties import cheapest_on_face

_TIGHT = {"primal_feasibility_tolerance": 1e-9, "dual_feasibility_tolerance": 1e-9}
_TIGHTER = {"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10}
ATTEMPTS: tuple[tuple[bool, Mapping[str, Any]], ...] = (
    (True, _TIGHT),
    (True, {**_TIGHTER, "presolve": "off"}),
    (True, {**_TIGHTER, "presolve": "off", "simplex_strategy": 4}),
    (True, {**_TIGHT, "solver": "ipm", "run_crossover": "on"}),
    (False, {**_TIGHTER, "presolve": "off"}),
)
"""Whether to equilibrate, and the options of HiGHS, tried in turn until a certificate passes."""

__all__ = ["ATTEMPTS", "VERSIONS", "Solution", "Status", "solve"]

VERSIONS = {"pulp": pulp.VERSION, "highs": highspy.Highs().version()}  # type: ignore[no-untyped-call]

_PULP_SENSE = {
    Sense.LE: pulp.LpConstraintLE,
    Sense.GE: pulp.LpConstraintGE,
    Sense.EQ: pulp.LpConstraintEQ,
}


class _Run(NamedTuple):
    """What one run of HiGHS says, translated into the stated programme's units and direction."""

    status: Status | None
    seconds: float
    x: FloatArray | None = None
    prices: FloatArray | None = None
    basis: Basis | None = None
    bound: float = inf


def solve(
    program: LinearProgram,
    *,
    time_limit: float | None = None,
    mip_gap: float = 1e-9,
    then: Mapping[Key, float] | None = None,
) -> Solution:
    """Solve `program` and check the answer; nothing is called OPTIMAL that fails its check.

    `time_limit` is in seconds; `mip_gap` the relative gap at which a mixed-integer search may end.
    `then` names gains whose sum is made least among all optimal plans, so that ties are broken the
    same way each time. Raises MalformedProgram when the data are no programme at all.
    """
    arrays = program.arrays
    started = perf_counter()
    whole = bool(arrays.integer.any())
    if (arrays.lower > arrays.upper).any() or not len(arrays.gain):
        return _trivial(program)
    seconds, last = 0.0, Status.FAILED
    for equilibrate, options in ATTEMPTS:
        left = None if time_limit is None else time_limit - (perf_counter() - started)
        if left is not None and left <= 0:
            last = Status.STOPPED
            break
        units = natural_units(arrays) if equilibrate else plain_units(arrays)
        run = _run(
            program, units, {**options, "timeLimit": left, "gapRel": mip_gap, "gapAbs": 1e-10}
        )
        seconds += run.seconds
        solution = _mixed(program, run, max(mip_gap, TOLERANCE)) if whole else _linear(program, run)
        solution = replace(solution, seconds=seconds, versions=VERSIONS)
        if solution.status is not Status.FAILED:
            return (
                solution
                if then is None or not solution.found
                else _break_ties(solution, then, mip_gap)
            )
    return Solution(program, last, seconds=seconds, versions=VERSIONS)


def _trivial(program: LinearProgram) -> Solution:
    """A programme without columns, or with bounds that cross."""
    answer = Hot(program).solve()
    if not answer.found:
        proof = prove(program)
        certificate = None if proof is None else proof.certificate
        return Solution(program, Status.INFEASIBLE, certificate=certificate, versions=VERSIONS)
    return Solution(
        program,
        answer.status,
        answer.objective,
        answer.x,
        answer.prices,
        answer.reduced,
        answer.basis,
        answer.objective,
        0.0,
        check(program, answer.x, answer.prices),
        0.0,
        VERSIONS,
    )


def _linear(program: LinearProgram, run: _Run) -> Solution:
    """A programme without integer columns: certified optimum, or a certified reason for none."""
    if run.status is Status.STOPPED:
        return Solution(program, Status.STOPPED)
    if run.status is not Status.OPTIMAL:
        proof = None if run.status is Status.FAILED else prove(program)
        if proof is None:
            return Solution(program, Status.FAILED)
        return Solution(program, proof.status, certificate=proof.certificate)
    assert run.x is not None
    assert run.prices is not None
    assert run.basis is not None
    certificate = check(program, run.x, run.prices)
    if not certificate.passed:
        return Solution(program, Status.FAILED)
    return optimum(program, run.x, run.prices, run.basis, certificate)


def optimum(
    program: LinearProgram,
    x: FloatArray,
    prices: FloatArray,
    basis: Basis,
    certificate: Certificate,
) -> Solution:
    """The solution that these plan, prices and basis make."""
    a = program.arrays
    reduced = a.gain - a.transposed_times(prices)
    reduced[basis.columns == At.BASIC] = 0.0
    objective = _clean(float(a.gain @ x) + float(program.constant))
    return Solution(
        program,
        Status.OPTIMAL,
        objective,
        x + 0.0,
        prices + 0.0,
        reduced + 0.0,
        basis,
        objective,
        0.0,
        certificate,
    )


def _mixed(program: LinearProgram, run: _Run, allowed: float) -> Solution:
    """A programme with integer columns."""
    if run.status in (None, Status.UNBOUNDED):
        return _mixed_without_bound(program)
    if run.status is Status.INFEASIBLE:
        proof = prove(program)
        certificate = proof.certificate if proof and proof.status is Status.INFEASIBLE else None
        return Solution(program, Status.INFEASIBLE, certificate=certificate)
    bound = None if not isfinite(run.bound) else _clean(run.bound + float(program.constant))
    if run.x is None:
        return Solution(program, run.status or Status.FAILED, bound=bound)
    x = _whole(program, run.x)
    objective = _clean(float(program.arrays.gain @ x) + float(program.constant))
    gap = inf if bound is None else abs(bound - objective) / max(abs(objective), _unit(program))
    certificate = check_plan(program, x, gap)
    status = run.status
    if not certificate.passed or (status is Status.OPTIMAL and gap > allowed):
        return Solution(program, Status.FAILED, bound=bound)
    return Solution(program, status, objective, x, bound=bound, gap=gap, certificate=certificate)


def _mixed_without_bound(program: LinearProgram) -> Solution:
    """Unbounded or without a plan: the same rows with nothing to gain tell which."""
    idle = tuple(Column(c.key, c.lower, c.upper, 0.0, c.integer) for c in program.columns)
    plan = solve(LinearProgram(idle, program.rows))
    if plan.status is Status.INFEASIBLE:
        return Solution(program, Status.INFEASIBLE, certificate=plan.certificate)
    proof = prove(program)
    if not plan.found or proof is None or proof.status is not Status.UNBOUNDED:
        return Solution(program, Status.FAILED)
    return Solution(program, Status.UNBOUNDED, certificate=proof.certificate)


def _whole(program: LinearProgram, x: FloatArray) -> FloatArray:
    """The same plan with exact whole numbers: the other columns are settled once more."""
    a = program.arrays
    rounded = np.round(x)
    hot = Hot(program)
    hot.set_columns(np.where(a.integer, rounded, a.lower), np.where(a.integer, rounded, a.upper))
    answer = hot.solve()
    return answer.x if answer.found else x


def _unit(program: LinearProgram) -> float:
    return natural_units(program.arrays).objective


def _clean(number: float) -> float:
    """The number without a negative zero."""
    return number + 0.0


def _break_ties(solution: Solution, then: Mapping[Key, float], mip_gap: float) -> Solution:
    """Among all plans as good as `solution`, the one whose `then` is least."""
    program = solution.program
    unknown = [k for k in then if k not in program.column_number]
    if unknown:
        raise MalformedProgram(f"`then` names an unknown column {unknown[0]!r}.")
    if solution.prices is None:
        return _break_ties_whole(solution, then, mip_gap)
    found = cheapest_on_face(solution, then)
    if found is None:
        return solution
    certificate = check(program, found.x, found.prices)
    if not certificate.passed:
        return solution
    best = optimum(program, found.x, found.prices, found.basis, certificate)
    return replace(best, seconds=solution.seconds, versions=VERSIONS)


def _break_ties_whole(solution: Solution, then: Mapping[Key, float], mip_gap: float) -> Solution:
    """The same for a mixed-integer programme: the objective becomes a row."""
    program = solution.program
    assert solution.objective is not None
    loss = 1e-9 * max(abs(solution.objective), _unit(program))
    level = solution.objective - float(program.constant)
    gains = {c.key: c.gain for c in program.columns if c.gain != 0}
    sense, level = (Sense.GE, level - loss) if program.maximise else (Sense.LE, level + loss)
    columns = tuple(
        Column(c.key, c.lower, c.upper, then.get(c.key, 0.0), c.integer) for c in program.columns
    )
    second = LinearProgram(
        columns,
        (*program.rows, Row(object(), gains, sense, level)),
        maximise=False,
    )
    cheapest = solve(second, mip_gap=mip_gap)
    if cheapest.x is None:
        return solution
    objective = _clean(float(program.arrays.gain @ cheapest.x) + float(program.constant))
    return replace(
        solution,
        x=cheapest.x,
        objective=objective,
        certificate=check_plan(program, cheapest.x, solution.gap or 0.0),
        seconds=solution.seconds + cheapest.seconds,
    )


def _run(program: LinearProgram, units: Units, options: Mapping[str, Any]) -> _Run:
    """Hand a minimisation in `units` to PuLP and read HiGHS' own answer back by number."""
    sign = -1.0 if program.maximise else 1.0
    scaled = units.scaled(program.arrays)
    problem, columns = _pulp_problem(scaled, [r.sense for r in program.rows], sign)
    solver = pulp.HiGHS(msg=False, mip=True, **options)
    started = perf_counter()
    problem.solve(solver)
    seconds = perf_counter() - started
    highs = problem.solverModel
    status = STATUS.get(highs.getModelStatus())
    info, found = highs.getInfo(), highs.getSolution()
    scale = sign * units.objective
    whole = bool(program.arrays.integer.any())
    bound = scale * info.mip_dual_bound if whole else inf
    if status is None and highs.getModelStatus() != highspy.HighsModelStatus.kUnboundedOrInfeasible:
        status = Status.FAILED
    if not (status is Status.OPTIMAL or (whole and info.primal_solution_status == 2)):
        return _Run(status, seconds, bound=bound)
    at = [v.index for v in columns]
    x = np.array(found.col_value)[at] * units.column + 0.0
    if whole:
        return _Run(status, seconds, x, bound=bound)
    raw = basis_of(highs.getBasis())
    prices = np.array(found.row_dual) * scale / units.row + 0.0
    return _Run(status, seconds, x, prices, Basis(raw.columns[at], raw.rows))


def _pulp_problem(
    a: Arrays, senses: list[Sense], sign: float
) -> tuple[pulp.LpProblem, list[pulp.LpVariable]]:
    """The programme as a PuLP problem with numbered names; minimises sign·gain."""
    problem = pulp.LpProblem("programme", pulp.LpMinimize)
    columns = [
        problem.add_variable(
            f"x{j:07d}",
            None if lower == -inf else lower,
            None if upper == inf else upper,
            pulp.LpInteger if integer else pulp.LpContinuous,
        )
        for j, (lower, upper, integer) in enumerate(
            zip(a.lower.tolist(), a.upper.tolist(), a.integer.tolist(), strict=True)
        )
    ]
    costs = (sign * a.gain).tolist()
    # zero gains too: PuLP leaves out a column that stands nowhere
    problem.setObjective(pulp.LpAffineExpression(dict(zip(columns, costs, strict=True))))
    starts, indices, data = a.indptr.tolist(), a.indices.tolist(), a.data.tolist()
    sides = np.where(np.isfinite(a.row_upper), a.row_upper, a.row_lower).tolist()
    for i, (sense, rhs) in enumerate(zip(senses, sides, strict=True)):
        entries = range(starts[i], starts[i + 1])
        terms = pulp.LpAffineExpression({columns[indices[e]]: data[e] for e in entries})
        problem.addConstraint(pulp.LpConstraint(terms, _PULP_SENSE[sense], rhs=rhs), f"r{i:07d}")
    return problem, columns
