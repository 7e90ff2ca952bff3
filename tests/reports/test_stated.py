"""Names of what a document states: every number of every shipped scenario, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.api import desk as api
from optimizer.inputs.tree import at

SHIPPED = [s.path for s in api.list_scenarios()]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda p: p.stem)
def test_each_number_is_named_in_words_and_stands_where_it_says(path: Path) -> None:
    scenario = api.load_scenario(path)
    numbers = api.stated_numbers(scenario)
    assert len({n.path for n in numbers}) == len(numbers) > 50
    assert len({n.title.in_("en") for n in numbers}) == len(numbers)
    assert {n.section for n in numbers} <= set(api.section_titles())
    for number in numbers:
        assert number.title.in_("ko")
        assert "_" not in number.title.in_("en")
        if number.section not in ("rules",):
            steps = [int(s) if s.isdigit() and len(s) < 4 else s for s in number.path.split(".")]
            stated = at(scenario.document, steps)
            assert (stated["value"] if number.quantity else stated) == number.value


def test_rules_speak_for_themselves_and_kinds_have_names() -> None:
    scenario = api.load_scenario("korea-2025")
    bare = api.change_scenario(scenario, {"rules": {"gpu-floor": {"title": None}}})
    assert api.rule_titles(scenario)["gpu-floor"].in_("ko") == "GPU 지원 10% 이상"
    assert "GPU" in api.rule_titles(bare)["gpu-floor"].in_("en")
    assert {r.kind for r in scenario.rules} <= set(api.rule_kinds())
    assert all(t.in_("en") and t.in_("ko") for t in api.rule_kinds().values())
