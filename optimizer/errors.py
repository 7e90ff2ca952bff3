"""One root for every fault the project reports, and the three-part issue each of them carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


class OptimizerError(Exception):
    """Root of all faults this package raises on purpose."""


@dataclass(frozen=True, order=True)
class Issue:
    """One problem in an input: where it is, what is wrong, what to do about it."""

    where: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.problem} {self.remedy}"


class InvalidInput(OptimizerError):
    """An input has problems; `issues` lists all of them."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        count = len(self.issues)
        head = "1 problem" if count == 1 else f"{count} problems"
        super().__init__("\n".join([f"{head} in the input:", *(f"- {i}" for i in self.issues)]))


def suggest(name: object, known: Iterable[str]) -> str:
    """The remedy for an unknown name: the nearest known one, or the list of them."""
    names = sorted({str(k) for k in known})
    near = get_close_matches(str(name), names, 1, 0.6)
    if not near and len(str(name)) > 2:
        near = [n for n in names if n.lower().startswith(str(name).lower())]
    if near:
        return f"Did you mean '{near[0]}'?"
    if not names:
        return "Nothing is defined here yet; define it first or leave the entry out."
    shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
    return f"Known here: {shown}."
