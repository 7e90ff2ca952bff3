"""What a talent programme was given, and how many people it announced or brought."""

from __future__ import annotations

from optimizer.domain.base import Frozen, Text
from optimizer.domain.grade import Grade


class ProgrammeRecord(Frozen):
    """A programme of which money and people are known; a row of data/track_record.csv."""

    id: str
    """Identifier."""
    country: str
    """Code, one of the vocabulary list 'country'."""
    title: Text
    """Name of the programme by language."""
    counts: Text
    """Who is counted, and what the money pays besides or leaves to others."""
    scheme: str
    """Rows of one scheme are left out of the evidence together."""
    activity: str
    """What the money buys, one of the vocabulary list 'activity'; chosen by the programme's terms,
    never by what a head turned out to cost."""
    field: str
    """Whether AI alone is served, one of the vocabulary list 'field'."""
    money: float | None = None
    """Public money that pays for the counted people [million of `currency`]."""
    currency: str
    """ISO 4217 code of the money."""
    money_covers: str
    """Whose `money` it is (programme, head, umbrella), of the vocabulary list 'money_covers'."""
    money_pays: str
    """Whether it pays for just the counted people, of the vocabulary list 'money_pays'."""
    money_source: str | None = None
    """Identifier of the source of `money`."""
    price_year: int
    """Middle of the years in which the money is paid."""
    years: float | None = None
    """How long a head is paid for [years]; None where people are trained or admitted once."""
    years_low: float | None = None
    """Shortest term that is plausible [years]; None where it is certain."""
    years_high: float | None = None
    """Longest term that is plausible [years]; None where it is certain."""
    years_assumed: bool
    """Whether the term was not published and is this project's assumption."""
    announced: float | None = None
    """Announced people [persons]."""
    announced_source: str | None = None
    """Identifier of the source of `announced`."""
    realised: float | None = None
    """People who came, were chosen or took part [persons]."""
    realised_on: str | None = None
    """Date of the count."""
    realised_source: str | None = None
    """Identifier of the source of `realised`."""
    complete: bool
    """Whether the count covers all that the money pays for; no while the programme still fills."""
    grade: Grade
    """How well money and people are founded: the weaker of the two."""
    leave_out: str = ""
    """Coefficients that rest on this very programme, separated by spaces."""
    note: str = ""
    """Derivation and caution."""

    @property
    def coefficients(self) -> tuple[str, ...]:
        """Identifiers of the coefficients that rest on this programme."""
        return tuple(self.leave_out.split())

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source of the row, each once."""
        found = (self.money_source, self.announced_source, self.realised_source)
        return tuple(dict.fromkeys(s for s in found if s is not None))

    @property
    def stated(self) -> float | None:
        """People to hold a prediction against: a complete count, else the announcement."""
        return self.realised if self.complete and self.realised is not None else self.announced


class Observation(ProgrammeRecord):
    """What a head and year cost in a programme that pays for talent; a row of observations.csv."""

    level: str
    """Career stage of the people paid for, one of the vocabulary list 'level'."""
    basis: str
    """Whether it was announced or realised, one of the vocabulary list 'basis'."""
    quoted: str
    """The figures as the sources give them, in short words of our own."""
