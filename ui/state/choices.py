"""What a visitor chose: scenario, moved levers, a plan by hand; every step can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from optimizer.api import desk as api
from ui import widgets
from ui.jobs import isolation
from ui.moves import added_rules, levers, own_plan
from ui.state import cache, documents

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


def default_scenario() -> str:
    """The scenario that the desk opens on."""
    names = [s.id for s in cache.shipped()]
    return "korea-2025" if "korea-2025" in names else names[0]


def changed(choice: Choice) -> api.Scenario:
    """The scenario with the planner's moves. Raises InvalidInput."""
    ground = documents.ground_of(choice.scenario, choice.values)
    rules, moves = added_rules.split(choice.values)
    scenario = _moved(ground, tuple(moves.items())) if moves else ground
    if choice.scenario not in documents.mine() and not rules and levers.usual(ground, moves):
        isolation.trust([scenario])
    return scenario


@st.cache_resource(
    show_spinner=False, max_entries=256, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def _moved(ground: api.Scenario, moves: tuple[tuple[str, levers.Value], ...]) -> api.Scenario:
    return api.change_scenario(ground, levers.overlay(ground, dict(moves)))


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
    ground, values = documents.ground_of(choice.scenario, choice.values), choice.values
    offered = levers.levers_of(ground)
    for key, value in moves.items():
        lever = levers.lever_at(ground, offered, key)
        if lever is not None:
            values = levers.moved(values, lever, value)
    _choose(replace(choice, moves=tuple(values.items())))


def restructure(move: tuple[str, str]) -> None:
    """Adds a rule or deletes one; moves of what is there no longer go with it."""
    choice: Choice = st.session_state.choice
    offered = levers.levers_of(documents.ground_of(choice.scenario, choice.values))
    gone = {one.key for one in offered.values() if move == added_rules.dropped(one.rule)}
    _keep({k: v for k, v in choice.values.items() if k not in gone} | dict([move]))


def put_back(*keys: str) -> None:
    """Puts levers, or without any all of them, back to the scenario's own values, in one step."""
    values = st.session_state.choice.values
    _keep({k: v for k, v in values.items() if k not in keys} if keys else {})


def _keep(values: levers.Values) -> None:
    """Makes these the moves, as far as the scenario still has levers for them."""
    choice: Choice = st.session_state.choice
    rules, others = added_rules.split(values)
    kept = levers.left(documents.ground_of(choice.scenario, rules), others)
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
