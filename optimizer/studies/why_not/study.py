"""Why not more, or less, for a programme: force it, and show what it costs and what binds then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from optimizer.domain.base import stated_in_all
from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.limit_words import amounts_apart
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import money_step, title_of
from optimizer.i18n import Words, _, in_a_row, pgettext, rendered
from optimizer.lp.program import LinearProgram
from optimizer.results.build import build_plan
from optimizer.results.columns import cell
from optimizer.results.goal_words import loss
from optimizer.results.plan import Plan, lines
from optimizer.results.shown import Shown, View, amount
from optimizer.solving.curves.refine import refined
from optimizer.solving.variants import with_gains
from optimizer.studies.best_plan.binding import with_binding
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.room.study import money_of
from optimizer.studies.why_not.page import MOVES, why_not_data, why_not_page

FORCED = "why-not"
"""Name of the rule that forces the choice."""
FELT = 1e-6
"""A limit worth less than this to the goal is not spoken of."""


@dataclass(frozen=True, repr=False)
class WhyNot(Shown, page=why_not_page, data=why_not_data):
    """The best plan beside the best one in which a programme gets exactly `amount`.

    `costs_objective` and `costs_people` are what the choice costs (negative people: it adds some,
    but less of what the goal counts). `binds` holds the limits that bind in the forced plan alone.
    `last_step` is what the last round step of money of the forced amount costs the goal. Where the
    rules do not allow the amount `plan.found` is False; `possible` tells what they allow, and
    `blocked_by` which limits stand at the nearest amount that they do allow.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.why_not(tb.example(), "fellowships", amount=9)
        >>> round(answer.costs_objective, 2), round(answer.costs_people, 2)
        (2.94, -1.26)
    """

    scenario: Scenario
    programme: str
    amount: float
    best: Plan
    plan: Plan
    costs_objective: float
    costs_people: float
    moves: pd.DataFrame
    binds: pd.DataFrame
    possible: tuple[float, float] | None
    blocked_by: tuple[Words, ...] = ()
    last_step: float | None = None
    sentences: tuple[Words, ...] = ()

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about = f"{self.scenario.id}: {amount(self.scenario, self.amount)} for {self.programme}"
        if self.best.found and self.plan.found:
            about = f"{about} costs {digits(self.costs_objective)} of the goal"
        return View(about, self.moves, self.sentences, "why_not")


def why_not(
    scenario: Scenario,
    programme: str,
    *,
    share: float | None = None,
    amount: float | None = None,
) -> WhyNot:
    """What it would cost if `programme` got exactly `amount`, or `share` of the total budget.

    Raises InvalidInput for an unknown programme, a negative amount, or unless one of the two is
    given.

    Example:
        >>> from optimizer import api as tb
        >>> tb.why_not(tb.example(), "fellowships", share=0.6)
        <WhyNot example: 7.2 million euros for fellowships costs 1.68 of the goal>
    """
    wanted = _wanted(scenario, programme, share, amount)
    best, plan = (
        with_binding(bare_plan(s)) for s in (scenario, _with_rule(scenario, programme, wanted))
    )
    both = best.found and plan.found
    new = plan.binding[~plan.binding["rule"].isin({FORCED, *best.binding["rule"]})]
    ends = _ends(scenario, programme) if best.found else None
    answer = WhyNot(
        scenario, programme, wanted, best, plan,
        best.everyone.objective - plan.everyone.objective if both else 0.0,
        best.totals.net_people - plan.totals.net_people if both else 0.0,
        MOVES.frame(_moves(best, plan) if both else []), new.reset_index(drop=True),
        None if ends is None else (money_of(ends[0], programme), money_of(ends[1], programme)),
        () if ends is None or plan.found else tuple(_blocking(ends, programme, wanted)),
        _last_step(plan),
    )  # fmt: skip
    return replace(answer, sentences=tuple(_sentences(answer)))


def _wanted(scenario: Scenario, programme: str, share: float | None, amount: float | None) -> float:
    issues = []
    if programme not in scenario.programmes:
        problem = _("There is no programme called '{programme}'.", programme=programme)
        issues.append(Issue("programme", problem, suggest(programme, scenario.programmes)))
    if (share is None) == (amount is None):
        problem = _("Nothing to force, or two things.")
        remedy = _("Give either an amount of money or a share of the budget.")
        issues.append(Issue("amount", problem, remedy))
    wanted = share * scenario.budget.total if share is not None else amount or 0.0
    if not 0.0 <= wanted < float("inf"):
        problem = _("{wanted} is no amount.", wanted=f"{wanted:g}")
        remedy = _("Give a number from 0 up.")
        issues.append(Issue("amount", problem, remedy))
    if issues:
        raise InvalidInput(issues)
    return wanted


def _with_rule(scenario: Scenario, programme: str, wanted: float) -> Scenario:
    """The scenario with the choice as one more rule."""
    title = title_of(scenario.programmes, programme)
    much = rendered(money, wanted, scenario.money.parsed)
    rule = {
        "id": FORCED, "kind": "linear", "sense": "==", "rhs": wanted,
        "terms": [{"of": "spending", "programme": programme}],
        "title": stated_in_all(_("{title}: exactly {amount}", title=title, amount=much)),
        "owner": stated_in_all(_("This question")),
        "reason": stated_in_all(_("What would it cost?")),
    }  # fmt: skip
    rules = [r.model_dump(mode="json", exclude_unset=True) for r in scenario.rules]
    return Scenario.model_validate({**scenario.document, "rules": [*rules, rule]}, strict=False)


def _moves(best: Plan, plan: Plan) -> Iterator[dict[str, object]]:
    for p in best.scenario.programmes:
        before, after = money_of(best, p), money_of(plan, p)
        yield {"programme": p, "best": before, "forced": after, "change": after - before}


def _last_step(plan: Plan) -> float | None:
    """What the last round step of money costs the goal; None without prices."""
    if not plan.found or plan.solution.prices is None:
        return None
    row = next(r for r in plan.solution.program.rows if FORCED in r.key)  # type: ignore[operator]
    return -plan.solution.price[row.key] * money_step(plan.case) + 0.0


def _ends(scenario: Scenario, programme: str) -> tuple[Plan, Plan] | None:
    """The plans with the least and the most money that the rules allow the programme."""
    plans = []
    for sign in (-1.0, 1.0):

        def make(case: Case, sign: float = sign) -> LinearProgram:
            money = {k: sign * float(c) for k, c in case.spending([programme]).items()}
            return with_gains(compile_program(case), money)

        found = refined(scenario, make)
        if not found.solution.found:
            return None
        plans.append(build_plan(found.case, found.solution))
    return plans[0], plans[1]


def _blocking(ends: tuple[Plan, Plan], programme: str, wanted: float) -> Iterator[Words]:
    """The limits at the end of what is possible on the side of the amount wanted."""
    end = ends[0] if wanted < money_of(ends[0], programme) else ends[1]
    if end.solution.prices is None:
        return
    for key, price in end.solution.price.items():
        assert isinstance(key, tuple)
        kind, *index = key
        if abs(price) > 1e-9 and kind in RULE_OF and kind != "capacity":
            yield RULE_OF[kind].name(end.case, tuple(index))


def _sentences(answer: WhyNot) -> Iterator[Words]:
    scenario, unit = answer.scenario, answer.scenario.money.parsed

    title = title_of(scenario.programmes, answer.programme)
    if not answer.best.found:
        yield _("These rules cannot hold together; there is no plan to compare with.")
        return
    low, high = answer.possible or (0.0, 0.0)
    amounts = [answer.amount, money_of(answer.best, answer.programme)]
    amounts += [] if answer.plan.found else [low, high]
    wanted, now, *ends = amounts_apart(amounts, unit)
    if not answer.plan.found:
        said: Words = _(
            "{title} cannot get {wanted}, only between {least} and {most} (best plan: {now}).",
            title=title,
            wanted=wanted,
            least=ends[0],
            most=ends[1],
            now=now,
        )
        if answer.blocked_by:
            limits = in_a_row(answer.blocked_by, pgettext("list", "; "))
            said = in_a_row((said, _("Held by: {limits}.", limits=limits)), " ")
        yield said
        return
    yield _cost(answer, title, wanted, now)
    yield from _sources(answer, title)
    felt = answer.binds[["price_up", "price_down"]].abs().max(axis=1) > FELT
    for row in lines(answer.binds[felt].head(4)):
        yield _(
            "Only then does “{title}” bind: {sentence}",
            title=cell(row, "title"),
            sentence=cell(row, "sentence"),
        )


def _cost(answer: WhyNot, title: Words, wanted: Words, now: Words) -> Words:
    goal, people = answer.costs_objective, answer.costs_people
    if abs(goal) <= 1e-6 * max(1.0, abs(answer.best.everyone.objective)):
        return _(
            "{wanted} for {title} (best plan: {now}) costs nothing.",
            wanted=wanted,
            title=title,
            now=now,
        )
    said = loss(goal, people)
    return _(
        "{wanted} for {title} (best plan: {now}) {said}.",
        wanted=wanted,
        title=title,
        now=now,
        said=said,
    )


def _sources(answer: WhyNot, title: Words) -> Iterator[Words]:
    """Where the money comes from, or where it goes."""
    unit, scenario = answer.scenario.money.parsed, answer.scenario
    own = float(answer.moves.set_index("programme")["change"][answer.programme])
    others = [
        row
        for row in lines(answer.moves.sort_values("change", kind="stable", ascending=own > 0))
        if row.programme != answer.programme
        and row.change * own < 0
        and abs(row.change) > 1e-3 * scenario.budget.total
    ]
    if not others:
        return
    names = [title_of(scenario.programmes, row.programme) for row in others]
    sums = [rendered(money, abs(r.change), unit) for r in others]
    each = [
        pgettext("amount", "{title} ({amount})", title=title, amount=much)
        for title, much in zip(names, sums, strict=True)
    ]
    where = in_a_row(each, pgettext("list", ", "))
    if own > 0:
        yield _("The money comes from {where}.", where=where)
    else:
        yield _("The money goes to {where}.", where=where)
