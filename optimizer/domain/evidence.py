"""The evidence: numbers with unit, source and grade, and the tables that stand behind them."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.domain.base import Frozen, Text
from optimizer.domain.grade import Grade as Grade
from optimizer.domain.record import Observation, ProgrammeRecord


class Parameter(Frozen):
    """One number that a scenario may refer to; a row of data/parameters.csv."""

    id: str
    """Identifier; a scenario refers to it as {ref: id}."""
    programme: str
    """Programme the number speaks of, or 'baseline'."""
    title: Text
    """Short name by language."""
    value: float | None = None
    """Central or published value; None where a study reports a direction but no number."""
    low: float | None = None
    """Low end of the range; None where no low end is known."""
    high: float | None = None
    """High end of the range; None where no high end is known."""
    unit: str
    """Unit in words, one of the vocabulary list 'unit'."""
    year: int
    """Year the figure describes."""
    scope: str
    """Country code or 'world', then what part of it the figure covers."""
    source: str
    """Identifier of the source."""
    grade: Grade
    """How well the figure is founded."""
    read_as: str
    """What was actually read, one of the vocabulary list 'read_as'."""
    note: str = ""
    """Derivation and caution."""

    @property
    def assumed(self) -> bool:
        """Whether the number is this project's assumption."""
        return self.grade is Grade.X


class Source(Frozen):
    """A publication; a row of data/sources.csv."""

    id: str
    """Identifier."""
    title: str
    """Title as published, or what the document is where it has none in English."""
    publisher: str
    """Publisher."""
    date: str
    """Date of publication: year, year-month or full date."""
    address: str = ""
    """Web address; empty for the project's own assumptions."""
    read_as: str
    """What was actually read, one of the vocabulary list 'read_as'."""
    cited: bool
    """Whether a row of another table rests on it; if not, it is background reading."""
    note: str = ""
    """What the source says, and cautions."""


class CountryMetric(Frozen):
    """One figure of one country in one year; a row of countries.csv or of economies.csv."""

    country: str
    """Code, one of the vocabulary list 'country'; EUU is the European Union."""
    metric: str
    """What is measured, one of the vocabulary list 'metric'."""
    value: float
    """The figure."""
    unit: str
    """Unit in words, one of the vocabulary list 'unit'."""
    year: int
    """Year the figure describes."""
    source: str
    """Identifier of the source."""
    grade: Grade
    """How well the figure is founded."""
    note: str = ""
    """Caution."""


class Strategy(Frozen):
    """An announced programme of a country; a row of data/strategies.csv."""

    id: str
    """Identifier."""
    country: str
    """Code, one of the vocabulary list 'country'."""
    title: Text
    """Name of the programme by language."""
    family: str
    """Kind of instrument, one of the vocabulary list 'family'."""
    amount: float | None = None
    """Announced money over the whole period [million of `currency`, current prices]."""
    currency: str
    """ISO 4217 code of the money."""
    period_years: float | None = None
    """Length of the period the amount covers [years]."""
    start_year: int
    """First year."""
    adds: bool
    """Whether the amount may be added to the country's other amounts without double counting."""
    target_heads: float | None = None
    """Announced people [persons]; the note says whether offered, planned or realised."""
    source: str
    """Identifier of the source."""
    grade: Grade
    """How well the announcement is founded."""
    note: str = ""
    """Published wording and caution."""


class ArticleFact(Frozen):
    """A statement of the news article and what became of it; a row of data/article_facts.csv."""

    id: str
    """Identifier: q… for a figure, s… for a named programme or body."""
    kind: str
    """'quantity' or 'system'."""
    country: str | None = None
    """Country the statement is about, one of the vocabulary list 'country'."""
    statement: Text
    """What the article says, in our words."""
    stated: float | None = None
    """The article's figure, in `unit`."""
    unit: str | None = None
    """Unit of `stated` and `found`."""
    verdict: str
    """Result of the check, one of the vocabulary list 'verdict'."""
    found: float | None = None
    """The figure found elsewhere, in `unit`."""
    reference: Text = Text(en="")
    """What was found, in words; empty where there is nothing to say."""
    source: str | None = None
    """Identifier of the source; None where none was found."""
    note: str = ""
    """Caution and consequence for use."""


class Term(Frozen):
    """A permitted word of a closed list; a row of data/vocabulary.csv."""

    list: str
    """Name of the list, e.g. 'programme', 'country' or 'unit'."""
    word: str
    """The word as it stands in the tables."""
    title: Text
    """How to show it, by language."""
    meaning: str = ""
    """What it means."""


class Evidence(Frozen):
    """All tables of a data folder, each by identifier.

    Example:
        >>> from optimizer import api as tb
        >>> evidence = tb.load_evidence()
        >>> len(evidence.track_record), evidence.title("country", "KOR").in_("en")
        (38, 'Korea')
    """

    version: str
    """Short fingerprint of the tables."""
    parameters: Mapping[str, Parameter]
    """Numbers by identifier."""
    sources: Mapping[str, Source]
    """Publications by identifier."""
    countries: Mapping[tuple[str, str, int], CountryMetric]
    """Country figures by (country, metric, year)."""
    strategies: Mapping[str, Strategy]
    """Announced programmes by identifier."""
    article_facts: Mapping[str, ArticleFact]
    """Statements of the article by identifier."""
    track_record: Mapping[str, ProgrammeRecord]
    """Programmes with money and people by identifier."""
    economies: Mapping[tuple[str, str, int], CountryMetric] = {}
    """Product, population, prices and exchange rates by (country, metric, year)."""
    observations: Mapping[str, Observation] = {}
    """What programmes that pay for talent cost a head and year, by identifier."""
    terms: Mapping[tuple[str, str], Term]
    """Permitted words by (list, word)."""

    def latest(self, country: str, metric: str) -> CountryMetric | None:
        """The country's figure of the most recent year, None where there is none."""
        rows = [c for c in self.countries.values() if (c.country, c.metric) == (country, metric)]
        return max(rows, key=lambda c: c.year, default=None)

    def title(self, list_name: str, word: str) -> Text:
        """How to show a word of a list. Raises KeyError for a word the list lacks."""
        return self.terms[list_name, word].title
