"""Random programmes against an exact oracle; changes that do harm pass no certificate.

The long run is `python benchmarks/soundness.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import inf

import numpy as np
import pytest

from optimizer.lp import LinearProgram, check, program, solve
from optimizer.lp.boxes import implied_bounds
from optimizer.lp.certificate import check_plan
from optimizer.lp.confirm import EFFORT, settled
from tests.lp.harmful_changes import tried
from tests.lp.oracle import Truth, truth, truths
from tests.lp.oracle_cases import linear_case, whole_case
from tests.lp.oracle_judge import judged
from tests.textbook import programmes as books

NOISE = 4e-16
"""Share of itself by which rounding may move a number."""


@pytest.mark.parametrize(
    ("make", "count"), [(linear_case, 400), (whole_case, 60)], ids=["fractions", "whole numbers"]
)
def test_every_verdict_is_that_of_exact_fractions(
    make: Callable[[int], LinearProgram], count: int
) -> None:
    seen: Counter[str] = Counter()
    for seed in range(100, 100 + count):
        case = make(seed)
        answers = truths(case)
        seen[answers[0].status] += 1
        assert judged(solve(case), answers) == "right", seed
    assert min(seen[s] for s in ("optimal", "infeasible", "unbounded")) > count / 20


def test_no_harmful_change_passes_a_certificate() -> None:
    kinds: Counter[str] = Counter()
    for seed in range(150):
        case = (whole_case if seed % 5 == 0 else linear_case)(seed)
        for change in tried(solve(case), np.random.default_rng(seed), 4):
            kinds[change.kind] += 1
            assert not change.passed, (seed, change)
    assert set(kinds) == {"plan", "prices", "both", "whole plan", "contradiction", "ray"}
    assert kinds.total() > 400


@pytest.mark.parametrize(
    "make", [books.wyndor, books.dakota, books.win_big, books.finco, books.toyco]
)
def test_rounding_refuses_no_optimum(make: Callable[[], LinearProgram]) -> None:
    best, rng = solve(make()), np.random.default_rng(2)
    assert best.x is not None
    assert best.prices is not None
    for _ in range(20):
        x = best.x * (1.0 + NOISE * rng.uniform(-1, 1, len(best.x)))
        prices = best.prices * (1.0 + NOISE * rng.uniform(-1, 1, len(best.prices)))
        assert check(best.program, x, prices).passed


def test_a_far_bound_hides_no_open_gap() -> None:
    """Most x with 4x ≤ 9: nought is not the best, however far the bound of x lies."""
    for far in (1e6, 1e12, 1e20, 1e30, inf):
        case = program({"x": 1}, {"r": ({"x": 4}, "<=", 9)}, upper={"x": far})
        assert not check(case, np.array([0.0]), np.array([0.25])).passed
        assert not check(case, np.array([2.25 + 1e-5]), np.array([0.25])).passed
        assert not check(case, np.array([2.25]), np.array([0.25 - 1e-5])).passed
        assert check(case, np.array([2.25]), np.array([0.25])).passed


def test_a_broken_bound_is_no_rounding_however_far_the_plan_goes_elsewhere() -> None:
    """Most 8a - 2c with a + b + c = 1e28, c ≤ 4: a plan with c = -4 breaks c ≥ 0."""
    case = program(
        {"a": 8, "b": 0, "c": -2}, {"all": ({"a": 1, "b": 1, "c": 1}, "==", 1e28)}, upper={"c": 4}
    )
    plan, prices = np.array([1e28, 0.0, 0.0]), np.array([8.0])
    assert check(case, plan, prices).passed
    for broken in (-4.0, -1e-9, 4.0 + 1e-6):
        plan[2] = broken
        assert not check(case, plan, prices).passed
        assert not check_plan(case, plan, 0.0).passed


def test_a_price_of_the_wrong_sign_is_refused_however_far_a_bound_lies() -> None:
    """Least -8x with x at 2e21 and -9y ≤ -8: a price of 0.001 there leans on no limit."""
    case = program(
        {"x": -8, "y": 0},
        {"r": ({"y": -9}, "<=", -8)},
        upper={"x": 2e21, "y": 2e6},
        maximise=False,
    )
    plan = np.array([2e21, 1.0])
    assert check(case, plan, np.array([0.0])).passed
    for price in (0.001, 1e-6):
        assert not check(case, plan, np.array([price])).passed


def test_large_whole_numbers_are_confirmed() -> None:
    """Searches of HiGHS agreed on a plan 28 short of the optimum: a millionth, but no rounding."""
    found = solve(whole_case(40006533))
    assert found.objective == -24450300


def test_whole_numbers_that_may_go_far_are_divided_where_most_is_promised() -> None:
    """Depth first goes from one whole number to the next for ever; the optimum is known."""
    case = whole_case(400005566)
    assert settled(case, effort=EFFORT) is not None
    assert solve(case).objective == -466666666666625


def test_no_large_term_hides_what_the_others_of_its_row_may_be() -> None:
    """-2a - 8b ≤ -41 with a ≤ 43 and b ≤ 5e26: b may be 4, and less."""
    case = program(
        {"a": 0, "b": 0},
        {"r": ({"a": -2, "b": -8}, "<=", -41)},
        lower={"b": -inf},
        upper={"a": 43, "b": 5e26},
    )
    lower, _ = implied_bounds(case.arrays)
    assert -5.7 < lower[1] <= (41 - 86) / 8


def test_the_oracle_knows_the_textbooks() -> None:
    assert truth(books.wyndor()) == Truth("optimal", 36)
    assert truth(books.dakota()) == Truth("optimal", 280)
    assert truth(books.stockco()) == Truth("optimal", 42)
    assert truth(program({"x": 1}, {})) == Truth("unbounded")
    rows = {"a": ({"x": 2}, "==", 1)}
    assert truth(program({"x": 1}, rows, integer="x")) == Truth("infeasible")
