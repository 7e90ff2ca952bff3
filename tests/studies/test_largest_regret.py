"""What a plan gives up in its worst draw, on outcomes written down by hand."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.studies.robust import judged_plans
from optimizer.studies.robust.unseen_draws import Fresh

# three plans in four draws, and the best that each draw allows
OUTCOMES = np.array([[10.0, 9.0, 7.0], [4.0, 6.0, 7.0], [8.0, 8.0, 7.0], [5.0, 6.0, 7.0]])
BEST = np.array([10.0, 8.0, 9.0, 7.0])
WITHOUT_VALUE = np.array([[np.nan, 0.0, 0.0]])


def test_the_largest_regret_is_the_largest_and_not_the_mean() -> None:
    outcomes = np.vstack([OUTCOMES, WITHOUT_VALUE])  # the last draw counts for no plan
    fresh = Fresh(("central", "middle", "careful"), outcomes, outcomes / 2, np.append(BEST, 99.0))
    rows = {row["plan"]: row for row in judged_plans.measured(fresh)}
    regret = {name: row["most_regret"] for name, row in rows.items()}
    assert regret == {"central": 4.0, "middle": 2.0, "careful": 3.0}
    added = {name: row["regret_added"] for name, row in rows.items()}
    assert added == {"central": 2.0, "middle": 0.0, "careful": 1.0}
    mean = {name: row["mean"] for name, row in rows.items()}
    assert mean == pytest.approx({"central": 6.75, "middle": 7.25, "careful": 7.0})
    given_up = {name: row["mean_given_up"] for name, row in rows.items()}
    assert given_up == pytest.approx({"central": 0.5, "middle": 0.0, "careful": 0.25})
    heads = {name: row["net_people"] for name, row in rows.items()}
    assert heads == pytest.approx({"central": 3.375, "middle": 3.625, "careful": 3.5})
