"""A two-minute tour: a quiet invitation, then one step after the other on the pages themselves."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from optimizer.api.desk import Message, _, pgettext
from ui.markup import Safe, named, put, tag
from ui.places import Section
from ui.state.desk import Desk


@dataclass(frozen=True)
class Step:
    """A place of the tour: its words, page, and what is outlined there."""

    words: Message
    meaning: Message
    view: str
    target: str


STEPS = (
    Step(
        _("The answer comes first"),
        _(
            "How many people more this budget brings, what each costs, and that no other split "
            "does better."
        ),
        "plan",
        '[data-testid="headline"]',
    ),
    Step(
        _("Move the levers"),
        _(
            "Budget, floors and ceilings stand at the left; on a phone, under “Levers”. The plan "
            "follows at once, and every change can be undone."
        ),
        "plan",
        '[data-testid="stSidebar"]',
    ),
    Step(
        _("Every figure opens"),
        _(
            "Choose a figure under the headline: formula, rows that add up to it, numbers and "
            "sources. X marks an assumption."
        ),
        "plan",
        ".st-key-derive",
    ),
    Step(
        pgettext("tour", "What holds the plan back"),
        _("Which limits bind, what loosening each would bring, and where the decision would flip."),
        "why",
        '[data-testid="panel-limits"]',
    ),
    Step(
        _("Try your own split"),
        _(
            "Move the money by hand and see what it yields beside the best plan and which rules it "
            "breaks."
        ),
        "my_plan",
        ".st-key-hand",
    ),
    Step(
        _("How sure is it?"),
        _(
            "The unknown numbers are drawn many times over; see the range, what drives it, and "
            "plans that hold up."
        ),
        "how_sure",
        '[data-testid="headline"]',
    ),
    Step(
        _("Hand it over"),
        _(
            "A memo, a workbook or a bundle to run again, with the command that repeats it. Share "
            "copies a link to what you see."
        ),
        "report",
        ".st-key-report-make",
    ),
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
        put(
            tag(
                "span",
                speech.say(_("New here? See the desk in two minutes.")),
                css="tbo-note",
                more=named("tour-invite"),
            )
        )
        st.button(
            speech.say(_("Start the tour")),
            key="tour-start",
            type="tertiary",
            on_click=_go,
            args=(0,),
        )
        st.button(speech.say(_("No, thanks")), key="tour-skip", type="tertiary", on_click=_end)


def _step(desk: Desk, place: int, step: Step) -> None:
    speech = desk.speech
    outline = f"{step.target}{{outline:var(--tbo-outline);outline-offset:5px}}"

    put(tag("style", Safe(outline)))
    with st.container(key="tour-step", border=True):
        said = speech.say(_("{n} of {of}", n=place + 1, of=len(STEPS)))
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
                st.button(speech.say(_("Back")), key="tour-back", on_click=_go, args=(place - 1,))
            if place + 1 < len(STEPS):
                st.button(
                    speech.say(_("Next")),
                    key="tour-next",
                    type="primary",
                    on_click=_go,
                    args=(place + 1,),
                )
            last = place + 1 == len(STEPS)
            st.button(
                speech.say(_("Done") if last else _("End the tour")),
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
