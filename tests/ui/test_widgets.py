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
