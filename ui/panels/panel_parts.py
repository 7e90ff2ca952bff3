"""What every panel looks like: a heading, a line of explanation, and the table behind it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from optimizer.api import desk as api
from ui.markup import Safe, named, put, tag
from ui.palette import channel_colour
from ui.state.desk import Desk
from ui.tables.plan_tables import channel_name


def heading(title: str, note: str = "", *, name: str) -> None:
    """Opens a panel."""
    parts = [tag("h2", title, css="tbo-head")]
    if note:
        parts.append(tag("p", note, css="tbo-note"))
    put(tag("div", *parts, css="tbo-panel", more=named(name)))


def nothing(said: str) -> None:
    """A designed empty state."""
    put(tag("p", said, css="tbo-nothing"))


def terms(desk: Desk, *questions: str) -> None:
    """What the answers above move and what stands still."""
    said = " ".join(desk.speech.text(api.contract(q).sentence) for q in questions)
    put(tag("p", said, css="tbo-note", more=named(f"terms-{questions[0].replace('_', '-')}")))


def table_behind(
    desk: Desk, frame: pd.DataFrame, name: str, formats: Mapping[str, str] | None = None
) -> None:
    """The exact figures behind a picture, sortable and with a download of its own.

    `name` is the word of what they are; without `table_` it names the place on the page.
    """
    config: dict[str, Any] = {
        column: st.column_config.NumberColumn(format=pattern)
        for column, pattern in (formats or {}).items()
    }
    speech, place = desk.speech, name.removeprefix("table_").replace("_", "-")
    label = speech.say("table", {"holds": speech.say(name)})
    with st.expander(label, type="compact", key=f"table-{place}"):
        st.dataframe(
            frame, hide_index=True, width="stretch", column_config=config, key=f"frame-{place}"
        )
        # in place of the framework's own, whose cells a spreadsheet would work out
        st.download_button(
            speech.say("table_get"),
            partial(api.csv_bytes, frame),
            file_name=f"{place}.csv",
            mime="text/csv",
            key=f"csv-{place}",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
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
