"""Plans of random scenarios satisfy their documents, and behave as common sense demands."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings, strategies as st

from optimizer.errors import InvalidInput
from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.load import scenario_of
from optimizer.lp.solution import Solution, Status
from optimizer.lp.solver import solve
from tests.formulation.checker import RULES, Plan, violations
from tests.formulation.documents import CHOICES, LINEAR_KINDS, Document, documents


def solved(document: Document) -> Solution:
    """The solution of a document; an example whose document is refused is passed over."""
    try:
        scenario = scenario_of(document)
    except InvalidInput:
        assume(False)
    return solve(compile_program(case_of(scenario)))


def plan_of(document: Document, solution: Solution) -> Plan:
    families: dict[str, dict[Any, float]] = {"units": {}, "people": {}, "opens": {}}
    for key, value in solution.value.items():
        assert isinstance(key, tuple)
        if key[0] in families:
            families[key[0]][key[1:]] = value
    return Plan(document, families["units"], families["people"], families["opens"])


def test_the_checker_knows_every_kind_of_rule() -> None:
    assert set(RULES) == {*LINEAR_KINDS, *CHOICES}


@given(documents())
@settings(max_examples=150)
def test_every_rule_holds_in_the_plan(document: Document) -> None:
    solution = solved(document)
    assert solution.status in (Status.OPTIMAL, Status.INFEASIBLE)
    if solution.found:
        plan = plan_of(document, solution)
        assert violations(plan) == []
        assert plan.objective() == pytest.approx(solution.objective, rel=1e-7, abs=1e-7)


@given(documents(lumps=True))
@settings(max_examples=150)
def test_every_rule_holds_in_a_plan_with_lumps(document: Document) -> None:
    solution = solved(document)
    assert solution.status in (Status.OPTIMAL, Status.INFEASIBLE)
    if solution.found:
        plan = plan_of(document, solution)
        assert violations(plan) == []
        assert plan.objective() == pytest.approx(solution.objective, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("lumps", [False, True])
@given(data=st.data())
@settings(max_examples=40)
def test_a_bigger_budget_never_hurts(lumps: bool, data: Any) -> None:
    document = data.draw(documents(lumps=lumps))
    rules = [r for r in document["rules"] if "share" not in r or "groups" in r]
    less = solved({**document, "rules": rules})
    assume(less.found)
    budget = document["budget"]
    by_year = {y: 1.5 * money for y, money in budget.get("by_year", {}).items()}
    richer = {**budget, "total": 1.5 * budget["total"], "by_year": by_year}
    more = solved({**document, "rules": rules, "budget": richer})
    assert more.found
    assert more.objective >= less.objective - 1e-6 * max(1.0, abs(less.objective))


@pytest.mark.parametrize("lumps", [False, True])
@given(data=st.data())
@settings(max_examples=40)
def test_dropping_a_rule_never_hurts(lumps: bool, data: Any) -> None:
    document = data.draw(documents(lumps=lumps))
    assume(document["rules"])
    bound = solved(document)
    assume(bound.found)
    dropped = data.draw(st.sampled_from(document["rules"]))
    rules = [r for r in document["rules"] if r is not dropped]
    free = solved({**document, "rules": rules})
    off = solved({**document, "rules": [*rules, {**dropped, "active": False}]})
    assert free.found
    assert free.objective >= bound.objective - 1e-6 * max(1.0, abs(bound.objective))
    assert off.objective == free.objective


MONEY = {"total", "unit_cost", "opening_cost", "amount", "baseline", "minimum"}


def in_unit(value: Any, factor: float, name: str = "") -> Any:
    """The document with its money in another unit."""
    if isinstance(value, dict):
        if value.get("kind") == "linear":
            return {**value, **_linear_in_unit(value, factor)}
        if name == "by_year":
            return {y: money * factor for y, money in value.items()}
        if value.get("kind") == "requires":
            return {**value, "at_least": value["at_least"] * factor}
        if name in ("needs", "delivers"):
            return value
        return {k: in_unit(v, factor, str(k)) for k, v in value.items()}
    if isinstance(value, list):
        return [in_unit(v, factor, name) for v in value]
    return value * factor if name in MONEY else value


def _linear_in_unit(rule: dict[str, Any], factor: float) -> dict[str, Any]:
    money = ("spending", "liability")
    if not any(term["of"] in money for term in rule["terms"]):
        return {}
    terms = [
        t if t["of"] in money else {**t, "coefficient": t.get("coefficient", 1) * factor}
        for t in rule["terms"]
    ]
    return {"terms": terms, "rhs": rule["rhs"] * factor}


@pytest.mark.parametrize(("unit", "factor"), [("KRW", 1e6), ("billion KRW", 1e-3)])
@pytest.mark.parametrize("lumps", [False, True])
@given(data=st.data())
@settings(max_examples=25)
def test_the_unit_of_money_does_not_matter(
    lumps: bool, unit: str, factor: float, data: Any
) -> None:
    document = data.draw(documents(lumps=lumps))
    one = solved(document)
    other = solved({**in_unit(document, factor), "money": {"unit": unit}})
    assert other.status is one.status
    if one.found:
        assert other.objective == pytest.approx(one.objective, rel=1e-6, abs=1e-6)
