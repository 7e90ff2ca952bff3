"""Words and numbers of the desk in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from unicodedata import category

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext

LONGEST = 100
"""Characters of a title."""
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of what follows."""
LANGUAGES = tuple(dict.fromkeys(("ko", *api.LANGUAGES)))
"""Languages in the order of their buttons: that of the first scenario's planners first."""


@dataclass(frozen=True)
class Speech:
    """One language, and how it says messages, money, people and shares."""

    language: str

    def say(self, words: api.Words) -> str:
        """A message of the desk in this language."""
        return words.in_(self.language)

    def text(self, text: api.Words) -> str:
        """Words of a document in this language."""
        return shown(text.in_(self.language))

    def issues(self, issues: Iterable[api.Issue]) -> list[api.Issue]:
        """Problems of an input in this language alone."""
        return [issue.in_language(self.language) for issue in issues]

    def title(self, entries: Mapping[str, Any], name: str) -> str:
        """Title of a named entry of the scenario, its name where it has none."""
        title = getattr(entries.get(name), "title", None)
        return clipped(self.text(title)) if title is not None else name

    def column(self, row: Any, name: str) -> str:
        """A worded column of a result row, e.g. 'title' or 'sentence'."""
        return shown(str(getattr(row, self.own(name))))

    def own(self, name: str) -> str:
        """The column of a table that holds these words in this language, 'title_ko' for one."""
        return name if self.language == api.SOURCE else f"{name}_{self.language}"

    def money(self, amount: float, scenario: api.Scenario) -> str:
        """Money of the scenario's unit in words."""
        return api.wording.money(amount, scenario.money.parsed, self.language)

    def digits(self, value: float, significant: int = 3) -> str:
        """A number with so many significant digits."""
        return api.wording.digits(value, significant).in_(self.language)

    def number(self, value: float) -> str:
        """A number with the digits an uncertain figure deserves."""
        return self.digits(value, 2)

    def ends(self, low: float, high: float) -> str:
        """A range in short; one figure where both ends read alike."""
        return api.wording.span(self.number(low), self.number(high), self.language)

    def reach(self, low: float, high: float) -> str:
        """The same inside a sentence."""
        return api.wording.reach(self.number(low), self.number(high), self.language)

    def share(self, value: float) -> str:
        """A share of one as a percentage, to a tenth below ten per cent."""
        return api.wording.percent(value).in_(self.language)

    def people(self, value: float) -> str:
        """A number of people with its counter."""
        return self.say(_("{n} people", n=self.number(value)))


def shown(text: str) -> str:
    """A text of somebody's on one line, without signs that steer a screen or turn the writing."""
    kept = (c for c in text if c.isspace() or (c not in TURNING and category(c) != "Cc"))
    return " ".join("".join(kept).split())


def clipped(title: str) -> str:
    """A title short enough for a heading."""
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1].rstrip()}…"


def names_of_languages() -> dict[str, str]:
    """Every language and its own name."""
    return {code: pgettext("own name", "English").in_(code) for code in LANGUAGES}
