"""Countries on one footing as plain data and as text: overview, and some of them side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from optimizer.domain.units import Unit
from optimizer.domain.wording import digits, money, percent
from optimizer.i18n import _, pgettext
from optimizer.reports.in_languages import heads, in_all
from optimizer.reports.plain import records, versions
from optimizer.reports.text import columns
from optimizer.results.columns import cell
from optimizer.results.plan import lines
from optimizer.studies.countries.comparison import CountryComparison
from optimizer.studies.countries.overview import Countries
from optimizer.studies.countries.overview_words import CAUTIONS

MILLION_WON = Unit(1e6, (("KRW", 1),))
WON = Unit(1.0, (("KRW", 1),))
GAP = "–"
NO_SUM = "*"
_WORDS = {
    "title": _("Country strategies on one footing"),
    "sides": _("Countries side by side"),
    "programmes": _("Programmes (* part, umbrella or unpaid plan: shown, never added)"),
    "article": _("The article, checked"),
    "frontier": _("Frontier efficiency: people for their money a year (1 = best practice)"),
    "left_out": _("Not placed on a frontier"),
    "cautions": _("Read this first"),
    "gaps": _("Gaps"),
    "sources": _("Sources"),
    "figure": _("Figure"),
}

_PROGRAMMES = (
    _("Programme"),
    _("Country"),
    _("From"),
    _("Years"),
    _("Announced (million)"),
    _("In won"),
    _("A year"),
    _("Of GDP"),
    _("Per inhabitant"),
    _("Per AI worker"),
    pgettext("column", "People"),
    _("Grade"),
    _("Source"),
)
_FRONTIER = (
    pgettext("column", "Unit"),
    _("Basis"),
    _("Country"),
    pgettext("column", "Money a year"),
    _("People"),
    _("CCR"),
    _("BCC"),
    _("CCR out"),
    _("BCC out"),
    _("Peers"),
)
_BASES = {"announced": pgettext("basis", "announced"), "measured": _("measured")}


def countries_data(answer: Countries) -> dict[str, Any]:
    """Everything as nested plain data; a gap is None and says why."""
    found = answer.efficiency
    return {
        "versions": {**versions(), "data": answer.version},
        "year": answer.year,
        "countries": {code: in_all(t) for code, t in answer.places.items()},
        "rates": records(answer.rates),
        "strategies": records(answer.strategies),
        "figures": records(answer.figures),
        "mix": records(answer.mix),
        "article_facts": records(answer.article_facts),
        "efficiency": {
            "scores": records(found.scores),
            "left_out": records(found.left_out),
            "sentences": [in_all(s) for s in found.sentences],
        },
        "sources": records(answer.sources),
        "sentences": [in_all(s) for s in answer.sentences],
        "cautions": [in_all(c) for c in answer.cautions],
    }


def country_comparison_data(answer: CountryComparison) -> dict[str, Any]:
    """Countries side by side as nested plain data, differences first."""
    return {
        "versions": {**versions(), "data": answer.version},
        "year": answer.year,
        "countries": {code: in_all(t) for code, t in answer.countries.items()},
        "differences": records(answer.differences),
        "figures": records(answer.figures),
        "gaps": records(answer.gaps),
        "sources": records(answer.sources),
        "sentences": [in_all(s) for s in answer.sentences],
        "cautions": [in_all(c) for c in CAUTIONS],
    }


def countries_text(answer: Countries, language: str = "en") -> str:
    """All countries: what stands out, programmes, efficiency, the article, sources."""
    return "\n".join(_overview(answer, language)) + "\n"


def country_comparison_text(answer: CountryComparison, language: str = "en") -> str:
    """Countries side by side: differences in words, the figures, the gaps, the sources."""
    return "\n".join(_sides(answer, language)) + "\n"


def _overview(answer: Countries, language: str) -> Iterator[str]:
    yield f"{_word('title', language)} ({answer.year})"
    yield from (f"- {s.in_(language)}" for s in answer.sentences)
    yield from _list("cautions", [c.in_(language) for c in answer.cautions], language)
    yield ""
    yield _word("programmes", language)
    yield from columns(list(_programmes(answer, language)))
    yield ""
    yield _word("frontier", language)
    yield from columns(list(_frontier(answer.efficiency.scores, language)))
    left = [
        f"{cell(r, 'title').in_(language)}: {cell(r, 'gap').in_(language)}"
        for r in lines(answer.efficiency.left_out)
    ]
    yield from _list("left_out", left, language)
    yield ""
    yield _word("article", language)
    yield from _article(answer.article_facts, language)
    yield from _list("sources", _sources(answer.sources), language)


def _programmes(answer: Countries, language: str) -> Iterator[list[str]]:
    yield heads(_PROGRAMMES, language)
    for r in lines(answer.strategies):
        yield [
            cell(r, "title").in_(language) + ("" if r.adds else NO_SUM),
            r.country,
            str(r.start_year),
            _number(r.period_years),
            GAP if r.amount != r.amount else f"{digits(r.amount, 5)} {r.currency}",
            _won(r.krw, MILLION_WON, language),
            _won(r.krw_per_year, MILLION_WON, language),
            GAP if r.share_of_gdp != r.share_of_gdp else percent(r.share_of_gdp),
            _won(r.krw_per_head, WON, language),
            _won(r.krw_per_ai_worker, WON, language),
            _number(r.target_heads),
            r.grade,
            r.source,
        ]


def _frontier(scores: pd.DataFrame, language: str) -> Iterator[list[str]]:
    yield heads(_FRONTIER, language)
    for _other, part in scores.groupby(["frontier", "unit"], sort=False):
        score = {(r.orientation, r.returns): r for r in lines(part)}
        first = score["input", "constant"]
        yield [
            cell(first, "title").in_(language),
            _BASES[first.basis].in_(language),
            first.country,
            _won(first.krw, MILLION_WON, language),
            _number(first.people),
            *(
                digits(score[orientation, returns].score, 2)
                for orientation in ("input", "output")
                for returns in ("constant", "variable")
            ),
            first.peers,
        ]


def _article(facts: pd.DataFrame, language: str) -> Iterator[str]:
    for r in lines(facts):
        source = f" [{r.source}]" if r.source else ""
        statement, sentence = (cell(r, name).in_(language) for name in ("statement", "sentence"))
        yield f"- {r.fact} {statement} → {sentence}{source}"


def _sides(answer: CountryComparison, language: str) -> Iterator[str]:
    names = ", ".join(t.in_(language) for t in answer.countries.values())
    yield f"{_word('sides', language)}: {names} ({answer.year})"
    yield from (f"- {s.in_(language)}" for s in answer.sentences)
    yield from _list("cautions", [c.in_(language) for c in CAUTIONS], language)
    yield ""
    yield from columns(list(_side_table(answer, language)))
    shown = set(answer.differences["figure"])
    gaps = [
        f"{answer.countries[r.country].in_(language)}, {cell(r, 'title').in_(language)}: "
        f"{cell(r, 'gap').in_(language)}"
        for r in lines(answer.gaps)
        if r.figure in shown
    ]
    yield from _list("gaps", gaps, language)
    yield from _list("sources", _sources(answer.sources), language)


def _side_table(answer: CountryComparison, language: str) -> Iterator[list[str]]:
    yield [_word("figure", language), *(t.in_(language) for t in answer.countries.values())]
    for _other, part in answer.figures.groupby("figure", sort=False):
        if part["value"].isna().all():
            continue
        rows = {r.country: r for r in lines(part)}
        first = next(iter(rows.values()))
        yield [
            cell(first, "title").in_(language),
            *(_cell(rows[code], language) for code in answer.countries),
        ]


def _cell(row: Any, language: str) -> str:
    """The figure with its year; '+' where not every programme could be counted."""
    if row.value != row.value:
        return GAP
    more = "+" if row.counted < row.of else ""
    return f"{cell(row, 'said').in_(language)}{more} ({row.year})" + (
        "" if row.grade != "X" else " X"
    )


def _sources(sources: pd.DataFrame) -> list[str]:
    return [
        f"{r.source}: {r.publisher}, {r.title} ({r.date}) {r.address}".rstrip()
        for r in lines(sources)
    ]


def _list(name: str, entries: list[str], language: str) -> Iterator[str]:
    if entries:
        yield ""
        yield f"{_word(name, language)}:"
        yield from (f"  - {entry}" for entry in entries)


def _won(value: float, unit: Unit, language: str) -> str:
    return GAP if value != value else money(value, unit, language)


def _number(value: float) -> str:
    return GAP if value != value else digits(value)


def _word(name: str, language: str) -> str:
    return _WORDS[name].in_(language)
