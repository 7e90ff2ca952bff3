"""The smallest changes of right-hand sides that let rules in conflict hold together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import inf

from optimizer.lp.certificate import Certificate
from optimizer.lp.conflicts.conflict import Groups, NoVerdict, Rules
from optimizer.lp.hot import Hot
from optimizer.lp.order import in_order
from optimizer.lp.own_keys import OwnKeys
from optimizer.lp.program import Column, Key, LinearProgram, MalformedProgram, Row, Sense
from optimizer.lp.solution import Solution, Status
from optimizer.lp.solver import solve

Directions = Mapping[Key, Mapping[Key, float]]
"""Group → row → by how much its right-hand side moves when the group's amount grows by one."""

TIE = 1e-9
"""Relative difference up to which two totals are the same."""
DUST = 1e-13
"""Share of a right-hand side below which what is left of it is rounding, hence nought."""
MARGINS = (0.0, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9, 1e-8)
"""Shares of an amount by which it is widened, in turn, until the repaired rows can be solved."""
TRIES = 500
"""How many sets of groups are tried in the search for the fewest."""


@dataclass(frozen=True)
class Repair:
    """New right-hand sides under which everything holds together; certified by solving again.

    `amounts` says how far each group moves, in units of right-hand side (or of its direction, then
    signed); `rhs` holds the new right-hand side of each row that changes. `total` is the sum of the
    amounts' sizes times their weights. `margin` is the share by which all amounts were widened
    because rounding left the exact ones a hair too small; 0 as a rule.
    """

    amounts: Mapping[Key, float]
    rhs: Mapping[Key, float]
    total: float
    margin: float
    certificate: Certificate

    def applied(self, program: LinearProgram) -> LinearProgram:
        """The programme with the new right-hand sides."""
        rows = tuple(replace(r, rhs=self.rhs.get(r.key, r.rhs)) for r in program.rows)
        return replace(program, rows=rows)


@dataclass(frozen=True)
class Repairs:
    """Each soft group's smallest change that is enough alone, and the least change of all together.

    `alone` holds None for a group that cannot mend the conflict by itself; `together` is None when
    no change of soft groups can. `needed` is False when everything holds together as it stands;
    all amounts are 0 then. `fewest` is False when the search for the fewest groups among equal
    totals was cut short.
    """

    needed: bool
    alone: Mapping[Key, Repair | None]
    together: Repair | None
    fewest: bool = True


def repairs(
    program: LinearProgram,
    groups: Groups | None = None,
    soft: Collection[Key] | None = None,
    *,
    directions: Directions | None = None,
    weights: Mapping[Key, float] | None = None,
    forwards: Collection[Key] = (),
) -> Repairs:
    """The smallest changes to the `soft` groups (all by default) that end a conflict.

    One amount moves a group: each of its rows gives way by at most that much, an equality to
    either side; or its right-hand sides move along `directions`, forwards or backwards, but only
    forwards for the groups in `forwards`. The total weighs each amount by `weights`, by default
    one over the group's largest right-hand side.
    Among equal totals the fewest groups are taken, then the first by name. Other rows never move.
    Raises MalformedProgram for unknown names, NoVerdict where a solve gives none.
    """
    menu = _Menu(program, groups, directions or {}, weights or {}, forwards)
    names = in_order(menu.rules.names if soft is None else soft)
    menu.refuse_unknown([*names, *menu.directions, *(weights or {})])
    if menu.rules.hold(menu.rules.names):
        nothing = menu.repair(())
        return Repairs(False, dict.fromkeys(names, nothing), nothing)
    together, fewest = menu.together(names)
    return Repairs(True, {n: menu.repair([n]) for n in names}, together, fewest)


def least_repair(
    program: LinearProgram,
    groups: Groups | None = None,
    soft: Collection[Key] | None = None,
    *,
    directions: Directions | None = None,
    weights: Mapping[Key, float] | None = None,
    forwards: Collection[Key] = (),
) -> Repair | None:
    """The least total change of the `soft` groups together, as in `repairs`; None if none helps."""
    menu = _Menu(program, groups, directions or {}, weights or {}, forwards)
    names = in_order(menu.rules.names if soft is None else soft)
    menu.refuse_unknown([*names, *menu.directions, *(weights or {})])
    return menu.together(names)[0]


def stretched(
    program: LinearProgram,
    groups: Groups,
    soft: Collection[Key],
    *,
    directions: Directions | None = None,
    forwards: Collection[Key] = (),
) -> LinearProgram:
    """The programme in which the `soft` groups give way at a price; its optimum is the least total.

    Columns keep their keys; `OwnKeys(program)("amount", group)` says how far a group moves.
    """
    return _Menu(program, groups, directions or {}, {}, forwards).stretched(in_order(soft))


class _Menu:
    """A programme whose groups can be stretched at a price."""

    def __init__(
        self,
        program: LinearProgram,
        groups: Groups | None,
        directions: Directions,
        weights: Mapping[Key, float],
        forwards: Collection[Key],
    ) -> None:
        self.rules = Rules(program, groups)
        self.program = self.rules.program
        self.own = OwnKeys(self.program)
        self.directions, self.forwards = directions, frozenset(forwards)
        self.row = {r.key: r for r in self.program.rows}
        self.weights = {n: weights.get(n, 1.0 / self._size(n)) for n in self.rules.names}

    def refuse_unknown(self, names: Iterable[Key]) -> None:
        """Raise MalformedProgram for a group or row that is not there, or a weight not above 0."""
        for name in names:
            if name not in self.rules.groups:
                raise MalformedProgram(f"There is no group {name!r} to repair.")
            if not self.weights[name] > 0:
                raise MalformedProgram(f"The weight of group {name!r} is not above 0.")
            for key in self.directions.get(name, {}):
                if key not in self.row:
                    raise MalformedProgram(f"Group {name!r} names an unknown row {key!r}.")

    def _size(self, name: Key) -> float:
        """The amount that would double the group's largest right-hand side; 1 where all are 0."""
        way = self.directions.get(name)
        if way is None:
            sizes = [abs(float(self.row[k].rhs)) for k in self.rules.groups[name]]
        else:
            sizes = [abs(float(self.row[k].rhs) / d) for k, d in way.items() if d and k in self.row]
        return max(sizes, default=0.0) or 1.0

    def together(self, names: Sequence[Key]) -> tuple[Repair | None, bool]:
        """The least total over all names, by the fewest of them; and whether no fewer would do."""
        best = self.repair(names)
        if best is None or not best.amounts:
            return best, True
        tries = 0
        for size in range(1, len(best.amounts) + 1):
            for chosen in combinations(names, size):
                if tries == TRIES:
                    return best, False
                tries += 1
                if chosen == tuple(in_order(best.amounts)):
                    return best, True
                other = self.repair(chosen)
                if other is not None and other.total <= best.total * (1.0 + TIE):
                    return other, True
        return best, True

    def repair(self, names: Iterable[Key]) -> Repair | None:
        """The least total change of these groups alone; None when none is enough."""
        chosen = tuple(names)
        program = self.stretched(chosen)
        solution = solve(program)
        if solution.status is Status.INFEASIBLE:
            return None
        if not solution.found:
            # a contradiction too slight for a proof in floating point is one all the same
            quick = None if self.rules.whole else Hot(program).solve().status
            if quick is Status.INFEASIBLE:
                return None
            raise NoVerdict(f"The change that {chosen} need stayed open: {solution.status}.")
        for margin in MARGINS:
            repair = self._read(chosen, solution, margin)
            if repair is not None:
                return repair
        raise NoVerdict(f"The change that {chosen} need could not be solved again.")

    def stretched(self, names: Sequence[Key]) -> LinearProgram:
        """The least weighted sum of amounts; new columns are own ones: amount, back, give."""
        columns, limits = list(self.program.columns), []
        terms = {r.key: dict(r.terms) for r in self.program.rows}
        for n in names:
            columns.append(Column(self.own("amount", n), 0.0, inf, self.weights[n]))
            way = self.directions.get(n)
            if way is not None:
                back = 0.0 if n in self.forwards else inf
                columns.append(Column(self.own("back", n), 0.0, back, self.weights[n]))
                for key, step in way.items():
                    terms[key][self.own("amount", n)] = -step
                    terms[key][self.own("back", n)] = step
                continue
            for key in dict.fromkeys(self.rules.groups[n]):
                sense = self.row[key].sense
                if sense is not Sense.EQ:
                    terms[key][self.own("amount", n)] = -1.0 if sense is Sense.LE else 1.0
                    continue
                give = self.own("give", n, key)
                columns.append(Column(give, -inf, inf))
                terms[key][give] = -1.0
                for side in (1.0, -1.0):
                    ends: dict[Key, float] = {give: side, self.own("amount", n): -1.0}
                    limits.append(Row(self.own("give", n, key, side), ends, Sense.LE, 0.0))
        rows = [replace(r, terms=terms[r.key]) for r in self.program.rows]
        return LinearProgram(tuple(columns), (*rows, *limits), maximise=False)

    def _read(self, names: Sequence[Key], solution: Solution, margin: float) -> Repair | None:
        """The repair in a solution, if the rows can be solved with it."""
        value = solution.value
        wider = {n: 1.0 if self._moves_equality(n) else 1.0 + margin for n in names}
        moved = {
            n: value[self.own("amount", n)] - value.get(self.own("back", n), 0.0) for n in names
        }
        amounts = {n: wider[n] * moved[n] for n in names}
        amounts = {n: a for n, a in amounts.items() if abs(a) * self.weights[n] > DUST}
        rhs: dict[Key, float] = {}
        for n, amount in amounts.items():
            for key, step in self._steps(n, amount, solution).items():
                old = rhs.get(key, float(self.row[key].rhs))
                rhs[key] = old + step if abs(old + step) > DUST * abs(old) else 0.0
        total = sum(abs(a) * self.weights[n] for n, a in amounts.items())
        repair = Repair(amounts, rhs, total, margin, Certificate("feasible"))
        again = solve(repair.applied(self.program))
        if not again.found or again.certificate is None:
            return None
        return replace(repair, certificate=again.certificate)

    def _moves_equality(self, name: Key) -> bool:
        """Whether a wider amount would miss: a row of the group is an equality."""
        rows = self.directions.get(name, self.rules.groups[name])
        return any(self.row[key].sense is Sense.EQ for key in rows)

    def _steps(self, name: Key, amount: float, solution: Solution) -> Mapping[Key, float]:
        """By how much each right-hand side of a group moves."""
        way = self.directions.get(name)
        if way is not None:
            return {key: amount * step for key, step in way.items() if step != 0}
        steps: dict[Key, float] = {}
        for key in self.rules.groups[name]:
            match self.row[key].sense:
                case Sense.LE:
                    steps[key] = amount
                case Sense.GE:
                    steps[key] = -amount
                case Sense.EQ:
                    steps[key] = solution.value[self.own("give", name, key)]
        return {key: step for key, step in steps.items() if step != 0}
