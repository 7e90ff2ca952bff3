"""Documents a visitor opened from files: kept with the visitor, never shown to another."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from optimizer.api import desk as api
from ui.jobs import file_reading, isolation, pool
from ui.jobs.job import Task
from ui.moves import added_rules
from ui.moves.levers import Value, Values
from ui.speech import clipped, shown
from ui.state import cache

STATE = "opened"
PREFIX = "file-"
TYPES = ("yaml", "yml", "json", "xlsx")
MOST = 40
"""Documents kept for one visitor; the oldest gives way."""


def mine() -> Mapping[str, api.Scenario]:
    """This visitor's documents by the name under which they are open."""
    found: dict[str, api.Scenario] = st.session_state.setdefault(STATE, {})
    return found


def keep(scenario: api.Scenario) -> str:
    """Keeps a document for this visitor; the name under which it is open."""
    name = f"{PREFIX}{scenario.fingerprint}"
    put_all({**{k: v for k, v in mine().items() if k != name}, name: scenario})
    return name


def put_all(documents: Mapping[str, api.Scenario]) -> None:
    """Makes these the visitor's documents: the newest, and what is open on this page."""
    choice = st.session_state.get("choice")
    newest = dict(list(documents.items())[-MOST:])
    known = {**mine(), **documents}
    if choice is not None and choice.scenario in known:
        newest = {choice.scenario: known[choice.scenario], **newest}
    st.session_state[STATE] = newest


def known(name: str) -> bool:
    """Whether there is a scenario of this name for this visitor."""
    return name in mine() or name in {s.id for s in cache.shipped()}


def base_of(name: str) -> api.Scenario:
    """A scenario as it is signed: this visitor's document, or a shipped one."""
    return mine()[name] if name in mine() else cache.base_of(name)


def title_of(name: str, language: str) -> str:
    """What a scenario is called."""
    scenario = base_of(name)
    title = scenario.title
    return scenario.id if title is None else clipped(shown(title.in_(language)))


def read(name: str, content: bytes) -> api.Scenario:
    """The scenario that a file states, read apart from the pages and under limits.

    Nothing beside the file is read. Raises InvalidInput with every problem.
    """
    task = Task(file_reading.read, None, (name, content), page=True)
    found: api.Scenario = pool.worker_pool().result(task, isolation.owner(), lambda: None)
    return found


def ground_of(name: str, values: Values) -> api.Scenario:
    """A scenario with the rules that were added and deleted; what levers stand on."""
    changes = added_rules.split(values)[0]
    return _ground(base_of(name), tuple(changes.items())) if changes else base_of(name)


@st.cache_resource(
    show_spinner=False, max_entries=64, hash_funcs={api.Scenario: lambda s: s.fingerprint}
)
def _ground(base: api.Scenario, changes: tuple[tuple[str, Value], ...]) -> api.Scenario:
    return added_rules.applied(base, dict(changes))
