"""Two outcomes against each other: every plan that is best for some weights, and the exchange."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import nan

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.outcomes import outcome, outcome_names, unknown_outcome
from optimizer.i18n import Words, _
from optimizer.lp.fronts.payoff import payoff_table
from optimizer.lp.fronts.sandwich import Pair
from optimizer.lp.solution import Solution, Status
from optimizer.results.baseline import Baseline, baseline
from optimizer.results.build import amount, build_plan
from optimizer.results.plan import Plan
from optimizer.results.shown import Shown, View
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.trade_off.efficient_plans import (
    PATIENCE,
    EfficientPlans,
    efficient_plans,
    stepped,
)
from optimizer.studies.trade_off.page import (
    MONEY,
    POINTS,
    payoff_data,
    payoff_page,
    payoff_shape,
    trade_data,
    trade_page,
)
from optimizer.studies.trade_off.weighing import criterion_of, each_first
from optimizer.studies.trade_off.words import trade_sentences
from optimizer.system.progress import Watch

ACCURACY = 1e-3
"""Distance from the true frontier aimed at where supply is curved, as a share of both ranges."""
STEPS = 8
"""Levels of the second outcome at which plans with whole decisions are sought."""

NO_END = _("No trade-off was found: under these rules one of the outcomes has no end.")
"""What is said when there is a best plan but no efficient one."""


@dataclass(frozen=True, repr=False)
class TradeOff(Shown, page=trade_page, data=trade_data):
    """The efficient plans of two outcomes; spending is to be small, anything else large.

    People are additional ones, beyond what the document yields with no money spent; the goal
    counts all. `own` is what the scenario's own best plan has of both (NaN without one).
    `points` and `allocation` as POINTS and MONEY, `plans` in full. `exact` if these are all corner
    plans; else no plan lies further beyond the lines between them than `gap`, as a share of both
    ranges. With whole decisions plans may also hide in `unexplored`, a share of the rectangle
    between the ends. `best` is the scenario's own best plan. Without a plan `status` says why.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.trade_off(tb.example(), "retained", "attracted")
        >>> answer.points[["retained", "attracted", "exchange"]].round(2)
           retained  attracted  exchange
        0      7.20        1.5      0.62
        1      3.84        3.6       NaN
    """

    scenario: Scenario
    first: str
    second: str
    status: Status
    plans: tuple[Plan, ...]
    points: pd.DataFrame
    allocation: pd.DataFrame
    best: Plan
    own: Pair
    exact: bool
    gap: float
    unexplored: float
    sentences: tuple[Words, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is an efficient plan."""
        return len(self.plans) > 0

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about = f"{self.scenario.id}: {len(self.plans)} plans of {self.first} and {self.second}"
        return View(about, self.points, self.sentences, "trade_off")


def trade_off(
    scenario: Scenario,
    first: str,
    second: str,
    *,
    accuracy: float = ACCURACY,
    steps: int = STEPS,
    watch: Watch | None = None,
) -> TradeOff:
    """Every efficient plan of two outcomes by name (see `outcome_names`).

    Exact where supply is in bands. Where it is curved the frontier is smooth, and plans on the true
    curves are added until none can lie beyond the lines between them by more than `accuracy`; the
    bound is certified by weak duality. `watch` hears how much of the frontier is done, in percent.
    Raises InvalidInput for unknown or equal outcomes, and Cancelled.

    Example:
        >>> from optimizer import api as tb
        >>> tb.trade_off(tb.example(), "retained", "attracted")
        <TradeOff example: 2 plans of retained and attracted>
    """
    _refuse(scenario, (first, second))
    found = efficient_plans(scenario, first, second, accuracy=accuracy, steps=steps, watch=watch)
    before, best = baseline(scenario), bare_plan(scenario)
    found = _beyond(found, (before.before(first), before.before(second)))
    plans = tuple(plan.plan for plan in found.plans)
    own = (nan, nan)
    if best.found:
        own = _additional(best, before, first), _additional(best, before, second)
    answer = TradeOff(
        scenario, first, second, found.status, plans,
        POINTS.frame(_points(found, before)), MONEY.frame(_money(plans)),
        best, own, found.exact, found.gap, found.unexplored,
    )  # fmt: skip
    if not answer.found:
        return replace(answer, sentences=(NO_END,)) if best.found else answer
    said = trade_sentences(scenario, (first, second), found, own)
    return replace(answer, sentences=tuple(said))


def _beyond(found: EfficientPlans, before: Pair) -> EfficientPlans:
    """The same plans, their outcomes less what is there before."""
    plans = (
        replace(p, first=p.first - before[0], second=p.second - before[1]) for p in found.plans
    )
    return replace(found, plans=tuple(plans))


def _additional(plan: Plan, before: Baseline, name: str) -> float:
    """An outcome of a plan; people beyond the baseline."""
    return amount(outcome(plan.case, name), plan.solution.value) - before.before(name)


def _refuse(scenario: Scenario, names: Sequence[str]) -> None:
    known = outcome_names(scenario)
    issues = [unknown_outcome(name, scenario) for name in names if name not in known]
    if len(set(names)) < len(names):
        listed = ", ".join(known)
        problem = _("An outcome cannot be traded for itself.")
        remedy = _("Choose different ones of: {listed}.", listed=listed)
        issues.append(Issue("outcome", problem, remedy))
    if issues:
        raise InvalidInput(issues)


def _points(found: EfficientPlans, before: Baseline) -> Iterator[dict[str, object]]:
    plans = found.plans
    rates = [
        abs(a.second - b.second) / abs(a.first - b.first) if a.first != b.first else nan
        for a, b in pairwise(plans)
    ]
    for n, (one, rate) in enumerate(zip(plans, [*rates, nan], strict=False)):
        totals = one.plan.everyone.beyond(before.totals, one.plan.spent)
        yield {
            "point": n, "first": one.first, "second": one.second, "worth_from": one.worth[0],
            "worth_to": one.worth[1], "exchange": rate, "net_people": totals.net_people,
            "retained": totals.retained, "attracted": totals.attracted,
            "objective": one.plan.everyone.objective, "spending": one.plan.spent,
        }  # fmt: skip


def _money(plans: Sequence[Plan]) -> Iterator[dict[str, object]]:
    for n, plan in enumerate(plans):
        for p in plan.scenario.programmes:
            spent = amount(plan.case.spending([p]), plan.solution.value)
            share = spent / plan.spent if plan.spent > 0 else 0.0
            yield {"point": n, "programme": p, "spending": spent, "share": share}


# --- several outcomes ---------------------------------------------------------------------------
@dataclass(frozen=True, repr=False)
class Payoff(Shown, page=payoff_page, data=payoff_data):
    """One row for each outcome put first: all outcomes of the plan that then serves the others.

    `table` has the column `goal` and one column for each outcome, people being additional ones;
    `plans` are in the same order.
    """

    scenario: Scenario
    names: tuple[str, ...]
    status: Status
    plans: tuple[Plan, ...]
    table: pd.DataFrame

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about = f"{self.scenario.id}: {', '.join(self.names)}, each put first"
        return View(about, self.table, (), "trade_off")


def payoff(scenario: Scenario, names: Sequence[str]) -> Payoff:
    """What each outcome can reach, and what is then left of the others, in their stated order.

    Exact where supply is in bands. On smooth curves the others count together, each a millionth of
    the first by their ranges; with whole decisions curves are followed in steps. Raises
    InvalidInput for unknown or repeated outcomes.

    Example:
        >>> from optimizer import api as tb
        >>> tb.payoff(tb.example(), ["retained", "attracted"]).table.round(2)
                goal  retained  attracted
        0   retained      7.20        1.5
        1  attracted      3.84        3.6
    """
    _refuse(scenario, names)
    case = case_of(scenario)
    whole = bool(compile_program(case).arrays.integer.any())
    if case.curves and not whole:
        plans = each_first(scenario, names)
    else:
        case = stepped(scenario, names) if whole else case
        plans = [build_plan(case, solution) for solution in _exact_rows(case, names)]
    status = next((p.status for p in plans if not p.found), Status.OPTIMAL)
    before = baseline(scenario)
    rows = [
        {"goal": n, **{o: _additional(p, before, o) for o in names}}
        for n, p in zip(names, plans, strict=True)
        if p.found
    ]
    return Payoff(
        scenario, tuple(names), status, tuple(plans), payoff_shape(scenario, names).frame(rows)
    )


def _exact_rows(case: Case, names: Sequence[str]) -> Iterator[Solution]:
    program = compile_program(case)
    criteria = {n: criterion_of(case, n) for n in names}
    for row in payoff_table(program, criteria, time_limit=PATIENCE).rows:
        objective = None if row.x is None else float(program.arrays.gain @ row.x)
        yield Solution(program, row.status, objective, row.x, certificate=row.certificate)
