"""Scenarios: what is shipped, and one click to open it."""

from __future__ import annotations

import streamlit as st

from ui import remembered, session
from ui.markup import named, put, tag
from ui.panels import trouble
from ui.session import Desk

TITLE = "view_scenarios"


def render(desk: Desk) -> None:
    """Draws the page."""
    trouble.ignored(desk)
    speech = desk.speech
    put(tag("h1", speech.say("scenarios_title"), css="tbo-headline", more=named("headline")))
    countries = [one.id for one in desk.shipped if one.of_a_country]
    for one in desk.shipped:
        if countries and one.id == countries[0]:
            put(tag("h2", speech.say("scenarios_of_countries"), css="tbo-headline"))
        base = remembered.base_of(one.id)
        facts = {
            "money": speech.money(base.budget.total, base),
            "first": base.years.first,
            "last": base.years.last,
            "programmes": len(base.programmes),
            "rules": len(base.rules),
        }
        put(
            tag(
                "div",
                tag("h2", one.title[speech.language], css="tbo-head"),
                tag("p", " ".join(one.description[speech.language].split())),
                tag("p", speech.say("scenario_facts", facts), css="tbo-muted"),
                css="tbo-panel",
                more=named(f"scenario-{one.id}"),
            )
        )
        here = one.id == desk.choice.scenario
        st.button(
            speech.say("scenario_open_now" if here else "scenario_open"),
            key=f"open-{one.id}",
            disabled=here and not desk.choice.moves,
            on_click=session.open_scenario,
            args=(one.id,),
        )
