"""Published decisions under uncertainty: Thompson Lumber, Goferbroke, Ishigami, and a known box."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.studies.decision_table import DecisionTable
from optimizer.studies.partial_information import FEWEST, evppi
from optimizer.studies.prim import find_box
from optimizer.studies.sobol import sobol_indices

THOMPSON = DecisionTable(np.array([[200.0, -180.0], [100.0, -20.0], [0.0, 0.0]]))
"""Large plant, small plant, nothing; favourable and unfavourable market (Render and Stair, k$)."""
GOFERBROKE = DecisionTable(np.array([[700.0, -100.0], [90.0, 90.0]]), np.array([0.25, 0.75]))
"""Drill or sell; oil or dry (Hillier, k$)."""


def test_thompson_lumber() -> None:
    large, small, nothing = 0, 1, 2
    assert THOMPSON.maximin == nothing
    assert THOMPSON.minimax_regret == small
    assert THOMPSON.regret.max(axis=1).tolist() == [180.0, 100.0, 200.0]
    assert THOMPSON.best_expected == small
    assert THOMPSON.expected.tolist() == [10.0, 40.0, 0.0]
    assert THOMPSON.evpi == 60.0
    assert large != small


def test_goferbroke() -> None:
    assert GOFERBROKE.best_expected == 0
    assert GOFERBROKE.expected.tolist() == [100.0, 90.0]
    assert GOFERBROKE.with_perfect_information == 242.5
    assert GOFERBROKE.evpi == 142.5


def test_chances_must_fit_the_states() -> None:
    for chances in ([0.5, 0.6], [1.5, -0.5], [1.0]):
        with pytest.raises(ValueError, match="chance"):
            DecisionTable(np.eye(2), np.array(chances))


@given(st.integers(1, 5), st.integers(1, 6), st.integers(0, 10_000))
def test_information_is_never_worth_less_than_nothing(options: int, states: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    table = DecisionTable(rng.normal(size=(options, states)), rng.dirichlet(np.ones(states)))
    assert table.evpi >= -1e-12
    assert table.regret.min() == 0.0
    assert table.evpi <= table.regret[table.best_expected].max() + 1e-12


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
    whole = DecisionTable(payoff).evpi
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
    from scipy.special import ndtri

    x, y = ndtri(point)
    payoff = np.stack([np.zeros_like(x), x + 2.0 * y])
    exact = 1.0 / np.sqrt(2.0 * np.pi)
    assert evppi(payoff, point[0]).value == pytest.approx(exact, abs=0.03)
    assert evppi(payoff, point[1]).value == pytest.approx(2 * exact, abs=0.03)


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
