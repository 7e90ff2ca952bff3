"""Countries side by side: the largest differences first, in words; gaps stay gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from optimizer.domain.evidence import Evidence
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import EMPTY, Words, _, in_a_row
from optimizer.inputs.evidence import load_evidence
from optimizer.results.columns import cell, in_columns
from optimizer.results.plan import lines
from optimizer.results.shown import Shown, View
from optimizer.results.table import Kind, Shape, data
from optimizer.studies.compare.words import spread
from optimizer.studies.countries.comparison_words import Entry, difference_sentence, reason
from optimizer.studies.countries.money import YEAR, programme_money
from optimizer.studies.countries.overview_page import (
    country_comparison_data,
    country_comparison_page,
)
from optimizer.studies.countries.profile import FIGURES, OWN_MONEY, figure_table, places, said
from optimizer.studies.countries.sources import source_table

TWICE = frozenset({"announced_usd", "yearly_usd"})
"""Figures that say in dollars what another says in won: listed, but no difference of their own."""

DIFFERENCES = Shape(
    "differences",
    EMPTY,
    *data("figure"),
    *data("title", kind=Kind.WORDS),
    *data("unit"),
    *data("comparable", kind=Kind.YES_NO),
    *data("known", kind=Kind.COUNT),
    *data("largest"),
    *data("most", kind=Kind.NUMBER),
    *data("smallest"),
    *data("least", "ratio", "spread", kind=Kind.NUMBER),
    *data("sentence", "caution", kind=Kind.WORDS),
)
"""One line a figure that at least two of the countries have, the largest differences first and
those that cannot be compared last. `ratio` = most / least where both are above 0; `spread` is
(most - least) over the larger of their sizes, 0 where they are equal."""


@dataclass(frozen=True, repr=False)
class CountryComparison(Shown, page=country_comparison_page, data=country_comparison_data):
    """Countries side by side.

    `figures` has the shape of the figures of a country, with one line for each country asked for;
    `differences` orders them; `gaps` lists what a country lacks though another has it; `sources`
    are the publications behind all of them. `countries` are titles by code.
    """

    version: str
    countries: Mapping[str, Words]
    year: int
    figures: pd.DataFrame
    differences: pd.DataFrame
    gaps: pd.DataFrame
    sources: pd.DataFrame
    sentences: tuple[Words, ...]

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        return View(f"{self.year}: {', '.join(self.countries)}", self.differences, self.sentences)


def compare_countries(
    names: Sequence[str], *, evidence: Evidence | None = None, year: int = YEAR
) -> CountryComparison:
    """Two or more countries by code; money a year is that of `year`.

    Of a figure measured in several years the latest year that all who have it share is taken;
    where there is none, the figures are shown but marked as not comparable. Raises InvalidInput for
    an unknown country, one named twice, or fewer than two.

    Example:
        >>> from optimizer import api as tb
        >>> tb.compare_countries(["KOR", "FRA"])
        <CountryComparison 2025: KOR, FRA>
    """
    evidence = load_evidence() if evidence is None else evidence
    chosen = tuple(name.upper() for name in names)
    _check(evidence, chosen)
    figures = figure_table(evidence, programme_money(evidence, year), year)
    figures = figures[figures["country"].isin(chosen) & (figures["figure"] != OWN_MONEY)]
    rank = {country: n for n, country in enumerate(chosen)}
    order = figures["country"].map(rank).to_numpy().argsort(kind="stable")
    rows = [_in_common_year(evidence, chosen, r) for r in lines(figures.iloc[order])]
    figures = FIGURES.frame(rows)
    differences = DIFFERENCES.frame(_differences(evidence, figures, chosen))
    known = set(differences["figure"]) | set(figures[figures["value"].notna()]["figure"])
    gaps = figures[figures["value"].isna() & figures["figure"].isin(known)].reset_index(drop=True)
    told = tuple(cell(r, "sentence") for r in lines(differences))
    titles = {code: evidence.title("country", code) for code in chosen}
    behind = source_table(evidence, figures["sources"])
    return CountryComparison(
        evidence.version, titles, year, figures, differences, gaps, behind, told
    )


def _check(evidence: Evidence, chosen: Sequence[str]) -> None:
    known, issues = places(evidence), []
    for n, name in enumerate(chosen):
        if name not in known:
            problem = _("There is nothing about '{name}'.", name=name)
            issues.append(Issue(f"country {n + 1}", problem, suggest(name, known)))
        elif name in chosen[:n]:
            problem = _("'{name}' is named twice.", name=name)
            remedy = _("Name each country once.")
            issues.append(Issue(f"country {n + 1}", problem, remedy))
    if len(chosen) < 2:
        problem = _("A comparison needs at least two countries.")
        issues.append(Issue("countries", problem, suggest("", known)))
    if issues:
        raise InvalidInput(issues)


def _in_common_year(evidence: Evidence, chosen: Sequence[str], row: object) -> dict[str, object]:
    """The line of a figure, in the latest year that all chosen countries that have it share."""
    values: dict[str, object] = row._asdict()  # type: ignore[attr-defined]
    name, country = str(values["figure"]), str(values["country"])
    years = [
        {y for place, metric, y in evidence.countries if (place, metric) == (c, name)}
        for c in chosen
    ]
    shared = set.intersection(*[y for y in years if y]) if any(years) else set()
    newest = evidence.countries.get((country, name, max(shared))) if shared else None
    if newest is not None:
        values |= {
            "value": newest.value, "year": str(newest.year), "sources": newest.source,
            "grade": str(newest.grade),
            **in_columns(said=said(evidence, newest.value, newest.unit)),
        }  # fmt: skip
    return values


def _differences(
    evidence: Evidence, figures: pd.DataFrame, chosen: Sequence[str]
) -> Iterator[dict[str, object]]:
    found = []
    for name, part in figures.groupby("figure", sort=False):
        members = [
            Entry(r.country, float(r.value), r.year, r.counted, r.of)
            for r in lines(part[part["value"].notna()])
        ]
        if len(members) >= 2 and name not in TWICE:
            first = next(lines(part))
            title = cell(first, "title")
            found.append(_difference(evidence, str(name), title, first.unit, members))
    yield from sorted(found, key=lambda r: (not r["comparable"], -float(str(r["spread"]))))


def _difference(
    evidence: Evidence, name: str, title: Words, unit: str, members: Sequence[Entry]
) -> dict[str, object]:
    ordered = sorted(members, key=lambda m: -m.value)
    most, least = ordered[0], ordered[-1]
    why = reason(
        evidence,
        members,
        spans=name.startswith(("announced_", "share_", "person_cost_")),
        heads=name.startswith("person_cost_"),
    )
    sentence = difference_sentence(evidence, title, unit, ordered)
    return {
        "figure": name, "unit": unit,
        "comparable": why.comparable, "known": len(members),
        "largest": most.country, "most": most.value, "smallest": least.country,
        "least": least.value,
        "ratio": most.value / least.value if least.value > 0 else float("nan"),
        "spread": spread(most.value, least.value),
        **in_columns(
            title=title, caution=why.caution,
            sentence=in_a_row((sentence, why.caution), " ") if why.caution else sentence,
        ),
    }  # fmt: skip
