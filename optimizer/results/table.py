"""A table declared once, its columns with name, title, unit and digits; and such a table filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.units import Unit
from optimizer.i18n import Words
from optimizer.results.columns import column_names


class Kind(StrEnum):
    """What a column holds: it decides the type, the unit and how a figure reads."""

    TEXT = "text"
    WORDS = "words"
    """Words in every language, a column for each: `title`, `title_ko`."""
    PROGRAMME = "programme"
    ACTIVITY = "activity"
    PATHWAY = "pathway"
    CAPACITY = "capacity"
    CHANNEL = "channel"
    OUTCOME = "outcome"
    YEAR = "year"
    COUNT = "count"
    YES_NO = "yes or no"
    MONEY = "money"
    """In the scenario's unit, or in the one that the column or another column of the row names."""
    CHANGE = "change"
    """The same with its sign."""
    LIMIT = "limit"
    """In the unit that the words of another column name."""
    PEOPLE = "people"
    GOAL = "goal"
    SHARE = "share"
    NUMBER = "number"


FIGURES = frozenset(
    {
        Kind.YEAR, Kind.COUNT, Kind.MONEY, Kind.CHANGE, Kind.LIMIT, Kind.PEOPLE, Kind.GOAL,
        Kind.SHARE, Kind.NUMBER,
    }
)  # fmt: skip
"""Kinds that stand to the right."""
ASSUMED = "assumed"
"""A row that is a mapping and true under this name rests on an assumption, which paper marks."""
_TYPES = {Kind.YEAR: "int64", Kind.COUNT: "int64", Kind.YES_NO: "bool"}


@dataclass(frozen=True)
class Column:
    """A column: its name in data, its head, what it holds.

    Without a title it stands in data alone. `unit` is that of its money, or the name of the column
    that holds the unit of each row. `digits` are significant ones, else those of its
    kind; `reads` tells how its figures read where it is otherwise than those of its kind. Columns
    that are not `brief` stand where there is room: on the desk, in CSV and in workbooks.
    """

    name: str
    title: Words | None = None
    kind: Kind = Kind.TEXT
    digits: int | None = None
    unit: Unit | str | None = None
    brief: bool = True
    width: float | None = None
    """On paper, relative to its neighbours."""
    reads: Callable[[Any], Words | str] | None = None

    @property
    def type(self) -> str:
        """The type of the column in a data frame."""
        return _TYPES.get(self.kind, "float64" if self.kind in FIGURES else "str")


def data(*names: str, kind: Kind = Kind.TEXT) -> tuple[Column, ...]:
    """Columns of one kind that stand in data alone."""
    return tuple(Column(name, kind=kind) for name in names)


@dataclass(frozen=True, init=False)
class Shape:
    """A table as it is declared: name, title and columns."""

    name: str
    title: Words
    columns: tuple[Column, ...]

    def __init__(self, name: str, title: Words, *columns: Column) -> None:
        for field, value in (("name", name), ("title", title), ("columns", columns)):
            object.__setattr__(self, field, value)

    @property
    def types(self) -> dict[str, str]:
        """Columns of the frame with their types, a column of words once for each language."""
        return {
            name: column.type
            for column in self.columns
            for name in (column_names(column.name) if column.kind is Kind.WORDS else (column.name,))
        }

    def frame(self, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
        """A frame with exactly these columns and types, even when empty."""
        members, filled = list(rows), {}
        for name, kind in self.types.items():
            values = [row[name] for row in members]
            # texts through a series, whose type of text differs between versions of pandas
            text = kind == "str"
            filled[name] = pd.Series(values, dtype="str").array if text else np.array(values, kind)
        return pd.DataFrame(filled, copy=False)

    def of(
        self,
        rows: pd.DataFrame | Sequence[Mapping[str, Any]],
        scenario: Scenario | None = None,
        *,
        only: Sequence[str] | None = None,
        title: Words | None = None,
        heads: Mapping[str, Words] | None = None,
        captioned: bool = False,
        brief: bool = True,
        most: int | None = None,
    ) -> Table:
        """The table with these rows; `scenario` knows the titles of names and the unit of money.

        `only` names the columns to show, in that order; `heads` are other titles of columns.
        """
        columns = self.columns if only is None else tuple(self[name] for name in only)
        for name, head in (heads or {}).items():
            columns = tuple(replace(c, title=head) if c.name == name else c for c in columns)
        return Table(
            self.name, title or self.title, columns, rows, scenario,
            captioned=captioned, brief=brief, most=most,
        )  # fmt: skip

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


@dataclass(frozen=True)
class Table:
    """A declared table with its rows: a frame, or mappings from names of columns to values.

    Values of mappings may be words. The last `totals` rows sum up the others; `details` are lines
    below each row, `notes` below the table. Where it is not `captioned` the terminal leaves the
    title out, and a table that is not `brief` altogether.
    """

    name: str
    title: Words
    columns: tuple[Column, ...]
    rows: pd.DataFrame | Sequence[Mapping[str, Any]]
    scenario: Scenario | None = None
    totals: int = 0
    details: Sequence[Words] = ()
    notes: tuple[Words, ...] = ()
    captioned: bool = False
    brief: bool = True
    most: int | None = None
    """Rows on the terminal at most; other forms have all."""
    rest: Words | None = None
    """What the terminal says of the rows that it leaves out."""

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(rows_of(self.rows) if isinstance(self.rows, pd.DataFrame) else self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def shown(self, *, brief: bool = False) -> tuple[Column, ...]:
        """Columns that people see; in brief only those that tell most."""
        return tuple(c for c in self.columns if c.title is not None and (c.brief or not brief))


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of a frame as mappings from names of columns to values."""
    return [{str(k): v for k, v in row.items()} for row in frame.to_dict(orient="records")]
