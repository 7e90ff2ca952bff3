"""One number of the document to type: in per cent, in the unit of money people use, or as it is."""

from __future__ import annotations

import re
from functools import partial

from optimizer.api import desk as api
from ui import number_entry
from ui.moves.levers import Lever, lever_at
from ui.moves.typed_numbers import Box
from ui.state import choices
from ui.state.desk import Desk

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
    money = desk.base.money.parsed if kind == "money" else None
    number_entry.number(
        desk,
        f"box{place}-{key}-{desk.speech.language}",
        label,
        Box(size, lever.least, lever.most, money=money, share=kind == "share"),
        value=value_of(desk, lever),
        act=partial(choices.move, lever),
        width=WIDTH,
        hide=hide,
    )
