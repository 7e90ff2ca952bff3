"""The names of the Python door: few for people, and every one of the first release still found."""

from __future__ import annotations

import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from optimizer import api
from optimizer.api import desk

FIRST_RELEASE = (Path(__file__).parent / "first_release.txt").read_text().split()
"""Names that `optimizer.api` of release 0.1.0 offered on purpose."""


def test_about_sixty_names_are_for_people() -> None:
    assert 50 <= len(api.__all__) <= 70, f"{len(api.__all__)} names: {', '.join(api.__all__)}"
    assert api.__all__ == sorted(set(api.__all__))


@pytest.mark.parametrize("name", api.__all__)
def test_a_name_for_people_gives_no_warning(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert getattr(api, name) is not None


@pytest.mark.parametrize("name", sorted({*FIRST_RELEASE} - {*api.__all__}))
def test_a_name_of_the_first_release_is_still_found_and_warns(name: str) -> None:
    with pytest.warns(DeprecationWarning, match=f"api.{name}' is for front ends.*api.desk"):
        assert getattr(api, name) is getattr(desk, name)


def test_scripts_of_the_first_release_import_as_they_did() -> None:
    code = f"from optimizer.api import {', '.join(FIRST_RELEASE)}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_an_unknown_name_is_no_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'plan_txt'"):
        api.plan_txt  # noqa: B018
    with pytest.raises(ImportError):
        from optimizer.api import plan_txt  # noqa: F401
