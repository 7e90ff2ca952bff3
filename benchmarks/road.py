"""The road from document to plan: time of each stretch beside the solver alone and plain PuLP.

    python benchmarks/road.py

Ratios hold within one run; absolute times are those of the machine at hand.
"""

from __future__ import annotations

import resource
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import highspy
import numpy as np
from compared.plain_pulp import by_hand

from optimizer.api import desk as api
from optimizer.formulation.compile import case_of, compile_program
from optimizer.lp.program import LinearProgram
from optimizer.lp.solver import solve
from optimizer.studies.best_plan.study import bare_plan


def seconds(work: Callable[[], object], repeat: int) -> float:
    """Median wall time of `work` [s], the first run left out."""
    taken = []
    for _ in range(repeat + 1):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return median(taken[1:])


def highs_alone(program: LinearProgram) -> float:
    """The same rows passed to HiGHS in one call and solved; returns the objective."""
    a = program.arrays
    n, m = len(a.gain), len(a.row_lower)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(
        n, m, len(a.data), 2, 1, 0.0, -a.gain, a.lower, a.upper, a.row_lower, a.row_upper,
        a.indptr.astype(np.int32), a.indices.astype(np.int32), a.data, np.zeros(n, dtype=np.int32),
    )  # fmt: skip
    solver.run()
    return float(-solver.getInfo().objective_function_value)


def generated(programmes: int, years: int, bands: int, groups: int = 1) -> dict[str, Any]:
    """A document of `programmes` lines, one activity and one pathway each, seeded and in bands."""
    draw = np.random.default_rng(7)
    names = [f"p{i:04d}" for i in range(programmes)]

    def costs() -> list[dict[str, float]]:
        unit = np.sort(draw.uniform(1.0, 9.0, bands))
        return [{"units": float(draw.uniform(2, 8)), "unit_cost": float(c)} for c in unit]

    def yields() -> list[dict[str, float]]:
        net = np.sort(draw.uniform(0.05, 0.9, bands))[::-1]
        return [{"people": float(draw.uniform(2, 8)), "net": float(v)} for v in net]

    def activity(name: str) -> dict[str, Any]:
        return {"delivers": {name: 1}, "supply": {"bands": costs()}, "life_years": 2}

    return {
        "schema": 1,
        "id": "generated",
        "money": {"unit": "million KRW"},
        "years": {"first": 2025, "last": 2024 + years},
        "budget": {"total": 12.0 * programmes * years},
        "objective": {"tiers": {"A": 1}, "channels": {"retained": 1}},
        "capacities": {n: {} for n in names},
        "programmes": {
            n: {"tags": [f"g{i % groups}"], "activities": {"a": activity(n)}}
            for i, n in enumerate(names)
        },
        "pathways": {
            n: {"channel": "retained", "tier": "A", "bands": yields(),
                "needs": {n: {"amount": 1, "years": 2}}}
            for n in names
        },
        "rules": [
            {"id": f"floor-{n}", "kind": "programme_floor", "programme": n, "amount": 5.0,
             "owner": "Benchmark", "reason": "Benchmark"}
            for n in names[:: max(1, programmes // 50)]
        ],
    }  # fmt: skip


def small() -> None:
    """korea-2025 stretch by stretch."""
    scenario = api.load_scenario("korea-2025")
    plan = bare_plan(scenario)
    case, program = plan.case, plan.solution.program
    alone, hand = seconds(lambda: highs_alone(program), 15), seconds(lambda: by_hand(program), 9)
    ours = seconds(lambda: solve(compile_program(case_of(scenario, grids=case.grids))), 15)
    print(f"korea-2025: {len(program.columns)} columns, {len(program.rows)} rows")
    print(f"{'':<44}  {'ms':>8}  {'× HiGHS':>8}  {'× by hand':>9}")
    for name, taken in (
        ("HiGHS alone, the rows given as arrays", alone),
        ("the same rows by hand in PuLP", hand),
        ("compile + solve + certificate", ours),
        ("best plan, supply curves refined", seconds(lambda: bare_plan(scenario), 9)),
        ("best plan, explained", seconds(lambda: api.solve(scenario), 5)),
        ("document → scenario", seconds(lambda: api.load_scenario("korea-2025"), 9)),
    ):
        print(f"{name:<44}  {1e3 * taken:8.2f}  {taken / alone:8.2f}  {taken / hand:9.2f}")
    agreed = abs(highs_alone(program) - by_hand(program)) / abs(by_hand(program))
    print(
        "aims: compile + solve + certificate < 5 × HiGHS and ≤ 1.5 × by hand; "
        f"objectives agree to {agreed:.0e}"
    )


def large(name: str, document: dict[str, Any]) -> None:
    """One large document end to end."""
    start = perf_counter()
    scenario = api.scenario_of(document)
    loaded = perf_counter()
    program = compile_program(case_of(scenario))
    compiled = perf_counter()
    solution = solve(program)
    solved = perf_counter()
    plan = bare_plan(scenario)
    whole = perf_counter() - solved
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    assert solution.found, "a generated document has a plan"
    assert plan.found, "a generated document has a plan"
    print(
        f"{name:<36}  {len(program.columns):>8,}  {len(program.rows):>7,}  {loaded - start:6.2f}  "
        f"{compiled - loaded:7.2f}  {solved - compiled:6.2f}  {whole:6.2f}  {peak:8.0f}"
    )


def main() -> None:
    """Prints the tables."""
    small()
    print()
    print(
        f"{'end to end [s]':<36}  {'columns':>8}  {'rows':>7}  {'load':>6}  {'compile':>7}  "
        f"{'solve':>6}  {'plan':>6}  {'peak MiB':>8}"
    )
    large("200 programmes × 10 years × 6 bands", generated(200, 10, 6))
    large("38 countries × 20 × 10 years", generated(38 * 20, 10, 3, groups=38))


if __name__ == "__main__":
    main()
