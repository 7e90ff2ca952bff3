"""A file of a plan, such as last year's, that a planner gives."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from optimizer.api import desk as api
from ui.moves import own_plan

LARGEST = 5
"""Megabytes of such a file."""


def plan_file(
    label: str,
    key: str,
    faults: str,
    scenario: api.Scenario,
    act: Callable[[own_plan.Hand, str], None],
    *,
    disabled: bool = False,
) -> None:
    """Where the file is given; `act` gets its plan and name.

    What is wrong with the last one stands in the session under `faults`.
    """

    def take() -> None:
        st.session_state.pop(faults, None)
        file = st.session_state[key]
        if file is None:
            return
        try:
            hand = own_plan.read(file.getvalue(), scenario, file.name)
        except api.InvalidInput as fault:
            st.session_state[faults] = fault.issues
        else:
            act(hand, file.name)

    st.file_uploader(
        label, type="csv", key=key, max_upload_size=LARGEST, disabled=disabled, on_change=take
    )
