"""What every panel looks like: a heading, a line of explanation, and the table behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui import widgets
from ui.markup import Safe, named, put, tag
from ui.palette import channel_colour
from ui.state.desk import Desk
from ui.tables import channel_name

FORMATS = {
    "year": "%d",
    "money": "%.1f",
    "change": "%.1f",
    "people": "%.2f",
    "goal": "%.3f",
    "share": "percent",
}
"""How bare figures of each kind are written; others with all their digits."""


def page_title(title: str, note: str = "") -> None:
    """Opens a page: its first sentence, and a line of explanation."""
    put(tag("h1", title, css="tbo-headline", more=named("headline")))
    if note:
        remark(note)


def heading(title: str, note: str = "", *, name: str) -> None:
    """Opens a panel."""
    parts = [tag("h2", title, css="tbo-head")]
    if note:
        parts.append(tag("p", note, css="tbo-note"))
    put(tag("div", *parts, css="tbo-panel", more=named(name)))


def remark(said: str, name: str = "") -> None:
    """A quiet line; tests find it by its name."""
    put(tag("p", said, css="tbo-note", more=named(name) if name else None))


def told(desk: Desk, sentences: Sequence[api.Words], name: str) -> None:
    """Findings in words; nothing where there are none."""
    items = [tag("li", desk.speech.text(sentence)) for sentence in sentences]
    if items:
        put(tag("ul", *items, css="tbo-flips", more=named(name)))


def chart(spec: dict[str, object], key: str, alt: str) -> None:
    """A picture as wide as the page; `alt` says what it shows."""
    st.vega_lite_chart(spec=spec, width="stretch", key=key, alt=alt)


def nothing(said: str) -> None:
    """A designed empty state."""
    put(tag("p", said, css="tbo-nothing"))


def terms(desk: Desk, *questions: str) -> None:
    """What the answers above move and what stands still."""
    said = " ".join(desk.speech.text(api.contract(q).sentence) for q in questions)
    remark(said, f"terms-{questions[0].replace('_', '-')}")


def table_behind(desk: Desk, table: api.Table, place: str) -> None:
    """The exact figures behind a picture, sortable and with a download of its own."""
    speech = desk.speech
    frame = api.frame_of(table, speech.language)
    config: dict[str, Any] = {
        head: st.column_config.NumberColumn(format=FORMATS[column.kind])
        for head, column in zip(frame.columns, table.shown(), strict=True)
        if column.kind in FORMATS and pd.api.types.is_numeric_dtype(frame[head])
    }
    label = speech.say(_("Figures: {holds}", holds=speech.text(table.title)))
    with st.expander(label, type="compact", key=f"table-{place}"):
        st.dataframe(
            frame, hide_index=True, width="stretch", column_config=config, key=f"frame-{place}"
        )
        # in place of the framework's own, whose cells a spreadsheet would work out
        widgets.download(
            speech.say(_("Download this table (CSV)")),
            partial(api.csv_bytes, frame),
            f"{place}.csv",
            f"csv-{place}",
            icon=":material/download:",
            kind="tertiary",
        )


def key_line(*entries: tuple[str, str, str]) -> Safe:
    """What colours and lines mean: pairs of a swatch (class, colour) and words."""
    return tag(
        "div",
        *(
            tag(
                "span",
                tag("i", css=f"tbo-swatch {css}", style=f"--colour:{colour};background:{colour}"),
                words,
                css="tbo-key",
            )
            for css, colour, words in entries
        ),
        css="tbo-keys",
    )


def channel_keys(desk: Desk) -> list[tuple[str, str, str]]:
    """Entries of a key for the scenario's channels."""
    return [("", channel_colour(c), channel_name(desk, c)) for c in desk.base.objective.channels]
