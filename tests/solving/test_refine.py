"""Steps of supply curves: the certified gap is true, ties are broken on the curves themselves."""

from __future__ import annotations

from dataclasses import replace
from math import log
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings

from optimizer.api import desk as api
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.lp.hot import Answer, Hot
from optimizer.solving.curves import refine, rounds
from optimizer.solving.curves.curve_gap import curve_gap
from tests.studies.documents import plan_of, small_documents

DOCUMENTS = Path(__file__).parents[1] / "textbook" / "documents"


def bracket(case: Case) -> tuple[float, float]:
    """Bounds of the best objective from ten times as many steps, without any refinement."""
    finer = {}
    for key, shape in case.curves.items():
        coarse = case.first_grids[key]
        steps = np.geomspace(1e-4, 1.0, 10 * len(coarse)) * coarse[-1]
        near = float(shape.scale) * np.geomspace(1e-3, 30.0, 10 * len(coarse))
        ends = {0.0, *steps.tolist(), *near[near < coarse[-1]].tolist()}
        finer |= {(key, y): tuple(sorted(ends)) for y in case.years}
    fine = replace(case, grids=finer)
    program = compile_program(fine)
    answer = Hot(program).solve()
    assert answer.found
    return answer.objective, answer.objective + curve_gap(fine, program, answer.prices)[0]


def assert_true(plan: api.Plan) -> None:
    """The objective and its certified gap agree with the bounds from other steps."""
    assert plan.objective is not None
    low, high = bracket(replace(plan.case, grids={}))
    rounding = 1e-9 * max(1.0, abs(high))
    assert high - low <= 1e-2 * max(1e-3, abs(high))
    assert low <= plan.objective + plan.curve_gap + rounding
    assert plan.objective <= high + rounding
    assert 0.0 <= plan.curve_gap <= rounding


@pytest.mark.parametrize("settings_", [[], ["budget.total=5000"], ["objective.tiers.S=12"]])
def test_korea(settings_: list[str]) -> None:
    assert_true(api.bare_plan(api.load_scenario("korea-2025", settings_)))


@settings(max_examples=15)
@given(small_documents())
def test_small_scenarios(document: dict[str, Any]) -> None:
    plan = plan_of(document)
    assume(plan.found)
    assert_true(plan)


def test_steps_alone_come_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Newton's method the steps are halved until the gap is closed."""
    best = api.bare_plan(api.load_scenario("korea-2025"))
    monkeypatch.setattr(rounds, "smooth_point", lambda *_: None)
    alone = api.bare_plan(api.load_scenario("korea-2025"))
    assert alone.objective == pytest.approx(best.objective, rel=1e-9)
    assert alone.curve_gap <= 1e-9
    for table, column in (("allocation", "spending"), ("people", "net")):
        one, two = (getattr(p, table)[column].to_numpy() for p in (best, alone))
        assert two == pytest.approx(one, rel=1e-4, abs=1e-4 * one.max())


def test_a_rougher_tolerance_is_kept_too() -> None:
    case = case_of(api.load_scenario("korea-2025"))
    rough, program, answer = refine.quick(case, tolerance=1e-3)
    gap = curve_gap(rough, program, answer.prices)[0]
    assert gap <= 1e-3 * answer.objective
    assert answer.objective <= api.bare_plan(case.scenario).everyone.objective * (1 + 1e-12)


@pytest.mark.parametrize(("least", "possible"), [(1437.9, True), (1437.9405, True), (1438, False)])
def test_a_floor_that_only_the_true_curves_can_meet(least: float, possible: bool) -> None:
    """On the first steps K18 yields less; that is no reason to call the floor impossible."""
    case = case_of(api.load_scenario(DOCUMENTS / "k18.yaml"))
    assert Hot(compile_program(case)).solve().objective < 1437.9
    rule = {"id": "least", "kind": "outcome_floor", "people": least, "owner": "T", "reason": "T"}
    plan = plan_of({**case.scenario.document, "rules": [rule]})
    assert plan.found == possible
    if possible:
        assert plan.objective == pytest.approx(1437.940551, abs=1e-6)


def saturated(pool: dict[int, float]) -> api.Plan:
    """One curve whose units last two years, with more money than people can use."""
    return plan_of({
        "schema": 1, "id": "saturated", "money": {"unit": "million KRW"},
        "years": {"first": 2025, "last": 2026}, "budget": {"total": 1000},
        "objective": {"tiers": {"A": 1}, "channels": {"retained": 1}},
        "capacities": {"post": {}},
        "programmes": {"posts": {"activities": {"post": {
            "delivers": {"post": 1}, "life_years": 2,
            "supply": {"curve": "exponential", "ceiling": 20, "scale": 20},
        }}}},
        "pools": {"leavers": {"people_per_year": pool}},
        "pathways": {"stays": {
            "channel": "retained", "tier": "A", "pool": "leavers",
            "needs": {"post": {"amount": 1}}, "bands": [{"net": 1}],
        }},
    })  # fmt: skip


def test_among_equally_good_plans_the_cheapest_on_the_curves() -> None:
    """Money for u units is -20·ln(1-u/20); what lasts two years is bought when it is cheapest."""
    once = saturated({2025: 5.0, 2026: 5.0})
    assert once.objective == pytest.approx(10.0, rel=1e-9)
    assert once.spent == pytest.approx(-20 * log(1 - 5 / 20), rel=1e-8)
    spread = saturated({2025: 2.0, 2026: 6.0})
    assert spread.objective == pytest.approx(8.0, rel=1e-9)
    assert spread.spent == pytest.approx(-40 * log(1 - 3 / 20), rel=1e-8)
    assert list(spread.activities["units"]) == pytest.approx([3.0, 3.0], rel=1e-6)


def test_a_smooth_point_that_passes_its_check_is_the_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It comes back itself, not the answer of a programme with steps that end there."""
    solved: list[Answer] = []

    class Counted(Hot):
        def solve(self) -> Answer:
            solved.append(super().solve())
            return solved[-1]

    monkeypatch.setattr(rounds, "Hot", Counted)
    case, program, answer = rounds.in_rounds(case_of(api.load_scenario("korea-2025")))
    assert all(answer is not one for one in solved)
    assert curve_gap(case, program, answer.prices)[0] <= 1e-11 * answer.objective
