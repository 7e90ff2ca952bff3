"""Where only additional money goes: the rules of the larger budget, and nothing taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.i18n import Words, _
from optimizer.inputs.checks.magnitudes import amount_fault
from optimizer.lp.program import LinearProgram
from optimizer.lp.solution import Status
from optimizer.results.build import build_plan
from optimizer.results.conflict import ConflictAnswer
from optimizer.results.plan import Plan, lines
from optimizer.results.shown import Shown, View, amount, people
from optimizer.solving.curves.refine import refined
from optimizer.solving.curves.s_shaped_breakpoints import turning
from optimizer.solving.variants import with_budget, with_rows
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.extra.bought_already import conflict_with_kept, kept_rows
from optimizer.studies.extra.page import ADDED, extra_data, extra_page
from optimizer.studies.extra.words import sentences

SAME = 1e-8
"""A gain below this share of the goal is rounding."""


@dataclass(frozen=True, repr=False)
class Extra(Shown, page=extra_page, data=extra_data):
    """The plan before and after, and where the additional money went.

    `after.scenario` is the document with the larger budget; `after` keeps its rules. Where they
    cannot be kept with nothing taken back, `after` is not found and `conflict` says why.

    Example:
        >>> from optimizer import api as tb
        >>> tb.extra("korea-2025", 2000).sentences[0].in_("en")
        '2 billion won more adds 4.12 to the goal.'
    """

    before: Plan
    after: Plan
    amount: float
    added: pd.DataFrame
    lifted: tuple[int, ...] = ()
    """Years whose own limit grows by the amount as well."""
    conflict: ConflictAnswer | None = None

    @property
    def gain(self) -> float | None:
        """What the additional money adds to the goal; None without both plans."""
        if self.before.objective is None or self.after.objective is None:
            return None
        more = self.after.objective - self.before.objective
        return more if abs(more) > SAME * max(1.0, abs(self.before.objective)) else 0.0

    @property
    def net_people(self) -> float | None:
        """Net people that the additional money yields; None without both plans."""
        if self.gain is None:
            return None
        before = self.before.totals.net_people
        more = self.after.totals.net_people - before
        return more if abs(more) > SAME * max(1.0, abs(before)) else 0.0

    @property
    def unspent(self) -> float:
        """What of the additional money no activity takes [scenario's unit]."""
        return max(0.0, self.amount - (self.after.spent - self.before.spent))

    @property
    def sentences(self) -> tuple[Words, ...]:
        """What the money adds to the goal and to people; empty without both plans."""
        return tuple(sentences(self))

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        scenario = self.before.scenario
        found = str(self.after.status)
        if self.gain is not None and self.net_people is not None:
            found = f"{people(self.net_people)}, goal +{digits(self.gain)}"
        about = f"{scenario.id}: {amount(scenario, self.amount)} more, {found}"
        return View(about, self.added, self.sentences, "extra")


def extra(scenario: Scenario, amount: float, *, lift: Sequence[int] = ()) -> Extra:
    """The best use of `amount` on top of the best plan, nothing of which is taken back.

    The total budget grows by the amount, and with it every rule stated as a share of it; units and
    spending of each activity and year may only grow. Limits of single years stay, but for those in
    `lift`, which grow by the amount as well. Without a plan to start from, `after` is as empty as
    `before`. Raises InvalidInput for a negative amount and for a year without a limit.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.extra(tb.example(), 3)
        >>> answer
        <Extra example: 3 million euros more, 1.86 additional people, goal +3.66>
        >>> answer.added.groupby("programme")["added"].sum().round(2).to_dict()
        {'chairs': 1.8, 'fellowships': 1.2}
    """
    lifted = tuple(sorted(set(lift)))
    _refuse(scenario, amount, lifted)
    before = bare_plan(scenario)
    if not before.found:
        return Extra(before, before, amount, ADDED.frame([]), lifted)
    richer = _richer(scenario, amount, lifted)

    def make(case: Case) -> LinearProgram:
        return with_rows(compile_program(case), kept_rows(case, before))

    kept = turning(case_of(richer), {}, before.solution, before.case)
    found = refined(richer, make, grids={**before.case.grids, **kept})
    after = build_plan(found.case, found.solution, curve_gap=found.gap)
    added = ADDED.frame(_added(before, after))
    stuck = after.status is Status.INFEASIBLE
    conflict = conflict_with_kept(richer, before) if stuck else None
    return Extra(before, after, amount, added, lifted, conflict)


def _refuse(scenario: Scenario, amount: float, lifted: Sequence[int]) -> None:
    issues: list[Issue] = []
    if not amount >= 0:
        unit = scenario.money.unit
        problem = _("{amount} is no additional money.", amount=f"{amount:g}")
        remedy = _("Give 0 or more, in {unit}.", unit=unit)
        issues.append(Issue("amount", problem, remedy))
    elif (found := amount_fault(scenario.budget.total + amount, scenario)) is not None:
        issues.append(Issue("amount", *found))
    known = ", ".join(map(str, sorted(scenario.budget.by_year)))
    for year in lifted:
        if year in scenario.budget.by_year:
            continue
        problem = _("{year} has no limit of its own.", year=year)
        remedy = (
            _("Years with a limit: {known}.", known=known)
            if known
            else _("No year has a limit; leave it out.")
        )
        issues.append(Issue("lift", problem, remedy))
    if issues:
        raise InvalidInput(issues)


def _richer(scenario: Scenario, amount: float, lifted: Sequence[int]) -> Scenario:
    budget = scenario.budget
    years: Mapping[int, float] = {
        y: money + amount * (y in lifted) for y, money in budget.by_year.items()
    }
    return with_budget(scenario, budget.total + amount, years)


def _added(before: Plan, after: Plan) -> Iterator[dict[str, object]]:
    old = {(r.programme, r.activity, r.year): r.spending for r in lines(before.activities)}
    for row in lines(after.activities):
        was = old[row.programme, row.activity, row.year]
        yield {
            "programme": row.programme, "activity": row.activity, "year": row.year,
            "before": was, "added": row.spending - was, "after": row.spending,
        }  # fmt: skip
