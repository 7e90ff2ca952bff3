"""What the desk remembers across sessions: scenarios, plans, evidence; each worked out once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from optimizer import api
from ui import turns


@st.cache_resource(show_spinner=False)
def shipped() -> tuple[api.Shipped, ...]:
    """The shipped scenarios."""
    return api.list_scenarios()


@st.cache_resource(show_spinner=False, max_entries=32)
def base_of(name: str) -> api.Scenario:
    """A shipped scenario as it is signed."""
    return api.load_scenario(name)


@st.cache_resource(
    show_spinner=False, max_entries=128, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def plan_of(scenario: api.Scenario) -> api.Plan:
    """The best plan with its tables, solved once for each fingerprint."""
    with turns.engine().turn(urgent=True):
        return api.bare_plan(scenario)


@st.cache_resource(
    show_spinner=False, max_entries=128, hash_funcs={api.Plan: lambda p: p.scenario.fingerprint}
)
def explained(plan: api.Plan) -> api.Plan:
    """The same plan with what holds it back and what each rule costs; takes longer."""
    with turns.engine().turn():
        return api.explained(plan)


@st.cache_resource(show_spinner=False)
def evidence_tables() -> api.Evidence:
    """The evidence tables, read once."""
    return api.load_evidence()


@st.cache_resource(
    show_spinner=False, max_entries=64, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def conflict_of(
    scenario: api.Scenario, signed: api.Scenario | None, below_signed: bool
) -> api.ConflictAnswer:
    """Which rules collide and the ways out; takes seconds."""
    return api.explain_conflict(scenario, signed=signed, below_signed=below_signed)


@st.cache_resource(
    show_spinner=False, max_entries=64, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def numbers_of(scenario: api.Scenario) -> tuple[api.StatedNumber, ...]:
    """Every number that the document itself states."""
    return api.stated_numbers(scenario)


@st.cache_resource(
    show_spinner=False, max_entries=64, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def rule_titles(scenario: api.Scenario) -> dict[str, api.Text]:
    """What each rule of a scenario is called."""
    return api.rule_titles(scenario)


@st.cache_resource(show_spinner=False, max_entries=32)
def compared(names: tuple[str, ...], _scenarios: Sequence[api.Scenario]) -> api.Comparison:
    """Scenarios side by side; `names` are their fingerprints."""
    return api.compare(_scenarios)
