"""How well costs are foretold that were left out: coverage, scores, and plainer ways beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.stats import beta, t as student

from optimizer.evidence.costs import POSTS, Costs
from optimizer.evidence.model import fit
from optimizer.evidence.predictive import Asked, Predictive, foretold

FAMILIES: Mapping[str, str] = {
    "senior_post": "posts", "fellow_post": "posts", "research_post": "posts",
    "training_place": "training", "course": "training",
}  # fmt: skip
"""Kinds of post that a plain mean takes together."""
LEVELS = (0.5, 0.8, 0.9)
"""Intervals whose coverage is told."""
RESAMPLES = 4000


@dataclass(frozen=True)
class Score:
    """One row foretold without its scheme or country: shares below it, and scores of both ways.

    `below` is the share of the predictive below what came about: it lies in the middle interval of
    size p where |below - 0.5| <= p / 2. The family is the mean of its kind in head-years.
    """

    name: str
    country: str
    below: float
    crps: float
    log_score: float
    family_crps: float
    family_log_score: float

    def inside(self, level: float) -> bool:
        """Whether it lies in the middle interval of this size."""
        return abs(self.below - 0.5) <= level / 2


def left_out(costs: Costs, by: str, *, seed: int = 1, chains: int = 64) -> list[Score]:
    """Every row foretold from those of other schemes (`by` "scheme") or countries ("country")."""
    groups = {"scheme": [costs.schemes[i] for i in costs.scheme], "country": list(costs.countries)}
    labels = np.array(groups[by])
    return list(chain.from_iterable(
        _without(costs, labels == label, seed, chains) for label in dict.fromkeys(groups[by])
    ))  # fmt: skip


def _without(costs: Costs, gone: NDArray[np.bool_], seed: int, chains: int) -> Iterator[Score]:
    """The rows of one group foretold from all others."""
    kept = costs.some(np.flatnonzero(~gone))
    posterior, others = fit(kept, seed=seed, chains=chains), family(kept)
    for i in np.flatnonzero(gone).tolist():
        post, value = POSTS[costs.post[i]], float(costs.log_cost[i])
        asked = Asked(
            post, tuple(costs.effects[i].tolist()), None, float(costs.wider[i]),
            float(costs.term_sd[i]),
        )  # fmt: skip
        mine = foretold(posterior, kept, asked, seed=seed + i)
        plain = others(post)
        yield Score(
            costs.names[i], costs.countries[i], float((mine.draws < value).mean()),
            mine.crps(value), mine.log_score(value), plain.crps(value), plain.log_score(value),
        )  # fmt: skip


def family(costs: Costs) -> Callable[[str], Predictive]:
    """The plain way: mean and spread of a kind's schemes in head-years, as Student's t."""

    def of(post: str) -> Predictive:
        wanted = FAMILIES.get(post)
        means = [
            float(costs.log_cost[mine].mean())
            for scheme in dict.fromkeys(costs.scheme.tolist())
            if (mine := (costs.scheme == scheme) & _of(costs, wanted)).any()
        ]
        count = len(means)
        sd = float(np.std(means, ddof=1)) * (1.0 + 1.0 / count) ** 0.5
        points = (np.arange(2000) + 0.5) / 2000
        draws = float(np.mean(means)) + sd * student.ppf(points, count - 1)
        same = np.ones(1)
        return Predictive(same * np.mean(means), same * sd, same * (count - 1), draws)

    return of


def _of(costs: Costs, wanted: str | None) -> NDArray[np.bool_]:
    mine = [wanted is None or FAMILIES[POSTS[k]] == wanted for k in costs.post]
    return np.array(mine, dtype=np.bool_)


def share_inside(scores: list[Score], level: float) -> tuple[float, float, float]:
    """The share inside the interval of this size, with its 95 % interval (Clopper-Pearson)."""
    n, k = len(scores), sum(s.inside(level) for s in scores)
    low = 0.0 if k == 0 else float(beta.ppf(0.025, k, n - k + 1))
    high = 1.0 if k == n else float(beta.ppf(0.975, k + 1, n - k))
    return k / n, low, high


def skill(scores: list[Score], *, seed: int = 1) -> tuple[float, float, float]:
    """CRPS saved against the family, as a share, with its 95 % interval by paired bootstrap."""
    mine = np.array([s.crps for s in scores])
    plain = np.array([s.family_crps for s in scores])
    rng = np.random.default_rng(seed)
    at = rng.integers(0, len(mine), (RESAMPLES, len(mine)))
    drawn = 1.0 - mine[at].mean(axis=1) / plain[at].mean(axis=1)
    low, high = np.quantile(drawn, [0.025, 0.975]).tolist()
    return float(1.0 - mine.mean() / plain.mean()), low, high
