"""Prices of binding limits against documents with that limit changed and solved again."""

from __future__ import annotations

from copy import deepcopy
from math import isfinite
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings

from optimizer.api import desk as api
from optimizer.domain.wording import digits, money
from optimizer.formulation.rules.base import money_step
from optimizer.results.plan import lines
from optimizer.studies.best_plan.binding import with_binding
from tests.studies.documents import plan_of, small_documents

DOCUMENTS = Path(__file__).parents[1] / "textbook" / "documents"
DRIFT = 0.1


def in_money(document: dict[str, Any]) -> dict[str, Any]:
    """The document with shares of the budget stated as money, so that limits move one by one."""
    total = document["budget"]["total"]
    rules = [
        {**{k: v for k, v in rule.items() if k != "share"}, "amount": rule["share"] * total}
        if "share" in rule
        else rule
        for rule in document.get("rules", [])
    ]
    return {**document, "rules": rules}


def moved(document: dict[str, Any], rule: str, rhs: float) -> dict[str, Any]:
    """The document with the right-hand side of one limit at another place."""
    data = deepcopy(document)
    kind, _, rest = rule.partition(".")
    if kind == "total_budget":
        data["budget"]["total"] = rhs
    elif kind == "year_budget":
        data["budget"]["by_year"] = {**data["budget"]["by_year"], rest: rhs}
    elif kind == "capacity":
        name, year = rest.split(".")
        free = data["capacities"][name].get("free", {})
        data["capacities"][name]["free"] = {**free, year: rhs}
    elif kind == "pool":
        name, year = rest.split(".")
        people = data["pools"][name]["people_per_year"]
        years = data["years"]
        by_year = {str(y): people for y in range(years["first"], years["last"] + 1)}
        data["pools"][name]["people_per_year"] = {**by_year, year: rhs}
    else:
        data["rules"] = [{**r, "amount": rhs} if r["id"] == rule else r for r in data["rules"]]
    return data


def value(document: dict[str, Any]) -> float:
    plan = plan_of(document)
    return plan.everyone.objective if plan.found else -float("inf")


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return in_money(dict(api.load_scenario("korea-2025").document))


@pytest.fixture(scope="module")
def plan(document: dict[str, Any]) -> api.Plan:
    return api.solve(api.scenario_of(document))


def size(plan: api.Plan, rule: str) -> float:
    """A step of a limit that is small but far above rounding."""
    rhs = float(plan.binding.set_index("rule").loc[rule, "rhs"])
    return 1e-3 * max(1.0, abs(rhs))


def test_the_document_in_money_is_the_same_decision(plan: api.Plan) -> None:
    best = api.bare_plan(api.load_scenario("korea-2025"))
    assert plan.objective == pytest.approx(best.objective, rel=1e-12)


def test_each_price_lies_between_the_difference_quotients(
    document: dict[str, Any], plan: api.Plan
) -> None:
    """The optimum is concave in every limit; close by, the quotients are the prices."""
    assert len(plan.binding) > 10
    for row in lines(plan.binding):
        step = size(plan, row.rule)
        up = (value(moved(document, row.rule, row.rhs + step)) - plan.everyone.objective) / step
        assert row.price_up >= up - 1e-7, row.rule
        assert row.price_up == pytest.approx(up, rel=2e-2, abs=1e-6), row.rule
        assert row.price_down >= row.price_up - 1e-5 * abs(row.price_up), row.rule
        if row.rhs - step < 0:
            continue
        down = (plan.everyone.objective - value(moved(document, row.rule, row.rhs - step))) / step
        assert row.price_down <= down + 1e-7, row.rule
        assert row.price_down == pytest.approx(down, rel=2e-2, abs=1e-6), row.rule


def test_a_price_holds_up_to_the_end_of_its_range_and_no_further(
    document: dict[str, Any], plan: api.Plan
) -> None:
    """Measured as the slope of the optimum between two changed documents."""

    def slope(rule: str, rhs: float, step: float) -> float:
        low, high = (value(moved(document, rule, rhs + s * step)) for s in (-0.5, 0.5))
        return (high - low) / step

    checked = 0
    for row in lines(plan.binding):
        for price, end in ((row.price_down, row.holds_from), (row.price_up, row.holds_to)):
            reach = end - row.rhs
            if not isfinite(end) or end < 0 or abs(reach) < 1e-4 * max(1.0, abs(row.rhs)):
                continue
            step = 1e-3 * abs(reach)
            inside = slope(row.rule, row.rhs + 0.97 * reach, step)
            assert abs(inside / price - 1.0) <= DRIFT + 0.02, (row.rule, end)
            beyond = slope(row.rule, row.rhs + 1.06 * reach, step)
            assert not abs(beyond / price - 1.0) < DRIFT - 0.02, (row.rule, end)
            checked += 1
    assert checked > 12


@settings(max_examples=10)
@given(small_documents(curves=False))
def test_in_bands_a_price_holds_exactly_on_its_range(raw: dict[str, Any]) -> None:
    document = in_money(dict(api.scenario_of(raw).document))
    plan = with_binding(plan_of(document))
    assume(plan.found)
    for row in lines(plan.binding):
        if row.kind == "supply":
            continue
        for price, end in ((row.price_down, row.holds_from), (row.price_up, row.holds_to)):
            reach = end - row.rhs
            if not isfinite(price) or abs(reach) < 1e-6 * max(1.0, abs(row.rhs)):
                continue
            if not isfinite(end):
                reach = max(1.0, abs(row.rhs))
            if row.rhs + reach < 0:
                reach = -row.rhs
            there = value(moved(document, row.rule, row.rhs + reach)) - plan.everyone.objective
            tiny = 1e-8 * max(1.0, abs(plan.everyone.objective))
            assert there == pytest.approx(price * reach, rel=1e-6, abs=tiny), (row.rule, end)
            if isfinite(end) and row.rhs + 2 * reach >= 0:
                further = value(moved(document, row.rule, row.rhs + 2 * reach))
                assert further - plan.everyone.objective < 2 * price * reach + tiny, row.rule


def test_sentences_say_what_the_table_says(plan: api.Plan) -> None:
    unit, step = plan.scenario.money.parsed, money_step(plan.case)
    for row in lines(plan.binding):
        amount = step if row.per == "money" else 1.0
        assert row.sentence != row.sentence_ko
        for price, end in ((row.price_up, row.holds_to), (row.price_down, row.holds_from)):
            if abs(price) <= 1e-9 or (row.per != "money" and end < row.rhs and row.rhs <= 0):
                continue
            size = digits(abs(price * amount), 2)
            until = {
                language: money(end, unit, language) if row.per == "money"
                else digits(abs(end - row.rhs), 2)
                for language in api.LANGUAGES
            }  # fmt: skip
            assert size in row.sentence, (row.rule, row.sentence)
            assert size in row.sentence_ko
            if isfinite(end):
                assert until["en"] in row.sentence
                assert until["ko"] in row.sentence_ko


def test_binding_limits_come_with_the_most_valuable_first(plan: api.Plan) -> None:
    kinds = list(plan.binding["kind"])
    capacities = kinds.index("capacity")
    assert set(kinds[capacities:]) == {"capacity"}
    assert kinds[0] == "total_budget"


def test_whole_teams_are_priced_by_solving_again() -> None:
    plan = api.solve(api.load_scenario(DOCUMENTS / "health_council.yaml", ["money.unit=USD"]))
    row = next(lines(plan.binding))
    assert row.rule == "total_budget"
    assert row.price_up == 0.0  # a hundredth of a team buys nothing
    assert row.price_down * (row.rhs - row.holds_from) == pytest.approx(30.0)


def test_rows_that_tie_money_to_a_switch_have_no_price() -> None:
    """Ten million won "more" of them would be money for a line that stays closed."""
    known = DOCUMENTS.parent.parent / "reference" / "first_release" / "documents" / "lumpy.yaml"
    plan = api.solve(api.load_scenario(known))
    assert {r.rule for r in lines(plan.binding) if r.kind == "either_or"} == {
        "one-of", "two-of", "broad",
    }  # fmt: skip
    assert {r.per for r in lines(plan.binding) if r.kind in {"either_or", "requires"}} == {"line"}
