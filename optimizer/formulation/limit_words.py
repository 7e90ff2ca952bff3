"""How a limit reads: money in words, people, units and shares each in their own unit."""

from __future__ import annotations

from optimizer.domain.base import Text
from optimizer.domain.units import Unit
from optimizer.domain.wording import LANGUAGES, digits, money, percent
from optimizer.formulation.rules.base import MONEY, SHARE
from optimizer.i18n import Words


def limit_words(value: float, unit: Words, purse: Unit, significant: int = 3) -> Words:
    """A limit with its unit; `unit` as rules name it, `purse` the scenario's unit of money.

    >>> limit_words(22.4, Text(en="people", ko="명"), Unit(1e6, (("KRW", 1),))).ko
    '22.4명'
    """
    if unit.en == MONEY.en:
        said = [money(value, purse, language, significant) for language in LANGUAGES]
    elif unit.en == SHARE.en:
        said = [percent(value, significant)] * 2
    else:
        count = digits(value, significant)
        said = [f"{count} {unit.en}", f"{count}{unit.ko}"]
    return Text(en=said[0], ko=said[1])
