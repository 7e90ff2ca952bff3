"""How far the outcome spreads over the draws: in words, as a picture, year by year."""

from __future__ import annotations

import numpy as np

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui.charts.range_bars import Span, spans
from ui.charts.spread_chart import Line, spread_chart
from ui.markup import put
from ui.palette import RETAINED
from ui.panels.panel_parts import chart, heading, table_behind, told
from ui.state.desk import Desk
from ui.tables import rows_of


def said(desk: Desk, study: api.UnderUncertainty) -> None:
    """The findings in words."""
    told(desk, study.sentences, "sure-said")


def render(desk: Desk, study: api.UnderUncertainty) -> None:
    """The picture, the fan by year, what the plan for the central values loses."""
    speech = desk.speech
    heading(
        speech.say(_("Net people over all draws")),
        speech.say(
            _(
                "Each draw takes every uncertain number anew from its range, while the money stays "
                "as the plan says. Nine in ten draws lie between the outer lines."
            )
        ),
        name="panel-spread",
    )
    chart(_picture(desk, study), "spread-chart", speech.say(_("Net people over all draws")))
    tables = api.page_of(study).tables
    table_behind(desk, tables["intervals"], "intervals")
    table_behind(desk, tables["distribution"], "spread")
    heading(
        speech.say(_("Net people so far, by year")),
        speech.say(
            _(
                "Best again: the plan made best in each draw. Nine in ten draws; the darker part "
                "holds half of them; the tick is the plan for the central values."
            )
        ),
        name="panel-fan",
    )
    put(spans(_years(desk, study), "fan"))
    table_behind(desk, tables["years"], "fan")
    heading(
        speech.say(_("What the plan loses when the numbers turn out otherwise")),
        speech.say(
            _("Weighted people, against the best plan of each draw; the tick is the average.")
        ),
        name="panel-regret",
    )
    put(spans(_regrets(desk, study), "regret"))
    table_behind(desk, tables["regret"], "regret")


def _picture(desk: Desk, study: api.UnderUncertainty) -> dict[str, object]:
    speech = desk.speech
    kept = study.interval()
    found = kept or study.interval(None)
    assert found is not None
    people = study.outcomes.people[:, 0] if kept is None else study.kept[:, 0]
    people = people[~np.isnan(people)]
    marks = [
        Line(found.low, speech.say(_("5%: {n}", n=speech.number(found.low))), 0.0),
        Line(found.middle, speech.say(_("half: {n}", n=speech.number(found.middle))), 0.5),
        Line(found.high, speech.say(_("95%: {n}", n=speech.number(found.high))), 0.0),
    ]
    if study.central.found:
        here = study.central.totals.net_people
        central = speech.say(_("central values: {n}", n=speech.number(here)))
        marks.append(Line(here, central, 1.0, dashed=True))

    def words(low: float, high: float, share: float) -> str:
        values = {"range": speech.reach(low, high), "share": speech.share(share)}
        return speech.say(_("{range} people: {share} of the draws", **values))

    if np.ptp(people) == 0.0:
        people = np.append(people, people[0] + 1.0)
    return spread_chart(
        people,
        (found.low, found.high),
        marks,
        speech.say(pgettext("column", "Net people")),
        words,
        dark=desk.dark,
    )


def _years(desk: Desk, study: api.UnderUncertainty) -> list[Span]:
    """The running sum of net people: nine in ten draws, half of them, the central plan."""
    speech, rows = desk.speech, []
    for r in rows_of(study.years):
        if r.outcome != "net_people_so_far":
            continue
        end = speech.say(_("{range} people", range=speech.ends(r.p05, r.p95)))
        note = speech.say(_("central values: {n}", n=speech.number(r.central)))
        year = str(r.year)
        rows.append(
            Span(year, year, RETAINED, (r.p05, r.p95), r.central, end, note, end, (r.p25, r.p75))
        )
    return rows


def _regrets(desk: Desk, study: api.UnderUncertainty) -> list[Span]:
    """What the plan for the central values loses against the best plan of each draw."""
    speech, rows = desk.speech, []
    for r in rows_of(study.regret):
        end = speech.say(_("{range} people", range=speech.ends(r.p05, r.p95)))
        note = speech.say(_("on average {n}", n=speech.number(r.mean)))
        label = speech.say(_("Best at the central values"))
        ends = (max(0.0, r.p05), max(0.0, r.p95))
        half = (max(0.0, r.p25), max(0.0, r.p75))
        rows.append(Span(r.plan, label, RETAINED, ends, max(0.0, r.mean), end, note, end, half))
    return rows
