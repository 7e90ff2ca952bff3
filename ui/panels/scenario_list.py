"""What can be opened: this visitor's files, Korea and its variants, the strategies of countries."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from optimizer.api.desk import _
from ui.markup import named, put, tag
from ui.panels.panel_parts import heading
from ui.state import choices, documents
from ui.state.desk import Desk


def render(desk: Desk) -> None:
    """Cards in groups."""
    files = list(documents.mine())
    countries = [s.id for s in desk.shipped if s.of_a_country]
    plain = [s.id for s in desk.shipped if not s.of_a_country]
    for group, word, names in (
        ("mine", _("Opened from files"), files),
        ("shipped", _("Korea and its variants"), plain),
        ("countries", _("Country strategies on one model"), countries),
    ):
        if names:
            heading(desk.speech.say(word), name=f"group-{group}")
            _cards(desk, names)


def _cards(desk: Desk, names: Sequence[str]) -> None:
    with st.container(key=f"cards-{names[0]}"):
        for name in names:
            with st.container(border=True, key=f"card-{name}"):
                _card(desk, name)


def _card(desk: Desk, name: str) -> None:
    """Title, what it is about, its size, and the button that opens it."""
    speech, base = desk.speech, documents.base_of(name)
    facts = {
        "money": speech.money(base.budget.total, base),
        "first": base.years.first,
        "last": base.years.last,
        "programmes": len(base.programmes),
        "rules": len(base.rules),
    }
    about = "" if base.description is None else speech.text(base.description)
    here = name == desk.choice.scenario
    mark = [tag("span", speech.say(_("open")), css="tbo-changed-mark")] if here else []
    put(
        tag(
            "div",
            tag("h3", documents.title_of(name, speech.language), *mark, css="tbo-head"),
            tag("p", about, css="tbo-card-text"),
            tag(
                "p",
                speech.say(
                    _(
                        "{money} · {first}–{last} · programmes: {programmes} · rules: {rules}",
                        **facts,
                    )
                ),
                css="tbo-muted",
            ),
            more=named(f"scenario-{name}"),
        )
    )
    st.button(
        speech.say(_("Open as signed") if here else _("Open")),
        key=f"open-{name}",
        on_click=choices.open_scenario,
        args=(name,),
        disabled=here and not desk.choice.moves,
    )
