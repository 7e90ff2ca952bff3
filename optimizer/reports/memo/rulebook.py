"""Rules with owner and reason, every binding limit in words, and the review of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.wording import digits
from optimizer.formulation.limit_words import limit_words
from optimizer.formulation.rules import rule_words
from optimizer.reports.memo.figures import tongue
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.render.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    Tone,
)
from optimizer.results.columns import cell
from optimizer.results.contract import contract
from optimizer.results.plan import Plan, lines
from optimizer.results.review import Verdict, review

LIMITS = 8
"""Limits told in words, those that hold back most first."""


def rules_annex(grounds: Grounds, language: str) -> Iterator[Block]:
    """Every rule of the document: who asks for it, why, what it asks and what it costs."""
    t, plan = tongue(language), grounds.plan
    yield Heading(t("Rules and their owners"))
    rules = [rule for rule in plan.scenario.rules if rule.active]
    if not rules:
        yield Paragraph(t("The document states no rules but its budget."))
    else:
        yield _owners(plan, rules, language)
        if len(plan.rules):
            yield _costs(plan, language)
    limits = [r for r in lines(plan.binding) if r.price_up or r.price_down][:LIMITS]
    if limits:
        yield Heading(t("What holds the plan back"), 2)
        yield Bullets(
            tuple(
                f"{cell(r, 'title').in_(language)}: {cell(r, 'sentence').in_(language)}"
                for r in limits
            )
        )
        terms = (contract(q).sentence.in_(language) for q in ("budget_worth", "rule_worth"))
        yield Paragraph(" ".join(terms), Tone.NOTE)


def _owners(plan: Plan, rules: list[Any], language: str) -> Table:
    t = tongue(language)
    return Table(
        t("Rules in force"),
        (
            Column(t("Rule"), 2.6),
            Column(t("Standing"), 1.0),
            Column(t("Owner or legal basis"), 2.2),
            Column(t("Reason"), 3.6),
        ),
        tuple(
            Row(
                (
                    _title(plan, rule, language),
                    t("law") if rule.hard else t("policy"),
                    rule.owner.in_(language),
                    " ".join(rule.reason.in_(language).split()),
                )
            )
            for rule in rules
        ),
    )


def _title(plan: Plan, rule: Any, language: str) -> str:
    """A rule's title, or the rule in a few words where the document gives none."""
    return rule_words(plan.case, rule).in_(language)


def _costs(plan: Plan, language: str) -> Table:
    t = tongue(language)
    rows = []
    for r in lines(plan.rules):
        unit, purse = cell(r, "unit"), plan.scenario.money.parsed
        limit, actual = (limit_words(v, unit, purse).in_(language) for v in (r.limit, r.actual))
        binds = t("yes") if r.binding else t("no")
        costs = (
            digits(v, 2) if abs(v) > 1e-6 else "0" for v in (r.costs_objective, r.costs_people)
        )
        title = cell(r, "title").in_(language)
        rows.append(Row((title, limit, actual, binds, *costs)))
    return Table(
        t("What each rule asks, what the plan does, and what the rule costs"),
        (
            Column(t("Rule"), 3.4),
            Column(t("Limit"), 1.6, True),
            Column(t("Plan"), 1.6, True),
            Column(t("Binds"), 0.9),
            Column(t("Costs of the goal"), 1.0, True),
            Column(t("Costs, people"), 1.0, True),
        ),
        tuple(rows),
        (
            t(
                "Cost: what the goal (weighted people) and the net people would gain "
                "if the rule alone were dropped; a cost below nought is a gain from "
                "the rule. "
            )
            + contract("rule_cost").sentence.in_(language),
        ),
    )


def review_annex(grounds: Grounds, language: str) -> Iterator[Block]:
    """The checks every plan goes through, with verdict and advice."""
    t, rows = tongue(language), []
    words = {
        Verdict.PASS: t("passed"),
        Verdict.LOOK: t("● look again"),
        Verdict.FAIL: t("✕ failed"),
    }
    for r in review(grounds.plan):
        finding = r.finding.in_(language)
        if r.key == "certificate" and r.verdict is Verdict.PASS and grounds.given is not None:
            finding = t(
                "Checked independently of the solver; this money cannot be put to better use."
            )
        rows.append(Row((words[r.verdict], finding, r.advice.in_(language))))
    yield Heading(t("Review"))
    yield Table(
        t("Checks of the plan"),
        (
            Column(t("Verdict"), 1.3),
            Column(t("Finding"), 4.0),
            Column(t("Advice"), 3.2),
        ),
        tuple(rows),
    )
