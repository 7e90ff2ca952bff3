"""Frontier efficiency as a general method: against another solver, other units, and nonsense."""

from __future__ import annotations

from math import inf, nan
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from scipy.optimize import linprog

from optimizer.lp.fronts.efficiency import efficiency
from optimizer.lp.program import MalformedProgram

figures = st.floats(0.1, 100.0).map(lambda v: float(f"{v:.3g}"))


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[float]], list[list[float]]]:
    units, m, s = draw(st.integers(2, 7)), draw(st.integers(1, 3)), draw(st.integers(1, 2))

    def table(width: int) -> list[list[float]]:
        return draw(
            st.lists(st.lists(figures, min_size=width, max_size=width), min_size=units,
                     max_size=units)
        )  # fmt: skip

    return table(m), table(s)


def names_of(x: list[list[float]]) -> list[str]:
    return [f"u{i}" for i in range(len(x))]


def by_weights(x: np.ndarray, y: np.ndarray, o: int, variable: bool) -> float:
    """The score from the other side: the weights that show unit o at its best (ratio form)."""
    free = [(None, None)] if variable else [(0, 0)]
    n, m, s = len(x), x.shape[1], y.shape[1]
    gains = np.concatenate([np.zeros(m), -y[o], [-1.0]])
    rows = np.hstack([-x, y, np.ones((n, 1))])
    own = np.concatenate([x[o], np.zeros(s), [0.0]])
    answer = linprog(gains, rows, np.zeros(n), own[None, :], [1.0], [(0, None)] * (m + s) + free)
    return float(-answer.fun)


@settings(max_examples=25)
@given(tables(), st.booleans())
def test_the_ratio_form_gives_the_same_scores(
    given_: tuple[list[list[float]], list[list[float]]], variable: bool
) -> None:
    x, y = np.array(given_[0]), np.array(given_[1])
    returns = "variable" if variable else "constant"
    found = efficiency(names_of(given_[0]), x, y, returns=returns)
    expected = [by_weights(x, y, o, variable) for o in range(len(x))]
    assert list(found.score.values()) == pytest.approx(expected, abs=1e-7)
    assert max(found.score.values()) == 1.0


@settings(max_examples=25)
@given(tables(), st.sampled_from(["input", "output"]), st.sampled_from(["constant", "variable"]))
def test_targets_are_made_of_peers_and_lie_on_the_frontier(
    given_: tuple[list[list[float]], list[list[float]]], orientation: str, returns: str
) -> None:
    x, y = np.array(given_[0]), np.array(given_[1])
    found = efficiency(names_of(given_[0]), x, y, orientation=orientation, returns=returns)
    for o, unit in enumerate(found.units):
        assert unit.certificate.passed
        factor = unit.score if orientation == "input" else 1.0
        growth = 1.0 / unit.score if orientation == "output" else 1.0
        assert unit.input_target == pytest.approx(factor * x[o] - unit.input_slack, rel=1e-6)
        assert unit.output_target == pytest.approx(growth * y[o] + unit.output_slack, rel=1e-6)
        assert returns == "constant" or sum(unit.peers.values()) == pytest.approx(1.0)
        assert all(found.units[int(peer[1:])].efficient for peer in unit.peers)


@settings(max_examples=15)
@given(tables(), st.sampled_from(["input", "output"]), st.sampled_from(["constant", "variable"]))
def test_units_of_measure_do_not_matter(
    given_: tuple[list[list[float]], list[list[float]]], orientation: str, returns: str
) -> None:
    x, y = np.array(given_[0]), np.array(given_[1])
    kind: dict[str, Any] = {"orientation": orientation, "returns": returns}
    plain = efficiency(names_of(given_[0]), x, y, **kind)
    restated = efficiency(names_of(given_[0]), x * 1e6, y / 1e3, **kind)
    assert list(restated.score.values()) == pytest.approx(list(plain.score.values()), rel=1e-7)


def test_one_input_and_one_output_is_the_ratio_to_the_best_ratio() -> None:
    x, y = [[2.0], [8.0], [1e6]], [[3.0], [1.0], [4e5]]
    found = efficiency(["a", "b", "c"], x, y)
    best = 3.0 / 2.0
    assert found.score == pytest.approx({"a": 1.0, "b": 0.125 / best, "c": 0.4 / best})
    assert found.units[2].peers == pytest.approx({"a": 4e5 / 3.0})


def test_a_unit_with_slack_is_on_the_frontier_but_not_efficient() -> None:
    found = efficiency(["lean", "idle"], [[1.0, 1.0], [1.0, 3.0]], [[1.0], [1.0]])
    assert found.score == {"lean": 1.0, "idle": 1.0}
    assert [u.efficient for u in found.units] == [True, False]
    assert found.units[1].input_slack.tolist() == pytest.approx([0.0, 2.0])


@pytest.mark.parametrize(
    ("names", "x", "y"),
    [
        (["a", "a"], [[1], [1]], [[1], [1]]),
        (["a"], [[1], [2]], [[1]]),
        (["a"], [1.0], [[1]]),
        (["a"], [[nan]], [[1]]),
        (["a"], [[1]], [[inf]]),
        (["a"], [[-1]], [[1]]),
        (["a"], [[0]], [[1]]),
        (["a"], [[1]], [[0, 0]]),
        ([], np.zeros((0, 1)), np.zeros((0, 1))),
    ],
)
def test_nonsense_is_refused(names: list[str], x: Any, y: Any) -> None:
    with pytest.raises(MalformedProgram):
        efficiency(names, x, y)
