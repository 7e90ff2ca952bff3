"""Whether the model holds what it says of rows that were left out with their country."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.evidence.costs import costs_of
from optimizer.evidence.scores import Score, left_out, share_inside, skill
from optimizer.inputs.evidence import load_evidence


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    """Every observation foretold without its country."""
    return left_out(costs_of(load_evidence()), "country", chains=12)


@pytest.mark.parametrize("level", [0.5, 0.9])
def test_intervals_hold_what_they_say(scores: list[Score], level: float) -> None:
    _share, low, high = share_inside(scores, level)
    assert low <= level <= high


def test_costs_are_foretold_better_than_by_the_mean_of_their_kind(scores: list[Score]) -> None:
    saved, low, _high = skill(scores)
    assert low > 0.0
    assert saved > 0.1
    mine = np.mean([s.log_score for s in scores])
    assert mine > np.mean([s.family_log_score for s in scores])


def test_a_share_has_the_interval_of_a_binomial() -> None:
    """Nine of ten inside: 55.5 % to 99.7 % (Clopper and Pearson, 1934)."""
    some = [Score(str(i), "", 0.5 if i else 0.999, 0, 0, 0, 0) for i in range(10)]
    assert share_inside(some, 0.9) == pytest.approx((0.9, 0.555, 0.9975), abs=5e-4)
