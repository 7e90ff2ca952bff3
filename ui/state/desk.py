"""Everything one run of the page shows: the plan of what was chosen, or why there is none."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.moves import levers
from ui.speech import Speech
from ui.state import cache, documents
from ui.state.choices import Choice, changed


@dataclass(frozen=True)
class Desk:
    """Everything one run of the page shows; views only read it."""

    speech: Speech
    choice: Choice
    shipped: tuple[api.Shipped, ...]
    signed: api.Scenario
    """What was opened, as it is signed."""
    base: api.Scenario
    """The same with the rules that were added and deleted; what the levers stand on."""
    levers: Mapping[str, levers.Lever]
    plan: api.Plan | None
    """None when the inputs are invalid; then `issues` says why."""
    issues: tuple[api.Issue, ...]
    ignored: tuple[str, ...]
    """Parts of the link that make no sense here."""
    can_undo: bool
    can_redo: bool
    seconds: float
    """Time the plan took, 0 when it was remembered."""
    dark: bool


def current_speech() -> Speech:
    """The visitor's speech; before a language is known the first one."""
    language = st.session_state.get("language")
    return Speech(language if language in api.LANGUAGES else api.LANGUAGES[0])


def current_desk() -> Desk:
    """What the page shows now; solves if these inputs were not solved before."""
    state = st.session_state
    choice: Choice = state.choice
    plan: api.Plan | None = None
    issues: tuple[api.Issue, ...] = ()
    begun = time.perf_counter()
    try:
        scenario = changed(choice.inputs)
        with st.spinner(current_speech().say(_("Working out the best plan …"))):
            plan = cache.plan_of(scenario)
    except api.InvalidInput as fault:
        issues = fault.issues
    base = documents.ground_of(choice.scenario, choice.values)
    return Desk(
        speech=current_speech(),
        choice=choice,
        shipped=cache.shipped(),
        signed=documents.base_of(choice.scenario),
        base=base,
        levers=levers.levers_of(base, float(choice.values.get("budget", base.budget.total))),
        plan=plan,
        issues=issues,
        ignored=state.ignored,
        can_undo=bool(state.past),
        can_redo=bool(state.future),
        seconds=time.perf_counter() - begun,
        dark=st.context.theme.type == "dark",
    )
