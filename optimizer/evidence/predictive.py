"""What the next programme will cost: a new scheme, or more of one whose price is known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln

from optimizer.evidence.costs import POSTS, Costs
from optimizer.evidence.model import Posterior
from optimizer.lp.program import FloatArray


@dataclass(frozen=True)
class Asked:
    """One cost to foretell: the kind of post, its place on `EFFECTS`, and how it is known.

    A `post` that is none of POSTS has a level of its own around the common one. A `scheme` that was
    seen keeps its effect; None, or one that was not, is a new one. `term_sd` widens by the term.
    """

    post: str
    effects: tuple[float, ...]
    scheme: str | None = None
    wider: float = 1.0
    term_sd: float = 0.0


@dataclass(frozen=True, eq=False)
class Predictive:
    """D equally likely answers: `middle` (D,) of the log cost, with Student-t errors around them.

    `scale` and `freedom` (D,) are those of the errors; `draws` (D,) are the middles with one error
    each, which quantiles and scores are read off.
    """

    middle: FloatArray
    scale: FloatArray
    freedom: FloatArray
    draws: FloatArray

    def quantiles(self, levels: tuple[float, ...]) -> FloatArray:
        """Quantiles of the log cost, (levels,)."""
        return np.quantile(self.draws, levels)

    def log_score(self, value: float) -> float:
        """Log density of the log cost that came about."""
        nu = self.freedom
        constant = gammaln(0.5 * (nu + 1)) - gammaln(0.5 * nu) - 0.5 * np.log(nu * np.pi)
        distance = (value - self.middle) / self.scale
        logs = constant - np.log(self.scale) - 0.5 * (nu + 1) * np.log1p(distance**2 / nu)
        top = float(logs.max())
        return top + float(np.log(np.exp(logs - top).mean()))

    def crps(self, value: float) -> float:
        """Continuous ranked probability score of the log cost that came about; less is better."""
        return crps(self.draws, value)


def foretold(posterior: Posterior, costs: Costs, asked: Asked, *, seed: int = 1) -> Predictive:
    """The predictive distribution of one cost; the same seed gives the same draws."""
    rng = np.random.default_rng(seed)
    count = len(posterior.spread)
    if asked.post in POSTS:
        level = posterior.levels[:, POSTS.index(asked.post)]
    else:
        level = posterior.common + posterior.between * rng.normal(size=count)
    if asked.scheme is not None and asked.scheme in costs.schemes:
        scheme = posterior.schemes[:, costs.schemes.index(asked.scheme)]
    else:
        scheme = posterior.spread * np.sqrt(posterior.share) * rng.normal(size=count)
    middle = level + posterior.effects @ np.array(asked.effects) + scheme
    middle = middle + asked.term_sd * rng.normal(size=count)
    scale = posterior.spread * np.sqrt(1.0 - posterior.share) * asked.wider
    errors = rng.normal(size=count) / np.sqrt(rng.chisquare(posterior.tails) / posterior.tails)
    return Predictive(middle, scale, posterior.tails, middle + scale * errors)


def crps(draws: FloatArray, value: float) -> float:
    """Continuous ranked probability score of equally likely draws (Gneiting and Raftery, 2007)."""
    ordered = np.sort(draws)
    count = len(ordered)
    spread = float(ordered @ (2.0 * np.arange(1, count + 1) - count - 1.0)) / count**2
    return float(np.abs(ordered - value).mean()) - spread
