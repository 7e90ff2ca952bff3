"""Published problems under uncertainty: the extensive form and the L-shaped method alike."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from optimizer.lp import (
    HereAndNow,
    LinearProgram,
    TwoStage,
    decide,
    information,
    l_shaped,
    program,
    solve_extensive,
)

WAYS = [solve_extensive, l_shaped]
Way = Callable[[TwoStage], HereAndNow]


def farmer() -> TwoStage:
    """Birge and Louveaux: wheat, corn and beets; sold (s), bought (b), beets above quota (x)."""
    weather = np.array([1.2, 1.0, 0.8])
    gains = {"wheat": -150, "corn": -230, "beets": -260, "sw": 170, "sc": 150, "sb": 36, "sx": 10}
    rows = {
        "land": ({"wheat": 1, "corn": 1, "beets": 1}, "<=", 500),
        "need wheat": ({"wheat": 2.5 * weather, "bw": 1, "sw": -1}, ">=", 200),
        "need corn": ({"corn": 3.0 * weather, "bc": 1, "sc": -1}, ">=", 240),
        "beets sold": ({"beets": 20.0 * weather, "sb": -1, "sx": -1}, ">=", 0),
    }
    whole = program({**gains, "bw": -238, "bc": -210}, rows, upper={"sb": 6000})
    return TwoStage(whole, ["wheat", "corn", "beets"])


def gemstone() -> TwoStage:
    """Bertsimas and Freund: steel is bought before earnings and assembly hours are known."""
    earning = np.array([160.0, 160.0, 90.0, 90.0])
    hours = np.array([8.0, 10.0, 8.0, 10.0])
    rows = {
        "steel": ({"wrenches": 1.5, "pliers": 1, "steel": -1}, "<=", 0),
        "moulding": ({"wrenches": 1, "pliers": 1}, "<=", 21),
        "assembly": ({"wrenches": 0.3, "pliers": 0.5}, "<=", hours),
    }
    gains = {"steel": -58, "wrenches": earning, "pliers": 100}
    return TwoStage(program(gains, rows, upper={"wrenches": 15, "pliers": 16}), ["steel"])


def newsvendor(draws: int) -> TwoStage:
    """Cost 1 to order, 1.5 to order late, 0.1 to hold; demand in the middle of equal slices."""
    demand = 100.0 * (np.arange(draws) + 0.5) / draws
    rows = {
        "late": ({"order": 1, "late": 1}, ">=", demand),
        "held": ({"order": 1, "held": -1}, "<=", demand),
    }
    costs = {"order": 1.0, "late": 1.5, "held": 0.1}
    return TwoStage(program(costs, rows, maximise=False), ["order"])


@pytest.mark.parametrize("way", WAYS)
def test_farmer(way: Way) -> None:
    plan = way(farmer())
    assert plan.objective == pytest.approx(108_390, rel=1e-6)
    assert [plan.first[k] for k in ("wheat", "corn", "beets")] == pytest.approx([170, 80, 250])
    assert plan.bound == pytest.approx(108_390, rel=1e-6)


def test_what_the_farmer_would_pay_for_a_forecast() -> None:
    worth = information(farmer())
    assert worth.best == pytest.approx([167_666.67, 118_600, 59_950], abs=0.01)
    assert worth.wait_and_see == pytest.approx(115_406, abs=0.5)
    assert worth.mean_plan == pytest.approx(107_240, abs=0.5)
    assert worth.evpi == pytest.approx(7_016, abs=0.5)
    assert worth.vss == pytest.approx(1_150, abs=0.5)
    assert worth.mean_value == pytest.approx(118_600)


@pytest.mark.parametrize("way", WAYS)
def test_gemstone(way: Way) -> None:
    plan = way(gemstone())
    assert plan.first["steel"] == pytest.approx(27.25)
    assert plan.objective == pytest.approx(863.25, rel=1e-6)


@pytest.mark.parametrize("way", WAYS)
def test_newsvendor(way: Way) -> None:
    plan = way(newsvendor(1000))
    assert plan.first["order"] == pytest.approx(31.25, abs=0.1)
    order = 31.25
    expected = order + 1.5 * (100 - order) ** 2 / 200 + 0.1 * order**2 / 200
    assert plan.objective == pytest.approx(expected, rel=1e-4)


def test_newsvendor_both_ways_alike() -> None:
    stages = newsvendor(400)
    assert l_shaped(stages).objective == pytest.approx(solve_extensive(stages).objective, rel=1e-6)


def test_thompson_lumber() -> None:
    table = {"large": [200, -180], "small": [100, -20], "nothing": [0, 0]}
    found = decide(table, [0.5, 0.5])
    assert (found.maximin.name, found.maximin.value) == ("nothing", 0)
    assert (found.minimax_regret.name, found.minimax_regret.value) == ("small", 100)
    assert (found.emv.name, found.emv.value) == ("small", 40)
    assert (found.eol.name, found.eol.value) == ("small", 60)
    assert found.maximax.name == "large"
    assert found.evpi == pytest.approx(60)


def test_goferbroke() -> None:
    found = decide({"drill": [700, -100], "sell": [90, 90]}, [0.25, 0.75])
    assert (found.emv.name, found.emv.value) == ("drill", 100)
    assert found.evpi == pytest.approx(142.5)


@pytest.mark.parametrize("choice", [0, 1, 2])
def test_decision_tables_are_one_stage_programmes(choice: int) -> None:
    """A table as a programme: the choice is the only column that may be 1."""
    gains = np.array([[200.0, -180.0], [100.0, -20.0], [0.0, 0.0]])
    names = ["large", "small", "nothing"]
    columns = {name: gains[i] for i, name in enumerate(names)}
    rows = {"one": (dict.fromkeys(names, 1.0), "==", 1.0)}
    only = {name: float(i == choice) for i, name in enumerate(names)}
    whole: LinearProgram = program(columns, rows, upper=only)
    table = {name: gains[i].tolist() for i, name in enumerate(names)}
    plan = solve_extensive(TwoStage(whole, names))
    assert plan.objective == pytest.approx(decide(table, [0.5, 0.5]).expected[names[choice]])
