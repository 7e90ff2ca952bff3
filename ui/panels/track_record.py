"""The track record: people predicted from money alone beside what programmes stated."""

from __future__ import annotations

from math import isfinite
from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.log_range_bars import Dot, log_spans
from ui.markup import Safe, named, put, tag
from ui.panels.panel_parts import heading, table_behind
from ui.panels.sources import cited
from ui.state import cache
from ui.state.desk import Desk

GROUPS = (
    (("below", "above"), _("Misses, the largest first ({n})")),
    (("inside",), _("Inside the interval ({n})")),
    (("running",), _("Still filling, not counted ({n})")),
    (("withheld",), _("Cannot be predicted independently, not counted ({n})")),
)
STATED = {"announced": _("{n} announced"), "realised": _("{n} counted"), "so_far": _("{n} so far")}
TOLD = 3
"""Findings that stand open; the others are one click away."""
KEYS = (
    ("tbo-dot-band", _("predicted, 90% interval")),
    ("tbo-dot-middle", _("middle of the prediction")),
    ("tbo-dot", _("stated, inside")),
    ("tbo-dot tbo-dot-miss", _("stated, outside")),
    ("tbo-dot tbo-dot-open", _("stated, not judged")),
)


def render(desk: Desk, plan: api.Plan) -> None:
    """The verdict first, then the picture, misses first, and the table behind it."""
    speech = desk.speech
    with st.spinner(speech.say(_("Working it out …"))):
        found = cache.track_record()
    heading(
        speech.say(_("Is the model right about programmes that exist?")),
        speech.say(
            _(
                "People are predicted from a programme's money alone and set beside what it "
                "announced or counted. Each step of the scale is ten times the one before."
            )
        ),
        name="panel-track",
    )
    held = found.of("all")
    if held is not None:
        said = speech.say(
            _("The 90% interval holds {inside} of {of} programmes", inside=held.inside, of=held.of)
        )
        put(tag("p", tag("strong", said), css="tbo-lead", more=named("track-verdict")))
    items = [tag("li", speech.text(sentence)) for sentence in found.sentences]
    more = speech.say(_("{n} more findings", n=len(items[TOLD:])))
    rest = tag("details", tag("summary", more), tag("ul", *items[TOLD:], css="tbo-flips"))
    first = tag("ul", *items[:TOLD], css="tbo-flips")
    put(tag("div", first, rest, css="tbo-more", more=named("track-said")))
    put(_keys(desk))
    put(
        log_spans(
            list(_groups(desk, found)),
            "track",
            speech.say(_("People (each line ten times the one before)")),
        )
    )
    table_behind(desk, api.page_of(found).tables["track_record"], "track")


def _keys(desk: Desk) -> Safe:
    parts = [
        tag("span", tag("span", tag("i", css=css), css="tbo-dot-key"), desk.speech.say(key),
            css="tbo-key")
        for css, key in KEYS
    ]  # fmt: skip
    return tag("div", *parts, css="tbo-keys")


def _groups(desk: Desk, found: api.TrackRecord) -> Any:
    for verdicts, key in GROUPS:
        some = [p for p in found.predictions if str(p.verdict) in verdicts]
        if some:
            yield desk.speech.say(key.filled(n=len(some))), [_dot(desk, p) for p in some]


def _dot(desk: Desk, p: Any) -> Dot:
    speech, record = desk.speech, p.record
    place = speech.text(cache.countries().places[record.country])
    stated = speech.say(STATED[p.kind].filled(n=api.wording.digits(p.stated)))
    note = ""
    if isfinite(p.central):
        note = speech.say(_("predicted {range}", range=speech.ends(p.low, p.high)))
    behind = [tag("p", speech.text(record.counts))]
    if p.reason is not None:
        behind.append(tag("p", speech.text(p.reason)))
    behind.append(tag("p", cited(desk, record.sources, str(record.grade))))
    label = f"{speech.text(record.title)} ({place})"
    hit = str(p.verdict) == "inside" if p.judged else None
    return Dot(record.id, label, (p.low, p.high), p.central, p.stated, hit, stated, note, behind)
