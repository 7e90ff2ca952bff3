"""Solve a linear programme through PuLP and HiGHS; status, signs and units are settled here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import inf
from time import perf_counter
from typing import Any

import highspy
import numpy as np
import pulp

from optimizer.lp.attempts import ALWAYS, ATTEMPTS, SEARCHES, Attempt
from optimizer.lp.boxes import boxed
from optimizer.lp.certificate import INTEGER_TOLERANCE, TOLERANCE, check, check_plan
from optimizer.lp.confirm import SAME, confirmed, settled
from optimizer.lp.highs import STATUS
from optimizer.lp.hot import Hot, basis_of
from optimizer.lp.program import (
    Arrays,
    Column,
    Key,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
)
from optimizer.lp.proof import prove
from optimizer.lp.scaling import natural_units, plain_units
from optimizer.lp.solution import Basis, Solution, Status
from optimizer.lp.ties import cheapest_on_face
from optimizer.lp.verdict import Run, agreed_on, linear, mixed, objective_unit, optimum

_WHOLE = {"gapAbs": 1e-10, "mip_feasibility_tolerance": 1e-9}
_PATIENCE = 20.0  # seconds, and as many times what was spent so far, for an attempt that is not
# the first: interior points may otherwise search for ever

__all__ = ["ATTEMPTS", "VERSIONS", "Solution", "Status", "solve"]

_HIGHS = (highspy.HIGHS_VERSION_MAJOR, highspy.HIGHS_VERSION_MINOR, highspy.HIGHS_VERSION_PATCH)
VERSIONS = {"pulp": pulp.VERSION, "highs": ".".join(map(str, _HIGHS))}

_PULP_SENSE = {
    Sense.LE: pulp.LpConstraintLE,
    Sense.GE: pulp.LpConstraintGE,
    Sense.EQ: pulp.LpConstraintEQ,
}


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
    if (arrays.lower > arrays.upper).any() or not len(arrays.gain):
        return _trivial(program)
    if arrays.integer.any():
        return _solve_whole(program, time_limit, mip_gap, then)
    seconds, last = 0.0, Status.FAILED
    for attempt in ATTEMPTS:
        left = inf if time_limit is None else time_limit - (perf_counter() - started)
        if left <= 0:
            last = Status.STOPPED
            break
        patience = inf if attempt is ATTEMPTS[0] else _PATIENCE * (1.0 + seconds)
        run = _hand_over(program, attempt, {"timeLimit": min(left, patience)})
        seconds += run.seconds
        if run.status is Status.STOPPED and patience < left:
            continue
        solution = linear(program, run)
        if solution.status is not Status.FAILED:
            solution = replace(confirmed(solution), seconds=seconds, versions=VERSIONS)
            return solution if then is None or not solution.found else _break_ties(solution, then)
    exact = settled(program) if time_limit is None and last is Status.FAILED else None
    return replace(exact or Solution(program, last), seconds=seconds, versions=VERSIONS)


def _solve_whole(
    program: LinearProgram,
    time_limit: float | None,
    mip_gap: float,
    then: Mapping[Key, float] | None,
) -> Solution:
    """A programme with integer columns: the best plan found, once two searches claim the same.

    Every plan is checked, but that nothing beats it is HiGHS' word alone, and one word was wrong
    about once in a thousand small programmes before they were boxed.
    """
    started, seconds = perf_counter(), 0.0
    claims: list[Solution] = []
    for attempt in SEARCHES:
        left = inf if time_limit is None else time_limit - (perf_counter() - started)
        limits = {**_WHOLE, "gapRel": mip_gap, "timeLimit": left}
        run = _hand_over(program, attempt, limits) if left > 0 else Run(Status.STOPPED, 0.0)
        seconds += run.seconds
        if run.status in (None, Status.UNBOUNDED):
            solution = _mixed_without_bound(program)
        else:
            allowed = TOLERANCE if attempt in SEARCHES[:2] else INTEGER_TOLERANCE
            solution = mixed(program, run, max(mip_gap, allowed))
        solution = replace(solution, seconds=seconds, versions=VERSIONS)
        if solution.status is Status.STOPPED:
            return solution
        if solution.status is Status.UNBOUNDED:
            return replace(confirmed(solution), seconds=seconds, versions=VERSIONS)
        if solution.status is not Status.FAILED:
            claims.append(solution)
            agreed = agreed_on(claims, max(mip_gap, INTEGER_TOLERANCE))
            if agreed is not None:
                agreed = replace(confirmed(agreed), seconds=seconds, versions=VERSIONS)
                return agreed if then is None or not agreed.found else _cheapest_whole(agreed, then)
    exact = settled(program) if time_limit is None else None
    failed = Solution(program, Status.FAILED)
    return replace(exact or failed, seconds=seconds, versions=VERSIONS)


def _trivial(program: LinearProgram) -> Solution:
    """A programme without columns, or with bounds that cross."""
    answer = Hot(program).solve()
    if not answer.found:
        proof = prove(program)
        certificate = None if proof is None else proof.certificate
        return Solution(program, Status.INFEASIBLE, certificate=certificate, versions=VERSIONS)
    certificate = check(program, answer.x, answer.prices)
    best = optimum(program, answer.x, answer.prices, answer.basis, certificate)
    return replace(best, versions=VERSIONS)


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


def _break_ties(solution: Solution, then: Mapping[Key, float]) -> Solution:
    """Among all plans as good as `solution`, the one whose `then` is least."""
    program = solution.program
    _refuse_unknown(program, then)
    found = cheapest_on_face(solution, then)
    if found is None:
        return solution
    certificate = check(program, found.x, found.prices)
    if not certificate.passed:
        return solution
    best = optimum(program, found.x, found.prices, found.basis, certificate)
    assert best.objective is not None
    assert solution.objective is not None
    size = max(float(np.abs(program.arrays.gain * found.x).sum()), objective_unit(program))
    if abs(best.objective - solution.objective) > 10 * SAME * size:
        return solution
    return replace(best, seconds=solution.seconds, versions=VERSIONS)


def _refuse_unknown(program: LinearProgram, then: Mapping[Key, float]) -> None:
    unknown = [k for k in then if k not in program.column_number]
    if unknown:
        raise MalformedProgram(f"`then` names an unknown column {unknown[0]!r}.")


def _cheapest_whole(solution: Solution, then: Mapping[Key, float]) -> Solution:
    """The same for a mixed-integer programme: the objective becomes a row."""
    program = solution.program
    _refuse_unknown(program, then)
    assert solution.objective is not None
    loss = 1e-9 * max(abs(solution.objective), objective_unit(program))
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
    cheapest = solve(second)
    if cheapest.x is None:
        return solution
    objective = float(program.arrays.gain @ cheapest.x) + float(program.constant)
    bound = solution.objective if solution.bound is None else solution.bound
    gap = abs(bound - objective) / max(abs(objective), objective_unit(program))
    certificate = check_plan(program, cheapest.x, gap)
    if gap > INTEGER_TOLERANCE or not certificate.passed:
        return solution
    return replace(
        solution,
        x=cheapest.x,
        objective=objective,
        gap=gap,
        certificate=certificate,
        seconds=solution.seconds + cheapest.seconds,
    )


def _hand_over(program: LinearProgram, attempt: Attempt, limits: Mapping[str, Any]) -> Run:
    """Hand a minimisation to PuLP and read HiGHS' own answer back by number."""
    if attempt.box:
        program = boxed(program)
    arrays = program.arrays
    units = natural_units(arrays) if attempt.equilibrate else plain_units(arrays)
    tolerances = {f"{side}_feasibility_tolerance": attempt.tolerance for side in ("primal", "dual")}
    options = {**ALWAYS, **tolerances, **attempt.options, **limits}
    if options["timeLimit"] == inf:
        del options["timeLimit"]
    sign = -1.0 if program.maximise else 1.0
    scaled = units.scaled(program.arrays)
    problem, columns = _pulp_problem(scaled, [r.sense for r in program.rows], sign)
    solver = pulp.HiGHS(msg=False, mip=True, **options)
    started = perf_counter()
    try:
        problem.solve(solver)
    except IndexError:  # PuLP reads a row activity where HiGHS gave none
        return Run(Status.FAILED, perf_counter() - started)
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
        return Run(status, seconds, bound=bound)
    at = [v.index for v in columns]
    x = np.array(found.col_value)[at] * units.column + 0.0
    if whole:
        return Run(status, seconds, x, bound=bound)
    raw = basis_of(highs.getBasis())
    prices = np.array(found.row_dual) * scale / units.row + 0.0
    return Run(status, seconds, x, prices, Basis(raw.columns[at], raw.rows))


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
