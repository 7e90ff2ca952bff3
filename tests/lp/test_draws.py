"""Many draws in one go give what each draw gives on its own."""

from __future__ import annotations

import numpy as np
import pytest

from optimizer.lp import Status, solve, solve_draws
from optimizer.lp.draws import Draws
from optimizer.lp.program import Column, LinearProgram, MalformedProgram, Row, Sense
from tests.textbook import programmes as books

COUNT = 40


def drawn(*, integer: bool = False) -> LinearProgram:
    """Win Big with uncertain audiences, prices, money and limits."""
    rng = np.random.default_rng(8)

    def spread(value: float) -> np.ndarray:
        return value * rng.uniform(0.7, 1.3, COUNT)

    case = books.win_big()
    columns = tuple(
        Column(c.key, 0.0, spread(c.upper), spread(c.gain), integer)  # type: ignore[arg-type]
        for c in case.columns
    )
    first, second, third = case.rows
    rows = (
        Row("budget", {k: spread(v) for k, v in first.terms.items()}, Sense.LE, spread(8000)),  # type: ignore[arg-type]
        second,
        Row("radio money", third.terms, Sense.LE, spread(1800)),
    )
    return LinearProgram(columns, rows, constant=spread(100))


def test_each_draw_gets_its_own_optimum() -> None:
    case, results = drawn(), solve_draws(drawn())
    assert results.found.all()
    assert results.residual.max() < 1e-8
    for i in range(COUNT):
        alone = solve(case.at(i))
        assert results.objective[i] == pytest.approx(alone.objective, rel=1e-12)
        assert results.x[i] == pytest.approx(alone.x)
        assert results.prices[i] == pytest.approx(alone.prices)


def test_a_draw_does_not_depend_on_the_others() -> None:
    case = drawn()
    everything, some = solve_draws(case), solve_draws(case, [31, 4, 17])
    assert some.draw.tolist() == [31, 4, 17]
    for name in ("objective", "x", "prices", "residual"):
        assert np.array_equal(getattr(some, name), getattr(everything, name)[[31, 4, 17]])


def test_a_draw_without_an_optimum_says_so() -> None:
    limit = np.array([5.0, -1.0, 7.0])
    price = np.array([1.0, 1.0, 0.0])
    rows = (Row("most", {"x": price}, Sense.LE, limit),)
    results = solve_draws(LinearProgram((Column("x", gain=1.0),), rows))
    assert results.status == (Status.OPTIMAL, Status.INFEASIBLE, Status.UNBOUNDED)
    assert results.found.tolist() == [True, False, False]
    assert results.objective[0] == 5
    assert np.isnan(results.objective[1:]).all()
    assert np.isnan(results.x[1:]).all()


def test_whole_numbers_are_whole_in_each_draw() -> None:
    results = solve_draws(drawn(integer=True), range(5))
    assert results.found.all()
    assert np.array_equal(results.x, np.round(results.x))
    assert np.isnan(results.prices).all()


def test_nothing_asked_nothing_solved() -> None:
    results = solve_draws(drawn(), [])
    assert results.x.shape == (0, 4)
    assert results.prices.shape == (0, 3)


def test_what_is_no_set_of_draws_is_refused() -> None:
    with pytest.raises(MalformedProgram, match="no draws"):
        solve_draws(books.wyndor())
    with pytest.raises(MalformedProgram, match="only 40"):
        solve_draws(drawn(), [COUNT])
    bad = LinearProgram((Column("x", gain=np.array([1.0, np.nan])),), ())
    with pytest.raises(MalformedProgram, match="finite"):
        solve_draws(bad)


def test_the_numbers_of_a_draw_are_those_of_the_programme_at_it() -> None:
    case = drawn()
    draws = Draws(case)
    for i in (0, 5):
        here, there = draws.arrays(i), case.at(i).arrays
        for name in ("data", "row_lower", "row_upper", "lower", "upper", "gain"):
            assert np.array_equal(getattr(here, name), getattr(there, name))
        assert draws.constant(i) == case.at(i).constant
