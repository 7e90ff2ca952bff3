"""Draws follow their distributions, move together where told, and depend on the seed alone."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from scipy import stats

from optimizer.domain.quantity import Quantity
from optimizer.domain.scenario import Scenario
from optimizer.domain.uncertainty import Distribution
from optimizer.errors import InvalidInput
from optimizer.formulation.draws import Points, draw, draws_at, unit_points, value_at
from optimizer.formulation.uncertain import Uncertain, factors, uncertain_numbers
from optimizer.inputs.load import load_scenario, scenario_of
from tests.studies.unsure import DOCUMENT, changed, unsure

POINTS = (np.arange(20_000) + 0.5) / 20_000


def number(distribution: str | None = None, **entries: Any) -> Uncertain:
    document = {"value": 0.3, "low": 0.1, "high": 0.6} | entries
    if distribution is not None:
        document["distribution"] = distribution
    return Uncertain("n", Quantity.model_validate_json(json.dumps(document)))


def test_pert_has_the_mean_and_the_quantiles_of_its_beta() -> None:
    values = value_at(number(), POINTS)
    first, second = 1 + 4 * 0.2 / 0.5, 1 + 4 * 0.3 / 0.5
    exact = 0.1 + 0.5 * stats.beta.ppf(POINTS, first, second)
    assert values == pytest.approx(exact, abs=1e-7)
    assert values.mean() == pytest.approx((0.1 + 4 * 0.3 + 0.6) / 6, abs=1e-6)


@given(
    low=st.floats(-5, 5),
    left=st.floats(0, 3),
    right=st.floats(0, 3),
    shape=st.sampled_from(["pert", "triangular", "uniform", "discrete"]),
)
@settings(max_examples=60)
def test_a_bounded_number_stays_in_its_range_and_rises(
    low: float, left: float, right: float, shape: str
) -> None:
    one = number(shape, value=low + left, low=low, high=low + left + right)
    values = value_at(one, np.linspace(1e-12, 1 - 1e-12, 201))
    assert values.min() >= low - 1e-12
    assert values.max() <= low + left + right + 1e-12
    assert (np.diff(values) >= -1e-9).all()


@pytest.mark.parametrize(
    ("shape", "exact"),
    [
        ("triangular", stats.triang(0.4, 0.1, 0.5)),
        ("uniform", stats.uniform(0.1, 0.5)),
        ("normal", stats.norm(0.3, 0.5 / (2 * stats.norm.ppf(0.95)))),
        ("lognormal", stats.lognorm(np.log(6) / (2 * stats.norm.ppf(0.95)), scale=0.3)),
    ],
)
def test_the_other_distributions_are_those_of_the_books(shape: str, exact: Any) -> None:
    assert value_at(number(shape), POINTS) == pytest.approx(exact.ppf(POINTS), abs=1e-9)


def test_a_normal_number_keeps_within_the_limits_of_its_place() -> None:
    wide = number("normal", value=0.9, low=0.5, high=1.0)
    one = Uncertain("n", wide.quantity, 0.0, 1.0)
    values = value_at(one, POINTS)
    assert values.min() >= 0.0
    assert values.max() <= 1.0
    assert value_at(wide, POINTS).max() > 1.0


def test_discrete_numbers_take_their_outcomes_as_often_as_stated() -> None:
    said = [{"value": 0.5, "probability": 0.25}, {"value": 0.2, "probability": 0.75}]
    one = number("discrete", low=None, high=None, outcomes=said)
    values, counts = np.unique(value_at(one, POINTS), return_counts=True)
    assert values.tolist() == [0.2, 0.5]
    assert counts.tolist() == [15_000, 5_000]
    values, counts = np.unique(value_at(number("discrete"), POINTS), return_counts=True)
    assert values.tolist() == [0.1, 0.3, 0.6]
    assert (counts / 20_000).tolist() == pytest.approx([0.3, 0.4, 0.3])


def test_a_latin_hypercube_has_one_draw_in_each_slice() -> None:
    cube = unit_points(50, 3, seed=4)
    for column in cube.T:
        assert sorted((column * 50).astype(int).tolist()) == list(range(50))


def test_more_sobol_draws_begin_with_the_same_ones() -> None:
    few, many = (draw(unsure(), n, seed=3, points=Points.SOBOL).values for n in (100, 1000))
    assert many[:100].tolist() == few.tolist()


@pytest.mark.parametrize("points", list(Points))
def test_the_seed_decides_and_nothing_else(points: Points) -> None:
    one, same, other = (draw(unsure(), 64, seed=s, points=points).values for s in (1, 1, 2))
    assert one.tolist() == same.tolist()
    assert one.tolist() != other.tolist()


def test_a_reference_used_twice_is_one_number() -> None:
    names = list(uncertain_numbers(unsure()))
    assert names == sorted(names)
    assert names.count("arrival") == 1
    assert "pathways.comes.bands[0].net.product[1]" in names
    assert "certain" not in names


def test_korea_has_its_numbers_in_use_and_no_others() -> None:
    names = set(uncertain_numbers(load_scenario("korea-2025")))
    assert {"coef_ate_add", "coef_weight_attr", "stay_a"} <= names
    assert "coef_ate_netcost" not in names


def together(**uncertainty: Any) -> Scenario:
    return scenario_of(changed(DOCUMENT, uncertainty=uncertainty))


def test_a_group_moves_as_one() -> None:
    scenario = together(groups={"costs": ["cost_post", "cost_case"]})
    known = factors(scenario)
    assert "costs" in known.names
    assert "cost_post" not in known.names
    drawn = draw(scenario, 200)
    ranks = [stats.rankdata(drawn.of(n)) for n in ("cost_post", "cost_case")]
    assert ranks[0].tolist() == ranks[1].tolist()


@pytest.mark.parametrize("points", [Points.LATIN, Points.SOBOL])
@pytest.mark.parametrize("rank", [0.7, -0.9, 1.0])
def test_rank_correlations_come_out_as_stated(points: Points, rank: float) -> None:
    scenario = together(correlations=[{"between": ["cost_post", "arrival"], "rank": rank}])
    drawn = draw(scenario, 4096, points=points)
    names = drawn.names
    table = stats.spearmanr(drawn.values).statistic
    i, j = names.index("cost_post"), names.index("arrival")
    assert table[i, j] == pytest.approx(rank, abs=0.03)
    others = [table[a, b] for a in range(len(names)) for b in range(a) if {a, b} != {i, j}]
    assert np.abs(others).max() < 0.08


def test_a_correlated_number_keeps_its_own_distribution() -> None:
    pair = [{"between": ["cost_post", "arrival"], "rank": 0.8}]
    free, bound = draw(unsure(), 4096), draw(together(correlations=pair), 4096)
    for name in ("cost_post", "arrival"):
        low, middle, high = np.quantile(free.of(name), [0.05, 0.5, 0.95])
        assert np.quantile(bound.of(name), [0.05, 0.5, 0.95]) == pytest.approx(
            [low, middle, high], rel=0.03
        )


def test_correlations_that_no_numbers_can_have_are_refused_with_a_remedy() -> None:
    names = ["cost_post", "cost_case", "arrival"]
    pairs = [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]
    given_ = [{"between": [names[i], names[j]], "rank": r} for i, j, r in pairs]
    with pytest.raises(InvalidInput) as fault:
        draw(together(correlations=given_), 10)
    (issue,) = fault.value.issues
    assert issue.where == "uncertainty.correlations"
    factor = float(issue.remedy.split("multiplied by ")[1].split()[0])
    weaker = [{**pair, "rank": round(factor * pair["rank"], 3)} for pair in given_]  # type: ignore[operator]
    assert draw(together(correlations=weaker), 10).count == 10
    assert factor > 0.4


def test_the_same_pair_twice_is_refused() -> None:
    pair = {"between": ["cost_post", "arrival"], "rank": 0.2}
    with pytest.raises(InvalidInput, match="cannot be paired"):
        draw(together(correlations=[pair, pair]), 10)


def test_no_draws_are_too_few() -> None:
    with pytest.raises(InvalidInput, match="too few"):
        draw(unsure(), 0)


def test_a_scenario_without_ranges_has_draws_of_nothing() -> None:
    drawn = draw(unsure(certain=True), 7)
    assert drawn.values.shape == (7, 0)
    assert drawn.count == 7


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ({"distribution": "uniform", "low": None, "high": None}, "needs a low or a high end"),
        ({"distribution": "lognormal", "low": 0}, "above 0"),
        ({"outcomes": [{"value": 1, "probability": 1}]}, "only a discrete number"),
        (
            {"distribution": "discrete", "outcomes": [{"value": 1, "probability": 0.5}]},
            "do not add up to 1",
        ),
    ],
)
def test_impossible_distributions_are_refused(entries: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        number(**entries)


def test_every_distribution_is_drawn() -> None:
    for shape in Distribution:
        values = value_at(number(str(shape)), POINTS)
        assert np.isfinite(values).all()
        assert np.ptp(values) > 0


def test_the_ends_of_the_cube_give_finite_numbers() -> None:
    """The draws keep within (0, 1), where every number has a value; none may be at an end."""
    known = factors(unsure())
    drawn = draws_at(known, np.array([[0.0], [1.0]]).repeat(len(known.names), axis=1))
    assert np.isfinite(drawn.values).all()
    assert drawn.points.min() > 0.0
    assert drawn.points.max() < 1.0
