"""A declared table → CSV that a spreadsheet opens as text and numbers, never as formulas."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from optimizer.results.cells import bare, head
from optimizer.results.table import Table

RISKY = re.compile(r"^[\s'\"]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|^[\t\r\n]")
"""How a cell begins that a spreadsheet may work out; wide forms and the true minus included."""
NUMBER = re.compile(r"^[+\-\u2212]?[\d.,\s]*\d\s*%?$")
"""Plain numbers are left as they are."""
BOM = "utf-8-sig"
"""UTF-8 with the mark by which Excel knows it."""


def safe_cell(value: Any) -> Any:
    """A text with an apostrophe before what would be worked out; anything else as it is."""
    if not isinstance(value, str) or RISKY.match(value) is None or NUMBER.match(value) is not None:
        return value
    return f"'{value}"


def safe_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """The table with `safe_cell` for every text in it, names of columns and rows included."""
    safe = frame.rename(columns=safe_cell, index=safe_cell)
    for place, kind in enumerate(safe.dtypes):
        if not pd.api.types.is_numeric_dtype(kind):
            column = safe.iloc[:, place].astype(object).map(safe_cell)
            safe.isetitem(place, column.to_numpy())
    return safe


def frame_of(table: Table, language: str = "en") -> pd.DataFrame:
    """All columns and rows: bare figures, their units in the heads, words in a language."""
    heads: dict[str, int] = {}
    filled = {}
    for column in table.shown():
        title = head(table, column, bare=True).in_(language)
        heads[title] = heads.get(title, 0) + 1
        title = title if heads[title] == 1 else f"{title} ({heads[title]})"
        filled[title] = [bare(table, row, column, language) for row in table]
    return pd.DataFrame(filled)


def csv_bytes(frame: pd.DataFrame, *, index: bool = False) -> bytes:
    """The table as a CSV file for spreadsheets."""
    return safe_cells(frame).to_csv(index=index, lineterminator="\n").encode(BOM)
