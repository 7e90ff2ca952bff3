"""A base, and a scenario to ask about, goes by path, by file name or by the identifier inside."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.errors import InvalidInput
from optimizer.inputs.load import load_scenario
from optimizer.inputs.named import find, shipped_scenarios

OVERLAY = "id: mine\nbase: {base}\nchanges: {{budget: {{total: 9000}}}}\n"
WHOLE = "id: {name}\nbase: korea-2025\nchanges: {{budget: {{total: 12000}}}}\n"


def overlay(folder: Path, base: str) -> Path:
    path = folder / "over.yaml"
    path.write_text(OVERLAY.format(base=base), encoding="utf-8")
    return path


def document(folder: Path, file: str, name: str) -> None:
    (folder / file).write_text(WHOLE.format(name=name), encoding="utf-8")


@pytest.mark.parametrize("base", ["file", "file.yaml", "inside", "korea-2025"])
def test_a_base_goes_by_file_by_identifier_or_as_shipped(base: str, tmp_path: Path) -> None:
    document(tmp_path, "file.yaml", "inside")
    assert load_scenario(overlay(tmp_path, base)).budget.total == 9000


def test_a_shipped_identifier_means_the_shipped_scenario(tmp_path: Path) -> None:
    document(tmp_path, "edited.yaml", "korea-2025")
    path = tmp_path / "over.yaml"
    path.write_text("id: mine\nbase: korea-2025\n", encoding="utf-8")
    assert load_scenario(path).budget.total == 18000


@pytest.mark.parametrize(
    ("files", "base"),
    [
        ({"a.yaml": "same", "b.yaml": "same"}, "same"),
        ({"a.yaml": "b", "b.yaml": "c"}, "b"),
        ({"a.yaml": "x", "a.json": "y"}, "a"),
    ],
)
def test_a_name_of_several_documents_is_told(
    files: dict[str, str], base: str, tmp_path: Path
) -> None:
    for file, name in files.items():
        document(tmp_path, file, name)
    with pytest.raises(InvalidInput) as caught:
        load_scenario(overlay(tmp_path, base))
    (issue,) = caught.value.issues
    assert issue.where == "over.yaml: base"
    assert all(file in issue.problem for file in files)


def test_the_ending_says_which_is_meant(tmp_path: Path) -> None:
    document(tmp_path, "a.yaml", "b")
    document(tmp_path, "b.yaml", "c")
    assert load_scenario(overlay(tmp_path, "b.yaml")).id == "mine"


def test_the_own_identifier_of_an_overlay_does_not_count(tmp_path: Path) -> None:
    document(tmp_path, "mine.yaml", "other")
    assert load_scenario(overlay(tmp_path, "mine")).budget.total == 9000


def test_documents_that_cannot_be_read_are_no_candidates(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("id: inside\n  : [", encoding="utf-8")
    document(tmp_path, "file.yaml", "inside")
    assert load_scenario(overlay(tmp_path, "inside")).budget.total == 9000


def test_a_scenario_is_found_by_the_same_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document(tmp_path, "file.yaml", "inside")
    document(tmp_path, "edited.yaml", "korea-2025")
    monkeypatch.chdir(tmp_path)
    assert find("inside") == find("file") == Path("file.yaml")
    assert find("korea-2025") == shipped_scenarios()["korea-2025"]
    with pytest.raises(InvalidInput, match="no shipped scenario"):
        find("insid")


def test_an_overlay_is_not_told_to_be_based_on_itself(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        load_scenario(overlay(tmp_path, "ovr"))
    assert "over'" not in str(caught.value.issues[0].remedy)
