"""The hierarchical model of costs: kinds of post share a mean, rows of a scheme an effect.

log cost = level of the kind of post + effects + effect of the scheme + error of the term + error.

Levels are normal around a common one; errors are Student-t, with a scale by grade, and share their
variance with the effects of schemes. Its posterior is drawn by Gibbs sampling in many chains at
once (Gelman and others, Bayesian Data Analysis, 3rd ed., ch. 11, 15 and 17): scale mixtures make
every step a draw from a known distribution. The same seed gives the same draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

import numpy as np

from optimizer.evidence.costs import EFFECTS, POSTS, Costs
from optimizer.lp.program import FloatArray

CHAINS, WARM, KEPT = 32, 120, 150
"""Chains, sweeps that each leaves out, and sweeps it keeps: 4,800 draws."""
COMMON = (log(100.0), 1.5)
"""Mean and standard deviation of the common level before anything is known: 100 million won."""
BEFORE = {
    "income": (0.5, 0.3), "more": (0.6, 0.5), "part": (-0.5, 0.5), "stipend": (-0.5, 0.5),
    "announced": (0.0, 0.3),
}  # fmt: skip
"""Mean and standard deviation of each effect before anything is known."""
BETWEEN, WITHIN = 0.75, 1.0
"""Scales of the half-normal distributions of what posts, and programmes, differ by."""
TAILS = np.array([2.5, 3.0, 4.0, 5.0, 7.0, 10.0, 15.0, 30.0])
"""Degrees of freedom of the errors, each as likely as the others before anything is known."""
_SPREADS = np.geomspace(0.02, 4.0, 40)
_SHARES = (np.arange(30) + 0.5) / 30


@dataclass(frozen=True, eq=False)
class Posterior:
    """D draws of what is not known: `levels` (D, len(POSTS)), `effects` (D, len(EFFECTS)).

    `common` and `between` (D,) are mean and spread of the levels; `spread` (D,) is what programmes
    differ by, `share` (D,) how much of its variance is the scheme's, `tails` (D,) the degrees of
    freedom of the errors; `schemes` (D, schemes) the effects of those that were seen.
    """

    levels: FloatArray
    effects: FloatArray
    common: FloatArray
    between: FloatArray
    spread: FloatArray
    share: FloatArray
    tails: FloatArray
    schemes: FloatArray


def fit(costs: Costs, *, seed: int = 1, chains: int = CHAINS, kept: int = KEPT) -> Posterior:
    """Draws of the posterior, `chains` × `kept` of them; without any row those of the prior."""
    return _Sampler(costs, np.random.default_rng(seed), chains).run(kept)


class _Sampler:
    """One state of all chains; every step draws a part of it given the rest."""

    def __init__(self, costs: Costs, rng: np.random.Generator, chains: int) -> None:
        self.costs, self.rng, self.chains = costs, rng, chains
        n, schemes, posts = len(costs.log_cost), len(costs.schemes), len(POSTS)
        self.design = np.hstack([np.eye(posts)[costs.post], costs.effects])
        products = self.design[:, :, None] * self.design[:, None, :]
        self.squares = products.reshape(n, self.design.shape[1] ** 2)
        self.members = np.eye(schemes)[costs.scheme]
        self.before = np.array([BEFORE[name] for name in EFFECTS])
        self.levels = COMMON[0] + rng.normal(size=(chains, posts))
        self.effects = np.tile(self.before[:, 0], (chains, 1))
        self.common, self.between = np.full(chains, COMMON[0]), np.full(chains, 0.5)
        self.spread, self.share = np.full(chains, 0.7), np.full(chains, 0.5)
        self.tails, self.weights = np.full(chains, 5.0), np.ones((chains, n))
        self.schemes, self.terms = np.zeros((chains, schemes)), np.zeros((chains, n))

    def run(self, kept: int) -> Posterior:
        """The draws after the chains have warmed up."""
        parts: list[tuple[FloatArray, ...]] = []
        for sweep in range(WARM + kept):
            self._step()
            if sweep >= WARM:
                parts.append((
                    self.levels.copy(), self.effects.copy(), self.common.copy(),
                    self.between.copy(), self.spread.copy(), self.share.copy(),
                    self.tails.copy(), self.schemes.copy(),
                ))  # fmt: skip
        return Posterior(*(np.concatenate(one) for one in zip(*parts, strict=True)))

    def _step(self) -> None:
        self._levels_and_effects()
        self._common_and_between()
        self._spread_and_share()
        self._schemes()
        self._terms()
        self._tails_and_weights()

    @property
    def _mean(self) -> FloatArray:
        """What levels and effects say of each row, (chains, n)."""
        return np.hstack([self.levels, self.effects]) @ self.design.T

    def _precision(self) -> FloatArray:
        """Precision of each row's error given its weight, (chains, n)."""
        variance = (self.spread**2 * (1.0 - self.share))[:, None] * self.costs.wider**2
        return np.asarray(self.weights / variance)

    def _residual(self, *, scheme: bool = True, term: bool = True) -> FloatArray:
        """What of each row is left, with the effect of its scheme or its term left in or not."""
        left = self.costs.log_cost - self._mean
        if scheme:
            left = left - self.schemes[:, self.costs.scheme]
        return left - self.terms if term else left

    def _levels_and_effects(self) -> None:
        """A normal distribution, all at once."""
        precision, posts = self._precision(), len(POSTS)
        prior = np.hstack([
            np.repeat(1.0 / self.between[:, None] ** 2, posts, axis=1),
            np.tile(1.0 / self.before[:, 1] ** 2, (self.chains, 1)),
        ])  # fmt: skip
        means = np.hstack([
            np.repeat(self.common[:, None], posts, axis=1),
            np.tile(self.before[:, 0], (self.chains, 1)),
        ])  # fmt: skip
        left = self.costs.log_cost - self.schemes[:, self.costs.scheme] - self.terms
        matrix = (precision @ self.squares).reshape(self.chains, *prior.shape[1:] * 2)
        matrix += prior[:, :, None] * np.eye(prior.shape[1])
        right = (precision * left) @ self.design + prior * means
        upper = np.swapaxes(np.linalg.cholesky(matrix), 1, 2)
        noise = np.linalg.solve(upper, self.rng.normal(size=right.shape)[:, :, None])
        drawn = (np.linalg.solve(matrix, right[:, :, None]) + noise)[:, :, 0]
        self.levels, self.effects = drawn[:, :posts], drawn[:, posts:]

    def _common_and_between(self) -> None:
        """The common level is normal; the spread of levels stands on a grid."""
        posts = len(POSTS)
        precision = posts / self.between**2 + 1.0 / COMMON[1] ** 2
        middle = self.levels.sum(axis=1) / self.between**2 + COMMON[0] / COMMON[1] ** 2
        self.common = middle / precision + self.rng.normal(size=self.chains) / np.sqrt(precision)
        squares = ((self.levels - self.common[:, None]) ** 2).sum(axis=1)[:, None]
        density = -posts * np.log(_SPREADS) - 0.5 * squares / _SPREADS**2
        density = density - 0.5 * (_SPREADS / BETWEEN) ** 2 + np.log(_SPREADS)
        self.between = self._spread_of(density)

    def _schemes(self) -> None:
        """Normal, each by the rows of its own."""
        precision = self._precision()
        variance = (self.spread**2 * self.share)[:, None]
        sums = self._by_scheme(precision * self._residual(scheme=False))
        total = self._by_scheme(precision) + 1.0 / variance
        noise = self.rng.normal(size=sums.shape) / np.sqrt(total)
        self.schemes = sums / total + noise

    def _terms(self) -> None:
        """Normal around nought, as wide as the range of the term; none where it is known."""
        precision, sd = self._precision(), self.costs.term_sd
        known = np.where(sd > 0.0, sd, 1.0)
        total = precision + 1.0 / known**2
        drawn = precision * self._residual(term=False) / total
        drawn = drawn + self.rng.normal(size=drawn.shape) / np.sqrt(total)
        self.terms = np.where(sd > 0.0, drawn, 0.0)

    def _spread_and_share(self) -> None:
        """One after the other on a grid, the effects of schemes integrated out."""
        weights = self.weights / self.costs.wider**2
        residual = self._residual(scheme=False)
        sums = [self._by_scheme(weights * residual**power) for power in (0, 1, 2)]
        rows = self._by_scheme(np.ones_like(weights))
        ours, left = np.outer(_SPREADS**2, self.share), np.outer(_SPREADS**2, 1.0 - self.share)
        density = _marginal(sums, rows, ours, left).T
        self.spread = self._spread_of(density + np.log(_SPREADS) - 0.5 * (_SPREADS / WITHIN) ** 2)
        ours, left = np.outer(_SHARES, self.spread**2), np.outer(1.0 - _SHARES, self.spread**2)
        picked = self._picked(_marginal(sums, rows, ours, left).T)
        self.share = _SHARES[picked] + (self.rng.random(self.chains) - 0.5) / len(_SHARES)

    def _by_scheme(self, numbers: FloatArray) -> FloatArray:
        """Sums over the rows of each scheme, (chains, schemes)."""
        return numbers @ self.members

    def _tails_and_weights(self) -> None:
        """Degrees of freedom on a grid by the errors themselves; then each error's weight."""
        variance = (self.spread**2 * (1.0 - self.share))[:, None] * self.costs.wider**2
        squares = self._residual() ** 2 / variance
        density = np.stack([_log_t(squares, nu).sum(axis=1) for nu in TAILS], axis=1)
        self.tails = TAILS[self._picked(density)]
        shape = 0.5 * (self.tails[:, None] + 1.0)
        rate = 0.5 * (self.tails[:, None] + squares)
        self.weights = self.rng.standard_gamma(np.broadcast_to(shape, rate.shape)) / rate

    def _spread_of(self, density: FloatArray) -> FloatArray:
        """A spread for each chain by the log density on the grid, anywhere in the cell picked."""
        step = _SPREADS[1] / _SPREADS[0]
        return np.asarray(
            _SPREADS[self._picked(density)] * step ** (self.rng.random(self.chains) - 0.5)
        )

    def _picked(self, density: FloatArray) -> FloatArray:
        """A number drawn for each chain with these log densities, (chains, choices)."""
        chance = np.exp(density - density.max(axis=1, keepdims=True))
        sums = np.cumsum(chance, axis=1)
        at = self.rng.random(self.chains)[:, None] * sums[:, -1:]
        return np.asarray((sums < at).sum(axis=1))


def _marginal(
    sums: list[FloatArray], rows: FloatArray, ours: FloatArray, left: FloatArray
) -> FloatArray:
    """Log density of the rows, (grid, chains), by variances `ours` of schemes and `left` of errors.

    `sums` are those of weights, of weighted residuals and of their weighted squares by scheme.
    """
    weight, first, second = sums
    ratio = (ours / left)[:, :, None]
    shrunk = 1.0 + ratio * weight
    squares = second - ratio * first**2 / shrunk
    density = rows * np.log(left)[:, :, None] + np.log(shrunk) + squares / left[:, :, None]
    return np.asarray(-0.5 * density.sum(axis=2))


def _log_t(squares: FloatArray, freedom: float) -> FloatArray:
    """Log density of Student's t at squared distances in its scale, but for what is shared."""
    from scipy.special import gammaln

    constant = gammaln(0.5 * (freedom + 1.0)) - gammaln(0.5 * freedom) - 0.5 * np.log(freedom)
    return np.asarray(constant - 0.5 * (freedom + 1.0) * np.log1p(squares / freedom))
