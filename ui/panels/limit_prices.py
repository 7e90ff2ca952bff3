"""Every limit that binds, in words and with its range; then what a realistic step would gain."""

from __future__ import annotations

from typing import Any

from optimizer.api import desk as api
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
    return desk.speech.say("why_nothing_helps")


def render(desk: Desk, report: api.PriceReport) -> None:
    """What binds: both sides and how far each holds."""
    speech, binding = desk.speech, report.plan.binding
    heading(speech.say("limits_title"), speech.say("limits_note"), name="panel-limits")
    if not len(binding):
        nothing(speech.say("holds_nothing"))
        return
    lines = [_line(desk, r) for r in rows_of(binding)]
    put(tag("table", *lines[:SHOWN], css="tbo-rules tbo-limits", more=named("limits")))
    if lines[SHOWN:]:
        said = speech.say("limits_more", {"n": len(lines) - SHOWN})
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
    heading(speech.say("steps_title"), speech.say("steps_note"), name="panel-steps")
    useful = [r for r in rows_of(levers) if r.gain > SMALLEST][:STEPS]
    if useful:
        put(bars([_bar(desk, r) for r in useful], "bars-steps"))
    else:
        nothing(speech.say("why_nothing_helps"))
    if len(levers):
        table_behind(desk, api.page_of(report).tables["levers"], "steps")


def _bar(desk: Desk, row: Any) -> Bar:
    speech = desk.speech
    title, step = speech.column(row, "title"), speech.column(row, "step_in_words")
    gain = speech.say("gain_weighted", {"n": speech.number(row.gain)})
    part = Segment("", float(row.gain), f"{title}: {step} → {gain}")
    return Bar(row.lever, title, OTHER, [part], gain, step)
