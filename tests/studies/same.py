"""Two studies that must not differ in a single bit."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pandas as pd

from optimizer.solving.draws.runs import Outcomes
from optimizer.studies.uncertainty.study import UnderUncertainty


def same_outcomes(one: Outcomes, other: Outcomes) -> None:
    """Every array is the same; seconds may differ."""
    for f in fields(Outcomes):
        if f.name != "inside":
            np.testing.assert_array_equal(getattr(one, f.name), getattr(other, f.name), f.name)


def same_answers(one: UnderUncertainty, other: UnderUncertainty) -> None:
    """Draws, outcomes, regrets, tables and sentences are the same."""
    np.testing.assert_array_equal(one.draws.values, other.draws.values)
    same_outcomes(one.outcomes, other.outcomes)
    np.testing.assert_array_equal(one.regrets, other.regrets)
    for name in ("distribution", "programmes", "years", "rankings", "regret", "conflicts"):
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name), check_exact=True)
    assert one.sentences == other.sentences
