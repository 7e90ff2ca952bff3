"""Everything the toolkit promises can be imported from one place."""

from __future__ import annotations

from types import ModuleType

import pytest

import optimizer.lp as toolkit


@pytest.mark.parametrize("name", toolkit.__all__)
def test_each_name_is_there_and_no_module(name: str) -> None:
    assert not isinstance(getattr(toolkit, name), ModuleType)


def test_an_unknown_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute"):
        _ = toolkit.simplex  # type: ignore[attr-defined]
