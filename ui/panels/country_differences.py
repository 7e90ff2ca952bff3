"""Countries side by side in words: largest differences first, each opened to its sources."""

from __future__ import annotations

from math import isfinite
from typing import Any

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.markup import Safe, named, put, tag
from ui.panels.panel_parts import heading, nothing, table_behind
from ui.panels.sources import cited, names_in
from ui.state.desk import Desk
from ui.tables import rows_of

SHOWN = 8
"""Differences that stand open on the page; the rest is one click away."""


def render(desk: Desk, found: api.CountryComparison) -> None:
    """The sentences with every figure behind them, and what is missing."""
    speech = desk.speech
    heading(
        speech.say(_("Largest differences first")),
        speech.say(_("Open a line to see every country's figure, its year and its source.")),
        name="panel-differences",
    )
    rows = rows_of(found.differences)
    alike = [_difference(desk, found, r) for r in rows if r.comparable]
    apart = [_difference(desk, found, r) for r in rows if not r.comparable]
    put(tag("div", *alike[:SHOWN], css="tbo-opens", more=named("differences")))
    if alike[SHOWN:] or apart:
        said = speech.say(_("{n} smaller differences", n=len(alike[SHOWN:])))
        more: list[Safe] = [tag("summary", said), *alike[SHOWN:]]
        if apart:
            more += [tag("p", tag("strong", speech.say(_("Not comparable")))), *apart]
        put(tag("details", *more, css="tbo-opens tbo-more", more=named("differences-more")))
    table_behind(desk, api.page_of(found).tables["figures"], "country-figures")
    _gaps(desk, found)


def _difference(desk: Desk, found: api.CountryComparison, row: Any) -> Safe:
    part = found.figures[found.figures["figure"] == row.figure]
    lines = [_figure(desk, found, r) for r in rows_of(part)]
    return tag(
        "details",
        tag("summary", desk.speech.column(row, "sentence")),
        tag("table", *lines, css="tbo-rules"),
        more=named(f"difference-{row.figure}"),
    )


def _figure(desk: Desk, found: api.CountryComparison, row: Any) -> Safe:
    speech, country = desk.speech, desk.speech.text(found.countries[row.country])
    if not isfinite(row.value):
        gap = f"{speech.say(_('no figure'))}: {speech.column(row, 'gap')}"
        return tag("tr", tag("td", country), tag("td", gap, css="tbo-muted"), tag("td", ""))
    counted = speech.say(_("{counted} of {of} programmes counted", counted=row.counted, of=row.of))
    facts = [str(row.year), *([counted] if row.counted < row.of else [])]
    said = tag("strong", speech.column(row, "said"))
    return tag(
        "tr",
        tag("td", country),
        tag("td", said, tag("div", " · ".join(facts), css="tbo-muted")),
        tag("td", cited(desk, names_in(row.sources), row.grade)),
    )


def _gaps(desk: Desk, found: api.CountryComparison) -> None:
    """What a country lacks though another has it."""
    speech = desk.speech
    heading(
        speech.say(_("What is missing")),
        speech.say(_("A gap is no zero: nobody published the figure, or the data do not hold it.")),
        name="panel-gaps",
    )
    if found.gaps.empty:
        nothing(speech.say(_("Nothing is missing for these countries.")))
        return
    parts = []
    for country, title in found.countries.items():
        rows = rows_of(found.gaps[found.gaps["country"] == country])
        if rows:
            said = speech.say(_("{country}: {n} figures", country=speech.text(title), n=len(rows)))
            items = [
                tag("li", tag("strong", speech.column(r, "title")), ": ", speech.column(r, "gap"))
                for r in rows
            ]
            parts.append(tag("details", tag("summary", said), tag("ul", *items)))
    put(tag("div", *parts, css="tbo-opens", more=named("gaps")))
