"""Cells of a declared table: in words, as bare values with the unit in the head, and heads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isnan
from typing import Any

from optimizer.domain.units import PLAIN, Unit, parse_unit
from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.limit_words import limit_words
from optimizer.formulation.rules.base import title_of
from optimizer.formulation.sums import CHANNELS
from optimizer.i18n import SOURCE, Words, _, in_a_row, pgettext, rendered, verbatim
from optimizer.results.columns import cell
from optimizer.results.table import FIGURES, Column, Kind, Table

GAP = "–"
"""Stands where there is no figure."""
_DIGITS = {Kind.SHARE: 2}


def words_of(table: Table, row: Mapping[str, Any], column: Column) -> Words:
    """A cell as people read it, its unit in words."""
    if column.kind is Kind.WORDS and column.name not in row:
        return verbatim(GAP)
    value: Any = cell(row, column.name) if _worded(row, column) else row.get(column.name)
    if hasattr(value, "in_"):
        words: Words = value
        return words
    if value is None or (isinstance(value, float) and isnan(value)):
        return verbatim(GAP)
    if column.reads is not None:
        return verbatim(column.reads(value))
    if column.kind in FIGURES:
        return _figure(table, row, column, value)
    if column.kind is Kind.YES_NO:
        return _("yes") if value else _("no")
    return _named(table, row, column, str(value))


def _worded(row: Mapping[str, Any], column: Column) -> bool:
    return (
        column.kind is Kind.WORDS
        and isinstance(row[column.name], str)
        and not hasattr(row[column.name], "in_")
    )


def _figure(table: Table, row: Mapping[str, Any], column: Column, value: float) -> Words:
    significant = column.digits or _DIGITS.get(column.kind, 3)
    match column.kind:
        case Kind.YEAR | Kind.COUNT:
            return verbatim(value)
        case Kind.MONEY:
            return rendered(money, value, money_unit(table, row, column), significant=significant)
        case Kind.CHANGE:
            sign = "+" if value > 0 else "−" if value < 0 else ""
            amount = rendered(money, abs(value), money_unit(table, row, column))
            return in_a_row((sign, amount), "")
        case Kind.LIMIT:
            unit = cell(row, str(column.unit))
            return limit_words(value, unit, money_unit(table, row, column), significant)
        case Kind.SHARE:
            return verbatim(percent(value, significant))
        case _other:
            return verbatim(digits(value, significant))


def _named(table: Table, row: Mapping[str, Any], column: Column, name: str) -> Words:
    scenario = table.scenario
    if scenario is None or not name:
        return verbatim(name or GAP)
    match column.kind:
        case Kind.PROGRAMME:
            return title_of(scenario.programmes, name)
        case Kind.PATHWAY:
            return title_of(scenario.pathways, name)
        case Kind.CAPACITY:
            return title_of(scenario.capacities, name)
        case Kind.ACTIVITY:
            programme = scenario.programmes.get(str(row.get("programme")))
            return verbatim(name) if programme is None else title_of(programme.activities, name)
        case Kind.CHANNEL:
            return CHANNELS.get(name, verbatim(name))
        case _other:
            return verbatim(name)


def money_unit(table: Table, row: Mapping[str, Any], column: Column) -> Unit:
    """The unit of money of a cell: that of its column, of its row, or of the scenario."""
    if isinstance(column.unit, Unit):
        return column.unit
    if isinstance(column.unit, str) and column.kind is not Kind.LIMIT:
        return parse_unit(row[column.unit])
    return PLAIN if table.scenario is None else table.scenario.money.parsed


def bare(table: Table, row: Mapping[str, Any], column: Column, language: str) -> Any:
    """A cell as a program reads it: a number where there is one, else words in a language."""
    value = row.get(column.name)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if column.kind in FIGURES and column.kind is not Kind.LIMIT and (number or value is None):
        return value
    said = words_of(table, row, column).in_(language)
    return "" if said == GAP else said


def head(table: Table, column: Column, *, bare: bool = False) -> Words:
    """The head of a column; where its figures stand bare it names their unit."""
    assert column.title is not None
    unit = _UNITS.get(column.kind, _none)(table, column) if bare else None
    if unit is None:
        return column.title
    return pgettext("head", "{title} ({unit})", title=column.title, unit=unit)


def _money(table: Table, column: Column) -> Words | None:
    own = isinstance(column.unit, str) or (column.unit is None and table.scenario is None)
    return None if own else rendered(money, 1.0, money_unit(table, {}, column))


def _says(column: Column, word: str) -> bool:
    return column.title is not None and word in column.title.in_(SOURCE).lower()


def _none(table: Table, column: Column) -> Words | None:
    return None


_UNITS: Mapping[Kind, Callable[[Table, Column], Words | None]] = {
    Kind.MONEY: _money,
    Kind.CHANGE: _money,
    Kind.GOAL: lambda table, column: None if _says(column, "goal") else pgettext("unit", "goal"),
    Kind.PEOPLE: lambda table, column: (
        None if _says(column, "people") else pgettext("unit", "people")
    ),
}
"""What a head adds where figures stand bare, unless the title names what is counted."""
