"""Checks of meaning across the rows and tables of the evidence; each yields its issues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from optimizer.domain.evidence import Grade
from optimizer.errors import Issue, Said, suggest
from optimizer.inputs.tables import Cell, Line

KEYS = {"countries": ("country", "metric", "year"), "vocabulary": ("list", "word")}
"""Columns that identify a row where it is not the column `id`."""
ASSUMPTION = "own_assumption"
"""The source, and the way of reading, of every assumption."""
SECOND_HAND = ("press_copy_or_secondary", "firm_or_vendor")
"""Ways of reading that earn grade B at best."""
B_AT_BEST = Said(
    "Press copies and firm pages earn B at best.", "언론 인용과 기업 자료는 최고 B등급."
)


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
                    Said(
                        f"Row {first[value]} has the same identifier.",
                        f"{first[value]}행과 식별자 중복.",
                    ),
                    Said("Rename or remove one of them.", "둘 중 하나의 이름 변경 또는 삭제."),
                )
            first.setdefault(value, line.number)


def _sources_exist(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    known = {str(line.cells.get("id")) for line in tables["sources"]}
    for name in ("parameters", "countries", "strategies", "article_facts"):
        for line in tables[name]:
            source = line.cells.get("source")
            if source is not None and known and source not in known:
                problem = Said(
                    f"sources.csv has no '{source}'.", f"sources.csv에 없는 출처: '{source}'."
                )
                yield Issue(line.at("source"), problem, suggest(source, known))


def _scopes_are_known(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    known = {*word_lists(tables["vocabulary"]).get("country", ()), "world"}
    for line in tables["parameters"]:
        place = str(line.cells.get("scope", "world")).partition(":")[0]
        if len(known) > 1 and place not in known:
            problem = Said(
                f"'{place}' is not in the list 'country'.", f"'country' 목록에 없는 값: '{place}'."
            )
            yield Issue(line.at("scope"), problem, suggest(place, known))


def _ranges_are_ordered(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in tables["parameters"]:
        value, low, high = (line.cells.get(k) for k in ("value", "low", "high"))
        if isinstance(value, float) and isinstance(low, float) and low > value:
            yield Issue(
                line.at("low"),
                Said(
                    f"low {low:g} lies above the value {value:g}.",
                    f"low {low:g}: 기준값 {value:g} 초과.",
                ),
                Said(
                    "low ≤ value ≤ high must hold; leave low empty where none is known.",
                    "low ≤ value ≤ high 필요. 모르면 low를 비움.",
                ),
            )
        if isinstance(value, float) and isinstance(high, float) and high < value:
            yield Issue(
                line.at("high"),
                Said(
                    f"high {high:g} lies below the value {value:g}.",
                    f"high {high:g}: 기준값 {value:g} 미달.",
                ),
                Said(
                    "low ≤ value ≤ high must hold; leave high empty where none is known.",
                    "low ≤ value ≤ high 필요. 모르면 high를 비움.",
                ),
            )


def _assumptions_are_marked(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in tables["parameters"]:
        grade, source = line.cells.get("grade"), line.cells.get("source")
        if grade is not None and source and (grade is Grade.X) != (source == ASSUMPTION):
            yield Issue(
                line.at("grade"),
                Said(
                    f"Grade {grade} does not go with source '{source}'.",
                    f"{grade}등급과 출처 '{source}': 함께 쓸 수 없음.",
                ),
                Said(
                    f"Grade X and the source '{ASSUMPTION}' always stand together.",
                    f"X등급과 출처 '{ASSUMPTION}': 항상 함께 사용.",
                ),
            )


def _readings_agree(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    reading = {line.cells.get("id"): line.cells.get("read_as") for line in tables["sources"]}
    for line in tables["parameters"]:
        claimed, actual = line.cells.get("read_as"), reading.get(line.cells.get("source"))
        if claimed and actual and claimed != actual:
            yield Issue(
                line.at("read_as"),
                Said(f"The source is marked '{actual}'.", f"출처에 표시된 열람 방법: '{actual}'."),
                Said(
                    f"Write '{actual}', or correct sources.csv.",
                    f"'{actual}' 기재 또는 sources.csv 수정.",
                ),
            )
    for name in ("parameters", "countries", "strategies"):
        for line in tables[name]:
            how = reading.get(line.cells.get("source"))
            if line.cells.get("grade") is Grade.A and how in SECOND_HAND:
                yield Issue(
                    line.at("grade"),
                    Said(
                        f"Grade A, but the source was read as '{how}'.",
                        f"A등급이나 출처의 열람 방법이 '{how}'임.",
                    ),
                    B_AT_BEST,
                )


def _both_languages(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    """Optional words stand in both languages or in neither."""
    pair = ("reference_en", "reference_ko")
    for line in tables["article_facts"]:
        lacking = [column for column in pair if column not in line.cells]
        if len(lacking) == 1:
            yield Issue(
                line.at(lacking[0]),
                Said("The words are there in one language only.", "한 언어로만 기재됨."),
                Said("Give them in both, or in neither.", "두 언어 모두 기재하거나 모두 비움."),
            )


CHECKS = (
    _unique_rows,
    _sources_exist,
    _scopes_are_known,
    _ranges_are_ordered,
    _assumptions_are_marked,
    _readings_agree,
    _both_languages,
)
"""All checks, in the order of their issues."""
