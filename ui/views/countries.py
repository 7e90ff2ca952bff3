"""Countries: their money on one footing, their mix on our budget, and the model's track record."""

from __future__ import annotations

import streamlit as st

from ui import widgets
from ui.markup import named, put, tag
from ui.panels import (
    country_cautions,
    country_differences,
    country_money,
    country_programmes,
    failures,
    next_million,
    spend_like,
    track_record,
)
from ui.panels.panel_parts import nothing
from ui.state import cache
from ui.state.desk import Desk
from ui.state.view_choices import last_choice, remember

TITLE = "view_countries"
SECTIONS = {
    "compare": "countries_compare",
    "like": "countries_like",
    "more": "countries_more",
    "track": "countries_track",
}
FEWEST, MOST = 2, 8
BEGIN = 5
"""Countries that are compared until others are chosen."""


def render(desk: Desk) -> None:
    """Draws the part of the page that was chosen."""
    plan = failures.answered(desk)
    if plan is None:
        return
    put(tag("h1", desk.speech.say("countries_title"), css="tbo-headline", more=named("headline")))
    section = _section(desk)
    if section == "compare":
        _compare(desk)
    elif section == "like":
        spend_like.render(desk, plan)
    elif section == "more":
        next_million.render(desk, plan)
    else:
        track_record.render(desk)


def _section(desk: Desk) -> str:
    key = widgets.show("choose-section", last_choice("section", "compare"))
    picked = st.segmented_control(
        desk.speech.say("countries_section"),
        list(SECTIONS),
        format_func=lambda name: desk.speech.say(SECTIONS[name]),
        required=True,
        key=key,
        label_visibility="collapsed",
        on_change=widgets.on(key, remember("section"), SECTIONS),
    )
    return str(picked)


def _compare(desk: Desk) -> None:
    speech, chosen = desk.speech, _chosen(desk)
    if len(chosen) < FEWEST:
        nothing(speech.say("countries_few"))
        return
    found = cache.compared_countries(tuple(chosen))
    country_money.render(desk, found)
    country_differences.render(desk, found)
    country_programmes.overlaps(desk, found)
    country_programmes.render(desk, found)
    country_cautions.render(desk, cache.countries().cautions)


def _chosen(desk: Desk) -> list[str]:
    """The countries, in the order they were chosen."""
    speech, places = desk.speech, cache.countries().places
    key = widgets.show("choose-countries", last_choice("countries", _first(desk)))
    picked = st.multiselect(
        speech.say("countries_pick"),
        list(places),
        format_func=lambda code: speech.text(places[code]),
        max_selections=MOST,
        placeholder=speech.say("countries_few"),
        select_all=False,
        key=key,
        on_change=widgets.on(key, remember("countries"), places),
    )
    return [str(code) for code in picked]


def _first(desk: Desk) -> list[str]:
    """The scenario's own country and those that announced most for their size."""
    figures = cache.countries().figures
    sized = figures[(figures["figure"] == "yearly_of_gdp") & figures["value"].notna()]
    order = sized.sort_values("value", ascending=False)["country"].tolist()
    own = [c for c in [desk.base.country] if c in cache.countries().places]
    return [str(c) for c in dict.fromkeys([*own, *order])][:BEGIN]
