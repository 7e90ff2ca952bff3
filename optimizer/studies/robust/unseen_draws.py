"""Plans judged on draws that no search has seen: is their difference more than noise?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from optimizer.lp.program import FloatArray

TAIL = 0.05
"""Share of the draws that counts as the worst."""
STANDS_OUT = 2.0
"""Standard errors beyond which a difference is no longer taken for noise."""


@dataclass(frozen=True)
class Fresh:
    """K plans in D fresh draws: `objective` and `net_people` (D, K), `best` (D,) of each draw."""

    names: tuple[str, ...]
    objective: FloatArray
    net_people: FloatArray
    best: FloatArray

    @property
    def count(self) -> int:
        """Number of draws."""
        return len(self.best)

    @property
    def known(self) -> Fresh:
        """The draws in which every plan has a value."""
        there = ~(np.isnan(self.objective).any(axis=1) | np.isnan(self.best))
        return Fresh(self.names, self.objective[there], self.net_people[there], self.best[there])


def tail_scores(values: FloatArray, share: float = TAIL) -> FloatArray:
    """One score for each value (draws,), whose mean is the mean of the worst `share` of them.

    The score is q − (q − value)⁺ / share with the quantile q (Rockafellar and Uryasev); its spread
    gives the standard error of the tail's mean.
    """
    ordered = np.sort(values)
    place = max(0, int(np.ceil(share * len(values) - 1e-9)) - 1)
    quantile = ordered[place]
    return np.asarray(quantile - np.maximum(0.0, quantile - values) / share)


def verdict(mean: FloatArray, tail: FloatArray) -> dict[str, float | bool]:
    """Gains from paired differences (draws,) of values and of tail scores, with standard errors."""
    gains, errors = [], []
    for pairs in (mean, tail):
        spread = float(pairs.std(ddof=1)) if len(pairs) > 1 else 0.0
        gains.append(float(pairs.mean()))
        errors.append(spread / float(np.sqrt(len(pairs))))
    real = [abs(g) > max(STANDS_OUT * e, 1e-9) for g, e in zip(gains, errors, strict=True)]
    return {
        "mean_gain": gains[0], "mean_error": errors[0],
        "worst_5_gain": gains[1], "worst_5_error": errors[1], "real": any(real),
    }  # fmt: skip
