"""Another solver's solution held against our rows, our objective and our plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.i18n import EMPTY, _
from optimizer.lp.broken_limits import BrokenLimit, broken_limits
from optimizer.lp.files.solution_file import read_solution
from optimizer.lp.files.tame_columns import tame_factors
from optimizer.lp.program import Key
from optimizer.reports.solver_files.files import names_in
from optimizer.reports.solver_files.meaning import column_meaning, row_meaning
from optimizer.results.build import amount
from optimizer.results.columns import in_columns
from optimizer.results.plan import Plan
from optimizer.results.table import Column, Kind, Shape, data

EQUAL = 1e-6
"""Relative difference of objectives that counts as none; more where a file shows fewer digits."""
KEPT = 5e-5
"""A limit missed by less is kept: solvers allow 1e-6 or 1e-7 in numbers scaled by some hundred."""
NEARLY = 1e-3
"""A limit missed by less may well have been kept to the other solver's tolerance."""

BROKEN = Shape(
    "broken",
    EMPTY,
    *data("what", kind=Kind.WORDS),
    *data("path"),
    *data("unit", kind=Kind.WORDS),
    *data("limit", "actual", "missed_by", kind=Kind.NUMBER),
)
"""Limits that the solution breaks, in the unit of each."""
SPENDING = Shape(
    "spending",
    _("Money of both plans"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("year", _("Year"), Kind.YEAR),
    Column("theirs", _("Other solver"), Kind.MONEY),
    Column("ours", _("Best plan"), Kind.MONEY),
)
"""Money of both plans in the scenario's unit; ours is not-a-number without a plan."""


class Agreement(StrEnum):
    """What a second solver's solution says about our plan."""

    CONFIRMED = "confirmed"
    """It keeps every limit and is as good as ours."""
    WORSE = "worse"
    """It keeps every limit, but ours is better."""
    BETTER = "better"
    """It keeps every limit and is better than ours: then ours is not the best."""
    BROKEN = "broken"
    """It breaks limits, so that it is no plan."""


@dataclass(frozen=True)
class SolverCheck:
    """A solution file evaluated with our own numbers; nothing the file says is taken on trust.

    `objective`, `net_people` and `spent` are recomputed; `tolerance` is the relative
    difference of objectives that counts as none.
    """

    plan: Plan
    format: str
    objective: float
    net_people: float
    spent: float
    tolerance: float
    broken: pd.DataFrame
    spending: pd.DataFrame

    @property
    def difference(self) -> float | None:
        """Objective of our plan less that of the solution; None where we found no plan."""
        return None if self.plan.objective is None else self.plan.objective - self.objective

    @property
    def nearly(self) -> bool:
        """Whether limits are broken, but all by so little that the other solver's tolerance did."""
        sizes = self.broken["limit"].abs().clip(lower=1.0)
        return bool(len(self.broken)) and bool((self.broken["missed_by"] <= NEARLY * sizes).all())

    @property
    def agreement(self) -> Agreement:
        """What follows for our plan."""
        if len(self.broken):
            return Agreement.BROKEN
        if self.difference is None:
            return Agreement.BETTER
        if abs(self.difference) <= self.tolerance * max(1.0, abs(self.objective)):
            return Agreement.CONFIRMED
        return Agreement.WORSE if self.difference > 0 else Agreement.BETTER


def check_solution(plan: Plan, text: str, where: str = "solution") -> SolverCheck:
    """The check of a solution file `text` for the programme that `solver_text` writes of `plan`.

    Raises InvalidInput for a file that states no plan or does not belong to the programme.
    """
    case, program = plan.case, compile_program(plan.case)
    claim = read_solution(text, names_in(program), where)
    rounded = 10.0 ** (1 - claim.digits)
    x = claim.x * tame_factors(program)
    value = dict(zip(program.column_number, x.tolist(), strict=True))
    broken = broken_limits(program, x, max(KEPT, rounded))
    return SolverCheck(
        plan,
        claim.format,
        objective=amount(outcome(case, "objective"), value),
        net_people=amount(outcome(case, "net_people"), value),
        spent=amount(case.spending(), value),
        tolerance=max(EQUAL, rounded),
        broken=BROKEN.frame(_broken(case, limit) for limit in broken),
        spending=SPENDING.frame(_spending(plan, value)),
    )


def _broken(case: Case, limit: BrokenLimit) -> dict[str, object]:
    meaning = row_meaning if limit.kind == "row" else column_meaning
    what, path, unit = meaning(case, limit.key)
    if limit.kind == "whole":
        what = _("{what} (a whole number)", what=what)
    return {
        **in_columns(what=what, unit=unit), "path": path,
        "limit": limit.limit, "actual": limit.actual, "missed_by": limit.missed_by,
    }  # fmt: skip


def _spending(plan: Plan, value: Mapping[Key, float]) -> Iterator[dict[str, object]]:
    case, ours = plan.case, plan.solution.value if plan.found else None
    for p in plan.scenario.programmes:
        for y in case.years:
            terms = case.spending([p], [y])
            own = float("nan") if ours is None else amount(terms, ours)
            yield {"programme": p, "year": y, "theirs": amount(terms, value), "ours": own}
