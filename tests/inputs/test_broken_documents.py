"""Every way to get a document wrong is told: where, what, and what to do; nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from optimizer.errors import InvalidInput, Issue
from optimizer.inputs.load import load_scenario, scenario_of
from optimizer.inputs.read import read_file, read_text

BROKEN = Path(__file__).resolve().parents[1] / "broken"
DOCUMENTS = {path.stem: path for path in sorted((BROKEN / "documents").glob("*.yaml"))}
MESSAGES = read_file(BROKEN / "messages.yaml")
JARGON = re.compile(
    r"pydantic|Input should|dict\b|tuple|NoneType|Traceback|Error\b|\bNone\b|\bTrue\b|\bstr\b"
    r"|mapping|scalar|token|unreadable--|\[key\]"
)


def faults(path: Path) -> tuple[Issue, ...]:
    with pytest.raises(InvalidInput) as caught:
        load_scenario(path)
    return caught.value.issues


def test_every_broken_document_has_its_messages() -> None:
    assert set(DOCUMENTS) == set(MESSAGES)
    assert len(DOCUMENTS) > 100


def test_the_sound_document_is_sound() -> None:
    assert load_scenario(BROKEN / "good.yaml").id == "good"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_messages(name: str) -> None:
    issues = sorted(faults(DOCUMENTS[name]))
    expected = sorted(MESSAGES[name])
    assert [issue.where for issue in issues] == [where for where, _, _ in expected]
    for issue, (_, problem, remedy) in zip(issues, expected, strict=True):
        assert problem in issue.problem
        assert remedy in issue.remedy


@pytest.mark.parametrize("name", DOCUMENTS)
def test_messages_are_whole_sentences_without_jargon(name: str) -> None:
    for issue in faults(DOCUMENTS[name]):
        assert not JARGON.search(f"{issue.problem} {issue.remedy}")
        assert issue.where
        assert issue.problem.endswith(".")
        assert issue.remedy.endswith((".", "?", "…"))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (issue,) = faults(tmp_path / "nothing.yaml")
    assert issue.where.endswith("nothing.yaml")
    assert issue.problem == "There is no such file."


@pytest.mark.parametrize("name", ["korea-2052", "x" * 5000, "\0", ""])
def test_a_name_that_is_not_there(name: str) -> None:
    with pytest.raises(InvalidInput, match="no shipped scenario") as caught:
        load_scenario(name)
    assert ("Did you mean 'korea-2025'?" in str(caught.value)) == name.startswith("korea")


def test_letters_of_another_system(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes("# Saved by an old program.\nid: broken\ntitle: 대한민국\n".encode("cp949"))
    (issue,) = faults(path)
    assert issue.where == "old.yaml, line 3"
    assert issue.problem == "The text is not UTF-8; it looks like Korean (CP949)."
    assert "Save the file as UTF-8" in issue.remedy


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    folder = tmp_path / "folder.yaml"
    folder.mkdir()
    (issue,) = faults(folder)
    assert issue.problem == "The file cannot be opened."


@pytest.mark.parametrize("base", ["x" * 5000, "a\0b"])
def test_a_base_that_no_file_can_have(tmp_path: Path, base: str) -> None:
    with pytest.raises(InvalidInput, match="base: There is no scenario"):
        scenario_of({"id": "broken", "base": base})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[" * 100_000, 1),
        ("a: 1\nb: " + "{b: " * 100_000, 2),
        ("- " * 100_000, 1),
    ],
)
def test_bottomless_nesting_is_refused(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "deep.yaml"
    path.write_text(text, encoding="utf-8")
    (issue,) = faults(path)
    assert issue.where == f"deep.yaml, line {line}"
    assert "too deeply" in issue.problem


def test_aliases_that_multiply_are_refused(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x]"]
    lines += [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]" for i in range(1, 40)]
    path = tmp_path / "many.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    (issue,) = faults(path)
    assert "too large" in issue.problem


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("!!binary aGVsbG8=\n", "document, line 1"),
        ("schema: 1\ntitle: !!binary aGVsbG8=\n", "document, line 2: title"),
        ("schema: 1\n!!binary aGVsbG8=: 1\n", "document, line 2: aGVsbG8="),
        ("rules:\n- !!binary aGVsbG8=\n", "document, line 2: rules[0]"),
        ("!!int abc\n", "document, line 1"),
        ("schema: 1\nid: !!float abc\n", "document, line 2: id"),
    ],
)
def test_a_tag_that_is_not_read_is_told_with_its_place(text: str, place: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        read_text(text)
    (issue,) = caught.value.issues
    assert issue.where == place
    assert "tag" in issue.problem
    assert "태그" in issue.problem.in_("ko")
    assert issue.remedy == "Leave it away, or put the text into quotes."


def test_a_text_too_long_to_be_a_document_has_a_place() -> None:
    with pytest.raises(InvalidInput) as caught:
        read_text("x" * 30_000)
    assert str(caught.value.issues[0]).startswith("document: The text has 30,000 letters")
