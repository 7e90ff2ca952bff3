"""What fixed plans are worth in every draw: spending is given, its best use is found each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np

from optimizer.engines import Watch, run_all
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.formulation.steps import draws_of
from optimizer.inputs.allocation import Allocation
from optimizer.lp.draws import Start, solve_draws, start_of
from optimizer.lp.program import FloatArray, LinearProgram, Row, Sense
from optimizer.studies.draws.runs import CHUNK, Job
from optimizer.studies.draws.steps import stepped_case
from optimizer.studies.money_first import adapts
from optimizer.studies.variants import is_budget, is_policy, with_rows


@dataclass(frozen=True)
class Worth:
    """What K plans yield in each of D draws: `objective` and `net_people`, each (D, K)."""

    objective: FloatArray
    net_people: FloatArray


def worth_of_plans(
    job: Job,
    values: FloatArray,
    plans: Sequence[Allocation],
    *,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> Worth:
    """The value of each plan in every draw, on the same steps of curves as the best plans.

    Money of a programme and year is what the plan says or less; within that the best use is made of
    it, as a planner would once the numbers are known. Rules over units and people apply where doing
    nothing keeps them (a ceiling, a share); budgets and the other rules do not.
    """
    most = max([job.scenario.budget.total, *(m for plan in plans for m in plan.values())])
    job = replace(job, most=most)
    case = stepped_case(job.scenario, job.steps.places, most=most)
    starts = [start_of(_program(_limits(case), case, plan)) for plan in plans]
    tasks = [
        (job, plan, start, values[a : a + CHUNK])
        for a in range(0, len(values), CHUNK)
        for plan, start in zip(plans, starts, strict=True)
    ]
    worth = Worth(np.zeros((len(values), len(plans))), np.zeros((len(values), len(plans))))
    for n, part in enumerate(run_all(_worth_chunk, tasks, executor=executor, watch=watch)):
        chunk, k = divmod(n, len(plans))
        here = slice(chunk * CHUNK, (chunk + 1) * CHUNK)
        worth.objective[here, k], worth.net_people[here, k] = part
    return worth


def _worth_chunk(task: tuple[Job, Allocation, Start, FloatArray]) -> tuple[FloatArray, FloatArray]:
    """Objective and net people of one plan in the draws of one chunk; runs in a worker."""
    job, plan, start, values = task
    case = job.case(values)
    whole = _limits(case)
    number = whole.column_number
    solved = solve_draws(_program(whole, case, plan), start=start)
    people = np.zeros(len(values))
    for key, count in outcome(case, "net_people").items():
        if key in number:
            people += count * solved.x[:, number[key]]
    return draws_of(solved.objective, len(values)), people


def _limits(case: Case) -> LinearProgram:
    """What money can do, and may do in any draw whatever the money."""
    whole = compile_program(case)
    apply = (
        row
        for row in whole.rows
        if not is_budget(row) and (not is_policy(row, case.scenario) or adapts(case, row))
    )
    return replace(whole, rows=tuple(apply))


def _program(whole: LinearProgram, case: Case, plan: Allocation) -> LinearProgram:
    """The same with the money of each programme and year limited to the plan's."""
    return with_rows(whole, _given(case, plan))


def _given(case: Case, plan: Allocation) -> Iterator[Row]:
    for p in sorted(case.scenario.programmes):
        for y in case.years:
            money = float(plan.get((p, y), 0.0))
            yield Row(("given", p, y), case.spending([p], [y]), Sense.LE, money)
