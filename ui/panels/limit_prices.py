"""Every limit that binds, in words and with its range; then what a realistic step would gain."""

from __future__ import annotations

from typing import Any

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.bar_rows import Bar, Segment, bars
from ui.markup import Safe, named, put, tag
from ui.palette import OTHER
from ui.panels.panel_parts import heading, nothing, table_behind, terms
from ui.state.desk import Desk
from ui.tables import rows_of

SHOWN = 8
STEPS = 10
SMALLEST = 1e-6


def in_one_sentence(desk: Desk, report: api.PriceReport) -> str:
    """The lever that helps most; that nothing does, where so."""
    gains = len(report.levers) and float(report.levers["gain"].max()) > SMALLEST
    if gains and report.sentences:
        return desk.speech.text(report.sentences[0])
    return desk.speech.say(_("No single step on a limit would bring more people."))


def render(desk: Desk, report: api.PriceReport) -> None:
    """What binds: both sides and how far each holds."""
    speech, binding = desk.speech, report.plan.binding
    heading(
        speech.say(_("Limits that bind")),
        speech.say(_("What one step up and one step down would change, and how far that holds.")),
        name="panel-limits",
    )
    if not len(binding):
        nothing(speech.say(_("No limit is reported for this plan.")))
        return
    lines = [_line(desk, r) for r in rows_of(binding)]
    put(tag("table", *lines[:SHOWN], css="tbo-rules tbo-limits", more=named("limits")))
    if lines[SHOWN:]:
        said = speech.say(_("{n} more limits", n=len(lines) - SHOWN))
        rest = tag("table", *lines[SHOWN:], css="tbo-rules tbo-limits")
        put(tag("details", tag("summary", said), rest, css="tbo-more"))
    terms(desk, "budget_worth", "rule_worth")
    table_behind(desk, api.plan_tables(report.plan)["binding"], "limits")


def _line(desk: Desk, row: Any) -> Safe:
    return tag(
        "tr",
        tag("td", tag("strong", desk.speech.column(row, "title")), css="tbo-limit"),
        tag("td", desk.speech.column(row, "sentence")),
        more=named(f"limit-{row.rule}"),
    )


def steps(desk: Desk, report: api.PriceReport) -> None:
    """Levers ranked by what one realistic step gains, each solved again."""
    speech, levers = desk.speech, report.levers
    heading(
        speech.say(_("What would help most")),
        speech.say(
            _("Each limit loosened by one realistic step, alone, and the plan worked out again.")
        ),
        name="panel-steps",
    )
    useful = [r for r in rows_of(levers) if r.gain > SMALLEST][:STEPS]
    if useful:
        put(bars([_bar(desk, r) for r in useful], "bars-steps"))
    else:
        nothing(speech.say(_("No single step on a limit would bring more people.")))
    if len(levers):
        table_behind(desk, api.page_of(report).tables["levers"], "steps")


def _bar(desk: Desk, row: Any) -> Bar:
    speech = desk.speech
    title, step = speech.column(row, "title"), speech.column(row, "step_in_words")
    gain = speech.say(_("+{n} weighted people", n=speech.number(row.gain)))
    part = Segment("", float(row.gain), f"{title}: {step} → {gain}")
    return Bar(row.lever, title, OTHER, [part], gain, step)
