"""Arguments of an assistant's question: what may be given, as a schema, and every fault at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Any

from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import Message, _, figure, pgettext

KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
}
"""Types of JSON by their name."""
_SAID = {
    "string": pgettext("kind", "text"),
    "number": pgettext("kind", "number"),
    "integer": pgettext("kind", "whole number"),
    "boolean": pgettext("kind", "true or false"),
    "object": pgettext("kind", "group of entries"),
    "array": pgettext("kind", "list"),
}
"""The same in words."""


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
                _("This is another kind of value."),
                self._wanted(),
            )
        if self.words and value not in self.words:
            unknown = _("'{value}' is not known here.", value=value)
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
                _("The text has {count} letters.", count=figure(size)),
                _("Give at most {count} letters.", count=figure(most, ",.0f")),
            )
        return self._issue(
            _("'{text}' cannot be used here.", text=value),
            _("Give a number from {least} to {most}.", least=f"{least:g}", most=f"{most:g}"),
        )

    def _wanted(self) -> Message:
        kind = _SAID[self.members or self.kind]
        if self.members is None:
            return _("Give a value of this kind: {kind}.", kind=kind)
        return _("Give a list whose members are of this kind: {kind}.", kind=kind)

    def _issue(self, problem: Message, remedy: Message) -> Issue:
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
            unknown = _("The question has no such argument.")
            yield Issue(name, unknown, suggest(name, names))
    for one in known:
        if one.name in given:
            found = one.fault(given[one.name])
            if found is not None:
                yield found
        elif one.required:
            yield Issue(one.name, _("This is missing."), _ADD)


def together(*parts: Iterator[Issue] | Sequence[Issue]) -> None:
    """Raises InvalidInput where there is any issue."""
    issues = [issue for part in parts for issue in part]
    if issues:
        raise InvalidInput(issues)


_ADD = _("Add it.")
