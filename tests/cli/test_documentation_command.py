"""The command that opens the documentation: where it is, and what to do where it is not."""

from __future__ import annotations

import json
import webbrowser
from pathlib import Path

import pytest

from optimizer.cli import documentation, main
from optimizer.cli.documentation import front_page
from optimizer.errors import InvalidInput


def built(folder: Path) -> Path:
    folder.mkdir(parents=True)
    page = folder / "index.html"
    page.write_text("<title>docs</title>", encoding="utf-8")
    return page


def test_pages_inside_the_package_come_before_those_of_a_checkout(tmp_path: Path) -> None:
    beside = built(tmp_path / "build" / "docs")
    assert front_page(tmp_path / "optimizer") == beside
    inside = built(tmp_path / "optimizer" / "_docs")
    assert front_page(tmp_path / "optimizer") == inside


def test_pages_that_were_never_built_are_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="make docs"):
        front_page(tmp_path / "optimizer")


def test_the_page_is_opened_unless_only_its_place_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page, opened = built(tmp_path / "site"), []
    monkeypatch.setattr(documentation, "front_page", lambda package: page)
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or True)
    assert main(["docs", "--path"]) == 0
    assert capsys.readouterr().out.strip() == str(page)
    assert main(["docs", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"path": str(page)}
    assert opened == []
    assert main(["docs"]) == 0
    assert opened == [page.as_uri()]
