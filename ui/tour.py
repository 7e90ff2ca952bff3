"""A two-minute tour: a quiet invitation, then one step after the other on the pages themselves."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from ui.markup import Safe, named, put, tag
from ui.places import Section
from ui.state.desk import Desk


@dataclass(frozen=True)
class Step:
    """A place of the tour: key of its words, page, and what is outlined there."""

    words: str
    meaning: str
    view: str
    target: str


STEPS = (
    Step("tour_answer", "tour_answer_is", "plan", '[data-testid="headline"]'),
    Step("tour_levers", "tour_levers_is", "plan", '[data-testid="stSidebar"]'),
    Step("tour_figures", "tour_figures_is", "plan", ".st-key-derive"),
    Step("tour_why", "tour_why_is", "why", '[data-testid="panel-limits"]'),
    Step("tour_mine", "tour_mine_is", "my_plan", ".st-key-hand"),
    Step("tour_sure", "tour_sure_is", "how_sure", '[data-testid="headline"]'),
    Step("tour_report", "tour_report_is", "report", ".st-key-report-make"),
)


def render(desk: Desk, chosen: Section) -> None:
    """The invitation, or the step where the visitor stands; nothing once the tour is over."""
    state = st.session_state
    if state.get("toured", False):
        return
    place: int | None = state.get("tour_place")
    if place is None:
        _invite(desk)
        return
    step = STEPS[place]
    if state.pop("tour_moved", False) and step.view != chosen.path:
        st.switch_page(state["pages"][step.view], query_params=state["carried"])
    _step(desk, place, step)


def _invite(desk: Desk) -> None:
    speech = desk.speech
    with st.container(key="tour", horizontal=True, vertical_alignment="center", gap="small"):
        put(tag("span", speech.say("tour_invite"), css="tbo-note", more=named("tour-invite")))
        st.button(
            speech.say("tour_start"), key="tour-start", type="tertiary", on_click=_go, args=(0,)
        )
        st.button(speech.say("tour_skip"), key="tour-skip", type="tertiary", on_click=_end)


def _step(desk: Desk, place: int, step: Step) -> None:
    speech = desk.speech
    outline = f"{step.target}{{outline:var(--tbo-outline);outline-offset:5px}}"

    put(tag("style", Safe(outline)))
    with st.container(key="tour-step", border=True):
        said = speech.say("tour_place", {"n": place + 1, "of": len(STEPS)})
        put(
            tag(
                "div",
                tag("span", said, css="tbo-muted"),
                tag("p", tag("strong", speech.say(step.words))),
                tag("p", speech.say(step.meaning)),
                css="tbo-tour",
                more={**named("tour-words"), "role": "status"},
            )
        )
        with st.container(horizontal=True, gap="small"):
            if place > 0:
                st.button(speech.say("tour_back"), key="tour-back", on_click=_go, args=(place - 1,))
            if place + 1 < len(STEPS):
                st.button(
                    speech.say("tour_next"),
                    key="tour-next",
                    type="primary",
                    on_click=_go,
                    args=(place + 1,),
                )
            last = place + 1 == len(STEPS)
            st.button(
                speech.say("tour_end" if last else "tour_stop"),
                key="tour-end",
                type="primary" if last else "tertiary",
                on_click=_end,
            )


def _go(place: int) -> None:
    """Puts the visitor at a step; the page follows in the same run."""
    st.session_state.tour_place = place
    st.session_state.tour_moved = True
    st.session_state.touched = True


def _end() -> None:
    """The tour is over for this visit."""
    st.session_state.toured = True
    st.session_state.touched = True
