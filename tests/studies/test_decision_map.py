"""A map of two numbers: each cell is the plan there, borders are where the leader changes."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.api import load_scenario
from optimizer.errors import InvalidInput
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.decision_map.study import Axis, DecisionMap, decision_map
from tests.studies.unsure import unsure


@pytest.fixture(scope="module")
def chart() -> DecisionMap:
    return decision_map(load_scenario("korea-2025"), "coef_ate_add", "objective.tiers.S", size=12)


def test_a_cell_is_the_plan_at_its_numbers(chart: DecisionMap) -> None:
    cells = chart.cells
    assert len(cells) == 144
    for n in (0, 77, 143):
        row = cells.iloc[n]
        settings = [
            f"evidence.coef_ate_add={{value: {row['x']}}}", f"objective.tiers.S={row['y']}"
        ]  # fmt: skip
        plan = bare_plan(load_scenario("korea-2025", settings))
        spent = plan.allocation.groupby("programme")["spending"].sum()
        assert row["objective"] == pytest.approx(plan.objective, rel=chart.gap + 1e-9)
        assert row["leader"] == spent.idxmax()
        for programme, money in spent.items():
            assert row[f"money_{programme}"] == pytest.approx(money, abs=0.1 * 18000)


def test_the_table_and_the_picture_agree(chart: DecisionMap) -> None:
    names = np.array([*chart.programmes, ""])
    assert names[chart.leader].ravel().tolist() == chart.cells["leader"].tolist()
    assert chart.cells["x"].unique().tolist() == chart.xs.tolist()
    assert sum(chart.shares.values()) == pytest.approx(1.0)
    assert (chart.xs[0], chart.xs[-1]) == (0.1, 0.6)
    assert chart.gap < 0.05


def test_borders_lie_between_the_cells_they_part(chart: DecisionMap) -> None:
    assert len(chart.borders) == int((chart.leader[:, 1:] != chart.leader[:, :-1]).sum())
    step = chart.xs[1] - chart.xs[0]
    for row in chart.borders.itertuples():
        assert row.left != row.right
        j = int(np.flatnonzero(chart.ys == row.y)[0])
        i = int((row.x - chart.xs[0]) // step)
        assert chart.programmes[chart.leader[j, i]] == row.left
        assert chart.programmes[chart.leader[j, i + 1]] == row.right


def test_institutes_lead_where_training_adds_little_and_stars_weigh_much(
    chart: DecisionMap,
) -> None:
    institutes = chart.leader == chart.programmes.index("research_institutes")
    assert institutes[-1, 0]
    assert not institutes[:, -1].any()
    assert (np.diff(institutes.sum(axis=1)) >= 0).all()  # more of them the more a star weighs
    assert any("A-team cultivation leads" in s.in_("en") for s in chart.sentences)


def test_ranges_may_be_given_and_budgets_may_vary() -> None:
    answer = decision_map(unsure(), Axis("budget.total", 100, 900), Axis("kept", 0.2), size=5)
    assert (answer.xs[0], answer.xs[-1]) == (100, 900)
    assert answer.ys[0] == 0.2
    spent = answer.cells[["money_institutes", "money_visa"]].sum(axis=1)
    assert (spent <= answer.cells["x"] * (1 + 1e-9)).all()
    objective = answer.cells["objective"].to_numpy().reshape(5, 5)
    assert (np.diff(objective, axis=1) > 0).all()
    assert (np.diff(objective, axis=0) >= -1e-9).all()


@pytest.mark.parametrize(
    ("x", "y", "size", "said"),
    [
        ("arrival", "arrival", 5, "same number"),
        ("arrival", "nonsense", 5, "no number at this place"),
        ("arrival", Axis("kept", 2, 1), 5, "nothing from 2 to 1"),
        ("arrival", "kept", 1, "cannot be drawn"),
        ("arrival", "kept", 4000, "cannot be drawn"),
        ("arrival", Axis("kept", -1), 5, "-1 is out of range"),
    ],
)
def test_maps_that_cannot_be_drawn_are_refused(x: str, y: str | Axis, size: int, said: str) -> None:
    with pytest.raises(InvalidInput, match=said):
        decision_map(unsure(), x, y, size=size)


def test_a_number_that_has_to_be_positive_is_never_nought() -> None:
    """What the state rents is the ceiling and, in a product, the scale of a curve."""
    korea = load_scenario("korea-2025")
    answer = decision_map(korea, "gpu_rented_by_state", "coef_exit_A", size=3)
    assert 0.0 < answer.xs[0] < answer.xs[-1]
    assert np.isfinite(answer.cells["objective"]).all()
    with pytest.raises(InvalidInput, match="more than 0"):
        decision_map(korea, Axis("gpu_rented_by_state", 0), "coef_exit_A", size=3)
