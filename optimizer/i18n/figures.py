"""Figures: numbers written in English that take the signs of a language from its locale data."""

from __future__ import annotations

from functools import cache

from optimizer.i18n.catalogue import SOURCE


class Figure(str):
    """A number as English writes it; another language has its own decimal and thousands signs.

    >>> str(Figure("1,234.5")), Figure("1,234.5").in_("de")
    ('1,234.5', '1.234,5')
    """

    __slots__ = ()

    def in_(self, language: str) -> str:
        """The number as `language` writes it."""
        return str(self) if language == SOURCE else self.translate(_signs(language))


def figure(number: float, form: str = ",") -> Figure:
    """A number in a form of Python's, thousands separated where it is left out."""
    return Figure(format(number, form))


def in_english(text: str, language: str) -> str:
    """A figure that stands in a language as English writes it.

    >>> in_english("1.234,5", "de")
    '1,234.5'
    """
    signs = {} if language == SOURCE else _signs(language)
    return text.translate({ord(own): chr(english) for english, own in signs.items()})


@cache
def _signs(language: str) -> dict[int, str]:
    """What a language writes for the signs of English; nothing else where it has no locale data."""
    from babel.core import Locale, UnknownLocaleError  # English commands start without it

    try:
        known = Locale.parse(language, sep="-").number_symbols["latn"]
    except (ValueError, UnknownLocaleError):
        return {}
    return {ord(","): known["group"], ord("."): known["decimal"]}
