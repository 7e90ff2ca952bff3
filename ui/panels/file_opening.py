"""A file that becomes an open scenario: a document, changes to a shipped one, or a workbook."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.jobs import pool
from ui.jobs.job import Queue
from ui.jobs.limits import SMALLER
from ui.markup import put, tag
from ui.panels.panel_parts import heading
from ui.panels.problems import problems
from ui.state import choices, documents
from ui.state.desk import Desk

FAULTS, KEY = "file-faults", "scenario-file"
LARGEST = 20
"""Megabytes of a file."""


def render(desk: Desk) -> None:
    """Where a file is given, and what is wrong with the last one."""
    speech = desk.speech
    pool.worker_pool().begin(Queue.PAGE)  # a process is ready when a file comes
    heading(
        speech.say(_("Open a file")),
        speech.say(
            _(
                "A scenario document (YAML or JSON), changes to a shipped scenario, or an edited "
                "workbook (XLSX). Only you see it, in this browser; it is forgotten when the desk "
                "ends."
            )
        ),
        name="panel-file",
    )
    st.file_uploader(
        speech.say(_("Scenario file")),
        type=list(documents.TYPES),
        key=KEY,
        max_upload_size=LARGEST,
        on_change=_take,
        width=640,
    )
    name, faults = st.session_state.get(FAULTS, ("", ()))
    problems(
        desk,
        faults,
        "file-problems",
        speech.say(
            _("{file} was not opened; what you had is unchanged. Every problem:", file=name)
        ),
    )
    if desk.choice.scenario in documents.mine():
        title = documents.title_of(desk.choice.scenario, speech.language)
        said = speech.say(_("{title} is open from a file.", title=title))
        put(tag("p", said, css="tbo-note", more={"data-testid": "file-open", "role": "status"}))


def _take() -> None:
    st.session_state.pop(FAULTS, None)
    file = st.session_state[KEY]
    if file is None:
        return
    content = file.getvalue()
    if len(content) > LARGEST << 20:
        issue = api.Issue(
            file.name,
            _("The file has more than {most} MB.", most=LARGEST),
            SMALLER,
        )
        st.session_state[FAULTS] = (file.name, (issue,))
        return
    try:
        scenario = documents.read(file.name, content)
    except api.InvalidInput as fault:
        st.session_state[FAULTS] = (file.name, fault.issues)
    else:
        choices.open_scenario(documents.keep(scenario))
