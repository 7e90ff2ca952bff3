"""The scenario with all changes as a file that somebody signs: whole, or only the changes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import widgets
from ui.moves import signed_document
from ui.panels.panel_parts import heading, remark
from ui.panels.problems import problems
from ui.state import documents
from ui.state.desk import Desk

WIDTH = 300


def render(desk: Desk) -> None:
    """Who signs, when and why; then the files."""
    speech, plan = desk.speech, desk.plan
    heading(
        speech.say(_("Save as a signed document")),
        speech.say(
            _(
                "The file holds the scenario with every change and opens again exactly so, here "
                "and on the command line."
            )
        ),
        name="panel-save",
    )
    header = _header(desk)
    if plan is None:
        problems(
            desk, desk.issues, "save-problems", speech.say(_("These inputs do not fit together"))
        )
        return
    missing = not (header["author"] and header["reason"])
    if missing:
        remark(speech.say(_("Say who signs and why; then the file can be saved.")), "save-unsigned")
    try:
        document = signed_document.whole(plan.scenario, header)
    except api.InvalidInput as fault:
        problems(
            desk, fault.issues, "save-problems", speech.say(_("These inputs do not fit together"))
        )
        return
    _files(desk, header, document, unsigned=missing)


def _header(desk: Desk) -> dict[str, Any]:
    """What the planner states about the document."""
    speech, base = desk.speech, desk.signed
    title = documents.title_of(desk.choice.scenario, speech.language)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom", key="save"):
        fields = {
            "id": (_("Identifier"), f"{base.id}-edited"[:64]),
            "title": (_("Title"), speech.say(_("{title} (edited)", title=title))),
            "author": (_("Signed by"), ""),
            "date": (pgettext("form", "Date"), datetime.now(UTC).date().isoformat()),
            "reason": (_("Reason"), ""),
        }
        typed = {
            name: st.text_input(
                speech.say(word), value=first, key=f"save-{name}-{base.id}", width=WIDTH
            ).strip()
            for name, (word, first) in fields.items()
        }
    return {
        **typed,
        "title": dict.fromkeys(api.LANGUAGES, typed["title"]),
        "reason": dict.fromkeys(api.LANGUAGES, typed["reason"]),
    } | ({} if typed["reason"] else {"reason": None})


def _files(desk: Desk, header: dict[str, Any], document: api.Scenario, *, unsigned: bool) -> None:
    speech = desk.speech
    base_is_shipped = desk.choice.scenario not in documents.mine()
    changes = (
        signed_document.overlay(desk.signed, desk.choice.values, header, document)
        if base_is_shipped and not unsigned
        else None
    )
    with st.container(horizontal=True, gap="small", key="save-files"):
        widgets.download(
            speech.say(_("Whole document (YAML)")),
            lambda: api.document_text(document),
            f"{header['id']}.yaml",
            "save-whole",
            icon=":material/download:",
            kind="primary",
            disabled=unsigned,
        )
        if base_is_shipped:
            widgets.download(
                speech.say(_("Only the changes (JSON)")),
                lambda: json.dumps(changes, ensure_ascii=False, indent=2),
                f"{header['id']}-changes.json",
                "save-changes",
                icon=":material/download:",
                disabled=changes is None,
            )
    if base_is_shipped and changes is None and not unsigned:
        remark(
            speech.say(
                _(
                    "These changes cannot be told as changes to the shipped scenario; save the "
                    "whole document."
                )
            )
        )
