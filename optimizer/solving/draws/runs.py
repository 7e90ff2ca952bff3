"""The best plan of every draw, chunk by chunk, on any engine; the same answers on each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.formulation.steps import draws_of
from optimizer.formulation.terms import Terms
from optimizer.lp.program import FloatArray, Key, LinearProgram
from optimizer.lp.stochastic.solve_draws import Solved, solve_draws
from optimizer.solving.draws.gap import cell_gaps
from optimizer.solving.draws.steps import TOLERANCE, Stepped, fitted_steps, stepped_case
from optimizer.solving.variants import is_budget, is_policy
from optimizer.system.executors import run_all
from optimizer.system.progress import Watch

CHUNK, LARGE_CHUNK = 1000, 2500
"""Draws that are formulated and solved together, in studies of up to MANY draws and of more."""
MANY = 4000
SAMPLE = 256
"""Draws on which the steps of the curves are fitted."""

Rules = tuple[str, ...]
"""Names of rules that cannot hold together."""


@dataclass(frozen=True)
class Outcomes:
    """What the best plan of each of D draws is; NaN where a draw has none.

    `objective`, `gap` (what finer steps of curves could add to it), `residual` (of the certificate)
    and `money_price` (objective per unit of total budget) are (D,), gap and price unknown (NaN)
    where something is decided in whole numbers; `out_of_order` (D,) tells the draws in which a
    later step of bands is cheaper, or yields more, than an earlier one, and is taken first;
    `people` (D, names) holds net people by the names of `outcome_columns`, `by_year` (D, years) by
    the year their support begins; `spending` (D, programmes, years). `conflicts` counts draws
    without a plan by the rules that contradict each other in them. `inside` are seconds
    in HiGHS.
    """

    status: NDArray[np.int8]
    objective: FloatArray
    gap: FloatArray
    residual: FloatArray
    money_price: FloatArray
    out_of_order: NDArray[np.bool_]
    people: FloatArray
    by_year: FloatArray
    spending: FloatArray
    conflicts: Counter[Rules]
    again: int
    inside: float

    @property
    def found(self) -> NDArray[np.bool_]:
        """Which draws have a certified plan, shape (D,)."""
        return ~np.isnan(self.objective)


@dataclass(frozen=True)
class Job:
    """What a worker needs to know of a study; `names` are those of the numbers that vary."""

    scenario: Scenario
    names: tuple[str, ...]
    steps: Stepped
    most: float | None = None

    def case(self, values: FloatArray) -> Case:
        """The case of some draws, `values` (draws, names)."""
        instead = {n: np.ascontiguousarray(values[:, j]) for j, n in enumerate(self.names)}
        return stepped_case(self.scenario, self.steps.places, instead, most=self.most)


def job_of(
    scenario: Scenario, names: tuple[str, ...], values: FloatArray, *, tolerance: float = TOLERANCE
) -> Job:
    """A study of these draws, its curves stepped to fit an evenly spaced sample of them."""
    sample = values[:: max(1, len(values) // SAMPLE)][:SAMPLE]
    instead = {n: np.ascontiguousarray(sample[:, j]) for j, n in enumerate(names)}
    steps = fitted_steps(scenario, instead, compile_program, tolerance=tolerance)
    return Job(scenario, names, steps)


def outcome_columns(scenario: Scenario) -> tuple[str, ...]:
    """Names of the columns of `Outcomes.people`."""
    return tuple(
        dict.fromkeys(("net_people", *scenario.objective.channels, *scenario.objective.tiers))
    )


def best_of_draws(
    job: Job,
    values: FloatArray,
    *,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> Outcomes:
    """The best plan of every draw, `values` (draws, names), in the order of the draws."""
    size = chunk_of(len(values))
    tasks = [(job, values[a : a + size]) for a in range(0, len(values), size)]
    return joined(run_all(_solve_chunk, tasks, executor=executor, watch=watch))


def chunk_of(draws: int) -> int:
    """How many of so many draws are formulated and solved together; the same for every engine."""
    return CHUNK if draws <= MANY else LARGE_CHUNK


def joined(parts: Iterable[Outcomes]) -> Outcomes:
    """Outcomes of several chunks as one."""
    known = list(parts)
    merged: dict[str, Any] = {}
    for f in fields(Outcomes):
        values = [getattr(part, f.name) for part in known]
        if isinstance(values[0], np.ndarray):
            merged[f.name] = np.concatenate(values)
        else:
            merged[f.name] = sum(values[1:], values[0])
    return Outcomes(**merged)


def _solve_chunk(task: tuple[Job, FloatArray]) -> Outcomes:
    """The best plans of one chunk; runs in a worker."""
    job, values = task
    case = job.case(values)
    program = compile_program(case)
    if program.draws is None:  # nothing varies that the rows know of: one programme for all
        return _repeated(_outcomes(case, program, job), len(values))
    return _outcomes(case, program, job)


def _repeated(one: Outcomes, draws: int) -> Outcomes:
    """The outcome of one draw for many that are alike."""
    arrays: dict[str, Any] = {
        f.name: np.repeat(getattr(one, f.name), draws, axis=0)
        for f in fields(Outcomes)
        if isinstance(getattr(one, f.name), np.ndarray)
    }
    conflicts = Counter({rules: draws * n for rules, n in one.conflicts.items()})
    return replace(one, conflicts=conflicts, **arrays)


def _outcomes(case: Case, program: LinearProgram, job: Job) -> Outcomes:
    solved = solve_draws(program, start=job.steps.start)
    draws = len(solved.objective)
    gap = np.zeros(draws)
    for cell in cell_gaps(case, program, solved):
        gap += cell.gap  # not known (NaN) without prices
    x = np.asfortranarray(solved.x)  # sums run down its columns
    people, by_year = counted(case, program, x, draws)
    number = program.column_number
    spending = [
        [total(case.spending([p], [y]), number, x, draws) for y in case.years]
        for p in sorted(case.scenario.programmes)
    ]
    return Outcomes(
        solved.status,
        solved.objective,
        np.where(solved.found, gap, np.nan),
        solved.residual,
        _money_price(program, solved),
        _out_of_order(case, draws),
        people,
        by_year,
        np.moveaxis(np.array(spending), 2, 0) + 0.0,
        _conflicts(program, solved, case.scenario),
        solved.again,
        solved.inside,
    )


def counted(
    case: Case, program: LinearProgram, x: FloatArray, draws: int
) -> tuple[FloatArray, FloatArray]:
    """People (draws, names) by `outcome_columns`, and by the year their support begins."""
    scenario, number = case.scenario, program.column_number
    people = [total(outcome(case, name), number, x, draws) for name in outcome_columns(scenario)]
    by_year = [
        sum((total(case.net(q, y), number, x, draws) for q in scenario.pathways), np.zeros(draws))
        for y in case.outcome_years
    ]
    return np.column_stack(people), np.column_stack(by_year)


def total(terms: Terms, number: Mapping[Key, int], x: FloatArray, draws: int) -> FloatArray:
    """The sum of the terms in every draw, x (draws, columns)."""
    sums = np.zeros(draws)
    for key, coefficient in terms.items():
        if key in number:
            sums += coefficient * x[:, number[key]]
    return sums


def _money_price(program: LinearProgram, solved: Solved) -> FloatArray:
    """What one more unit of the total budget is worth in each draw."""
    row = program.row_number.get(("total_budget",))
    if row is None:
        return np.zeros(len(solved.objective))
    return draws_of(solved.prices[:, row], len(solved.objective)).copy()


def _out_of_order(case: Case, draws: int) -> NDArray[np.bool_]:
    """Draws in which bands that should rise or fall in turn do not, where nothing orders them."""
    wrong = np.zeros(draws, dtype=np.bool_)
    supply = (
        steps[case.years.start]
        for activity, steps in case.supply.items()
        if activity not in case.shapes and not case.activities[activity].ordered
    )
    yields = (
        steps
        for pathway, steps in case.yields.items()
        if not case.scenario.pathways[pathway].indivisible
    )
    for sign, kinds in ((1.0, supply), (-1.0, yields)):
        for steps in kinds:
            for one, other in pairwise(steps):
                fall = sign * (np.asarray(one.rate) - other.rate)
                wrong |= fall > 1e-12 * np.abs(np.asarray(one.rate))
    return wrong


def _conflicts(program: LinearProgram, solved: Solved, scenario: Scenario) -> Counter[Rules]:
    """Draws without a plan, counted by the rules that their proofs rest on."""
    names = {
        i: str(row.key[1]) if is_policy(row, scenario) else ".".join(map(str, row.key))
        for i, row in enumerate(program.rows)
        if isinstance(row.key, tuple) and (is_policy(row, scenario) or is_budget(row))
    }
    return Counter(
        tuple(sorted({names[int(i)] for i in np.flatnonzero(ray) if int(i) in names}))
        for ray in solved.rays
    )
