"""How exactly draws tell the ends of an interval, and when there are enough of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from optimizer.lp.program import FloatArray

FIRST, MOST = 8192, 65536
"""Draws of an interval to begin with, and the most that are taken; doubled in between."""
MOST_WHOLE = 1024
"""The same where something is decided in whole numbers and every draw takes a search."""
PERSON, SHARE = 1.0, 0.02
"""Ends are told to one person, or to this share of the interval's width where that is more."""
SEEDS = 3.0
"""Ends that ten seeds give lie within about so many standard errors of each other."""
BLOCKS = 8
"""Runs of consecutive draws whose ends are compared with each other."""
LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95


class Interval(NamedTuple):
    """The 90% interval of an outcome over the draws, with the standard error of either end."""

    low: float
    middle: float
    high: float
    low_error: float
    high_error: float

    @property
    def stable(self) -> bool:
        """Whether other seeds would give the same ends within what is promised."""
        allowed = max(PERSON, SHARE * (self.high - self.low))
        return SEEDS * max(self.low_error, self.high_error) <= allowed


def interval_of(values: FloatArray) -> Interval | None:
    """The interval of draws (D,) in their order; None where no draw has a value.

    A run of consecutive draws is itself well spread, so ends differ between runs by as much as
    between seeds with as many draws; the error of all draws is that over the root of the runs.
    Too few draws for runs of their own have an error that is not known (NaN).
    """
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    low, middle, high = np.quantile(known, [LOW, MIDDLE, HIGH]).tolist()
    if len(known) < 20 * BLOCKS:
        return Interval(low, middle, high, np.nan, np.nan)
    ends = [np.quantile(part, [LOW, HIGH]) for part in np.array_split(known, BLOCKS)]
    errors = (np.std(ends, axis=0, ddof=1) / np.sqrt(BLOCKS)).tolist()
    return Interval(low, middle, high, errors[0], errors[1])
