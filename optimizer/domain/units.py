"""Units of money: 'million KRW per case' is a scale, a currency and what it is paid for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

SCALES = {
    "": 1.0,
    "thousand": 1e3,
    "million": 1e6,
    "hundred million": 1e8,
    "billion": 1e9,
    "trillion": 1e12,
}
_CODES = """
AED ARS AUD BDT BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES
KRW KWD KZT MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD UYU
VND ZAR
"""
CURRENCIES = frozenset(_CODES.split())
"""ISO 4217 codes that count as money; any other word of three capitals does not."""
_CODE = "|".join(sorted(CURRENCIES))
_MONEY = re.compile(
    rf"^(?:(?P<scale>{'|'.join(sorted((s for s in SCALES if s), key=len, reverse=True))})\s+)?"
    rf"(?:(?:constant|current)\s+)?(?P<currency>{_CODE})(?=$|[\s(,])(?P<rest>.*)$"
)
_PER = re.compile(rf"^\s*per\s+(?P<what>{_CODE})$")


@dataclass(frozen=True)
class Unit:
    """A unit reduced to what matters for arithmetic.

    `scale` turns one of the unit into whole currency units; `money` holds exponents of
    currencies, e.g. {'KRW': 1} for 'million KRW per case', {'KRW': 1, 'EUR': -1} for a rate of
    exchange, and nothing for people, shares or ratios.
    """

    scale: float
    money: tuple[tuple[str, int], ...]

    @property
    def currency(self) -> str | None:
        """The currency of an amount of money, None for anything else."""
        if len(self.money) == 1 and self.money[0][1] == 1:
            return self.money[0][0]
        return None

    def __mul__(self, other: Unit) -> Unit:
        power = dict(self.money)
        for code, exponent in other.money:
            power[code] = power.get(code, 0) + exponent
        left = tuple(sorted((c, e) for c, e in power.items() if e))
        return Unit(self.scale * other.scale, left)


PLAIN = Unit(1.0, ())


AMOUNTS = tuple(f"{scale} {code}".strip() for code in sorted(CURRENCIES) for scale in SCALES)
"""Every way to write a unit of money itself, e.g. 'KRW' or 'million KRW'."""


@cache
def parse_unit(words: str | None) -> Unit:
    """The unit that `words` mean; anything that is not money counts as plain.

    >>> parse_unit("million KRW per case")
    Unit(scale=1000000.0, money=(('KRW', 1),))
    >>> parse_unit("share").currency is None
    True
    """
    found = _MONEY.match((words or "").strip())
    if found is None:
        return PLAIN
    scale, currency = SCALES[found["scale"] or ""], found["currency"]
    per = _PER.match(found["rest"])
    if per is not None:
        return Unit(scale, tuple(sorted([(currency, 1), (per["what"], -1)])))
    return Unit(scale, ((currency, 1),))
