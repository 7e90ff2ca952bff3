"""Rules and numbers edited on the desk: every change listed, undone, linked, true in the plan."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import open_view, part, words
from ui.moves import added_rules, levers, rule_fields

KOREA = api.load_scenario("korea-2025")
OFFICE = {"owner": "Office", "reason": "Trial"}
ANSWERS: dict[str, dict[str, Any]] = {
    "programme_floor": {"programme": "gpu_access", "share": 0.2},
    "programme_ceiling": {"programme": "gpu_access", "amount": 5000.0},
    "earmark": {"programmes": ["gpu_access", "visa_fast_track"], "bound": "floor", "share": 0.1},
    "commitment": {"programme": "gpu_access", "year": 2025, "amount": 500.0},
    "ramp_limit": {"programme": "gpu_access", "up.share": 0.5, "baseline": 100.0},
    "outcome_floor": {"people": 5.0, "of": "net", "channel": "attracted", "tier": ""},
    "outcome_ceiling": {"people": 90.0, "of": "supported", "year": 2026},
    "balance": {"of": "net", "part": ("channel", "attracted"), "whole": "", "at_least": 0.1},
    "equity": {"of": "net", "groups": [("tier", "S"), ("tier", "A")], "share": 0.01},
    "linear": {
        "terms.0.of": "net",
        "terms.0": ("tier", "S"),
        "terms.0.coefficient": 1.0,
        "terms.1.of": "net",
        "terms.1": ("tier", "A"),
        "terms.1.coefficient": -0.01,
        "sense": ">=",
        "rhs": 0.0,
    },
    "requires": {
        "line.programme": "gpu_access",
        "only_if.programme": "visa_fast_track",
        "at_least": 100.0,
    },
    "either_or": {
        "among": ["gpu_access", "visa_fast_track"],
        "bound": "at_most",
        "count": 2,
        "minimum": None,
    },
}


def test_every_kind_of_rule_can_be_added() -> None:
    assert set(api.RULE_KINDS) == set(api.rule_kinds()) == set(ANSWERS)


@pytest.mark.parametrize("kind", ANSWERS)
def test_the_answers_make_a_rule_that_a_link_carries(kind: str) -> None:
    answers = ANSWERS[kind]
    assert set(answers) <= {f.path for f in api.RULE_KINDS[kind].questions()}
    assert not rule_fields.incomplete(kind, answers)
    rule = rule_fields.rule_of(kind, answers, rule_fields.free_name(KOREA), OFFICE)
    move = added_rules.added(rule)
    found = added_rules.applied(KOREA, dict([move]))
    assert (found.rules[-1].id, found.rules[-1].kind) == ("added-1", kind)
    assert added_rules.decode(KOREA, {**dict([move]), "budget": "9000"}) == (
        dict([move]),
        {"budget": "9000"},
        (),
    )
    for field in api.RULE_KINDS[kind].questions():
        if not field.open:
            assert rule_fields.incomplete(kind, {**answers, field.path: None}) == [field]


@pytest.mark.parametrize(
    "part",
    [
        ("add.x", "{"),
        ("add.x", '{"id":"y","kind":"programme_floor"}'),
        ("add.x", '{"id":"x","kind":"programme_floor","programme":"moon"}'),
        ("add.gpu-floor", '{"id":"gpu-floor"}'),
        ("add.x", "[" * 9000),
        ("drop.nowhere", "true"),
        ("drop.gpu-floor", "no"),
    ],
)
def test_nonsense_about_rules_is_left_aside(part: tuple[str, str]) -> None:
    found, rest, ignored = added_rules.decode(KOREA, dict([part]))
    assert (found, rest) == ({}, {})
    assert ignored == (f"{part[0]}={part[1]}"[:80],)


def test_a_law_can_neither_be_moved_nor_deleted() -> None:
    law = api.change_scenario(KOREA, {"rules": {"gpu-floor": {"hard": True}}})
    assert added_rules.decode(law, {"drop.gpu-floor": "true"})[0] == {}
    for entry in ("share", "active", "owner", "year"):
        assert levers.decode(law, {f"set.rules.gpu-floor.{entry}": "0.3"})[0] == {}


def test_every_number_has_one_lever_that_starts_where_it_stands() -> None:
    for shipped in api.list_scenarios():
        scenario = api.load_scenario(shipped.path)
        offered = levers.levers_of(scenario)
        for number in api.stated_numbers(scenario):
            lever = levers.lever_at(scenario, offered, levers.key_at(offered, number))
            assert lever is not None, number.path
            assert lever.base == pytest.approx(number.value), number.path


def test_an_own_number_is_an_assumption_and_widens_its_range() -> None:
    moved = api.change_scenario(
        KOREA, levers.overlay(KOREA, {"own.evidence.visa_share_of_newcomers": 0.9})
    )
    number = moved.evidence["visa_share_of_newcomers"]
    assert (number.value, number.low, number.high) == (0.9, 0.41, 0.9)
    assert (str(number.grade), number.source) == ("X", None)
    assert str(KOREA.evidence["visa_share_of_newcomers"].grade) == "C"


def test_a_rule_whose_number_moves_loses_a_title_that_would_lie() -> None:
    moved = api.change_scenario(KOREA, levers.overlay(KOREA, {"set.rules.gpu-floor.share": 0.25}))
    assert "25" in api.rule_titles(moved)["gpu-floor"].in_("en")
    off = api.change_scenario(KOREA, levers.overlay(KOREA, {"set.rules.gpu-floor.active": "false"}))
    assert off.rules[2].title == KOREA.rules[2].title


def at_part(name: str, link: dict[str, str]) -> AppTest:
    at = open_view(name, link)
    assert not at.exception
    return at


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_rule_is_edited_deleted_and_brought_back(language: str) -> None:
    at = at_part("rules", {"lang": language})
    at.text_input(key=f"box-floor.gpu_access-{language}").set_value("25").run()
    assert "25%" in part(at, "rule-gpu-floor")
    assert at.session_state["choice"].values == {"floor.gpu_access": 0.25}
    at.toggle(key="active-visa-floor").set_value(False).run()
    at.text_input(key="owner-visa-floor").set_value("Ministry of Justice").run()
    assert "Ministry of Justice" in part(at, "rule-visa-floor")
    at.button(key="delete-gpu-floor").click().run()
    assert not at.exception
    assert "rule-gpu-floor" not in "".join(e.proto.body for e in at.get("html"))
    assert at.session_state["choice"].values == {
        "drop.gpu-floor": "true",
        "set.rules.visa-floor.active": "false",
        "set.rules.visa-floor.owner": "Ministry of Justice",
    }
    said = {
        "en": "Rule deleted: At least 10% for GPU access",
        "ko": "규칙 삭제: GPU 지원 10% 이상",
    }
    assert at.button(key="back-drop.gpu-floor").label == said[language]
    at.button(key="undo").click().run()
    assert "25%" in part(at, "rule-gpu-floor")


def test_a_rule_is_added_once_it_makes_sense() -> None:
    at = at_part("rules", {"lang": "en"})
    assert at.button(key="add-rule-button").disabled
    at.selectbox(key="new-kind").set_value("programme_ceiling").run()
    at.text_input(key="new-owner").set_value("Ministry")
    at.text_input(key="new-reason").set_value("Trial").run()
    assert "share" in part(at, "add-problems")
    share = "new-programme_ceiling-share"
    at.text_input(key=share).set_value("-30").run()
    assert part(at, f"refused-{share}")
    at.text_input(key="new-programme_ceiling-share").set_value("30")
    at.selectbox(key="new-programme_ceiling-programme").set_value("a_team_cultivation").run()
    assert "30%" in part(at, "add-judged")
    at.button(key="add-rule-button").click().run()
    assert "30%" in part(at, "rule-added-1")
    now = at.session_state["choice"].values
    plan = api.bare_plan(added_rules.applied(KOREA, now))
    spent = plan.allocation.groupby("programme")["spending"].sum()
    assert spent["a_team_cultivation"] == pytest.approx(0.3 * 18000)
    at.button(key="delete-added-1").click().run()
    assert at.session_state["choice"].values == {}


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_number_is_edited_and_its_faults_stand_at_its_row(language: str) -> None:
    at = at_part("numbers", {"lang": language})
    at.text_input(key="numbers-seek").set_value("coef_ate_add").run()
    box = f"box-table-own.evidence.coef_ate_add-{language}"
    at.text_input(key=box).set_value("0.7").run()
    assert at.session_state["choice"].values == {"own.evidence.coef_ate_add": 0.7}
    told = part(at, "told-evidence.coef_ate_add")
    assert all(number in told for number in ("0.3", "0.1", "0.6"))
    mark = {"en": "changed", "ko": "변경됨"}
    assert mark[language] in part(at, "edit-evidence.coef_ate_add")
    at.text_input(key=f"box-set.evidence.coef_ate_add.low-{language}").set_value("0.9").run()
    assert "0.9" in part(at, "problems-evidence.coef_ate_add")
    assert part(at, "state-invalid")
    at.button(key="number-back-evidence.coef_ate_add").click().run()
    assert at.session_state["choice"].values == {}
    assert mark[language] not in part(at, "edit-evidence.coef_ate_add")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_one_number_moves_people_and_money_at_once(language: str) -> None:
    at = open_view("evidence", {"lang": language})
    at.selectbox(key="choose-moves").set_value("evidence.coef_ate_add").run()
    at.text_input(key=f"box-moves-own.evidence.coef_ate_add-{language}").set_value("0.7").run()
    assert not at.exception
    moved = api.change_scenario(KOREA, levers.overlay(KOREA, {"own.evidence.coef_ate_add": 0.7}))
    before, after = api.bare_plan(KOREA), api.bare_plan(moved)
    digits = api.wording.digits
    assert digits(after.totals.net_people, 2) in part(at, "moves-people")
    for plan in (before, after):
        assert digits(plan.totals.net_people, 2) in part(at, "line-people")
        spent = plan.allocation.groupby("programme")["spending"].sum()
        for p in KOREA.programmes:
            said = api.wording.money(float(spent[p]), KOREA.money.parsed, language)
            assert said in part(at, f"line-{p}")
    assert at.button(key="back-own.evidence.coef_ate_add").label
    at.button(key="undo").click().run()
    assert part(at, "moves-unmoved")
    for end, value in (("low", 0.1), ("high", 0.6)):
        at.button(key=f"moves-{end}").click().run()
        assert at.session_state["choice"].values == {"own.evidence.coef_ate_add": value}


def test_scenarios_are_compared_differences_first() -> None:
    at = at_part("compare", {"lang": "en", "budget": "9000"})
    title = {"en": "Korea 2025–2028, as it is now", "ko": "대한민국 2025~2028(현재 상태)"}
    now = api.change_scenario(KOREA, {"budget": {"total": 9000.0}, "title": title})
    found = api.compare([now, KOREA])
    assert found.sentences[0].in_("en") in part(at, "compare-told")
    first = next(r for r in found.differences.itertuples() if r.comparable)
    told = part(at, "compare-table")
    assert told.index(str(first.title)) < 60 + told.index("as it is now")
    at.multiselect(key="compare-names").set_value(["now"]).run()
    assert "two to four" in words(at)


def test_a_rule_speaks_only_of_groups_it_can_count() -> None:
    at = at_part("rules", {"lang": "en"})
    at.selectbox(key="new-kind").set_value("balance").run()
    assert "attracted" in at.selectbox(key="new-balance-part-False").options
    at.selectbox(key="new-balance-of").set_value("spending").run()
    assert at.selectbox(key="new-balance-part-True").options == [
        p.title.in_("en") for p in KOREA.programmes.values() if p.title is not None
    ]
