"""Which named groups of rows cannot hold together: irreducible sets, one or all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

import numpy as np
from numpy.typing import NDArray

from optimizer.errors import OptimizerError
from optimizer.lp.allowance import Allowance, Spent
from optimizer.lp.certificate import TOLERANCE, Certificate
from optimizer.lp.hot import Hot
from optimizer.lp.order import in_order, ordered, place
from optimizer.lp.program import Column, FloatArray, Key, LinearProgram, MalformedProgram
from optimizer.lp.proof import prove
from optimizer.lp.rational.exact_solve import solve_exactly
from optimizer.lp.solution import Status
from optimizer.lp.solver import solve

Groups = Mapping[Key, Sequence[Key]]
"""Name of a group → keys of its rows."""

WIDEST = 4096
"""How many sets of removals are kept in view at once; beyond that a search is not complete."""


EXACTLY = 10.0
"""Seconds for which rational numbers are tried where the solver gives no verdict."""


class NoVerdict(OptimizerError):
    """The solver could not tell whether some rows can hold together."""


@dataclass(frozen=True)
class Conflict:
    """Groups that cannot hold together, though they could if any one of them were left out.

    All rows in no group and all bounds of columns hold throughout. `members` are in the order of
    names and empty when those rows and bounds contradict each other alone (`background`).
    `certificate` is the check of a Farkas proof over the rows concerned; None where the
    contradiction is too slight to be proved in floating point, and for mixed-integer programmes
    whose relaxation holds.
    """

    members: tuple[Key, ...]
    rows: tuple[Key, ...]
    certificate: Certificate | None = None

    @property
    def background(self) -> bool:
        """Whether rows and bounds outside all groups already contradict each other."""
        return not self.members


@dataclass(frozen=True)
class Conflicts:
    """All irreducible conflicts, the smallest first, and the ways out of them.

    `removals` are the smallest sets of groups without which the others hold together: each takes
    one member at least out of every conflict, and none of them contains another. Both lists are
    whole if `complete`; otherwise the search was cut short and there may be more.
    """

    sets: tuple[Conflict, ...]
    removals: tuple[tuple[Key, ...], ...]
    complete: bool

    @property
    def background(self) -> bool:
        """Whether rows and bounds outside all groups already contradict each other."""
        return any(c.background for c in self.sets)


def conflict(program: LinearProgram, groups: Groups | None = None) -> Conflict | None:
    """One irreducible conflict among `groups` (every row its own by default), or None.

    Deletion filter (Chinneck, Feasibility and Infeasibility in Optimization, 2008, ch. 6): the
    groups are tried from the last name to the first, and each one that is not needed is left out.
    Raises MalformedProgram for unknown rows, NoVerdict when the solver gives none.
    """
    rules = Rules(program, groups)
    if rules.hold(rules.names):
        return None
    return rules.described(rules.shrunk(rules.names))


def conflicts(
    program: LinearProgram,
    groups: Groups | None = None,
    *,
    most: int = 20,
    time_limit: float | None = None,
) -> Conflicts:
    """All irreducible conflicts among `groups`, at most `most` of them, found within `time_limit`.

    Conflicts and smallest removals determine each other: every smallest set that hits all
    conflicts known so far either frees the rest, or what is left holds a new conflict (Bailey and
    Stuckey, 2005). `time_limit` is in seconds. What the solver cannot tell ends the search like a
    limit that is reached. Raises MalformedProgram for unknown rows.
    """
    allowance = Allowance(seconds=time_limit)
    rules = Rules(program, groups, allowance)
    found: list[frozenset[Key]] = []
    removals: list[frozenset[Key]] = [frozenset()]
    freeing: set[frozenset[Key]] = set()
    complete = True
    while True:
        untried = next((r for r in removals if r not in freeing), None)
        if untried is None:
            break
        left = [n for n in rules.names if n not in untried]
        try:
            if rules.hold(left):
                freeing.add(untried)
                continue
            if len(found) == most:
                raise Spent
            found.append(frozenset(rules.shrunk(left)))
        except (Spent, NoVerdict):
            complete = False
            break
        removals = _hitting(removals, found[-1])
        complete = complete and len(removals) <= WIDEST
        removals = removals[:WIDEST]
    sets = sorted(found, key=_size_then_names)
    ways = [tuple(in_order(r)) for r in removals if r and r in freeing]
    return Conflicts(tuple(rules.described(in_order(s)) for s in sets), tuple(ways), complete)


def _hitting(removals: Iterable[frozenset[Key]], new: frozenset[Key]) -> list[frozenset[Key]]:
    """The smallest sets that hit `new` too, from those that hit all conflicts before (Berge)."""
    hit = [r for r in removals if r & new]
    wider = {r | {name} for r in removals if not r & new for name in new}
    kept = [w for w in wider if not any(h <= w for h in hit)]
    least = [w for w in kept if not any(other < w for other in kept)]
    return sorted([*hit, *least], key=_size_then_names)


def _size_then_names(names: frozenset[Key]) -> tuple[int, object]:
    return len(names), [place(n) for n in in_order(names)]


class Rules:
    """A programme whose named groups of rows can be left out; answers whether the rest holds."""

    def __init__(
        self,
        program: LinearProgram,
        groups: Groups | None = None,
        allowance: Allowance | None = None,
    ) -> None:
        self.allowance = Allowance() if allowance is None else allowance
        idle = tuple(Column(c.key, c.lower, c.upper, 0.0, c.integer) for c in program.columns)
        self.program = ordered(LinearProgram(idle, program.rows))
        self.groups = {r.key: (r.key,) for r in program.rows} if groups is None else groups
        self.names = in_order(self.groups)
        self._numbers = {name: self._rows_of(name) for name in self.names}
        grouped = {i for numbers in self._numbers.values() for i in numbers}
        self._always = [i for i in range(len(program.rows)) if i not in grouped]
        self._known: dict[frozenset[Key], bool] = {}
        self.whole = bool(self.program.arrays.integer.any())

    @cached_property
    def _hot(self) -> Hot:
        """The programme kept warm."""
        return Hot(self.program)

    def _rows_of(self, name: Key) -> list[int]:
        number = self.program.row_number
        for key in self.groups[name]:
            if key not in number:
                raise MalformedProgram(f"Group {name!r} names an unknown row {key!r}.")
        return sorted({number[key] for key in self.groups[name]})

    def hold(self, names: Iterable[Key]) -> bool:
        """Whether these groups can hold together with everything that is in no group.

        Raises Spent where the allowance does not suffice.
        """
        chosen = frozenset(names)
        if chosen not in self._known:
            self._known[chosen] = self._slow(chosen) if self.whole else self._quick(chosen)
        return self._known[chosen]

    def shrunk(self, names: Iterable[Key]) -> list[Key]:
        """An irreducible conflict within `names`, which do not hold together."""
        needed = in_order(names)
        for name in reversed(needed):
            rest = [n for n in needed if n != name]
            if not self.hold(rest):
                needed = rest
        return needed

    def only(self, names: Iterable[Key]) -> LinearProgram:
        """The programme of these groups and everything that is in no group; nothing is gained."""
        rows = sorted({*self._always, *(i for n in names for i in self._numbers[n])})
        return LinearProgram(self.program.columns, tuple(self.program.rows[i] for i in rows))

    def described(self, names: Sequence[Key]) -> Conflict:
        """The conflict with the check of its proof."""
        proof = prove(self.only(names), self.allowance.seconds)
        proved = proof is not None and proof.status is Status.INFEASIBLE
        rows = tuple(self.program.rows[i].key for n in names for i in self._numbers[n])
        return Conflict(
            tuple(names),
            tuple(in_order(dict.fromkeys(rows))),
            proof.certificate if proof is not None and proved else None,
        )

    def _quick(self, names: frozenset[Key]) -> bool:
        """By one warm solve, whose plan is checked; where that gives no verdict, the slow way."""
        arrays = self.program.arrays
        kept = np.zeros(len(arrays.row_lower), dtype=np.bool_)
        kept[[*self._always, *(i for n in names for i in self._numbers[n])]] = True
        self._hot.set_rows(
            np.where(kept, arrays.row_lower, -inf), np.where(kept, arrays.row_upper, inf)
        )
        self._hot.limit(self.allowance.seconds)
        answer = self._hot.solve()
        if answer.status is Status.INFEASIBLE:
            return False
        if answer.found and self._kept(answer.x, kept):
            return True
        self._hot.reset()
        return self._slow(names)

    def _kept(self, x: FloatArray, kept: NDArray[np.bool_]) -> bool:
        """Whether the plan keeps those rows, up to what a certificate tolerates."""
        arrays = self.program.arrays
        activity = arrays.times(x)
        terms = np.abs(arrays.data * x[arrays.indices])
        sizes = np.maximum(self._hot.units.row, np.bincount(arrays.row_of, terms, len(kept)))
        over = np.maximum(arrays.row_lower - activity, activity - arrays.row_upper)
        return bool((over[kept] <= TOLERANCE * sizes[kept]).all())

    def _slow(self, names: frozenset[Key]) -> bool:
        """By one certified solve from scratch."""
        if self.allowance.over:
            raise Spent
        program = self.only(names)
        status = solve(program, time_limit=self.allowance.limit).status
        if status not in (Status.OPTIMAL, Status.INFEASIBLE, Status.STOPPED):
            status = solve_exactly(program, time_limit=min(EXACTLY, self.allowance.seconds)).status
        if status is Status.STOPPED:
            raise Spent
        if status not in (Status.OPTIMAL, Status.INFEASIBLE):
            raise NoVerdict(f"Whether {in_order(names)} can hold together stayed open: {status}.")
        return status is Status.OPTIMAL
