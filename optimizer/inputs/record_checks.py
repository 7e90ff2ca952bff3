"""Checks of data/track_record.csv: every figure has its source, every coefficient exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from optimizer.domain.grade import Grade
from optimizer.errors import Issue, Said, suggest
from optimizer.inputs.evidence_checks import B_AT_BEST, SECOND_HAND
from optimizer.inputs.tables import A_DATE, Line

TABLE = "track_record"
FIGURES = {"money": "money_source", "announced": "announced_source", "realised": "realised_source"}
"""Each figure of a row, and the column of its source."""


def _figures_have_sources(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    reading = {line.cells.get("id"): line.cells.get("read_as") for line in tables["sources"]}
    for line in tables[TABLE]:
        for figure, column in FIGURES.items():
            value, source = line.cells.get(figure), line.cells.get(column)
            if value is not None and source is None:
                yield Issue(
                    line.at(column),
                    Said(f"The figure in {figure} has no source.", f"{figure} 수치에 출처 없음."),
                    Said(
                        "Name the source, or leave both cells empty.",
                        "출처 기재 또는 두 칸 비움.",
                    ),
                )
            if source is not None and reading and source not in reading:
                known = [str(name) for name in reading]
                problem = Said(
                    f"sources.csv has no '{source}'.", f"sources.csv에 없는 출처: '{source}'."
                )
                yield Issue(line.at(column), problem, suggest(str(source), known))
            if line.cells.get("grade") is Grade.A and reading.get(source) in SECOND_HAND:
                how = reading[source]
                problem = Said(
                    f"Grade A, but '{source}' was read as '{how}'.",
                    f"A등급이나 '{source}'의 열람 방법이 '{how}'임.",
                )
                yield Issue(line.at("grade"), problem, B_AT_BEST)


def _figures_are_positive(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in tables[TABLE]:
        for name in (*FIGURES, "years"):
            value = line.cells.get(name)
            if isinstance(value, float) and value <= 0:
                yield Issue(
                    line.at(name),
                    Said(f"{value:g} is not above 0.", f"0보다 크지 않은 값: {value:g}."),
                    Said("Leave the cell empty where nothing is known.", "모르면 칸을 비움."),
                )
        low, years, high = (line.cells.get(f"years{end}") for end in ("_low", "", "_high"))
        ends = (low, years, high)
        known = [v for v in ends if isinstance(v, float)]
        if known != sorted(known) or (years is None and known):
            yield Issue(
                line.at("years"),
                Said(
                    "The terms are out of order, or the middle one is missing.",
                    "기간의 순서가 어긋나거나 중간값이 없음.",
                ),
                Said(
                    "years_low ≤ years ≤ years_high must hold.",
                    "years_low ≤ years ≤ years_high 필요.",
                ),
            )


def _counts_are_stated(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in tables[TABLE]:
        cells = line.cells
        if cells.get("announced") is None and cells.get("realised") is None:
            yield Issue(
                line.at("announced"),
                Said("The row states no people.", "행에 인원 없음."),
                Said(
                    "Fill announced or realised, or remove the row.",
                    "announced 또는 realised 기재, 아니면 행 삭제.",
                ),
            )
        if cells.get("realised") is None and cells.get("complete") is True:
            yield Issue(
                line.at("complete"),
                Said(
                    "Nothing realised is stated, so the count cannot be complete.",
                    "실적이 없어 집계 완료로 볼 수 없음.",
                ),
                Said("Write no, or fill realised.", "no로 쓰거나 realised 기재."),
            )
        if cells.get("realised") is not None and cells.get("realised_on") is None:
            yield Issue(
                line.at("realised_on"),
                Said("The realised count has no date.", "실적에 기준일 없음."),
                A_DATE,
            )


def _coefficients_exist(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    known = {str(line.cells.get("id")) for line in tables["parameters"]}
    for line in tables[TABLE]:
        for name in str(line.cells.get("leave_out", "")).split():
            if known and name not in known:
                problem = Said(
                    f"parameters.csv has no '{name}'.", f"parameters.csv에 없는 행: '{name}'."
                )
                yield Issue(line.at("leave_out"), problem, suggest(name, known))


RECORD_CHECKS = (
    _figures_have_sources,
    _figures_are_positive,
    _counts_are_stated,
    _coefficients_exist,
)
"""All checks, in the order of their issues."""
