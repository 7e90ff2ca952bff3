"""Least and most money of each programme within the loss conceded."""

from __future__ import annotations

from typing import Any

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.range_bars import Span, spans
from ui.markup import put
from ui.palette import colour_of
from ui.panels.panel_parts import heading, nothing, table_behind
from ui.state.desk import Desk
from ui.tables import rows_of

STILL = 1e-3
"""Share of the budget below which a programme cannot move."""


def render(desk: Desk, found: api.Room) -> None:
    """The panel."""
    speech = desk.speech
    share = speech.share(found.slack)
    heading(
        speech.say(_("Money of each programme at a loss of at most {share}", share=share)),
        speech.say(
            _("From the least to the most a programme may take; the tick is the best plan.")
        ),
        name="panel-ranges",
    )
    rows = rows_of(found.ranges)
    if not rows or found.best.spent <= 0:
        nothing(speech.say(_("Without money nothing can move.")))
        return
    put(spans([_span(desk, found, r) for r in rows], "ranges"))
    table_behind(desk, api.page_of(found).tables["ranges"], "ranges")


def _span(desk: Desk, found: api.Room, row: Any) -> Span:
    speech, scenario = desk.speech, found.scenario
    ends = (max(0.0, float(row.least)), max(0.0, float(row.most)))
    said = {
        "least": speech.money(ends[0], scenario),
        "most": speech.money(ends[1], scenario),
        "now": speech.money(float(row.now), scenario),
    }
    still = ends[1] - ends[0] <= STILL * found.best.budget
    end = said["now"] if still else speech.say(_("{least} – {most}", **said))
    note = speech.say(_("cannot move")) if still else speech.say(_("best plan: {now}", **said))
    title = speech.title(scenario.programmes, row.programme)
    people = {
        "low": speech.people(float(row.people_at_least)),
        "high": speech.people(float(row.people_at_most)),
    }
    hint = f"{title}: {speech.say(_('{low} at the least money, {high} at the most', **people))}"
    colour = colour_of(scenario, row.programme)
    return Span(row.programme, title, colour, ends, float(row.now), end, note, hint)
