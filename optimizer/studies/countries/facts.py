"""What the news article says and what a check of it gave: figures, systems, verdicts in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log10

import pandas as pd

from optimizer.domain.base import Text
from optimizer.domain.evidence import ArticleFact, Evidence
from optimizer.domain.units import Unit, parse_unit
from optimizer.domain.wording import digits, money
from optimizer.i18n import EMPTY, Words, _
from optimizer.results.plan import table
from optimizer.studies.countries.money import rates
from optimizer.studies.countries.profile import said
from optimizer.studies.countries.traced import Traced

FACTS = {
    "fact": "str", "kind": "str", "country": "str", "statement": "str", "statement_ko": "str",
    "stated": "float64", "unit": "str", "verdict": "str", "verdict_title": "str",
    "verdict_title_ko": "str", "found": "float64", "reference": "str", "reference_ko": "str",
    "sentence": "str", "sentence_ko": "str", "source": "str", "note": "str",
}  # fmt: skip
"""One line for each figure (q…) and each named programme or body (s…) of the article. `stated` and
`found` in `unit`; not-a-number where there is no number. `source` is empty where none was found."""
WRONG = ("inconsistent", "differs")
"""Verdicts under which the article should not be repeated."""
SLIP = 0.02
"""A figure this near to ten or a hundred times another is taken for a slip of a digit."""


def fact_table(evidence: Evidence) -> pd.DataFrame:
    """Every statement of the article with its verdict, in the order of the article."""
    return table(_rows(evidence), FACTS)


def _rows(evidence: Evidence) -> Iterator[dict[str, object]]:
    before, known = None, rates(evidence)
    for fact in evidence.article_facts.values():
        verdict = evidence.title("verdict", fact.verdict)
        sentence = _sentence(evidence, fact, before, known)
        yield {
            "fact": fact.id, "kind": fact.kind, "country": fact.country or "",
            "statement": fact.statement.en, "statement_ko": fact.statement.ko,
            "stated": _number(fact.stated), "unit": fact.unit or "",
            "verdict": fact.verdict, "verdict_title": verdict.en, "verdict_title_ko": verdict.ko,
            "found": _number(fact.found), "reference": fact.reference.en,
            "reference_ko": fact.reference.ko, "sentence": sentence.en, "sentence_ko": sentence.ko,
            "source": fact.source or "", "note": fact.note,
        }  # fmt: skip
        before = fact


def _number(value: float | None) -> float:
    return float("nan") if value is None else value


def _sentence(
    evidence: Evidence, fact: ArticleFact, before: ArticleFact | None, known: Mapping[str, Traced]
) -> Words:
    """The verdict in words; figures first, then what was found in words."""
    verdict = evidence.title("verdict", fact.verdict)
    converted = _converted(fact, before, known)
    if converted is not None:
        return _conversion(evidence, fact, verdict, converted)
    told = {}
    for language in ("en", "ko"):
        parts = []
        if fact.stated is not None and fact.unit is not None:
            stated = said(evidence, fact.stated, fact.unit, language)
            parts.append(f"기사 {stated}" if language == "ko" else f"stated {stated}")
        if fact.found is not None and fact.unit is not None:
            found = said(evidence, fact.found, fact.unit, language)
            parts.append(f"확인 {found}" if language == "ko" else f"found {found}")
        if fact.reference.en:
            parts.append(fact.reference.in_(language).rstrip("."))
        words = "; ".join(parts)
        told[language] = (
            f"{verdict.in_(language)}: {words}." if words else f"{verdict.in_(language)}."
        )
    return Text(en=told["en"], ko=told["ko"])


def _converted(
    fact: ArticleFact, before: ArticleFact | None, known: Mapping[str, Traced]
) -> tuple[ArticleFact, float, Traced] | None:
    """The amount in another currency that the statement restates in won, and its value in won."""
    if before is None or fact.unit is None or before.unit is None or fact.stated is None:
        return None
    own, other = parse_unit(fact.unit), parse_unit(before.unit)
    rate = known.get(other.currency or "")
    if own.currency != "KRW" or other.currency in (None, "KRW") or fact.country != before.country:
        return None
    if rate is None or rate.value is None or before.stated is None:
        return None
    return before, before.stated * other.scale * rate.value / own.scale, rate


def _conversion(
    evidence: Evidence,
    fact: ArticleFact,
    verdict: Words,
    converted: tuple[ArticleFact, float, Traced],
) -> Words:
    """'70 million US dollars is 97.4 billion won, not 975 billion won', in both languages."""
    before, value, rate = converted
    assert fact.stated is not None
    assert before.stated is not None
    own, other = parse_unit(fact.unit), parse_unit(before.unit)
    wrong, told = fact.verdict in WRONG, {}
    for language in ("en", "ko"):
        foreign = money(before.stated, other, language)
        right, printed = money(value, own, language), money(fact.stated, own, language)
        each = money(rate.number, Unit(1.0, own.money), language, 5)
        place = (
            "" if fact.country is None else evidence.title("country", fact.country).in_(language)
        )
        when = rate.year_list
        if language == "ko":
            text = f"{place}: {foreign} = {right}({when}년 환율 {each}/{_one(other, 'ko')})"
            text += f". 기사 표기({printed})와 다름." if wrong else f", 기사 표기는 {printed}."
        else:
            text = f"{place}: {foreign} is {right} at {each} a {_one(other, 'en')} ({when})"
            text += f", not {printed}." if wrong else f"; the article says {printed}."
        told[language] = f"{verdict.in_(language)}. {text}"
    slip = _slip(fact.stated, value, own) if wrong else EMPTY
    return Text(en=f"{told['en']} {slip.en}".rstrip(), ko=f"{told['ko']} {slip.ko}".rstrip())


def _one(unit: Unit, language: str) -> str:
    """The name of one unit of a currency, e.g. 'US dollar'."""
    name = money(1.0, Unit(1.0, unit.money), language).removeprefix("1 ")
    return name if language == "ko" else name.removesuffix("s")


def _slip(stated: float, value: float, unit: Unit) -> Words:
    """Where a figure is wrong by a power of ten, what it should have been."""
    if stated <= 0 or value <= 0:
        return EMPTY
    power = round(log10(stated / value))
    meant = stated / 10.0**power
    if power == 0 or abs(meant / value - 1.0) > SLIP:
        return EMPTY
    times = digits(10.0 ** abs(power))
    size = _("large") if power > 0 else _("small")
    en, ko = money(meant, unit, "en"), money(meant, unit, "ko")
    return Text(
        en=f"The figure is {times} times too {size.en}; {en} was meant.",
        ko=f"{times}배 {size.ko}({ko}의 오기).",
    )
