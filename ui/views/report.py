"""Report: the plan as a file to hand over, made in the background, looked at before it is sent."""

from __future__ import annotations

import base64

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import widgets
from ui.jobs import studies
from ui.markup import put, tag
from ui.moves import own_plan
from ui.panels import failures, study_progress
from ui.panels.panel_parts import heading, page_title, remark
from ui.report_forms import FORMS, MEMOS, Order
from ui.speech import names_of_languages
from ui.state.desk import Desk
from ui.state.view_choices import last_choice, remember
from ui.widgets import one_of

HEIGHT = 760
"""Pixels of the preview."""
OWN_PLAN = {"best": _("the best plan"), "mine": _("my plan")}


def render(desk: Desk) -> None:
    """Draws the page; files are made when asked for."""
    speech, plan = desk.speech, failures.planned(desk)
    if plan is None:
        return
    page_title(speech.say(_("Take the plan away")))
    remark(
        speech.say(
            _(
                "Made from exactly what the levers say now. The same inputs give the same file, "
                "byte for byte."
            )
        )
    )
    left, right = st.columns(2, gap="large")
    with left, st.container(key="report-make"):
        order = _order(desk, plan)
        _make(desk, order)
    with right:
        _origin(desk, order)
    if order.form in MEMOS:
        _preview(desk, order)


def _order(desk: Desk, plan: api.Plan) -> Order:
    """What the planner chose to be made."""
    speech = desk.speech
    form = one_of(
        speech.say(_("What to make")),
        "report-form",
        list(FORMS),
        words=lambda name: speech.say(FORMS[name][0]),
        default="docx",
    )
    remark(speech.say(FORMS[form][1]), "form-is")
    language = widgets.segments(
        speech.say(_("Language of the report")),
        "report-language",
        names_of_languages(),
        default=speech.language,
    )
    draws = _draws(desk) if form in MEMOS else studies.DRAWS
    order = Order(plan.scenario, form, language, draws)
    if desk.choice.mine is None or not order.of_hand:
        return order
    words = {name: speech.say(key) for name, key in OWN_PLAN.items()}
    which = widgets.segments(speech.say(_("Which plan")), "report-plan", words, default="best")
    hand = desk.choice.mine if which == "mine" else None
    return Order(plan.scenario, form, language, draws, hand)


def _draws(desk: Desk) -> int | None:
    """Whether the memo tells how sure the plan is; then from the same draws as the desk."""
    key = widgets.show("choose-report-sure", last_choice("report-sure", True))
    wanted = st.toggle(
        desk.speech.say(_("Tell how sure the plan is")),
        key=key,
        on_change=widgets.on(key, remember("report-sure")),
    )
    return studies.DRAWS if wanted else 0


def _make(desk: Desk, order: Order) -> None:
    """The button, then progress, then the file."""
    speech = desk.speech
    label = speech.say(_("Make it"))
    content = study_progress.answer(desk, order.task, "report", at_once=False, label=label)
    if content is None:
        return
    size = speech.digits(len(content) / 1000, 3)
    remark(speech.say(_("Ready: {size} kB", size=size)), "ready")
    widgets.download(
        speech.say(_("Download {name}", name=order.name)),
        content,
        order.name,
        "report-get",
        icon=":material/download:",
        kind="primary",
    )


def _origin(desk: Desk, order: Order) -> None:
    """Fingerprint, command, and what the command needs beside it."""
    speech, scenario = desk.speech, order.scenario
    put(tag("h2", speech.say(pgettext("heading", "Where it comes from")), css="tbo-head"))
    remark(
        speech.say(_("Fingerprint of the inputs: {mark}", mark=scenario.fingerprint)), "fingerprint"
    )
    remark(speech.say(_("This command makes the same file again:")))
    st.code(order.command, language=None, wrap_lines=True)
    if f"{scenario.id}.yaml" in order.command:
        remark(
            speech.say(_("The levers were moved, so the command needs this document beside it:"))
        )
        widgets.download(
            speech.say(_("Document of the scenario (YAML)")),
            lambda: api.document_text(scenario),
            f"{scenario.id}.yaml",
            "report-document",
        )
    if order.hand is not None:
        remark(speech.say(_("and the plan made by hand:")))
        money = own_plan.money_of(order.hand, scenario)
        widgets.download(
            speech.say(_("Download my plan (CSV)")),
            lambda: own_plan.write(money, scenario),
            "plan.csv",
            "report-plan-csv",
        )


def _preview(desk: Desk, order: Order) -> None:
    """The memo in a frame of its own, which can neither run anything nor see this page."""
    speech = desk.speech
    heading(
        speech.say(_("Preview")),
        speech.say(_("The memo as it reads, without its page breaks.")),
        name="panel-preview",
    )
    label = speech.say(_("Show a preview"))
    content = study_progress.answer(desk, order.preview, "preview", at_once=False, label=label)
    if content is not None:
        page = base64.b64encode(content).decode()
        with st.container(key="preview"):
            st.iframe(
                f"data:text/html;charset=utf-8;base64,{page}",
                height=HEIGHT,
                alt=speech.say(_("Preview")),
            )
