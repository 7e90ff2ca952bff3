"""What drives outcome and decision, where the lead changes, what knowing more would be worth."""

from __future__ import annotations

from typing import Any

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.bar_rows import Bar, Segment, bars
from ui.charts.tornado import Arm, Swing, tornado
from ui.markup import put
from ui.palette import OTHER
from ui.panels.evidence_grades import badge
from ui.panels.panel_parts import heading, nothing, table_behind, told
from ui.state.desk import Desk
from ui.tables import rows_of

SHOWN = 10
SMALLEST = 0.05
"""People below which a number is left to the table."""


def render(desk: Desk, study: api.UnderUncertainty, found: api.Insight) -> None:
    """All of it, most useful first."""
    _drivers(desk, study, found)
    _conditions(desk, found)
    _worth(desk, study, found)


def _drivers(desk: Desk, study: api.UnderUncertainty, insight: api.Insight) -> None:
    speech, found, tables = desk.speech, insight.drivers, api.page_of(insight).tables
    heading(
        speech.say(_("What drives the outcome")),
        speech.say(
            _(
                "Net people when one number goes to either end of its range. Dashed (X): an "
                "assumption nobody has measured. Orange: another programme takes the lead."
            )
        ),
        name="panel-drives",
    )
    told(desk, found.sentences, "drives-said")
    rows = [r for r in rows_of(found.tornado.head(SHOWN)) if r.swing >= SMALLEST]
    if rows:
        swings = [_swing(desk, study, r) for r in rows]
        put(
            tornado(
                swings,
                (speech.say(_("at the low end")), speech.say(_("at the high end"))),
                "drives",
            )
        )
    else:
        nothing(speech.say(_("No number moves the outcome.")))
    table_behind(desk, tables["tornado"], "drives")
    if len(found.sobol):
        table_behind(desk, tables["sobol"], "sobol")


def _swing(desk: Desk, study: api.UnderUncertainty, row: Any) -> Swing:
    """One number at both ends of its range: how many people come of it."""
    speech, digits = desk.speech, desk.speech.digits
    number = study.scenario.evidence.get(row.number)
    grade = "X" if number is None else str(number.grade)
    now = float(study.central.totals.net_people)
    leader = _leader(study)
    title = speech.column(row, "title")
    sides = []
    for value, people, first in (
        (row.low, row.people_low, row.leader_low),
        (row.high, row.people_high, row.leader_high),
    ):
        if people != people:
            sides.append(Arm(0.0, speech.say(_("the rules cannot hold together")), title, False))
            continue
        at = f"{digits(value)}: " if value == value else ""
        hint = f"{title} = {at}{speech.people(people)}"
        label = f"{at}{speech.number(people)}"
        sides.append(Arm(abs(people - now), label, hint, first != leader))
    note = speech.say(_("now {value}", value=digits(row.now))) if row.now == row.now else ""
    return Swing(row.number, title, note, badge(desk, grade), grade == "X", sides[0], sides[1])


def _leader(study: api.UnderUncertainty) -> str:
    money = study.central.allocation.groupby("programme")["spending"].sum()
    return str(money.idxmax()) if len(money) and money.max() > 0 else ""


def _conditions(desk: Desk, found: api.Insight) -> None:
    """Where another programme takes the lead: one number at a time, and several together."""
    speech = desk.speech
    heading(
        speech.say(_("When another programme would lead")),
        speech.say(_("One number at a time, then several together.")),
        name="panel-lead",
    )
    sentences = (*found.switching.sentences, *found.discovery.sentences)
    if sentences:
        told(desk, sentences, "lead-said")
    else:
        nothing(speech.say(_("Within these ranges the same programme always leads.")))
    if len(found.switching.values):
        table_behind(desk, api.page_of(found).tables["switches"], "switches")
    if len(found.discovery.conditions):
        table_behind(desk, api.page_of(found).tables["discovery"], "conditions")


def _worth(desk: Desk, study: api.UnderUncertainty, insight: api.Insight) -> None:
    """Value of information in people and in money."""
    speech, found = desk.speech, insight.information
    heading(
        speech.say(_("What knowing more would be worth")),
        speech.say(
            _(
                "Weighted people gained if a number were known before deciding, and the budget "
                "that would bring as many. Lined: an assumption."
            )
        ),
        name="panel-worth",
    )
    told(desk, found.sentences, "worth-said")
    rows = [r for r in rows_of(found.evppi.head(SHOWN)) if r.people > 2 * r.error]
    if not rows:
        nothing(speech.say(_("No single number is worth a study: the decision would stay.")))
    else:
        put(bars([_learned(desk, study, r) for r in rows], "bars-worth"))
    table_behind(desk, api.page_of(insight).tables["evppi"], "worth")


def _learned(desk: Desk, study: api.UnderUncertainty, row: Any) -> Bar:
    speech, title = desk.speech, desk.speech.column(row, "title")
    end = speech.people(row.people)
    note = ""
    if row.money == row.money:
        money = speech.money(row.money, study.scenario)
        note = speech.say(_("as much as {money}", money=money))
    number = study.scenario.evidence.get(row.number)
    lined = number is None or str(number.grade) == "X"
    part = Segment("", float(row.people), f"{title}: {end}", lined)
    return Bar(row.number, title, OTHER, [part], end, note)
