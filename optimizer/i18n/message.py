"""A message: English text with named places, said in any language that has a catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

from optimizer.i18n.catalogue import SOURCE, translated


class Words(Protocol):
    """What can be said in a language: a message, a title of a document, a figure."""

    def in_(self, language: str) -> str:
        """The words in `language`, e.g. 'en'; in English where they have no other."""
        ...


class Message(str):
    """A message with its values; as a string it reads in English."""

    template: str
    values: Mapping[str, object]
    plural: str | None
    number: float
    context: str | None

    def __new__(
        cls,
        template: str,
        values: Mapping[str, object] | None = None,
        plural: str | None = None,
        number: float = 1,
        context: str | None = None,
    ) -> Message:
        """The message; `plural` is its text for a `number` other than one."""
        values = values or {}
        english = template if plural is None or number == 1 else plural
        text = super().__new__(cls, _filled(english, values, SOURCE))
        text.template, text.values, text.plural = template, values, plural
        text.number, text.context = number, context
        return text

    def in_(self, language: str) -> str:
        """The message in `language`, in English where its catalogue lacks it."""
        if language == SOURCE:
            return str(self)
        text = translated(language, self.template, self.plural, self.number, self.context)
        return _filled(text, self.values, language)

    def filled(self, **values: object) -> Message:
        """The message, stated without values, with these in its places."""
        return Message(self.template, values, self.plural, self.number, self.context)

    def __add__(self, other: str) -> Message:
        """Both texts in a row; a plain text is the same in every language."""
        return in_a_row((self, other), "")

    def __reduce__(self) -> tuple[Any, ...]:
        """What copies and other processes make it from."""
        parts = (self.template, dict(self.values), self.plural, self.number, self.context)
        return Message, parts


class Spoken:
    """A text that a function makes for each language, e.g. an amount of money."""

    def __init__(self, function: Callable[..., str], *args: object, **kwargs: object) -> None:
        self._function, self._args, self._kwargs = function, args, kwargs

    def in_(self, language: str) -> str:
        """The text in `language`."""
        args = (_said(arg, language) for arg in self._args)
        said = self._function(*args, language=language, **self._kwargs)
        return str(_said(said, language))

    def __str__(self) -> str:
        return self.in_(SOURCE)


def _(template: str, /, **values: object) -> Message:
    """A message; `values` fill its named places, words among them in the language asked for."""
    return Message(template, values)


def pgettext(context: str, template: str, /, **values: object) -> Message:
    """A message whose English says several things: `context` tells which."""
    return Message(template, values, context=context)


def ngettext(one: str, many: str, number: float, /, **values: object) -> Message:
    """A message that depends on a number."""
    return Message(one, values, many, number)


def npgettext(context: str, one: str, many: str, number: float, /, **values: object) -> Message:
    """A message that depends on a number, and whose English says several things."""
    return Message(one, values, many, number, context)


def rendered(function: Callable[..., str], *args: object, **kwargs: object) -> Spoken:
    """What `function(*args, language=…, **kwargs)` gives in each language."""
    return Spoken(function, *args, **kwargs)


def verbatim(text: object) -> Message:
    """A name, code or figure that is the same in every language."""
    return Message("{text}", {"text": text})


def in_a_row(parts: Iterable[object], glue: object) -> Message:
    """Texts in a row with the same words between them."""
    values: dict[str, object] = {f"part{n}": part for n, part in enumerate(parts)}
    template = "{glue}".join(f"{{{name}}}" for name in values)
    return Message(template, {**values, "glue": glue}) if values else EMPTY


def _filled(text: str, values: Mapping[str, object], language: str) -> str:
    """The text with its places filled; braces of a text without values are no places."""
    if not values:
        return text
    return text.format_map({name: _said(value, language) for name, value in values.items()})


def _said(value: object, language: str) -> object:
    speak = getattr(value, "in_", None)
    return value if speak is None else speak(language)


EMPTY = Message("")
"""No words at all."""
