"""Two answers held against each other, figure by figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import isclose
from typing import Any, NamedTuple

NAMES = (
    "limit", "number", "id", "plan", "programme", "activity", "capacity", "pathway", "channel",
    "tier", "rule", "year",
)  # fmt: skip
"""Entries that tell the rows of a table apart, where they are words or years."""
HOW = ("certificate", "curve_gap", "proved_within", "gap", "held_by")
"""Entries about how an answer was computed, and about the solver's own way there."""
NOT_UNIQUE = re.compile(r"capacities\[[^]]*\]\.price$")
"""Figures of which an optimum allows several: one solver's price where the optimum is degenerate.
The two-sided prices, which are unique, are compared."""
ROUGH = re.compile(r"\.moved_at_(low|high)$")
"""Shares of money that moves, of plans sought to a ten-thousandth only."""
WITHIN = 3e-4
SAME = 1e-6
"""Difference, relative to the larger figure or to one, that is the rounding of a solver."""


class Difference(NamedTuple):
    """A figure that is not what it was; None stands for 'not there'."""

    figure: str
    before: Any
    after: Any


def differences(then: Any, now: Any, path: str = "") -> Iterator[Difference]:
    """Every figure of `then` that `now` does not have, or has otherwise; new entries are none."""
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        for name in (n for n in then if n not in HOW):
            yield from differences(then[name], now.get(name), f"{path}.{name}".lstrip("."))
    elif isinstance(then, list) and isinstance(now, list):
        yield from _of_rows(_named(then), _named(now), path)
    elif not same(then, now, WITHIN if ROUGH.search(path) else SAME) and not NOT_UNIQUE.search(
        path
    ):
        yield Difference(path, then, now)


def same(then: Any, now: Any, within: float = SAME) -> bool:
    """Whether two plain values are equal, numbers up to rounding."""
    if any(isinstance(v, bool) or not isinstance(v, int | float) for v in (then, now)):
        return bool(then == now)
    return isclose(then, now, rel_tol=within, abs_tol=within)


def _of_rows(then: Mapping[str, Any], now: Mapping[str, Any], path: str) -> Iterator[Difference]:
    for name in [*then, *(n for n in now if n not in then)]:
        if name in then and name in now:
            yield from differences(then[name], now[name], f"{path}[{name}]")
        else:
            yield Difference(f"{path}[{name}]", then.get(name), now.get(name))


def _named(rows: list[Any]) -> dict[str, Any]:
    """The rows by what tells them apart, in their order; by position where nothing does."""
    found: dict[str, Any] = {}
    for at, row in enumerate(rows):
        names = (
            []
            if not isinstance(row, Mapping)
            else [str(row[k]) for k in NAMES if isinstance(row.get(k), str | int)]
        )
        name = " ".join(names) or str(at)
        found[name if name not in found else f"{name} #{at}"] = row
    return found
