"""Where a page's own work is done: here, or apart and under limits where inputs are foreign."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock
from typing import TypeVar
from uuid import uuid4

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from optimizer.api import desk as api
from ui.jobs import pool
from ui.jobs.job import Task

Found = TypeVar("Found")
MOST = 5000
"""Own inputs that are remembered; the rest is worked out apart, and no less right."""

_own: dict[str, None] = {}
_lock = Lock()


def trust(scenarios: Iterable[api.Scenario]) -> None:
    """Notes scenarios as our own: shipped ones, or these with levers moved within their range."""
    with _lock:
        for scenario in scenarios:
            _own.pop(scenario.fingerprint, None)
            _own[scenario.fingerprint] = None
        while len(_own) > MOST:
            del _own[next(iter(_own))]


def trusted(scenario: api.Scenario) -> bool:
    """Whether work on it is known to end soon; a document from outside may be made never to."""
    with _lock:
        return scenario.fingerprint in _own


def trust_like(known: api.Scenario, new: api.Scenario) -> api.Scenario:
    """The new scenario, as much our own as the known one that it was made from."""
    if trusted(known):
        trust([new])
    return new


def worked_out(task: Task, here: Callable[[], Found] | None = None) -> Found:
    """What the task returns: done here on inputs of our own, else apart and under limits.

    `here` does the same in another way. Raises InvalidInput where the work refuses its inputs or
    reaches a limit.
    """
    if task.scenarios and all(trusted(one) for one in task.scenarios):
        done: Found = task.work(*task.given) if here is None else here()
        return done
    found: Found = pool.worker_pool().result(task, owner(), _still_wanted)
    return found


def owner() -> str:
    """This visitor, by a name that says to which open page it belongs."""
    context = get_script_run_ctx()
    visitor = st.session_state.setdefault("visitor", uuid4().hex)
    return f"{visitor}@{'' if context is None else context.session_id}"


def _still_wanted() -> None:
    st.session_state.get("choice")  # Streamlit ends an overtaken run when it looks here
