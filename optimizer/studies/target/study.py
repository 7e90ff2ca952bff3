"""The least money that reaches an outcome, and the best that can be done with that money."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.outcomes import outcome, outcome_names, unknown_outcome
from optimizer.i18n import Words, _
from optimizer.inputs.checks.magnitudes import count_fault
from optimizer.lp.program import Column, LinearProgram, Row, Sense
from optimizer.results.baseline import baseline
from optimizer.results.build import amount, build_plan
from optimizer.results.plan import Plan
from optimizer.results.shown import Shown, View, amount as shown_amount
from optimizer.solving.curves.refine import Refined, refined
from optimizer.solving.variants import budget_slopes, with_budget, with_rows
from optimizer.studies.target.page import target_data, target_page
from optimizer.studies.target.words import sentences

DOUBLINGS = 12
HAIR = 1e-9
"""Share of the least money that the second stage may add, so that rounding closes no door."""
MONEY = ("budget",)
"""The column that holds the total budget while it is searched."""


@dataclass(frozen=True, repr=False)
class Target(Shown, page=target_page, data=target_data):
    """The best plan at the least money that reaches the outcome; `plan.found` tells if any does.

    `at_least` and `reached` are additional people, the difference to the same document with no
    money spent; the goal and spending are told in all.

    Example:
        >>> from optimizer import api as tb
        >>> round(tb.target(tb.example(), "retained", 2).least_money, 3)
        3.333
    """

    outcome: str
    at_least: float
    reached: float
    least_money: float | None
    """Total budget needed [scenario's unit]; shares of the budget are shares of this."""
    plan: Plan

    @property
    def sentences(self) -> tuple[Words, ...]:
        """The least money in words, and what is given up for it."""
        return tuple(sentences(self))

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        scenario, wanted = self.plan.scenario, f"{digits(self.at_least)} of {self.outcome}"
        about = f"{scenario.id}: no budget reaches {wanted}"
        if self.least_money is not None:
            about = f"{scenario.id}: {shown_amount(scenario, self.least_money)} for {wanted}"
        return View(about, self.plan.allocation, self.sentences, "target")


def target(scenario: Scenario, name: str, at_least: float) -> Target:
    """The least total budget with which `at_least` of the outcome `name` is reached.

    Of all plans that reach it with this money, the one with the largest goal is returned. Budgets
    of single years stay as they are. Raises InvalidInput for an unknown outcome.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.target(tb.example(), "retained", 2)
        >>> answer
        <Target example: 3.33 million euros for 2 of retained>
        >>> answer.sentences[0].in_("en")
        'The least money for 2 retained more than without money is 3.33 million euros.'
    """
    if name not in outcome_names(scenario):
        raise InvalidInput([unknown_outcome(name, scenario)])
    fault = count_fault(at_least)
    if at_least < 0:
        problem = _("{value} is less than nobody.", value=f"{at_least:g}")
        fault = problem, _("Give a number of 0 or more.")
    if fault is not None:
        raise InvalidInput([Issue("at-least", *fault)])
    without = baseline(scenario).before(name)

    def reaching(case: Case) -> LinearProgram:
        wanted = Row(("target",), outcome(case, name), Sense.GE, without + at_least)
        return with_rows(_any_budget(case), [wanted])

    found, most = _least(scenario, reaching)
    if found.solution.found:
        found = _best(scenario, reaching, found, most)
    return _target(scenario, name, at_least, without, found)


def _least(scenario: Scenario, reaching: Callable[[Case], LinearProgram]) -> tuple[Refined, float]:
    """The plan of the least budget, and the most money it was searched among."""
    most = max(1.0, scenario.budget.total)

    def make(case: Case) -> LinearProgram:
        program = reaching(case)
        columns = (replace(c, gain=float(c.key == MONEY)) for c in program.columns)
        return replace(program, columns=tuple(columns), maximise=False)

    for _times in range(DOUBLINGS):
        found = refined(scenario, make, most=most)
        if found.solution.found and found.solution.value[MONEY] <= 0.5 * most:
            break
        bounded = found.case.shapes or found.solution.program.arrays.integer.any()
        if not found.solution.found and not bounded:
            break
        most *= 4.0
    return found, most


def _best(
    scenario: Scenario, reaching: Callable[[Case], LinearProgram], found: Refined, most: float
) -> Refined:
    """The plan with the largest goal at the least budget; the one that was found where none is."""
    least = found.solution.value[MONEY]
    limit = least + HAIR * max(least, HAIR * most)

    def make(case: Case) -> LinearProgram:
        return with_rows(reaching(case), [Row(("least",), {MONEY: 1.0}, Sense.LE, limit)])

    grids = {**found.case.grids, **found.case.turns}
    best = refined(scenario, make, most=most, grids=grids)
    return best if best.solution.found else found


def _any_budget(case: Case) -> LinearProgram:
    """The rows of a case with the total budget as a column; shares of it move with it."""
    whole = compile_program(case)
    slopes = budget_slopes(case)
    now = case.scenario.budget.total
    rows = tuple(
        replace(
            row,
            terms={**row.terms, MONEY: -slopes[row.key]},
            rhs=float(row.rhs) - slopes[row.key] * now,
        )
        if row.key in slopes
        else row
        for row in whole.rows
    )
    return replace(whole, columns=(*whole.columns, Column(MONEY, 0.0)), rows=rows)


def _target(
    scenario: Scenario, name: str, at_least: float, without: float, found: Refined
) -> Target:
    if not found.solution.found:
        return Target(name, at_least, 0.0, None, build_plan(found.case, found.solution))
    least = found.solution.value[MONEY]
    least = least if least > HAIR * scenario.budget.total else 0.0
    case = replace(found.case, scenario=with_budget(scenario, least))
    plan = build_plan(case, found.solution, curve_gap=found.gap)
    reached = amount(outcome(case, name), found.solution.value) - without
    return Target(name, at_least, reached, least, plan)
