"""The smallest change of a number that ends a conflict, and the least share several give up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf, isinf

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.inputs.load import change_scenario
from optimizer.lp.conflicts.conflict import NoVerdict
from optimizer.lp.conflicts.repair import Repair, least_repair, stretched
from optimizer.lp.program import Key, LinearProgram, Sense
from optimizer.results.conflict import Outcome
from optimizer.solving.curves.feasibility import fitted
from optimizer.solving.curves.refine import quick
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.conflict.movable import Movable, case_at, slopes

ACCURACY = 1e-11
"""Gap of supply curves up to which a repair is refined, relative to the number that moves."""
DOUBLINGS = 30
SHARE = ("share", "share")
"""Group and path of the share that numbers give up together; no place of a document."""


@dataclass(frozen=True)
class Mended:
    """Numbers moved to where they are typed, the overlay that does it, and the outcome."""

    moves: tuple[tuple[Movable, float, float | None], ...]
    """Each number, where it goes, and where exactly the rules just hold (None: not computed)."""
    overlay: Mapping[str, object]
    outcome: Outcome


def mended(case: Case, number: Movable) -> Mended | None:
    """The smallest change of one number that is enough alone; None where none is."""
    way = slopes(case, number)
    if way is None:
        return _searched(case, number)
    best = _least(case, {number: way})
    if best is None:
        return None
    return _typed(case.scenario, {number: number.moved(best.amounts.get(number.path, 0.0))})


def shared(case: Case, numbers: Sequence[Movable]) -> Mended | None:
    """Every number gives up the same share of what it is, none beyond its end; None if too little.

    A number that reaches its end stays there and the others go on. Left out are numbers at nought
    and those whose rows depend on them in other ways than by their right-hand sides.
    """
    ways = {n: way for n in numbers if n.now and (way := slopes(case, n)) is not None}
    signs = {n: s for n, way in ways.items() if (s := _loosens(case, n, way))}
    moving, ended, here = list(signs), dict[Movable, float](), case
    while moving:
        joint: dict[Key, float] = {}
        for n in moving:
            for key, slope in ways[n].items():
                joint[key] = joint.get(key, 0.0) + signs[n] * abs(n.now) * slope
        share = Movable(*SHARE, 0.0)
        best = _least(here, {share: joint})
        if best is None:
            return None
        given = best.amounts.get(share.path, 0.0)
        gone = {n: n.now * (1.0 + signs[n] * given * (1.0 if n.now > 0 else -1.0)) for n in moving}
        over = {n: n.moved(to - n.now) for n, to in gone.items() if not n.least <= to <= n.most}
        if not over:
            exact = {n: ended.get(n, gone.get(n, n.now)) for n in signs}
            return _typed(case.scenario, {n: n.moved(v - n.now) for n, v in exact.items()})
        ended.update(over)
        moving = [n for n in moving if n not in over]
        for n, to in over.items():
            here = case_at(here, n, to)
    return _typed(case.scenario, ended) if ended else None


def _loosens(case: Case, number: Movable, way: Mapping[Key, float]) -> int:
    """Which way the number goes to give way; 0 where it has no room there.

    Where its rows are equalities it goes towards its nearer end, downwards if there is none.
    """
    row = {r.key: r for r in compile_program(case).rows}
    looser = {
        0 if row[key].sense is Sense.EQ else 1 if (row[key].sense is Sense.LE) == (up > 0) else -1
        for key, up in way.items()
    }
    sign = looser.pop() if len(looser) == 1 else 0
    if sign == 0:
        sign = 1 if number.least == number.now else -1
    return sign if (number.most > number.now if sign > 0 else number.least < number.now) else 0


def outcome_of(scenario: Scenario, overlay: Mapping[str, object]) -> Outcome | None:
    """What the best plan of the changed document yields; None where it is refused or has none."""
    try:
        plan = bare_plan(change_scenario(scenario, overlay))
    except InvalidInput:
        return None
    if not plan.found or plan.objective is None:
        return None
    return Outcome(plan.objective, plan.totals.net_people, plan.spent, plan.scenario.fingerprint)


def _least(case: Case, ways: Mapping[Movable, Mapping[Key, float]]) -> Repair | None:
    """The least total change along the numbers' own directions, on the true supply curves.

    None where none is enough, and where the solver finds none that it can vouch for.
    """
    directions: dict[Key, Mapping[Key, float]] = {n.path: way for n, way in ways.items()}
    groups: dict[Key, Sequence[Key]] = {path: tuple(way) for path, way in directions.items()}
    up = [n.path for n in ways if n.least >= n.now]

    def make(case: Case) -> LinearProgram:
        program = compile_program(case)
        return stretched(program, groups, list(groups), directions=directions, forwards=up)

    finest, _, _ = quick(case, make, tolerance=ACCURACY)
    program = compile_program(finest)
    try:
        return least_repair(program, groups, directions=directions, forwards=up)
    except NoVerdict:
        return None


def _typed(scenario: Scenario, exact: Mapping[Movable, float]) -> Mended | None:
    """The numbers as a planner would type them, checked by solving exactly that document."""
    for typed in zip(*(n.typed(value) for n, value in exact.items()), strict=False):
        overlay: dict[str, object] = {}
        for number, value in zip(exact, typed, strict=True):
            overlay = merged(overlay, number.overlay(value))
        outcome = outcome_of(scenario, overlay)
        if outcome is not None:
            moves = tuple((n, to, exact[n]) for n, to in zip(exact, typed, strict=True))
            return Mended(moves, overlay, outcome)
    return None


def merged(one: Mapping[str, object], other: Mapping[str, object]) -> dict[str, object]:
    """Two overlays as one."""
    out = dict(one)
    for key, value in other.items():
        mine = out.get(key)
        both = isinstance(mine, Mapping) and isinstance(value, Mapping)
        out[key] = merged(mine, value) if both else value  # type: ignore[arg-type]
    return out


def _searched(case: Case, number: Movable) -> Mended | None:
    """The nearest typed number that is enough, for rules whose rows depend on it in other ways."""

    def enough(value: float) -> bool:
        return fitted(case_at(case, number, value), compile_program)[1]

    found = [v for end in _ends(number) if (v := _nearest(number, end, enough)) is not None]
    for value in sorted(found, key=lambda v: abs(v - number.now)):
        overlay = number.overlay(value)
        outcome = outcome_of(case.scenario, overlay)
        if outcome is not None:
            return Mended(((number, value, None),), overlay, outcome)
    return None


def _ends(number: Movable) -> Iterator[float]:
    """How far the number may go down and up."""
    if number.least < number.now:
        yield number.least
    if number.most > number.now:
        yield number.most


def _nearest(number: Movable, end: float, enough: Callable[[float], bool]) -> float | None:
    """The typed number nearest to `now` towards `end` that is enough, if a wider one is."""
    step = 1e-4 if number.share else 10.0 ** (len(f"{abs(number.now):.0f}") - 4)
    sign = 1 if end > number.now else -1
    near, far = 0, 1
    most = inf if isinf(end) else max(1, floor(abs(end - number.now) / step + 1e-9))
    for _ in range(DOUBLINGS):
        far = min(far, int(most)) if most < inf else far
        if enough(_at(number, sign * far, step)):
            break
        near, far = far, 2 * far
        if near >= most:
            return None
    else:
        return None
    while far - near > 1:
        middle = (near + far) // 2
        near, far = (near, middle) if enough(_at(number, sign * middle, step)) else (middle, far)
    return _at(number, sign * far, step)


def _at(number: Movable, count: int, step: float) -> float:
    """`now` rounded towards the change, then so many steps on."""
    base = floor(number.now / step + 1e-9) if count > 0 else ceil(number.now / step - 1e-9)
    return round((base + count) * step, 10)
