"""What it is worth to learn one uncertain quantity before choosing among options (EVPPI).

By series regression (Strong, Oakley and Brennan, 2014, Medical Decision Making 34): the payoff each
option is expected to have, once a number is known, is a smooth function of that number, fitted to
the draws. One half of the draws fits, the other half tells what the choices so made yield, and the
other way round; so chance is not taken for value. The halves are drawn by lot: points that are
spread evenly (Sobol, Halton, a grid) alternate between parts of the range, so that every second one
of them is no sample.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.polynomial.legendre import legvander

from optimizer.lp.program import FloatArray

DEGREE = 5
FEWEST = 40
"""Draws below which no value is estimated."""
SEED = 20_250_601
"""Draws the halves, the same for everybody."""


class Learned(NamedTuple):
    """The value of learning a number and its standard error, in the unit of the payoff."""

    value: float
    error: float


def evppi(payoff: FloatArray, point: FloatArray) -> Learned:
    """Value of knowing a number whose draws stand at `point` (draws,) of (0, 1) in its range.

    `payoff` is (options, draws). A number that does not vary is worth nothing; so is one that
    changes no choice. NaN with fewer than FEWEST draws.
    """
    draws = len(point)
    if np.ptp(point) == 0.0:
        return Learned(0.0, 0.0)
    if draws < FEWEST:
        return Learned(float("nan"), float("nan"))
    basis = legvander(2.0 * point - 1.0, DEGREE)
    halves = np.random.default_rng(SEED).permutation(draws) % 2 == 0
    gains = np.zeros(draws)
    for fit, tell in ((halves, ~halves), (~halves, halves)):
        blind = int(payoff[:, fit].mean(axis=1).argmax())
        over = (payoff - payoff[blind]).T  # differences vary less than payoffs do
        weights = np.linalg.lstsq(basis[fit], over[fit], rcond=None)[0]
        choice = (basis[tell] @ weights).argmax(axis=1)
        gains[tell] = over[tell, choice]
    error = float(gains.std(ddof=1) / np.sqrt(draws))
    return Learned(max(0.0, float(gains.mean())), error)
