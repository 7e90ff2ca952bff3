"""What is wrong with a model file, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import Message, _, pgettext
from optimizer.lp.program import LinearProgram, MalformedProgram
from optimizer.text.shortening import clipped

MOST = 20
"""Problems told of one file."""
MEND = _("Mend or remove it.")
"""The remedy where nothing more can be said."""
LINEAR = _("Give a linear programme.")
"""The remedy for what is more than linear."""


class Faults:
    """What is wrong with a file; the first `MOST` problems are told."""

    def __init__(self, name: str) -> None:
        self.name, self.issues, self.more = name, list[Issue](), 0

    def add(self, line: int | None, problem: Message, remedy: Message = MEND) -> None:
        """One more problem, at a line (from 1) or of the file as a whole."""
        where = self.name if line is None else f"{self.name}, line {line}"
        if len(self.issues) < MOST:
            self.issues.append(Issue(where, problem, remedy))
        else:
            self.more += 1

    def refuse(self) -> None:
        """Raise InvalidInput if anything was wrong."""
        if not self.issues:
            return
        if self.more:
            problem = pgettext("programme", "There are more problems than these.")
            remedy = _("Mend those above first.")
            self.issues.append(Issue(self.name, problem, remedy))
        raise InvalidInput(self.issues)

    def check(self, program: LinearProgram) -> None:
        """Raise InvalidInput if a finished programme holds what is no number, or for the rest."""
        try:
            program.arrays  # noqa: B018  # put together now, every number finite
        except MalformedProgram:
            problem = _("The sum of some numbers is beyond what can be computed with (1.8e308).")
            self.add(None, problem, _("State it in other units."))
        self.refuse()

    # --- problems that several formats know -------------------------------------------------------
    def number(self, line: int, text: str) -> None:
        """What should be a number is none."""
        problem = _("'{said}' is no number.", said=short(text))
        self.add(line, problem, _("Write it like 1250.5 or 1.2505e3."))

    def twice(self, line: int, name: str) -> None:
        """A name or an entry stands there twice."""
        self.add(
            line, pgettext("file", "'{name}' is given twice.", name=name), _("Keep one of them.")
        )

    def unknown(self, line: int, name: str, known: Iterable[object]) -> None:
        """A name that nothing defines."""
        problem = _("There is no '{short}' to refer to.", short=short(name))
        self.add(line, problem, suggest(short(name), [short(str(k)) for k in islice(known, 2000)]))

    def shape(self, line: int, fields: Message) -> None:
        """A line of an MPS file has not the fields that its section asks for."""
        problem = _("This line should hold {fields}.", fields=fields)
        remedy = _(
            "Write it so; names hold spaces only where all fields stand in the columns of the "
            "fixed format."
        )
        self.add(line, problem, remedy)

    def below_nought(self, column: object) -> None:
        """An upper bound below 0 whose lower bound nobody stated."""
        problem = _(
            "'{column}' has an upper bound below 0 and no lower one; solvers read this "
            "differently (lower bound 0, or none).",
            column=column,
        )
        self.add(None, problem, _("State its lower bound too."))

    def endless(self, name: object) -> None:
        """A limit that nothing can keep."""
        problem = _("'{name}' must be at least +infinity or at most -infinity.", name=name)
        self.add(None, problem, _("State a finite limit, or leave it out."))


def short(text: str) -> str:
    """A name as long as a message bears, without what would move a terminal."""
    return clipped("".join(c if c.isprintable() else "?" for c in text))
