"""What a workbook's writer and reader agree on: hidden tags of sheets, columns and rows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from optimizer.domain.base import LANGUAGE_CODE
from optimizer.inputs.tree import Location

LAYOUT = 1
"""Version of the layout; it stands in the tag of every sheet."""
TAG = "talent-budget"

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "scenario": (),
    "programmes": ("programmes",),
    "capacities": ("capacities",),
    "pools": ("pools",),
    "pathways": ("pathways",),
    "rules": ("rules",),
    "evidence": ("evidence",),
}
"""Sheets that state the document → the top entries they hold; 'scenario' holds all others."""
PLAN = "plan"
"""The sheet whose cells are the decisions."""

PATH, KIND = "path", "kind"
QUANTITY = ("value", "low", "high", "distribution", "unit", "grade", "source", "note")
"""Entries of a quantity that have a column of their own."""
WORDS = ("en", "ko")
"""Languages that always have a column for words; further ones have it where a document has them."""
COLUMNS = (PATH, KIND, *QUANTITY, "refs", *WORDS)
"""Columns that are read; a sheet may have others beside them."""
HEADER = "header"
"""The kind of the row with the column titles; what is read begins below it."""

NULL, NO_MEMBERS, NO_ENTRIES = "null", "[]", "{}"
"""How nothing, an empty list and an empty group are written."""

_STEP = re.compile(r"\[([0-9]{1,6})\]|([^.\[\]]+)")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_FOREIGN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def is_language(column: str) -> bool:
    """Whether a column of this name holds words in a language.

    >>> is_language("ko"), is_language("pt-BR"), is_language("low")
    (True, True, False)
    """
    return column in WORDS or (
        column not in COLUMNS and re.fullmatch(LANGUAGE_CODE, column) is not None
    )


def tag(sheet: str) -> str:
    """What stands in the first cell of a sheet, whatever the sheet is called."""
    return f"{TAG}/{LAYOUT}/{sheet}"


def section_of(path: Location) -> str:
    """The sheet on which an entry of the document stands."""
    return next((key for key, tops in SECTIONS.items() if path[0] in tops), "scenario")


def steps(path: str) -> Location:
    """The place that a path in a cell means.

    >>> steps("pathways.comes.bands[1].net")
    ('pathways', 'comes', 'bands', 1, 'net')
    """
    return tuple(int(number) if number else name for number, name in _STEP.findall(path))


def escaped(text: str) -> str:
    """A text as it stands in a cell: characters that a workbook cannot hold become _xHHHH_."""
    return _FOREIGN.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(text: str) -> str:
    """The text that a cell means.

    >>> escaped("_x0041_"), unescaped(escaped("_x0041_"))
    ('_x005F_x0041_', '_x0041_')
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
