"""Whether an issue says in Korean all that it says in English; and a listener for all issues."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import Message

NAMES = re.compile(r"(?<!\w)'([^']+)'(?!\w)|`([^`]+)`")
NUMBERS = re.compile(r"\d+(?:\.\d+)?")
ENGLISH = re.compile(r"(?:\b[A-Za-z]+ +){4,}[A-Za-z]+")
"""More English words in a row than a name or a formula has."""
SHOWN = re.compile(r"'[^']*'|`[^`]*`|\"[^\"]*(?:\"|…|$)|\([^)]*\)")
"""What is quoted, and remarks in brackets."""


class Said(Message):
    """An English text that carries its Korean; it equals its English."""

    korean: str

    def __new__(cls, en: str, ko: str) -> Said:
        text = super().__new__(cls, en)
        assert isinstance(text, Said)
        text.korean = ko
        return text

    def __reduce__(self) -> tuple[type[Said], tuple[str, str]]:
        return Said, (str(self), self.korean)

    def in_(self, language: str) -> str:
        return self.korean if language == "ko" else str(self)


def is_korean(text: str) -> bool:
    """Whether there is Korean in a text."""
    return any("가" <= sign <= "힣" for sign in text)


def missing(text: str) -> list[str]:
    """What is wrong with the Korean of a text."""
    if not isinstance(text, Message):
        return ["no Korean"]
    ko, found = text.in_("ko"), []
    if ko == str(text) or not is_korean(ko):
        found.append("not Korean")
    if not ko.endswith((".", "?", "…")):
        found.append("no end")
    if ENGLISH.search(SHOWN.sub("", ko)):
        found.append("English")
    found += [f"name {a or b}" for a, b in NAMES.findall(text) if (a or b) not in ko]
    found += [f"number {n}" for n in NUMBERS.findall(text) if n not in NUMBERS.findall(ko)]
    return found


def wrong(issue: Issue) -> list[str]:
    """What is wrong with the Korean of an issue."""
    return [f"{fault}: {text} | {text.in_('ko') if isinstance(text, Message) else None}"
            for text in (issue.problem, issue.remedy) for fault in missing(text)]  # fmt: skip


@pytest.fixture(autouse=True)
def every_issue_speaks_both_languages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Listens to all input that is refused during a test, whatever the test is about."""
    heard: dict[Issue, None] = {}
    before = InvalidInput.__init__

    def listen(fault: InvalidInput, issues: object) -> None:
        before(fault, issues)  # type: ignore[arg-type]
        heard.update(dict.fromkeys(fault.issues))

    monkeypatch.setattr(InvalidInput, "__init__", listen)
    yield
    assert [fault for issue in heard for fault in wrong(issue)] == []
