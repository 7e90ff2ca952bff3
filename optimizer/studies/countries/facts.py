"""What the news article says and what a check of it gave: figures, systems, verdicts in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log10

import pandas as pd

from optimizer.domain.evidence import ArticleFact, Evidence
from optimizer.domain.units import Unit, parse_unit
from optimizer.domain.wording import digits, money
from optimizer.i18n import EMPTY, SOURCE, Message, Words, _, in_a_row, rendered
from optimizer.results.columns import in_columns
from optimizer.results.table import Kind, Shape, data
from optimizer.studies.countries.money import rates
from optimizer.studies.countries.profile import said
from optimizer.studies.countries.traced import Traced

FACTS = Shape(
    "facts",
    EMPTY,
    *data("fact", "kind", "country"),
    *data("statement", kind=Kind.WORDS),
    *data("stated", kind=Kind.NUMBER),
    *data("unit", "verdict"),
    *data("verdict_title", kind=Kind.WORDS),
    *data("found", kind=Kind.NUMBER),
    *data("reference", "sentence", kind=Kind.WORDS),
    *data("source", "note"),
)
"""One line for each figure (q…) and each named programme or body (s…) of the article. `stated` and
`found` in `unit`; not-a-number where there is no number. `source` is empty where none was found."""
WRONG = ("inconsistent", "differs")
"""Verdicts under which the article should not be repeated."""
SLIP = 0.02
"""A figure this near to ten or a hundred times another is taken for a slip of a digit."""


def fact_table(evidence: Evidence) -> pd.DataFrame:
    """Every statement of the article with its verdict, in the order of the article."""
    return FACTS.frame(_rows(evidence))


def _rows(evidence: Evidence) -> Iterator[dict[str, object]]:
    before, known = None, rates(evidence)
    for fact in evidence.article_facts.values():
        verdict = evidence.title("verdict", fact.verdict)
        sentence = _sentence(evidence, fact, before, known)
        yield {
            "fact": fact.id, "kind": fact.kind, "country": fact.country or "",
            "stated": _number(fact.stated), "unit": fact.unit or "",
            "verdict": fact.verdict, "found": _number(fact.found),
            **in_columns(
                statement=fact.statement, verdict_title=verdict, reference=fact.reference,
                sentence=sentence,
            ),
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
    parts: list[Words] = []
    if fact.stated is not None and fact.unit is not None:
        parts.append(_("stated {stated}", stated=said(evidence, fact.stated, fact.unit)))
    if fact.found is not None and fact.unit is not None:
        parts.append(_("found {found}", found=said(evidence, fact.found, fact.unit)))
    if fact.reference.in_(SOURCE):
        parts.append(rendered(without_stop, fact.reference))
    if not parts:
        return _("{verdict}.", verdict=verdict)
    return _("{verdict}: {parts}.", verdict=verdict, parts=in_a_row(parts, "; "))


def without_stop(words: str, *, language: str) -> str:
    """A sentence without its full stop."""
    return words.rstrip(".")


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
    """'70 million US dollars is 97.4 billion won, not 975 billion won'."""
    before, value, rate = converted
    assert fact.stated is not None
    assert before.stated is not None
    own, other = parse_unit(fact.unit), parse_unit(before.unit)
    printed = rendered(money, fact.stated, own)
    text = _(
        "{verdict}. {place}: {foreign} is {right} at {each} a {one} ({when})",
        verdict=verdict,
        place=EMPTY if fact.country is None else evidence.title("country", fact.country),
        foreign=rendered(money, before.stated, other),
        right=rendered(money, value, own),
        each=rendered(money, rate.number, Unit(1.0, own.money), significant=5),
        one=rendered(_one, other),
        when=rate.year_list,
    )
    if fact.verdict not in WRONG:
        return _("{text}; the article says {printed}.", text=text, printed=printed)
    whole = _("{text}, not {printed}.", text=text, printed=printed)
    slip = _slip(fact.stated, value, own)
    return in_a_row((whole, slip), " ") if slip else whole


def _one(unit: Unit, language: str) -> str:
    """The name of one unit of a currency, e.g. 'US dollar'."""
    name = money(1.0, Unit(1.0, unit.money), language).removeprefix("1 ")
    return name.removesuffix("s") if language == SOURCE else name


def _slip(stated: float, value: float, unit: Unit) -> Message:
    """Where a figure is wrong by a power of ten, what it should have been."""
    if stated <= 0 or value <= 0:
        return EMPTY
    power = round(log10(stated / value))
    meant = stated / 10.0**power
    if power == 0 or abs(meant / value - 1.0) > SLIP:
        return EMPTY
    times = digits(10.0 ** abs(power))
    right = rendered(money, meant, unit)
    if power > 0:
        return _(
            "The figure is {times} times too large; {right} was meant.", times=times, right=right
        )
    return _("The figure is {times} times too small; {right} was meant.", times=times, right=right)
