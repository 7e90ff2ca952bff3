"""Plans nearly as good as the best one and as different from it as can be, side by side."""

from __future__ import annotations

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.side_by_side import Cell, Line, side_by_side
from ui.markup import put
from ui.palette import OTHER
from ui.panels.money_lines import money_lines, spent_on
from ui.panels.panel_parts import heading, nothing, table_behind, told
from ui.state.desk import Desk


def render(desk: Desk, found: api.Room) -> None:
    """The panel."""
    speech, scenario = desk.speech, found.scenario
    heading(
        speech.say(_("Nearly as good, but quite different")),
        speech.say(_("Each is as far from those before it as the loss allows.")),
        name="panel-others",
    )
    if not found.alternatives:
        nothing(speech.say(_("No plan differs from the best one within this loss.")))
        return
    plans = [found.best, *found.alternatives]
    heads = [speech.say(_("Best plan"))]
    heads += [speech.say(_("Plan {n}", n=n)) for n in range(1, len(plans))]
    people = [p.totals.net_people for p in plans]
    most = max((*people, 1e-9))
    cells = [Cell(speech.people(n), n / most, strong=True) for n in people]
    lines = [Line("people", speech.say(_("Net people")), OTHER, cells)]
    spent = [{p: spent_on(one, p) for p in scenario.programmes} for one in plans]
    lines += money_lines(desk, scenario, spent)
    put(side_by_side(heads, lines, "others", speech.say(_("Nearly as good, but quite different"))))
    last = found.sentences[-len(found.alternatives) :]
    told(desk, last, "others-said")
    table_behind(desk, api.page_of(found).tables["plans"], "others")
