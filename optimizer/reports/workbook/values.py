"""The values of a workbook's formulas, for readers that do not compute: previews, protected views.

Only what our own formulas use is understood; anything else is a KeyError. A spreadsheet program
computes every cell afresh when it opens the file, so nothing rests on these values but the first
look, and the check that the formulas give the engine's plan.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook import Workbook

Value = Any
"""A float, a text, a truth value, or a block of numbers (an array, blanks as nan)."""

_TOKEN = re.compile(
    r"\s*(?:(?P<ref>'(?:[^']|'')+'!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)"
    r"|(?P<number>\d+\.?\d*(?:E[-+]?\d+)?)"
    r'|"(?P<text>(?:[^"]|"")*)"'
    r"|(?P<name>[A-Z]+)(?=\()"
    r"|(?P<sign><=|>=|<>|[-+*/^&<>=(),]))"
)
_LEVELS = (("<=", ">=", "<>", "<", ">", "="), ("&",), ("+", "-"), ("*", "/"), ("^",))
"""Operators from the loosest to the tightest."""


class Values:
    """Computes cells of a workbook on demand, each once."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.known: dict[tuple[str, int, int], Value] = {}

    def formulas(self) -> Iterator[tuple[str, str, Value]]:
        """Every formula: sheet, address, value."""
        for page in self.book.worksheets:
            for row in page.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        place = cell.coordinate
                        yield page.title, place, self.ref(f"'{page.title}'!{place}")

    def at(self, sheet: str, row: int, column: int) -> Value:
        """The value of one cell; None where nothing stands."""
        key = (sheet, row, column)
        if key not in self.known:
            cell = self.book[sheet].cell(row, column)
            shown: Any = cell.value
            self.known[key] = _Reading(self, shown[1:]).value() if cell.data_type == "f" else shown
        return self.known[key]

    def ref(self, text: str) -> Value:
        """The value of a cell, or the numbers of a block."""
        sheet, _, place = text.rpartition("!")
        left, top, right, bottom = (int(n or 0) for n in range_boundaries(place.replace("$", "")))
        name = sheet[1:-1].replace("''", "'")
        if ":" not in place:
            return self.at(name, top, left)
        block = [
            [_number(self.at(name, r, c), math.nan) for c in range(left, right + 1)]
            for r in range(top, bottom + 1)
        ]
        return np.array(block)


class _Reading:
    """Reads one formula from left to right and computes it on the way."""

    def __init__(self, values: Values, formula: str) -> None:
        self.values = values
        self.tokens = [(m.lastgroup or "", m[m.lastgroup or 0]) for m in _TOKEN.finditer(formula)]
        self.next = 0

    def value(self) -> Value:
        """The value of the whole formula."""
        with np.errstate(invalid="ignore", divide="ignore"):
            found = self._level(0)
        assert self.next == len(self.tokens)
        return 0.0 if found is None else found

    def _sign(self, *signs: str) -> str | None:
        """Takes the next token where it is one of these signs."""
        if self.next < len(self.tokens):
            kind, text = self.tokens[self.next]
            if kind == "sign" and text in signs:
                self.next += 1
                return text
        return None

    def _level(self, level: int) -> Value:
        if level == len(_LEVELS):
            return self._single()
        found = self._level(level + 1)
        while (sign := self._sign(*_LEVELS[level])) is not None:
            found = _OPERATORS[sign](found, self._level(level + 1))
        return found

    def _single(self) -> Value:
        if self._sign("-") is not None:
            return -_numbers(self._single())
        if self._sign("(") is not None:
            found = self._level(0)
            self._sign(")")
            return found
        kind, text = self.tokens[self.next]
        self.next += 1
        if kind == "number":
            return float(text)
        if kind == "text":
            return text.replace('""', '"')
        if kind == "ref":
            return self.values.ref(text)
        self._sign("(")
        arguments = [self._level(0)]
        while self._sign(",") is not None:
            arguments.append(self._level(0))
        self._sign(")")
        return _FUNCTIONS[text](*arguments)


def _number(value: Value, blank: float = 0.0) -> float:
    return blank if value is None or isinstance(value, str) else float(value)


def _numbers(value: Value) -> Any:
    """A value that is calculated with; blanks count as nought."""
    if isinstance(value, np.ndarray):
        return np.nan_to_num(value, nan=0.0) if value.dtype == float else value.astype(float)
    return np.float64(_number(value))


def _flat(values: tuple[Value, ...]) -> list[float]:
    """The numbers in arguments and blocks, blanks left out."""
    found: list[float] = []
    for value in values:
        some = value.ravel().tolist() if isinstance(value, np.ndarray) else [_number(value)]
        found += [v for v in some if not math.isnan(v)]
    return found


def _comparable(value: Value) -> Value:
    return _numbers(value) if isinstance(value, np.ndarray) else "" if value is None else value


def _count(block: Value, condition: str) -> float:
    wanted = float(condition.lstrip(">"))
    return float(sum(v > wanted for v in _flat((block,))))


def _shown(value: Value) -> str:
    if isinstance(value, str):
        return value
    number = _number(value)
    return str(int(number)) if number.is_integer() else repr(number)


_OPERATORS: Mapping[str, Callable[[Value, Value], Value]] = {
    "+": lambda a, b: _numbers(a) + _numbers(b),
    "-": lambda a, b: _numbers(a) - _numbers(b),
    "*": lambda a, b: _numbers(a) * _numbers(b),
    "/": lambda a, b: _numbers(a) / _numbers(b),
    "^": lambda a, b: _numbers(a) ** _numbers(b),
    "&": lambda a, b: _shown(a) + _shown(b),
    "=": lambda a, b: _comparable(a) == _comparable(b),
    "<>": lambda a, b: _comparable(a) != _comparable(b),
    "<": lambda a, b: _numbers(a) < _numbers(b),
    ">": lambda a, b: _numbers(a) > _numbers(b),
    "<=": lambda a, b: _numbers(a) <= _numbers(b),
    ">=": lambda a, b: _numbers(a) >= _numbers(b),
}
_FUNCTIONS: Mapping[str, Callable[..., Value]] = {
    "SUM": lambda *values: math.fsum(_flat(values)),
    "MIN": lambda *values: min(_flat(values), default=0.0),
    "MAX": lambda *values: max(_flat(values), default=0.0),
    "IF": lambda condition, yes, no: yes if bool(condition) else no,
    "ABS": lambda value: abs(_numbers(value)),
    "EXP": lambda value: np.exp(_numbers(value)),
    "LN": lambda value: np.log(_numbers(value)),
    "INT": lambda value: np.floor(_numbers(value)),
    "ROUND": lambda value, digits: np.round(_numbers(value), int(digits)),
    "FIXED": lambda value, digits: f"{_number(value):,.{int(digits)}f}",
    "SUMPRODUCT": lambda block: float(np.sum(_numbers(block))),
    "COUNTIF": _count,
}
