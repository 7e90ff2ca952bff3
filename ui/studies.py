"""Studies of the desk, each worked out once for the same inputs."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from ui import apart, turns
from ui.background import long_studies
from ui.background.requests import Request
from ui.moves import own_plan

KEPT = 64
"""Answers of each study that are remembered."""
DRAWS: int | None = None
"""Draws of the study of uncertainty; None takes as many as the ends of its intervals need."""


@st.cache_resource(
    show_spinner=False, max_entries=KEPT, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def priced(scenario: api.Scenario) -> api.PriceReport:
    """What every limit is worth, and levers by what a realistic step gains."""
    return apart.worked_out(
        lambda: api.price_report(scenario), Request(api.price_report, scenario, page=True)
    )


@st.cache_resource(
    show_spinner=False, max_entries=KEPT, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def evaluated(scenario: api.Scenario, hand: own_plan.Hand) -> api.Evaluation:
    """What a plan made by hand yields beside the best one."""

    def here() -> api.Evaluation:
        with turns.engine().turn():
            return long_studies.evaluated(scenario, hand)

    return apart.worked_out(here, Request(long_studies.evaluated, scenario, (hand,), page=True))


def sure_request(scenario: api.Scenario) -> Request:
    """How sure the plan is: the study whose intervals desk, memo and workbook print."""
    return Request(long_studies.uncertainty, scenario, (DRAWS,))


def insight_request(scenario: api.Scenario) -> Request:
    """What explains these draws."""
    return Request(long_studies.insight, scenario, (DRAWS,), long=True)
