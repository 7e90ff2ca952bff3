"""Pinned plans beside each other: money, people, cost a head; differences to the first on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

import streamlit as st

from optimizer.api.desk import _
from ui import widgets
from ui.charts.side_by_side import Cell, Line, side_by_side
from ui.markup import named, put, tag, unmarked
from ui.palette import OTHER, colour_of
from ui.panels.panel_parts import remark
from ui.panels.plan_file import plan_file
from ui.panels.problems import problems
from ui.speech import clipped
from ui.state import documents, pins
from ui.state.desk import Desk
from ui.state.pins import Figures, Pin
from ui.tables import money_unit

FAULTS, FILE = "pin-faults", "pin-file"
TITLES = {"best": _("Best plan: {of}"), "mine": _("By hand: {of}"), "given": _("{file}: {of}")}
SAME = 1e-6
"""Share of the larger figure below which two are equal."""


def render(desk: Desk, shown: Pin | None) -> None:
    """The plan shown can be pinned; what is pinned stands below, side by side."""
    all_pins = pins.pinned()
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="pins"):
        _pin_shown(desk, shown)
        _pin_other(desk)
        for n, one in enumerate(all_pins):
            st.button(
                unmarked(title(desk, one)),
                key=f"unpin-{n}",
                icon=":material/close:",
                type="tertiary",
                help=desk.speech.say(_("Take this one off")),
                on_click=pins.unpin,
                args=(one,),
            )
    if len(all_pins) == 1:
        remark(desk.speech.say(_("One plan is pinned; pin another to see them side by side.")))
    if len(all_pins) > 1:
        _compared(desk, all_pins)


def best(desk: Desk) -> Pin | None:
    """The best plan of what is open, as a pin."""
    return None if desk.plan is None or not desk.plan.found else Pin("best", desk.plan.scenario)


def title(desk: Desk, one: Pin) -> str:
    """What a pinned plan is called."""
    speech = desk.speech
    words = one.scenario.title
    name = one.scenario.id if words is None else clipped(speech.text(words))
    signed = one.scenario.fingerprint in {
        documents.base_of(n).fingerprint for n in (*documents.mine(), *(s.id for s in desk.shipped))
    }
    if not signed:
        name = speech.say(_("{of} (changed, {id})", of=name, id=one.scenario.fingerprint[:4]))
    return speech.say(TITLES[one.kind].filled(of=name, file=one.file))


def _pin_shown(desk: Desk, shown: Pin | None) -> None:
    full = len(pins.pinned()) >= pins.MOST
    st.button(
        desk.speech.say(_("Pin this plan")),
        key="pin-this",
        icon=":material/keep:",
        help=desk.speech.say(
            _("Four plans are pinned; take one off first.")
            if full
            else _("Keep this plan beside the others you look at.")
        ),
        on_click=pins.pin,
        args=(shown,),
        disabled=shown is None or shown in pins.pinned() or full,
    )


def _pin_other(desk: Desk) -> None:
    """Another scenario's best plan, or a plan from a file such as last year's."""
    speech = desk.speech
    full = len(pins.pinned()) >= pins.MOST
    with st.popover(speech.say(_("Pin another")), icon=":material/add:", key="pin-other"):
        if full:
            remark(speech.say(_("Four plans are pinned; take one off first.")))
        names = [*documents.mine(), *(s.id for s in desk.shipped)]
        name = st.selectbox(
            speech.say(_("Best plan of")),
            names,
            format_func=lambda n: documents.title_of(n, speech.language),
            key="pin-scenario",
        )
        st.button(
            speech.say(_("Pin its best plan")),
            key="pin-scenario-do",
            on_click=_pin_scenario,
            args=(widgets.offered(name, names),),
            disabled=full,
        )
        scenario = desk.base if desk.plan is None else desk.plan.scenario
        remark(
            speech.say(_("Columns programme, year and spending, in {unit}.", unit=money_unit(desk)))
        )
        plan_file(
            speech.say(_("Plan from a file, such as last year's (CSV)")),
            FILE,
            FAULTS,
            scenario,
            lambda hand, name: pins.pin(Pin("given", scenario, hand, name)),
            disabled=full,
        )
        problems(desk, st.session_state.get(FAULTS, ()), "pin-problems")


def _pin_scenario(name: str) -> None:
    pins.pin(Pin("best", documents.base_of(name)))


def _compared(desk: Desk, all_pins: Sequence[Pin]) -> None:
    """The table: rows that differ from the first plan, then those that do not."""
    speech = desk.speech
    with st.spinner(speech.say(_("Working out the best plan …"))):
        found = [pins.figures(one) for one in all_pins]
    rows = [_people(desk, found), *_all_money(desk, all_pins, found)]
    rows.sort(key=lambda row: not row[0])
    with st.container(key="pinned"):
        put(
            tag(
                "h2",
                speech.say(_("Pinned plans side by side")),
                css="tbo-head",
                more=named("panel-pins"),
            )
        )
        remark(
            speech.say(
                _(
                    "Rows that differ from the first plan come first, with the difference under "
                    "the figure. Money of plans made by hand is the money given."
                )
            )
        )
        heads = [title(desk, one) for one in all_pins]
        lines = [line for _, line in rows]
        put(side_by_side(heads, lines, "pins-table", speech.say(_("Pinned plans side by side"))))


def _people(desk: Desk, found: Sequence[Figures]) -> tuple[bool, Line]:
    speech = desk.speech
    values = [f.people if f.found else None for f in found]
    return _row("people", speech.say(_("Net people")), OTHER, values, speech.people)


def _all_money(
    desk: Desk, all_pins: Sequence[Pin], found: Sequence[Figures]
) -> list[tuple[bool, Line]]:
    """Cost a head, all money, then each programme; other currencies are left out of differences."""
    speech, first = desk.speech, all_pins[0].scenario
    comparable = all(p.scenario.money.unit == first.money.unit for p in all_pins)
    names = {p: s.scenario for s in all_pins for p in s.scenario.programmes}
    wanted: list[tuple[str, str, str, list[float | None]]] = [
        ("cost", speech.say(_("Money a head")), OTHER, [f.cost for f in found]),
        ("spent", speech.say(_("All money")), OTHER, [f.spent if f.found else None for f in found]),
    ]
    wanted += [
        (p, speech.title(s.programmes, p), colour_of(s, p), [_of(f, p) for f in found])
        for p, s in names.items()
    ]
    if comparable:
        return [
            _row(key, name, colour, values, lambda v: speech.money(v, first))
            for key, name, colour, values in wanted
        ]
    return [
        (True, _foreign(desk, key, name, colour, values, all_pins, found))
        for key, name, colour, values in wanted
    ]


def _of(figures: Figures, programme: str) -> float | None:
    return figures.money.get(programme) if figures.found else None


def _row(
    key: str,
    name: str,
    colour: str,
    values: Sequence[float | None],
    said: Callable[[float], str],
) -> tuple[bool, Line]:
    """Whether the plans differ here, and the line: figures with their difference to the first."""
    known = [v for v in values if v is not None]
    most = max((abs(v) for v in known), default=0.0)
    first = values[0]
    cells, differs = [], len(known) < len(values)
    for n, value in enumerate(values):
        if value is None:
            cells.append(Cell("–"))
            continue
        gap = 0.0 if first is None else value - first
        apart = n > 0 and abs(gap) > SAME * most
        differs = differs or apart
        note = f"{'+' if gap > 0 else '−'}{said(abs(gap))}" if apart else ""
        cells.append(Cell(said(value), max(0.0, value) / most if most > 0 else 0.0, note, n == 0))
    return differs, Line(key, name, colour, cells)


def _foreign(
    desk: Desk,
    key: str,
    name: str,
    colour: str,
    values: Sequence[float | None],
    all_pins: Sequence[Pin],
    found: Sequence[Figures],
) -> Line:
    """Money of several currencies: each in its own, with its share of that plan's money."""
    speech, cells = desk.speech, []
    for value, one, plan in zip(values, all_pins, found, strict=True):
        if value is None:
            cells.append(Cell("–"))
            continue
        whole = plan.spent if key not in ("cost", "spent") else inf
        share = value / whole if whole > 0 else 0.0
        note = speech.share(share) if share > 0 else ""
        cells.append(Cell(speech.money(value, one.scenario), share, note))
    return Line(key, name, colour, cells)
