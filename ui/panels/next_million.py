"""More money: what another million adds here and elsewhere, and which limits many plans share."""

from __future__ import annotations

from math import isfinite
from typing import Any

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.bar_rows import Bar, Segment, bars
from ui.jobs import studies
from ui.jobs.job import Task
from ui.markup import put
from ui.palette import OTHER, faint
from ui.panels import country_cautions, study_progress
from ui.panels.panel_parts import heading, table_behind, terms, told
from ui.state.desk import Desk
from ui.tables import rows_of

SHOWN = 8
"""Common limits with a bar; the table has all of them."""


def render(desk: Desk, plan: api.Plan) -> None:
    """Both panels, each as soon as it is worked out."""
    speech, scenario = desk.speech, plan.scenario
    heading(
        speech.say(_("Who gains from one more million dollars")),
        speech.say(
            _(
                "The plan of each country is worked out again with a million dollars more; what "
                "that adds to the goal."
            )
        ),
        name="panel-more",
    )
    found = study_progress.answer(desk, Task(studies.next_million, scenario, long=True), "more")
    if found is not None:
        _gains(desk, found)
        terms(desk, "next_million")
    heading(
        speech.say(_("What holds many of them back")),
        speech.say(
            _(
                "Mean gain of the goal from one per cent more of each limit (of a floor: less), "
                "where it holds a plan back."
            )
        ),
        name="panel-hold",
    )
    limits = study_progress.answer(desk, Task(studies.bottlenecks, scenario, long=True), "hold")
    if limits is not None:
        _limits(desk, limits)
        terms(desk, "bottlenecks")


def _gains(desk: Desk, found: api.NextMillion) -> None:
    told(desk, found.sentences, "more-said")
    put(bars([_gain(desk, r) for r in rows_of(found.gains)], "bars-more"))
    table_behind(desk, api.page_of(found).tables["gains"], "more")
    country_cautions.render(desk, found.cautions)


def _gain(desk: Desk, row: Any) -> Bar:
    speech, name = desk.speech, desk.speech.column(row, "title")
    own = row.scenario == desk.base.id
    colour = faint(desk.dark) if own else OTHER
    if not isfinite(row.gain):
        gap = speech.column(row, "gap")
        return Bar(row.scenario, name, colour, [], speech.say(_("no figure")), gap)
    said = speech.say(_("+{n} of the goal", n=speech.number(row.gain)))
    programme = _programme(desk, row)
    note = speech.say(_("mostly to {programme}", programme=programme)) if programme else ""
    parts = [Segment("", max(0.0, float(row.gain)), f"{name}: {said}")]
    return Bar(row.scenario, name, colour, parts, said, note)


def _programme(desk: Desk, row: Any) -> str:
    """The programme that gets most of it, in the words of its own scenario."""
    if not row.programme:
        return ""
    shipped = {s.id: s.path for s in desk.shipped}
    home = row.scenario == desk.base.id or row.scenario not in shipped
    scenario = desk.base if home else api.load_scenario(shipped[row.scenario])
    return desk.speech.title(scenario.programmes, row.programme)


def _limits(desk: Desk, found: api.Bottlenecks) -> None:
    told(desk, found.sentences, "hold-said")
    rows = rows_of(found.common)[:SHOWN]
    put(bars([_limit(desk, r) for r in rows], "bars-hold"))
    table_behind(desk, api.page_of(found).tables["common"], "hold")


def _limit(desk: Desk, row: Any) -> Bar:
    speech, name = desk.speech, desk.speech.column(row, "title")
    share = speech.share(row.share)
    note = speech.say(_("holds back {n} of {of}", n=row.scenarios, of=row.of))
    titles = {s.id: s.title[speech.language] for s in desk.shipped}
    values = {
        "title": titles.get(row.strongest, row.strongest),
        "share": speech.share(row.strongest_share),
    }
    hint = f"{name}: {speech.say(_('most in {title} ({share})', **values))}"
    return Bar(row.limit, name, OTHER, [Segment("", float(row.share), hint)], f"+{share}", note)
