"""What is stated and what is answered stays as it is."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

ROOMS = ("domain", "formulation", "results", "studies")


def dataclasses_of(room: str) -> Iterator[type]:
    package = import_module(f"optimizer.{room}")
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        for _, cls in inspect.getmembers(import_module(found.name), inspect.isclass):
            if cls.__module__ == found.name and "__dataclass_params__" in vars(cls):
                yield cls


@pytest.mark.parametrize("room", ROOMS)
def test_no_dataclass_of_a_room_can_be_changed(room: str) -> None:
    found = list(dataclasses_of(room))
    assert found
    assert [c.__qualname__ for c in found if not c.__dataclass_params__.frozen] == []  # type: ignore[attr-defined]
