"""The model of costs: what it must give back of costs that were made up, and of none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from optimizer.evidence.costs import EFFECTS, POSTS, Costs, costs_of
from optimizer.evidence.model import BEFORE, COMMON, Posterior, fit
from optimizer.evidence.predictive import Asked, crps, foretold
from optimizer.inputs.evidence import load_evidence

LEVELS = np.array([6.0, 5.0, 5.5, 4.0, 3.0])
PULLS = np.array([0.4, 0.7, -0.4, -0.3, 0.1])


def made_up(rows: int, *, spread: float = 0.6, seed: int = 1) -> Costs:
    """Costs by the model itself: half of the variance is the scheme's, three rows a scheme."""
    rng = np.random.default_rng(seed)
    schemes = rows // 3
    post, scheme = rng.integers(0, len(POSTS), rows), np.arange(rows) % schemes
    effects = np.column_stack([
        rng.normal(0.0, 0.6, rows), *(rng.random(rows) < 0.3 for _ in EFFECTS[1:]),
    ]).astype(float)  # fmt: skip
    error, ours = rng.normal(0, spread * 0.5**0.5, (2, rows))
    log_cost = LEVELS[post] + effects @ PULLS + ours[:schemes][scheme] + error
    return Costs(
        tuple(f"r{i}" for i in range(rows)), ("KOR",) * rows,
        tuple(f"s{i}" for i in range(schemes)), log_cost, post, scheme, effects,
        np.ones(rows), np.zeros(rows),
    )  # fmt: skip


@pytest.fixture(scope="module")
def many() -> tuple[Costs, Posterior]:
    costs = made_up(900)
    return costs, fit(costs, chains=16)


def test_what_costs_were_made_from_is_found_again(many: tuple[Costs, Posterior]) -> None:
    _costs, found = many
    assert found.levels.mean(axis=0) == pytest.approx(LEVELS, abs=0.15)
    assert found.effects.mean(axis=0) == pytest.approx(PULLS, abs=0.15)
    assert found.spread.mean() == pytest.approx(0.6, abs=0.06)
    assert found.share.mean() == pytest.approx(0.5, abs=0.12)


def test_without_rows_nothing_is_known_but_what_was_before() -> None:
    nothing = fit(made_up(3).some([]), chains=64)
    for i, name in enumerate(EFFECTS):
        mean, sd = BEFORE[name]
        assert nothing.effects[:, i].mean() == pytest.approx(mean, abs=0.05)
        assert nothing.effects[:, i].std() == pytest.approx(sd, rel=0.1)
    assert nothing.common.mean() == pytest.approx(COMMON[0], abs=0.3)


def test_the_same_seed_gives_the_same_draws_and_another_the_same_answer() -> None:
    costs = made_up(60)
    one, same, other = (fit(costs, seed=seed, chains=32) for seed in (1, 1, 2))
    assert (one.levels == same.levels).all()
    assert one.effects.mean(axis=0) == pytest.approx(other.effects.mean(axis=0), abs=0.05)


def test_more_of_a_known_scheme_is_foretold_more_narrowly_than_a_new_one(
    many: tuple[Costs, Posterior],
) -> None:
    """The errors share their variance: 0.42 of 0.6 is left where the scheme is known."""
    costs, posterior = many
    none = (0.0,) * len(EFFECTS)
    new = foretold(posterior, costs, Asked(POSTS[0], none))
    more = foretold(posterior, costs, Asked(POSTS[0], none, scheme="s0"))
    assert new.draws.std() == pytest.approx(0.6, abs=0.06)
    assert more.draws.std() < 0.9 * new.draws.std()
    assert foretold(posterior, costs, Asked(POSTS[0], none, scheme="x")).draws.std() == (
        pytest.approx(new.draws.std())
    )


def test_errors_of_a_weak_grade_and_of_a_term_widen(many: tuple[Costs, Posterior]) -> None:
    costs, posterior = many
    sure = Asked(POSTS[0], (0.0,) * len(EFFECTS), scheme="s0")
    plain = foretold(posterior, costs, sure).draws.std()
    assert foretold(posterior, costs, replace(sure, wider=2.0)).draws.std() > 1.5 * plain
    assert foretold(posterior, costs, replace(sure, term_sd=1.0)).draws.std() > 1.0


def test_scores_of_a_normal_distribution() -> None:
    """CRPS of N(0, 1) at 0 is (2 - √2)/√(2π) = 0.2337 (Gneiting and Raftery, 2007)."""
    draws = np.random.default_rng(1).normal(size=200_000)
    assert crps(draws, 0.0) == pytest.approx((2 - 2**0.5) / (2 * np.pi) ** 0.5, abs=0.002)


def test_costs_are_read_off_the_observations() -> None:
    evidence = load_evidence()
    costs = costs_of(evidence)
    assert len(costs.names) == len(set(costs.names)) > 60
    assert len(set(costs.countries)) >= 15
    assert costs.effects.shape == (len(costs.names), len(EFFECTS))
    for row in evidence.observations.values():
        if row.id in costs.names and row.currency == "KRW" and row.price_year == 2025:
            heads = 1.0 if row.money_covers == "one_head" else row.stated
            assert row.money is not None
            assert row.years is not None
            assert heads is not None
            at = costs.names.index(row.id)
            paid = row.money / (heads * row.years)
            assert np.exp(costs.log_cost[at]) == pytest.approx(paid)
