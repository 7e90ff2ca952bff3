"""One number of the document to type: in per cent, in the unit of money people use, or as it is."""

from __future__ import annotations

import re

import streamlit as st

from optimizer import api
from ui import session, widgets
from ui.moves.levers import Lever, lever_at
from ui.session import Desk

WIDTH = 132


def dotted(path: str) -> str:
    """A place as moves name it: 'a.bands[1].net' becomes 'a.bands.1.net'."""
    return re.sub(r"\[(\d+)\]", r".\1", path)


def unit(desk: Desk) -> tuple[float, str]:
    """In what unit money is typed: its size in the scenario's unit, and its name."""
    amount = float(desk.levers["budget"].base)
    return api.wording.entry_unit(amount, desk.base.money.parsed, desk.speech.language)


def lever_of(desk: Desk, key: str) -> Lever | None:
    """The lever of a key, whatever its kind."""
    return lever_at(desk.base, desk.levers, key)


def value_of(desk: Desk, lever: Lever) -> float:
    """What a number is now, moved or not."""
    return float(desk.choice.values.get(lever.key, lever.base))


def box(
    desk: Desk, key: str, label: str, kind: str = "number", *, place: str = "", hide: bool = False
) -> None:
    """A number box; `kind` is number, share or money. `place` tells two boxes of one key apart."""
    lever = lever_of(desk, key)
    if lever is None:
        return
    size = {"share": 0.01, "money": unit(desk)[0]}.get(kind, 1.0)
    shown = float(f"{value_of(desk, lever) / size:.10g}")
    name = widgets.show(f"box{place}-{key}-{desk.speech.language}", shown)

    def act(typed: float | None) -> None:
        if typed is not None:
            session.move(lever, float(f"{typed * size:.10g}"))

    st.number_input(
        label,
        step=_step(shown),
        format="%.6g",
        key=name,
        width=WIDTH,
        label_visibility="collapsed" if hide else "visible",
        on_change=widgets.on(name, act),
    )


def _step(shown: float) -> float:
    """About a twentieth of the number, as a power of ten."""
    size = abs(shown)
    return next((s for s in (100.0, 10.0, 1.0, 0.1, 0.01) if size >= 15 * s), 0.001)
