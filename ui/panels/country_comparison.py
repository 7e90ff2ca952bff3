"""Countries beside each other: money on one footing, differences, programmes."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui import widgets
from ui.panels import (
    country_cautions,
    country_differences,
    country_money,
    country_programmes,
)
from ui.panels.panel_parts import nothing
from ui.state import cache
from ui.state.desk import Desk
from ui.state.view_choices import last_choice, remember

FEWEST, MOST = 2, 8
BEGIN = 5
"""Countries that are compared until others are chosen."""


def render(desk: Desk, plan: api.Plan) -> None:
    """The countries to choose, then what they do."""
    speech, chosen = desk.speech, _chosen(desk)
    if len(chosen) < FEWEST:
        nothing(speech.say(_("Choose at least two countries.")))
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
        speech.say(_("Countries, two to eight")),
        list(places),
        format_func=lambda code: speech.text(places[code]),
        max_selections=MOST,
        placeholder=speech.say(_("Choose at least two countries.")),
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
