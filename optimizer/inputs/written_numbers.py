"""Numbers as people write them: commas, percent signs, full-width digits; never a wrong reading."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence

from optimizer.domain.units import Unit
from optimizer.i18n import Message, _
from optimizer.i18n.numerals import understood

_SCALES: Mapping[str, float] = understood("scales")
"""Words for powers of ten, as people write money."""
_CURRENCIES: Mapping[str, Sequence[str]] = understood("currencies")
"""What may stand beside an amount in whole units of a currency."""
_WORDS = "|".join(sorted(_SCALES, key=len, reverse=True))
_AMOUNTS = re.compile(rf"([\d.,]+)\s*({_WORDS}|)(?![a-z])\s*")
_PLAIN = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_LAKHS = re.compile(r"[-+]?[1-9]\d?(?:,\d{2})*,\d{3}(?:\.\d+)?")
_POINTS = re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3})+,\d+|[-+]?[1-9]\d{0,2}(?:\.\d{3}){2,}")
_COMMA = re.compile(r"[-+]?\d+,\d+")
_GAPS = re.compile(r"(?<=\d)[\s'_](?=\d)")
_MINUS = str.maketrans("−–△▲", "----")


def number_in(text: str) -> float | None:
    """The number that a text is: plain, or with commas between thousands; else None.

    >>> number_in("1,200"), number_in("1200.5"), number_in("1,5"), number_in("1.234,5")
    (1200.0, 1200.5, None, None)
    """
    tidy = text.strip()
    if _THOUSANDS.fullmatch(tidy) is not None:
        tidy = tidy.replace(",", "")
    if _PLAIN.fullmatch(tidy) is None or len(tidy) > 300:
        return None
    value = float(tidy)
    return value if abs(value) < float("inf") else None


def amount_in(text: str, unit: Unit) -> float | None:
    """The money that a text names with a unit of its own, in `unit`; None where it names none.

    >>> won = Unit(1e6, (("KRW", 1),))
    >>> [amount_in(text, won) for text in ("1.8bn", "1tn 200 bn won", "₩18 bn", "$18 bn")]
    [1800.0, 1200000.0, 18000.0, None]
    """
    text = unicodedata.normalize("NFKC", text).strip().lower()
    code = unit.currency or ""
    for word in _CURRENCIES.get(code, (code.lower(),)):
        text = text.removeprefix(word).removesuffix(word or "\0").strip()
    parts = _AMOUNTS.findall(text)
    if not parts or _AMOUNTS.sub("", text):
        return None
    whole, before = 0.0, math.inf
    for digits, word in parts:
        number, scale = number_in(digits), _SCALES.get(word, 1.0)
        if number is None or scale >= before:
            return None
        whole, before = whole + number * scale, scale
    return float(f"{whole / unit.scale:.12g}")


def plainly(text: str) -> str | None:
    """How the number that a text is meant to be is written plainly; None where that is unclear.

    >>> [plainly(text) for text in ("0,05", "1.234,5", "1,5", "１２３", "18,000", "5 %", "1e400")]
    ['0.05', '1234.5', '1.5', '123', '18000', '0.05', None]
    """
    tidy = unicodedata.normalize("NFKC", text).translate(_MINUS).strip()
    share = tidy.endswith("%")
    tidy = _GAPS.sub("", tidy.removesuffix("%").strip())
    if _THOUSANDS.fullmatch(tidy) is not None or _LAKHS.fullmatch(tidy) is not None:
        tidy = tidy.replace(",", "")
    elif _POINTS.fullmatch(tidy) is not None:
        tidy = tidy.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(tidy) is not None:
        tidy = tidy.replace(",", ".")
    if number_in(tidy) is None:
        return None
    return f"{float(tidy) / 100:g}" if share else tidy


def rewritten(text: str) -> Message | None:
    """What to do about a text where a number belongs; None where it is none in any writing."""
    meant = plainly(text)
    if meant is not None and text.rstrip().endswith(("%", "％")):
        return _("Write shares as fractions: {meant}.", meant=meant)
    if meant is not None:
        return _("Write {meant} without quotes or separators.", meant=meant)
    return _NO_DATE if _DATE.fullmatch(text) is not None else None


_DATE = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_NO_DATE = _("A date stands here: format the cell as a number and type the number again.")
