"""Published allocation problems, written as scenarios and solved on the main road."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import pytest

from optimizer.api import desk as api
from optimizer.inputs.read import read_file

DOCUMENTS = Path(__file__).parent / "documents"
K18_CURVES = {"one": (900.0, 4.0), "two": (650.0, 2.0), "three": (500.0, 6.0), "four": (300.0, 1.0)}
K18_PLAN = {"one": 7.061666, "two": 4.647234, "three": 4.097873, "four": 2.193228}


@pytest.fixture(scope="module")
def k18() -> api.Plan:
    return api.solve(api.load_scenario(DOCUMENTS / "k18.yaml"))


@pytest.fixture(scope="module")
def win_big() -> api.Plan:
    return api.solve(api.load_scenario(DOCUMENTS / "win_big.yaml"))


@pytest.fixture(scope="module")
def health_council() -> api.Plan:
    return api.solve(api.load_scenario(DOCUMENTS / "health_council.yaml"))


def spending(plan: api.Plan) -> dict[str, float]:
    return plan.allocation.groupby("programme")["spending"].sum().to_dict()


def units(plan: api.Plan) -> dict[str, float]:
    return plan.activities.groupby("activity")["units"].sum().to_dict()


def k18_by_bisection(budget: float) -> tuple[float, dict[str, float], float]:
    """Objective, money of each curve and price of money, from the conditions of optimality.

    The slope b·e/(s+e)² of every curve in use equals the price; the price is bisected until the
    money adds up.
    """

    def money_at(price: float) -> dict[str, float]:
        return {n: max(0.0, sqrt(b * e / price) - e) for n, (b, e) in K18_CURVES.items()}

    low, high = 1e-9, 1e6
    for _ in range(200):
        price = sqrt(low * high)
        low, high = (price, high) if sum(money_at(price).values()) > budget else (low, price)
    money = money_at(price)
    return sum(b * money[n] / (money[n] + e) for n, (b, e) in K18_CURVES.items()), money, price


def test_k18_is_the_published_one(k18: api.Plan) -> None:
    assert k18.objective == pytest.approx(1437.940551, abs=5e-7)
    assert spending(k18) == pytest.approx(K18_PLAN, abs=2e-6)
    price = k18.solution.price["total_budget",]
    assert price == pytest.approx(29.42127255, rel=1e-6)
    binding = k18.binding.set_index("rule").loc["total_budget"]
    assert binding.price_up == pytest.approx(price, rel=1e-5)
    assert binding.price_down == pytest.approx(price, rel=1e-5)


def test_k18_meets_its_conditions_of_optimality(k18: api.Plan) -> None:
    objective, money, price = k18_by_bisection(18.0)
    assert objective == pytest.approx(1437.940551, abs=5e-7)
    assert spending(k18) == pytest.approx(money, rel=2e-6)
    assert k18.solution.price["total_budget",] == pytest.approx(price, rel=1e-6)


def test_the_certified_curve_gap_of_k18_is_true(k18: api.Plan) -> None:
    objective, _, _ = k18_by_bisection(18.0)
    assert k18.objective is not None
    rounding = 1e-13 * objective
    assert 0.0 <= k18.curve_gap <= 1e-9
    assert -rounding <= objective - k18.objective <= k18.curve_gap + rounding


@pytest.mark.parametrize("factor", [1e9, 1e3, 1.0])
def test_k18_is_the_same_in_won_in_million_and_in_billion_won(k18: api.Plan, factor: float) -> None:
    unit = {1e9: "KRW", 1e3: "million KRW", 1.0: "billion KRW"}[factor]
    document = read_file(DOCUMENTS / "k18.yaml")
    document["money"] = {"unit": unit}
    document["budget"] = {"total": 18 * factor}
    for programme in document["programmes"].values():
        programme["activities"]["buy"]["supply"]["half"] *= factor
    plan = api.solve(api.scenario_of(document))
    assert plan.objective == pytest.approx(k18.objective, rel=1e-9)
    assert spending(plan) == pytest.approx(
        {p: m * factor for p, m in spending(k18).items()}, rel=1e-6
    )
    assert list(plan.people["net"]) == pytest.approx(list(k18.people["net"]), rel=1e-6)


def test_win_big(win_big: api.Plan) -> None:
    assert win_big.objective == pytest.approx(67240.30, abs=5e-3)
    assert units(win_big) == pytest.approx(
        {"spot": 1.96875, "page": 5.0, "prime": 6.2069, "afternoon": 0.0}, abs=5e-5
    )
    binding = win_big.binding.set_index("rule")
    for side in ("price_up", "price_down"):
        assert binding.loc["total_budget", side] == pytest.approx(6.25, rel=1e-9)
        assert binding.loc["radio-ceiling", side] == pytest.approx(2.02586, abs=5e-6)
    assert "radio-spots" not in binding.index


def test_world_health_council(health_council: api.Plan) -> None:
    assert health_council.objective == pytest.approx(170.0)
    assert spending(health_council) == pytest.approx({"one": 1.0, "two": 3.0, "three": 1.0})
    assert list(health_council.people["net"]) == pytest.approx([45.0, 75.0, 50.0])


def test_the_order_of_bands_is_kept_where_a_later_band_is_better() -> None:
    """With four teams, 70 + 75 or 45 + 75 + 0 or 95 + 45: greedy picking of bands would cheat."""
    value = {
        1: (0, 45, 70, 90, 105, 120),
        2: (0, 20, 45, 75, 110, 150),
        3: (0, 50, 70, 80, 100, 130),
    }
    best = max(
        value[1][i] + value[2][j] + value[3][4 - i - j] for i in range(5) for j in range(5 - i)
    )
    scenario = api.load_scenario(DOCUMENTS / "health_council.yaml", ["budget.total=4"])
    assert api.solve(scenario).objective == pytest.approx(best)
