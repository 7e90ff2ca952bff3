"""Deciding before the draw is known: bounds keep their order, and both methods agree."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings, strategies as st

from optimizer.lp import (
    Column,
    CVaR,
    LinearProgram,
    MalformedProgram,
    Mean,
    NoSolution,
    Regret,
    Row,
    Sense,
    Source,
    Status,
    TwoStage,
    budgeted,
    criterion_value,
    guarded,
    information,
    l_shaped,
    outcomes_of,
    program,
    solve,
    solve_extensive,
    together,
    wait_and_see,
)
from optimizer.lp.stochastic.budgeted_uncertainty import OBJECTIVE, RHS
from optimizer.lp.stochastic.criteria import Criterion
from optimizer.lp.stochastic.master import alike
from optimizer.system.executors import Processes
from optimizer.system.progress import Cancelled, Progress, Watch
from tests.lp.drawing import programs

CRITERIA: list[Criterion] = [
    Mean(), CVaR(0.0), CVaR(0.5), CVaR(0.7, 0.4), CVaR(1.0), CVaR(1.0, 0.5), Regret()
]  # fmt: skip


@st.composite
def staged(draw: st.DrawFn) -> TwoStage:
    """A bounded programme whose gains, sides and entries differ a little between draws.

    Some draws may contradict some first decisions, or have no plan at all.
    """
    base = draw(programs(bounded=True, units=False, most=5))
    draws = draw(st.integers(1, 4))
    move = st.lists(st.sampled_from([0.0, 0.0, 1.0, -1.0, 0.5]), min_size=draws, max_size=draws)
    columns = tuple(
        replace(c, gain=c.gain + np.array(draw(move))) if draw(st.booleans()) else c
        for c in base.columns
    )
    rows = []
    for row in base.rows:
        rhs, terms = row.rhs, dict(row.terms)
        if draw(st.booleans()):
            rhs = rhs + np.array(draw(move))
        for key in terms:
            if draw(st.integers(0, 3)) == 0:
                terms[key] = terms[key] + 0.5 * np.array(draw(move))
        rows.append(Row(row.key, terms, row.sense, rhs))
    first = [c.key for c in columns if draw(st.booleans())]
    weights = np.array([draw(st.integers(1, 3)) for _ in range(draws)], dtype=float)
    whole = LinearProgram(columns, tuple(rows), base.maximise, 1.5)
    return TwoStage(whole, first, weights / weights.sum())


@given(staged(), st.sampled_from(CRITERIA))
@settings(max_examples=80)
def test_both_methods_agree(stages: TwoStage, criterion: Criterion) -> None:
    try:
        extensive = solve_extensive(stages, criterion)
    except NoSolution:
        assert isinstance(criterion, Regret)
        assert l_shaped(stages, criterion).status is Status.INFEASIBLE
        return
    cuts = l_shaped(stages, criterion)
    assert cuts.status is extensive.status
    if extensive.found:
        assert cuts.objective == pytest.approx(extensive.objective, rel=1e-6, abs=1e-6)
        assert cuts.bound == pytest.approx(extensive.objective, rel=1e-6, abs=1e-6)
    else:
        assert np.isnan(cuts.outcomes).all()


@given(staged())
@settings(max_examples=40)
def test_bounds_keep_their_order(stages: TwoStage) -> None:
    found = information(stages)
    assume(found.plan.found)
    assert found.evpi >= -1e-6
    assert found.vss >= -1e-6
    shortfall = solve_extensive(stages, CVaR(0.6)).objective
    worst = solve_extensive(stages, CVaR(1.0)).objective
    assert shortfall is not None
    assert worst is not None
    assert stages.sign * found.here_and_now >= stages.sign * shortfall - 1e-6
    assert stages.sign * shortfall >= stages.sign * worst - 1e-6


@given(staged())
@settings(max_examples=30)
def test_the_tail_at_level_nought_is_the_mean(stages: TwoStage) -> None:
    mean, tail = solve_extensive(stages), solve_extensive(stages, CVaR(0.0))
    assert mean.status is tail.status
    if mean.found:
        assert mean.objective == pytest.approx(tail.objective, rel=1e-6, abs=1e-6)


@given(programs(bounded=True, units=False), st.integers(1, 3), st.sampled_from(CRITERIA))
@settings(max_examples=30)
def test_draws_that_are_all_alike_need_no_caution(
    base: LinearProgram, draws: int, criterion: Criterion
) -> None:
    stages = TwoStage(base, [c.key for c in base.columns[::2]], [1.0 / draws] * draws)
    expected = 0.0 if isinstance(criterion, Regret) else solve(base).objective
    assert l_shaped(stages, criterion).objective == pytest.approx(expected, rel=1e-6, abs=1e-6)


def shop(price: list[float], chance: list[float] | None = None) -> TwoStage:
    """Buy stock at 1 before knowing the price; sell no more than there is, at most 10."""
    rows = {"stock": ({"sold": 1.0, "stock": -1.0}, "<=", 0.0)}
    gains = {"stock": -1.0, "sold": np.array(price)}
    return TwoStage(program(gains, rows, upper={"sold": 10.0, "stock": 50.0}), ["stock"], chance)


def test_criteria_disagree_where_they_should() -> None:
    risky = shop([0.2, 3.0])
    assert solve_extensive(risky).first["stock"] == pytest.approx(10)
    assert solve_extensive(risky, CVaR(1.0)).first["stock"] == pytest.approx(0)
    # losing 0.8 a piece or missing 2 a piece: regrets 0.8·s and 2·(10 − s) meet at 50/7
    regret = solve_extensive(risky, Regret())
    assert regret.first["stock"] == pytest.approx(20 / 2.8)
    assert regret.objective == pytest.approx(0.8 * 20 / 2.8)


@pytest.mark.parametrize("way", [solve_extensive, l_shaped])
def test_a_draw_without_probability_only_constrains(way: object) -> None:
    rows = {"stock": ({"sold": 1.0, "stock": -1.0}, "<=", 0.0),
            "promise": ({"sold": 1.0}, ">=", np.array([0.0, 0.0, 4.0]))}  # fmt: skip
    gains = {"stock": -1.0, "sold": np.array([0.5, 0.5, 90.0])}
    stages = TwoStage(program(gains, rows, upper={"sold": 10.0}), ["stock"], [0.5, 0.5, 0.0])
    plan = way(stages)  # type: ignore[operator]
    assert plan.first["stock"] == pytest.approx(4)
    assert plan.objective == pytest.approx(-4 + 0.5 * 4)


def test_a_plan_that_fails_a_draw_is_walled_off() -> None:
    rows = {"room": ({"stock": 1.0, "more": 1.0}, ">=", np.array([2.0, 8.0]))}
    stages = TwoStage(
        program({"stock": 1.0, "more": 0.9}, rows, maximise=False, upper={"more": 3.0}), ["stock"]
    )
    plan = l_shaped(stages)
    assert plan.first["stock"] == pytest.approx(5)
    assert plan.objective == pytest.approx(solve_extensive(stages).objective)
    assert np.isnan(outcomes_of(stages, {"stock": 4.0})[1])
    assert information(stages).vss == float("inf")  # the mean, 5, buys too little


def test_a_draw_without_any_plan_is_named() -> None:
    rows = {"room": ({"stock": 1.0}, ">=", np.array([2.0, 8.0]))}
    stages = TwoStage(program({"stock": 1.0}, rows, maximise=False, upper={"stock": 5.0}), [])
    plan = l_shaped(stages)
    assert plan.status is Status.INFEASIBLE
    assert plan.lost == (1,)
    assert solve_extensive(stages).status is Status.INFEASIBLE
    with pytest.raises(NoSolution, match="first: 1"):
        wait_and_see(stages)


def test_whole_numbers_go_through_the_extensive_form() -> None:
    stages = shop([0.2, 3.0])
    columns = tuple(replace(c, integer=c.key == "stock") for c in stages.program.columns)
    whole = TwoStage(replace(stages.program, columns=columns), ["stock"])
    with pytest.raises(MalformedProgram, match="whole numbers"):
        l_shaped(whole)
    assert solve_extensive(whole, Regret()).first["stock"] == pytest.approx(7)
    assert information(whole).here_and_now == pytest.approx(6)


def test_single_programmes_stand_together() -> None:
    stages = shop([0.2, 3.0])
    both = together([stages.program.at(0), stages.program.at(1)])
    again = TwoStage(both, ["stock"])
    assert solve_extensive(again).objective == solve_extensive(stages).objective
    one = program({"x": 1.0}, {"r": ({"x": 1.0}, "<=", 4.0)})
    other = program({"x": 1.0, "y": 1.0}, {"q": ({"x": 1.0, "y": 1.0}, "<=", 3.0)}, upper={"x": 9})
    assert wait_and_see(TwoStage(together([one, other]), ["x"])) == pytest.approx([4, 3])
    with pytest.raises(MalformedProgram, match="direction"):
        together([one, replace(one, maximise=False)])
    with pytest.raises(MalformedProgram, match="senses"):
        together([one, replace(one, rows=(replace(one.rows[0], sense=Sense.GE),))])


@pytest.mark.parametrize("chance", [[0.5], [0.7, 0.7], [1.5, -0.5]])
def test_probabilities_are_checked(chance: list[float]) -> None:
    with pytest.raises(MalformedProgram, match="probabilities"):
        shop([1.0, 2.0], chance)


def test_unknown_names_and_levels_are_refused() -> None:
    with pytest.raises(MalformedProgram, match="'goods'"):
        TwoStage(shop([1.0]).program, ["goods"])
    with pytest.raises(MalformedProgram, match="between 0 and 1"):
        CVaR(1.2)


def test_the_worst_tail_splits_the_draw_it_ends_in() -> None:
    values, chance = np.array([1.0, 5.0, 3.0]), np.array([0.2, 0.5, 0.3])
    assert criterion_value(CVaR(0.7), values, chance) == pytest.approx((0.2 * 1 + 0.1 * 3) / 0.3)
    cost = criterion_value(CVaR(0.7), values, chance, maximise=False)
    assert cost == pytest.approx(5.0)
    assert criterion_value(Mean(), np.array([1.0, np.nan]), np.array([0.5, 0.5])) == -np.inf


def market(draws: int) -> TwoStage:
    """Two stocks and a common market, many draws."""
    source = np.random.default_rng(5)
    price, demand = source.uniform(0.5, 3.0, (2, draws)), source.uniform(5.0, 30.0, draws)
    rows = {
        "a": ({"sold a": 1.0, "a": -1.0}, "<=", 0.0),
        "b": ({"sold b": 1.0, "b": -1.0}, "<=", 0.0),
        "room": ({"a": 1.0, "b": 1.0}, "<=", 25.0),
        "demand": ({"sold a": 1.0, "sold b": 0.5}, "<=", demand),
    }
    gains = {"a": -1.0, "b": -0.6, "sold a": price[0], "sold b": price[1]}
    return TwoStage(program(gains, rows), ["a", "b"])


@pytest.mark.parametrize("criterion", CRITERIA)
def test_many_draws_agree_within_the_gap(criterion: Criterion) -> None:
    stages = market(600)
    cuts, whole = l_shaped(stages, criterion), solve_extensive(stages, criterion)
    assert cuts.gap is not None
    assert cuts.gap <= 1e-6
    assert cuts.objective == pytest.approx(whole.objective, rel=1e-6)


def test_draws_that_are_alike_share_a_bound() -> None:
    points = np.random.default_rng(3).normal(size=(70, 2)) * [10.0, 0.1]
    group = alike(points, 4)
    assert sorted(np.bincount(group)) == [17, 17, 18, 18]
    ends = sorted((points[group == g, 0].min(), points[group == g, 0].max()) for g in range(4))
    assert all(one[1] < other[0] for one, other in pairwise(ends))
    assert len(set(alike(points[:3], 4))) == 3
    assert not alike(np.zeros((3, 0)), 4).any()


def test_every_engine_gives_the_same_plan() -> None:
    stages = market(600)
    alone = l_shaped(stages)
    pool = Processes(2)
    try:
        shared = l_shaped(stages, executor=pool)
    finally:
        pool.shutdown()
    assert shared.first == alone.first
    assert shared.objective == alone.objective


def test_progress_is_told_and_work_can_be_stopped() -> None:
    seen, begun = list[Progress](), time.monotonic()
    l_shaped(market(50), watch=Watch(tell=seen.append))
    assert seen[-1].done == seen[-1].total
    seconds = [told.seconds for told in seen]
    assert seconds == sorted(seconds)
    assert 0 <= seconds[0] <= seconds[-1] <= time.monotonic() - begun
    watch = Watch()
    watch.cancel.set()
    with pytest.raises(Cancelled):
        l_shaped(market(50), watch=watch)


def diet() -> tuple[LinearProgram, dict[object, Source]]:
    """Three goods in two rows; every entry of the first row and two gains may turn bad."""
    base = program(
        {"x": 3.0, "y": 2.0, "z": 4.0},
        {"r": ({"x": 1.0, "y": 1.0, "z": 2.0}, "<=", 10.0), "s": ({"x": 1.0}, "<=", 6.0)},
        upper={"y": 5.0, "z": 4.0},
    )
    sources: dict[object, Source] = {
        "x": Source({("r", "x"): 0.5, (OBJECTIVE, "x"): -1.0}),
        "y": Source({("r", "y"): 0.25}, {("r", "y"): -0.1}),
        "z": Source({(OBJECTIVE, "z"): -2.0}),
        "b": Source({("r", RHS): 1.0}),
    }
    return base, sources


def worst_case(base: LinearProgram, sources: dict[object, Source], gamma: int) -> LinearProgram:
    """All rows for every choice of Γ sources and ends, written out; the objective as a row."""
    gain = {c.key: float(c.gain) for c in base.columns}
    rows = [*base.rows, Row(OBJECTIVE, {**gain, "worth": -1.0}, Sense.GE, 0.0)]
    written = []
    for row in rows:
        for chosen in combinations(sources.values(), gamma):
            for ends in np.ndindex(*(2,) * gamma):
                terms, rhs = dict(row.terms), float(row.rhs)
                for source, end in zip(chosen, ends, strict=True):
                    for (name, column), amount in source.ends[end].items():
                        if name == row.key and column == RHS:
                            rhs += amount
                        elif name == row.key:
                            terms[column] = terms[column] + amount
                written.append(Row((row.key, len(written)), terms, row.sense, rhs))
    columns = (*(replace(c, gain=0.0) for c in base.columns), Column("worth", -np.inf, gain=1.0))
    return LinearProgram(columns, tuple(written))


@pytest.mark.parametrize("gamma", [0, 1, 2, 3, 4])
def test_a_guarded_plan_holds_for_every_choice_of_bad_turns(gamma: int) -> None:
    base, sources = diet()
    found = guarded(base, sources, gamma)
    assert found.objective == pytest.approx(solve(worst_case(base, sources, gamma)).objective)
    assert found.nominal == pytest.approx(solve(base).objective)
    assert found.price == pytest.approx(found.nominal - found.objective)


def test_more_caution_costs_more_and_none_costs_nothing() -> None:
    base, sources = diet()
    prices = [guarded(base, sources, gamma).price for gamma in (0, 0.5, 1, 1.5, 2, 4, 9)]
    assert prices[0] == pytest.approx(0)
    assert prices == sorted(prices)
    assert prices[-1] == pytest.approx(prices[-2])  # there are only four sources
    chances = guarded(base, sources, 2).chance
    assert chances["r"] == pytest.approx(0.5 - 0.5 * 0.43628, abs=1e-4)  # 1 − Φ(1/√3)
    assert guarded(base, sources, 4).chance["r"] == 0


def test_what_no_plan_could_guard_is_refused() -> None:
    base, sources = diet()
    with pytest.raises(MalformedProgram, match="starts at 0"):
        budgeted(base, sources, -1)
    with pytest.raises(MalformedProgram, match="row 'q'"):
        budgeted(base, {"q": Source({("q", "x"): 1.0})}, 1)
    with pytest.raises(MalformedProgram, match="column 'w'"):
        budgeted(base, {"w": Source({("r", "w"): 1.0})}, 1)
    equation = replace(base, rows=(replace(base.rows[0], sense=Sense.EQ),))
    with pytest.raises(MalformedProgram, match="equation 'r'"):
        budgeted(equation, {"x": sources["y"]}, 1)
