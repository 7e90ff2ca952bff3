"""The rows allow exactly the plans that the document allows: none too strict, none too lax."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings, strategies as st

from optimizer.errors import InvalidInput
from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.load import scenario_of
from optimizer.lp.program import LinearProgram
from tests.formulation.allowed import MOST, Allowed, allowed, plan_at, rows_allow, rows_best
from tests.formulation.checker import RULES, violations
from tests.formulation.documents import CHOICES, Document, documents
from tests.formulation.every_option import DOCUMENT, OPTIONS, document_with

BEYOND = 1e-3
"""How far beyond its limit, in its own terms, a plan is tried that has to be refused."""
YEARLY = {**DOCUMENT["budget"], "payment": "yearly"}
NOTHING = {"total": 0, "by_year": {2025: 0, 2026: 0, 2027: 0}, "carry_over": 1}


def rows_of(document: Document) -> LinearProgram:
    return compile_program(case_of(scenario_of(document)))


def show(document: Document) -> str:
    rule = document["rules"][0]
    return " ".join(f"{k}={v}" for k, v in rule.items() if k not in ("id", "owner", "reason"))


def held_against(program: LinearProgram, plans: Allowed, line: int, tried: list[str]) -> str:
    """What is wrong at one limit: a plan at it that is refused, or one beyond that is not.

    Notes in `tried` on which of the two sides there was a plan to try.
    """
    name, direction, limit = plans.names[line], plans.lines[line], plans.limits[line]
    at = plans.best(direction)
    if at is None or direction @ at < limit - 1e-6 * max(1.0, abs(limit)):
        return ""  # nothing reaches this limit
    tried.append("at")
    if not rows_allow(program, plans.value(at)):
        return f"{name}: the rows refuse a plan at the limit"
    far = plans.best(direction, without=line)
    if far is None or direction @ far <= limit + 2 * BEYOND * max(1.0, abs(limit)):
        return ""  # other limits keep plans from going beyond
    step = BEYOND * max(1.0, abs(limit)) / (direction @ far - limit)
    beyond = at + step * (far - at)
    assert violations(plan_at(plans.document, plans.value(beyond)))
    tried.append("beyond")
    if rows_allow(program, plans.value(beyond)):
        return f"{name}: the rows let a plan beyond the limit through"
    return ""


def faults_at_the_rule(document: Document, tried: list[str]) -> list[str]:
    program, plans = rows_of(document), allowed(document)
    mine = [i for i, (name, _) in enumerate(plans.names) if name.startswith("the-rule")]
    assert mine, "the checker says nothing of the rule"
    return [fault for line in mine if (fault := held_against(program, plans, line, tried))]


def test_the_options_are_of_every_kind() -> None:
    assert {rule["kind"] for rule in OPTIONS} == set(RULES) - set(CHOICES)


@pytest.mark.parametrize("kind", sorted(set(RULES) - set(CHOICES)))
def test_a_plan_at_the_limit_passes_and_one_beyond_does_not(kind: str) -> None:
    found, tried = {}, list[str]()
    for rule in (r for r in OPTIONS if r["kind"] == kind):
        document = document_with(rule)
        found[show(document)] = faults_at_the_rule(document, tried)
    assert tried.count("at") >= len(found) - 1
    assert tried.count("beyond") >= len(found) / 2
    assert {rule: faults for rule, faults in found.items() if faults} == {}


@pytest.mark.parametrize("budget", [YEARLY, NOTHING], ids=["paid by year", "no money at all"])
def test_the_same_where_money_is_paid_by_year_and_where_there_is_none(budget: Document) -> None:
    found, tried = {}, list[str]()
    for rule in OPTIONS[::4]:
        document = document_with(rule, budget=budget)
        try:
            scenario_of(document)
        except InvalidInput:
            continue  # such a rule can never hold there
        found[show(document)] = faults_at_the_rule(document, tried)
    assert len(found) > 20
    assert tried
    assert {rule: faults for rule, faults in found.items() if faults} == {}


@pytest.mark.parametrize("payment", ["commitment", "yearly"])
def test_every_other_limit_of_the_document_from_both_sides(payment: str) -> None:
    budget = {**DOCUMENT["budget"], "payment": payment}
    document = {**DOCUMENT, "budget": budget, "rules": []}
    program, plans = rows_of(document), allowed(document)
    lines = [i for i, name in enumerate(plans.names) if plans.limits[i] < MOST]
    tried = list[str]()
    assert [fault for i in lines if (fault := held_against(program, plans, i, tried))] == []
    assert tried.count("beyond") > len(lines) / 4
    kinds = {name.split()[0] for name, _ in plans.names}
    assert kinds == {"units", "people", "pool", "total", "budget", "capacity"}


@given(documents(), st.integers(0, 2**31))
@settings(max_examples=60)
def test_rows_go_exactly_as_far_as_the_document_in_any_direction(
    document: Document, seed: int
) -> None:
    try:
        program = rows_of(document)
    except InvalidInput:
        assume(False)
    plans = allowed(document)
    random = np.random.default_rng(seed)
    signs: Any = random.choice([-1.0, 0.0, 1.0], size=(4, len(plans.keys)))
    sizes = random.uniform(0.5, 2.0, size=signs.shape)
    edges = plans.lines[random.choice(len(plans.lines), 4)]
    for direction in (*(signs * sizes), *edges):
        found = plans.best(direction)
        reached = rows_best(program, dict(zip(plans.keys, direction, strict=True)))
        if found is None:
            assert reached is None
        else:
            assert reached == pytest.approx(float(direction @ found), rel=1e-6, abs=1e-5)
