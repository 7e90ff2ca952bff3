"""What each country spends its announced money on: amounts and shares by family of instrument."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from optimizer.domain.evidence import Evidence
from optimizer.i18n import Words, _, in_a_row
from optimizer.results.columns import in_columns
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.studies.countries.money import MILLION_WON, ProgrammeMoney
from optimizer.studies.countries.traced import Traced, missing, total

MIX = Shape(
    "mix",
    _("Money of the countries by family"),
    Column("country", _("Country")),
    *data("family"),
    Column("title", _("Family"), Kind.WORDS),
    Column("recorded", _("Programmes"), Kind.COUNT),
    Column("counted", _("Counted"), Kind.COUNT),
    Column("krw", _("In won"), Kind.MONEY, unit=MILLION_WON),
    Column("share", _("Share of the mix"), Kind.SHARE),
    Column("krw_per_year", _("A year"), Kind.MONEY, unit=MILLION_WON),
    *data("share_per_year", kind=Kind.SHARE),
    Column("krw_per_person", kind=Kind.MONEY, unit=MILLION_WON),
    *data("people", kind=Kind.PEOPLE),
    Column("gap", _("Why there is no figure"), Kind.WORDS),
    Column("sources", _("Source")),
    Column("grade", _("Grade")),
)
"""One line for each country with programmes and each family of instrument.

`krw` in million won over the whole periods and its `share` of what the country announced;
`krw_per_year` of the programmes that run in the year asked for, and its share. `people` are those
announced by the programmes that publish both people and money, `krw_per_person` their money in
million won a person. `recorded` programmes, of which `counted` have an amount that may be added.
Not-a-number is a gap: an unrecorded instrument is not one that costs nothing.
"""
NO_MONEY = _("None has an amount that may be added.")
NOT_RUNNING = _("No running programme publishes both amount and period.")
NO_PEOPLE = _("No programme publishes both people and money that may be added.")
NONE = _("No programme of this kind is recorded.")


def families(evidence: Evidence) -> dict[str, Words]:
    """The families of instruments with their titles."""
    return {word: t.title for (listed, word), t in evidence.terms.items() if listed == "family"}


def announced(programmes: Sequence[ProgrammeMoney], figure: str = "krw") -> Traced:
    """Sum of the whole amounts that may be added."""
    return total((p.figure[figure] for p in programmes if p.summed), NO_MONEY)


def yearly(programmes: Sequence[ProgrammeMoney], figure: str = "krw_per_year") -> Traced:
    """Sum of the money a year of running programmes that may be added."""
    running = (p.figure[figure] for p in programmes if p.summed and p.runs == "running")
    return total(running, NOT_RUNNING)


def with_people(programmes: Sequence[ProgrammeMoney]) -> list[ProgrammeMoney]:
    """The programmes that may be added and publish both money and people."""
    return [p for p in programmes if p.summed and p.figure["krw_per_person"].value is not None]


def people(programmes: Sequence[ProgrammeMoney]) -> Traced:
    """People announced by the programmes that publish both people and money."""
    heads = (
        Traced(p.strategy.target_heads, (p.strategy.source,), p.strategy.grade)
        for p in with_people(programmes)
    )
    return total(heads, NO_PEOPLE)


def cost_per_person(programmes: Sequence[ProgrammeMoney]) -> Traced:
    """Million won per announced person, over the programmes that publish both."""
    both = with_people(programmes)
    return announced(both) / people(both) if both else missing(NO_PEOPLE)


def mix_table(evidence: Evidence, programmes: Sequence[ProgrammeMoney]) -> pd.DataFrame:
    """The mix of every country that has programmes, countries and families in stated order."""
    return MIX.frame(_rows(evidence, programmes))


def _rows(evidence: Evidence, programmes: Sequence[ProgrammeMoney]) -> Iterator[dict[str, object]]:
    for country in dict.fromkeys(p.strategy.country for p in programmes):
        own = [p for p in programmes if p.strategy.country == country]
        whole, a_year = announced(own), yearly(own)
        for family, title in families(evidence).items():
            kind = [p for p in own if p.strategy.family == family]
            figures = {
                "krw": announced(kind), "share": announced(kind) / whole,
                "krw_per_year": yearly(kind), "share_per_year": yearly(kind) / a_year,
                "krw_per_person": cost_per_person(kind), "people": people(kind),
            }  # fmt: skip
            if not kind:
                figures = dict.fromkeys(figures, missing(NONE))
            known = [f for f in figures.values() if f.value is not None]
            gaps = dict.fromkeys(g for f in figures.values() for g in f.gaps)
            yield {
                "country": country, "family": family,
                "recorded": len(kind), "counted": sum(p.summed for p in kind),
                **{name: f.number for name, f in figures.items()},
                **in_columns(title=title, gap=in_a_row(gaps, " ")),
                "sources": ", ".join(dict.fromkeys(s for f in known for s in f.sources)),
                "grade": max((str(f.grade) for f in known), default=""),
            }  # fmt: skip
