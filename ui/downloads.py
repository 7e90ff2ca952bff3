"""What a planner takes away: the whole plan for machines, and its tables for spreadsheets."""

from __future__ import annotations

import io
import json
import zipfile
from functools import partial

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui import page_links, widgets
from ui.state import cache
from ui.state.desk import Desk


def render(desk: Desk) -> None:
    """Buttons that write their file only when pressed."""
    speech, plan = desk.speech, desk.plan
    if plan is None or not plan.found:
        st.caption(speech.say(_("There is no plan to take away yet.")))
        return
    name = f"{plan.scenario.id}-{plan.scenario.fingerprint}"
    widgets.download(
        speech.say(_("Tables for a spreadsheet (CSV)")),
        partial(tables_in_one_file, desk, plan),
        f"{name}.zip",
        "take-csv",
        width="stretch",
    )
    widgets.download(
        speech.say(_("The whole plan for machines (JSON)")),
        partial(as_json, plan),
        f"{name}.json",
        "take-json",
        width="stretch",
    )
    page_links.lead_to("report", speech.say(_("More formats and a preview")))


def as_json(plan: api.Plan) -> str:
    """The same document that `talent-budget solve --json` prints."""
    plan = cache.explained(plan)
    return json.dumps(api.plan_data(plan), ensure_ascii=False, indent=2, allow_nan=False)


def tables_in_one_file(desk: Desk, plan: api.Plan) -> bytes:
    """Every table as CSV that spreadsheets open with Korean letters intact, in one archive."""
    plan = cache.explained(plan)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in api.plan_tables(plan).items():
            frame = api.frame_of(table, desk.speech.language)
            archive.writestr(f"{name}.csv", api.csv_bytes(frame))
    return packed.getvalue()
