"""Countries on one footing: programmes, money, mix, facts and efficiency in one answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from optimizer.domain.evidence import Evidence
from optimizer.i18n import Words
from optimizer.inputs.evidence import load_evidence
from optimizer.results.shown import Shown, View
from optimizer.studies.countries.efficiency import Frontiers, frontiers
from optimizer.studies.countries.facts import fact_table
from optimizer.studies.countries.mix import mix_table
from optimizer.studies.countries.money import YEAR, money_table, programme_money, rate_table
from optimizer.studies.countries.overview_page import countries_data, countries_page
from optimizer.studies.countries.overview_words import (
    CAUTIONS,
    corrections_said,
    counts_said,
    coverage_said,
    mixes_said,
    rankings_said,
    rates_said,
)
from optimizer.studies.countries.profile import figure_table, places
from optimizer.studies.countries.sources import source_table


@dataclass(frozen=True, repr=False)
class Countries(Shown, page=countries_page, data=countries_data):
    """Everything the evidence says about countries, on one footing.

    `rates`, `strategies` (a line a programme), `figures` (a line a country and figure), `mix` (a
    line a country and family), `article_facts` and `sources` are described where they are made;
    money a year is that of `year`. Not-a-number is a gap, never a zero. `version` is the
    fingerprint of the evidence.
    """

    version: str
    year: int
    places: Mapping[str, Words]
    rates: pd.DataFrame
    strategies: pd.DataFrame
    figures: pd.DataFrame
    mix: pd.DataFrame
    article_facts: pd.DataFrame
    efficiency: Frontiers
    sources: pd.DataFrame
    sentences: tuple[Words, ...]
    cautions: tuple[Words, ...] = CAUTIONS

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about = f"{self.year}: {len(self.places)} countries, {len(self.strategies)} programmes"
        return View(about, self.figures, (*self.sentences, *self.cautions))


def countries(evidence: Evidence | None = None, *, year: int = YEAR) -> Countries:
    """All countries of the evidence, by default the shipped one. Raises InvalidInput.

    Example:
        >>> from optimizer import api as tb
        >>> tb.countries()
        <Countries 2025: 26 countries, 68 programmes>
    """
    evidence = load_evidence() if evidence is None else evidence
    programmes = programme_money(evidence, year)
    figures, mix = figure_table(evidence, programmes, year), mix_table(evidence, programmes)
    facts, scores = fact_table(evidence), frontiers(evidence, programmes)
    sentences = (
        counts_said(programmes),
        *coverage_said(evidence, programmes),
        rates_said(evidence, programmes),
        *rankings_said(evidence, figures),
        *mixes_said(evidence, mix),
        *scores.sentences,
        *corrections_said(facts),
    )
    money = money_table(programmes)
    listed = [*money["sources"], *figures["sources"], *facts["source"], *scores.scores["sources"]]
    return Countries(
        evidence.version,
        year,
        {code: evidence.title("country", code) for code in places(evidence)},
        rate_table(evidence),
        money,
        figures,
        mix,
        facts,
        scores,
        source_table(evidence, listed),
        sentences,
    )
