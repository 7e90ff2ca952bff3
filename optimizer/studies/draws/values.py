"""What fixed plans are worth in every draw: spending is given, its best use is found each time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
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
from optimizer.lp.program import FloatArray, Key, LinearProgram, Row, Sense
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
    first = job.case(values[:CHUNK])
    kept = frozenset(row.key for row in compile_program(first).rows if adapts(first, row))
    starts = [start_of(_program(_limits(case, kept), case, plan)) for plan in plans]
    tasks = [
        (job, kept, plan, start, values[a : a + CHUNK])
        for a in range(0, len(values), CHUNK)
        for plan, start in zip(plans, starts, strict=True)
    ]
    worth = Worth(np.zeros((len(values), len(plans))), np.zeros((len(values), len(plans))))
    for n, part in enumerate(run_all(_worth_chunk, tasks, executor=executor, watch=watch)):
        chunk, k = divmod(n, len(plans))
        here = slice(chunk * CHUNK, (chunk + 1) * CHUNK)
        worth.objective[here, k], worth.net_people[here, k] = part
    return worth


def _worth_chunk(
    task: tuple[Job, frozenset[Key], Allocation, Start, FloatArray],
) -> tuple[FloatArray, FloatArray]:
    """Objective and net people of one plan in the draws of one chunk; runs in a worker."""
    job, kept, plan, start, values = task
    case = job.case(values)
    whole = _limits(case, kept)
    number = whole.column_number
    solved = solve_draws(_program(whole, case, plan), start=start)
    people = np.zeros(len(values))
    for key, count in outcome(case, "net_people").items():
        if key in number:
            people += count * solved.x[:, number[key]]
    return draws_of(solved.objective, len(values)), people


def _limits(case: Case, kept: Collection[Key]) -> LinearProgram:
    """What money can do within the rules that are `kept`."""
    whole = compile_program(case)
    rows = (
        row
        for row in whole.rows
        if row.key in kept or not (is_budget(row) or is_policy(row, case.scenario))
    )
    return replace(whole, rows=tuple(rows))


def _program(whole: LinearProgram, case: Case, plan: Allocation) -> LinearProgram:
    """The same with the money of each programme and year limited to the plan's."""
    return with_rows(whole, _given(case, plan))


def _given(case: Case, plan: Allocation) -> Iterator[Row]:
    for p in sorted(case.scenario.programmes):
        for y in case.years:
            money = float(plan.get((p, y), 0.0))
            yield Row(("given", p, y), case.spending([p], [y]), Sense.LE, money)
