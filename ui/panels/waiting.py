"""A study in its place on the page: its answer, or how far it is, or the button that starts it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import streamlit as st

from ui import apart
from ui.background import staff
from ui.background.requests import Key, Look, Request, Stage
from ui.markup import named, put, tag
from ui.session import Desk

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
    desk: Desk, request: Request, name: str, *, at_once: bool = True, label: str = ""
) -> Any | None:
    """What the study found; None while it is not there, and then its state is drawn here.

    With `at_once` it starts by itself for the inputs for which this visitor looked at such a study
    first or started it last, and for others where it is quick; else a button with `label` does.
    """
    look = _begin(desk, request, at_once=at_once)
    if look is None:
        _offer(desk, request, name, label or desk.speech.say("study_start"))
    elif look.stage is Stage.DONE:
        return look.answer
    elif look.stage is Stage.FAILED:
        _failed(desk, request, look, name)
    else:
        _under_way(desk, request, name)
    return None


def quietly(desk: Desk, request: Request) -> Any | None:
    """What the study found; while it is under way nothing is drawn, and the page follows.

    It is asked for once the page has stood for a moment: quick steps of a lever start nothing.
    """
    look, follows = staff.office().look(request), _follows(request)
    if look is not None and look.stage is Stage.DONE:
        return look.answer
    if look is None and not follows:
        return None
    if look is None or look.stage is not Stage.FAILED:
        _await(desk, Awaited(request, asks=look is None))
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
    if any(_open(one.request) for one in waited):
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

    request: Request
    asks: bool = False
    looks: int = 0


def _await(desk: Desk, one: Awaited) -> None:
    st.session_state.setdefault(AWAITED, []).append(one)
    if not st.session_state.get(WATCHED):
        _watch(desk)


def _open(request: Request) -> bool:
    look = staff.office().look(request)
    return look is not None and look.stage in (Stage.WAITING, Stage.RUNNING)


def _leave_outdated(desk: Desk) -> None:
    now = "" if desk.plan is None else desk.plan.scenario.fingerprint
    staff.office().drop(apart.owner(), lambda request: request.fingerprint == now)


def _begin(desk: Desk, request: Request, *, at_once: bool) -> Look | None:
    """How the study stands, after it was asked for where that is called for."""
    _leave_outdated(desk)
    office = staff.office()
    office.drop(apart.owner(), lambda other: _of(other) != _of(request) or other.key == request.key)
    look, follows = office.look(request), _follows(request)
    under_way = look is not None and look.stage in (Stage.WAITING, Stage.RUNNING)
    if under_way or (look is None and at_once and follows):
        office.ask(request, apart.owner())
    return office.look(request)


def _follows(request: Request) -> bool:
    """Whether a study starts by itself: for the inputs first looked at, and where it is quick."""
    fingerprint = request.fingerprint
    first = _asked().setdefault(_of(request), fingerprint)
    usual = staff.office().seconds(request)
    known = first == fingerprint or (usual is not None and usual <= QUICK)
    return known and request.key not in _declined()


def _of(request: Request) -> Key:
    """Which study it is, whatever its inputs."""
    return (request.work.__qualname__, request.size)


def _asked() -> dict[Key, str]:
    """Fingerprint of the inputs for which this visitor wants each study, whatever it takes."""
    asked: dict[Key, str] = st.session_state.setdefault("asked", {})
    return asked


def _declined() -> set[Key]:
    declined: set[Key] = st.session_state.setdefault("declined", set())
    return declined


def _start(request: Request) -> None:
    _declined().discard(request.key)
    _asked()[_of(request)] = request.fingerprint
    st.session_state["starts"] = _starts() + 1
    staff.office().ask(request, apart.owner())


def _starts() -> int:
    """How often a button started a study."""
    return int(st.session_state.get("starts", 0))


def _stop(request: Request) -> None:
    _declined().add(request.key)
    staff.office().drop(apart.owner(), lambda other: other.key != request.key)


def _offer(desk: Desk, request: Request, name: str, label: str) -> None:
    speech, usual = desk.speech, staff.office().seconds(request)
    with st.container(key=f"offer-{name}", horizontal=True, vertical_alignment="center"):
        st.button(
            label,
            key=f"start-{name}",
            icon=":material/play_arrow:",
            on_click=_start,
            args=(request,),
        )
        if usual is not None:
            put(tag("span", speech.say("study_takes", {"s": _seconds(usual)}), css="tbo-muted"))


def _seconds(value: float) -> str:
    return f"{max(1.0, value):.0f}"


def _under_way(desk: Desk, request: Request, name: str) -> None:
    """Progress, time left and a way to stop, while work is under way."""

    def bar() -> None:
        look = staff.office().look(request) or Look(Stage.WAITING)
        st.progress(look.part, text=_told(desk, look))

    with st.container(key=f"waiting-{name}", horizontal=True, vertical_alignment="center"):
        st.fragment(bar, run_every=EVERY)()  # a fragment may write to nothing outside itself
        st.button(
            desk.speech.say("study_stop"),
            key=f"stop-{name}",
            icon=":material/stop:",
            on_click=_stop,
            args=(request,),
        )
    _await(desk, Awaited(request))


def _watch(desk: Desk) -> None:
    """Looks, again and again, at all that the page waits for, until one of it is over."""
    starts = _starts()
    st.session_state[WATCHED] = time.monotonic()

    def poll() -> None:
        awaited: list[Awaited] = st.session_state.get(AWAITED, [])
        looks = [_look_at(desk, one) for one in awaited]
        over = any(look is not None and look.stage in (Stage.DONE, Stage.FAILED) for look in looks)
        # a button pressed elsewhere may be told to this run alone: the page has to follow
        if over or _starts() != starts:
            st.rerun()

    with st.session_state[PLACE]:
        st.fragment(poll, run_every=EVERY)()


def _look_at(desk: Desk, one: Awaited) -> Look | None:
    """How an awaited study stands; None while it was not asked for."""
    one.looks += 1
    if one.asks and one.looks <= ASKED_AT:
        return None
    if one.asks and one.looks == ASKED_AT + 1:
        return _begin(desk, one.request, at_once=True)
    return staff.office().look(one.request) or Look(Stage.FAILED)


def _told(desk: Desk, look: Look) -> str:
    speech = desk.speech
    if look.stage is Stage.WAITING:
        key = "study_waits" if look.before else "study_starts"
        return speech.say(key, {"n": look.before})
    if look.left is None:
        return speech.say("study_works")
    return speech.say("study_left", {"s": _seconds(look.left)})


def _failed(desk: Desk, request: Request, look: Look, name: str) -> None:
    speech = desk.speech
    items = [tag("li", tag("strong", i.problem), " ", i.remedy) for i in speech.issues(look.issues)]
    said = speech.say("study_refused" if items else "study_failed")
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
        st.button(speech.say("study_again"), key=f"again-{name}", on_click=_start, args=(request,))
