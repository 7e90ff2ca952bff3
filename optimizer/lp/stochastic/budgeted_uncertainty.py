"""Plans that hold while at most Γ uncertain numbers turn out badly (Bertsimas and Sim, 2004)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import erf, inf, sqrt

from optimizer.lp.own_keys import MARK, OwnKeys
from optimizer.lp.program import Column, Key, LinearProgram, MalformedProgram, Row, Sense
from optimizer.lp.solution import Solution
from optimizer.lp.solver import solve

RHS = (MARK, 0, "rhs")
"""Stands for the right-hand side among the entries of a row."""
OBJECTIVE = (MARK, 0, "objective")
"""Stands for the objective among the rows, and is the row that bounds it."""

Change = Mapping[tuple[Key, Key], float]
"""(row or OBJECTIVE, column or RHS) → how far the entry moves."""


@dataclass(frozen=True)
class Source:
    """One uncertain number: what its two ends change; a number that is symmetric needs `up` only.

    One source may move several entries, also of several rows; each row then guards itself against
    its own worst choice of Γ sources.
    """

    up: Change
    down: Change | None = None

    @property
    def ends(self) -> tuple[Change, Change]:
        """Both ends."""
        return self.up, {k: -v for k, v in self.up.items()} if self.down is None else self.down


@dataclass(frozen=True)
class Guarded:
    """A plan that holds while at most Γ sources turn bad in each row.

    `objective` is what it guarantees; `nominal` the optimum when nothing is uncertain; `price` what
    robustness costs; `chance` bounds the probability that a row with n symmetric, independent
    sources fails (normal approximation of Bertsimas and Sim's bound), by row.
    """

    solution: Solution
    nominal: float | None
    price: float | None
    chance: Mapping[Key, float]

    @property
    def objective(self) -> float | None:
        """What the plan guarantees."""
        return self.solution.objective


def guarded(program: LinearProgram, sources: Mapping[Hashable, Source], gamma: float) -> Guarded:
    """Solve the robust counterpart and the nominal programme; Γ = 0 is the nominal programme."""
    robust = solve(budgeted(program, sources, gamma))
    nominal = solve(program).objective
    price = None
    if robust.objective is not None and nominal is not None:
        price = nominal - robust.objective if program.maximise else robust.objective - nominal
    counts: dict[Key, int] = {}
    for source in sources.values():
        for row in {key[0] for end in source.ends for key in end}:
            counts[row] = counts.get(row, 0) + 1
    return Guarded(robust, nominal, price, {row: _chance(gamma, n) for row, n in counts.items()})


def budgeted(
    program: LinearProgram, sources: Mapping[Hashable, Source], gamma: float
) -> LinearProgram:
    """The robust counterpart: every row holds whichever Γ of its sources go to their worse ends.

    Γ may be a fraction: then one more source moves by that part. All columns are decided before
    anything is known. Raises MalformedProgram for a negative Γ, unknown entries, or an uncertain
    equation, which no fixed plan could keep.
    """
    if not gamma >= 0:
        raise MalformedProgram(f"Γ is {gamma}; it counts numbers, so it starts at 0.")
    touched = _by_row(program, sources)
    own, columns, rows = OwnKeys(program), list(program.columns), list[Row]()
    bound = own("objective") if OBJECTIVE in program.row_number else OBJECTIVE
    worth, constant = own("worth"), program.constant
    if OBJECTIVE in touched:
        terms = {c.key: float(c.gain) for c in columns if c.gain != 0}
        sense = Sense.GE if program.maximise else Sense.LE
        columns = [Column(c.key, c.lower, c.upper, 0.0, c.integer) for c in columns]
        columns.append(Column(worth, -inf, inf, 1.0))
        rows.append(Row(bound, {**terms, worth: -1.0}, sense, -float(constant)))
        touched[bound] = touched.pop(OBJECTIVE)
        constant = 0.0
    for row in (*program.rows, *rows):
        if row.key in touched and row.sense is Sense.EQ:
            raise MalformedProgram(f"The equation {row.key!r} cannot hold for uncertain numbers.")
    new: list[Row] = []
    for row in (*rows, *program.rows):
        if row.key not in touched:
            new.append(row)
            continue
        more, guard = _guard(own, row, touched[row.key], gamma)
        columns += more
        new += guard
    return LinearProgram(tuple(columns), tuple(new), program.maximise, constant)


def _by_row(
    program: LinearProgram, sources: Mapping[Hashable, Source]
) -> dict[Key, dict[Hashable, tuple[dict[Key, float], ...]]]:
    """Row → source → what each of its ends changes in that row."""
    touched: dict[Key, dict[Hashable, tuple[dict[Key, float], ...]]] = {}
    for name, source in sources.items():
        for end, change in enumerate(source.ends):
            for (row, column), amount in change.items():
                if row != OBJECTIVE and row not in program.row_number:
                    raise MalformedProgram(f"There is no row {row!r} to be uncertain.")
                if column != RHS and column not in program.column_number:
                    raise MalformedProgram(f"There is no column {column!r} to be uncertain.")
                if amount != 0.0:
                    ends = touched.setdefault(row, {}).setdefault(name, ({}, {}))
                    ends[end][column] = amount
    return touched


def _guard(
    own: OwnKeys,
    row: Row,
    sources: Mapping[Hashable, tuple[dict[Key, float], ...]],
    gamma: float,
) -> tuple[list[Column], list[Row]]:
    """The row with its reserve Γ·z + Σ p, and the rows z + p ≥ loss of each source's ends."""
    sign = 1.0 if row.sense is Sense.LE else -1.0
    reserve: Key = own("each", row.key)
    columns, rows = [Column(reserve)], []
    terms = dict(row.terms)
    terms[reserve] = sign * gamma
    for name, ends in sources.items():
        more: Key = own("most", row.key, name)
        columns.append(Column(more))
        terms[more] = sign
        for end, change in enumerate(ends):
            if change:
                loss = {k: sign * v for k, v in change.items() if k != RHS}
                need = {reserve: 1.0, more: 1.0, **{k: -v for k, v in loss.items()}}
                rhs = -sign * change.get(RHS, 0.0)
                rows.append(Row(own("end", row.key, name, end), need, Sense.GE, rhs))
    return columns, [Row(row.key, terms, row.sense, row.rhs), *rows]


def _chance(gamma: float, sources: int) -> float:
    """1 − Φ((Γ − 1)/√n): about the largest probability that a guarded row fails."""
    if gamma >= sources:
        return 0.0
    return 0.5 * (1.0 - erf((gamma - 1.0) / sqrt(2.0 * sources)))
