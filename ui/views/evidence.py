"""Evidence: every number with its range, grade and source; assumptions stand out."""

from __future__ import annotations

from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.markup import Safe, named, put, tag
from ui.panels import failures, number_effect
from ui.panels.evidence_grades import GRADES, badge, value_words
from ui.panels.panel_parts import heading, page_title, remark, table_behind
from ui.panels.sources import english_note
from ui.state import cache
from ui.state.desk import Desk
from ui.tables import rows_of


def render(desk: Desk) -> None:
    """Draws the page."""
    speech, plan = desk.speech, failures.answered(desk)
    if plan is None:
        number_effect.render(desk, list(desk.base.evidence))
        return
    page_title(speech.say(_("The numbers behind the plan")))
    rows = _rows(desk, plan)
    assumed = [r for r in rows if r["grade"] == "X"]
    counted = {"n": len(rows), "assumed": len(assumed)}
    remark(
        speech.say(
            _("{n} numbers; {assumed} of them are assumptions nobody has measured.", **counted)
        ),
        "counted",
    )
    meanings = [
        tag("span", badge(desk, grade), " ", speech.say(key), css="tbo-key")
        for grade, key in GRADES.items()
    ]
    put(tag("div", *meanings, css="tbo-keys"))
    number_effect.render(desk, [r["evidence"] for r in rows])
    for title, part in (
        (speech.say(_("Assumptions")), assumed),
        (speech.say(_("Published figures")), [r for r in rows if r["grade"] != "X"]),
    ):
        if part:
            heading(f"{title} ({len(part)})", name="panel-numbers")
            put(_table(desk, part))
    if plan.found:
        table_behind(desk, api.plan_tables(plan)["evidence"], "numbers")
    with st.expander(speech.say(_("Publications"))):
        put(_sources(rows))


def _rows(desk: Desk, plan: api.Plan) -> list[dict[str, Any]]:
    """The scenario's numbers with what the plan makes of them; shares are 0 without a plan."""
    shares = {r.evidence: r for r in rows_of(plan.evidence)}
    found = []
    for name, number in plan.scenario.evidence.items():
        row = shares.get(name)
        found.append(
            {
                "evidence": name,
                "title": desk.speech.text(number.title) if number.title else name,
                "value": number.value,
                "low": float("nan") if number.low is None else number.low,
                "high": float("nan") if number.high is None else number.high,
                "unit": number.unit or "",
                "grade": str(number.grade),
                "source": number.source or "",
                "note": number.note or "",
                "share": 0.0 if row is None else float(row.people_share),
                "paid": 0.0 if row is None else float(row.money_share),
            }
        )
    return sorted(found, key=lambda r: (-max(r["share"], r["paid"]), r["title"]))


def _table(desk: Desk, rows: list[dict[str, Any]]) -> Safe:
    speech = desk.speech
    head = tag(
        "tr",
        *(
            tag("th", speech.say(head))
            for head in (_("Number"), _("Value (range)"), _("Carries"), _("Source"))
        ),
    )
    return tag("table", head, *(_line(desk, r) for r in rows), css="tbo-rules tbo-numbers")


def _line(desk: Desk, row: dict[str, Any]) -> Safe:
    speech, source = desk.speech, cache.evidence_tables().sources.get(row["source"])
    shares = [
        speech.say(key.filled(share=speech.share(row[part])))
        for key, part in ((_("{share} of people"), "share"), (_("{share} of money"), "paid"))
        if row[part] > 0.0005
    ]
    origin: Safe | str = speech.say(_("assumption of this project"))
    if source is not None and source.address:
        link = {"href": source.address, "target": "_blank", "rel": "noopener"}
        origin = tag("a", f"{source.publisher}, {source.date}", more=link)
    elif row["grade"] != "X" and source is not None:
        origin = f"{source.publisher}, {source.date}"
    return tag(
        "tr",
        tag("td", badge(desk, row["grade"]), " ", tag("strong", row["title"])),
        tag("td", value_words(desk, _Row(row))),
        tag("td", " · ".join(shares) or "–"),
        tag("td", origin, *english_note(desk, row["note"])),
        css="tbo-assumed" if row["grade"] == "X" else "",
        more=named(f"number-{row['evidence']}"),
    )


class _Row:
    """Attribute access to a row, as the tables of a plan give it."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.value, self.low, self.high = row["value"], row["low"], row["high"]
        self.unit = row["unit"]


def _sources(rows: list[dict[str, Any]]) -> Safe:
    """The publications behind the numbers."""
    sources = cache.evidence_tables().sources
    used = sorted({r["source"] for r in rows if r["source"] in sources})
    return tag(
        "ul",
        *(
            tag("li", f"{s.publisher}, {s.title} ({s.date})")
            for name in used
            if (s := sources[name]).address
        ),
        css="tbo-sources",
    )
