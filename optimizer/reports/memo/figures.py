"""How figures read in a memo: one unit and one number of places for each table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor, isclose, isnan, log10
from typing import Any

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, entry_unit, percent, span
from optimizer.i18n import Figure, Words, _, rendered, verbatim
from optimizer.i18n.figures import in_english
from optimizer.inputs.evidence import load_evidence
from optimizer.reports.render.blocks import MARK
from optimizer.results.cells import words_of
from optimizer.results.table import ASSUMED, Column, Kind, Table

YEARS_SIDE_BY_SIDE = 7
"""More years than these are split over several tables."""
UNKNOWN = "–"
"""Stands where there is no figure."""


@dataclass(frozen=True)
class Amounts:
    """Money as tables show it: in a round unit, to four digits of the budget, by language."""

    scenario: Scenario

    @property
    def unit(self) -> Words:
        """The unit of the amounts."""
        return rendered(lambda language: self._steps(language)[1])

    def show(self, money: float) -> Words:
        """An amount without its unit; a dash where there is none."""
        return rendered(self._amount, money)

    def each(self, money: float) -> Words:
        """The money for one, to two digits."""
        return rendered(lambda language: worth(money / self._steps(language)[0]))

    def _amount(self, money: float, *, language: str) -> str:
        size, _unit = self._steps(language)
        return fixed(money / size, places_for(self.scenario.budget.total / size, 4))

    def _steps(self, language: str) -> tuple[float, str]:
        """The size of the unit in that of the scenario, and its name."""
        total, unit = self.scenario.budget.total, self.scenario.money.parsed
        size, name = entry_unit(total, unit, language)
        million = 1e6 / unit.scale
        hundreds = isclose(size, 100.0 * million)  # in Korean, whose budgets are put in millions
        if hundreds and 10 * million <= total < 10 * size:
            currency = name.rpartition(" ")[2]
            return million, _("million {currency}", currency=currency).in_(language)
        return size, name


def places_for(largest: float, significant: int) -> int:
    """Decimal places that show so many digits of the largest number of a table."""
    if largest <= 0 or isnan(largest):
        return 0
    return min(6, max(0, significant - 1 - floor(log10(largest))))


def fixed(value: float, places: int) -> str:
    """A number with so many places, thousands separated; a dash where there is none."""
    if isnan(value):
        return UNKNOWN
    text = f"{value:,.{places}f}"
    text = text.lstrip("-") if not text.strip("-0.,") else text
    return Figure(text.replace("-", "−"))


def known(value: float, significant: int = 3) -> str:
    """A number with so many digits; a dash where there is none."""
    return UNKNOWN if isnan(value) else digits(value, significant)


def worth(value: float, significant: int = 2) -> str:
    """A number with so many digits, zeros at the end included; a dash where there is none.

    >>> worth(0.3), worth(2.04), worth(157.6)
    ('0.30', '2.0', '158')
    """
    return UNKNOWN if isnan(value) else fixed(value, places_for(abs(value), significant))


def roughly(value: float, significant: int = 2) -> float:
    """A number rounded to so many digits, also before the point: 353.2 becomes 350."""
    return float(f"{value:.{significant - 1}e}")


def about(value: float) -> str:
    """A number of people to two digits, as uncertain as they are; a dash where there is none.

    >>> about(51.02), about(698.3), about(1121.0)
    ('51', '700', '1,100')
    """
    return UNKNOWN if isnan(value) else digits(roughly(value), 2)


def share(value: float, significant: int = 2) -> str:
    """A share as a percentage; a dash where there is none, 0% for rounding."""
    if isnan(value):
        return UNKNOWN
    return percent(value, significant) if abs(value) > 5e-6 else "0%"


def adds_up(rows: Sequence[Sequence[str]], totals: Sequence[str], *, across: bool) -> bool:
    """Whether printed rows add up to their printed totals, digit for digit.

    `across`: the last cell of every row is the total of the cells before it.
    """
    seen = [[number(cell) for cell in row] for row in (*rows, totals)]
    down = zip(*seen, strict=True)
    sums = [(sum(column[:-1]), column[-1]) for column in down]
    if across:
        sums += [(sum(row[:-1]), row[-1]) for row in seen]
    return all(abs(parts - total) < 1e-9 for parts, total in sums)


def number(cell: str) -> float:
    """The number that a cell shows; 0 for a dash."""
    bare = cell.replace(",", "").replace("−", "-").rstrip("%")
    return 0.0 if bare == UNKNOWN else float(bare)


def years_in_parts(years: Sequence[int]) -> Iterator[Sequence[int]]:
    """The years in groups that fit side by side."""
    for start in range(0, len(years), YEARS_SIDE_BY_SIDE):
        yield years[start : start + YEARS_SIDE_BY_SIDE]


def number_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row about a number of the document, with its range and its unit in words.

    A unit that the vocabulary lacks reads as it stands.
    """
    unit = row["unit"]
    term = load_evidence().terms.get(("unit", unit))
    return {
        **row,
        ASSUMED: row["grade"] == "X",
        "range": rendered(span, known(row["low"]), known(row["high"])),
        "unit": verbatim(unit or UNKNOWN) if term is None else term.title,
    }


RANGE = Column("range", _("Range"), Kind.NUMBER)
"""Both ends of the range of a number in one cell."""


def on_paper(
    table: Table,
    widths: Mapping[str, float],
    *,
    heads: Mapping[str, Words] | None = None,
    reads: Mapping[Kind, Callable[[Any], Words | str]] | None = None,
    title: Words | None = None,
    notes: tuple[Words, ...] = (),
) -> Table:
    """The table with these columns alone, in this order and of these widths.

    `heads` and `title` are other titles than the declared ones, `reads` tells how figures of a
    kind read here, `notes` are all that stand below it.
    """
    heads, reads = heads or {}, reads or {}
    columns = (replace(table[name], width=width) for name, width in widths.items())
    columns = (replace(c, title=heads.get(c.name, c.title)) for c in columns)
    columns = (replace(c, reads=reads.get(c.kind)) for c in columns)
    return replace(table, columns=tuple(columns), title=title or table.title, notes=notes)


def rounding(table: Table, names: Sequence[str], *, across: bool) -> Words:
    """The note under a table whose rounded figures do not add up to its last row; else no words."""
    cells = [[words_of(table, row, table[name]) for name in names] for row in table]
    return rendered(_rounding, cells, across=across)


def _rounding(cells: Sequence[Sequence[Words]], *, across: bool, language: str) -> str:
    *rows, totals = [[in_english(cell.in_(language), language) for cell in row] for row in cells]
    return "" if adds_up(rows, totals, across=across) else ROUNDED.in_(language)


ROUNDED = _("Figures are rounded; totals are those of the unrounded figures.")
ASSUMPTIONS = _(
    "{mark} rests on at least one assumption (grade X): nobody has measured it.", mark=MARK
)
"""The note that explains the mark of assumptions."""
