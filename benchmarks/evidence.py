"""How well costs are foretold that were left out, and whether the sampler draws what it says.

    python benchmarks/evidence.py [--simulations 500] [--seed 1]

First every observation without its scheme, and without its country, beside the mean of its kind in
head-years. Then simulation-based calibration (Talts and others, 2018): costs are made up from the
model's own distributions, and the rank of what they were made from among the draws must be even.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from time import perf_counter

import numpy as np
from scipy.stats import chisquare

from optimizer.evidence.costs import EFFECTS, POSTS, Costs, costs_of
from optimizer.evidence.model import BEFORE, BETWEEN, COMMON, TAILS, WITHIN, Posterior, fit
from optimizer.evidence.scores import LEVELS, left_out, share_inside, skill
from optimizer.inputs.evidence import load_evidence

DRAWS, BINS = 63, 16
"""Chains of a simulation, one draw of each; places that ranks fall into."""
WATCHED = ("income", "more", "part", "announced", "common", "between", "spread", "share")
"""Quantities whose ranks are told."""


def main() -> None:
    """Score, simulate and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--simulations", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    costs = costs_of(load_evidence())
    start = perf_counter()
    fit(costs)
    taken, places = perf_counter() - start, len(set(costs.countries))
    print(f"{len(costs.names)} observations, {len(costs.schemes)} schemes, {places} countries")
    print(f"a fit takes {taken:.2f} s")
    for by in ("scheme", "country"):
        scores = left_out(costs, by)
        print(f"\nwithout its {by}: {len(scores)} rows")
        for level in LEVELS:
            share, low, high = share_inside(scores, level)
            print(f"  inside {level:.0%}: {share:.1%} ({low:.1%} to {high:.1%})")
        saved, low, high = skill(scores)
        print(f"  CRPS saved against the mean of its kind: {saved:.1%} ({low:.1%} to {high:.1%})")
        mine, plain = (np.mean([getattr(s, name) for s in scores])
                       for name in ("log_score", "family_log_score"))  # fmt: skip
        print(f"  log score {mine:.3f}, of the mean of its kind {plain:.3f}")
    ranks = np.array([
        ranked(costs, asked.seed * asked.simulations + i) for i in range(asked.simulations)
    ])  # fmt: skip
    print(f"\n{asked.simulations} simulations, p of even ranks in {BINS} places")
    for j, name in enumerate(WATCHED):
        counts = np.bincount(ranks[:, j] * BINS // (DRAWS + 1), minlength=BINS)
        print(f"  {name:<10} {chisquare(counts).pvalue:.3f}")


def ranked(costs: Costs, seed: int) -> list[int]:
    """Ranks of what a simulation was made from among the draws for it."""
    rng = np.random.default_rng([seed, 7])
    made, truth = simulated(costs, rng)
    found = fit(made, seed=seed, chains=DRAWS, kept=1)
    return [int((values(found, name) < truth[name]).sum()) for name in WATCHED]


def values(found: Posterior, name: str) -> np.ndarray:
    """The draws of a quantity."""
    if name in EFFECTS:
        return np.asarray(found.effects[:, EFFECTS.index(name)])
    return np.asarray(getattr(found, name))


def simulated(costs: Costs, rng: np.random.Generator) -> tuple[Costs, dict[str, float]]:
    """Costs made up for the same rows, and what they were made from."""
    n = len(costs.names)
    between, spread = (abs(rng.normal(0.0, scale)) for scale in (BETWEEN, WITHIN))
    share, tails = rng.random(), rng.choice(TAILS)
    common = rng.normal(*COMMON)
    levels = rng.normal(common, between, len(POSTS))
    effects = np.array([rng.normal(*BEFORE[name]) for name in EFFECTS])
    schemes = rng.normal(0.0, spread * share**0.5, len(costs.schemes))
    errors = spread * (1.0 - share) ** 0.5 * costs.wider * rng.standard_t(tails, n)
    terms = costs.term_sd * rng.normal(size=n)
    log_cost = levels[costs.post] + costs.effects @ effects + schemes[costs.scheme]
    truth = dict(zip(EFFECTS, effects.tolist(), strict=True))
    truth |= {"common": common, "between": between, "spread": spread, "share": share}
    return replace(costs, log_cost=log_cost + terms + errors), truth


if __name__ == "__main__":
    main()
