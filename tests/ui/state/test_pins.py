"""Pinned plans: kept whatever is opened next, beside each other with their differences."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import bodies, open_desk, open_view, part

KOREA = api.load_scenario("korea-2025")
LINK = {"lang": "en"}


def titles(at: AppTest) -> list[str]:
    return [b.label for b in at.button if str(b.key).startswith("unpin-")]


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_pinned_plans_stand_beside_each_other_with_their_difference(language: str) -> None:
    at = open_view("plan", {"lang": language})
    at.button(key="pin-this").click().run()
    assert at.button(key="pin-this").disabled
    assert len(titles(at)) == 1
    at.session_state["choice"] = type(at.session_state["choice"])("korea-2025-gpu-first")
    at.session_state["touched"] = True
    at.run()
    at.button(key="pin-this").click().run()
    assert not at.exception
    unit = KOREA.money.parsed
    plans = [api.bare_plan(api.load_scenario(n)) for n in ("korea-2025", "korea-2025-gpu-first")]
    money = [
        float(p.allocation.query("programme == 'gpu_access'")["spending"].sum()) for p in plans
    ]
    line = part(at, "line-gpu_access")
    for amount in (*money, money[1] - money[0]):
        assert api.wording.money(amount, unit, language) in line
    people = [p.totals.net_people for p in plans]
    for count in (*people, people[0] - people[1]):
        assert api.wording.digits(count, 2) in part(at, "line-people")
    table = next(b for b in bodies(at) if 'data-testid="pins-table"' in b)
    places = [table.index(f'"line-{name}"') for name in ("people", "cost", "gpu_access", "spent")]
    assert places == sorted(places)  # both spend all the money, so that row comes last
    at.button(key="unpin-0").click().run()
    assert len(titles(at)) == 1
    assert "pins-table" not in "".join(bodies(at))


def test_at_most_four_plans_are_pinned() -> None:
    at = open_view("scenarios", LINK)
    for name in [s.id for s in api.list_scenarios()][:5]:
        at.selectbox(key="pin-scenario").set_value(name).run()
        if not at.button(key="pin-scenario-do").disabled:
            at.button(key="pin-scenario-do").click().run()
    assert len(titles(at)) == 4
    assert at.button(key="pin-scenario-do").disabled
    assert at.button(key="pin-this").disabled


def test_plans_in_other_money_are_shown_in_their_own() -> None:
    at = open_view("scenarios", LINK)
    for name in ("korea-2025", "deu-2025"):
        at.selectbox(key="pin-scenario").set_value(name).run()
        at.button(key="pin-scenario-do").click().run()
    line = part(at, "line-spent")
    assert "18 billion won" in line
    assert "200 million euros" in line
    assert "%" in part(at, "line-research_institutes")


def test_my_plan_and_last_years_plan_are_pinned() -> None:
    at = open_view("my_plan", {**LINK, "mine": "gpu_access:2025:900~a_team_cultivation:2026:5000"})
    at.button(key="pin-this").click().run()
    file = "programme,year,spending\ngpu_access,2025,1800\nvisa_fast_track,2026,450\n"
    at.file_uploader(key="pin-file").set_value([("last.csv", file.encode(), "")]).run()
    assert not at.exception
    assert titles(at)[0].startswith("By hand")
    assert titles(at)[1].startswith("last.csv")
    line = part(at, "line-gpu_access")
    assert "900 million won" in line
    assert "1.8 billion won" in line
    assert "+900 million won" in line
    found = api.evaluate(KOREA, {("gpu_access", 2025): 1800.0, ("visa_fast_track", 2026): 450.0})
    assert api.wording.digits(found.plan.totals.net_people, 2) in part(at, "line-people")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_faulty_plan_is_not_pinned(language: str) -> None:
    at = open_view("plan", {"lang": language})
    file = "programme,year,spending\nmoon,2025,1\ngpu_access,1999,1\n"
    at.file_uploader(key="pin-file").set_value([("bad.csv", file.encode(), "")]).run()
    assert titles(at) == []
    told = part(at, "pin-problems")
    assert "moon" in told
    assert "1999" in told
    at.file_uploader(key="pin-file").set_value([("empty.csv", b"", "")]).run()
    assert "empty.csv" in part(at, "pin-problems")
    assert "moon" not in part(at, "pin-problems")


def test_pins_belong_to_one_visitor() -> None:
    at = open_desk(LINK)
    at.button(key="pin-this").click().run()
    assert len(titles(at)) == 1
    assert titles(open_desk(LINK)) == []


def test_pins_stay_in_sight_when_the_rules_collide() -> None:
    at = open_view("plan", LINK)
    at.button(key="pin-this").click().run()
    at.slider(key="range-gpu_access-0-100").set_value((60, 100)).run()
    at.slider(key="range-a_team_cultivation-0-100").set_value((60, 100)).run()
    assert part(at, "state-conflict")
    assert len(titles(at)) == 1
    assert at.button(key="pin-this").disabled
