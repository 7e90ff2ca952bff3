"""One root for every fault the project reports, and the issues they carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial

from optimizer.i18n import SOURCE, Message, _, ngettext, pgettext, verbatim
from optimizer.text.shortening import clipped_text


class OptimizerError(Exception):
    """Root of all faults this package raises on purpose.

    Example:
        >>> from optimizer import api as tb
        >>> all(issubclass(one, tb.OptimizerError) for one in (tb.InvalidInput, tb.Cancelled))
        True
    """


_PLACES: Sequence[tuple[str, Message]] = (
    (r"^(document)(?=$|:)", pgettext("place", "document")),
    (r"^(plan)(?=, row )", pgettext("place", "plan")),
    (r"^scenario (\S.*)", pgettext("place", "scenario {name}")),
    (r"^country (\S.*)", pgettext("place", "country {name}")),
    (r"^folder (\S.*)", pgettext("place", "folder {name}")),
    (r"^report (\S.*)", pgettext("place", "report {name}")),
    (r"\bline (\d+)", pgettext("place", "line {name}")),
    (r"\bcolumn (\d+)", pgettext("place", "character {name}")),
    (r"\brow (\d+)", pgettext("place", "row {name}")),
    (r"\bcolumn ([\w-]+)$", pgettext("place", "column {name}")),
    (r"(?<=, )table ([\w-]+)$", pgettext("place", "table {name}")),
)
"""Words of places, and how each is said with the name behind it."""


def _place(where: str, language: str) -> str:
    """A place with its words in a language; names of entries, files and options stay."""
    for words, said in _PLACES if language != SOURCE else ():
        where = re.sub(words, partial(_with_name, said, language), where)
    return where


def _with_name(said: Message, language: str, found: re.Match[str]) -> str:
    return said.filled(name=found[1]).in_(language)


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
        """The issue in one line, in one language."""
        told = self.in_language(language)
        return f"{told.where}: {told.problem} {told.remedy}".replace("\n", "\\n")

    def in_language(self, language: str) -> Issue:
        """The issue as it reads in one language and in no other, long names clipped."""
        texts = (self.problem.in_(language), self.remedy.in_(language))
        place = _place(clipped_text(self.where), language)
        return Issue(place, *(verbatim(clipped_text(text)) for text in texts))


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
        """All problems in one language, one on a line below their number."""
        count = len(self.issues)
        head = ngettext(
            "{count} problem in the input:", "{count} problems in the input:", count, count=count
        )
        told = (f"- {issue.told(language)}" for issue in self.issues)
        return "\n".join([head.in_(language), *told])


def suggest(name: object, known: Iterable[str]) -> Message:
    """The remedy for an unknown name: the nearest known one, or the list of them."""
    names = sorted({str(k) for k in known})
    near = get_close_matches(str(name), names, 1, 0.6)
    if not near and len(str(name)) > 2:
        near = [n for n in names if n.lower().startswith(str(name).lower())]
    if near:
        return _("Did you mean '{name}'?", name=near[0])
    if not names:
        return _("Nothing is defined here yet; define it first or leave the entry out.")
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return _("Known here: {shown}.", shown=shown)
