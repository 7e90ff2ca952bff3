"""What the desk knows of countries: worked out once for all visitors."""

from __future__ import annotations

import streamlit as st

from optimizer.api import desk as api
from ui import remembered


@st.cache_resource(show_spinner=False)
def countries() -> api.Countries:
    """All countries of the evidence on one footing."""
    return api.countries()


@st.cache_resource(show_spinner=False, max_entries=64)
def compared(names: tuple[str, ...]) -> api.CountryComparison:
    """These countries side by side."""
    return api.compare_countries(names)


@st.cache_resource(show_spinner=False)
def track_record() -> api.TrackRecord:
    """What the model foretells of programmes that exist; takes seconds."""
    return api.track_record()


def with_programmes() -> tuple[str, ...]:
    """Countries of which programmes are recorded."""
    return tuple(dict.fromkeys(countries().strategies["country"]))


def to_copy(scenario: api.Scenario) -> tuple[str, ...]:
    """Countries whose announced mix can be spent in the scenario's years."""
    return api.countries_with_mix(remembered.evidence_tables(), scenario.years.all)
