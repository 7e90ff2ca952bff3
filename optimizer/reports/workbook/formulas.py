"""Rows and numbers of the formulation as formulas: names become the cells in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from optimizer.formulation.traced import (
    WORKED_OUT,
    Expression,
    Made,
    Named,
    addends,
    is_negative,
    said,
)
from optimizer.inputs.tree import Location
from optimizer.lp.program import Coefficient, Key
from optimizer.reports.workbook.draft import Draft, literal, summed

Settled = Mapping[Key, str]
"""Columns without a cell → the formula of what they come to, given the cells there are."""
_PLAN = {("units", 3), ("opens", 2), ("money", 2)}
"""What is decided on the sheet of the plan, with the number of names that tell which."""
_LEVELS = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
_FUNCTIONS = {"exp": "EXP", "log": "LN"}


def place(name: Key) -> tuple[str, Location]:
    """The sheet and the row in which a decision or a named sum stands; its year is the column."""
    assert isinstance(name, tuple)
    what, *of, _year = name
    if what in ("people", "supported"):
        return "people", ("supported", *of)
    if what == "net":
        return "people", ("net", *of)
    if what == "planned":
        return "plan", ("people", *of)
    return "plan" if (what, len(of)) in _PLAN else "money", (what, *of)


def number(draft: Draft, value: Coefficient) -> str:
    """A traced number as a formula without '='."""
    return _text(draft, said(value), 0)


def _text(draft: Draft, expression: Expression, level: int) -> str:
    """An expression, in brackets where what stands around it binds more tightly than `level`."""
    if isinstance(expression, Named):
        name = expression.name
        return draft.number(name) if isinstance(name, str) else _cell(draft, name)
    if not isinstance(expression, Made):
        return literal(expression)
    sign, parts = expression.sign, expression.parts
    if sign in _FUNCTIONS:
        return f"{_FUNCTIONS[sign]}({_text(draft, parts[0], 0)})"
    mine = _LEVELS[sign]
    if sign == "-":
        text = f"-{_text(draft, parts[0], 4)}"
    elif sign == "+":
        text = "+".join(_text(draft, part, mine) for part in parts).replace("+-", "-")
    else:
        text = f"{_text(draft, parts[0], mine)}{sign}{_text(draft, parts[1], mine + 1)}"
    return f"({text})" if mine < level or (sign == "-" and level) else text


def _cell(draft: Draft, name: Key) -> str:
    assert isinstance(name, tuple)
    sheet, row = place(name)
    return draft.fixed(sheet, row, str(name[-1]))


def sides(
    draft: Draft, terms: Mapping[Key, Coefficient], rhs: Coefficient, settled: Settled
) -> tuple[str, str]:
    """Both sides of a row as formulas: what is taken off on the left stands on the right.

    A switch with the most there can be is no limit by itself: on, it lets pass what is there.
    """
    left: dict[str, list[Key]] = {}
    right: dict[str, list[Key]] = {}
    switches: list[Key] = []
    for key, coefficient in terms.items():
        for one in addends(coefficient):
            if said(-one) == WORKED_OUT:
                switches.append(key)
                continue
            side, size = (right, -one) if is_negative(one) else (left, one)
            side.setdefault(_text(draft, said(size), 2), []).append(key)
    there = _sum(draft, left, settled)
    parts = [_sum(draft, right, settled), number(draft, rhs)]
    if switches:
        parts.append(f"IF({_sum(draft, {'1': switches}, settled)}>0.5,{there},0)")
    return there, "+".join(part for part in parts if part != "0").replace("+-", "-") or "0"


def total(draft: Draft, terms: Mapping[Key, Coefficient], settled: Settled | None = None) -> str:
    """A sum as a formula."""
    left, right = sides(draft, terms, 0.0, settled or {})
    return left if right == "0" else f"{left}-({right})"


def _sum(draft: Draft, by_factor: Mapping[str, list[Key]], settled: Settled) -> str:
    """Cells with the same factor stand together, neighbours as blocks."""
    parts = []
    for factor, keys in by_factor.items():
        cells = [settled[key] for key in keys if key in settled]
        cells += _blocks(draft, (key for key in keys if key not in settled))
        alone = len(cells) == 1 and ":" not in cells[0]
        whole = cells[0] if alone else summed(cells)
        parts.append(whole if factor == "1" else f"{factor}*{whole}")
    return "+".join(parts) or "0"


def _blocks(draft: Draft, keys: Iterable[Key]) -> list[str]:
    """Cells as few blocks: consecutive years of a row, then rows below each other."""
    years: dict[tuple[str, Location], list[int]] = {}
    for key in keys:
        assert isinstance(key, tuple)
        years.setdefault(place(key), []).append(int(key[-1]))
    spans: dict[tuple[str, int, int], list[int]] = {}
    for (sheet, row), some in years.items():
        for first, last in _runs(sorted(some)):
            spans.setdefault((sheet, first, last), []).append(draft.rows[row])
    return [
        draft.pages[sheet].span(str(first), str(last), top, bottom)
        for (sheet, first, last), rows in spans.items()
        for top, bottom in _runs(sorted(rows))
    ]


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    """Stretches of consecutive numbers, each by its first and last."""
    found: list[tuple[int, int]] = []
    for n in numbers:
        if found and found[-1][1] == n - 1:
            found[-1] = (found[-1][0], n)
        else:
            found.append((n, n))
    return found
