"""How a difference between countries reads: ratio or percentage, and what to beware of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from optimizer.domain.base import Text
from optimizer.domain.evidence import Evidence
from optimizer.domain.wording import with_article
from optimizer.i18n import Words, _, rendered
from optimizer.studies.comparing.words import apart
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
    told = {}
    for language in ("en", "ko"):
        parts = [
            f"{_place(evidence, e, language)} {said(evidence, e.value, unit, language)}"
            for e in ordered
        ]
        told[language] = f"{title.in_(language)}: {', '.join(parts)}"
    most, least = ordered[0], ordered[-1]
    ends = _apart(evidence, unit, most, least)
    return Text(en=f"{told['en']}; {ends.en}.", ko=f"{told['ko']}. {ends.ko}.")


def _apart(evidence: Evidence, unit: str, most: Entry, least: Entry) -> Words:
    gap = most.value - least.value
    difference = rendered(said, evidence, gap, unit)
    titles = [evidence.title("country", e.country) for e in (most, least)]
    first, last = (Text(en=with_article(t.en), ko=t.ko) for t in titles)
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
    en, ko = [], []
    partial = [m for m in members if m.counted < m.of]
    if partial:
        counts = Text(
            en=", ".join(f"{_place(evidence, m, 'en')} {m.counted} of {m.of}" for m in partial),
            ko=", ".join(f"{_place(evidence, m, 'ko')} {m.of}개 중 {m.counted}개" for m in partial),
        )
        en.append(f"Not every programme publishes what is needed; counted: {counts.en}.")
        ko.append(f"일부 사업만 공표, 집계 사업: {counts.ko}.")
    if heads:
        en.append("Announced people differ in kind: planned, offered or realised.")
        ko.append("공표 인원은 계획·모집·실적이 섞여 있음.")
    return Reason(True, Text(en=" ".join(en), ko=" ".join(ko)))


def _place(evidence: Evidence, entry: Entry, language: str) -> str:
    return evidence.title("country", entry.country).in_(language)
