"""Charts over years: stacked columns with their figures written into them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from ui import palette

HEIGHT = 230
LEAST_LABEL = 0.09
"""Share of the tallest column below which a part carries no figure."""


def year_columns(
    parts: pd.DataFrame, limits: pd.DataFrame, order: Sequence[str], *, dark: bool
) -> dict[str, Any]:
    """Columns by year as a Vega-Lite specification.

    `parts` has year, part, colour, value, label, hint; `limits` has year, value, hint (may be
    empty); parts are stacked in `order`, the first at the bottom.
    """
    place = {name: i for i, name in enumerate(order)}
    rows = parts.assign(place=parts["part"].map(place)).sort_values(["year", "place"])
    rows["top"] = rows.groupby("year")["value"].cumsum()
    rows["foot"] = rows["top"] - rows["value"]
    rows["middle"] = (rows["top"] + rows["foot"]) / 2
    sums = rows.groupby("year", as_index=False).agg(top=("top", "max"), total=("total", "first"))
    tallest = max(float(sums["top"].max()), float(limits["value"].max()) if len(limits) else 0.0)
    rows.loc[rows["value"] < LEAST_LABEL * tallest, "label"] = ""
    x = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, ticks=False, domain=True))
    scale = alt.Scale(domain=[0, max(tallest, 1e-9) * 1.1], nice=False)
    y = alt.Y("foot:Q", title=None, axis=None, scale=scale)
    columns = (
        alt.Chart(rows)
        .mark_bar(stroke=palette.paper(dark), strokeWidth=1)
        .encode(
            x=x, y=y, y2="top:Q", color=alt.Color("colour:N", scale=None),
            tooltip=alt.Tooltip("hint:N", title=""),
        )
    )  # fmt: skip
    inside = (
        alt.Chart(rows)
        .mark_text(fontSize=11, baseline="middle", tooltip=None)
        .encode(
            x=x, y=alt.Y("middle:Q", scale=scale, axis=None), text="label:N",
            color=alt.Color("on:N", scale=None),
        )
    )  # fmt: skip
    above = (
        alt.Chart(sums)
        .mark_text(
            fontSize=12, fontWeight=600, baseline="bottom", dy=-4, color=palette.ink(dark),
            tooltip=None,
        )
        .encode(x=x, y=alt.Y("top:Q", scale=scale, axis=None), text="total:N")
    )  # fmt: skip
    layers: list[Any] = [columns, inside, above]
    if len(limits):
        layers.append(
            alt.Chart(limits)
            .mark_tick(thickness=2, color=palette.ink(dark), orient="horizontal")
            .encode(
                x=x, y=alt.Y("value:Q", scale=scale, axis=None),
                tooltip=alt.Tooltip("hint:N", title=""),
            )
        )  # fmt: skip
    chart = alt.layer(*layers).properties(height=HEIGHT, width="container")
    spec: dict[str, Any] = chart.configure_view(stroke=None).to_dict(validate=False)
    return spec
