"""A scenario as people name it, for every question: a shipped id, a path, a document, or itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import update_wrapper
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from optimizer.domain.scenario import Scenario
from optimizer.inputs.load import load_scenario, scenario_of

Given: TypeAlias = Scenario | str | Path | Mapping[str, Any]
"""A scenario, the id of a shipped one, the path of a file, or a document as plain data."""
P = ParamSpec("P")
R = TypeVar("R")


def load(given: Given) -> Scenario:
    """The scenario of a shipped id, a file, or a document as plain data, validated.

    Raises InvalidInput with every problem: where, what, remedy.

    Example:
        >>> from optimizer import api as tb
        >>> tb.load("korea-2025").budget.total
        18000.0
        >>> tb.load("korea-2025").set({"budget.total": 20000}).budget.total
        20000.0
    """
    if isinstance(given, Scenario):
        return given
    return scenario_of(given) if isinstance(given, Mapping) else load_scenario(given)


def asked(
    name: str, question: Callable[Concatenate[Scenario, P], R]
) -> Callable[Concatenate[Given, P], R]:
    """A question of this name in `optimizer.api` whose scenario may be given in any form."""
    stated = inspect.signature(question)
    first, *others = stated.parameters.values()

    def ask(*args: Any, **options: Any) -> R:
        given = stated.bind(*args, **options)
        given.arguments[first.name] = load(given.arguments[first.name])
        return question(*given.args, **given.kwargs)

    update_wrapper(ask, question)
    anything = first.replace(annotation="Scenario | str | Path | Mapping[str, Any]")
    ask.__signature__ = stated.replace(parameters=[anything, *others])  # type: ignore[attr-defined]
    ask.__module__, ask.__qualname__, ask.__name__ = "optimizer.api", name, name
    return ask


def example() -> Scenario:
    """A small invented scenario that answers at once, to try questions on.

    Example:
        >>> from optimizer import api as tb
        >>> tb.example()
        <Scenario example: 12 million euros, 2026–2028, 2 programmes, 2 pathways, 2 rules>
        >>> tb.solve(tb.example())
        <Plan example: 12 million euros spent, 7.44 additional people, goal 14.6>
    """
    return Scenario.build(
        "example",
        money={"unit": "million EUR", "per_usd": 0.9},
        years=(2026, 2028),
        budget=12,
        programmes={
            "chairs": {"unit_cost": 1, "units": 4},
            "fellowships": {"unit_cost": 0.25, "units": 40},
        },
        pathways={
            "professors": {
                "channel": "attracted", "tier": "S", "needs": {"chairs": 1}, "people": 3,
                "net": {"value": 0.5, "low": 0.3, "high": 0.7},
            },
            "fellows": {
                "channel": "retained", "tier": "A", "needs": {"fellowships": 1},
                "net": {"value": 0.2, "low": 0.1, "high": 0.25},
            },
        },
    ).set({
        "objective.tiers.S": 3,
        "rules": [
            {"id": f"{programme}-floor", "kind": "programme_floor", "programme": programme,
             "share": share, "hard": False, "owner": "Ministry", "reason": "Upkeep"}
            for programme, share in (("chairs", 0.25), ("fellowships", 0.4))
        ],
    })  # fmt: skip
