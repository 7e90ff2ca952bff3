"""A study in its place on the page: its answer, or how far it is, or the button that starts it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import streamlit as st

from optimizer.api.desk import _
from ui.jobs import isolation, pool
from ui.jobs.job import JobStatus, Key, Stage, Task
from ui.markup import named, put, tag
from ui.state.desk import Desk

QUICK = 5.0
"""Processor seconds up to which a study follows a moved lever by itself."""
EVERY = 0.5
"""Seconds between two looks while work is under way."""
ASKED_AT = 1
"""Looks after which a study is asked for that does not begin at once."""
SENT = 0.1
"""Seconds after which what was drawn is with the browser."""
AWAITED, WATCHED, PLACE = "awaited", "watched", "watch-place"
"""What the page waits for; when in this run its watch was drawn, 0 when it was not; and where."""


def answer(
    desk: Desk, task: Task, name: str, *, at_once: bool = True, label: str = ""
) -> Any | None:
    """What the study found; None while it is not there, and then its state is drawn here.

    With `at_once` it starts by itself for the inputs for which this visitor looked at such a study
    first or started it last, and for others where it is quick; else a button with `label` does.
    """
    status = _begin(desk, task, at_once=at_once)
    if status is None:
        _offer(desk, task, name, label or desk.speech.say(_("Work this out")))
    elif status.stage is Stage.DONE:
        return status.answer
    elif status.stage is Stage.FAILED:
        _failed(desk, task, status, name)
    else:
        _under_way(desk, task, name)
    return None


def quietly(desk: Desk, task: Task) -> Any | None:
    """What the study found; while it is under way nothing is drawn, and the page follows.

    It is asked for once the page has stood for a moment: quick steps of a lever start nothing.
    """
    status, follows = pool.worker_pool().status(task), _follows(task)
    if status is not None and status.stage is Stage.DONE:
        return status.answer
    if status is None and not follows:
        return None
    if status is None or status.stage is not Stage.FAILED:
        _await(desk, Awaited(task, asks=status is None))
    return None


def begin(desk: Desk) -> None:
    """Begins a page: work for what is no longer shown ends, and the watch is drawn where needed.

    What a page drew last can be lost: Streamlit throws away what has not left when it answers a
    late call of the run before. So the watch is drawn first where that run had one.
    """
    state = st.session_state
    waited: list[Awaited] = state.get(AWAITED, [])
    state[AWAITED], state[WATCHED], state[PLACE] = [], 0.0, st.container(key="watch")
    _leave_outdated(desk)
    if any(_open(one.task) for one in waited):
        _watch(desk)


def end() -> None:
    """Ends a page: what it drew has left before a late call of the run before is answered."""
    drawn: float = st.session_state[WATCHED]
    if drawn:
        time.sleep(max(0.0, drawn + SENT - time.monotonic()))


@dataclass
class Awaited:
    """A study that the page waits for.

    One that `asks` is asked for when the watch looks for the second time.
    """

    task: Task
    asks: bool = False
    looks: int = 0


def _await(desk: Desk, one: Awaited) -> None:
    st.session_state.setdefault(AWAITED, []).append(one)
    if not st.session_state.get(WATCHED):
        _watch(desk)


def _open(task: Task) -> bool:
    status = pool.worker_pool().status(task)
    return status is not None and status.stage in (Stage.WAITING, Stage.RUNNING)


def _leave_outdated(desk: Desk) -> None:
    now = "" if desk.plan is None else desk.plan.scenario.fingerprint
    pool.worker_pool().withdraw(isolation.owner(), lambda task: task.fingerprint == now)


def _begin(desk: Desk, task: Task, *, at_once: bool) -> JobStatus | None:
    """How the study stands, after it was asked for where that is called for."""
    _leave_outdated(desk)
    workers = pool.worker_pool()
    workers.withdraw(
        isolation.owner(), lambda other: _of(other) != _of(task) or other.key == task.key
    )
    status, follows = workers.status(task), _follows(task)
    under_way = status is not None and status.stage in (Stage.WAITING, Stage.RUNNING)
    if under_way or (status is None and at_once and follows):
        workers.submit(task, isolation.owner())
    return workers.status(task)


def _follows(task: Task) -> bool:
    """Whether a study starts by itself: for the inputs first looked at, and where it is quick."""
    fingerprint = task.fingerprint
    first = _asked().setdefault(_of(task), fingerprint)
    usual = pool.worker_pool().seconds(task)
    known = first == fingerprint or (usual is not None and usual <= QUICK)
    return known and task.key not in _declined()


def _of(task: Task) -> Key:
    """Which study it is, whatever its inputs."""
    return (task.work.__qualname__, task.size)


def _asked() -> dict[Key, str]:
    """Fingerprint of the inputs for which this visitor wants each study, whatever it takes."""
    asked: dict[Key, str] = st.session_state.setdefault("asked", {})
    return asked


def _declined() -> set[Key]:
    declined: set[Key] = st.session_state.setdefault("declined", set())
    return declined


def _start(task: Task) -> None:
    _declined().discard(task.key)
    _asked()[_of(task)] = task.fingerprint
    st.session_state["starts"] = _starts() + 1
    pool.worker_pool().submit(task, isolation.owner())


def _starts() -> int:
    """How often a button started a study."""
    return int(st.session_state.get("starts", 0))


def _stop(task: Task) -> None:
    _declined().add(task.key)
    pool.worker_pool().withdraw(isolation.owner(), lambda other: other.key != task.key)


def _offer(desk: Desk, task: Task, name: str, label: str) -> None:
    speech, usual = desk.speech, pool.worker_pool().seconds(task)
    with st.container(key=f"offer-{name}", horizontal=True, vertical_alignment="center"):
        st.button(
            label, key=f"start-{name}", icon=":material/play_arrow:", on_click=_start, args=(task,)
        )
        if usual is not None:
            put(tag("span", speech.say(_("about {s} s", s=_seconds(usual))), css="tbo-muted"))


def _seconds(value: float) -> str:
    return f"{max(1.0, value):.0f}"


def _under_way(desk: Desk, task: Task, name: str) -> None:
    """Progress, time left and a way to stop, while work is under way."""

    def bar() -> None:
        status = pool.worker_pool().status(task) or JobStatus(Stage.WAITING)
        st.progress(status.part, text=_told(desk, status))

    with st.container(key=f"waiting-{name}", horizontal=True, vertical_alignment="center"):
        st.fragment(bar, run_every=EVERY)()  # a fragment may write to nothing outside itself
        st.button(
            desk.speech.say(_("Stop")),
            key=f"stop-{name}",
            icon=":material/stop:",
            on_click=_stop,
            args=(task,),
        )
    _await(desk, Awaited(task))


def _watch(desk: Desk) -> None:
    """Looks, again and again, at all that the page waits for, until one of it is over."""
    starts = _starts()
    st.session_state[WATCHED] = time.monotonic()

    def poll() -> None:
        awaited: list[Awaited] = st.session_state.get(AWAITED, [])
        statuses = [_status_of(desk, one) for one in awaited]
        over = any(one is not None and one.stage in (Stage.DONE, Stage.FAILED) for one in statuses)
        # a button pressed elsewhere may be told to this run alone: the page has to follow
        if over or _starts() != starts:
            st.rerun()

    with st.session_state[PLACE]:
        st.fragment(poll, run_every=EVERY)()


def _status_of(desk: Desk, one: Awaited) -> JobStatus | None:
    """How an awaited study stands; None while it was not asked for."""
    one.looks += 1
    if one.asks and one.looks <= ASKED_AT:
        return None
    if one.asks and one.looks == ASKED_AT + 1:
        return _begin(desk, one.task, at_once=True)
    return pool.worker_pool().status(one.task) or JobStatus(Stage.FAILED)


def _told(desk: Desk, status: JobStatus) -> str:
    speech = desk.speech
    if status.stage is Stage.WAITING:
        key = _("Waiting; {n} before this one") if status.before else _("Starting …")
        return speech.say(key.filled(n=status.before))
    if status.left is None:
        return speech.say(_("Working it out …"))
    return speech.say(_("Working it out, about {s} s left", s=_seconds(status.left)))


def _failed(desk: Desk, task: Task, status: JobStatus, name: str) -> None:
    speech = desk.speech
    items = [
        tag("li", tag("strong", i.problem), " ", i.remedy) for i in speech.issues(status.issues)
    ]
    said = speech.say(
        _("This study cannot be made with these inputs:")
        if items
        else _("This study came to no end. The rest of the page is not affected.")
    )
    put(
        tag(
            "div",
            tag("p", said),
            *([tag("ul", *items)] if items else []),
            css="tbo-caution",
            more={**named(f"failed-{name}"), "role": "status"},
        )
    )
    if not items:
        st.button(speech.say(_("Try again")), key=f"again-{name}", on_click=_start, args=(task,))
