"""One root for every fault the project reports, and the issues they carry, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from optimizer.i18n import SOURCE, Message
from optimizer.long_names import clipped_text


class OptimizerError(Exception):
    """Root of all faults this package raises on purpose.

    Example:
        >>> from optimizer import api as tb
        >>> all(issubclass(one, tb.OptimizerError) for one in (tb.InvalidInput, tb.Cancelled))
        True
    """


class Said(Message):
    """An English text that carries its Korean; it equals its English."""

    korean: str

    def __new__(cls, en: str, ko: str) -> Said:
        """The text in both languages."""
        text = super().__new__(cls, en)
        assert isinstance(text, Said)
        text.korean = ko
        return text

    def __reduce__(self) -> tuple[type[Said], tuple[str, str]]:
        """What copies and other processes make it from."""
        return Said, (str(self), self.korean)

    def in_(self, language: str) -> str:
        """The text in one language ('en' or 'ko')."""
        return self.korean if language == "ko" else str(self)


_PLACES = (
    (r"^document(?=$|:)", "문서"),
    (r"^plan(?=, row )", "배분안"),
    (r"^scenario (?=\S)", "시나리오 "),
    (r"^country (?=\S)", "국가 "),
    (r"^folder (?=\S)", "폴더 "),
    (r"^report (?=\S)", "보고서 "),
    (r"\bline (\d+)", r"\1번째 줄"),
    (r"\bcolumn (\d+)", r"\1번째 글자"),
    (r"\brow (\d+)", r"\1행"),
    (r"\bcolumn ([\w-]+)$", r"\1 열"),
    (r"(?<=, )table ([\w-]+)$", r"\1 표"),
)
"""Words of places, and their Korean."""


def _place(where: str) -> str:
    """A place with its words in Korean; names of entries, files and options stay."""
    for words, korean in _PLACES:
        where = re.sub(words, korean, where)
    return where


@dataclass(frozen=True, order=True)
class Issue:
    """One problem in an input: where it is, what is wrong, what to do about it.

    Example:
        >>> from optimizer import api as tb
        >>> try:
        ...     tb.load("korea")
        ... except tb.InvalidInput as fault:
        ...     fault.issues[0].remedy
        "Did you mean 'korea-2025'?"
    """

    where: str
    """A place in a document or file, or an option: names, and words like 'row 3' between them."""
    problem: Message
    remedy: Message

    def __str__(self) -> str:
        return self.told("en")

    def told(self, language: str) -> str:
        """The issue in one line, in one language ('en' or 'ko')."""
        told = self.in_language(language)
        return f"{told.where}: {told.problem} {told.remedy}"

    def in_language(self, language: str) -> Issue:
        """The issue as it reads in one language, long names clipped; in Korean all is Korean."""
        where = clipped_text(self.where)
        texts = (self.problem, self.remedy)
        if language != SOURCE:
            told = [clipped_text(text.in_(language)) for text in texts]
            place = _place(where) if language == "ko" else where
            return Issue(place, *(Said(text, text) for text in told))
        return Issue(where, *(Said(clipped_text(text), clipped_text(text.ko)) for text in texts))


class InvalidInput(OptimizerError):
    """An input has problems; `issues` lists all of them.

    Example:
        >>> from optimizer import api as tb
        >>> try:
        ...     tb.example().set({"budget.totl": 1})
        ... except tb.InvalidInput as fault:
        ...     fault.issues[0].where, fault.issues[0].remedy
        ('budget.totl', "Did you mean 'total'?")
    """

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        super().__init__(self.told())

    def __reduce__(self) -> tuple[type[InvalidInput], tuple[tuple[Issue, ...]]]:
        """What other processes make it from."""
        return type(self), (self.issues,)

    def told(self, language: str = "en") -> str:
        """All problems in one language ('en' or 'ko'), one on a line below their number."""
        count = len(self.issues)
        head = f"{count} problem{'' if count == 1 else 's'} in the input:"
        if language == "ko":
            head = f"입력 오류 {count}건:"
        return "\n".join([head, *(f"- {issue.told(language)}" for issue in self.issues)])


def suggest(name: object, known: Iterable[str]) -> Message:
    """The remedy for an unknown name: the nearest known one, or the list of them."""
    names = sorted({str(k) for k in known})
    near = get_close_matches(str(name), names, 1, 0.6)
    if not near and len(str(name)) > 2:
        near = [n for n in names if n.lower().startswith(str(name).lower())]
    if near:
        return Said(f"Did you mean '{near[0]}'?", f"'{near[0]}'인지 확인.")
    if not names:
        return Said(
            "Nothing is defined here yet; define it first or leave the entry out.",
            "여기에 정의된 이름 없음. 먼저 정의하거나 항목 삭제.",
        )
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return Said(f"Known here: {shown}.", f"사용 가능한 이름: {shown}.")
