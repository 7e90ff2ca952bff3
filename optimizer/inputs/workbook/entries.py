"""A document as rows: each of its entries one row, whatever the document holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from optimizer.inputs.tree import Location
from optimizer.inputs.workbook.layout import (
    NO_ENTRIES,
    NO_MEMBERS,
    NULL,
    QUANTITY,
    WORDS,
    is_language,
)

TIMES = " × "
"""What stands between the factors of a product."""


@dataclass(frozen=True)
class Entry:
    """One row: the place in the document, the kind of entry, what stands in the row's cells.

    Kinds: number, quantity, evidence (a reference or a product), text, words (by language),
    list (of texts), flag, none, empty; '' where a person added the row. `at` holds the addresses
    of cells, such as Rules!D7, once the row was read from a workbook.
    """

    path: Location
    kind: str
    cells: Mapping[str, Any]
    at: Mapping[str, str] = field(default_factory=dict)


def entries_of(document: Mapping[str, Any]) -> list[Entry]:
    """The rows of a document, in its order; a rule is named by its id instead of its position."""
    return [entry for name, value in document.items() for entry in _of(value, (name,))]


def _of(value: Any, path: Location) -> Iterator[Entry]:
    if isinstance(value, Mapping):
        yield from _of_group(value, path)
    elif isinstance(value, list):
        yield from _of_list(value, path)
    elif value is None:
        yield Entry(path, "none", {"value": NULL})
    else:
        kind = {bool: "flag", str: "text"}.get(type(value), "number")
        yield Entry(path, kind, {"value": value})


def _of_group(value: Mapping[str, Any], path: Location) -> Iterator[Entry]:
    if not value:
        yield Entry(path, "empty", {"value": NO_ENTRIES})
    elif _is_words(value):
        yield Entry(path, "words", dict(value))
    elif _factors(value) is not None:
        kind = "evidence" if "ref" in value else "product"
        yield Entry(path, kind, {"refs": _factors(value)})
    elif _is_quantity(value):
        yield from _of_quantity(value, path)
    else:
        for name, part in value.items():
            yield from _of(part, (*path, name))


def _of_quantity(value: Mapping[str, Any], path: Location) -> Iterator[Entry]:
    """A row with the quantity's entries in their columns; what has none, or is empty, below it."""
    cells = {k: v for k, v in value.items() if k in QUANTITY and v is not None and v != ""}
    title = value.get("title")
    titled = _is_words(title)
    words = dict(title) if titled and title is not None else {}
    yield Entry(path, "quantity", {**cells, **words})
    for name, part in value.items():
        if name not in cells and not (name == "title" and titled):
            yield from _of(part, (*path, name))


def _of_list(value: list[Any], path: Location) -> Iterator[Entry]:
    if not value:
        yield Entry(path, "empty", {"value": NO_MEMBERS})
    elif all(isinstance(part, str) and part and _is_bare(part) for part in value):
        yield Entry(path, "list", {"value": ", ".join(value)})
    else:
        for i, part in enumerate(value):
            if path == ("rules",):
                rest = {k: v for k, v in part.items() if k != "id"}
                yield from _of(rest, (*path, part["id"]))
            else:
                yield from _of(part, (*path, i))


def _is_bare(text: str) -> bool:
    return text == text.strip() and "," not in text


def _is_words(value: Any) -> bool:
    """Whether these are texts by language, none empty, in one at least that always has a column."""
    return (
        isinstance(value, Mapping)
        and any(language in value for language in WORDS)
        and all(map(is_language, value))
        and all(isinstance(text, str) and text for text in value.values())
    )


def _is_quantity(value: Mapping[str, Any]) -> bool:
    known = {*QUANTITY, "title", "outcomes"}
    return _is_number(value.get("value")) and set(value) <= known


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _factors(value: Mapping[str, Any]) -> str | None:
    """A reference, or a product of references and plain numbers, in one cell; else None."""
    if set(value) == {"ref"}:
        return str(value["ref"])
    factors = value.get("product")
    if set(value) != {"product"} or not isinstance(factors, list):
        return None
    names = []
    for factor in factors:
        if _is_number(factor):
            whole = isinstance(factor, float) and factor.is_integer() and abs(factor) < 1e15
            names.append(str(int(factor)) if whole else repr(factor))
        elif isinstance(factor, Mapping) and set(factor) == {"ref"}:
            names.append(str(factor["ref"]))
        else:
            return None
    return TIMES.join(names)
