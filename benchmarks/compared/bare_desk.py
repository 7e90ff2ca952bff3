"""A page with the widgets and charts of the desk and no engine; `desk.py` measures against it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st


@st.cache_resource(show_spinner=False)
def recorded(file: str) -> list[dict[str, Any]]:
    """Elements of the Plan view, as `desk.py` wrote them."""
    found: list[dict[str, Any]] = json.loads(Path(file).read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Draws the levers, then everything else; the headline is the budget."""
    st.set_page_config(layout="wide")
    sidebar, view = recorded(sys.argv[1])
    with st.sidebar:
        budget = float(st.text_input("Budget", value="18", key="budget"))
        draw(sidebar["parts"], budget, "side")
    draw(view["parts"], budget, "main")


def draw(parts: list[dict[str, Any]], budget: float, place: str) -> None:
    """Draws recorded elements inside one another."""
    for n, part in enumerate(parts):
        key = f"{place}-{n}"
        if "parts" in part:
            with holder(part):
                draw(part["parts"], budget, key)
        else:
            element(part, budget, key)


def holder(part: dict[str, Any]) -> Any:
    """A place that holds others."""
    if part["kind"] == "expander":
        return st.expander("Table")
    if part["kind"] == "popover":
        return st.popover("More")
    return st.container(horizontal=part["across"])


def element(part: dict[str, Any], budget: float, key: str) -> None:
    """One widget, text, table or chart; charts differ with the budget, as the desk's do."""
    kind = part["kind"]
    if kind == "html":
        st.html(part["body"].replace("HEADLINE", f"{budget:g}"))
    elif kind == "vega_lite_chart":
        st.vega_lite_chart(spec={**part["spec"], "usermeta": {"budget": budget}}, key=key)
    elif kind == "dataframe":
        st.dataframe(pd.DataFrame(part["rows"]), key=key)
    elif kind == "slider":
        st.slider(key, 0, 100, (10, 90), key=key)
    elif kind == "text_input":
        st.text_input(key, value="1", key=key)
    elif kind == "selectbox":
        st.selectbox(key, ["a", "b"], key=key)
    else:
        st.button(key, key=key)


if __name__ == "__main__":
    main()
