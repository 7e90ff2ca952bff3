"""Where the decision flips: every uncertain number taken through its range."""

from __future__ import annotations

from typing import Any

from optimizer.api import desk as api
from optimizer.api.desk import _
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
    heading(
        speech.say(_("Where the decision flips")),
        speech.say(
            _("Each uncertain number is taken to both ends of its range, all others as they are.")
        ),
        name="panel-flips",
    )
    if plan.spent <= 0:
        nothing(speech.say(_("Without money there is no decision that could flip.")))
        return
    task = Task(api.switching_points, plan.scenario, long=True)
    found = study_progress.answer(desk, task, "flips")
    if found is None:
        return
    rows = rows_of(found.points)
    if not rows:
        nothing(speech.say(_("No number of this scenario has a range.")))
        return
    told(desk, found.sentences, "flips")
    swings = [s for r in rows[:SHOWN] if (s := _swing(desk, r)).widest >= SMALLEST]
    if swings:
        remark(
            speech.say(
                _(
                    "Length: share of the money that goes elsewhere. Dashed (X): an assumption "
                    "nobody has measured. Orange: another programme takes the lead."
                )
            )
        )
        put(
            tornado(
                swings,
                (speech.say(_("at the low end")), speech.say(_("at the high end"))),
                "tornado",
            )
        )
    table_behind(desk, api.flips_table(found), "flips")


def _swing(desk: Desk, row: Any) -> Swing:
    speech = desk.speech
    title = speech.column(row, "title")
    now = {"value": f"{speech.digits(row.now)} {unit_words(desk, row.unit)}".strip()}
    flips_low = row.switch == row.switch and row.switch < row.now
    flips_high = row.switch == row.switch and row.switch > row.now
    ends = ((row.low, row.moved_at_low, flips_low), (row.high, row.moved_at_high, flips_high))
    arms = _arm(desk, title, *ends[0]), _arm(desk, title, *ends[1])
    note, grade = speech.say(_("now {value}", **now)), str(row.grade)
    return Swing(row.number, title, note, badge(desk, grade), grade == "X", *arms)


def _arm(desk: Desk, title: str, value: float, moved: float, flips: bool) -> Arm:
    speech, at = desk.speech, desk.speech.digits(value)
    if moved != moved:
        said = speech.say(_("the rules cannot hold together"))
        return Arm(0.0, f"{at}: {said}", f"{title} = {at}: {said}", False)
    share = speech.share(moved)
    said = speech.say(_("{share} of the money goes elsewhere", share=share))
    return Arm(float(moved), f"{at}: {share}", f"{title} = {at}: {said}", flips)
