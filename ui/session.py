"""The desk's memory: what was chosen, undo and redo, the link, and the cache of plans."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from optimizer.api import desk as api
from ui import apart, opened, remembered, widgets
from ui.moves import levers, own_plan, structure
from ui.speech import Speech, speech_of

SCENARIO, LANGUAGE, MINE = "scenario", "lang", "mine"
TOUR = "tour"
"""Part of a link: with 0 nobody is invited to the tour."""
LONGEST_UNDO = 100


@dataclass(frozen=True)
class Choice:
    """What the planner chose: a scenario, the levers moved in it, a plan made by hand."""

    scenario: str
    moves: tuple[tuple[str, levers.Value], ...] = ()
    mine: own_plan.Hand | None = None
    """None as long as no money was moved by hand."""

    @property
    def values(self) -> dict[str, levers.Value]:
        """The moved levers."""
        return dict(self.moves)

    @property
    def inputs(self) -> Choice:
        """What the best plan depends on."""
        return replace(self, mine=None)


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


def changed(choice: Choice) -> api.Scenario:
    """The scenario with the planner's moves. Raises InvalidInput."""
    ground = opened.ground_of(choice.scenario, choice.values)
    rules, moves = structure.split(choice.values)
    scenario = _moved(ground, tuple(moves.items())) if moves else ground
    if choice.scenario not in opened.mine() and not rules and levers.usual(ground, moves):
        apart.trust([scenario])
    return scenario


@st.cache_resource(
    show_spinner=False, max_entries=256, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def _moved(ground: api.Scenario, moves: tuple[tuple[str, levers.Value], ...]) -> api.Scenario:
    return api.change_scenario(ground, levers.overlay(ground, dict(moves)))


# --- what one visitor chose -----------------------------------------------------------------------
def begin() -> None:
    """Takes over the link when the page opens, or when the browser went back or forward."""
    state = st.session_state
    link = dict(st.query_params)
    if link.pop(TOUR, "1") == "0":
        state.toured = True
    first = "choice" not in state
    touched = state.pop("touched", False)
    if first:
        state.choice = Choice(_default_scenario())
        state.language = _language_of_visitor()
        state.past, state.future, state.ignored = [], [], ()
        state.link = {}
    if (first and link) or (not first and not touched and link != state.link):
        _adopt(link)
    state.link = link


def _adopt(link: Mapping[str, str]) -> None:
    state = st.session_state
    ignored = []
    parts = dict(link)
    name = parts.pop(SCENARIO, _default_scenario())
    if not opened.known(name):
        ignored.append(f"{SCENARIO}={name}"[:80])
        name = _default_scenario()
    language = parts.pop(LANGUAGE, state.language)
    if language not in api.LANGUAGES:
        ignored.append(f"{LANGUAGE}={language}"[:80])
        language = state.language
    mine = None
    if MINE in parts:
        mine = own_plan.decode(opened.base_of(name), text := parts.pop(MINE))
        ignored += [f"{MINE}={text}"[:80]] if mine is None else []
    rules, parts, misfits = structure.decode(opened.base_of(name), parts)
    values, nonsense = levers.decode(opened.ground_of(name, rules), parts)
    state.choice = Choice(name, (*rules.items(), *values.items()), mine)
    state.language = language
    state.ignored = (*ignored, *misfits, *nonsense)


def _default_scenario() -> str:
    names = [s.id for s in remembered.shipped()]
    return "korea-2025" if "korea-2025" in names else names[0]


def _language_of_visitor() -> str:
    asked = (st.context.locale or "").lower()
    return next((code for code in api.LANGUAGES if asked.startswith(code)), api.SOURCE)


def speech() -> Speech:
    """The visitor's speech; before a language is known the first one."""
    language = st.session_state.get("language")
    return speech_of(language if language in api.LANGUAGES else api.LANGUAGES[0])


def desk() -> Desk:
    """What the page shows now; solves if these inputs were not solved before."""
    state = st.session_state
    choice: Choice = state.choice
    plan: api.Plan | None = None
    issues: tuple[api.Issue, ...] = ()
    begun = time.perf_counter()
    try:
        scenario = changed(choice.inputs)
        with st.spinner(speech().say("solving")):
            plan = remembered.plan_of(scenario)
    except api.InvalidInput as fault:
        issues = fault.issues
    base = opened.ground_of(choice.scenario, choice.values)
    return Desk(
        speech=speech(),
        choice=choice,
        shipped=remembered.shipped(),
        signed=opened.base_of(choice.scenario),
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


def link_of(choice: Choice, language: str) -> dict[str, str]:
    """The parts of a link that restores this choice."""
    return {
        SCENARIO: choice.scenario,
        LANGUAGE: language,
        **levers.encode(choice.values),
        **({} if choice.mine is None else {MINE: own_plan.encode(choice.mine)}),
    }


def write_link() -> None:
    """Puts the choice into the address; an untouched desk keeps a clean address."""
    state = st.session_state
    untouched = state.choice == Choice(_default_scenario()) and (
        state.language == _language_of_visitor()
    )
    link = {} if untouched else link_of(state.choice, state.language)
    if dict(st.query_params) != link:
        st.query_params.from_dict(link)
    state.link = link


# --- what a planner does --------------------------------------------------------------------------
def _choose(choice: Choice) -> None:
    state = st.session_state
    if choice != state.choice:
        state.past = [*state.past[-LONGEST_UNDO:], state.choice]
        state.choice, state.future, state.ignored = choice, [], ()
    state.touched = True
    state.refused = {}


def move(lever: levers.Lever, value: levers.Value) -> None:
    """Moves one lever."""
    choice: Choice = st.session_state.choice
    values = levers.moved(choice.values, lever, value)
    _choose(replace(choice, moves=tuple(values.items())))


def move_all(moves: levers.Values) -> None:
    """Moves several levers in one step."""
    choice: Choice = st.session_state.choice
    ground, values = opened.ground_of(choice.scenario, choice.values), choice.values
    offered = levers.levers_of(ground)
    for key, value in moves.items():
        lever = levers.lever_at(ground, offered, key)
        if lever is not None:
            values = levers.moved(values, lever, value)
    _choose(replace(choice, moves=tuple(values.items())))


def restructure(move: tuple[str, str]) -> None:
    """Adds a rule or deletes one; moves of what is there no longer go with it."""
    choice: Choice = st.session_state.choice
    offered = levers.levers_of(opened.ground_of(choice.scenario, choice.values))
    gone = {one.key for one in offered.values() if move == structure.dropped(one.rule)}
    _keep({k: v for k, v in choice.values.items() if k not in gone} | dict([move]))


def put_back(*keys: str) -> None:
    """Puts levers, or without any all of them, back to the scenario's own values, in one step."""
    values = st.session_state.choice.values
    _keep({k: v for k, v in values.items() if k not in keys} if keys else {})


def _keep(values: levers.Values) -> None:
    """Makes these the moves, as far as the scenario still has levers for them."""
    choice: Choice = st.session_state.choice
    rules, others = structure.split(values)
    kept = levers.left(opened.ground_of(choice.scenario, rules), others)
    _choose(replace(choice, moves=(*rules.items(), *kept.items())))


def open_scenario(name: str) -> None:
    """Opens a scenario without moves."""
    _choose(Choice(name))


def take_in_hand(money: own_plan.Money) -> None:
    """Makes this the plan made by hand."""
    _choose(replace(st.session_state.choice, mine=own_plan.hand_of(money)))


def speak(language: str) -> None:
    """Changes the language."""
    st.session_state.language = language
    st.session_state.touched = True
    widgets.anew()


def undo() -> None:
    """Takes the last step back."""
    _swap("past", "future")


def redo() -> None:
    """Takes the step again that was taken back."""
    _swap("future", "past")


def _swap(taken: str, given: str) -> None:
    state = st.session_state
    if state[taken]:
        state[given] = [*state[given], state.choice]
        state.choice = state[taken][-1]
        state[taken] = state[taken][:-1]
    state.ignored = ()
    state.touched = True
