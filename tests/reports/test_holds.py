"""Every answer says what it moves and what stands still, in words and in plain data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from optimizer.api import desk as api
from tests.tiny import tiny

SCENARIO = api.scenario_of(
    {**tiny(), "country": "KOR", "money": {"unit": "million KRW", "per_usd": 1391.1}}
)
NUMBER = "pathways.q.bands.0.net"
ASKED: dict[str, tuple[Callable[[], Any], Any, Any]] = {
    "extra": (lambda: api.extra(SCENARIO, 2.0), api.extra_data, api.extra_text),
    "target": (lambda: api.target(SCENARIO, "net_people", 1.0), api.target_data, api.target_text),
    "given_plan": (
        lambda: api.evaluate(SCENARIO, {("p", 2025): 3.0}),
        api.evaluation_data,
        api.evaluation_text,
    ),
    "next_million": (
        lambda: api.next_million([SCENARIO]), api.next_million_data, api.next_million_text,
    ),
    "bottlenecks": (
        lambda: api.bottlenecks([SCENARIO]), api.bottlenecks_data, api.bottlenecks_text,
    ),
    "spend_like": (
        lambda: api.spend_like(SCENARIO, {"p": 1.0}), api.spend_like_data, api.spend_like_text,
    ),
    "compare": (lambda: api.compare([SCENARIO, SCENARIO]), api.compare_data, api.compare_text),
    "map": (
        lambda: api.decision_map(SCENARIO, NUMBER, "budget.total", size=3),
        api.map_data,
        api.map_text,
    ),
    "room": (lambda: api.room(SCENARIO), api.room_data, api.room_text),
    "trade_off": (
        lambda: api.trade_off(SCENARIO, "net_people", "spending"),
        api.trade_off_data,
        api.trade_off_text,
    ),
    "why_not": (
        lambda: api.why_not(SCENARIO, "p", amount=1.0), api.why_not_data, api.why_not_text,
    ),
}  # fmt: skip


@pytest.mark.parametrize("question", ASKED)
def test_an_answer_says_what_it_holds(question: str) -> None:
    ask, data, text = ASKED[question]
    answer, terms = ask(), api.contract(question)
    assert data(answer)["holds"] == terms.data
    for language in api.LANGUAGES:
        assert terms.sentence.in_(language) in text(answer, language)


def test_rows_of_a_plan_go_back_into_evaluate() -> None:
    """The plan that `extra` and `target` print is the plan that `evaluate` reads."""
    for data, budget in (
        (api.extra_data(api.extra(SCENARIO, 2.0)), 102.0),
        (api.target_data(api.target(SCENARIO, "net_people", 1.0)), None),
    ):
        total = data["budget"]
        assert budget is None or total == pytest.approx(budget)
        scenario = api.change_scenario(SCENARIO, {"budget": {"total": total}})
        plan = api.allocation_of(data["plan"], scenario)
        judged = api.evaluate(scenario, plan)
        assert judged.obeys
        assert judged.plan.objective == pytest.approx(data["objective"])
