"""data/ → Evidence: every table checked, all faults reported at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from optimizer.domain.base import Frozen, Text
from optimizer.domain.evidence import (
    ArticleFact,
    CountryMetric,
    Evidence,
    Grade,
    Parameter,
    Source,
    Strategy,
    Term,
)
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.inputs.shipped import data_folder
from optimizer.inputs.tables import Cell, Column, Line, read_declarations, read_table

ROWS: Mapping[str, type[Frozen]] = {
    "vocabulary": Term,
    "sources": Source,
    "countries": CountryMetric,
    "parameters": Parameter,
    "strategies": Strategy,
    "article_facts": ArticleFact,
}
"""The tables, in reading order, and what a row of each becomes."""
KEYS = {"countries": ("country", "metric", "year"), "vocabulary": ("list", "word")}
"""Columns that identify a row where it is not the column `id`."""
ASSUMPTION = "own_assumption"
"""The source, and the way of reading, of every assumption."""
_SECOND_HAND = ("press_copy_or_secondary", "firm_or_vendor")
Row = TypeVar("Row", bound=Frozen)


def load_evidence(folder: Path | None = None) -> Evidence:
    """The evidence in `folder`, by default the shipped one (read once and kept).

    Raises InvalidInput with every fault of every table.
    """
    return _shipped() if folder is None else read_evidence(folder)


@lru_cache(maxsize=1)
def _shipped() -> Evidence:
    return read_evidence(data_folder())


def data_version(folder: Path | None = None) -> str:
    """Short fingerprint of the tables in `folder`, by default the shipped one.

    Line ends do not count, so that a checkout on any system gives the same answer.
    """
    if folder is None:
        return load_evidence().version
    digest = hashlib.sha256()
    for name in ("columns", *ROWS):
        path = folder / f"{name}.csv"
        content = path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else b""
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:12]


def read_evidence(folder: Path) -> Evidence:
    """The evidence in `folder`. Raises InvalidInput with every fault of every table."""
    issues: list[Issue] = []
    declared = read_declarations(folder, issues)
    if not declared:
        raise InvalidInput(issues)
    issues.extend(_declaration_faults(declared))
    words: dict[str, Sequence[str]] = {}
    tables: dict[str, list[Line]] = {}
    for name in ROWS:
        tables[name] = read_table(folder / f"{name}.csv", declared.get(name, ()), words, issues)
        if name == "vocabulary":
            words = _word_lists(tables[name])
            issues.extend(_list_faults(declared, words))
    for check in CHECKS:
        issues.extend(check(tables))
    if issues:
        raise InvalidInput(issues)
    return _build(tables, data_version(folder))


def _word_lists(lines: Sequence[Line]) -> dict[str, Sequence[str]]:
    lists: dict[str, list[str]] = {}
    for line in lines:
        lists.setdefault(str(line.cells.get("list")), []).append(str(line.cells.get("word")))
    return {**lists, "grade": list(Grade)}


def _list_faults(
    declared: Mapping[str, Sequence[Column]], words: Mapping[str, Sequence[str]]
) -> Iterator[Issue]:
    for table, columns in declared.items():
        for column in columns:
            if column.type == "word" and column.unit_or_list not in words:
                yield Issue(
                    f"columns.csv, {table}.{column.name}",
                    f"vocabulary.csv has no list '{column.unit_or_list}'.",
                    suggest(column.unit_or_list, words),
                )


def _build(tables: Mapping[str, list[Line]], version: str) -> Evidence:
    def rows(name: str, model: type[Row]) -> list[Row]:
        return [model.model_validate(_fields(line.cells)) for line in tables[name]]

    return Evidence(
        version=version,
        parameters={p.id: p for p in rows("parameters", Parameter)},
        sources={s.id: s for s in rows("sources", Source)},
        countries={(c.country, c.metric, c.year): c for c in rows("countries", CountryMetric)},
        strategies={s.id: s for s in rows("strategies", Strategy)},
        article_facts={a.id: a for a in rows("article_facts", ArticleFact)},
        terms={(t.list, t.word): t for t in rows("vocabulary", Term)},
    )


def _fields(cells: Mapping[str, Cell]) -> dict[str, Cell | Text]:
    """Cells as the fields of a row: a title in two languages becomes one Text."""
    fields: dict[str, Cell | Text] = dict(cells)
    if "title_en" in fields:
        fields["title"] = Text(en=str(fields.pop("title_en")), ko=str(fields.pop("title_ko")))
    return fields


def _columns_of(model: type[Frozen]) -> list[str]:
    columns: list[str] = []
    for name, field in model.model_fields.items():
        columns += [f"{name}_en", f"{name}_ko"] if field.annotation is Text else [name]
    return columns


def _declaration_faults(declared: Mapping[str, Sequence[Column]]) -> Iterator[Issue]:
    for table, columns in declared.items():
        if table not in ROWS:
            yield Issue(
                f"columns.csv, table {table}", "There is no such table.", suggest(table, ROWS)
            )
            continue
        names, expected = [c.name for c in columns], _columns_of(ROWS[table])
        for name in names:
            if name not in expected or names.count(name) > 1:
                yield Issue(
                    f"columns.csv, {table}.{name}",
                    "The table cannot have this column (or has it twice).",
                    suggest(name, expected),
                )
    for table, model in ROWS.items():
        names = [c.name for c in declared.get(table, ())]
        for name in _columns_of(model):
            if name not in names:
                yield Issue(
                    f"columns.csv, {table}.{name}",
                    "The column is not declared.",
                    "Add a row with its type, list and meaning.",
                )


def _unique_rows(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for name, lines in tables.items():
        key, first = KEYS.get(name, ("id",)), dict[tuple[Cell | None, ...], int]()
        for line in lines:
            value = tuple(line.cells.get(c) for c in key)
            if value in first and None not in value:
                yield Issue(
                    line.at(key[-1]),
                    f"Row {first[value]} has the same identifier.",
                    "Rename or remove one of them.",
                )
            first.setdefault(value, line.number)


def _sources_exist(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    known = {str(line.cells.get("id")) for line in tables["sources"]}
    for name in ("parameters", "countries", "strategies", "article_facts"):
        for line in tables[name]:
            source = line.cells.get("source")
            if source is not None and known and source not in known:
                yield Issue(
                    line.at("source"), f"sources.csv has no '{source}'.", suggest(source, known)
                )


def _scopes_are_known(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    known = {*_word_lists(tables["vocabulary"]).get("country", ()), "world"}
    for line in tables["parameters"]:
        place = str(line.cells.get("scope", "world")).partition(":")[0]
        if len(known) > 1 and place not in known:
            yield Issue(
                line.at("scope"), f"'{place}' is not in the list 'country'.", suggest(place, known)
            )


def _ranges_are_ordered(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in tables["parameters"]:
        value, low, high = (line.cells.get(k) for k in ("value", "low", "high"))
        if isinstance(value, float) and isinstance(low, float) and low > value:
            yield Issue(
                line.at("low"),
                f"low {low:g} lies above the value {value:g}.",
                "low ≤ value ≤ high must hold; leave low empty where none is known.",
            )
        if isinstance(value, float) and isinstance(high, float) and high < value:
            yield Issue(
                line.at("high"),
                f"high {high:g} lies below the value {value:g}.",
                "low ≤ value ≤ high must hold; leave high empty where none is known.",
            )


def _assumptions_are_marked(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in tables["parameters"]:
        grade, source = line.cells.get("grade"), line.cells.get("source")
        if grade is not None and source and (grade is Grade.X) != (source == ASSUMPTION):
            yield Issue(
                line.at("grade"),
                f"Grade {grade} does not go with source '{source}'.",
                f"Grade X and the source '{ASSUMPTION}' always stand together.",
            )


def _readings_agree(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    reading = {line.cells.get("id"): line.cells.get("read_as") for line in tables["sources"]}
    for line in tables["parameters"]:
        claimed, actual = line.cells.get("read_as"), reading.get(line.cells.get("source"))
        if claimed and actual and claimed != actual:
            yield Issue(
                line.at("read_as"),
                f"The source is marked '{actual}'.",
                f"Write '{actual}', or correct sources.csv.",
            )
    for name in ("parameters", "countries", "strategies"):
        for line in tables[name]:
            how = reading.get(line.cells.get("source"))
            if line.cells.get("grade") is Grade.A and how in _SECOND_HAND:
                yield Issue(
                    line.at("grade"),
                    f"Grade A, but the source was read as '{how}'.",
                    "Press copies and firm pages earn B at best.",
                )


CHECKS = (
    _unique_rows,
    _sources_exist,
    _scopes_are_known,
    _ranges_are_ordered,
    _assumptions_are_marked,
    _readings_agree,
)
"""Checks of meaning across rows and tables; each yields its issues."""
