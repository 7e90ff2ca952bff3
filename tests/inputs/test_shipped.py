"""The shipped folders are found in a wheel and in a checkout, never by the working directory."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.errors import InvalidInput
from optimizer.inputs.shipped import PACKAGE, data_folder, find, scenario_folder


def test_folders_are_found_from_any_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = data_folder()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    assert data_folder() == here
    assert (here / "parameters.csv").is_file()


def test_a_wheel_is_preferred_to_a_checkout(tmp_path: Path) -> None:
    package = tmp_path / "site" / "optimizer"
    for folder in (package / "_data", tmp_path / "site" / "data"):
        folder.mkdir(parents=True)
    assert find("data", package) == package / "_data"
    (package / "_data").rmdir()
    assert find("data", package) == tmp_path / "site" / "data"
    with pytest.raises(InvalidInput, match=r"folder scenarios: .*Install the package again"):
        find("scenarios", package)


def test_scenarios_lie_beside_the_data() -> None:
    assert scenario_folder() in (PACKAGE / "_scenarios", PACKAGE.parent / "scenarios")
