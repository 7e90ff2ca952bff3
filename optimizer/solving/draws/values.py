"""What fixed plans are worth in every draw: spending is given, its best use is found each time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np

from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.steps import draws_of
from optimizer.inputs.allocation import Allocation
from optimizer.lp.program import FloatArray, Key, LinearProgram, Row, Sense
from optimizer.lp.stochastic.solve_draws import Start, solve_draws, start_of
from optimizer.solving.draws.runs import Job, chunk_of, counted, outcome_columns
from optimizer.solving.draws.steps import stepped_case
from optimizer.solving.two_stage import adapts
from optimizer.solving.variants import is_budget, is_policy, with_rows
from optimizer.system.executors import run_all
from optimizer.system.progress import Watch


@dataclass(frozen=True)
class Worth:
    """What K plans yield in each of D draws: all who are counted, those of the baseline too.

    `objective` (D, K); `people` (D, K, names) by the names of `outcome_columns`; `by_year`
    (D, K, years) net people by the year their support begins.
    """

    objective: FloatArray
    people: FloatArray
    by_year: FloatArray

    @property
    def net_people(self) -> FloatArray:
        """Net people of all pathways, (D, K)."""
        return np.asarray(self.people[:, :, 0])


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
    if not plans:
        names, years = len(outcome_columns(job.scenario)), len(job.scenario.years.outcomes)
        shapes = ((0,), (0, names), (0, years))
        return Worth(*(np.zeros((len(values), *shape)) for shape in shapes))
    most = max([job.scenario.budget.total, *(m for plan in plans for m in plan.values())])
    job = replace(job, most=most)
    case = stepped_case(job.scenario, job.steps.places, most=most)
    size = chunk_of(len(values))
    first = job.case(values[:size])
    kept = frozenset(row.key for row in compile_program(first).rows if adapts(first, row))
    starts = [start_of(_program(_limits(case, kept), case, plan)) for plan in plans]
    tasks = [
        (job, kept, plan, start, values[a : a + size])
        for a in range(0, len(values), size)
        for plan, start in zip(plans, starts, strict=True)
    ]
    parts = list(run_all(_worth_chunk, tasks, executor=executor, watch=watch))
    return Worth(*(
        np.stack(
            [np.concatenate([p[i] for p in parts[k :: len(plans)]]) for k in range(len(plans))],
            axis=1,
        )
        for i in range(3)
    ))  # fmt: skip


def baseline_of_draws(
    job: Job,
    values: FloatArray,
    *,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> Worth:
    """What every draw yields with no money spent, as the one plan of a Worth.

    Nothing is solved where no draw has capacity without money and no pathway does without any.
    """
    program = compile_program(job.case(values))
    needs = all(pathway.needs for pathway in job.scenario.pathways.values())
    free = (r.rhs for r in program.rows if isinstance(r.key, tuple) and r.key[0] == "capacity")
    if needs and not any(np.any(np.asarray(rhs) != 0.0) for rhs in free):
        names, years = len(outcome_columns(job.scenario)), len(job.scenario.years.outcomes)
        count = len(values)
        return Worth(np.zeros((count, 1)), np.zeros((count, 1, names)), np.zeros((count, 1, years)))
    return worth_of_plans(job, values, [{}], executor=executor, watch=watch)


def _worth_chunk(
    task: tuple[Job, frozenset[Key], Allocation, Start, FloatArray],
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Objective, people and people by year of one plan in one chunk; runs in a worker."""
    job, kept, plan, start, values = task
    case = job.case(values)
    whole = _limits(case, kept)
    solved = solve_draws(_program(whole, case, plan), start=start)
    count = len(values)
    return draws_of(solved.objective, count), *counted(case, whole, solved.x, count)


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
