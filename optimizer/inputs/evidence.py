"""data/ → Evidence: every table checked, all faults reported at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from optimizer.domain.base import LANGUAGE_CODE, Frozen, Text
from optimizer.domain.evidence import (
    ArticleFact,
    CountryMetric,
    Evidence,
    Parameter,
    Source,
    Strategy,
    Term,
)
from optimizer.domain.record import Observation, ProgrammeRecord
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import SOURCE, Words, _
from optimizer.inputs.evidence_checks import CHECKS, word_lists
from optimizer.inputs.record_checks import RECORD_CHECKS
from optimizer.inputs.shipped import data_folder
from optimizer.inputs.tables import Cell, Column, Line, read_declarations, read_table

ROWS: Mapping[str, type[Frozen]] = {
    "vocabulary": Term,
    "sources": Source,
    "countries": CountryMetric,
    "parameters": Parameter,
    "strategies": Strategy,
    "article_facts": ArticleFact,
    "track_record": ProgrammeRecord,
    "economies": CountryMetric,
    "observations": Observation,
}
"""The tables, in reading order, and what a row of each becomes."""
ADDED = ("economies", "observations")
"""Tables that a folder of an earlier release neither declares nor holds: read as empty there."""
Row = TypeVar("Row", bound=Frozen)


def load_evidence(folder: Path | None = None) -> Evidence:
    """The evidence in `folder`, by default the shipped one (read once and kept).

    Raises InvalidInput with every fault of every table.

    Example:
        >>> from optimizer import api as tb
        >>> tb.load_evidence().parameters["coef_ate_add"].value
        0.3
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
        if name in ADDED and not path.is_file():
            continue
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
        tables[name] = []
        if name in declared or name not in ADDED:
            path = folder / f"{name}.csv"
            tables[name] = read_table(path, declared.get(name, ()), words, issues)
        if name == "vocabulary":
            words = word_lists(tables[name])
        if tables["vocabulary"] and name == "vocabulary":
            issues.extend(_list_faults(declared, words))
    for check in (*CHECKS, *RECORD_CHECKS):
        issues.extend(check(tables))
    if issues:
        raise InvalidInput(issues)
    return _build(tables, data_version(folder))


def _list_faults(
    declared: Mapping[str, Sequence[Column]], words: Mapping[str, Sequence[str]]
) -> Iterator[Issue]:
    for table, columns in declared.items():
        for column in columns:
            if column.type == "word" and column.unit_or_list not in words:
                yield Issue(
                    f"columns.csv, {table}.{column.name}",
                    _(
                        "vocabulary.csv has no list '{unit_or_list}'.",
                        unit_or_list=column.unit_or_list,
                    ),
                    suggest(column.unit_or_list, words),
                )


def _build(tables: Mapping[str, list[Line]], version: str) -> Evidence:
    def rows(name: str, model: type[Row]) -> list[Row]:
        return [model.model_validate(_fields(line.cells, model)) for line in tables[name]]

    return Evidence(
        version=version,
        parameters={p.id: p for p in rows("parameters", Parameter)},
        sources={s.id: s for s in rows("sources", Source)},
        countries={(c.country, c.metric, c.year): c for c in rows("countries", CountryMetric)},
        strategies={s.id: s for s in rows("strategies", Strategy)},
        article_facts={a.id: a for a in rows("article_facts", ArticleFact)},
        track_record={r.id: r for r in rows("track_record", ProgrammeRecord)},
        economies={(c.country, c.metric, c.year): c for c in rows("economies", CountryMetric)},
        observations={r.id: r for r in rows("observations", Observation)},
        terms={(t.list, t.word): t for t in rows("vocabulary", Term)},
    )


def _fields(cells: Mapping[str, Cell], model: type[Frozen]) -> dict[str, Cell | Words]:
    """Cells as the fields of a row: words in several languages become one Text."""
    fields: dict[str, Cell | Words] = dict(cells)
    words: dict[str, dict[str, str]] = {name: {} for name in _worded(model)}
    for column in cells:
        name, _other, language = column.rpartition("_")
        if name in words:
            words[name][language] = str(fields.pop(column))
    return fields | {name: Text(said or {SOURCE: ""}) for name, said in words.items()}


def _worded(model: type[Frozen]) -> list[str]:
    return [name for name, field in model.model_fields.items() if field.annotation is Text]


def _columns_of(model: type[Frozen], others: Iterable[str] = ()) -> list[str]:
    """Columns that a table has, and those of `others` that hold its words in further languages."""
    columns: list[str] = []
    for name, field in model.model_fields.items():
        columns.append(f"{name}_{SOURCE}" if field.annotation is Text else name)
    further = [rf"{name}_{LANGUAGE_CODE}" for name in _worded(model)]
    return [*columns, *(one for one in others if any(re.fullmatch(f, one) for f in further))]


def _declaration_faults(declared: Mapping[str, Sequence[Column]]) -> Iterator[Issue]:
    for table, columns in declared.items():
        if table not in ROWS:
            problem = _("There is no such table.")
            yield Issue(f"columns.csv, table {table}", problem, suggest(table, ROWS))
            continue
        names = [c.name for c in columns]
        expected = _columns_of(ROWS[table], names)
        for name in names:
            if name not in expected or names.count(name) > 1:
                yield Issue(
                    f"columns.csv, {table}.{name}",
                    _("The table cannot have this column (or has it twice)."),
                    suggest(name, expected),
                )
    for table, model in ROWS.items():
        if table in ADDED and table not in declared:
            continue
        names = [c.name for c in declared.get(table, ())]
        for name in _columns_of(model):
            if name not in names:
                yield Issue(
                    f"columns.csv, {table}.{name}",
                    _("The column is not declared."),
                    _("Add a row with its type, list and meaning."),
                )
