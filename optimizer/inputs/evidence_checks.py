"""Checks of meaning across the rows and tables of the evidence; each yields its issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from optimizer.domain.evidence import Grade
from optimizer.errors import Issue, suggest
from optimizer.i18n import _
from optimizer.inputs.tables import Cell, Line

KEYS = {
    "countries": ("country", "metric", "year"),
    "economies": ("country", "metric", "year"),
    "vocabulary": ("list", "word"),
}
"""Columns that identify a row where it is not the column `id`."""
ASSUMPTION = "own_assumption"
"""The source, and the way of reading, of every assumption."""
SECOND_HAND = ("press_copy_or_secondary", "firm_or_vendor")
"""Ways of reading that earn grade B at best."""
B_AT_BEST = _("Press copies and firm pages earn B at best.")


def word_lists(lines: Sequence[Line]) -> dict[str, Sequence[str]]:
    """The permitted words of each list, from the lines of vocabulary.csv; grades are fixed."""
    lists: dict[str, list[str]] = {}
    for line in lines:
        lists.setdefault(str(line.cells.get("list")), []).append(str(line.cells.get("word")))
    return {**lists, "grade": list(Grade)}


def _unique_rows(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for name, lines in tables.items():
        key, first = KEYS.get(name, ("id",)), dict[tuple[Cell | None, ...], int]()
        for line in lines:
            value = tuple(line.cells.get(c) for c in key)
            if value in first and None not in value:
                yield Issue(
                    line.at(key[-1]),
                    _("Row {first} has the same identifier.", first=first[value]),
                    _("Rename or remove one of them."),
                )
            first.setdefault(value, line.number)


def _sources_exist(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    known = {str(line.cells.get("id")) for line in tables["sources"]}
    for name in ("parameters", "countries", "strategies", "article_facts", "economies"):
        for line in tables[name]:
            source = line.cells.get("source")
            if source is not None and known and source not in known:
                problem = _("sources.csv has no '{source}'.", source=source)
                yield Issue(line.at("source"), problem, suggest(source, known))


def _scopes_are_known(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    known = {*word_lists(tables["vocabulary"]).get("country", ()), "world"}
    for line in tables["parameters"]:
        place = str(line.cells.get("scope", "world")).partition(":")[0]
        if len(known) > 1 and place not in known:
            problem = _("'{place}' is not in the list 'country'.", place=place)
            yield Issue(line.at("scope"), problem, suggest(place, known))


def _ranges_are_ordered(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in tables["parameters"]:
        value, low, high = (line.cells.get(k) for k in ("value", "low", "high"))
        if isinstance(value, float) and isinstance(low, float) and low > value:
            yield Issue(
                line.at("low"),
                _("low {low} lies above the value {value}.", low=f"{low:g}", value=f"{value:g}"),
                _("low ≤ value ≤ high must hold; leave low empty where none is known."),
            )
        if isinstance(value, float) and isinstance(high, float) and high < value:
            yield Issue(
                line.at("high"),
                _(
                    "high {high} lies below the value {value}.",
                    high=f"{high:g}",
                    value=f"{value:g}",
                ),
                _("low ≤ value ≤ high must hold; leave high empty where none is known."),
            )


def _assumptions_are_marked(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in tables["parameters"]:
        grade, source = line.cells.get("grade"), line.cells.get("source")
        if grade is not None and source and (grade is Grade.X) != (source == ASSUMPTION):
            yield Issue(
                line.at("grade"),
                _("Grade {grade} does not go with source '{source}'.", grade=grade, source=source),
                _(
                    "Grade X and the source '{assumption}' always stand together.",
                    assumption=ASSUMPTION,
                ),
            )


def _readings_agree(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    reading = {line.cells.get("id"): line.cells.get("read_as") for line in tables["sources"]}
    for line in tables["parameters"]:
        claimed, actual = line.cells.get("read_as"), reading.get(line.cells.get("source"))
        if claimed and actual and claimed != actual:
            yield Issue(
                line.at("read_as"),
                _("The source is marked '{actual}'.", actual=actual),
                _("Write '{actual}', or correct sources.csv.", actual=actual),
            )
    for name in ("parameters", "countries", "strategies", "economies"):
        for line in tables[name]:
            how = reading.get(line.cells.get("source"))
            if line.cells.get("grade") is Grade.A and how in SECOND_HAND:
                yield Issue(
                    line.at("grade"),
                    _("Grade A, but the source was read as '{how}'.", how=how),
                    B_AT_BEST,
                )


def _all_languages(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    """Optional words stand in every language of their table or in none."""
    lines = tables["article_facts"]
    known = {column for line in lines for column in line.cells if column.startswith("reference_")}
    for line in lines:
        lacking = sorted(known - set(line.cells))
        if 0 < len(lacking) < len(known):
            yield Issue(
                line.at(lacking[0]),
                _("The words are not there in every language."),
                _("Give them in every language of the table, or in none."),
            )


CHECKS = (
    _unique_rows,
    _sources_exist,
    _scopes_are_known,
    _ranges_are_ordered,
    _assumptions_are_marked,
    _readings_agree,
    _all_languages,
)
"""All checks, in the order of their issues."""
