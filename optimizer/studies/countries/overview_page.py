"""Countries on one footing, and some of them side by side, laid out and as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from optimizer.domain.wording import digits
from optimizer.i18n import Words, _, in_a_row, pgettext, verbatim
from optimizer.results.columns import cell
from optimizer.results.page import Bullets, Heading, Page, page
from optimizer.results.plan import lines
from optimizer.results.table import Column, Kind, Shape, Table, rows_of
from optimizer.results.versions import versions
from optimizer.studies.countries.mix import MIX
from optimizer.studies.countries.money import MILLION_WON, PROGRAMMES
from optimizer.studies.countries.overview_words import CAUTIONS
from optimizer.studies.countries.profile import FIGURES

if TYPE_CHECKING:
    from optimizer.studies.countries.comparison import CountryComparison
    from optimizer.studies.countries.overview import Countries

NO_SUM = "*"
"""Marks programmes that are shown but never added up."""
_FRONTIER = Shape(
    "frontier",
    _("Frontier efficiency: people for their money a year (1 = best practice)"),
    Column("title", pgettext("column", "Unit"), Kind.WORDS),
    Column("basis", _("Basis")),
    Column("country", _("Country")),
    Column("krw", pgettext("column", "Money a year"), Kind.MONEY, unit=MILLION_WON),
    Column("people", _("People"), Kind.PEOPLE),
    Column("input constant", _("CCR"), Kind.NUMBER, digits=2),
    Column("input variable", _("BCC"), Kind.NUMBER, digits=2),
    Column("output constant", _("CCR out"), Kind.NUMBER, digits=2),
    Column("output variable", _("BCC out"), Kind.NUMBER, digits=2),
    Column("peers", _("Peers")),
)
"""A unit a row; scores by orientation and assumption on scale."""
_SHOWN = (
    "title", "country", "start_year", "period_years", "amount", "krw", "krw_per_year",
    "share_of_gdp", "krw_per_head", "krw_per_ai_worker", "target_heads", "grade", "source",
)  # fmt: skip
_BASES = {"announced": pgettext("basis", "announced"), "measured": _("measured")}


def countries_page(answer: Countries) -> Page:
    """All countries: what stands out, programmes, efficiency, the article, sources."""
    left = (
        in_a_row((cell(row, "title"), cell(row, "gap")), ": ")
        for row in lines(answer.efficiency.left_out)
    )
    return page(
        Heading(in_a_row((_("Country strategies on one footing"), f" ({answer.year})"), "")),
        Bullets(answer.sentences),
        Bullets(answer.cautions, _("Read this first")),
        _programmes(answer),
        _FRONTIER.of(list(_scores(answer.efficiency.scores)), captioned=True),
        Bullets(tuple(left), _("Not placed on a frontier")),
        FIGURES.of(answer.figures, brief=False),
        mix_table(answer, answer.mix),
        Heading(_("The article, checked")),
        Bullets(tuple(_article(answer.article_facts))),
        _sources(answer.sources),
    )


def _programmes(answer: Countries) -> Table:
    rows = [
        {
            **row,
            "title": in_a_row((cell(row, "title"), "" if row["adds"] else NO_SUM), ""),
            "amount": _announced(row),
        }
        for row in rows_of(answer.strategies)
    ]
    title = _("Programmes (* part, umbrella or unpaid plan: shown, never added)")
    return PROGRAMMES.of(rows, only=_SHOWN, title=title, captioned=True)


def _announced(row: Any) -> Words | None:
    known = row["amount"] == row["amount"]
    return in_a_row((digits(row["amount"], 5), row["currency"]), " ") if known else None


def _scores(scores: pd.DataFrame) -> Iterator[dict[str, Any]]:
    for _other, part in scores.groupby(["frontier", "unit"], sort=False):
        first = rows_of(part)[0]
        each = {f"{r.orientation} {r.returns}": r.score for r in lines(part)}
        yield {**first, "basis": _BASES[str(first["basis"])], **each}


def mix_table(answer: Countries, frame: pd.DataFrame) -> Table:
    """Money of countries by family."""
    return _with_places(MIX.of(frame, brief=False), answer)


def programmes_table(answer: Countries, frame: pd.DataFrame) -> Table:
    """Programmes with their money on every footing."""
    return _with_places(PROGRAMMES.of(frame), answer)


def _with_places(table: Table, answer: Countries) -> Table:
    """The table with the countries' names in place of their codes."""
    rows = [{**row, "country": answer.places[row["country"]]} for row in table]
    return replace(table, rows=rows)


def _article(facts: pd.DataFrame) -> Iterator[Words]:
    for row in lines(facts):
        source = f" [{row.source}]" if row.source else ""
        told = (f"{row.fact} ", cell(row, "statement"), " → ", cell(row, "sentence"), source)
        yield in_a_row(told, "")


def _sources(sources: pd.DataFrame) -> Bullets:
    told = (
        f"{r.source}: {r.publisher}, {r.title} ({r.date}) {r.address}".rstrip()
        for r in lines(sources)
    )
    return Bullets(tuple(map(verbatim, told)), _("Sources"))


def countries_data(answer: Countries) -> dict[str, Any]:
    """Everything; a gap is None and says why."""
    found = answer.efficiency
    return {
        "versions": {**versions(), "data": answer.version},
        "year": answer.year,
        "countries": answer.places,
        "rates": answer.rates,
        "strategies": answer.strategies,
        "figures": answer.figures,
        "mix": answer.mix,
        "article_facts": answer.article_facts,
        "efficiency": {
            "scores": found.scores, "left_out": found.left_out, "sentences": found.sentences,
        },
        "sources": answer.sources,
        "sentences": answer.sentences,
        "cautions": answer.cautions,
    }  # fmt: skip


def country_comparison_page(answer: CountryComparison) -> Page:
    """Countries side by side: differences in words, the figures, the gaps, the sources."""
    names = in_a_row(answer.countries.values(), ", ")
    shown = set(answer.differences["figure"])
    gaps = (
        in_a_row((answer.countries[r.country], ", ", cell(r, "title"), ": ", cell(r, "gap")), "")
        for r in lines(answer.gaps)
        if r.figure in shown
    )
    return page(
        Heading(in_a_row((_("Countries side by side"), ": ", names, f" ({answer.year})"), "")),
        Bullets(answer.sentences),
        Bullets(CAUTIONS, _("Read this first")),
        _sides(answer),
        figures_table(answer),
        Bullets(tuple(gaps), _("Gaps")),
        _sources(answer.sources),
    )


def figures_table(answer: CountryComparison) -> Table:
    """All figures of the countries, gaps with their reason."""
    table = FIGURES.of(answer.figures, brief=False)
    rows = [{**row, "country": answer.countries[row["country"]]} for row in table]
    return replace(table, rows=rows)


def _sides(answer: CountryComparison) -> Table:
    columns = (Column(code, title) for code, title in answer.countries.items())
    title = _("Countries side by side")
    shape = Shape("sides", title, Column("title", _("Figure"), Kind.WORDS), *columns)
    rows = []
    for _other, part in answer.figures.groupby("figure", sort=False):
        if not part["value"].isna().all():
            own = {row["country"]: _figure(row) for row in rows_of(part)}
            rows.append({"title": cell(rows_of(part)[0], "title"), **own})
    return shape.of(rows)


def _figure(row: Any) -> Words | None:
    """The figure with its year; '+' where not every programme could be counted."""
    if row["value"] != row["value"]:
        return None
    more = "+" if row["counted"] < row["of"] else ""
    mark = "" if row["grade"] != "X" else " X"
    return in_a_row((cell(row, "said"), f"{more} ({row['year']}){mark}"), "")


def country_comparison_data(answer: CountryComparison) -> dict[str, Any]:
    """Countries side by side, differences first."""
    return {
        "versions": {**versions(), "data": answer.version},
        "year": answer.year,
        "countries": answer.countries,
        "differences": answer.differences,
        "figures": answer.figures,
        "gaps": answer.gaps,
        "sources": answer.sources,
        "sentences": answer.sentences,
        "cautions": CAUTIONS,
    }
