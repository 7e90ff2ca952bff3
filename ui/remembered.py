"""What the desk remembers across sessions: scenarios, plans, evidence; each worked out once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from optimizer.api import desk as api
from ui import apart, turns
from ui.background import long_studies
from ui.background.requests import Request


@st.cache_resource(show_spinner=False)
def shipped() -> tuple[api.Shipped, ...]:
    """The shipped scenarios."""
    return api.list_scenarios()


@st.cache_resource(show_spinner=False, max_entries=32)
def base_of(name: str) -> api.Scenario:
    """A shipped scenario as it is signed."""
    scenario = api.load_scenario(name)
    apart.trust([scenario])
    return scenario


@st.cache_resource(
    show_spinner=False, max_entries=128, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def plan_of(scenario: api.Scenario) -> api.Plan:
    """The best plan with its tables, solved once for each fingerprint."""

    def here() -> api.Plan:
        with turns.engine().turn(urgent=True):
            return api.bare_plan(scenario)

    return apart.worked_out(here, Request(api.bare_plan, scenario, page=True))


@st.cache_resource(
    show_spinner=False, max_entries=128, hash_funcs={api.Plan: lambda p: p.scenario.fingerprint}
)
def explained(plan: api.Plan) -> api.Plan:
    """The same plan with what holds it back and what each rule costs; takes longer."""

    def here() -> api.Plan:
        with turns.engine().turn():
            return api.explained(plan)

    return apart.worked_out(here, Request(api.solve, plan.scenario, page=True))


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
    return apart.worked_out(
        lambda: long_studies.conflict(scenario, signed, below_signed),
        Request(long_studies.conflict, scenario, (signed, below_signed), page=True),
    )


@st.cache_resource(
    show_spinner=False, max_entries=64, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def numbers_of(scenario: api.Scenario) -> tuple[api.StatedNumber, ...]:
    """Every number that the document itself states."""
    return api.stated_numbers(scenario)


@st.cache_resource(
    show_spinner=False, max_entries=64, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def rule_titles(scenario: api.Scenario) -> dict[str, api.Words]:
    """What each rule of a scenario is called."""
    return api.rule_titles(scenario)


@st.cache_resource(show_spinner=False, max_entries=32)
def compared(names: tuple[str, ...], _scenarios: Sequence[api.Scenario]) -> api.Comparison:
    """Scenarios side by side; `names` are their fingerprints."""
    return apart.worked_out(
        lambda: api.compare(_scenarios),
        Request(long_studies.compared, None, tuple(_scenarios), page=True),
    )
