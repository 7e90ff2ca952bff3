"""Questions without options that have no panel of their own: sentences, tables, terms."""

from __future__ import annotations

from optimizer.api import desk as api
from ui.jobs import studies
from ui.jobs.job import Task
from ui.panels import study_progress
from ui.panels.panel_parts import heading, remark, table_behind
from ui.state.desk import Desk


def render(desk: Desk, plan: api.Plan) -> None:
    """Each of them, answered on request."""
    for question in api.SHORT_QUESTIONS:
        if question.has_panel:
            continue
        title = desk.speech.text(question.title)
        heading(title, name=f"panel-{question.name}")
        task = Task(studies.short_question, plan.scenario, (question.name,))
        found = study_progress.answer(desk, task, question.name, at_once=False)
        if found is not None:
            _show(desk, question.name, api.page_of(found))


def _show(desk: Desk, name: str, page: api.Page) -> None:
    """The page: what is said, then the figures of each table."""
    for text in page.sentences:
        remark(desk.speech.text(text), f"{name}-said")
    for table in page.tables.values():
        table_behind(desk, table, f"{name}-{table.name}")
