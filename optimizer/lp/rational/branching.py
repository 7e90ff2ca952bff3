"""Whole numbers by branching in rationals, for programmes that rounding would decide."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from heapq import heappop, heappush
from math import ceil, floor, gcd, lcm

import numpy as np
from flint import fmpq

from optimizer.lp.allowance import Allowance
from optimizer.lp.boxes import boxed
from optimizer.lp.hot import Hot
from optimizer.lp.outcome import Outcome
from optimizer.lp.program import FloatArray, LinearProgram
from optimizer.lp.rational.numbers import number, rational
from optimizer.lp.rational.simplex import Dictionary, settle
from optimizer.lp.rational.solve import SMALL
from optimizer.lp.scaling import wild
from optimizer.lp.solution import Basis, Status
from optimizer.lp.whole.rounding import NoWhole, strictly_rounded

NODES = 100_000
"""Parts into which the plans may be divided before the search gives up."""
ENDLESS_NODES = 5_000
"""The same where whole columns go on for ever: branching need not come to an end there."""
HELD = 4_000_000
"""Entries of the tables of all parts together, with which such a search gives up too."""


def settle_whole(
    program: LinearProgram, meaning: str, allowance: Allowance, guess: FloatArray | None = None
) -> Outcome | None:
    """Solve with integer columns exactly; None if that takes more than the `allowance` or `nodes`.

    `guess` (n,) is a plan whose whole numbers are tried first. A contradiction is as narrow as the
    narrowest of its parts (`miss`).
    """
    try:
        program = strictly_rounded(program, meaning)
    except NoWhole as none:
        return Outcome(Status.INFEASIBLE, miss=none.miss)
    if (program.arrays.lower > program.arrays.upper).any():
        return settle(program, None, meaning, allowance)
    first = Dictionary(program, meaning, allowance)
    root = first.run(_basis(program, allowance))
    parts = _Parts(program)
    parts.add(first)
    if guess is not None:
        parts.add(_fixed(program, first, guess))
    best, miss, step = None, Fraction(1), _step(program, meaning)
    for _ in range(nodes(program)):
        if not parts.waiting:
            return _bare(best) if best else Outcome(Status.INFEASIBLE, miss=miss)
        part = parts.next()
        found = root if part is first else part.run()
        if found is None:
            return None
        if found.status is Status.UNBOUNDED:
            return _endless(program, _bare(found), meaning, allowance, guess)
        if found.status is Status.INFEASIBLE:
            miss = min(miss, found.miss)
        elif best is None or _may_beat(found, best, step, program.maximise):
            halves = _halves(program, part, found)
            for half in halves:
                parts.add(half, found)
            best = best if halves else found
    return None


class _Parts:
    """Parts still to be looked at: the one made last first, as long as ends are near.

    Where whole columns may go far, the part that promises most: depth alone would lead far away.
    """

    def __init__(self, program: LinearProgram) -> None:
        self.sign = -1 if program.maximise else 1
        self.far = wild(program.arrays)
        self.waiting: list[tuple[Fraction, int, Dictionary]] = []
        self.made = 0

    def add(self, part: Dictionary, parent: Outcome | None = None) -> None:
        """A part, with what the whole that it is a part of reaches."""
        self.made += 1
        bound = self.sign * parent.objective if self.far and parent else Fraction(0)
        heappush(self.waiting, (bound, -self.made, part))

    def next(self) -> Dictionary:
        """Take the next part off."""
        return heappop(self.waiting)[2]


def nodes(program: LinearProgram) -> int:
    """Parts into which the plans are divided at most: fewer where whole columns have no end."""
    box = boxed(program).arrays
    ends = np.isfinite(box.lower) & np.isfinite(box.upper)
    if ends[box.integer].all():
        return NODES
    cells = (len(program.rows) + 1) * (len(program.columns) + 1)
    return max(1, min(ENDLESS_NODES, HELD // cells))


def _bare(found: Outcome) -> Outcome:
    """The outcome without the prices of one part, which say nothing of the others."""
    return replace(found, prices=(), places=())


def _basis(program: LinearProgram, allowance: Allowance) -> Basis | None:
    """Where to start from, as floats see it."""
    if len(program.arrays.data) <= SMALL:
        return None
    hot = Hot(program)
    hot.limit(allowance.patience(len(program.arrays.data)))
    answer = hot.solve()
    return answer.basis if answer.found else None


def _fixed(program: LinearProgram, part: Dictionary, guess: FloatArray) -> Dictionary:
    """The plans with the whole numbers of the guess."""
    a, limits = program.arrays, {}
    for j in np.flatnonzero(a.integer).tolist():
        whole = min(max(float(np.round(guess[j])), float(a.lower[j])), float(a.upper[j]))
        limits[j] = (number(whole), number(whole))
    return part.between(limits)


def _step(program: LinearProgram, meaning: str) -> Fraction | None:
    """What objectives of whole plans differ by at least, if whole columns alone count."""
    live = [c for c in program.columns if c.gain != 0]
    if not live or not all(c.integer for c in live):
        return None
    gains = [rational(float(c.gain), meaning) for c in live]
    common = lcm(*(g.denominator for g in gains))
    return Fraction(gcd(*(int(g * common) for g in gains)), common)


def _may_beat(found: Outcome, best: Outcome, step: Fraction | None, maximise: bool) -> bool:
    """Whether some whole plan may be better than the best so far, where a part reaches `found`."""
    more = (found.objective - best.objective) * (1 if maximise else -1)
    return more > 0 if step is None else more >= step


def _halves(program: LinearProgram, part: Dictionary, found: Outcome) -> list[Dictionary]:
    """The parts below and above the first value that should be whole; none if all are."""
    whole = np.flatnonzero(program.arrays.integer).tolist()
    at = next((j for j in whole if found.x[j].denominator != 1), None)
    if at is None:
        return []
    low, high = part.lower[at], part.upper[at]
    below, above = fmpq(floor(found.x[at])), fmpq(ceil(found.x[at]))
    return [part.between({at: (low, below)}), part.between({at: (above, high)})]


def _endless(
    program: LinearProgram,
    found: Outcome,
    meaning: str,
    allowance: Allowance,
    guess: FloatArray | None,
) -> Outcome | None:
    """The verdict UNBOUNDED if there is any plan in whole numbers, else INFEASIBLE.

    All numbers are rational, so that the ray passes through whole plans again and again.
    """
    whole = np.flatnonzero(program.arrays.integer).tolist()
    if all(found.x[j].denominator == 1 for j in whole):
        return found
    idle = tuple(replace(c, gain=0.0) for c in program.columns)
    plan = settle_whole(replace(program, columns=idle), meaning, allowance, guess)
    if plan is None or plan.status is Status.INFEASIBLE:
        return plan
    return replace(found, x=plan.x)
