"""How well founded the result is: shares by grade, and the assumptions that carry most."""

from __future__ import annotations

from typing import Any

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.bar_rows import Bar, Segment, bars
from ui.markup import Safe, named, put, tag
from ui.palette import OTHER
from ui.panels.panel_parts import heading, nothing, remark, table_behind
from ui.panels.people_reached import reconciled
from ui.state import cache
from ui.state.desk import Desk
from ui.tables import rows_of

SHOWN = 6
MARKS = {"pass": "✓", "look": "◔", "fail": "✕"}
VERDICTS = {"pass": _("in order"), "look": _("worth a look"), "fail": _("failed")}
GRADES = {
    "A": _("official figure"),
    "B": _("reputable study or press"),
    "C": _("indirect"),
    "X": _("assumption"),
}


def render(desk: Desk, plan: api.Plan) -> None:
    """The panel."""
    speech = desk.speech
    heading(
        speech.say(_("How well founded is this?")),
        speech.say(_("Net people by the weakest grade among the numbers they rest on.")),
        name="panel-evidence",
    )
    if plan.everyone.net_people <= 0:
        nothing(speech.say(_("Nobody is added by this plan.")))
        return
    put(bars([_grades(desk, plan)], "bars-evidence"))
    reconciled(desk, plan)
    rows = [r for r in rows_of(plan.evidence) if r.people_share > 0]
    rows.sort(key=lambda r: (-r.people_share, r.evidence))
    if rows:
        remark(speech.say(_("Numbers that carry most of the people:")))
        lines = [number_row(desk, r) for r in rows[:SHOWN]]
        put(tag("table", *lines, css="tbo-rules", more=named("evidence-most")))
    remark(speech.say(_("Checks that follow every plan:")))
    put(tag("ul", *checks(desk, plan), css="tbo-checks", more=named("checks")))
    table_behind(desk, api.plan_tables(plan)["evidence"], "evidence")


def _grades(desk: Desk, plan: api.Plan) -> Bar:
    speech, everyone = desk.speech, plan.everyone.net_people
    parts = [
        Segment(
            f"{grade} · {speech.say(GRADES[grade])} {speech.share(net / everyone)}",
            net,
            f"{speech.say(GRADES[grade])}: {speech.people(net)}",
            lined=grade == "X",
        )
        for grade, net in plan.everyone.by_grade.items()
        if net > 0
    ]
    return Bar("grades", speech.say(_("Net people")), OTHER, parts, speech.people(everyone))


def checks(desk: Desk, plan: api.Plan) -> list[Safe]:
    """The checks that follow every plan; what is to be looked at comes with advice."""
    speech, items = desk.speech, []
    for one in api.review(plan):
        verdict = str(one.verdict)
        mark = tag("span", MARKS[verdict] + " ", more={"title": speech.say(VERDICTS[verdict])})
        advice = [tag("div", speech.text(one.advice), css="tbo-muted")]
        items.append(
            tag(
                "li",
                mark,
                tag("span", speech.text(one.finding)),
                *(advice if verdict != "pass" else []),
                css=f"tbo-check-{verdict}",
                more=named(f"check-{one.key}"),
            )
        )
    return items


def number_row(desk: Desk, row: Any) -> Safe:
    """One number of the evidence: name, value with range and unit, grade, share of the people."""
    speech = desk.speech
    share = speech.say(
        _("carries {share} of the people", share=speech.share(float(row.people_share)))
    )
    return tag(
        "tr",
        tag("td", badge(desk, str(row.grade)), " ", speech.column(row, "title")),
        tag("td", value_words(desk, row), tag("div", share, css="tbo-muted")),
        more=named(f"number-{row.evidence}"),
    )


def badge(desk: Desk, grade: str) -> Safe:
    """The grade as a small mark; assumptions look different."""
    css = "tbo-grade tbo-grade-x" if grade == "X" else "tbo-grade"
    title = desk.speech.say(GRADES[grade]) if grade in GRADES else grade
    return tag("span", grade, css=css, more={"title": title})


def unit_words(desk: Desk, unit: str) -> str:
    """A unit of the evidence in the reader's language, as it stands where no list holds it."""
    term = cache.evidence_tables().terms.get(("unit", unit))
    return desk.speech.text(term.title) if term is not None else unit


def value_words(desk: Desk, row: Any) -> str:
    """Value, range and unit, e.g. '0.3 (0.1–0.6) share'."""
    digits = desk.speech.digits
    text = digits(float(row.value))
    ends = [float(row.low), float(row.high)]
    if all(e == e for e in ends):
        span = api.wording.span(digits(ends[0]), digits(ends[1]), desk.speech.language)
        text += f" ({span})"
    return f"{text} {unit_words(desk, row.unit)}".strip()
