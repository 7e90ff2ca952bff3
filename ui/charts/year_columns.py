"""Columns over years as HTML: stacked parts with their figures written into them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.markup import Safe, named, tag

LEAST_LABEL = 0.09
"""Share of the tallest column below which a part carries no figure."""


@dataclass(frozen=True)
class Part:
    """A part of a year's column: value in the unit of the chart, and the figure shown in it."""

    year: int
    value: float
    label: str
    colour: str
    on: str
    """Colour of a figure written onto `colour`."""
    hint: str


@dataclass(frozen=True)
class Limit:
    """A line across a year's column."""

    year: int
    value: float
    hint: str


def year_columns(
    parts: Sequence[Part], totals: Mapping[int, str], name: str, limits: Sequence[Limit] = ()
) -> Safe:
    """Columns by year on one scale; the first part of a year stands at the bottom."""
    sums = {year: sum(p.value for p in parts if p.year == year) for year in totals}
    tallest = max((*sums.values(), *(limit.value for limit in limits), 1e-9))
    columns = []
    for year, total in totals.items():
        mine = [_part(p, tallest) for p in parts if p.year == year and p.value > 0]
        lines = [_line(one, tallest) for one in limits if one.year == year]
        stack = tag("div", *mine, css="tbo-stack", style=f"height:{_percent(sums[year], tallest)}")
        figure = tag("strong", total, style=f"bottom:{_percent(sums[year], tallest)}")
        room = tag("div", figure, stack, *lines, css="tbo-column-room")
        columns.append(tag("div", room, tag("span", str(year)), css="tbo-column"))
    return tag("div", *columns, css="tbo-columns", more=named(name))


def _part(part: Part, tallest: float) -> Safe:
    written = [tag("span", part.label)] if part.value >= LEAST_LABEL * tallest else []
    return tag(
        "div",
        *written,
        style=f"flex-grow:{part.value:.6g};background:{part.colour};color:{part.on}",
        more={"title": part.hint},
    )


def _line(limit: Limit, tallest: float) -> Safe:
    style = f"bottom:{_percent(limit.value, tallest)}"
    return tag("i", style=style, more={"title": limit.hint})


def _percent(value: float, tallest: float) -> str:
    return f"{100 * value / tallest:.2f}%"
