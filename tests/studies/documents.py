"""Small scenarios for tests: random ones, and any document restated in another unit of money."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from optimizer.api import desk as api

MONEY_ENTRIES = {"total", "unit_cost", "half", "scale", "amount", "opening_cost", "rhs"}
"""Entries that hold money in the documents of these tests; an amount of a need is none."""


def restated(document: dict[str, Any], unit: str, factor: float) -> dict[str, Any]:
    """The document with its plain amounts of money times `factor` and the unit to match.

    Amounts that come from the evidence carry their own unit and stay as they are.
    """

    def walk(value: Any, name: str, money: bool) -> Any:
        if isinstance(value, dict):
            inside = money and name not in ("needs", "pools", "pathways", "capacities", "evidence")
            return {
                k: walk(v, str(k), inside or name == "by_year" or k in ("budget", "rules"))
                for k, v in value.items()
            }
        if isinstance(value, list | tuple):
            return [walk(v, name, money) for v in value]
        number = isinstance(value, int | float) and not isinstance(value, bool)
        wanted = name in MONEY_ENTRIES or (name.isdigit() and money)
        return value * factor if number and wanted and money else value

    data = deepcopy(document)
    data["money"] = {**data["money"], "unit": unit}
    for part in ("budget", "programmes", "rules"):
        if part in data:
            data[part] = walk(data[part], part, True)
    return data


def number(low: float, high: float) -> st.SearchStrategy[float]:
    """A number with few digits, spread evenly over its logarithm."""
    return st.floats(0.0, 1.0).map(lambda t: float(f"{low * (high / low) ** t:.3g}"))


@st.composite
def small_documents(draw: st.DrawFn, *, curves: bool = True, rules: bool = True) -> dict[str, Any]:
    """Two or three programmes over two years: rising costs, falling yields, pools, rules."""
    names = [f"p{i}" for i in range(draw(st.integers(2, 3)))]
    programmes = {name: {"activities": {"buy": draw(_activities(name, curves))}} for name in names}
    document = {
        "schema": 1,
        "id": "small",
        "money": {"unit": "million KRW"},
        "years": {"first": 2025, "last": 2026},
        "budget": draw(_budgets()),
        "objective": {
            "discount_rate": draw(st.sampled_from([0.0, 0.045, 0.2])),
            "tiers": {"S": draw(number(1.0, 5.0)), "A": 1},
            "channels": {"retained": 1, "attracted": draw(number(0.5, 1.5))},
        },
        "capacities": {f"c_{name}": {} for name in names},
        "programmes": programmes,
        "pools": {"everybody": {"people_per_year": draw(number(5.0, 200.0))}},
        "pathways": draw(_pathways(names)),
        "rules": draw(_floors(names)) if rules else [],
    }
    return document


def _budgets() -> st.SearchStrategy[dict[str, Any]]:
    whole = st.fixed_dictionaries({"total": number(100.0, 5000.0)})
    return whole.flatmap(
        lambda b: st.sampled_from(
            [b, {**b, "by_year": {2025: round(0.4 * b["total"], 3)}, "carry_over": 0.5}]
        )
    )


@st.composite
def _activities(draw: st.DrawFn, name: str, curves: bool) -> dict[str, Any]:
    first, width = draw(number(1.0, 50.0)), draw(number(2.0, 40.0))
    shape = draw(st.sampled_from(["bands", "exponential", "hill"] if curves else ["bands"]))
    supply: dict[str, Any]
    if shape == "bands":
        rise = draw(number(1.05, 2.0))
        supply = {
            "bands": [{"units": width, "unit_cost": round(first * rise**i, 4)} for i in range(3)]
        }
    else:
        # long enough that the last money of the largest budget still buys more than rounding
        end = {"exponential": "scale", "hill": "half"}[shape]
        supply = {"curve": shape, "ceiling": width, end: draw(number(300.0, 3000.0))}
    return {"delivers": {f"c_{name}": 1}, "supply": supply, "life_years": draw(st.integers(1, 2))}


@st.composite
def _pathways(draw: st.DrawFn, names: list[str]) -> dict[str, Any]:
    found = {}
    for i, name in enumerate(names):
        needs = {f"c_{name}": {"amount": draw(number(0.3, 2.0)), "years": draw(st.integers(1, 2))}}
        other = names[(i + 1) % len(names)]
        if draw(st.booleans()):
            needs[f"c_{other}"] = {"amount": draw(number(0.1, 1.0))}
        net = draw(number(0.05, 0.9))
        found[f"way_{name}"] = {
            "channel": draw(st.sampled_from(["retained", "attracted"])),
            "tier": draw(st.sampled_from(["S", "A"])),
            "pool": "everybody",
            "needs": needs,
            "bands": [{"people": draw(number(1.0, 60.0)), "net": net}, {"net": round(net / 2, 4)}],
            "stay": 0.9,
        }
    return found


@st.composite
def _floors(draw: st.DrawFn, names: list[str]) -> list[dict[str, Any]]:
    words = {"owner": "Test", "reason": "Test"}
    found = []
    for name in draw(st.lists(st.sampled_from(names), max_size=2, unique=True)):
        kind = draw(st.sampled_from(["programme_floor", "programme_ceiling"]))
        share = 0.05 if kind == "programme_floor" else 0.5
        found.append({"id": f"r_{name}", "kind": kind, "programme": name, "share": share, **words})
    return found


def plan_of(document: dict[str, Any]) -> api.Plan:
    """The bare plan of a document."""
    return api.bare_plan(api.scenario_of(document))
