"""What a fixed plan would yield, which rules it breaks, what it leaves on the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import MONEY
from optimizer.formulation.rules.year_budget import carried_years
from optimizer.i18n import Words
from optimizer.inputs.allocation import Allocation
from optimizer.lp.program import Key, LinearProgram, Row, Sense
from optimizer.results.build import amount, build_plan
from optimizer.results.columns import in_columns
from optimizer.results.plan import Plan, lines
from optimizer.results.shown import Shown, View
from optimizer.results.stated_limits import stated_limit
from optimizer.solving.curves.refine import refined
from optimizer.solving.two_stage import MONEY as SET_ASIDE, money_terms
from optimizer.solving.variants import is_budget, is_policy, with_rows, without_budgets
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.evaluate.least_breach import with_least_breach
from optimizer.studies.evaluate.page import BROKEN, MOVES, evaluation_data, evaluation_page
from optimizer.studies.evaluate.words import beside_best, sentences

HAIR = 1e-8
"""Share of the money given that may be used besides, so that rounding cannot close the door; with
whole decisions it can close the door to the best of them without closing every one."""
ROUNDING = 1e-7
"""Share of a rule's own terms by which it may be missed unseen."""


@dataclass(frozen=True, repr=False)
class Evaluation(Shown, page=evaluation_page, data=evaluation_data):
    """A fixed plan beside the best one.

    `plan` makes the most of the given money, programme by programme and year by year: within the
    rules where the money allows it, else breaking them as little as can be. Money that no activity
    can absorb is idle. `left_on_the_table` is None where the rules themselves conflict.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.evaluate(tb.example(), {("chairs", 2026): 4})
        >>> answer.broken[["rule", "limit", "actual"]]
                        rule  limit  actual
        0  fellowships-floor    4.8     0.0
        >>> round(answer.left_on_the_table, 2)
        10.14
    """

    plan: Plan
    best: Plan
    broken: pd.DataFrame
    moves: pd.DataFrame

    @property
    def sentences(self) -> tuple[Words, ...]:
        """The plan beside the best one in words: rules, the goal, heads."""
        return tuple(sentences(self))

    @property
    def comparison(self) -> tuple[Words, ...]:
        """The goal and heads beside those of the best plan, without what is broken."""
        return tuple(beside_best(self))

    @property
    def obeys(self) -> bool:
        """Whether the plan keeps every rule and budget."""
        return len(self.broken) == 0

    @property
    def left_on_the_table(self) -> float | None:
        """Objective of the best plan less that of this one."""
        if self.best.objective is None or self.plan.objective is None:
            return None
        return self.best.objective - self.plan.objective

    @property
    def people_left(self) -> float:
        """Net people of the best plan less those of this one."""
        return self.best.totals.net_people - self.plan.totals.net_people

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        kept = "keeps every rule" if self.obeys else f"breaks {len(self.broken)} of the rules"
        return View(f"{self.plan.view().about}, {kept}", self.moves, self.sentences, "given_plan")


def evaluate(scenario: Scenario, allocation: Allocation) -> Evaluation:
    """What `allocation` yields in `scenario`; only its use within programmes is optimised."""
    most = max([scenario.budget.total, *allocation.values()])

    def within(hair: float) -> Callable[[Case], LinearProgram]:
        return lambda case: with_rows(without_budgets(case), _given(case, allocation, hair))

    found = refined(scenario, within(0.0), most=most)
    if not found.solution.found or found.solution.program.arrays.integer.any():
        found = refined(scenario, within(HAIR), most=most)
    if not found.solution.found:
        found = with_least_breach(scenario, within(HAIR), most=most)
    plan = build_plan(found.case, found.solution, curve_gap=found.gap)
    best = bare_plan(scenario)
    broken = BROKEN.frame(_broken(plan, allocation))
    return Evaluation(plan, best, broken, MOVES.frame(_moves(plan, best, allocation)))


def _given(case: Case, allocation: Allocation, hair: float) -> Iterator[Row]:
    for p in sorted(case.scenario.programmes):
        for y in case.years:
            money = float(allocation.get((p, y), 0.0)) * (1.0 + hair)
            yield Row(("given", p, y), case.spending([p], [y]), Sense.LE, money)


def _broken(plan: Plan, allocation: Allocation) -> Iterator[dict[str, object]]:
    """Rules and budgets recomputed on the plan; money given counts as spent, idle or not."""
    case, value = plan.case, {**plan.solution.value, **_kept(plan.case, allocation)}
    idle = dict(_idle(case, allocation, value))
    for row in compile_program(case).rows:
        assert isinstance(row.key, tuple)
        if not (is_budget(row) or is_policy(row, case.scenario)):
            continue
        if any(k not in value for k in row.terms if k[0] != "carry"):  # type: ignore[index]
            continue
        actual = amount({k: c for k, c in row.terms.items() if k in value}, value)
        actual += _idle_in(case, row, idle)
        rhs = float(row.rhs)
        missed = _missed(row.sense, actual, rhs)
        size = sum(abs(float(c) * value[k]) for k, c in row.terms.items() if k in value)
        if missed <= ROUNDING * max(1.0, abs(rhs), size):
            continue
        title = RULE_OF[str(row.key[0])].name(case, row.key[1:])
        name = row.key[1] if is_policy(row, case.scenario) else ".".join(map(str, row.key))
        stated = stated_limit(case, row, actual, value)
        gap = abs(stated.actual - stated.limit)
        yield {
            "rule": str(name), "kind": str(row.key[0]), **in_columns(title=title, unit=stated.unit),
            "limit": stated.limit, "actual": stated.actual, "missed_by": gap,
        }  # fmt: skip


def _kept(case: Case, allocation: Allocation) -> dict[Key, float]:
    """The most money of each year that is left for the next one."""
    budget, kept, found = case.scenario.budget, 0.0, dict[Key, float]()
    for y in case.years:
        own = budget.by_year.get(y, 0.0) + budget.carry_over * kept
        left = own - sum(money for (_, year), money in allocation.items() if year == y)
        kept = max(0.0, left) if y in carried_years(case) else 0.0
        found["carry", y] = kept
    return found


def _idle(
    case: Case, allocation: Allocation, value: Mapping[Key, float]
) -> Iterator[tuple[tuple[str, int], float]]:
    """Money given that is not used, beyond rounding, by programme and year."""
    for (p, y), money in allocation.items():
        left = money - amount(case.spending([p], [y]), value)
        if left > ROUNDING * money:
            yield (p, y), left


def _idle_in(case: Case, row: Row, idle: Mapping[tuple[str, int], float]) -> float:
    """Idle money that the row's spending terms would count; rows of units and people count none.

    Money is given to programmes: a row of some of a programme's activities alone counts none of
    it either, since nobody gave it to them.
    """
    assert isinstance(row.key, tuple)
    kind = str(row.key[0])
    if RULE_OF[kind].unit(case, row.key[1:]) != MONEY:
        return 0.0
    return sum(money * _weight(case, row, p, y) for (p, y), money in idle.items())


def _weight(case: Case, row: Row, programme: str, year: int) -> float:
    """What a row counts of each unit of money for a programme in a year, whatever it goes to."""
    paid = case.spending([programme])
    terms = {k: v for k, v in row.terms.items() if k in paid}
    over_money = money_terms(case, replace(row, terms=terms))
    if over_money is not None:
        return float(over_money.get((SET_ASIDE, programme, year), 0.0))
    costs = case.committed(
        [(programme, a) for a in case.scenario.programmes[programme].activities], [year]
    )
    ratios = [float(terms.get(k, 0.0)) / float(cost) for k, cost in costs.items() if float(cost)]
    same = bool(ratios) and max(ratios) - min(ratios) <= ROUNDING * max(map(abs, ratios))
    return ratios[0] if same else 0.0


def _missed(sense: Sense, actual: float, rhs: float) -> float:
    if sense is Sense.EQ:
        return abs(actual - rhs)
    return actual - rhs if sense is Sense.LE else rhs - actual


def _moves(plan: Plan, best: Plan, allocation: Allocation) -> Iterator[dict[str, object]]:
    optimum = {(r.programme, r.year): r.spending for r in lines(best.allocation)}
    for row in lines(plan.allocation):
        given = float(allocation.get((row.programme, row.year), 0.0))
        used = min(float(row.spending), given) if given > 0 else float(row.spending)
        target = optimum.get((row.programme, row.year), float("nan"))
        yield {
            "programme": row.programme, "year": row.year, "given": given, "used": used,
            "idle": given - used, "best": target, "change": target - given,
        }  # fmt: skip
