"""Rows of a workbook → the document they state, and the cell in which each entry stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from optimizer.errors import Issue
from optimizer.i18n import _
from optimizer.inputs.layout import allowed
from optimizer.inputs.tree import Location, spell
from optimizer.inputs.workbook.entries import Entry
from optimizer.inputs.workbook.layout import (
    NO_ENTRIES,
    NO_MEMBERS,
    NULL,
    PATH,
    QUANTITY,
    WORDS,
    is_language,
)

EXACT = 2.0**53
"""Below it a whole number is read as one."""
FLAGS = {"TRUE": True, "FALSE": False}
"""What a list to choose from may write into a cell."""
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")


@dataclass
class Assembled:
    """The document, the cell of each entry by its place, and what could not be read."""

    document: dict[str, Any] = field(default_factory=dict)
    cells: dict[Location, str] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)


@dataclass
class _Node:
    """A place of the document under construction: a row's value, or what stands below it."""

    entry: Entry | None = None
    below: dict[str | int, _Node] = field(default_factory=dict)


def assembled(rows: Iterable[Entry]) -> Assembled:
    """The document that the rows state; rows may stand in any order."""
    out, top = Assembled(), _Node()
    for row in rows:
        node = top
        for step in row.path:
            node = node.below.setdefault(step, _Node())
        if node.entry is not None:
            name, other = spell(row.path), node.entry.at[PATH]
            problem = _("The entry '{name}' is given twice.", name=name)
            remedy = _("Keep one of the two (the other stands at {other}).", other=other)
            out.issues.append(Issue(row.at[PATH], problem, remedy))
        else:
            node.entry = row
    value = _finished(top, (), out)
    out.document = value if isinstance(value, dict) else {}
    return out


def _finished(node: _Node, path: Location, out: Assembled) -> Any:
    """The value of a place, with the cells of everything in it noted."""
    value = _value(node.entry, path, out) if node.entry is not None else None
    if not node.below:
        return value
    if node.entry is not None and value not in ({}, [], None) and not isinstance(value, dict):
        name = spell(node.entry.path)
        problem = _("'{name}' has a value and entries below it.", name=name)
        remedy = _("Keep the one or the other.")
        out.issues.append(Issue(node.entry.at[PATH], problem, remedy))
    if path == ("rules",):
        return [_rule(below, name, i, out) for i, (name, below) in enumerate(node.below.items())]
    if all(isinstance(step, int) for step in node.below):
        members = sorted(node.below.items())
        return [_finished(below, (*path, i), out) for i, (_other, below) in enumerate(members)]
    group = dict(value) if isinstance(value, dict) else {}
    for step, below in node.below.items():
        group[str(step)] = _finished(below, (*path, str(step)), out)
    return group


def _rule(node: _Node, name: str | int, position: int, out: Assembled) -> Any:
    """A rule; its id is its name on the sheet."""
    value = _finished(node, ("rules", position), out)
    return {"id": name, **value} if isinstance(value, dict) and isinstance(name, str) else value


def _value(row: Entry, path: Location, out: Assembled) -> Any:
    """What a row states."""
    cells = {k: v for k, v in row.cells.items() if v is not None and v != ""}
    out.cells[path] = row.at["refs" if "refs" in cells else "value"]
    own = [k for k in QUANTITY if k != "value" and k in cells]
    if "refs" in cells:
        for other in [k for k in ("value", *own) if k in cells]:
            problem = _("A number from the evidence has no value of its own here.")
            remedy = _("Clear this cell, or the one that names the evidence.")
            out.issues.append(Issue(row.at[other], problem, remedy))
        return _from_evidence(str(cells["refs"]), row, out)
    titled = [k for k in cells if is_language(k)]
    if row.kind == "words" or (titled and "value" not in cells and not own):
        out.cells[path] = row.at["en"]
        return _words(cells)
    value = _plain(cells.get("value"), row)
    if row.kind != "quantity" and not own and not titled:
        return value
    out.cells.update({(*path, k): row.at[k] for k in QUANTITY})
    group = {"value": value, **{k: _plain_in(cells[k], k) for k in own}}
    if titled:
        out.cells[*path, "title"] = row.at["en"]
        group["title"] = _words(cells)
    return group


def _words(cells: Mapping[str, Any]) -> dict[str, str]:
    """Words by language, as far as they are stated."""
    told = {k: _text(v) for k, v in cells.items() if is_language(k)}
    return told or dict.fromkeys(WORDS, "")


def _from_evidence(text: str, row: Entry, out: Assembled) -> Any:
    """A reference or a product."""
    factors: list[Any] = []
    for part in re.split(r"[×*]", text):
        name = part.strip()
        if not name or " " in name:
            problem = _("'{text}' names no evidence.", text=f"{text:.40}")
            remedy = _("Write one identifier, or factors with × between them: 3 × coef_inst_seatA.")
            out.issues.append(Issue(row.at["refs"], problem, remedy))
            return None
        factors.append(float(name) if _NUMBER.fullmatch(name) else {"ref": name})
    single = len(factors) == 1 and isinstance(factors[0], dict) and row.kind != "product"
    return factors[0] if single else {"product": factors}


def _plain(value: Any, row: Entry) -> Any:
    """The value of a cell as plain data."""
    if value is None:
        return {"text": "", "list": []}.get(row.kind)
    if isinstance(value, date | datetime):
        return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, str):
        return _read(value, row)
    if row.kind == "flag" and value in (0, 1):
        return bool(value)
    if row.kind == "text" and not isinstance(value, bool):
        return _text(value)
    return _number(value)


def _read(text: str, row: Entry) -> Any:
    """What a text in a value cell states, by the kind of entry or by what may stand there."""
    if row.kind in ("text", "list"):
        return text if row.kind == "text" else _members(text)
    chosen = text.upper() if row.kind in ("flag", "") else ""
    if chosen in FLAGS:
        return FLAGS[chosen]
    nothing: dict[str, Any] = {NULL: None, NO_MEMBERS: [], NO_ENTRIES: {}}
    if text in nothing:
        return nothing[text]
    return _members(text) if allowed((*row.path, 0)) else text


def _members(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]


def _plain_in(value: Any, column: str) -> Any:
    """The value of a cell in a column of a quantity."""
    return _text(value) if column in ("unit", "source", "note") else _number(value)


def _number(value: Any) -> Any:
    whole = isinstance(value, float) and value.is_integer() and abs(value) < EXACT
    return int(value) if whole else value


def _text(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()
    return str(_number(value))
