"""Terms in plain words: looked up in the bar, and explained where they first stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
import yaml

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.markup import Safe, named, put, tag
from ui.state.desk import Desk


@dataclass(frozen=True)
class Entry:
    """A term in one language: its name, its words in sentences, and what it means."""

    key: str
    term: str
    forms: tuple[str, ...]
    text: str


@cache
def entries(language: str) -> tuple[Entry, ...]:
    """All terms in a language, in English where it has none of its own."""
    known: dict[str, dict[str, Any]] = {}
    for file in (folder / "glossary.yaml" for folder in api.folders(Path(__file__).parent)):
        if file.exists():
            for key, words in yaml.safe_load(file.read_text(encoding="utf-8")).items():
                known.setdefault(key, {}).update(words)
    own = ((key, words.get(language, words[api.SOURCE])) for key, words in known.items())
    return tuple(Entry(key, one["term"], tuple(one["forms"]), one["text"]) for key, one in own)


def found(language: str, words: str) -> list[Entry]:
    """Terms whose name, forms or meaning hold these words; those named so come first."""
    asked = words.strip().casefold()
    hits = [
        e for e in entries(language) if asked in " ".join((e.term, *e.forms, e.text)).casefold()
    ]
    return sorted(hits, key=lambda e: asked not in e.term.casefold())


def marked(desk: Desk, text: str, *keys: str) -> Safe:
    """The text with the first standing of each of these terms explained to pointer and keyboard."""
    out = tag("span", text)
    known = {e.key: e for e in entries(desk.speech.language)}
    for entry in (known[key] for key in keys):
        for form in entry.forms:
            start = out.casefold().find(form.casefold())
            if start >= 0:
                end = start + len(form)
                out = Safe(out[:start] + _term(entry, out[start:end]) + out[end:])
                break
    return out


def _term(entry: Entry, words: str) -> Safe:
    more = {"tabindex": "0", "data-tip": entry.text, "aria-description": entry.text}
    return tag("span", Safe(words), css="tbo-term", more=more)


@st.fragment
def render(desk: Desk) -> None:
    """The search and the list beneath it; typing draws nothing else anew."""
    speech = desk.speech
    asked = st.text_input(
        speech.say(_("Look up a term")),
        key="glossary-asked",
        type="search",
        live=True,
        placeholder=speech.say(_("Look up a term")),
        label_visibility="collapsed",
    )
    hits = found(speech.language, asked or "")
    if not hits:
        st.caption(speech.say(_("No such term.")))
        return
    parts = [p for e in hits for p in (tag("dt", e.term), tag("dd", e.text))]
    listed = tag("dl", *parts)
    more = {"tabindex": "0", "role": "region", "aria-label": speech.say(_("Terms"))}
    put(tag("div", listed, css="tbo-glossary", more={**named("glossary-list"), **more}))
