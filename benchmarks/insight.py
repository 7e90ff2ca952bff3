"""What insight costs: each study of korea-2025 as a multiple of one cold solve, in one run.

python benchmarks/insight.py
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

from optimizer.api import desk as api
from optimizer.lp.hot import Hot
from optimizer.lp.sensitivity.prices import prices
from optimizer.lp.solver import solve

SCENARIO = "korea-2025"


def seconds(work: Callable[[], object], repeat: int) -> float:
    """Median wall time of `work` [s]."""
    taken = []
    for _ in range(repeat):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return median(taken)


def main() -> None:
    """Prints the table."""
    scenario = api.load_scenario(SCENARIO)
    plan = api.bare_plan(scenario)
    program, solution = plan.solution.program, plan.solution
    conflict = api.change_scenario(
        scenario, {"rules": {"a-team-floor": {"share": 0.6}, "gpu-floor": {"share": 0.6}}}
    )
    budgets = np.linspace(1.0, 36000.0, 100).tolist()
    cold = seconds(lambda: solve(program), 9)
    rows: list[tuple[str, float, str]] = [
        ("one cold solve, certified (PuLP + HiGHS)", cold, ""),
        ("one warm solve (highspy)", seconds(lambda: Hot(program).solve(), 9), ""),
        (
            "all prices and ranges, rows and columns",
            seconds(lambda: prices(solution), 5),
            "aim: < 30",
        ),
        ("best plan, curves refined", seconds(lambda: api.bare_plan(scenario), 5), ""),
        ("all a Plan view shows", seconds(lambda: api.solve(scenario), 5), "aim: < 100 ms"),
        (
            "budget curve, all breakpoints",
            seconds(lambda: api.budget_curve(scenario), 3),
            "aim: < 100 plans",
        ),
        ("100 plans over the same budgets", _grid(scenario, budgets), ""),
        ("conflict and all repairs", seconds(lambda: api.explain_conflict(conflict), 3), ""),
        (
            "switching points of every number",
            seconds(lambda: api.switching_points(scenario), 1),
            "",
        ),
    ]
    width = max(len(name) for name, _, _ in rows)
    print(f"{SCENARIO}: {len(program.columns)} columns, {len(program.rows)} rows")
    print(f"{'':<{width}}  {'ms':>9}  {'× solve':>8}")
    for name, taken, aim in rows:
        print(f"{name:<{width}}  {1e3 * taken:9.1f}  {taken / cold:8.1f}  {aim}")


def _grid(scenario: api.Scenario, budgets: list[float]) -> float:
    """Time of a plan at each budget, from every tenth of them."""
    some = budgets[::10]

    def work() -> None:
        for budget in some:
            api.bare_plan(api.change_scenario(scenario, {"budget": {"total": budget}}))

    return seconds(work, 1) * len(budgets) / len(some)


if __name__ == "__main__":
    main()
