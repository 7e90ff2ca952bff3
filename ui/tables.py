"""Rows of the engine's tables, and the few words that pages say about them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.state.desk import Desk

SMALLEST = 1e-6
"""Fewer people than this are nobody."""


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """Rows of a table with their columns as attributes."""
    return list(frame.itertuples())


def channel_name(desk: Desk, channel: str) -> str:
    """Retained, attracted, or the scenario's own word."""
    known = {"retained": _("retained"), "attracted": _("attracted")}
    return desk.speech.say(known[channel]) if channel in known else channel


def money_unit(desk: Desk) -> str:
    """The scenario's own unit of money, in words."""
    unit = desk.base.money.parsed
    return api.wording.money(1.0, unit, desk.speech.language)


def without(plan: api.Plan) -> Any:
    """The plan's baseline, where it has anybody."""
    before = plan.baseline
    return before if before is not None and before.net_people > SMALLEST else None


def won(amount: float, language: str) -> str:
    """Money given in million won, in words."""
    return in_currency(amount, "KRW", language)


def in_currency(amount: float, code: str, language: str) -> str:
    """Money given in millions of a currency, in words."""
    return api.wording.money(amount, api.parse_unit(f"million {code}"), language)
