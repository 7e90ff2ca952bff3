"""Limits of whole decisions are priced over a step of their own unit."""

from __future__ import annotations

import pytest

from optimizer.inputs.load import scenario_of
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.best_plan.whole_steps import differences
from tests.tiny import tiny


def test_money_moves_by_a_round_step_and_people_by_one() -> None:
    rules = [
        {"id": "money", "kind": "programme_floor", "programme": "p", "amount": 30},
        {"id": "people", "kind": "outcome_floor", "people": 0.5},
    ]
    document = tiny(rules=rules, whole=True)
    document["budget"]["total"] = 1000
    reach = {
        key[1]: (price.holds_from, price.holds_to)
        for key, price in differences(bare_plan(scenario_of(document)))
        if isinstance(key, tuple)
    }
    assert reach == {"money": pytest.approx((20.0, 40.0)), "people": pytest.approx((0.0, 1.5))}
