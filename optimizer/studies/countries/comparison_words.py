"""How a difference between countries reads: ratio or percentage, and what to beware of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from optimizer.domain.evidence import Evidence
from optimizer.domain.wording import with_article
from optimizer.i18n import SOURCE, Words, _, in_a_row, pgettext
from optimizer.studies.compare.words import apart
from optimizer.studies.countries.profile import said


@dataclass(frozen=True)
class Entry:
    """One country's figure; a sum counts `counted` of `of` programmes."""

    country: str
    value: float
    year: str
    counted: int
    of: int


@dataclass(frozen=True)
class Reason:
    """Whether figures can be compared, and what to beware of."""

    comparable: bool
    caution: Words


def difference_sentence(
    evidence: Evidence, title: Words, unit: str, ordered: Sequence[Entry]
) -> Words:
    """All figures from the largest to the smallest, and how far apart the ends are."""
    parts = [in_a_row((_place(evidence, e), said(evidence, e.value, unit)), " ") for e in ordered]
    figures = in_a_row(parts, pgettext("list", ", "))
    told = _("{title}: {figures}", title=title, figures=figures)
    ends = _apart(evidence, unit, ordered[0], ordered[-1])
    return in_a_row((told, ends), pgettext("sentence", "; ")) + "."


def _apart(evidence: Evidence, unit: str, most: Entry, least: Entry) -> Words:
    gap = most.value - least.value
    difference = said(evidence, gap, unit)
    first, last = (named(_place(evidence, e)) for e in (most, least))
    return apart(first, most.value, last, least.value, difference)


def reason(evidence: Evidence, members: Sequence[Entry], *, spans: bool, heads: bool) -> Reason:
    """Years that differ forbid a comparison; sums with gaps, and heads, only call for caution.

    Whole amounts cover different spans of years by nature, so their years are not looked at.
    """
    years = {m.year for m in members}
    if len(years) > 1 and not spans:
        listed = ", ".join(sorted(years))
        return Reason(
            False,
            _("Not comparable: the years differ ({listed}).", listed=listed),
        )
    cautions = []
    partial = [m for m in members if m.counted < m.of]
    if partial:
        counts = [
            _("{what} {inside} of {of}", what=_place(evidence, m), inside=m.counted, of=m.of)
            for m in partial
        ]
        cautions.append(
            _(
                "Not every programme publishes what is needed; counted: {counts}.",
                counts=in_a_row(counts, pgettext("list", ", ")),
            )
        )
    if heads:
        cautions.append(_("Announced people differ in kind: planned, offered or realised."))
    return Reason(True, in_a_row(cautions, " "))


def _place(evidence: Evidence, entry: Entry) -> Words:
    return evidence.title("country", entry.country)


def named(place: Words) -> Words:
    """A country as it stands in a sentence, in English with its article."""
    return pgettext("country", "{place}", place=with_article(place.in_(SOURCE)), title=place)
