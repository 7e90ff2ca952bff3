"""Rows under altair's marks: named data sets, so that no row is validated one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import altair as alt

Rows = list[dict[str, Any]]


class Canvas:
    """Layers that share one scale, drawn over one another, each on its own rows."""

    def __init__(self) -> None:
        self._rows: dict[str, Rows] = {}
        self._layers: list[Any] = []

    def on(self, rows: Iterable[Mapping[str, Any]]) -> Any:
        """A chart on these rows, to be given a mark and encodings."""
        name = f"rows-{len(self._rows)}"
        self._rows[name] = [dict(row) for row in rows]
        return alt.Chart(alt.NamedData(name=name))

    def draw(self, *layers: Any) -> None:
        """Puts layers on top."""
        self._layers += layers

    def specification(self, height: float) -> dict[str, Any]:
        """The Vega-Lite specification, as wide as its place on the page."""
        chart = alt.layer(*self._layers).properties(height=height, width="container")
        spec: dict[str, Any] = chart.configure_view(stroke=None).to_dict(validate=False)
        return {**spec, "datasets": self._rows}


def colours(field: str = "colour") -> alt.Color:
    """Colours as they stand in the rows."""
    return alt.Color(f"{field}:N", scale=None)


def hints() -> alt.Tooltip:
    """The sentence in the rows, shown under the pointer."""
    return alt.Tooltip("hint:N", title="")


def domain(ends: Sequence[float]) -> alt.Scale:
    """A scale with exactly these ends."""
    return alt.Scale(domain=list(ends), nice=False, zero=False)
