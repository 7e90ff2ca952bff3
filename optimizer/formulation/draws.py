"""Draws of a scenario's uncertain numbers: well-spread points put through their distributions.

SciPy is loaded when it is first needed: it would double the time a plain command takes to start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.domain.uncertainty import Distribution
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.uncertain import Factors, Uncertain, factors
from optimizer.i18n import _, figure
from optimizer.lp.program import FloatArray

MOST_DRAWS = 500_000
"""Draws of one study."""
MOST_VALUES = 50_000_000
"""Draws times uncertain numbers: 400 MB each time they are held."""
_TAIL = 1e-12
_REACH, _NODES = 7.1, 769  # normal scores of the tails, and nodes between them
_SIDE = 1.6448536269514722  # standard deviations from the mean to the 95% point


class Points(StrEnum):
    """How the points of a sample are spread over the unit cube."""

    LATIN = "latin"
    """Latin hypercube: each factor has exactly one draw in each of N equal slices."""
    SOBOL = "sobol"
    """Scrambled Sobol sequence: N + 1 draws begin with the same N."""
    RANDOM = "random"
    """Independent uniform points."""


@dataclass(frozen=True)
class Draws:
    """Values of uncertain numbers by name, each (draws,), and the unit points behind them.

    `points` (draws, factors) lie in (0, 1) and already carry the correlations.
    """

    names: tuple[str, ...]
    values: FloatArray
    """Shape (draws, numbers), in the order of `names`."""
    factors: tuple[str, ...]
    points: FloatArray

    @property
    def count(self) -> int:
        """Number of draws."""
        return len(self.values)

    def of(self, name: str) -> FloatArray:
        """The draws of one number."""
        return self.values[:, self.names.index(name)]

    def instead(self, start: int = 0, stop: int | None = None) -> Mapping[str, FloatArray]:
        """What `case_of` takes: name → draws `start` to `stop`."""
        some = self.values[start:stop]
        return {name: np.ascontiguousarray(some[:, j]) for j, name in enumerate(self.names)}


def draw(scenario: Scenario, count: int, *, seed: int = 1, points: Points = Points.LATIN) -> Draws:
    """`count` draws of the scenario's uncertain numbers; the same seed gives the same draws.

    Raises InvalidInput for none or too many of them, a negative seed, wrong groups or correlations.
    """
    if count < 1:
        problem = _("{count} draws are too few.", count=count)
        raise InvalidInput([Issue("draws", problem, _("Ask for 1 or more."))])
    known = factors(scenario)
    most = min(MOST_DRAWS, MOST_VALUES // max(1, len(known.numbers)))
    if count > most:
        problem = _("{count} draws are too many.", count=figure(count))
        remedy = _("Ask for at most {most}.", most=figure(most))
        raise InvalidInput([Issue("draws", problem, remedy)])
    if seed < 0:
        problem = _("{seed} is no seed.", seed=seed)
        raise InvalidInput([Issue("seed", problem, _("Give 0 or more."))])
    cube = unit_points(count, len(known.names), seed=seed, points=points)
    if known.correlation is not None:
        cube = correlated(cube, known.correlation)
    return draws_at(known, cube)


def draws_at(known: Factors, cube: FloatArray) -> Draws:
    """The draws at given unit points, shape (draws, factors)."""
    cube = np.clip(cube, _TAIL, 1.0 - _TAIL)
    columns = [
        value_at(number, cube[:, j])
        for j, members in enumerate(known.members.values())
        for number in members
    ]
    values = np.column_stack(columns) if columns else np.zeros((len(cube), 0))
    return Draws(tuple(n.name for n in known.numbers), values, known.names, cube)


def unit_points(
    count: int, dimensions: int, *, seed: int, points: Points = Points.LATIN
) -> FloatArray:
    """Points of the unit cube, shape (count, dimensions)."""
    if dimensions == 0:
        return np.zeros((count, 0))
    from scipy.stats import qmc

    source = np.random.default_rng(seed)
    if points is Points.RANDOM:
        return source.random((count, dimensions))
    if points is Points.LATIN:
        return np.asarray(qmc.LatinHypercube(dimensions, rng=source).random(count))
    power = max(1, int(np.ceil(np.log2(count))))
    return np.asarray(qmc.Sobol(dimensions, rng=source).random_base2(power))[:count]


def correlated(cube: FloatArray, correlation: FloatArray) -> FloatArray:
    """Unit points with these correlations of their normal scores (Gaussian copula)."""
    from scipy import special

    size, vectors = np.linalg.eigh(correlation)
    root = vectors * np.sqrt(np.maximum(size, 0.0)) @ vectors.T
    scores = special.ndtri(np.clip(cube, _TAIL, 1.0 - _TAIL)) @ root
    return np.asarray(special.ndtr(scores))


def value_at(number: Uncertain, points: FloatArray) -> FloatArray:
    """The number at points of (0, 1) of its distribution, shape (draws,)."""
    quantity, middle = number.quantity, number.quantity.value
    low, high = quantity.ends
    shape = quantity.distribution or Distribution.PERT
    values: Any
    if low == high:
        return np.full(len(points), middle)
    match shape:
        case Distribution.PERT:
            mode = (middle - low) / (high - low)
            values = low + (high - low) * _beta(points, 1.0 + 4.0 * mode, 5.0 - 4.0 * mode)
        case Distribution.TRIANGULAR:
            mode = (middle - low) / (high - low)
            rise, fall = np.sqrt(points * mode), 1.0 - np.sqrt((1.0 - points) * (1.0 - mode))
            values = low + (high - low) * np.where(points <= mode, rise, fall)
        case Distribution.UNIFORM:
            values = low + (high - low) * points
        case Distribution.NORMAL:
            values = _cut(points, number, middle, (high - low) / (2.0 * _SIDE), False)
        case Distribution.LOGNORMAL:
            width = (np.log(high) - np.log(low)) / (2.0 * _SIDE)
            values = _cut(points, number, float(np.log(middle)), width, True)
        case Distribution.DISCRETE:
            values = _steps(points, number)
    return np.asarray(values, dtype=np.float64)


def _beta(points: FloatArray, first: float, second: float) -> FloatArray:
    """Quantiles of a beta distribution, within 1e-7: a spline over the normal score.

    The exact inverse takes longer than solving the draws' linear programmes.
    """
    from scipy import special
    from scipy.interpolate import CubicSpline

    scores = special.ndtri(points)
    nodes = np.linspace(-_REACH, _REACH, _NODES)
    exact = special.betaincinv(first, second, special.ndtr(nodes))
    return np.asarray(np.clip(CubicSpline(nodes, exact)(scores), 0.0, 1.0))


def _cut(
    points: FloatArray, number: Uncertain, mean: float, deviation: float, logarithm: bool
) -> FloatArray:
    """Normal values (of the logarithm) that stay within the limits of the number's places."""
    from scipy import special

    limits = np.array([number.least, number.most])
    if logarithm:
        with np.errstate(divide="ignore", invalid="ignore"):
            limits = np.where(limits > 0, np.log(np.maximum(limits, 0.0)), -np.inf)
    below, above = special.ndtr((limits - mean) / deviation)
    values = mean + deviation * special.ndtri(below + points * (above - below))
    return np.asarray(np.exp(values) if logarithm else values)


def _steps(points: FloatArray, number: Uncertain) -> FloatArray:
    """Discrete values: the outcomes, or low, value and high (Swanson's 30-40-30)."""
    quantity = number.quantity
    low, high = quantity.ends
    pairs = [(o.value, o.probability) for o in quantity.outcomes] or [
        (low, 0.3), (quantity.value, 0.4), (high, 0.3)
    ]  # fmt: skip
    pairs.sort()
    edges = np.cumsum([p for _other, p in pairs])
    place = np.searchsorted(edges, points, side="right")
    return np.array([v for v, _other in pairs])[np.minimum(place, len(pairs) - 1)]
