"""Repairs of a conflict as moves of the desk's levers; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from optimizer.api import desk as api
from ui.moves.levers import SET, Lever, Value


def moves_of(
    levers: Mapping[str, Lever], option: api.RepairOption, budget: float
) -> dict[str, Value]:
    """What to move so that the rules hold together; entries without a lever are set by path."""
    return dict(_moves(levers, option.overlay, budget))


def _moves(
    levers: Mapping[str, Lever], overlay: Mapping[str, Any], budget: float
) -> Iterator[tuple[str, Value]]:
    of_rule = {lever.rule: lever for lever in levers.values() if lever.rule}
    for name, changes in overlay.get("rules", {}).items():
        lever = of_rule.get(name)
        for field, value in changes.items():
            if lever is None or field not in ("active", "share", "amount"):
                yield f"{SET}.rules.{name}.{field}", _plain(value)
            elif field == "active":
                yield lever.key, lever.least if lever.kind == "floor" else lever.most
            else:
                yield lever.key, value / budget if field == "amount" else value
    for field, value in overlay.get("budget", {}).items():
        if field == "total":
            yield "budget", float(value)
        else:
            for year, money in value.items():
                yield f"{SET}.budget.{field}.{year}", float(money)


def _plain(value: Any) -> Value:
    return str(value).lower() if isinstance(value, bool) else float(value)
