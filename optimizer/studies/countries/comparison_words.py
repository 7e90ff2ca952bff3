"""How a difference between countries reads: ratio or percentage, and what to beware of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from optimizer.domain.base import Text
from optimizer.domain.evidence import Evidence
from optimizer.domain.wording import digits, percent
from optimizer.studies.countries.profile import said

CLOSE = 1.5
"""Up to this ratio a difference is told as a percentage, beyond it as a multiple."""


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
    caution: Text


def difference_sentence(
    evidence: Evidence, title: Text, unit: str, ordered: Sequence[Entry]
) -> Text:
    """All figures from the largest to the smallest, and how far apart the ends are."""
    told = {}
    for language in ("en", "ko"):
        parts = [
            f"{_place(evidence, e, language)} {said(evidence, e.value, unit, language)}"
            for e in ordered
        ]
        told[language] = f"{title.in_(language)}: {', '.join(parts)}"
    most, least = ordered[0], ordered[-1]
    apart = _apart(evidence, unit, most, least)
    return Text(en=f"{told['en']}; {apart.en}.", ko=f"{told['ko']}. {apart.ko}.")


def _apart(evidence: Evidence, unit: str, most: Entry, least: Entry) -> Text:
    first = Text(en=_place(evidence, most, "en"), ko=_place(evidence, most, "ko"))
    last = Text(en=_place(evidence, least, "en"), ko=_place(evidence, least, "ko"))
    if most.value == least.value:
        return Text(en="no difference", ko="차이 없음")
    if least.value <= 0:
        gap = most.value - least.value
        return Text(
            en=f"{said(evidence, gap, unit, 'en')} apart",
            ko=f"{said(evidence, gap, unit, 'ko')} 차이",
        )
    ratio = most.value / least.value
    if ratio <= CLOSE:
        more = percent(ratio - 1.0)
        return Text(
            en=f"{first.en} has {more} more than {last.en}",
            ko=f"{first.ko}, {last.ko}보다 {more} 많음",
        )
    times = digits(ratio, 2)
    return Text(
        en=f"{first.en} has {times} times the figure of {last.en}",
        ko=f"{first.ko}, {last.ko}의 {times}배",
    )


def reason(members: Sequence[Entry], *, spans: bool, heads: bool) -> Reason:
    """Years that differ forbid a comparison; sums with gaps, and heads, only call for caution.

    Whole amounts cover different spans of years by nature, so their years are not looked at.
    """
    years = {m.year for m in members}
    if len(years) > 1 and not spans:
        listed = ", ".join(sorted(years))
        return Reason(
            False,
            Text(
                en=f"Not comparable: the years differ ({listed}).",
                ko=f"연도 상이({listed})로 비교 불가.",
            ),
        )
    en, ko = [], []
    partial = [m for m in members if m.counted < m.of]
    if partial:
        counts = ", ".join(f"{m.country} {m.counted}/{m.of}" for m in partial)
        en.append(f"Not every programme publishes what is needed: {counts} counted.")
        ko.append(f"일부 사업만 공표: 집계 {counts}.")
    if heads:
        en.append("Announced people differ in kind: planned, offered or realised.")
        ko.append("공표 인원은 계획·모집·실적이 섞여 있음.")
    return Reason(True, Text(en=" ".join(en), ko=" ".join(ko)))


def _place(evidence: Evidence, entry: Entry, language: str) -> str:
    return evidence.title("country", entry.country).in_(language)
