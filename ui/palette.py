"""Colours: three of meaning and one for each programme, from Okabe and Ito's set for all eyes."""

from __future__ import annotations

from optimizer.api import desk as api

RETAINED = "#0072B2"
ATTRACTED = "#E69F00"
WARNING = "#D55E00"
OTHER = "#8C96A0"
CHANNELS = {"retained": RETAINED, "attracted": ATTRACTED}

PROGRAMMES = (
    "#CC79A7", "#009E73", "#F0E442", "#56B4E9",
    "#B7A99A", "#AA4499", "#44AA99", "#DDCC77", "#88CCEE", "#999933",
)  # fmt: skip
"""The first four are Okabe and Ito's; the others, for longer lists, are Tol's muted set."""


def colour_of(scenario: api.Scenario, programme: str) -> str:
    """The colour of a programme: its place in the document decides."""
    place = list(scenario.programmes).index(programme)
    return PROGRAMMES[place % len(PROGRAMMES)]


def channel_colour(channel: str) -> str:
    """The colour of a channel."""
    return CHANNELS.get(channel, OTHER)


def ink(dark: bool) -> str:
    """Text on the page."""
    return "#E8EDF2" if dark else "#1B2430"


def faint(dark: bool) -> str:
    """Quiet text and lines on the page; 4.5 to 1 against it."""
    return "#9BA8B5" if dark else "#5B6875"


def paper(dark: bool) -> str:
    """The page itself."""
    return "#11161C" if dark else "#FFFFFF"
