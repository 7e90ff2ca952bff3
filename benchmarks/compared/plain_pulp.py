"""A linear programme written as one would in plain PuLP; the benchmarks measure against it."""

from __future__ import annotations

import numpy as np
import pulp

from optimizer.lp.program import LinearProgram, Sense


def by_hand(program: LinearProgram) -> float:
    """The same rows written as one would in plain PuLP; returns the objective."""
    problem = pulp.LpProblem("by_hand", pulp.LpMaximize)
    x = {
        c.key: problem.add_variable(
            f"x{j}", float(c.lower), None if np.isinf(c.upper) else float(c.upper)
        )
        for j, c in enumerate(program.columns)
    }
    problem += pulp.lpSum(float(c.gain) * x[c.key] for c in program.columns)
    for row in program.rows:
        left = pulp.lpSum(float(v) * x[k] for k, v in row.terms.items())
        if row.sense is Sense.LE:
            problem += left <= float(row.rhs)
        elif row.sense is Sense.GE:
            problem += left >= float(row.rhs)
        else:
            problem += left == float(row.rhs)
    problem.solve(pulp.HiGHS(msg=False))
    return float(pulp.value(problem.objective))
