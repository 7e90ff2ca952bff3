"""The numbers of the document as a table to edit; changes are marked, faults told at the row."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import widgets
from ui.markup import Safe, named, put, tag
from ui.moves.levers import OWN, SET, key_at
from ui.panels import number_box
from ui.panels.evidence_grades import badge, unit_words
from ui.panels.panel_parts import heading, nothing
from ui.panels.problems import problems
from ui.state import cache, choices
from ui.state.desk import Desk
from ui.tables import money_unit

EVERYTHING, CHANGED = "everything", "changed"
MONEY = ("unit_cost", "opening_cost", "half", "scale", "baseline", "minimum")
"""Entries that are money where no unit stands with them."""
PAGE = 10
"""Rows shown at once."""


def render(desk: Desk) -> None:
    """A part of the document, ten rows at a time."""
    speech = desk.speech
    heading(
        speech.say(_("Numbers")),
        speech.say(
            _(
                "Every number that the document states. A number you change counts as your own "
                "assumption (grade X); its range widens where need be."
            )
        ),
        name="panel-edit-numbers",
    )
    numbers = cache.numbers_of(desk.base)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        part = _part(desk, numbers)
        sought = st.text_input(speech.say(_("Search")), key="numbers-seek", width=260)
    rows = [n for n in numbers if _belongs(desk, n, part) and _matches(desk, n, sought)]
    rows.sort(key=lambda n: not _issues(desk, n))  # what is wrong comes first
    rows = _page(desk, rows, f"{part}-{sought}")
    if not rows:
        nothing(speech.say(_("No number matches.")))
    told: list[api.Issue] = []
    with st.container(key="numbers", gap="small"):
        for number in rows:
            told += _row(desk, number)
    rest = [i for i in desk.issues if i not in told]
    problems(desk, rest, "numbers-problems", speech.say(_("These inputs do not fit together")))


def _part(desk: Desk, numbers: Sequence[api.StatedNumber]) -> str:
    """Which part of the document is looked at."""
    speech, titles = desk.speech, api.section_titles()
    there = {n.section for n in numbers}
    words = {
        EVERYTHING: speech.say(_("All numbers")),
        CHANGED: speech.say(_("Only changed ones")),
        **{k: speech.text(t) for k, t in titles.items() if k in there},
    }
    return widgets.one_of(
        speech.say(_("Part of the document")),
        "numbers-part",
        list(words),
        words=lambda k: words[k],
        default="evidence" if "evidence" in there else EVERYTHING,
    )


def moves_of(desk: Desk, number: api.StatedNumber) -> list[str]:
    """The keys under which something about a number was moved."""
    keys = [key_at(desk.levers, number), *(f"{SET}.{number.path}.{end}" for end in ("low", "high"))]
    return [k for k in keys if k in desk.choice.values]


def _belongs(desk: Desk, number: api.StatedNumber, part: str) -> bool:
    if part == CHANGED:
        return bool(moves_of(desk, number))
    return part in (EVERYTHING, number.section)


def _matches(desk: Desk, number: api.StatedNumber, sought: str) -> bool:
    text = " ".join([*(number.title.in_(k) for k in api.LANGUAGES), number.path]).lower()
    return all(word in text for word in sought.lower().split())


def _rows_of(page: int, count: int, language: str) -> str:
    """Which rows a page holds, e.g. '21–40'."""
    first, last = PAGE * page + 1, min(count, PAGE * (page + 1))
    return api.wording.span(str(first), str(last), language) if first < last else str(first)


def _page(desk: Desk, rows: list[api.StatedNumber], name: str) -> list[api.StatedNumber]:
    """The rows of the page looked at, with a way to the others."""
    pages = max(1, -(-len(rows) // PAGE))
    if pages == 1:
        return rows
    page = st.segmented_control(
        desk.speech.say(_("{n} numbers", n=len(rows))),
        list(range(pages)),
        format_func=lambda n: _rows_of(n, len(rows), desk.speech.language),
        default=0,
        required=True,
        key=f"numbers-page-{name}-{len(rows)}",
    )
    start = PAGE * int(page or 0)
    return rows[start : start + PAGE]


def _row(desk: Desk, number: api.StatedNumber) -> list[api.Issue]:
    """One number: its name, its boxes, what is wrong with it."""
    moved, key = moves_of(desk, number), key_at(desk.levers, number)
    name, boxes = st.columns([4, 5], gap="small", vertical_alignment="center")
    with name:
        put(_name(desk, number, moved))
    with boxes:
        if number_box.lever_of(desk, key) is None:
            value = desk.speech.digits(number.value, 6)
            put(
                tag(
                    "div", desk.speech.say(_("{value}, fixed by law", value=value)), css="tbo-muted"
                )
            )
            return []
        _boxes(desk, number, key, moved)
    put(*about(desk, number, key))
    mine = _issues(desk, number)
    problems(desk, mine, f"problems-{number.path}")
    return mine


def _issues(desk: Desk, number: api.StatedNumber) -> list[api.Issue]:
    """What is wrong with a number."""
    here = (f"{number.path}.", f"{number.path} ")
    return [i for i in desk.issues if f"{number_box.dotted(i.where)}.".startswith(here)]


def _boxes(desk: Desk, number: api.StatedNumber, key: str, moved: Sequence[str]) -> None:
    """Value, low and high end, and the way back."""
    kind = _kind(number, key)
    with st.container(
        horizontal=True, gap="xsmall", vertical_alignment="bottom", key=f"number-{number.path}"
    ):
        number_box.box(desk, key, _label(desk, _("Value"), kind), kind, place="-table")
        for end, word in (("low", pgettext("end", "Low")), ("high", pgettext("end", "High"))):
            if getattr(number, end) is not None:
                number_box.box(desk, f"{SET}.{number.path}.{end}", _label(desk, word))
        if moved:
            st.button(
                desk.speech.say(_("Put this one back")),
                key=f"number-back-{number.path}",
                icon=":material/undo:",
                type="tertiary",
                on_click=choices.put_back,
                args=tuple(moved),
            )


def _kind(number: api.StatedNumber, key: str) -> str:
    """How a number is typed: as money, in per cent, or as it is."""
    if number.path.startswith(("budget.total", "budget.by_year.")):
        return "money"
    if number.section == "rules" and number.path.endswith(".amount"):
        return "money"
    return "share" if key.partition(".")[0] in ("discount", "floor", "ceiling") else "number"


def _label(desk: Desk, word: api.Message, kind: str = "number") -> str:
    """The label of a box; the unit in which money and shares are typed stands with it."""
    typed = {"money": f" ({number_box.unit(desk)[1]})", "share": " (%)", "number": ""}
    return f"{desk.speech.say(word)}{typed[kind]}"


def _name(desk: Desk, number: api.StatedNumber, moved: Sequence[str]) -> Safe:
    """What the number is, how well founded, from where, and whether it was changed."""
    speech = desk.speech
    own = f"{OWN}.{number.path}" in moved
    grade = "X" if own else number.grade
    source = cache.evidence_tables().sources.get(number.source)
    origin = "" if source is None else f"{source.publisher}, {source.date}"
    if own or (source is not None and not source.address):
        origin = speech.say(_("your own assumption") if own else _("assumption of this project"))
    unit = unit_words(desk, number.unit)
    if not unit and number.path.rpartition(".")[2] in MONEY:
        unit = money_unit(desk)
    facts = [unit, origin]
    return tag(
        "div",
        *([badge(desk, grade), " "] if grade else []),
        tag("strong", speech.text(number.title)),
        *([tag("span", speech.say(_("changed")), css="tbo-changed-mark")] if moved else []),
        tag("div", " · ".join(f for f in facts if f), css="tbo-muted"),
        css="tbo-number",
        more=named(f"edit-{number.path}"),
    )


def about(desk: Desk, number: api.StatedNumber, key: str) -> list[Safe]:
    """What the scenario says of a number that was moved, and whether it left its range."""
    if key not in desk.choice.values:
        return []
    lever = number_box.lever_of(desk, key)
    assert lever is not None
    return _about(desk, number, number_box.value_of(desk, lever))


def _about(desk: Desk, number: api.StatedNumber, value: float) -> list[Safe]:
    """What the scenario says of a number, and that `value` lies beyond its range."""
    speech, digits = desk.speech, desk.speech.digits
    said = [speech.say(_("The scenario says {value}.", value=digits(number.value, 4)))]
    low, high = number.low, number.high
    beyond = (low is not None and value < low) or (high is not None and value > high)
    if beyond:
        ends = ["–" if e is None else digits(e, 4) for e in (low, high)]
        said.append(
            speech.say(_("This lies beyond its range {low} to {high}.", low=ends[0], high=ends[1]))
        )
    css = "tbo-note tbo-warn" if beyond else "tbo-note"
    return [tag("p", " ".join(said), css=css, more=named(f"told-{number.path}"))]
