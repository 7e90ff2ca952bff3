"""Hand a minimisation to PuLP and HiGHS, and read HiGHS' own answer back by number."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf
from time import perf_counter
from typing import Any

import highspy
import numpy as np
import pulp

from optimizer.lp.attempts import ALWAYS, LARGE, Attempt
from optimizer.lp.boxes import boxed
from optimizer.lp.highs import STATUS
from optimizer.lp.hot import basis_of
from optimizer.lp.program import Arrays, LinearProgram, Sense
from optimizer.lp.scaling import natural_units, plain_units
from optimizer.lp.solution import Basis, Status
from optimizer.lp.verdict import Run

_HIGHS = (highspy.HIGHS_VERSION_MAJOR, highspy.HIGHS_VERSION_MINOR, highspy.HIGHS_VERSION_PATCH)
VERSIONS = {"pulp": pulp.VERSION, "highs": ".".join(map(str, _HIGHS))}

_PULP_SENSE = {
    Sense.LE: pulp.LpConstraintLE,
    Sense.GE: pulp.LpConstraintGE,
    Sense.EQ: pulp.LpConstraintEQ,
}


def hand_over(program: LinearProgram, attempt: Attempt, limits: Mapping[str, Any]) -> Run:
    """What one run says of `program`; `limits` are options of PuLP's own, such as its time.

    HiGHS gets what PuLP builds; a large programme without whole numbers as arrays, because
    building it of objects takes longer than solving it.
    """
    if attempt.box:
        program = boxed(program)
    arrays = program.arrays
    units = natural_units(arrays) if attempt.equilibrate else plain_units(arrays)
    tolerances = {f"{side}_feasibility_tolerance": attempt.tolerance for side in ("primal", "dual")}
    options = {**ALWAYS, **tolerances, **attempt.options, **limits}
    if options["timeLimit"] == inf:
        del options["timeLimit"]
    sign, whole = (-1.0 if program.maximise else 1.0), bool(arrays.integer.any())
    scaled = units.scaled(arrays)
    started = perf_counter()
    if whole or len(arrays.data) <= LARGE:
        highs, at = _by_pulp(scaled, [r.sense for r in program.rows], sign, options)
    else:
        highs, at = _by_arrays(scaled, sign, options), list(range(len(arrays.gain)))
    highs.run()
    seconds = perf_counter() - started
    status = STATUS.get(highs.getModelStatus())
    info, found = highs.getInfo(), highs.getSolution()
    scale = sign * units.objective
    bound = scale * info.mip_dual_bound if whole else inf
    if status is None and highs.getModelStatus() != highspy.HighsModelStatus.kUnboundedOrInfeasible:
        status = Status.FAILED
    if len(found.row_dual) != len(arrays.row_lower) and not whole:
        return Run(Status.FAILED, seconds, bound=bound)  # refused by HiGHS for the size of numbers
    if not (status is Status.OPTIMAL or (whole and info.primal_solution_status == 2)):
        return Run(status, seconds, bound=bound)
    x = np.array(found.col_value)[at] * units.column + 0.0
    if whole:
        return Run(status, seconds, x, bound=bound)
    raw = basis_of(highs.getBasis())
    prices = np.array(found.row_dual) * scale / units.row + 0.0
    return Run(status, seconds, x, prices, Basis(raw.columns[at], raw.rows))


def _by_arrays(a: Arrays, sign: float, options: Mapping[str, Any]) -> Any:
    """HiGHS with the programme as arrays, entries by rows; minimises sign·gain."""
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    for name, value in options.items():
        highs.setOptionValue("time_limit" if name == "timeLimit" else name, value)
    n, by_rows, minimise = len(a.gain), 2, 1
    highs.passModel(
        *(n, len(a.row_lower), len(a.data), by_rows, minimise, 0.0),
        *(sign * a.gain, a.lower, a.upper, a.row_lower, a.row_upper),
        *(a.indptr.astype(np.int32), a.indices.astype(np.int32), a.data),
        np.zeros(n, dtype=np.int32),
    )
    return highs


def _by_pulp(
    a: Arrays, senses: list[Sense], sign: float, options: Mapping[str, Any]
) -> tuple[Any, list[int]]:
    """HiGHS with the programme that PuLP builds, and where it keeps our columns.

    PuLP would also run it and read values into its objects, one by one; they are read here at once.
    """
    problem, columns = _pulp_problem(a, senses, sign)
    solver = pulp.HiGHS(msg=False, mip=True, **options)
    solver.createAndConfigureSolver(problem)
    solver.buildSolverModel(problem)
    return problem.solverModel, [v.index for v in columns]


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
