"""Ten thousand exact optima: how near to the bare solver, how far from rebuilding models.

    python benchmarks/uncertainty.py

Every way solves the same linear programmes: draws of korea-2025 with the same stepped curves.
Ratios hold within one run; absolute times are those of the machine at hand. One process is compared
with another way in processor time, so that other work on the machine counts for neither.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from contextlib import contextmanager
from statistics import median
from time import perf_counter, process_time, sleep
from typing import Any

import numpy as np
from compared.plain_pulp import by_hand

from optimizer.api import desk as api
from optimizer.formulation.compile import compile_program
from optimizer.lp.stochastic.extensive_form import solve_extensive
from optimizer.lp.stochastic.l_shaped_method import l_shaped
from optimizer.lp.stochastic.stack import Stack, stacked
from optimizer.solving.draws.runs import Job, best_of_draws, job_of
from optimizer.solving.two_stage import money_first
from optimizer.studies.robust.study import TOLERANCE
from optimizer.system.executors import processors

DRAWS = 10_000
RUNS = 5
"""Times that all draws are solved; medians are told."""
FEW = 30
"""Draws that the slow ways solve; their time is told per draw."""
STAGED = 2_000
"""Draws of the two-stage plan that the extensive form is solved for as well."""


def study(draws: int) -> tuple[Job, np.ndarray[Any, Any]]:
    """The job of so many draws of korea-2025, and the draws."""
    scenario = api.load_scenario("korea-2025")
    drawn = api.draw(scenario, draws)
    return job_of(scenario, drawn.names, drawn.values), drawn.values


def cvxpy_of(stack: Stack) -> Callable[[int], float]:
    """CVXPY with parameters, canonicalised once; the result solves one draw."""
    import cvxpy as cp
    from scipy import sparse

    m, n, k = len(stack.indptr) - 1, len(stack.integer), len(stack.indices)
    x = cp.Variable(n)
    data, gain = cp.Parameter(k), cp.Parameter(n)
    at_most = np.isfinite(stack.row_upper[0])
    rhs = np.where(at_most, stack.row_upper, stack.row_lower)
    right = cp.Parameter(m)
    widths = np.isfinite(stack.upper).all(axis=0)
    upper = cp.Parameter(int(widths.sum()))
    to_rows = sparse.csr_array((np.ones(k), (stack.row_of, np.arange(k))), shape=(m, k))
    from_columns = sparse.csr_array((np.ones(k), (np.arange(k), stack.indices)), shape=(k, n))
    sides = np.where(at_most, 1.0, -1.0)
    activity = to_rows @ cp.multiply(data, from_columns @ x)
    limits = [cp.multiply(sides, activity) <= right, x >= 0, x[np.flatnonzero(widths)] <= upper]
    problem = cp.Problem(cp.Maximize(gain @ x), limits)
    assert problem.is_dcp(dpp=True)

    def solve(i: int) -> float:
        data.value, gain.value = stack.data[i], stack.gain[i]
        right.value, upper.value = sides * rhs[i], stack.upper[i, widths]
        problem.solve(solver=cp.HIGHS)
        return float(problem.value)

    return solve


def with_linopy(stack: Stack, i: int) -> float:
    """A draw as a linopy model, written in arrays and handed to HiGHS in memory."""
    import linopy
    import xarray as xr

    model = linopy.Model()
    columns = np.arange(len(stack.integer))
    x = model.add_variables(stack.lower[i], stack.upper[i], coords=[("column", columns)], name="x")
    entries = xr.DataArray(stack.data[i], dims="entry")
    at = xr.DataArray(stack.indices, dims="entry")
    rows = xr.DataArray(stack.row_of, dims="entry", name="row")
    activity = (entries * x.sel(column=at)).groupby(rows).sum()
    used = activity.indexes["row"]
    lower, upper = stack.row_lower[i][used], stack.row_upper[i][used]
    for name, side, limit in (
        ("most", np.isfinite(upper), upper),
        ("least", np.isfinite(lower), lower),
    ):
        right = xr.DataArray(limit[side], coords={"row": used[side]}, dims="row")
        some = activity.sel(row=used[side])
        model.add_constraints(some <= right if name == "most" else some >= right, name=name)
    gain = xr.DataArray(stack.gain[i], coords={"column": columns}, dims="column")
    model.add_objective((gain * x).sum(), sense="max")
    model.solve(solver_name="highs", io_api="direct", output_flag=False)
    return float(model.objective.value)


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing on the screen, not even from a library's own writing to it."""
    sys.stdout.flush()
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(nowhere)


def per_draw(work: Callable[[int], float], exact: np.ndarray[Any, Any]) -> float:
    """Seconds per draw of a slow way; its answers must be those of the fast one."""
    with quiet():
        work(0)
        start = process_time()
        values = [work(i) for i in range(FEW)]
        taken = (process_time() - start) / FEW
    assert np.allclose(values, exact[:FEW], rtol=1e-6), "the ways do not agree"
    return taken


def on_workers(job: Job, values: np.ndarray[Any, Any], workers: int) -> tuple[float, float]:
    """Seconds for all draws, and for plain counting, on processes that are already running."""
    with api.engine(workers) as executor:
        ready = set[int]()
        while len(ready) < workers:  # each of them has to start, and then to load what it needs
            pauses = [executor.submit(sleep, 0.2) for _ in range(workers)]
            ready |= {executor.submit(os.getpid).result() for _ in range(2 * workers)}
            wait(pauses)
        best_of_draws(job, values[: 2000 * workers], executor=executor)
        start = perf_counter()
        best_of_draws(job, values, executor=executor)
        solved = perf_counter()
        list(executor.map(sum, [range(4_000_000)] * 20))
        return solved - start, perf_counter() - solved


def grown(draws: int) -> dict[str, float]:
    """Seconds per draw and peak memory [MB] of a fresh process that solves so many draws."""
    done = subprocess.run(
        [sys.executable, __file__, str(draws)], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def alone(draws: int) -> None:
    """What `grown` runs: solve, then tell seconds and memory."""
    job, values = study(draws)
    start = perf_counter()
    best_of_draws(job, values)
    taken = perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"per_draw": taken / draws, "memory": memory}))


def everyone() -> float:
    """Processor seconds of this process and of those it started that have ended."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def two_stages(job: Job, values: np.ndarray[Any, Any]) -> None:
    """Money decided before the draw is known: the search by cuts, and the one large programme."""
    stages = money_first(job, values[:: len(values) // STAGED])
    used = process_time()
    cuts = l_shaped(stages, tolerance=TOLERANCE)
    by_cuts = process_time() - used
    used = process_time()
    whole = solve_extensive(stages)
    at_once = process_time() - used
    assert cuts.objective is not None
    assert whole.objective is not None
    assert np.isclose(cuts.objective, whole.objective, rtol=2 * TOLERANCE), "they do not agree"
    note = f"processor time; {cuts.rounds} rounds, proven gap {cuts.gap:.0e}"
    line(f"one plan for {STAGED:,} draws, by cuts", f"{by_cuts:.1f} s", note)
    note = f"aim >= 5; {at_once:.0f} s of processor"
    line("  extensive form over this", f"{at_once / by_cuts:.0f}", note)
    start, used = perf_counter(), everyone()
    with api.engine(2) as executor:
        cuts = l_shaped(money_first(job, values), tolerance=TOLERANCE, executor=executor)
    taken, used = perf_counter() - start, everyone() - used
    note = f"aim <= 60; {used:.0f} s of processor, {cuts.rounds} rounds, proven gap {cuts.gap:.0e}"
    line(f"one plan for {len(values):,} draws on two processes", f"{taken:.1f} s", note)


def line(what: str, value: str, note: str = "") -> None:
    """One line of the table."""
    print(f"{what:<52}{value:>14}  {note}")


def main() -> None:
    """Measure and print."""
    warnings.simplefilter("ignore")
    start = perf_counter()
    job, values = study(DRAWS)
    fitting = perf_counter() - start
    runs = []
    for _ in range(RUNS):
        start, used = perf_counter(), process_time()
        outcomes = best_of_draws(job, values)
        taken, spent = perf_counter() - start, process_time() - used
        runs.append((taken, spent / DRAWS, taken / outcomes.inside))
    total, each, beside = (float(median(part)) for part in zip(*runs, strict=True))
    gap = float(np.median(outcomes.gap / outcomes.objective))
    program = compile_program(job.case(values[:FEW]))
    stack = stacked(program)
    print(f"{len(program.columns)} columns, {len(program.rows)} rows, {len(stack.indices)} entries")
    line(
        "10,000 draws, certified, one process",
        f"{total:.2f} s",
        f"{1e3 * each:.3f} ms of processor a draw",
    )
    line("  drawing, and fitting the steps of curves", f"{fitting:.2f} s", f"median gap {gap:.1e}")
    line("  worst residual of any certificate", f"{np.nanmax(outcomes.residual):.0e}")
    line("  total over time inside HiGHS", f"{beside:.2f}", f"aim <= 1.2; median of {RUNS} runs")
    ways = (
        ("rebuilding PuLP", lambda i: by_hand(program.at(i)), 15),
        ("CVXPY with parameters", cvxpy_of(stack), 10),
        ("rebuilding linopy", lambda i: with_linopy(stack, i), 240),
    )
    for name, work, aim in ways:
        slow = per_draw(work, outcomes.objective)
        note = f"aim >= {aim}; {1e3 * slow:.1f} ms a draw"
        line(f"  {name} over this", f"{slow / each:.0f}", note)
    one, two = (on_workers(job, values, w) for w in (1, 2))
    note = f"aim >= 1.7; plain counting gains {one[1] / two[1]:.2f} here and now"
    line(f"  one process over two ({processors()} processors)", f"{one[0] / two[0]:.2f}", note)
    for draws in (1_000, 10_000, 100_000):
        found = grown(draws)
        note = f"{1e3 * found['per_draw']:.3f} ms a draw"
        line(f"  peak memory of {draws:,} draws", f"{found['memory']:.0f} MB", note)
    two_stages(job, values)
    start = perf_counter()
    chart = api.decision_map(job.scenario, "coef_ate_add", "objective.tiers.S", size=60)
    taken = perf_counter() - start
    line("map of 60 x 60 with borders", f"{taken:.2f} s", f"largest gap {chart.gap:.1e}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        alone(int(sys.argv[1]))
    else:
        main()
