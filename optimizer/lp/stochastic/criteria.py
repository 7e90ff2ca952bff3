"""What a plan for many draws is measured by: the mean, the worst draws, or the largest regret."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from optimizer.lp.program import FloatArray, MalformedProgram
from optimizer.lp.solution import NoSolution


@dataclass(frozen=True)
class Mean:
    """The expected objective."""


@dataclass(frozen=True)
class CVaR:
    """The mean of the worst 1 − `level` of the draws (Rockafellar and Uryasev, 2000).

    Level 0 is the mean, level 1 the worst draw. `weight` of it is mixed with 1 − `weight` of the
    expected objective.
    """

    level: float = 0.95
    weight: float = 1.0

    def __post_init__(self) -> None:
        if not (0.0 <= self.level <= 1.0 and 0.0 <= self.weight <= 1.0):
            raise MalformedProgram("The level and the weight of a CVaR lie between 0 and 1.")


@dataclass(frozen=True)
class Regret:
    """The largest loss of any draw against that draw's own optimum; always made least."""


Criterion = Mean | CVaR | Regret


def criterion_value(
    criterion: Criterion,
    outcomes: FloatArray,
    probability: FloatArray,
    *,
    maximise: bool = True,
    best: FloatArray | None = None,
) -> float:
    """What `outcomes` (D,) come to; `best` (D,) are the optima of the draws, for the regret.

    NaN in a draw that counts gives the worst infinity (the best for no criterion).
    """
    sign, counted = (1.0 if maximise else -1.0), probability > 0
    values, chance = sign * outcomes[counted], probability[counted]
    if np.isnan(values).any():
        return inf if isinstance(criterion, Regret) else -sign * inf
    if isinstance(criterion, Regret):
        if best is None:
            raise NoSolution("Regret is measured against the optimum of each draw.")
        return float((sign * best[counted] - values).max())
    mean = float(chance @ values)
    if isinstance(criterion, Mean):
        return sign * mean
    tail = worst_tail(values, chance, criterion.level)
    return sign * ((1.0 - criterion.weight) * mean + criterion.weight * float(tail @ values))


def worst_tail(values: FloatArray, probability: FloatArray, level: float) -> FloatArray:
    """Weights (D,) of the worst 1 − level of the probability; they sum to one."""
    weights = np.zeros(len(values))
    order = np.argsort(values, kind="stable")
    mass = 1.0 - level
    if mass <= 1e-12:
        weights[order[0]] = 1.0
        return weights
    before = np.concatenate([[0.0], np.cumsum(probability[order])[:-1]])
    weights[order] = np.clip(mass - before, 0.0, probability[order])
    return np.asarray(weights / weights.sum())
