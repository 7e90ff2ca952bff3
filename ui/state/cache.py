"""Answers worked out once for all visitors: scenarios, plans, evidence, countries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from optimizer.api import desk as api
from ui.jobs import isolation, solver_lock, studies
from ui.jobs.job import Task
from ui.moves import own_plan

BY_FINGERPRINT: dict[str | type[Any], Callable[[Any], Any]] = {
    api.Scenario: lambda scenario: scenario.fingerprint,
    api.Plan: lambda plan: plan.scenario.fingerprint,
}
"""How scenarios and plans are told apart."""


@st.cache_resource(show_spinner=False)
def shipped() -> tuple[api.Shipped, ...]:
    """The shipped scenarios."""
    return api.list_scenarios()


@st.cache_resource(show_spinner=False, max_entries=32)
def base_of(name: str) -> api.Scenario:
    """A shipped scenario as it is signed."""
    scenario = api.load_scenario(name)
    isolation.trust([scenario])
    return scenario


@st.cache_resource(show_spinner=False, max_entries=128, hash_funcs=BY_FINGERPRINT)
def plan_of(scenario: api.Scenario) -> api.Plan:
    """The best plan with its tables, solved once for each fingerprint."""

    def here() -> api.Plan:
        with solver_lock.shared().held(urgent=True):
            return api.bare_plan(scenario)

    return isolation.worked_out(Task(api.bare_plan, scenario, page=True), here)


@st.cache_resource(show_spinner=False, max_entries=128, hash_funcs=BY_FINGERPRINT)
def explained(plan: api.Plan) -> api.Plan:
    """The same plan with what holds it back and what each rule costs; takes longer."""

    def here() -> api.Plan:
        with solver_lock.shared().held():
            return api.explained(plan)

    return isolation.worked_out(Task(api.solve, plan.scenario, page=True), here)


@st.cache_resource(show_spinner=False)
def evidence_tables() -> api.Evidence:
    """The evidence tables, read once."""
    return api.load_evidence()


@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs=BY_FINGERPRINT)
def conflict_of(
    scenario: api.Scenario, signed: api.Scenario | None, below_signed: bool
) -> api.ConflictAnswer:
    """Which rules collide and the ways out; takes seconds."""
    task = Task(studies.conflict, scenario, (signed, below_signed), page=True)
    return isolation.worked_out(task)


@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs=BY_FINGERPRINT)
def numbers_of(scenario: api.Scenario) -> tuple[api.StatedNumber, ...]:
    """Every number that the document itself states."""
    return api.stated_numbers(scenario)


@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs=BY_FINGERPRINT)
def rule_titles(scenario: api.Scenario) -> dict[str, api.Words]:
    """What each rule of a scenario is called."""
    return api.rule_titles(scenario)


@st.cache_resource(show_spinner=False, max_entries=32)
def compared(names: tuple[str, ...], _scenarios: Sequence[api.Scenario]) -> api.Comparison:
    """Scenarios side by side; `names` are their fingerprints."""
    return isolation.worked_out(Task(studies.compared, None, tuple(_scenarios), page=True))


@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs=BY_FINGERPRINT)
def priced(scenario: api.Scenario) -> api.PriceReport:
    """What every limit is worth, and levers by what a realistic step gains."""
    return isolation.worked_out(Task(api.price_report, scenario, page=True))


@st.cache_resource(show_spinner=False, max_entries=64, hash_funcs=BY_FINGERPRINT)
def evaluated(scenario: api.Scenario, hand: own_plan.Hand) -> api.Evaluation:
    """What a plan made by hand yields beside the best one."""

    def here() -> api.Evaluation:
        with solver_lock.shared().held():
            return studies.evaluated(scenario, hand)

    return isolation.worked_out(Task(studies.evaluated, scenario, (hand,), page=True), here)


@st.cache_resource(show_spinner=False)
def countries() -> api.Countries:
    """All countries of the evidence on one footing."""
    return api.countries()


@st.cache_resource(show_spinner=False, max_entries=64)
def compared_countries(names: tuple[str, ...]) -> api.CountryComparison:
    """These countries side by side."""
    return api.compare_countries(names)


@st.cache_resource(show_spinner=False)
def track_record() -> api.TrackRecord:
    """What the model foretells of programmes that exist; takes seconds."""
    return api.track_record()


def to_copy(scenario: api.Scenario) -> tuple[str, ...]:
    """Countries whose announced mix can be spent in the scenario's years."""
    return api.countries_with_mix(evidence_tables(), scenario.years.all)
