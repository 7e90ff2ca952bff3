"""Additional money: nothing is taken back, and it is used as well as that allows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from optimizer.api import desk as api
from optimizer.inputs.read import read_file
from tests.formulation.documents import Document, documents
from tests.studies.documents import small_documents
from tests.studies.money_questions import faults_of_extra, richer

KEYS = ["programme", "activity", "year"]


@pytest.fixture(scope="module")
def korea() -> api.Scenario:
    return api.load_scenario("korea-2025")


def units(plan: api.Plan) -> Any:
    return plan.activities.set_index(KEYS)["units"]


@pytest.mark.parametrize("payment", ["commitment", "yearly"])
@pytest.mark.parametrize("amount", [0.0, 1.0, 1000.0, 20000.0])
def test_nothing_is_taken_back(amount: float, payment: str) -> None:
    korea = api.load_scenario("korea-2025", [f"budget.payment={payment}"])
    answer = api.extra(korea, amount)
    before, after = units(answer.before), units(answer.after)
    assert (after >= before * (1.0 - 1e-8) - 1e-9).all()
    assert answer.added["added"].sum() == pytest.approx(amount, rel=1e-6, abs=1e-4)
    assert answer.added["after"].sum() == pytest.approx(answer.after.spent)
    assert answer.after.budget == korea.budget.total + amount


def test_more_money_never_yields_less(korea: api.Scenario) -> None:
    found = [api.extra(korea, amount).after.objective for amount in (0.0, 500.0, 1000.0, 5000.0)]
    assert found[0] == pytest.approx(api.bare_plan(korea).objective, rel=1e-8)
    assert sorted(found) == found
    gains = [(b - a) / s for a, b, s in zip(found, found[1:], (500.0, 500.0, 4000.0), strict=False)]
    assert gains == sorted(gains, reverse=True)


def test_no_money_gains_nothing(korea: api.Scenario) -> None:
    answer = api.extra(korea, 0.0)
    assert answer.gain == 0.0
    assert answer.net_people == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize(
    "name", ["korea-2025", "korea-2025-supplementary", "korea-2025-gpu-first", "jpn-2025"]
)
def test_its_plan_keeps_the_rules_of_the_larger_budget(name: str) -> None:
    """And it adds no more than planning afresh with that budget does."""
    scenario = api.load_scenario(name)
    assert list(faults_of_extra(scenario, scenario.budget.total / 9)) == []


def test_two_billion_more_in_korea(korea: api.Scenario) -> None:
    """At most what `solve --budget 20000` adds, which is 4.136 of the goal and 4.448 people."""
    answer = api.extra(korea, 2000.0)
    afresh = api.bare_plan(richer(korea, 20000.0))
    assert afresh.objective is not None
    assert answer.before.objective is not None
    assert answer.gain is not None
    free = afresh.objective - answer.before.objective
    assert 0.9 * free < answer.gain <= free
    spent = answer.after.allocation.groupby("programme")["spending"].sum()
    assert spent["gpu_access"] >= 0.10 * 20000.0 - 1e-3
    assert spent["research_institutes"] >= 0.15 * 20000.0 - 1e-3


def of_year(plan: api.Plan, year: int) -> float:
    rows = plan.allocation
    return float(rows.loc[rows["year"] == year, "spending"].sum())


def test_a_limit_of_a_year_stays_unless_it_is_lifted(korea: api.Scenario) -> None:
    stays, lifted = api.extra(korea, 2000.0), api.extra(korea, 2000.0, lift=[2025])
    assert of_year(stays.after, 2025) == pytest.approx(6500.0)
    assert of_year(lifted.after, 2025) > 6501.0
    assert of_year(lifted.after, 2025) <= 8500.0 + 1e-6
    assert lifted.after.scenario.budget.by_year == {2025: 8500.0}
    assert stays.gain is not None
    assert lifted.gain is not None
    assert lifted.gain > stays.gain


def test_a_year_without_a_limit_cannot_be_lifted(korea: api.Scenario) -> None:
    with pytest.raises(api.InvalidInput, match=r"2026 has no limit.*2025"):
        api.extra(korea, 10.0, lift=[2026])


CLOSED = ["budget.by_year={2025: 6500, 2026: 4000, 2027: 4000, 2028: 3500}"]
"""Limits of all four years, which leave no room for more than 18,000."""


def test_what_the_rules_forbid_is_told_as_a_conflict_with_repairs() -> None:
    """10% of 26,000 for GPU access finds no room beside what is spent already."""
    answer = api.extra(api.load_scenario("korea-2025", CLOSED), 8000.0)
    assert not answer.after.found
    assert answer.gain is None
    assert answer.conflict is not None
    (members,) = [[m.path for m in c.members] for c in answer.conflict.conflicts]
    assert "rules.gpu-floor" in members
    assert members[-1] == "plan.spending"
    changed = {c.path for option in answer.conflict.options for c in option.changes}
    assert "rules.gpu-floor.share" in changed
    assert not any("kept" in path for path in changed)
    text = api.extra_text(answer)
    assert "what is spent already" in text
    assert "기존 지출" in api.extra_text(answer, "ko")


def test_money_beyond_all_use_is_told(korea: api.Scenario) -> None:
    answer = api.extra(korea, 1e8)
    assert answer.unspent > 0.1e8
    text = api.extra_text(answer)
    assert "finds no use" in text
    assert "Research institutes" in text


def test_no_money_is_no_question_below_zero(korea: api.Scenario) -> None:
    with pytest.raises(api.InvalidInput, match="no additional money"):
        api.extra(korea, -1.0)


@pytest.mark.parametrize("share", [0.1, 1.0])
@settings(max_examples=8)
@given(document=small_documents())
def test_small_scenarios(share: float, document: dict[str, Any]) -> None:
    scenario = api.scenario_of(document)
    assert list(faults_of_extra(scenario, share * scenario.budget.total)) == []


@pytest.mark.parametrize("lumps", [False, True])
@settings(max_examples=12)
@given(data=st.data())
def test_any_kind_of_rule(lumps: bool, data: Any) -> None:
    document: Document = data.draw(documents(lumps=lumps))
    try:
        scenario = api.scenario_of(document)
    except api.InvalidInput:
        return
    assert list(faults_of_extra(scenario, 0.4 * scenario.budget.total)) == []


def test_a_plan_of_whole_decisions_at_its_limits_keeps_its_rules_when_evaluated() -> None:
    """The money leaves one plan only, up to rounding; idle money is no unit of anything."""
    scenario = api.load_scenario(Path(__file__).parent / "whole_units.yaml")
    assert list(faults_of_extra(scenario, scenario.budget.total / 10)) == []


VISA: dict[str, Any] = {"programme": "visa", "owner": "T", "reason": "T"}


def fixing(kind: str, money: float) -> list[dict[str, Any]]:
    """Rules of one kind that fix what the visa line, an S-shaped curve, gets over all years."""
    ends = ({"kind": "programme_floor"}, {"kind": "programme_ceiling"})
    terms = [{"of": "spending", "programme": "visa"}]
    found: list[dict[str, Any]] = [{"kind": "linear", "sense": "==", "rhs": money, "terms": terms}]
    if kind == "amount":
        found = [{**VISA, **end, "amount": money} for end in ends]
    elif kind == "share":
        found = [{**VISA, **end, "share": money / 300} for end in ends]
    elif kind == "year":
        found = [{**VISA, **ends[0], "amount": money, "year": 2026},
                 {**VISA, **ends[1], "amount": money}]  # fmt: skip
    return [{"owner": "T", "reason": "T", **rule, "id": f"r{i}"} for i, rule in enumerate(found)]


@pytest.mark.parametrize("money", [5.4, 0.1])
def test_spending_fixed_by_any_kind_of_rule_gives_one_plan(money: float) -> None:
    """The same money is fixed in other words: by an equality, two ends, shares, or one year.

    The curve yields most where all of it is spent in one year, 2026; what brings nothing is left.
    """
    document = dict(read_file(Path(__file__).parent / "fixed_spending.yaml"))
    plans = [
        api.bare_plan(api.scenario_of(document | {"rules": fixing(kind, money)}))
        for kind in ("linear", "amount", "share", "year")
    ]
    first = plans[0]
    assert first.spent < 152
    for plan in plans:
        assert plan.objective == pytest.approx(first.objective, rel=1e-8)
        assert plan.spent == pytest.approx(first.spent, rel=1e-6)


@pytest.mark.parametrize(("kind", "amount"), [("linear", 0.5), ("amount", 200), ("year", 200)])
def test_money_that_brings_nothing_is_not_spent_beside_fixed_spending(
    kind: str, amount: float
) -> None:
    document = dict(read_file(Path(__file__).parent / "fixed_spending.yaml"))
    answer = api.extra(api.scenario_of(document | {"rules": fixing(kind, 0.1)}), amount)
    assert answer.after.found
    assert answer.gain == 0.0
    assert answer.after.spent == pytest.approx(answer.before.spent, rel=1e-6)


def test_no_figure_of_the_answer_is_a_nought_with_a_sign(korea: api.Scenario) -> None:
    """Nothing added is 0, not -0, in words, tables and data."""
    for scenario, amount in ((korea, 0.0), (korea, 1000.0)):
        answer = api.extra(scenario, amount)
        said = " ".join(sentence.in_("en") for sentence in answer.sentences)
        assert not re.search(r"[-\u2212]0(?![.\d])", said)
        numbers = answer.added.select_dtypes("number").to_numpy().ravel()
        assert not np.signbit(numbers[numbers == 0]).any()
        assert '": -0.0' not in json.dumps(api.extra_data(answer))


def test_capacity_that_is_there_already_is_no_gain_of_the_money(korea: api.Scenario) -> None:
    """More free GPUs lift the plan before and after: what counts is the difference."""
    free = {f"capacities.gpu_year.free.{y}": 500 for y in range(2026, 2031)}
    scenario = korea.set(free)
    answer = api.extra(scenario, 2000.0)
    assert answer.before.objective == pytest.approx(api.bare_plan(scenario).objective, rel=1e-9)
    assert answer.gain == pytest.approx(answer.after.objective - answer.before.objective, rel=1e-9)
    assert list(faults_of_extra(scenario, 2000.0)) == []


@pytest.mark.parametrize(("fixed", "amount"), [(5.4, 3), (0.1, 200), (1 / 3, 0.5)])
def test_spending_that_is_fixed_on_an_s_shaped_curve_leaves_a_plan(
    fixed: float, amount: float
) -> None:
    """Nothing of the money can go there, and all else is taken: the answer is that, not silence."""
    scenario = api.load_scenario(
        Path(__file__).parent / "fixed_spending.yaml", [f"rules.r0.rhs={fixed!r}"]
    )
    answer = api.extra(scenario, amount)
    assert answer.after.found
    assert answer.gain == 0.0
    assert next(s.in_("en") for s in answer.sentences).endswith("more adds 0 to the goal.")
