"""Checks of track record and observations: figures have sources, coefficients exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from optimizer.domain.grade import Grade
from optimizer.errors import Issue, suggest
from optimizer.i18n import _
from optimizer.inputs.evidence_checks import B_AT_BEST, SECOND_HAND
from optimizer.inputs.tables import A_DATE, Line

TABLES = ("track_record", "observations")
FIGURES = {"money": "money_source", "announced": "announced_source", "realised": "realised_source"}
"""Each figure of a row, and the column of its source."""


def _lines(tables: Mapping[str, list[Line]]) -> Iterator[Line]:
    return (line for name in TABLES for line in tables[name])


def _figures_have_sources(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    reading = {line.cells.get("id"): line.cells.get("read_as") for line in tables["sources"]}
    for line in _lines(tables):
        for figure, column in FIGURES.items():
            value, source = line.cells.get(figure), line.cells.get(column)
            if value is not None and source is None:
                yield Issue(
                    line.at(column),
                    _("The figure in {figure} has no source.", figure=figure),
                    _("Name the source, or leave both cells empty."),
                )
            if source is not None and reading and source not in reading:
                known = [str(name) for name in reading]
                problem = _("sources.csv has no '{source}'.", source=source)
                yield Issue(line.at(column), problem, suggest(str(source), known))
            if line.cells.get("grade") is Grade.A and reading.get(source) in SECOND_HAND:
                how = reading[source]
                problem = _("Grade A, but '{source}' was read as '{how}'.", source=source, how=how)
                yield Issue(line.at("grade"), problem, B_AT_BEST)


def _figures_are_positive(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in _lines(tables):
        for name in (*FIGURES, "years"):
            value = line.cells.get(name)
            if isinstance(value, float) and value <= 0:
                yield Issue(
                    line.at(name),
                    _("{value} is not above 0.", value=f"{value:g}"),
                    _("Leave the cell empty where nothing is known."),
                )
        low, years, high = (line.cells.get(f"years{end}") for end in ("_low", "", "_high"))
        ends = (low, years, high)
        known = [v for v in ends if isinstance(v, float)]
        if known != sorted(known) or (years is None and known):
            yield Issue(
                line.at("years"),
                _("The terms are out of order, or the middle one is missing."),
                _("years_low ≤ years ≤ years_high must hold."),
            )


def _counts_are_stated(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in _lines(tables):
        cells = line.cells
        counted = cells.get("announced") is not None or cells.get("realised") is not None
        if not counted and (
            line.table == "track_record" or cells.get("money_covers") != "one_head"
        ):
            yield Issue(
                line.at("announced"),
                _("The row states no people."),
                _("Fill announced or realised, or remove the row."),
            )
        if cells.get("realised") is None and cells.get("complete") is True:
            yield Issue(
                line.at("complete"),
                _("Nothing realised is stated, so the count cannot be complete."),
                _("Write no, or fill realised."),
            )
        if cells.get("realised") is not None and cells.get("realised_on") is None:
            yield Issue(
                line.at("realised_on"),
                _("The realised count has no date."),
                A_DATE,
            )


def _bases_hold(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    for line in tables["observations"]:
        cells = line.cells
        programme = cells.get("money_covers") == "programme"
        if programme and cells.get("basis") == "realised" and cells.get("realised") is None:
            yield Issue(
                line.at("basis"),
                _("Nothing realised is stated."),
                _("Write announced, or fill realised."),
            )
        if cells.get("years") is None and cells.get("activity") not in (None, "visa_case"):
            yield Issue(
                line.at("years"),
                _("How long a head is paid for is missing."),
                _("State the term, or an assumed one with its range and years_assumed yes."),
            )


def _coefficients_exist(tables: Mapping[str, list[Line]]) -> Iterator[Issue]:
    known = {str(line.cells.get("id")) for line in tables["parameters"]}
    for line in _lines(tables):
        for name in str(line.cells.get("leave_out", "")).split():
            if known and name not in known:
                problem = _("parameters.csv has no '{name}'.", name=name)
                yield Issue(line.at("leave_out"), problem, suggest(name, known))


RECORD_CHECKS = (
    _figures_have_sources,
    _figures_are_positive,
    _counts_are_stated,
    _bases_hold,
    _coefficients_exist,
)
"""All checks, in the order of their issues."""
