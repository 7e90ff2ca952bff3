"""Published decisions under uncertainty: Thompson Lumber, Goferbroke, Ishigami, and a known box."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import ndtri
from scipy.stats import norm, qmc

from optimizer.lp.stochastic.decision_table import decide
from optimizer.statistics.partial_information import FEWEST, evppi
from optimizer.statistics.prim import find_box
from optimizer.statistics.sobol import sobol_indices

THOMPSON = {"large": [200, -180], "small": [100, -20], "nothing": [0, 0]}
"""A plant in a favourable and an unfavourable market (Render and Stair, k$)."""
GOFERBROKE = {"drill": [700, -100], "sell": [90, 90]}
"""Oil or dry (Hillier, k$)."""


def test_thompson_lumber() -> None:
    found = decide(THOMPSON, [0.5, 0.5])
    assert found.maximin.name == "nothing"
    assert (found.minimax_regret.name, found.minimax_regret.value) == ("small", 100.0)
    assert (found.emv.name, found.emv.value) == ("small", 40.0)
    assert found.evpi == 60.0


def test_goferbroke() -> None:
    found = decide(GOFERBROKE, [0.25, 0.75])
    assert (found.emv.name, found.emv.value) == ("drill", 100.0)
    assert found.evpi == 142.5


def test_ishigami() -> None:
    """Closed-form indices for a = 7, b = 0.1."""

    def ishigami(cube: np.ndarray) -> dict[str, np.ndarray]:
        x = np.pi * (2 * cube - 1)
        value = np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])
        return {"y": value, "flat": np.full(len(cube), 3.0)}

    found = sobol_indices(["a", "b", "c"], ishigami, count=8192)
    y = found[found["outcome"] == "y"]
    assert y["first"].tolist() == pytest.approx([0.3139, 0.4424, 0.0], abs=0.01)
    assert y["total"].tolist() == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.01)
    assert (y["first_error"] < 0.05).all()
    flat = found[found["outcome"] == "flat"]
    assert flat[["first", "total"]].to_numpy().tolist() == [[0.0, 0.0]] * 3
    again = sobol_indices(["a", "b", "c"], ishigami, count=8192)
    assert again.equals(found)


def test_goferbroke_again_from_draws_of_a_signal() -> None:
    """Knowing a number that tells oil from dry is worth nearly the whole EVPI, an idle one nothing.

    Nearly, because the fit is smooth and the payoff jumps; never more, because the draws that judge
    a choice are not those it was made from.
    """
    rng = np.random.default_rng(1)
    tells, idle = rng.random(20_000), rng.random(20_000)
    payoff = np.where(tells < 0.25, [[700.0], [90.0]], [[-100.0], [90.0]])
    names = {name: row.tolist() for name, row in zip(GOFERBROKE, payoff, strict=True)}
    whole = decide(names, [1 / 20_000] * 20_000).evpi
    assert whole == pytest.approx(142.5, rel=0.02)
    found = evppi(payoff, tells)
    assert 0.9 * whole < found.value < whole
    assert found.error < 3.0
    nothing = evppi(payoff, idle)
    assert nothing.value <= 3 * nothing.error + 1e-9


def test_partial_information_of_two_normal_numbers() -> None:
    """Option 1 pays x + y, option 0 nothing: EVPPI(x) = E[max(0, x)] for centred numbers."""
    rng = np.random.default_rng(3)
    point = rng.random((2, 40_000))
    x, y = ndtri(point)
    payoff = np.stack([np.zeros_like(x), x + 2.0 * y])
    exact = 1.0 / np.sqrt(2.0 * np.pi)
    assert evppi(payoff, point[0]).value == pytest.approx(exact, abs=0.03)
    assert evppi(payoff, point[1]).value == pytest.approx(2 * exact, abs=0.03)


def spread(kind: str, draws: int, seed: int) -> np.ndarray:
    """So many points of the unit square, (draws, 2), of one kind."""
    rng = np.random.default_rng(seed)
    if kind == "sobol":
        return np.asarray(qmc.Sobol(2, rng=rng).random(draws))
    if kind == "latin hypercube":
        return np.asarray(qmc.LatinHypercube(2, rng=rng).random(draws))
    if kind == "halton":
        return np.asarray(qmc.Halton(2, rng=rng).random(draws))
    if kind == "grid":
        line = (np.arange(64) + 0.5) / 64
        return np.stack([g.ravel() for g in np.meshgrid(line, line)], axis=1)
    points = rng.random((draws, 2))
    if kind == "sorted":
        return points[points[:, 0].argsort()]
    if kind == "antithetic":
        return np.concatenate([points[: draws // 2], 1.0 - points[: draws // 2]], axis=1).reshape(
            -1, 2
        )
    return points


@pytest.mark.parametrize(
    "kind", ["sobol", "latin hypercube", "random", "halton", "grid", "sorted", "antithetic"]
)
@pytest.mark.parametrize("seed", [1, 2])
def test_partial_information_is_right_with_every_kind_of_points(kind: str, seed: int) -> None:
    """Decision max(0, a + b) of a ~ N(0, 2²) and b ~ N(-1, 1).

    Knowing one of them leaves the mean of the other: E max(0, N(-1, s²)) = s·φ(1/s) - Φ(-1/s).
    """
    point = spread(kind, 4096, seed)
    a, b = 2.0 * ndtri(point[:, 0]), ndtri(point[:, 1]) - 1.0
    payoff = np.stack([np.zeros_like(a), a + b])
    for column, size in ((0, 2.0), (1, 1.0)):
        exact = size * norm.pdf(1.0 / size) - norm.cdf(-1.0 / size)
        found = evppi(payoff, point[:, column])
        assert found.value == pytest.approx(exact, abs=3.0 * found.error)
        assert found.error < 0.017


def test_a_number_that_does_not_vary_is_worth_exactly_nothing() -> None:
    payoff = np.random.default_rng(0).normal(size=(3, 500))
    assert evppi(payoff, np.full(500, 0.5)) == (0.0, 0.0)


def test_too_few_draws_tell_nothing() -> None:
    found = evppi(np.eye(2, FEWEST - 1), np.linspace(0.1, 0.9, FEWEST - 1))
    assert np.isnan(found.value)


def test_a_box_that_is_there_is_found() -> None:
    points = np.random.default_rng(7).random((4000, 6))
    cases = (points[:, 2] < 0.3) & (points[:, 4] > 0.6)
    box = find_box(points, cases)
    assert box.limited.tolist() == [2, 4]
    assert box.high[2] == pytest.approx(0.3, abs=0.03)
    assert box.low[4] == pytest.approx(0.6, abs=0.03)
    assert box.density > 0.95
    assert box.coverage > 0.95
    assert box.support == pytest.approx(0.12, abs=0.02)
    inside = box.holds(points)
    assert box.density == pytest.approx(cases[inside].mean())
    assert box.coverage == pytest.approx(cases[inside].sum() / cases.sum())


def test_chance_makes_no_box_of_many_limits() -> None:
    rng = np.random.default_rng(8)
    box = find_box(rng.random((2000, 30)), rng.random(2000) < 0.05)
    assert len(box.limited) <= 3


def test_where_everything_is_a_case_there_is_no_limit() -> None:
    box = find_box(np.random.default_rng(9).random((200, 3)), np.ones(200, dtype=bool))
    assert len(box.limited) == 0
    assert (box.density, box.coverage, box.support) == (1.0, 1.0, 1.0)
