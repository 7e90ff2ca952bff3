"""What a planner types into a box for a number: understood as it is meant, or refused; pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from math import inf

from optimizer import api

SCALES = {
    "조": 1e12, "억": 1e8, "천만": 1e7, "백만": 1e6, "만": 1e4, "천": 1e3,
    "trillion": 1e12, "tn": 1e12, "billion": 1e9, "bn": 1e9, "b": 1e9,
    "million": 1e6, "mn": 1e6, "m": 1e6, "thousand": 1e3, "k": 1e3,
}  # fmt: skip
"""Words for powers of ten, as people write money."""
CURRENCIES = {"KRW": ("원", "won", "krw", "₩"), "USD": ("달러", "dollars", "dollar", "usd", "$")}
"""What may stand beside an amount in whole units of a currency."""
LONGEST = 60
"""Characters of a number."""


@dataclass(frozen=True)
class Box:
    """What a box asks for: the size of its unit in that of the value, and what the value may be.

    With `money` other units of that money are understood; a `share` is typed in per cent.
    """

    size: float = 1.0
    least: float = -inf
    most: float = inf
    money: api.Unit | None = None
    share: bool = False
    whole: bool = False

    def shown(self, value: float) -> str:
        """A value as it stands in the box, to six digits."""
        return f"{float(f'{value / self.size:.6g}'):,.10g}"


@dataclass(frozen=True)
class Refusal:
    """Why a text is not taken: a key of the desk's words, and what fills it."""

    key: str
    values: dict[str, str]


def read(text: str, box: Box) -> float | Refusal:
    """The value that is meant, in its own unit; a text of several meanings is never guessed at."""
    said = {"text": text.strip()[:LONGEST]}
    tidy = unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()
    value = _value(tidy, box) if len(tidy) <= LONGEST else None
    if value is None:
        meant = api.plainly(tidy.rstrip("% "))
        if meant is None or api.number_in(meant) is None:
            return Refusal("typed_no_number", said)
        return Refusal("typed_unclear", {**said, "meant": meant})
    if box.whole and value != round(value):
        return Refusal("typed_whole", said)
    if not box.least <= value <= box.most:
        key = "typed_least" if value < box.least else "typed_most"
        limit = box.least if value < box.least else box.most
        return Refusal(key, {**said, "limit": box.shown(limit) + (" %" if box.share else "")})
    return value


def _value(text: str, box: Box) -> float | None:
    if box.share:
        text = text.removesuffix("%").rstrip()
    plain = api.number_in(text)
    if plain is not None:
        return float(f"{plain * box.size:.12g}")
    return None if box.money is None else _money(text.lower(), box.money)


def _money(text: str, unit: api.Unit) -> float | None:
    """An amount with its own unit, such as '1조 2,000억 원', in the scenario's unit."""
    for word in CURRENCIES.get(unit.currency or "", ((unit.currency or "").lower(),)):
        if word:
            text = text.removeprefix(word).removesuffix(word).strip()
    words = "|".join(sorted(SCALES, key=len, reverse=True))
    parts = re.findall(rf"([\d.,]+)\s*({words}|)(?![a-z])\s*", text)
    if not parts or re.sub(rf"[\d.,]+\s*({words}|)(?![a-z])\s*", "", text):
        return None
    whole, before = 0.0, inf
    for digits, word in parts:
        number, scale = api.number_in(digits), SCALES.get(word, 1.0)
        if number is None or scale >= before:
            return None
        whole, before = whole + number * scale, scale
    return float(f"{whole / unit.scale:.12g}")
