"""What widgets hand on: a choice that came back as mere words is left aside."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from ui import widgets

OPTIONS = ("korea-2025", "korea-2025-gpu-first")


@pytest.mark.parametrize(
    ("value", "handed"),
    [
        ("korea-2025-gpu-first", True),
        ("Korea: GPUs first", False),
        (["korea-2025"], True),
        (["korea-2025", "Korea: GPUs first"], False),
        ([], True),
        (None, False),
    ],
)
def test_only_options_are_handed_on(
    value: Any, handed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(widgets, "st", SimpleNamespace(session_state={"chosen": value}))
    heard: list[Any] = []
    widgets.on("chosen", heard.append, OPTIONS)()
    assert heard == ([value] if handed else [])


def test_a_number_is_handed_on_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(widgets, "st", SimpleNamespace(session_state={"typed": 7.5}))
    heard: list[Any] = []
    widgets.on("typed", heard.append)()
    assert heard == [7.5]


def test_without_a_known_choice_the_first_option_stands() -> None:
    assert widgets.offered("Korea: GPUs first", OPTIONS) == "korea-2025"
    assert widgets.offered("korea-2025-gpu-first", OPTIONS) == "korea-2025-gpu-first"


def test_what_was_shown_a_moment_ago_does_not_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser may send it before it has heard that the desk shows something else."""
    clock = [100.0]
    state = State({"lever": 0.23})
    monkeypatch.setattr(widgets, "st", SimpleNamespace(session_state=state))
    monkeypatch.setattr(widgets.time, "monotonic", lambda: clock[0])
    heard: list[Any] = []
    act = widgets.on("lever", heard.append)
    widgets.show("lever", 0.6)
    state["lever"] = 0.23  # an echo, before the run is over and just after
    act()
    widgets.show("lever", 0.6)
    widgets.arrived()
    state["lever"] = 0.23
    act()
    assert heard == []
    state["lever"] = 0.4  # somebody moves it
    act()
    clock[0] += 2 * widgets.ON_ITS_WAY
    state["lever"] = 0.23  # to where it was: by hand
    act()
    assert heard == [0.4, 0.23]


class State(dict[str, Any]):
    """A session's state: its entries are attributes too."""

    __getattr__ = dict.__getitem__
    __setattr__ = dict.__setitem__
