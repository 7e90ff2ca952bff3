"""Programmes of countries one by one: money, people, source; and those that are never added."""

from __future__ import annotations

from math import isfinite
from typing import Any

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.markup import Safe, named, put, tag
from ui.panels.panel_parts import heading, nothing, table_behind
from ui.panels.sources import cited, english_note
from ui.state.cache import countries
from ui.state.desk import Desk
from ui.tables import in_currency, rows_of, won


def overlaps(desk: Desk, found: api.CountryComparison) -> None:
    """Programmes that are shown but not added, and why."""
    speech = desk.speech
    heading(
        speech.say(_("Shown, but never added")),
        speech.say(
            _(
                "Parts of other programmes, umbrellas and plans without money of their own; adding "
                "them would count money twice."
            )
        ),
        name="panel-overlaps",
    )
    own = _own(found)
    rows = rows_of(own[~own["adds"]])
    if not rows:
        nothing(speech.say(_("No programme of these countries overlaps another.")))
        return
    lines = [_line(desk, r, speech.text(found.countries[r.country])) for r in rows]
    put(tag("table", *lines, css="tbo-rules", more=named("overlaps")))


def render(desk: Desk, found: api.CountryComparison) -> None:
    """Every programme of the countries, opened country by country."""
    speech, own = desk.speech, _own(found)
    heading(speech.say(_("Every programme and its source")), name="panel-programmes")
    parts = []
    for country, title in found.countries.items():
        rows = rows_of(own[own["country"] == country])
        said = speech.say(_("{country}: {n} programmes", country=speech.text(title), n=len(rows)))
        table = tag("table", *(_line(desk, r) for r in rows), css="tbo-rules")
        parts.append(
            tag("details", tag("summary", said), table, more=named(f"programmes-{country}"))
        )
    put(tag("div", *parts, css="tbo-opens", more=named("programmes")))
    table_behind(desk, api.programmes_table(countries(), own), "country-programmes")


def _own(found: api.CountryComparison) -> Any:
    all_of_them = countries().strategies
    return all_of_them[all_of_them["country"].isin(list(found.countries))]


def _line(desk: Desk, row: Any, country: str = "") -> Safe:
    speech = desk.speech
    name = [tag("strong", speech.column(row, "title"))]
    if country:
        name.append(tag("div", country, css="tbo-muted"))
    return tag(
        "tr",
        tag("td", *name),
        tag("td", _money(desk, row), tag("div", _facts(desk, row), css="tbo-muted")),
        tag("td", cited(desk, [row.source], row.grade), *english_note(desk, row.note)),
        more=named(f"programme-{row.strategy}"),
    )


def _money(desk: Desk, row: Any) -> str:
    """The announced amount in won, where it is known; else in the currency it was announced in."""
    speech = desk.speech
    if isfinite(row.krw):
        return won(row.krw, speech.language)
    if isfinite(row.amount):
        return in_currency(row.amount, row.currency, speech.language)
    return speech.say(_("amount not published"))


def _facts(desk: Desk, row: Any) -> str:
    speech, facts = desk.speech, []
    if isfinite(row.krw_per_year):
        money = won(row.krw_per_year, speech.language)
        facts.append(speech.say(_("{money} a year from {year}", money=money, year=row.start_year)))
    elif not isfinite(row.period_years):
        facts.append(speech.say(_("period not published")))
    if isfinite(row.target_heads):
        heads = speech.digits(row.target_heads, 9)
        facts.append(speech.say(_("{n} people announced", n=heads)))
    return " · ".join(facts)
