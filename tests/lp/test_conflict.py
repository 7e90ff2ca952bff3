"""Irreducible conflicts and smallest repairs, against brute force and exact rational proofs."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings, strategies as st

from optimizer.lp import (
    Column,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
    conflict,
    conflicts,
    exact,
    program,
    repairs,
    solve,
)
from optimizer.lp.conflicts import conflict as module
from optimizer.lp.conflicts.repair import stretched
from optimizer.lp.own_keys import OwnKeys
from optimizer.lp.proof import elastic
from optimizer.lp.rational.exact_solve import ExactAnswer
from optimizer.lp.solution import Solution, Status
from tests.lp.drawing import programs

TWO_FLOORS = program(
    {"x": 1, "y": 1},
    {
        "budget": ({"x": 1, "y": 1}, "<=", 10),
        "x floor": ({"x": 1}, ">=", 6),
        "y floor": ({"y": 1}, ">=", 6),
    },
)
THREE_OVERLAPPING = program(
    {"x": 1, "y": 1, "z": 1},
    {
        "budget": ({"x": 1, "y": 1, "z": 1}, "<=", 10),
        "x floor": ({"x": 1}, ">=", 7),
        "y floor": ({"y": 1}, ">=", 8),
        "z floor": ({"z": 1}, ">=", 9),
    },
)


def without(lp: LinearProgram, dropped: set) -> LinearProgram:
    return LinearProgram(lp.columns, tuple(r for r in lp.rows if r.key not in dropped))


def holds(lp: LinearProgram) -> bool:
    """Whether the least total violation is zero, proved in rational numbers."""
    if any(c.lower > c.upper for c in lp.columns):
        return False
    least = exact(solve(elastic(lp)))
    assert least.proved
    return least.objective == 0


def brute_force(lp: LinearProgram, groups: dict) -> set:
    """All irreducible conflicts by trying every subset, the smallest first."""
    every = {key for keys in groups.values() for key in keys}
    found: set[frozenset] = set()
    for size in range(len(groups) + 1):
        for chosen in combinations(sorted(groups), size):
            names = frozenset(chosen)
            kept = {key for n in names for key in groups[n]}
            if not any(f <= names for f in found) and not holds(without(lp, every - kept)):
                found.add(names)
    return found


@st.composite
def grouped(draw: st.DrawFn, *, most: int = 4) -> tuple[LinearProgram, dict]:
    """A programme and disjoint named groups of some of its rows."""
    lp = draw(programs(most=most))
    groups: dict[str, list] = {}
    for row in lp.rows:
        name = draw(st.sampled_from(["a", "b", "c", "d", "e", None]))
        if name is not None:
            groups.setdefault(name, []).append(row.key)
    return lp, groups


@settings(max_examples=60)
@given(grouped())
def test_all_conflicts_are_those_that_brute_force_finds(case):
    lp, groups = case
    found = conflicts(lp, groups)
    assert found.complete
    assert {frozenset(c.members) for c in found.sets} == brute_force(lp, groups)


@settings(max_examples=60)
@given(grouped())
def test_removals_are_the_smallest_sets_that_hit_every_conflict(case):
    lp, groups = case
    found = conflicts(lp, groups)
    sets = [frozenset(c.members) for c in found.sets]
    if not sets or found.background:
        assert found.removals == ()
        return
    hitting = [
        frozenset(chosen)
        for size in range(len(groups) + 1)
        for chosen in combinations(sorted(groups), size)
        if all(s & frozenset(chosen) for s in sets)
    ]
    least = {h for h in hitting if not any(other < h for other in hitting)}
    assert {frozenset(r) for r in found.removals} == least


@settings(max_examples=80)
@given(programs(most=5))
def test_one_conflict_holds_no_row_too_many(lp):
    one = conflict(lp)
    if one is None:
        assert holds(lp)
        return
    kept = set(one.members)
    every = {r.key for r in lp.rows}
    assert not holds(without(lp, every - kept))
    assert one.certificate is not None
    assert one.certificate.passed
    for name in kept:
        assert holds(without(lp, every - kept | {name}))


@settings(max_examples=60)
@given(grouped(), st.randoms(use_true_random=False))
def test_answers_do_not_depend_on_the_order_of_rows_and_columns(case, shuffler):
    lp, groups = case
    rows, columns = list(lp.rows), list(lp.columns)
    names = list(groups)
    for members in (rows, columns, names):
        shuffler.shuffle(members)
    other = LinearProgram(tuple(columns), tuple(rows), lp.maximise)
    mixed = {n: list(reversed(groups[n])) for n in names}
    assert conflict(lp, groups) == conflict(other, mixed)
    assert conflicts(lp, groups) == conflicts(other, mixed)
    assert repairs(lp, groups) == repairs(other, mixed)


@settings(max_examples=60)
@given(grouped())
def test_each_repair_is_enough_and_nothing_smaller_is(case):
    lp, groups = case
    found = repairs(lp, groups)
    assert found.needed == (not holds(lp))
    for name, repair in found.alone.items():
        if repair is None:
            assert not holds(without(lp, set(groups[name])))
            continue
        assert solve(idle(repair.applied(lp))).found
        assert set(repair.amounts) <= {name}
        own = OwnKeys(lp)
        amount = Fraction(exact(solve(stretched(lp, groups, [name]))).value[own("amount", name)])
        assert float(amount) == pytest.approx(repair.amounts.get(name, 0.0), rel=1e-9, abs=1e-12)
        if amount:
            less = {key: give_way(lp, key, 0.999 * float(amount)) for key in groups[name]}
            equal = any(r.sense is Sense.EQ for r in lp.rows if r.key in less)
            assert equal or not holds(LinearProgram(lp.columns, changed(lp, less)))


@settings(max_examples=60)
@given(grouped())
def test_the_least_total_is_proved_and_no_fewer_groups_reach_it(case):
    lp, groups = case
    found = repairs(lp, groups)
    soft = sorted(groups)
    if found.together is None:
        assert not holds(without(lp, {k for keys in groups.values() for k in keys}))
        return
    if not found.needed:
        assert found.together.amounts == {}
        return
    least = exact(solve(stretched(lp, groups, soft)))
    assert found.together.total == pytest.approx(float(least.objective), rel=1e-9)
    assert solve(idle(found.together.applied(lp))).found
    for size in range(len(found.together.amounts)):
        for fewer in combinations(soft, size):
            other = solve(stretched(lp, groups, fewer))
            assert not other.found or other.objective > found.together.total * (1 + 1e-9)


def idle(lp: LinearProgram) -> LinearProgram:
    columns = tuple(type(c)(c.key, c.lower, c.upper, 0.0, c.integer) for c in lp.columns)
    return LinearProgram(columns, lp.rows)


def give_way(lp: LinearProgram, key: object, amount: float) -> float:
    row = lp.rows[lp.row_number[key]]
    return row.rhs + (amount if row.sense is Sense.LE else -amount)


def changed(lp: LinearProgram, rhs: dict) -> tuple[Row, ...]:
    return tuple(Row(r.key, r.terms, r.sense, rhs.get(r.key, r.rhs)) for r in lp.rows)


def test_two_floors_over_one_budget():
    one = conflict(TWO_FLOORS)
    assert one.members == ("budget", "x floor", "y floor")
    assert not one.background
    found = repairs(TWO_FLOORS, soft=["x floor", "y floor"])
    assert found.alone["x floor"].rhs == {"x floor": 4.0}
    assert found.alone["y floor"].amounts == {"y floor": 2.0}
    assert found.together.rhs == {"x floor": 4.0}, "of equal totals the first by name"
    assert found.together.total == pytest.approx(1 / 3)


def test_three_overlapping_conflicts_and_the_ways_out():
    found = conflicts(THREE_OVERLAPPING)
    assert [c.members for c in found.sets] == [
        ("budget", "x floor", "y floor"),
        ("budget", "x floor", "z floor"),
        ("budget", "y floor", "z floor"),
    ]
    assert found.complete
    assert found.removals == (
        ("budget",),
        ("x floor", "y floor"),
        ("x floor", "z floor"),
        ("y floor", "z floor"),
    )
    menu = repairs(THREE_OVERLAPPING, soft=["x floor", "y floor", "z floor"])
    assert set(menu.alone.values()) == {None}
    assert menu.together.rhs == {"y floor": 3.0, "z floor": 0.0}, "14 too much, largest first"
    whole = repairs(THREE_OVERLAPPING, soft=["budget"])
    assert whole.alone["budget"].rhs == {"budget": 24.0}


def test_eight_groups_of_pairs_agree_with_brute_force():
    shuffler = random.Random(7)
    rows = {f"floor {i}": ({f"x{i}": 1}, ">=", 2 + i) for i in range(4)}
    rows |= {f"cap {i}": ({f"x{i}": 1, f"x{(i + 1) % 4}": 1}, "<=", 3 + i) for i in range(4)}
    keys = list(rows)
    shuffler.shuffle(keys)
    lp = program({}, {k: rows[k] for k in keys})
    found = conflicts(lp)
    assert {frozenset(c.members) for c in found.sets} == brute_force(lp, {k: [k] for k in keys})
    assert len(found.sets) > 3


def test_rows_and_bounds_outside_all_groups_can_conflict_alone():
    lp = program({"x": 1}, {"cap": ({"x": 1}, "<=", -1), "rule": ({"x": 1}, ">=", 0)})
    one = conflict(lp, {"rule": ["rule"]})
    assert one.background
    assert one.members == ()
    assert conflicts(lp, {"rule": ["rule"]}).background
    assert conflicts(lp, {"rule": ["rule"]}).removals == ()
    menu = repairs(lp, {"rule": ["rule"]})
    assert menu.needed
    assert menu.together is None
    assert menu.alone == {"rule": None}


def test_bounds_that_cross_are_background():
    lp = program({"x": 1}, {"rule": ({"x": 1}, ">=", 0)}, lower={"x": 2}, upper={"x": 1})
    assert conflict(lp).background
    assert repairs(lp).together is None


@pytest.mark.parametrize("rows", [{}, {"a": ({"x": 1}, "<=", 3)}])
def test_nothing_to_tell_where_everything_holds(rows):
    lp = program({"x": 1}, rows)
    assert conflict(lp) is None
    assert conflicts(lp).sets == ()
    assert conflicts(lp).removals == ()
    menu = repairs(lp)
    assert not menu.needed
    assert menu.together.rhs == {}
    assert all(r.total == 0 for r in menu.alone.values())


def test_a_programme_without_columns():
    lp = LinearProgram((), (Row("never", {}, Sense.GE, 1.0), Row("always", {}, Sense.LE, 1.0)))
    assert conflict(lp).members == ("never",)
    assert repairs(lp).alone["never"].rhs == {"never": 0.0}


def test_repeated_rows_are_conflicts_of_their_own():
    lp = program(
        {"x": 1},
        {
            "cap": ({"x": 1}, "<=", 1),
            "floor": ({"x": 1}, ">=", 2),
            "floor again": ({"x": 1}, ">=", 2),
        },
    )
    assert [c.members for c in conflicts(lp).sets] == [("cap", "floor"), ("cap", "floor again")]
    menu = repairs(lp)
    assert menu.alone["floor"] is None, "its twin keeps asking for 2"
    assert menu.alone["cap"].rhs == {"cap": 2.0}


def test_equalities_move_to_either_side():
    lp = program({"x": 1}, {"three": ({"x": 1}, "==", 3), "five": ({"x": 1}, "==", 5)})
    menu = repairs(lp)
    assert menu.alone["three"].rhs == {"three": 5.0}
    assert menu.alone["five"].rhs == {"five": 3.0}
    assert menu.together.rhs == {"five": 3.0}, "2 of 5 is less than 2 of 3"


def test_a_row_in_two_groups_holds_as_long_as_one_of_them_does():
    lp = program({"x": 1}, {"cap": ({"x": 1}, "<=", 1), "floor": ({"x": 1}, ">=", 2)})
    groups = {"one": ["floor"], "other": ["floor"]}
    found = conflicts(lp, groups)
    assert [c.members for c in found.sets] == [("one",), ("other",)]
    assert found.removals == (("one", "other"),)


def test_an_empty_group_never_conflicts():
    found = conflicts(TWO_FLOORS, {"x": ["x floor"], "nothing": []})
    assert [c.members for c in found.sets] == [("x",)]
    assert repairs(TWO_FLOORS, {"x": ["x floor"], "nothing": []}).alone["nothing"] is None


def test_directions_move_several_rows_together():
    lp = program(
        {"x": 1, "y": 1},
        {
            "budget": ({"x": 1, "y": 1}, "<=", 100),
            "x share": ({"x": 1}, ">=", 60),
            "y share": ({"y": 1}, ">=", 50),
            "fixed": ({"y": 1}, ">=", 50),
        },
    )
    groups = {"money": ["budget", "x share"], "y": ["y share"]}
    shares = {"money": {"budget": 1.0, "x share": 0.6}}
    menu = repairs(lp, groups, ["money"], directions=shares)
    assert menu.alone["money"].amounts["money"] == pytest.approx(25.0, rel=1e-12)
    assert menu.alone["money"].rhs == pytest.approx({"budget": 125.0, "x share": 75.0})
    assert repairs(lp, groups, ["y"], directions={"y": {"y share": 1.0}}).alone["y"] is None


def test_a_direction_goes_backwards_unless_told_otherwise():
    lp, ways = TWO_FLOORS, {"x floor": {"x floor": 10.0}}
    assert repairs(lp, soft=["x floor"], directions=ways).alone["x floor"].amounts == {
        "x floor": pytest.approx(-0.2)
    }
    only_up = repairs(lp, soft=["x floor"], directions=ways, forwards=["x floor"])
    assert only_up.alone["x floor"] is None


def test_weights_decide_who_gives_way():
    cheap_y = repairs(
        TWO_FLOORS, soft=["x floor", "y floor"], weights={"x floor": 2.0, "y floor": 1.0}
    )
    assert cheap_y.together.rhs == {"y floor": 4.0}
    assert cheap_y.together.total == 2.0


def test_two_groups_move_where_neither_is_enough():
    lp = program(
        {"x": 1, "y": 1},
        {
            "x cap": ({"x": 1}, "<=", 1),
            "y cap": ({"y": 1}, "<=", 1),
            "x floor": ({"x": 1}, ">=", 3),
            "y floor": ({"y": 1}, ">=", 4),
        },
    )
    menu = repairs(lp, soft=["x floor", "y floor"])
    assert set(menu.alone.values()) == {None}
    assert menu.together.rhs == {"x floor": 1.0, "y floor": 1.0}
    assert menu.fewest


@pytest.mark.parametrize("size", [1e-6, 1e-3, 1.0, 1e3, 1e6])
@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e6])
def test_bad_scaling_changes_neither_sets_nor_amounts(size, scale):
    lp = program(
        {"x": 1e-6, "y": 1e6},
        {
            "budget": ({"x": scale, "y": scale * size}, "<=", 10 * scale),
            "x floor": ({"x": 1e6}, ">=", 6e6),
            "y floor": ({"y": 1e-6 * size}, ">=", 6e-6),
            "wide": ({"x": 1.0}, "<=", 1e6),
        },
    )
    assert conflict(lp).members == ("budget", "x floor", "y floor")
    menu = repairs(lp)
    assert menu.alone["x floor"].amounts["x floor"] == pytest.approx(2e6, rel=1e-9)
    assert menu.alone["y floor"].amounts["y floor"] == pytest.approx(2e-6, rel=1e-9)
    assert menu.alone["budget"].amounts["budget"] == pytest.approx(2 * scale, rel=1e-9)
    assert menu.alone["wide"] is None


def test_shares_that_add_up_to_the_whole_do_not_conflict():
    rows = {"budget": ({"x": 1, "y": 1}, "<=", 0.3)}
    rows |= {"x floor": ({"x": 1}, ">=", 0.1), "y floor": ({"y": 1}, ">=", 0.2)}
    assert 0.1 + 0.2 > 0.3
    assert conflict(program({"x": 1, "y": 1}, rows)) is None


def test_whole_numbers_can_be_what_conflicts():
    lp = program(
        {"x": 1, "y": 1},
        {
            "even": ({"x": 2, "y": 2}, "==", 3),
            "cap": ({"x": 1}, "<=", 5),
            "floor": ({"y": 1}, ">=", 1),
        },
        integer=["x", "y"],
    )
    one = conflict(lp)
    assert one.members == ("even",)
    assert one.certificate is None, "the relaxation holds, so there is no Farkas proof"
    menu = repairs(lp)
    assert menu.alone["even"].amounts == {"even": pytest.approx(1.0, rel=1e-9)}
    assert menu.alone["cap"] is None
    assert solve(menu.alone["even"].applied(lp)).found


def test_a_search_cut_short_says_so():
    rows = {}
    for i in range(6):
        rows[f"cap {i}"] = ({f"x{i}": 1}, "<=", 1)
        rows[f"floor {i}"] = ({f"x{i}": 1}, ">=", 2)
    lp = program({}, rows)
    assert len(conflicts(lp).sets) == 6
    some = conflicts(lp, most=4)
    assert len(some.sets) == 4
    assert not some.complete
    assert not conflicts(lp, time_limit=0.0).complete
    assert conflicts(lp, most=6).complete


def test_many_separate_pairs_are_all_found_though_their_removals_are_too_many():
    rows = {}
    for i in range(14):
        rows[f"cap {i:02}"] = ({f"x{i:02}": 1}, "<=", 1)
        rows[f"floor {i:02}"] = ({f"x{i:02}": 1}, ">=", 2)
    found = conflicts(program({}, rows))
    assert len(found.sets) == 14
    assert not found.complete


def test_unknown_names_are_refused():
    with pytest.raises(MalformedProgram, match="unknown row"):
        conflict(TWO_FLOORS, {"a": ["no such row"]})
    with pytest.raises(MalformedProgram, match="no group"):
        repairs(TWO_FLOORS, soft=["no such group"])
    with pytest.raises(MalformedProgram, match="unknown row"):
        repairs(TWO_FLOORS, directions={"x floor": {"no such row": 1.0}})
    with pytest.raises(MalformedProgram, match="not above 0"):
        repairs(TWO_FLOORS, weights={"x floor": 0.0})


@pytest.mark.parametrize(("sense", "columns", "rows"), [("<=", 1, 0), (">=", 1, 0), ("==", 2, 2)])
def test_only_an_equality_needs_a_column_for_its_side(sense: str, columns: int, rows: int) -> None:
    """Beside the amount that every group has; two rows hold it within the amount."""
    case = program({"x": 0.0}, {"r": ({"x": 1.0}, sense, 4.0)})
    wider = stretched(case, {"g": ["r"]}, ["g"])
    assert (len(wider.columns) - 1, len(wider.rows) - 1) == (columns, rows)


def _three_wholes() -> LinearProgram:
    """Two of x, y, z cannot both be 1 within 1.5, and each row asks for one of them."""
    columns = [Column(k, 0, 1, integer=True) for k in "xyz"]
    rows = [Row("room", {"x": 1, "y": 1, "z": 1}, Sense.LE, 1.5)]
    return LinearProgram((*columns,), (*rows, *(Row(k, {k: 1}, Sense.GE, 1) for k in "xy")))


def test_rational_numbers_tell_what_the_solver_cannot(monkeypatch):
    case = _three_wholes()
    monkeypatch.setattr(module, "solve", lambda program, **_: Solution(program, Status.FAILED))
    found = conflicts(case, {k: [k] for k in "xy"})
    assert found.complete
    assert [c.members for c in found.sets] == [("x", "y")]
    assert found.removals == (("x",), ("y",))


def test_what_nobody_can_tell_ends_the_search_and_is_no_fault(monkeypatch):
    case = _three_wholes()
    monkeypatch.setattr(module, "solve", lambda program, **_: Solution(program, Status.FAILED))
    nothing = ExactAnswer(case, Status.FAILED)
    monkeypatch.setattr(module, "solve_exactly", lambda _program, **_limit: nothing)
    found = conflicts(case, {k: [k] for k in "xy"})
    assert (found.complete, found.sets, found.removals) == (False, (), ())
