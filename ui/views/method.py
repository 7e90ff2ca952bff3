"""Method: the goal and every kind of rule that is really in this scenario's programme."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from ui.markup import named, put, tag
from ui.panels import failures
from ui.panels.panel_parts import heading, page_title
from ui.state.desk import Desk
from ui.tables import rows_of

SYMBOLS = (
    (r"u_{a,i,y}", "symbol_units"),
    (r"n_{q,j,y}", "symbol_people"),
    (r"x_{p,y}", "symbol_spending"),
    (r"k_y", "symbol_kept"),
    (r"B,\;B_y,\;c", "symbol_budget"),
    (r"\mathrm{yield}_{q,j}", "symbol_yield"),
    (r"w,\;\delta", "symbol_weights"),
)


def render(desk: Desk) -> None:
    """Draws the page."""
    speech, plan = desk.speech, failures.answered(desk)
    if plan is None:
        return
    scenario = plan.scenario
    page_title(speech.say("method_title"))
    put(tag("p", speech.say("method_note"), css="tbo-lead"))
    heading(speech.say("method_goal"), speech.say("method_goal_note"), name="panel-goal")
    st.latex(api.goal_formula(scenario))
    heading(speech.say("method_rules"), speech.say("method_rules_note"), name="panel-kinds")
    for row in rows_of(api.method_table(scenario)):
        counted = speech.say("method_rows", {"n": row.rows, "per": speech.column(row, "per")})
        put(
            tag(
                "div",
                tag("strong", speech.column(row, "title")),
                tag("span", " " + counted, css="tbo-muted"),
                css="tbo-kind",
                more=named(f"kind-{row.rule}"),
            )
        )
        st.latex(str(row.formula))
    heading(speech.say("method_symbols"), name="panel-symbols")
    st.markdown("\n".join(f"- ${symbol}$: {speech.say(key)}" for symbol, key in SYMBOLS))
