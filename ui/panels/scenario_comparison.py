"""Two to four scenarios beside each other, with their best plans; what differs most comes first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui import widgets
from ui.charts.side_by_side import Cell, Line, side_by_side
from ui.jobs import isolation
from ui.markup import named, put, tag
from ui.palette import OTHER, colour_of
from ui.panels.panel_parts import heading, nothing, remark, table_behind
from ui.state import cache, documents, view_choices
from ui.state.desk import Desk
from ui.tables import rows_of

NOW = "now"
FEWEST, MOST = 2, 4
SENTENCES, FIGURES = 4, 14
"""How many differences are told in words, and how many stand in the table at first."""
SAME = 1e-9


def render(desk: Desk) -> None:
    """Which scenarios, then how they differ."""
    speech = desk.speech
    heading(
        speech.say(pgettext("heading", "Scenarios side by side")),
        speech.say(
            _(
                "Best plan of each, the largest differences first. Figures of different money, "
                "years or weights are set apart."
            )
        ),
        name="panel-compare",
    )
    names = _chosen(desk)
    scenarios = [_scenario(desk, name) for name in names]
    if len(scenarios) < FEWEST or any(s is None for s in scenarios):
        key = (
            _("Choose two to four scenarios.")
            if len(scenarios) < FEWEST
            else _("What is open now does not fit together; mend it or leave it out.")
        )
        nothing(speech.say(key))
        return
    sound = [s for s in scenarios if s is not None]
    with st.spinner(speech.say(_("Working out each best plan …"))):
        found = cache.compared(tuple(s.fingerprint for s in sound), sound)
    titles = [_title(desk, name) for name in names]
    told = [speech.text(s) for s in found.sentences[:SENTENCES]]
    put(tag("ul", *(tag("li", s) for s in told), css="tbo-told", more=named("compare-told")))
    rows = rows_of(found.differences)
    differing = [r for r in rows if r.comparable and r.spread > SAME]
    others = [r for r in rows if r not in differing]
    lines = [_line(desk, found, r) for r in differing[:FIGURES]]
    label = speech.say(pgettext("heading", "Scenarios side by side"))
    if lines:
        put(side_by_side(titles, lines, "compare-table", label))
    else:
        stuck = any(conflict is not None for conflict in found.conflicts)
        nothing(
            speech.say(
                _("There is nothing to compare where the rules cannot hold together.")
                if stuck
                else _("They do not differ.")
            )
        )
    rest = [_line(desk, found, r) for r in (*differing[FIGURES:], *others)]
    if rest:
        label = speech.say(_("{n} more figures", n=len(rest)))
        with st.expander(label, key="compare-rest"):
            put(side_by_side(titles, rest, "compare-rest-table", label))
    _inputs(desk, found, titles)


def _chosen(desk: Desk) -> list[str]:
    """The scenarios to compare: what is open now and those picked."""
    speech = desk.speech
    options = [NOW, *documents.mine(), *(s.id for s in desk.shipped)]
    default = [NOW, *[s.id for s in desk.shipped if s.id != desk.choice.scenario][:1]]
    if desk.choice.moves:
        default = [NOW, desk.choice.scenario]
    known = [n for n in view_choices.last_choice("compare", default) if n in options]
    key = widgets.show("compare-names", known)
    st.multiselect(
        speech.say(_("Scenarios (two to four)")),
        options,
        format_func=lambda name: _title(desk, name),
        key=key,
        max_selections=MOST,
        placeholder=speech.say(_("Choose")),
        on_change=widgets.on(key, view_choices.remember("compare"), options),
    )
    return list(st.session_state[key])


def _scenario(desk: Desk, name: str) -> api.Scenario | None:
    if name != NOW:
        return documents.base_of(name)
    if desk.plan is None:
        return None
    known, title = desk.plan.scenario, api.rendered(documents.title_of, desk.choice.scenario)
    said = _("{title}, as it is now", title=title)
    new = api.change_scenario(known, {"title": api.in_all(said)})
    return isolation.trust_like(known, new)


def _title(desk: Desk, name: str) -> str:
    speech = desk.speech
    if name == NOW:
        title = documents.title_of(desk.choice.scenario, speech.language)
        return speech.say(_("{title}, as it is now", title=title))
    return documents.title_of(name, speech.language)


def _line(desk: Desk, found: api.Comparison, row: Any) -> Line:
    """One figure in all scenarios."""
    cells = found.figures
    mine = cells[(cells["section"] == row.section) & (cells["figure"] == row.figure)]
    values = rows_of(mine)
    most = max((abs(v.value) for v in values if v.value == v.value), default=0.0)
    known = row.section in ("money", "share") and row.figure in desk.base.programmes
    return Line(
        f"{row.section}-{row.figure}",
        _called(desk, row),
        colour_of(desk.base, row.figure) if known else OTHER,
        [_cell(desk, found, v, most) for v in values],
    )


def _called(desk: Desk, row: Any) -> str:
    caution = desk.speech.column(row, "caution")
    title = desk.speech.column(row, "title")
    return f"{title} ({caution.rstrip('.')})" if caution else title


def _cell(desk: Desk, found: api.Comparison, value: Any, most: float) -> Cell:
    if value.value != value.value:
        return Cell("–", note=desk.speech.column(value, "gap"))
    part = abs(value.value) / most if most > 0 and value.value >= 0 else 0.0
    return Cell(_worded(desk, found, value), part)


def _worded(desk: Desk, found: api.Comparison, value: Any) -> str:
    """A figure with its unit."""
    speech = desk.speech
    if value.kind == "share":
        return speech.share(value.value)
    if value.kind == "people":
        return speech.say(_("{n} people", n=speech.digits(value.value)))
    if value.kind == "money":
        like = [p.scenario for p in found.plans if p.scenario.money.unit == value.unit]
        return speech.money(value.value, (like or [found.plans[0].scenario])[0])
    return speech.digits(value.value)


def _inputs(desk: Desk, found: api.Comparison, titles: Sequence[str]) -> None:
    """What the documents state differently."""
    speech = desk.speech
    if len(found.inputs) == 0:
        return
    table = api.page_of(found).tables["inputs"]
    rows = [{**row, "what": _entry(desk, str(row["what"]))} for row in table]
    heads = [speech.say(_("Entry")), *titles]
    columns = [
        replace(column, title=api.verbatim(head))
        for column, head in zip(table.columns, heads, strict=True)
    ]
    remark(speech.say(_("Entries of the documents that differ: {n}", n=len(rows))))
    table_behind(desk, replace(table, columns=tuple(columns), rows=rows), "compare-inputs")


def _entry(desk: Desk, path: str) -> str:
    """A place of the document in words where it states a number."""
    known = {n.path: n.title for n in cache.numbers_of(desk.base)}
    title = known.get(path) or known.get(path.removesuffix(".value"))
    return path if title is None else desk.speech.text(title)
