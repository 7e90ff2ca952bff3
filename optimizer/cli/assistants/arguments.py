"""Arguments of an assistant's question: what may be given, as a schema, and every fault at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from optimizer.errors import InvalidInput, Issue, Said, suggest

KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
}
"""Types of JSON by their name."""
_KOREAN = {
    "string": "텍스트", "number": "수", "integer": "정수", "boolean": "true 또는 false",
    "object": "묶음", "array": "목록",
}  # fmt: skip


@dataclass(frozen=True)
class Argument:
    """One argument of a question."""

    name: str
    kind: str
    """Key of KINDS."""
    help: str
    required: bool = False
    between: tuple[float, float] | None = None
    """Least and largest number, or letters of a text."""
    words: tuple[str, ...] = ()
    """The words that a text may be, where these are known."""
    members: str | None = None
    """Kind of the members of an array."""

    @property
    def schema(self) -> dict[str, Any]:
        """The argument as JSON Schema."""
        found: dict[str, Any] = {"type": self.kind, "description": self.help}
        if self.words:
            found["enum"] = list(self.words)
        if self.members is not None:
            found["items"] = {"type": self.members}
        if self.between is not None:
            least, most = self.between
            text = self.kind == "string"
            found |= {"maxLength": most} if text else {"minimum": least, "maximum": most}
        return found

    def fault(self, value: object) -> Issue | None:
        """What is wrong with a value, None where nothing is."""
        right = _is(value, self.kind)
        if right and self.members is not None and isinstance(value, list):
            right = all(_is(member, self.members) for member in value)
        if not right:
            return self._issue(
                Said("This is another kind of value.", "값의 종류가 다름."),
                self._wanted(),
            )
        if self.words and value not in self.words:
            unknown = Said(f"'{value}' is not known here.", f"사용할 수 없는 값: '{value}'.")
            return self._issue(unknown, suggest(value, self.words))
        return self._out_of_range(value)

    def _out_of_range(self, value: Any) -> Issue | None:
        if self.kind not in ("string", "number", "integer"):
            return None
        size = len(value) if self.kind == "string" else value
        least, most = self.between or (-inf, inf)
        if least <= size <= most and abs(size) != inf:
            return None
        if self.kind == "string":
            return self._issue(
                Said(f"The text has {size:,} letters.", f"텍스트 {size:,}자."),
                Said(f"Give at most {most:,.0f}.", f"최대 {most:,.0f}자 기재."),
            )
        return self._issue(
            Said(f"{value} cannot be used here.", f"사용할 수 없는 값: {value}."),
            Said(f"Give a number from {least:g} to {most:g}.", f"{least:g}~{most:g}의 수 기재.")
            if self.between
            else Said("Give an ordinary number.", "일반적인 수 기재."),
        )

    def _wanted(self) -> Said:
        if self.members is None:
            return Said(f"Give a value of type {self.kind}.", f"{_KOREAN[self.kind]} 기재.")
        member = _KOREAN[self.members]
        return Said(f"Give an array of type {self.members}.", f"구성원이 {member}인 목록 기재.")

    def _issue(self, problem: Said, remedy: Said) -> Issue:
        return Issue(self.name, problem, remedy)


def _is(value: object, kind: str) -> bool:
    """Whether a value is of a kind; true and false are no numbers."""
    return isinstance(value, KINDS[kind]) and (kind == "boolean" or not isinstance(value, bool))


def schema(known: Sequence[Argument]) -> dict[str, Any]:
    """All arguments of a question as JSON Schema."""
    return {
        "type": "object",
        "properties": {one.name: one.schema for one in known},
        "required": [one.name for one in known if one.required],
        "additionalProperties": False,
    }


def faults(known: Sequence[Argument], given: Mapping[str, Any]) -> Iterator[Issue]:
    """Every argument that is unknown, missing or cannot be used."""
    names = [one.name for one in known]
    for name in given:
        if name not in names:
            unknown = Said("The question has no such argument.", "질의에 없는 인수.")
            yield Issue(name, unknown, suggest(name, names))
    for one in known:
        if one.name in given:
            found = one.fault(given[one.name])
            if found is not None:
                yield found
        elif one.required:
            yield Issue(one.name, Said("This is missing.", "누락된 인수."), _ADD)


def together(*parts: Iterator[Issue] | Sequence[Issue]) -> None:
    """Raises InvalidInput where there is any issue."""
    issues = [issue for part in parts for issue in part]
    if issues:
        raise InvalidInput(issues)


_ADD = Said("Add it.", "추가.")
