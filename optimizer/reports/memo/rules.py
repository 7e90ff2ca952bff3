"""Rules with owner and reason, every binding limit in words, and the review of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.domain.policy import PolicyRule
from optimizer.domain.wording import digits
from optimizer.formulation.rules import rule_words
from optimizer.i18n import Words, _, in_a_row
from optimizer.reports.memo.figures import on_paper
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.render.blocks import Block
from optimizer.results.contract import contract
from optimizer.results.page import Bullets, Heading, Paragraph, Tone, on_one_line
from optimizer.results.plan import RULES_TABLE, Plan, lines
from optimizer.results.plan_page import bindings
from optimizer.results.review import Review, Verdict, review
from optimizer.results.table import Column, Kind, Shape, Table

LIMITS = 8
"""Limits told in words, those that hold back most first."""
OWNERS = Shape(
    "owners",
    _("Rules in force"),
    Column("title", _("Rule"), width=2.6),
    Column("standing", _("Standing"), width=1.0),
    Column("owner", _("Owner or legal basis"), width=2.2),
    Column("reason", _("Reason"), width=3.6),
)
CHECKS = Shape(
    "checks",
    _("Checks of the plan"),
    Column("verdict", _("Verdict"), width=1.3),
    Column("finding", _("Finding"), width=4.0),
    Column("advice", _("Advice"), width=3.2),
)
_VERDICTS = {
    Verdict.PASS: _("passed"),
    Verdict.LOOK: _("● look again"),
    Verdict.FAIL: _("✕ failed"),
}


def rules_annex(grounds: Grounds) -> Iterator[Block]:
    """Every rule of the document: who asks for it, why, what it asks and what it costs."""
    plan = grounds.plan
    yield Heading(_("Rules and their owners"))
    rules = [rule for rule in plan.scenario.rules if rule.active]
    if not rules:
        yield Paragraph(_("The document states no rules but its budget."))
    else:
        yield _owners(plan, rules)
        if len(plan.rules):
            yield _costs(plan)
    limits = bindings(r for r in lines(plan.binding) if r.price_up or r.price_down)
    if limits:
        yield Heading(_("What holds the plan back"), 2)
        yield Bullets(limits[:LIMITS])
        terms = (contract(q).sentence for q in ("budget_worth", "rule_worth"))
        yield Paragraph(in_a_row(terms, " "), Tone.NOTE)


def _owners(plan: Plan, rules: Sequence[PolicyRule]) -> Table:
    return OWNERS.of(
        [
            {
                "title": rule_words(plan.case, rule),
                "standing": _("law") if rule.hard else _("policy"),
                "owner": rule.owner,
                "reason": on_one_line(rule.reason),
            }
            for rule in rules
        ]
    )


def _costs(plan: Plan) -> Table:
    return on_paper(
        RULES_TABLE.of(plan.rules, plan.scenario),
        {
            "title": 3.4, "limit": 1.6, "actual": 1.6, "binding": 0.9, "costs_objective": 1.0,
            "costs_people": 1.0,
        },
        heads={
            "actual": _("Plan"), "binding": _("Binds"), "costs_objective": _("Costs of the goal"),
            "costs_people": _("Costs, people"),
        },
        reads={Kind.GOAL: _cost, Kind.PEOPLE: _cost},
        title=_("What each rule asks, what the plan does, and what the rule costs"),
        notes=(in_a_row((_COST, contract("rule_cost").sentence), ""),),
    )  # fmt: skip


_COST = _(
    "Cost: what the goal (weighted people) and the net people would gain if the rule alone were "
    "dropped; a cost below nought is a gain from the rule. "
)


def _cost(value: float) -> str:
    return digits(value, 2) if abs(value) > 1e-6 else "0"


def review_annex(grounds: Grounds) -> Iterator[Block]:
    """The checks every plan goes through, with verdict and advice."""
    yield Heading(_("Review"))
    yield CHECKS.of(
        [
            {
                "verdict": _VERDICTS[r.verdict],
                "finding": _finding(r, given=grounds.given is not None),
                "advice": r.advice,
            }
            for r in review(grounds.plan)
        ]
    )


def _finding(check: Review, *, given: bool) -> Words:
    """What was found; of a plan that was handed in no certificate says that none is better."""
    if given and check.key == "certificate" and check.verdict is Verdict.PASS:
        return _("Checked independently of the solver; this money cannot be put to better use.")
    return check.finding
