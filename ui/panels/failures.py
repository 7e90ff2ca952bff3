"""What the page says when there is no plan: invalid input, conflicting rules, a stopped solver."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import widgets
from ui.markup import Safe, named, put, tag, unmarked
from ui.moves.repairs import moves_of
from ui.panels.panel_parts import remark
from ui.speech import Speech
from ui.state import cache, choices, documents, link
from ui.state.desk import Desk

FILE = f"{link.SCENARIO}={documents.PREFIX}"
STATES = {
    "stopped": (
        _("The work was stopped before the best plan was proven"),
        _("Try again, or make the question smaller."),
    ),
    "failed": (
        _("No plan could be certified"),
        _("The check that follows every plan was not passed, so none is shown."),
    ),
}
SETS_SHOWN = 3
OFFERED = {
    "proportional": (_("Share the pain: all give way by the same share"), 1),
    "protect": (_("Protect one: it stays, the others give way by the same share"), 4),
    "fewest": (_("Change as few rules as possible"), 3),
    "drop": (_("Put rules out of force"), 3),
    "budget": (_("For information: more money"), 1),
}
"""Kinds of repair in the order of the menu: their heading, and how many of each are offered."""
BELOW = "repairs-below-signed"


def ignored(desk: Desk) -> None:
    """Parts of the link that were left aside."""
    if desk.ignored:
        said = desk.speech.say(
            _(
                "Parts of the link that make no sense here were left aside: {parts}",
                parts=", ".join(desk.ignored),
            )
        )
        if any(part.startswith(FILE) for part in desk.ignored):
            again = _(
                "The link speaks of a file that was opened elsewhere. Open the file again under "
                "Scenarios."
            )
            said = f"{said} {desk.speech.say(again)}"
        put(tag("div", said, css="tbo-caution", more={**named("ignored"), "role": "status"}))


def answered(desk: Desk) -> api.Plan | None:
    """What the solver said of these inputs; None when they are invalid, and then that is drawn."""
    ignored(desk)
    if desk.plan is None:
        invalid(desk)
    elif desk.plan.found and not aims(desk.plan):
        said = desk.speech.say(
            _(
                "Nothing counts towards the goal: every weight or every yield is 0. No plan is "
                "better than another, and the one shown is one of many."
            )
        )
        put(tag("div", said, css="tbo-caution", more={**named("no-goal"), "role": "status"}))
    return desk.plan


def planned(desk: Desk) -> api.Plan | None:
    """The plan of these inputs; None when there is none, and then the reason is drawn."""
    plan = answered(desk)
    if plan is None or plan.found:
        return plan
    no_plan(desk, plan)
    return None


def aims(plan: api.Plan) -> bool:
    """Whether anything counts towards the goal; else every plan is as good as any other."""
    return bool(plan.solution.program.arrays.gain.any())


def invalid(desk: Desk) -> None:
    """Every problem of the input, with where and what to do."""
    speech, same = desk.speech, dict[tuple[str, str], list[str]]()
    for issue in speech.issues(desk.issues):
        same.setdefault((issue.problem, issue.remedy), []).append(issue.where)
    items = [
        tag(
            "li",
            tag("strong", ", ".join(places)),
            tag("div", problem),
            tag("div", remedy, css="tbo-muted"),
        )
        for (problem, remedy), places in same.items()
    ]
    _say(
        desk,
        "invalid",
        speech.say(_("These inputs do not fit together")),
        speech.say(_("Nothing is lost. Mend the points below, or take the last step back.")),
        items,
    )
    _way_back(desk)


def fault(speech: Speech) -> None:
    """Something that should not happen; the way back is a fresh page."""
    put(
        tag(
            "div",
            tag(
                "h1",
                speech.say(_("Something went wrong here")),
                css="tbo-headline",
                more=named("headline"),
            ),
            tag(
                "p",
                speech.say(
                    _("The plan could not be drawn. What happened is in the log of the desk.")
                ),
            ),
            tag(
                "p",
                tag(
                    "a",
                    speech.say(_("Open the desk afresh")),
                    more={"href": ".", "target": "_self"},
                ),
            ),
            css="tbo-trouble",
            more={**named("state-fault"), "role": "alert"},
        )
    )


def no_plan(desk: Desk, plan: api.Plan) -> None:
    """Rules that cannot hold together, or a solver that gave up."""
    speech = desk.speech
    if str(plan.status) == "infeasible":
        conflict(desk, plan)
        return
    title, note = STATES["stopped" if str(plan.status) == "stopped" else "failed"]
    reasons = [tag("li", speech.text(sentence)) for sentence in plan.sentences]
    _say(desk, str(plan.status), speech.say(title), speech.say(note), reasons)
    _way_back(desk)


def conflict(desk: Desk, plan: api.Plan) -> None:
    """The rules that collide, then the smallest ways out as buttons."""
    speech = desk.speech
    shown = st.container(key="conflict")
    menu = st.container(key="repairs")
    with shown:
        _say(
            desk,
            "conflict",
            speech.say(_("These rules cannot hold together")),
            speech.say(
                _(
                    "Nothing is lost; the levers stay where you put them. Each set below can hold "
                    "only if one of its members gives way."
                )
            ),
            [],
        )
    _way_back(desk)
    below = bool(st.session_state.get(BELOW, False))
    signed = None if desk.signed.fingerprint == plan.scenario.fingerprint else desk.signed
    with menu, st.spinner(speech.say(_("Looking for ways out …"))):
        answer = cache.conflict_of(plan.scenario, signed, below)
    with shown:
        put(*(_members(desk, c) for c in answer.conflicts[:SETS_SHOWN]))
    with menu:
        put(tag("h2", speech.say(pgettext("heading", "Ways out")), css="tbo-head"))
        if answer.below_signed:
            remark(speech.say(_("Within what is signed nothing helps; these go beyond it.")))
        elif signed is not None:
            st.toggle(speech.say(_("Also go below what is signed")), key=BELOW)
        number = 0
        for kind, options in _offered(answer):
            put(tag("h3", speech.say(OFFERED[kind][0]), css="tbo-head"))
            for option in options:
                st.button(
                    unmarked(speech.text(option.sentence)),
                    key=f"repair-{number}",
                    on_click=choices.move_all,
                    args=(moves_of(desk.levers, option, plan.budget),),
                    width="stretch",
                )
                number += 1
        remark(speech.text(api.contract("conflict").sentence))
        form = "hwpx" if speech.language == "ko" else "docx"
        widgets.download(
            speech.say(_("Conflict memo (DOCX)")),
            partial(api.conflict_report, answer, form, language=speech.language),
            f"{plan.scenario.id}-{plan.scenario.fingerprint}.{form}",
            "take-conflict",
        )


def _offered(answer: api.ConflictAnswer) -> list[tuple[str, list[api.RepairOption]]]:
    """The first repairs of each kind; none twice."""
    found: list[tuple[str, list[api.RepairOption]]] = []
    for kind, (_said, most) in OFFERED.items():
        known = [o.overlay for _kind, options in found for o in options]
        same = [o for o in answer.options if o.kind == kind and o.overlay not in known][:most]
        found += [(kind, same)] if same else []
    return found


def _members(desk: Desk, one: Any) -> Safe:
    """A set of rules that collide, with the number each of them states."""
    speech = desk.speech
    return tag(
        "ul",
        *(
            tag(
                "li",
                *([tag("span", "🔒 ", more={"aria-hidden": "true"})] if m.hard and m.rule else []),
                tag("strong", speech.text(m.title)),
                *_states(speech.text(m.title), speech.text(m.states)),
            )
            for m in one.members
        ),
        css="tbo-members",
        more=named("conflict-set"),
    )


def _states(title: str, number: str) -> list[Safe]:
    """The number that a rule states, where its title does not say it already."""
    return [] if number in title else [tag("span", " " + number, css="tbo-muted")]


def _say(desk: Desk, name: str, title: str, note: str, items: list[Safe]) -> None:
    body = [tag("ul", *items)] if items else []
    put(
        tag(
            "div",
            tag("h1", title, css="tbo-headline", more=named("headline")),
            tag("p", note),
            *body,
            css="tbo-trouble",
            more={**named(f"state-{name}"), "role": "alert"},
        )
    )


def _way_back(desk: Desk) -> None:
    with st.container(horizontal=True, gap="small"):
        if desk.can_undo:
            st.button(
                desk.speech.say(_("Undo the last change")),
                key="trouble-undo",
                type="primary",
                on_click=choices.undo,
            )
        if desk.choice.moves:
            st.button(desk.speech.say(_("Reset")), key="trouble-reset", on_click=choices.put_back)
