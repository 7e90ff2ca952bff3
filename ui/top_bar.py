"""The line at the top: scenario, language, a link to share, things to take away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import downloads, glossary, widgets
from ui.markup import Safe, put, tag
from ui.speech import names_of_languages
from ui.state import choices, documents
from ui.state.desk import Desk
from ui.state.link import link_of


def render(desk: Desk) -> None:
    """Draws what is open and what can be done with it."""
    speech = desk.speech
    words = {"levers": speech.say(_("Levers")), "upload": speech.say(_("Choose a file"))}
    told = ";".join(f"--tbo-{k}:{json.dumps(v, ensure_ascii=False)}" for k, v in words.items())
    scheme = "dark" if desk.dark else "light"  # also of what opens over the page
    put(tag("style", Safe(f":root{{color-scheme:{scheme};{told}}}")))
    link = link_of(desk.choice, speech.language)
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="xsmall"):
        _scenario(desk)
        st.space("stretch")
        _language(desk)
        with st.popover(speech.say(_("Terms")), icon=":material/menu_book:", key="glossary"):
            glossary.render(desk)
        with st.popover(
            speech.say(pgettext("button", "Share")), icon=":material/link:", key="share"
        ):
            _share(desk, link)
        with st.popover(speech.say(_("Download")), icon=":material/download:", key="take-away"):
            downloads.render(desk)


def _share(desk: Desk, link: Mapping[str, str]) -> None:
    """A link to what is shown; for a scenario from a file, that file with every change."""
    speech, plan = desk.speech, desk.plan
    if desk.choice.scenario not in documents.mine():
        st.caption(speech.say(_("This link opens exactly what you see now.")))
        st.code(f"{_here()}?{urlencode(link)}", language=None, wrap_lines=True)
        return
    st.caption(
        speech.say(
            _(
                "This scenario was opened from a file, which no link can carry. Hand over the file "
                "instead; it holds every change."
            )
        )
    )
    scenario = desk.base if plan is None else plan.scenario
    widgets.download(
        speech.say(_("Scenario as a file (YAML)")),
        partial(api.document_text, scenario),
        f"{scenario.id}.yaml",
        "share-file",
    )


def _here() -> str:
    return (st.context.url or "").split("?", 1)[0]


def _scenario(desk: Desk) -> None:
    names = [*documents.mine(), *(s.id for s in desk.shipped)]
    titles = {name: documents.title_of(name, desk.speech.language) for name in names}
    key = widgets.show("scenario-chosen", desk.choice.scenario)
    st.selectbox(
        desk.speech.say(_("Scenario")),
        list(titles),
        format_func=lambda name: titles[name],
        key=key,
        label_visibility="collapsed",
        width=240,
        on_change=widgets.on(key, choices.open_scenario, titles),
    )


def _language(desk: Desk) -> None:
    names = names_of_languages()
    key = widgets.show("language-chosen", desk.speech.language)
    st.segmented_control(
        desk.speech.say(_("Language")),
        list(names),
        format_func=lambda code: names[code],
        required=True,
        key=key,
        label_visibility="collapsed",
        on_change=widgets.on(key, choices.speak, names),
    )
