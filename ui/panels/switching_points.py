"""Where the decision flips: every uncertain number taken through its range."""

from __future__ import annotations

from typing import Any

from optimizer.api import desk as api
from ui.charts.tornado import Arm, Swing, tornado
from ui.jobs.job import Task
from ui.markup import put
from ui.panels import study_progress
from ui.panels.evidence_grades import badge, unit_words
from ui.panels.panel_parts import heading, nothing, remark, table_behind, told
from ui.state.desk import Desk
from ui.tables import rows_of

SHOWN = 12
SMALLEST = 0.005
"""Share of the money below which a number is left to the table."""


def render(desk: Desk, plan: api.Plan) -> None:
    """The panel; the search runs beside the page."""
    speech = desk.speech
    heading(speech.say("flips_title"), speech.say("flips_note"), name="panel-flips")
    if plan.spent <= 0:
        nothing(speech.say("flips_no_money"))
        return
    task = Task(api.switching_points, plan.scenario, long=True)
    found = study_progress.answer(desk, task, "flips")
    if found is None:
        return
    rows = rows_of(found.points)
    if not rows:
        nothing(speech.say("flips_no_ranges"))
        return
    told(desk, found.sentences, "flips")
    swings = [s for r in rows[:SHOWN] if (s := _swing(desk, r)).widest >= SMALLEST]
    if swings:
        remark(speech.say("flips_key"))
        put(tornado(swings, (speech.say("at_low"), speech.say("at_high")), "tornado"))
    table_behind(desk, api.flips_table(found), "flips")


def _swing(desk: Desk, row: Any) -> Swing:
    speech, digits = desk.speech, api.wording.digits
    title = speech.column(row, "title")
    now = {"value": f"{digits(row.now)} {unit_words(desk, row.unit)}".strip()}
    flips_low = row.switch == row.switch and row.switch < row.now
    flips_high = row.switch == row.switch and row.switch > row.now
    ends = ((row.low, row.moved_at_low, flips_low), (row.high, row.moved_at_high, flips_high))
    arms = _arm(desk, title, *ends[0]), _arm(desk, title, *ends[1])
    note, grade = speech.say("value_now", now), str(row.grade)
    return Swing(row.number, title, note, badge(desk, grade), grade == "X", *arms)


def _arm(desk: Desk, title: str, value: float, moved: float, flips: bool) -> Arm:
    speech, at = desk.speech, api.wording.digits(value)
    if moved != moved:
        said = speech.say("moved_conflict")
        return Arm(0.0, f"{at}: {said}", f"{title} = {at}: {said}", False)
    share = speech.share(moved)
    said = speech.say("moved_at", {"share": share})
    return Arm(float(moved), f"{at}: {share}", f"{title} = {at}: {said}", flips)
