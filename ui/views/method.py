"""Method: the goal and every kind of rule that is really in this scenario's programme."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.markup import named, put, tag
from ui.panels import failures
from ui.panels.panel_parts import heading, page_title
from ui.state.desk import Desk
from ui.tables import rows_of

SYMBOLS = (
    (r"u_{a,i,y}", _("units of activity a bought in year y on step i of its rising cost")),
    (r"n_{q,j,y}", _("people supported on pathway q in year y on step j of its falling yield")),
    (r"x_{p,y}", _("spending of programme p in year y, the sum of unit cost times units")),
    (r"k_y", _("money of year y kept for the next year")),
    (r"B,\;B_y,\;c", _("total budget, budget of a year, share that may be carried over")),
    (
        r"\mathrm{yield}_{q,j}",
        _("net people per person supported, after those who would have stayed or come anyway"),
    ),
    (r"w,\;\delta", _("weights of tier and channel, discount rate")),
)


def render(desk: Desk) -> None:
    """Draws the page."""
    speech, plan = desk.speech, failures.answered(desk)
    if plan is None:
        return
    scenario = plan.scenario
    page_title(speech.say(_("How the plan is found")))
    put(
        tag(
            "p",
            speech.say(
                _(
                    "Money buys capacity, capacity carries pathways, pathways yield people. "
                    "Everything is linear or made so with a proven bound, so the plan is the best "
                    "one there is, not a good guess."
                )
            ),
            css="tbo-lead",
        )
    )
    heading(
        speech.say(_("The goal")),
        speech.say(_("Net people, weighted by tier and by channel, later years discounted.")),
        name="panel-goal",
    )
    st.latex(api.goal_formula(scenario))
    heading(
        speech.say(_("The rules in this scenario")),
        speech.say(_("Only what is really in force here.")),
        name="panel-kinds",
    )
    for row in rows_of(api.method_table(scenario)):
        counted = speech.say(
            _("rows: {n} · priced per {per}", n=row.rows, per=speech.column(row, "per"))
        )
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
    heading(speech.say(_("Symbols")), name="panel-symbols")
    st.markdown("\n".join(f"- ${symbol}$: {speech.say(key)}" for symbol, key in SYMBOLS))
