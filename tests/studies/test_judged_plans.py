"""A plan made for a criterion is the best by it among the plans that were found."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.studies.robust.judged_plans import each_its_own
from optimizer.studies.robust.unseen_draws import Fresh


@pytest.mark.parametrize(("own", "taken"), [(5.0, 0), (6.0, 1), (7.0, 1)])
def test_a_better_plan_by_the_same_measure_takes_the_place(own: float, taken: int) -> None:
    """`central` is 6 on the average of two draws, as 4 and 8; `mean` was made for the average."""
    goal, people = np.array([[4.0, own], [8.0, own]]), np.array([[1.0, 2.0], [1.0, 2.0]])
    made_for = Fresh(("central", "mean"), goal, people, np.array([9.0, 9.0]))
    money = {"central": {("p", 2025): 1.0}, "mean": {("p", 2025): 2.0}}
    chosen, best = each_its_own(made_for, money)
    assert best == {"central": money["central"], "mean": money[("central", "mean")[taken]]}
    assert chosen.objective.tolist() == goal[:, [0, taken]].tolist()
    assert chosen.net_people.tolist() == people[:, [0, taken]].tolist()
