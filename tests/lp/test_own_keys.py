"""What the toolkit adds to a programme never has the name of something that is in it already."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from math import inf

import numpy as np
import pytest

from optimizer.lp import (
    CVaR,
    Key,
    LinearProgram,
    MalformedProgram,
    Mean,
    Regret,
    Source,
    TwoStage,
    budgeted,
    conflicts,
    curve,
    different,
    efficient,
    efficient_whole,
    exact,
    extensive,
    gain_curve,
    guarded,
    l_shaped,
    lp_text,
    mps_text,
    names_of,
    payoff_table,
    prices,
    repairs,
    room,
    solve,
    solve_exactly,
    solve_extensive,
)
from optimizer.lp.conflicts.repair import stretched
from optimizer.lp.own_keys import MARK, OwnKeys
from optimizer.lp.program import Column, Row, Sense
from optimizer.lp.proof import elastic, prove
from optimizer.lp.stochastic.budgeted_uncertainty import OBJECTIVE, RHS

PLAIN = ("a", "b", "c", "d")
ROWS = ("r", "s", "t")
FIRST_RELEASE = (
    ("level", ("draw", 0, "level"), ("draw", 0, "r"), ("robust", "worth")),
    (("amount", "r"), ("back", "r"), ("give", "r", "r"), ("robust", "r", "each")),
    (("less", "r"), ("more", "r"), "nearest", ("apart", 0)),
    (0, "None", "", ("",)),
    (("robust", "objective"), ("robust", "rhs"), "objective", "constant"),
)
"""Keys of columns that were taken, or look as if they could be."""
OURS = tuple(
    tuple((MARK, depth, name, *parts) for name, *parts in names)
    for depth in (1, 2)
    for names in (
        (("level",), ("draw", 0, "a"), ("worth",), ("each", "r")),
        (("amount", "r"), ("back", "r"), ("less", "r"), ("more", "s")),
    )
)
"""Even keys that we would make ourselves, as after something was added before."""


def base(columns: tuple[Key, ...] = PLAIN, rows: tuple[Key, ...] = ROWS) -> LinearProgram:
    """Maximise 3a + 2b + 4c - d with three rows; its optimum is unique."""
    a, b, c, d = columns
    return LinearProgram(
        (Column(a, 0, 9, 3.0), Column(b, 0, 5, 2.0), Column(c, 0, 4, 4.0), Column(d, 0, 3, -1.0)),
        (
            Row(rows[0], {a: 1.0, b: 1.0, c: 2.0, d: -1.0}, Sense.LE, 10.0),
            Row(rows[1], {a: 1.0, c: 0.5}, Sense.LE, 6.0),
            Row(rows[2], {b: 1.0, c: 1.0}, Sense.GE, 1.0),
        ),
    )


def two_stages(keys: tuple[Key, ...], rows: tuple[Key, ...]) -> TwoStage:
    """Three draws of the same; the first two columns are decided before."""
    program = base(keys, rows)
    gain = np.array([1.0, 4.0, 6.0])
    columns = (*program.columns[:2], replace(program.columns[2], gain=gain), program.columns[3])
    early = Row((rows[0], 0), {keys[0]: np.array([1.0, 1.0, 2.0])}, Sense.LE, 11.0)
    late = Row((rows[0], 1), {keys[0]: 1.0, keys[1]: 1.0}, Sense.LE, 8.0)
    return TwoStage(LinearProgram(columns, (*program.rows, early, late)), keys[:2])


def impossible(keys: tuple[Key, ...], rows: tuple[Key, ...]) -> LinearProgram:
    program = base(keys, rows)
    wrong = (
        Row("wrong", {keys[0]: 1.0, keys[1]: 1.0}, Sense.GE, 14.0),
        Row(("wrong",), {keys[2]: 1.0}, Sense.EQ, 2.0),
    )
    return replace(program, rows=(*program.rows, *wrong))


def whole(keys: tuple[Key, ...], rows: tuple[Key, ...]) -> LinearProgram:
    program = base(keys, rows)
    return replace(program, columns=tuple(replace(c, integer=True) for c in program.columns))


def plans_apart(p: LinearProgram, keys: tuple[Key, ...]) -> list[float]:
    found = different(p, solve(p), {"first": {keys[0]: 1.0}, "second": {keys[1]: 1.0}}, 0.2, 2)
    return [plan.distance for plan in found]


def robust_value(p: LinearProgram, keys: tuple[Key, ...], rows: tuple[Key, ...]) -> list[object]:
    sources: dict[object, Source] = {
        "one": Source({(rows[0], keys[0]): 0.5, (OBJECTIVE, keys[0]): -1.0}),
        "two": Source({(rows[1], keys[2]): 0.25, (rows[0], RHS): -1.0}),
    }
    once = budgeted(p, sources, 1.0)
    again = budgeted(once, {"three": Source({(OBJECTIVE, once.columns[0].key): -0.5})}, 1.0)
    return [guarded(p, sources, 1.0).objective, solve(again).objective]


Keys = tuple[Key, ...]
QUESTIONS: dict[str, Callable[[Keys, Keys], object]] = {
    "solve": lambda k, r: solve(base(k, r), then=dict.fromkeys(k, 1.0)).objective,
    "whole": lambda k, r: solve(whole(k, r), then=dict.fromkeys(k, 1.0)).objective,
    "exact": lambda k, r: float(exact(solve(base(k, r))).objective),
    "solve_exactly": lambda k, r: str(solve_exactly(impossible(k, r)).status),
    "prices": lambda k, r: [p.up for p in prices(solve(base(k, r))).rows.values()],
    "curve": lambda k, r: curve(base(k, r), row=r[0], start=0, stop=20).breakpoints,
    "gain curve": lambda k, r: gain_curve(base(k, r), k[0], start=0, stop=9).breakpoints,
    "mean": lambda k, r: solve_extensive(two_stages(k, r), Mean()).objective,
    "cvar": lambda k, r: solve_extensive(two_stages(k, r), CVaR(0.5, 0.5)).objective,
    "worst": lambda k, r: solve_extensive(two_stages(k, r), CVaR(1.0)).objective,
    "regret": lambda k, r: solve_extensive(two_stages(k, r), Regret()).objective,
    "cuts": lambda k, r: l_shaped(two_stages(k, r), CVaR(0.5)).objective,
    "cuts for the regret": lambda k, r: l_shaped(two_stages(k, r), Regret()).objective,
    "written out twice": lambda k, r: (
        solve(
            extensive(TwoStage(extensive(two_stages(k, r), CVaR(0.5)), k[:1]), CVaR(0.5))
        ).objective
    ),
    "robust": lambda k, r: robust_value(base(k, r), k, r),
    "elastic twice": lambda k, r: solve(elastic(elastic(impossible(k, r)))).objective,
    "proof": lambda k, r: str(getattr(prove(impossible(k, r)), "status", None)),
    "conflicts": lambda k, r: len(conflicts(impossible(k, r)).sets),
    "repairs": lambda k, r: getattr(repairs(impossible(k, r)).together, "total", None),
    "stretched twice": lambda k, r: (
        solve(stretched(stretched(impossible(k, r), {"g": r}, ["g"]), {"g": r}, ["g"])).status
    ),
    "room": lambda k, r: [
        (x.least.value, x.most.value)
        for x in room(base(k, r), solve(base(k, r)), {"e": {k[0]: 1.0}}, 0.1).reach.values()
    ],
    "different": lambda k, r: plans_apart(base(k, r), k),
    "front": lambda k, r: [
        (p.first, p.second)
        for p in efficient(base(k, r), {k[0]: 1.0, k[1]: 2.0}, {k[2]: 1.0}).points
    ],
    "whole front": lambda k, r: [
        (p.first, p.second)
        for p in efficient_whole(whole(k, r), {k[0]: 1.0, k[1]: 2.0}, {k[2]: 1.0}).points
    ],
    "payoff": lambda k, r: [
        list(row.values.values())
        for row in payoff_table(base(k, r), {"x": {k[0]: 1.0}, "y": {k[2]: 1.0}}).rows
    ],
}


@cache
def answered_plainly(question: str) -> object:
    """The answer where no name is hostile."""
    return QUESTIONS[question](PLAIN, ROWS)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("keys", [*FIRST_RELEASE, *OURS])
def test_hostile_names_get_the_same_answer(question: str, keys: Keys) -> None:
    plain = answered_plainly(question)
    assert plain not in (None, [], ())
    for rows in (keys[:3], (("draw", 0, "r"), ("give", "r", "r", 1.0), ("r", 0))):
        found = QUESTIONS[question](keys, rows)
        if isinstance(plain, str | int):
            assert found == plain
        else:
            assert np.asarray(found, dtype=float) == pytest.approx(
                np.asarray(plain, dtype=float), rel=1e-7, abs=1e-7
            )


def test_a_key_of_ours_equals_no_other_one_and_survives_the_way_to_a_worker() -> None:
    own = OwnKeys(base())
    key = own("level")
    assert key != (repr(MARK), 1, "level")
    assert pickle.loads(pickle.dumps(key)) == key
    deeper = OwnKeys(replace(base(), columns=(*base().columns, Column(key, -inf, inf))))
    assert deeper("level") != key


def test_files_can_be_written_of_programmes_with_keys_of_ours() -> None:
    program = extensive(two_stages(PLAIN, ROWS), CVaR(0.5))
    assert "draw.0.c" in names_of(program).columns
    assert "level" in mps_text(program)
    assert "level" in lp_text(program)


def test_the_same_key_twice_is_still_refused() -> None:
    with pytest.raises(MalformedProgram, match="given twice"):
        base(("a", "a", "c", "d"))
