"""Grades: how well a figure is founded."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """How well a figure is founded."""

    A = "A"
    """Official figure, often read through the press (see `read_as`)."""
    B = "B"
    """Reputable press, think tank, or peer-reviewed research."""
    C = "C"
    """Indirect: second-hand, a proxy, or another definition."""
    X = "X"
    """Assumption of this project; nobody has measured it."""

    @property
    def meaning(self) -> str:
        """The grade in one line."""
        return _MEANING[self]


_MEANING = {
    Grade.A: "Official figure, often read through the press.",
    Grade.B: "Reputable press, think tank, or peer-reviewed research.",
    Grade.C: "Indirect: second-hand, a proxy, or another definition.",
    Grade.X: "Assumption of this project; nobody has measured it.",
}
