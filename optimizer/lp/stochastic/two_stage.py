"""Decide some columns now, the others once the draw is known; what a plan is measured by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from optimizer.lp.own_keys import OwnKeys
from optimizer.lp.program import (
    Coefficient,
    Column,
    FloatArray,
    IntArray,
    Key,
    LinearProgram,
    MalformedProgram,
    Row,
    Sense,
)
from optimizer.lp.solution import Status


@dataclass(frozen=True, eq=False)
class TwoStage:
    """A linear programme of D draws in which the columns `first` are decided before the draw.

    All other columns may differ from draw to draw. `probability` (D,) sums to one; equal for all
    draws where left out. A draw of probability 0 constrains the plan and counts for nothing else.
    The bounds of `first` columns hold in all draws at once. Raises MalformedProgram.
    """

    program: LinearProgram
    first: tuple[Key, ...]
    probability: FloatArray

    def __init__(
        self,
        program: LinearProgram,
        first: Iterable[Key],
        probability: Sequence[float] | FloatArray | None = None,
    ) -> None:
        draws = program.draws or (1 if probability is None else len(probability))
        chance = np.full(draws, 1.0 / draws) if probability is None else np.array(probability)
        # whatever rows are left out, what is left still has so many draws
        program = replace(program, constant=np.array(spread(program.constant, draws)))
        if chance.shape != (draws,) or (chance < 0).any() or abs(chance.sum() - 1.0) > 1e-9:
            raise MalformedProgram(f"{draws} probabilities from 0 that sum to 1 are needed.")
        keys = tuple(dict.fromkeys(first))
        unknown = [key for key in keys if key not in program.column_number]
        if unknown:
            raise MalformedProgram(f"There is no column {unknown[0]!r} to decide first.")
        object.__setattr__(self, "program", program)
        object.__setattr__(self, "first", keys)
        object.__setattr__(self, "probability", chance.astype(np.float64))

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.probability)

    @property
    def sign(self) -> float:
        """1 where more is better, −1 where less is."""
        return 1.0 if self.program.maximise else -1.0

    @cached_property
    def places(self) -> IntArray:
        """Column numbers of `first`."""
        return np.array([self.program.column_number[k] for k in self.first], dtype=np.int64)

    @cached_property
    def shared(self) -> tuple[Column, ...]:
        """The first columns with the bounds of all draws, and their expected gain."""
        known = [self.program.columns[j] for j in self.places]
        return tuple(
            Column(
                c.key,
                float(np.max(c.lower)),
                float(np.min(c.upper)),
                float(np.dot(self.probability, spread(c.gain, self.draws))),
                c.integer,
            )
            for c in known
        )

    @cached_property
    def first_rows(self) -> tuple[Row, ...]:
        """Rows over first columns alone, as plain numbers; those that vary, once for each draw."""
        own = OwnKeys(self.program)
        rows: dict[object, Row] = {}
        for row in self.program.rows:
            if self._early(row):
                numbers = [*row.terms.values(), row.rhs]
                varies = any(isinstance(v, np.ndarray) and v.ndim for v in numbers)
                for i in range(self.draws if varies else 1):
                    terms = {k: at(v, i) for k, v in row.terms.items()}
                    rhs = at(row.rhs, i)
                    key = (row.key, *terms.values(), rhs)  # alike in many draws: one row
                    rows.setdefault(key, Row(own("first", row.key, i) if varies else row.key, terms,
                                             row.sense, rhs))  # fmt: skip
        return tuple(rows.values())

    @cached_property
    def recourse(self) -> LinearProgram:
        """The programme of all draws without the rows over first columns alone."""
        rows = tuple(row for row in self.program.rows if not self._early(row))
        return replace(self.program, rows=rows)

    def _early(self, row: Row) -> bool:
        return set(row.terms) <= set(self.first)

    def keeps(self, first: Mapping[Key, float]) -> bool:
        """Whether a plan keeps the bounds and the rows of the first columns, up to rounding."""
        for c in self.shared:
            slack = 1e-9 * max(1.0, abs(first[c.key]))
            if not float(c.lower) - slack <= first[c.key] <= float(c.upper) + slack:
                return False
        for row in self.first_rows:
            parts = [float(v) * first[k] for k, v in row.terms.items()]
            miss = sum(parts) - float(row.rhs)
            slack = 1e-9 * max(1.0, abs(float(row.rhs)), *(abs(p) for p in parts))
            if (miss > slack and row.sense is not Sense.GE) or (
                miss < -slack and row.sense is not Sense.LE
            ):
                return False
        return True

    def expected(self) -> LinearProgram:
        """The programme of the mean: every number at its expected value."""

        def mean(value: Coefficient) -> float:
            if not isinstance(value, np.ndarray) or not value.ndim:
                return float(value)
            counted = self.probability > 0  # 0 times infinity is no number
            return float(self.probability[counted] @ value[counted])

        program = self.program
        return LinearProgram(
            tuple(
                Column(c.key, mean(c.lower), mean(c.upper), mean(c.gain), c.integer)
                for c in program.columns
            ),
            tuple(
                Row(r.key, {k: mean(v) for k, v in r.terms.items()}, r.sense, mean(r.rhs))
                for r in program.rows
            ),
            program.maximise,
            mean(program.constant),
        )


@dataclass(frozen=True, eq=False)
class HereAndNow:
    """The plan decided before the draw is known.

    `objective` is the value of the criterion, `bound` what no plan can pass, `gap` their relative
    distance; `first` the columns decided now; `outcomes` (D,) what each draw then yields, NaN where
    the plan fails. Without a plan the values are None or NaN, and `lost` names draws that no plan
    serves, if the L-shaped method found them. `rounds` and `cuts` count that method's work.
    """

    status: Status
    objective: float | None
    first: Mapping[Key, float]
    outcomes: FloatArray
    bound: float | None = None
    gap: float | None = None
    lost: tuple[int, ...] = ()
    rounds: int = 0
    cuts: int = 0

    @property
    def found(self) -> bool:
        """Whether there is a plan within the wanted gap."""
        return self.status is Status.OPTIMAL


def together(programs: Sequence[LinearProgram]) -> LinearProgram:
    """Programmes of single draws as one programme of draws; what one lacks is nought in it.

    A row that a draw does not have is empty there, a column it does not have stays at zero. Raises
    MalformedProgram when directions, senses or integrality differ.
    """
    if not programs or any(p.maximise is not programs[0].maximise for p in programs):
        raise MalformedProgram("Programmes of one direction are needed to stand together.")
    columns = {c.key: c for p in programs for c in p.columns}
    rows = {r.key: r for p in programs for r in p.rows}
    for program in programs:
        if any(rows[r.key].sense is not r.sense for r in program.rows):
            raise MalformedProgram("A row has different senses in different draws.")
        if any(columns[c.key].integer is not c.integer for c in program.columns):
            raise MalformedProgram("A column is whole in some draws only.")
    none = Column(None, 0.0, 0.0)
    mine = [{c.key: c for c in p.columns} for p in programs]
    rules = [{r.key: r for r in p.rows} for p in programs]

    def numbers(values: Iterable[object]) -> FloatArray:
        return np.array(list(values), dtype=np.float64)

    wide = tuple(
        Column(
            key,
            numbers(m.get(key, none).lower for m in mine),
            numbers(m.get(key, none).upper for m in mine),
            numbers(m.get(key, none).gain for m in mine),
            columns[key].integer,
        )
        for key in columns
    )
    long = []
    for key, row in rows.items():
        there = [r.get(key, Row(key, {}, row.sense, 0.0)) for r in rules]
        terms = dict.fromkeys(k for r in there for k in r.terms)
        entries = {k: numbers(r.terms.get(k, 0.0) for r in there) for k in terms}
        long.append(Row(key, entries, row.sense, numbers(r.rhs for r in there)))
    return LinearProgram(
        wide, tuple(long), programs[0].maximise, numbers(p.constant for p in programs)
    )


def spread(value: Coefficient, draws: int) -> FloatArray:
    """A number or an array of draws as an array of draws."""
    return np.broadcast_to(np.asarray(value, dtype=np.float64), (draws,))


def at(value: Coefficient, draw: int) -> float:
    """The number of one draw."""
    return float(value[draw]) if isinstance(value, np.ndarray) and value.ndim else float(value)
