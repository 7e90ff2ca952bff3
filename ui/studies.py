"""Studies of the desk, each worked out once for the same inputs."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from optimizer import api
from ui import turns
from ui.background import long_studies
from ui.background.requests import Request
from ui.moves import own_plan

KEPT = 64
"""Answers of each study that are remembered."""
QUICK = 1000
"""Draws that are worked out at once."""


@st.cache_resource(
    show_spinner=False, max_entries=KEPT, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def priced(scenario: api.Scenario) -> api.PriceReport:
    """What every limit is worth, and levers by what a realistic step gains."""
    return api.price_report(scenario)


@st.cache_resource(show_spinner=False)
def _switched() -> dict[str, api.Flips]:
    return {}


def switching_of(scenario: api.Scenario, heard: Callable[[float], None]) -> api.Flips:
    """Where the decision flips; takes seconds, and `heard` may end it when a lever is moved."""
    known, key = _switched(), scenario.fingerprint
    if key not in known:
        known[key] = api.switching_points(scenario, heard)
        for old in list(known)[:-KEPT]:
            known.pop(old, None)
    return known[key]


@st.cache_resource(
    show_spinner=False, max_entries=KEPT, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def evaluated(scenario: api.Scenario, hand: own_plan.Hand) -> api.Evaluation:
    """What a plan made by hand yields beside the best one."""
    with turns.engine().turn():
        return api.evaluate(scenario, own_plan.money_of(hand, scenario))


@st.cache_resource(
    show_spinner=False, max_entries=KEPT, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def curve_of(scenario: api.Scenario, stop: float, along: str | None) -> api.BudgetCurve:
    """The best outcome from nothing to `stop` of the budget, or of a rule's limit."""
    return api.budget_curve(scenario, 0.0, stop, along=along)


def quick_request(scenario: api.Scenario) -> Request:
    """How sure the plan is, from the draws that are worked out at once."""
    return Request(long_studies.uncertainty, scenario, (QUICK,), QUICK)


def insight_request(scenario: api.Scenario) -> Request:
    """What explains these draws."""
    return Request(long_studies.insight, scenario, (QUICK,), QUICK, long=True)


def interval(study: api.UnderUncertainty) -> tuple[float, float] | None:
    """Net people in 90 % of the draws: from and to; None where no draw has a plan."""
    rows = study.distribution[study.distribution["outcome"] == "net_people"]
    low, high = rows[["p05", "p95"]].to_numpy(dtype=float)[0].tolist()
    return (low, high) if low == low else None
