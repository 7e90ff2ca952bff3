"""Rules with owner and reason, every binding limit in words, and the review of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.base import Text
from optimizer.domain.wording import digits
from optimizer.formulation.limit_words import limit_words
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import PolicyRows
from optimizer.reports.memo.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    Tone,
)
from optimizer.reports.memo.figures import tongue
from optimizer.reports.memo.grounds import Grounds
from optimizer.results.contract import contract
from optimizer.results.plan import Plan, lines
from optimizer.results.review import Verdict, review

LIMITS = 8
"""Limits told in words, those that hold back most first."""


def rules_annex(grounds: Grounds, language: str) -> Iterator[Block]:
    """Every rule of the document: who asks for it, why, what it asks and what it costs."""
    t, plan = tongue(language), grounds.plan
    yield Heading(t("Rules and their owners", "규칙과 소관"))
    rules = [rule for rule in plan.scenario.rules if rule.active]
    if not rules:
        yield Paragraph(t("The document states no rules but its budget.", "예산 외 규칙 없음."))
    else:
        yield _owners(plan, rules, language)
        if len(plan.rules):
            yield _costs(plan, language)
    limits = [r for r in lines(plan.binding) if r.price_up or r.price_down][:LIMITS]
    if limits:
        yield Heading(t("What holds the plan back", "제약 요인"), 2)
        yield Bullets(
            tuple(t(f"{r.title}: {r.sentence}", f"{r.title_ko}: {r.sentence_ko}") for r in limits)
        )
        terms = (contract(q).sentence.in_(language) for q in ("budget_worth", "rule_worth"))
        yield Paragraph(" ".join(terms), Tone.NOTE)


def _owners(plan: Plan, rules: list[Any], language: str) -> Table:
    t = tongue(language)
    return Table(
        t("Rules in force", "적용 규칙"),
        (
            Column(t("Rule", "규칙"), 2.6),
            Column(t("Standing", "성격"), 1.0),
            Column(t("Owner or legal basis", "소관 또는 법적 근거"), 2.2),
            Column(t("Reason", "사유"), 3.6),
        ),
        tuple(
            Row((
                _title(plan, rule, language),
                t("law", "법령") if rule.hard else t("policy", "정책"),
                rule.owner.in_(language), " ".join(rule.reason.in_(language).split()),
            ))
            for rule in rules
        ),
    )  # fmt: skip


def _title(plan: Plan, rule: Any, language: str) -> str:
    """A rule's title, or the rule in a few words where the document gives none."""
    written = RULE_OF[rule.kind]
    assert isinstance(written, PolicyRows)
    return (rule.title or written.words(plan.case, rule)).in_(language)


def _costs(plan: Plan, language: str) -> Table:
    t = tongue(language)
    rows = []
    for r in lines(plan.rules):
        unit, purse = Text(en=r.unit, ko=r.unit_ko), plan.scenario.money.parsed
        limit, actual = (limit_words(v, unit, purse).in_(language) for v in (r.limit, r.actual))
        binds = t("yes", "예") if r.binding else t("no", "아니요")
        costs = (digits(v, 2) if abs(v) > 1e-6 else "0"
                 for v in (r.costs_objective, r.costs_people))  # fmt: skip
        title = r.title_ko if language == "ko" else r.title
        rows.append(Row((title, limit, actual, binds, *costs)))
    return Table(
        t("What each rule asks, what the plan does, and what the rule costs",
          "규칙별 한도, 배분안 값, 비용"),
        (
            Column(t("Rule", "규칙"), 3.4),
            Column(t("Limit", "한도"), 1.6, True),
            Column(t("Plan", "배분안"), 1.6, True),
            Column(t("Binds", "제약"), 0.9),
            Column(t("Costs of the goal", "목표값 비용"), 1.0, True),
            Column(t("Costs, people", "비용(명)"), 1.0, True),
        ),
        tuple(rows),
        (t("Cost: what the goal (weighted people) and the net people would gain if the rule alone "
           "were dropped; a cost below nought is a gain from the rule. ",
           "비용은 해당 규칙만 없앨 때 늘어나는 목표값(가중 순증 인원)과 순증 인원. "
           "음수는 규칙으로 늘어난 값. ") + contract("rule_cost").sentence.in_(language),),
    )  # fmt: skip


def review_annex(grounds: Grounds, language: str) -> Iterator[Block]:
    """The checks every plan goes through, with verdict and advice."""
    t, rows = tongue(language), []
    words = {
        Verdict.PASS: t("passed", "적합"),
        Verdict.LOOK: t("● look again", "● 점검 필요"),
        Verdict.FAIL: t("✕ failed", "✕ 부적합"),
    }
    for r in review(grounds.plan):
        finding = r.finding.in_(language)
        if r.key == "certificate" and r.verdict is Verdict.PASS and grounds.given is not None:
            finding = t(
                "Checked independently of the solver; this money cannot be put to better use.",
                "계산 프로그램과 별도로 검증함. 주어진 금액으로는 이보다 나은 활용 없음.",
            )
        rows.append(Row((words[r.verdict], finding, r.advice.in_(language))))
    yield Heading(t("Review", "점검 결과"))
    yield Table(
        t("Checks of the plan", "배분안 점검"),
        (
            Column(t("Verdict", "판정"), 1.3),
            Column(t("Finding", "내용"), 4.0),
            Column(t("Advice", "조치"), 3.2),
        ),
        tuple(rows),
    )
