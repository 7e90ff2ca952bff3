"""A figure that knows its sources: arithmetic keeps them, and a missing part leaves a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from optimizer.domain.evidence import Grade
from optimizer.i18n import Words, _, in_a_row

Part = TypeVar("Part")


@dataclass(frozen=True)
class Traced:
    """A number with what it rests on; where `value` is None, `gaps` says why.

    `sources` are identifiers of the evidence, `grade` is the weakest of the parts, `years` are the
    years that the parts describe.
    """

    value: float | None
    sources: tuple[str, ...] = ()
    grade: Grade = Grade.A
    years: tuple[int, ...] = ()
    gaps: tuple[Words, ...] = ()

    def __mul__(self, other: Traced | float) -> Traced:
        if not isinstance(other, Traced):
            other = Traced(other)
        if self.value is None or other.value is None:
            return self._with(other, None)
        return self._with(other, self.value * other.value)

    def __truediv__(self, other: Traced) -> Traced:
        if self.value is None or other.value is None:
            return self._with(other, None)
        if other.value == 0:
            return missing(_("Nothing to divide by."))
        return self._with(other, self.value / other.value)

    def _with(self, other: Traced, value: float | None) -> Traced:
        """The combination of two figures; a gap keeps no sources."""
        gaps = _distinct([*self.gaps, *other.gaps])
        if value is None:
            return Traced(None, gaps=gaps)
        return Traced(
            value,
            _distinct([*self.sources, *other.sources]),
            max(self.grade, other.grade),
            _distinct(sorted([*self.years, *other.years])),
        )

    @property
    def number(self) -> float:
        """The value, not-a-number where there is none."""
        return float("nan") if self.value is None else self.value

    @property
    def source_list(self) -> str:
        """Identifiers of the sources, separated by commas."""
        return ", ".join(self.sources)

    @property
    def year_list(self) -> str:
        """The years, separated by commas."""
        return ", ".join(map(str, self.years))

    @property
    def gap(self) -> Words:
        """Why there is no value; empty where there is one."""
        return in_a_row(self.gaps, " ")


def missing(*gaps: Words) -> Traced:
    """A gap with its reasons."""
    return Traced(None, gaps=gaps)


def total(parts: Iterable[Traced], nothing: Words) -> Traced:
    """The sum of the figures that are known; where none is, a gap with the reason `nothing`."""
    known = [p for p in parts if p.value is not None]
    if not known:
        return missing(nothing)
    return Traced(
        sum(p.value for p in known if p.value is not None),
        _distinct([s for p in known for s in p.sources]),
        max(p.grade for p in known),
        _distinct(sorted(y for p in known for y in p.years)),
    )


def _distinct(values: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(dict.fromkeys(values))
