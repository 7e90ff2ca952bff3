"""Levers, overlays and links: any scenario, any nonsense, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from optimizer.api import desk as api
from ui.moves import levers

KOREA = api.load_scenario("korea-2025")


def test_every_scenario_offers_a_lever_for_each_programme_and_weight() -> None:
    for shipped in api.list_scenarios():
        scenario = api.load_scenario(shipped.path)
        offered = levers.levers_of(scenario)
        for p in scenario.programmes:
            assert {f"floor.{p}", f"ceiling.{p}"} <= set(offered)
        assert {f"tier.{t}" for t in scenario.objective.tiers} <= set(offered)
        assert offered["budget"].base == scenario.budget.total


def test_a_lever_starts_where_the_scenario_stands() -> None:
    offered = levers.levers_of(KOREA)
    assert offered["floor.gpu_access"].base == 0.10
    assert offered["floor.gpu_access"].rule == "gpu-floor"
    assert offered["ceiling.gpu_access"].base == 1.0
    assert offered["ceiling.gpu_access"].rule == "planner-ceiling-gpu_access"
    assert offered["channel.attracted"].base == 0.83


def test_a_floor_in_money_is_shown_as_its_share_of_the_budget_in_force() -> None:
    in_money = {"rules": {"gpu-floor": {"share": None, "amount": 900}}}
    scenario = api.change_scenario(KOREA, in_money)
    assert levers.levers_of(scenario)["floor.gpu_access"].base == pytest.approx(0.05)
    half = levers.levers_of(scenario, 9000.0)
    assert half["floor.gpu_access"].base == pytest.approx(0.10)
    assert half["floor.visa_fast_track"].base == pytest.approx(0.02)


def test_a_moved_floor_changes_its_rule_and_tells_the_truth_in_its_title() -> None:
    changed = api.change_scenario(KOREA, levers.overlay(KOREA, {"floor.gpu_access": 0.25}))
    rule = next(r for r in changed.rules if r.id == "gpu-floor")
    assert rule.share == 0.25
    assert "25%" in rule.title.in_("en")
    assert "25%" in rule.title.in_("ko")
    assert len(changed.rules) == len(KOREA.rules)


def test_a_ceiling_without_a_rule_adds_one_signed_by_the_planner() -> None:
    changed = api.change_scenario(KOREA, levers.overlay(KOREA, {"ceiling.gpu_access": 0.4}))
    rule = changed.rules[-1]
    assert (rule.id, rule.kind, rule.share) == (
        "planner-ceiling-gpu_access",
        "programme_ceiling",
        0.4,
    )
    assert len(changed.rules) == len(KOREA.rules) + 1


def test_every_kind_of_move_reaches_the_document() -> None:
    values = {
        "budget": 9000.0,
        "tier.S": 2.0,
        "channel.attracted": 1.0,
        "discount": 0.02,
        "measure": "remaining",
        "set.budget.by_year.2025": 4000.0,
        "set.rules.visa-floor.active": "false",
    }
    changed = api.change_scenario(KOREA, levers.overlay(KOREA, values))
    assert changed.budget.total == 9000
    assert changed.budget.by_year[2025] == 4000
    assert changed.objective.tiers["S"] == 2
    assert changed.objective.channels["attracted"] == 1
    assert changed.objective.discount_rate == 0.02
    assert changed.objective.measure == "remaining"
    assert [r.id for r in changed.rules if not r.active] == ["visa-floor"]


def test_moving_back_is_no_move() -> None:
    lever = levers.levers_of(KOREA)["budget"]
    moved = levers.moved({}, lever, 9000.0)
    assert moved == {"budget": 9000.0}
    assert levers.moved(moved, lever, 18000.0) == {}


@given(
    budget=st.floats(0, 1e7),
    floor=st.floats(0, 1),
    weight=st.floats(0, 100),
    measure=st.sampled_from(["net_people", "talent_years", "remaining"]),
)
def test_a_link_brings_back_every_move(
    budget: float, floor: float, weight: float, measure: str
) -> None:
    values: dict[str, levers.Value] = {}
    offered = levers.levers_of(KOREA)
    moves = {"budget": budget, "floor.gpu_access": floor, "tier.S": weight, "measure": measure}
    for key, value in moves.items():
        values = levers.moved(values, offered[key], value)
    back, ignored = levers.decode(KOREA, levers.encode(values))
    assert ignored == ()
    assert levers.encode(back) == levers.encode(values)


@pytest.mark.parametrize(
    "part",
    [
        ("budget", "abc"),
        ("budget", "nan"),
        ("budget", "-5"),
        ("budget", "inf"),
        ("floor.nowhere", "0.2"),
        ("floor.gpu_access", "1.5"),
        ("measure", "happiness"),
        ("<script>", "x"),
        ("set.rules.nowhere.share", "0.2"),
        ("set.rules", "1"),
        ("set.id", "other"),
        ("set.", ""),
        ("set.budget.total.x.y", "1"),
        ("설정", "값"),
    ],
)
def test_nonsense_in_a_link_is_left_aside_and_told(part: tuple[str, str]) -> None:
    values, ignored = levers.decode(KOREA, {part[0]: part[1], "tier.S": "3"})
    assert values == {"tier.S": 3.0}
    assert ignored == (f"{part[0]}={part[1]}",)


@given(st.dictionaries(st.text(max_size=30), st.text(max_size=30), max_size=5))
def test_no_link_breaks_the_desk(parts: dict[str, str]) -> None:
    values, ignored = levers.decode(KOREA, parts)
    assert len(values) + len(ignored) <= len(parts)
