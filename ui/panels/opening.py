"""A file that becomes an open scenario: a document, changes to a shipped one, or a workbook."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from ui import opened, session
from ui.background import staff
from ui.background.requests import Lane
from ui.markup import put, tag
from ui.panels.frame import heading
from ui.panels.problems import problems
from ui.session import Desk
from ui.speech import message

FAULTS, KEY = "file-faults", "scenario-file"
LARGEST = 20
"""Megabytes of a file."""
MOST = {"most": LARGEST}


def render(desk: Desk) -> None:
    """Where a file is given, and what is wrong with the last one."""
    speech = desk.speech
    staff.office().begin(Lane.PAGE)  # a process is ready when a file comes
    heading(speech.say("file_title"), speech.say("file_note"), name="panel-file")
    st.file_uploader(
        speech.say("file_open"),
        type=list(opened.TYPES),
        key=KEY,
        max_upload_size=LARGEST,
        on_change=_take,
        width=640,
    )
    name, faults = st.session_state.get(FAULTS, ("", ()))
    problems(desk, faults, "file-problems", speech.say("file_faulty", {"file": name}))
    if desk.choice.scenario in opened.mine():
        title = opened.title_of(desk.choice.scenario, speech.language)
        said = speech.say("file_is_open", {"title": title})
        put(tag("p", said, css="tbo-note", more={"data-testid": "file-open", "role": "status"}))


def _take() -> None:
    st.session_state.pop(FAULTS, None)
    file = st.session_state[KEY]
    if file is None:
        return
    content = file.getvalue()
    if len(content) > LARGEST << 20:
        issue = api.Issue(file.name, message("limit_file", MOST), message("limit_remedy"))
        st.session_state[FAULTS] = (file.name, (issue,))
        return
    try:
        scenario = opened.read(file.name, content)
    except api.InvalidInput as fault:
        st.session_state[FAULTS] = (file.name, fault.issues)
    else:
        session.open_scenario(opened.keep(scenario))
