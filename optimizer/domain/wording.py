"""How numbers read in each language: money in 억/조 or million/billion, people, shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import floor, isfinite, isinf, log10

from optimizer.domain.units import Unit

MOST_DIGITS = 15
"""No amount is written with more digits than a number holds."""
_NAMES = {
    "KRW": ("won", "원"),
    "USD": ("US dollars", "달러"),
    "EUR": ("euros", "유로"),
    "GBP": ("pounds", "파운드"),
    "JPY": ("yen", "엔"),
    "AUD": ("Australian dollars", "호주달러"),
    "CAD": ("Canadian dollars", "캐나다달러"),
    "SGD": ("Singapore dollars", "싱가포르달러"),
    "NOK": ("Norwegian kroner", "노르웨이크로네"),
    "CNY": ("yuan", "위안"),
    "HKD": ("Hong Kong dollars", "홍콩달러"),
}
_SYMBOLS = {
    "KRW": "₩", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥",
    "AUD": "A$", "CAD": "C$", "SGD": "S$",
}  # fmt: skip


def digits(value: float, significant: int = 3) -> str:
    """A number with so many significant digits, thousands separated, without an exponent.

    >>> digits(0.36764), digits(18000), digits(1437.94)
    ('0.368', '18,000', '1,438')
    """
    if isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    places = max(0, significant - 1 - floor(log10(abs(value))))
    text = f"{abs(value):,.{min(places, 9)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ("−" if value < 0 and text != "0" else "") + text


def money(value: float, unit: Unit, language: str, significant: int = 3) -> str:
    """An amount of money in words; `value` is in `unit`.

    >>> won = Unit(1e6, (("KRW", 1),))
    >>> money(18000, won, "en"), money(18000, won, "ko"), money(0.0025, won, "ko")
    ('18 billion won', '180억 원', '2,500원')
    """
    whole = value * unit.scale
    code = unit.currency or ""
    name = _NAMES.get(code, (code, code))[1 if language == "ko" else 0]
    if isinf(whole):
        return digits(whole)
    whole = 0.0 if abs(whole) < 0.5 else whole
    if language == "ko":
        steps = ((1e12, "조"), (1e8, "억"), (1e4, "만"), (1.0, ""))
    else:
        steps = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"), (1.0, ""))
    size, word = next(((s, w) for s, w in steps if abs(whole) >= s * 0.9995), steps[-1])
    gap = "" if language == "ko" and not word and name != code else " "
    return f"{digits(whole / size, significant)}{word}{gap}{name}".rstrip()


def apart(values: Sequence[float], unit: Unit, language: str, significant: int = 3) -> list[str]:
    """Amounts of money set against each other: with so many digits that those that differ show it.

    >>> won = Unit(1e6, (("KRW", 1),))
    >>> apart([18000, 18040], won, "en"), apart([18000, 18000], won, "ko")
    (['18 billion won', '18.04 billion won'], ['180억 원', '180억 원'])
    """
    whole = [round(v * unit.scale) / unit.scale if isfinite(v) else v for v in values]
    return distinct(whole, lambda v, shown: money(v, unit, language, shown), significant)


def distinct(
    values: Sequence[float], say: Callable[[float, int], str], significant: int = 3
) -> list[str]:
    """Figures set against each other, as `say` writes them with so many digits as tell them apart.

    >>> distinct([0.1, 0.1004], percent)
    ['10%', '10.04%']
    """
    for shown in range(significant, MOST_DIGITS + 1):
        said = [say(value, shown) for value in values]
        if len(set(said)) >= len(set(values)):
            break
    return said


def entry_unit(amount: float, unit: Unit, language: str) -> tuple[float, str]:
    """In what steps a person types money of about this amount: size in `unit`, and its name.

    >>> won = Unit(1e6, (("KRW", 1),))
    >>> entry_unit(18000, won, "ko"), entry_unit(18000, won, "en")
    ((100.0, '억 원'), (1000.0, 'billion won'))
    """
    code = unit.currency or ""
    name = _NAMES.get(code, (code, code))[1 if language == "ko" else 0]
    steps = ((1e8, "억"), (1e4, "만")) if language == "ko" else ((1e9, "billion"), (1e6, "million"))
    whole = abs(amount * unit.scale)
    size, word = next(((s, w) for s, w in steps if whole >= s or whole == 0), (1.0, ""))
    return size / unit.scale, f"{word} {name}".strip()


def full_money(value: float, unit: Unit) -> str:
    """An amount written out in whole currency units, e.g. '₩18,000,000,000'."""
    symbol = _SYMBOLS.get(unit.currency or "")
    whole = f"{value * unit.scale:,.0f}"
    return f"{symbol}{whole}" if symbol else f"{whole} {unit.currency or ''}".rstrip()


def span(low: str, high: str, language: str) -> str:
    """A range between two figures, as each language writes it; one figure where both read alike.

    >>> span("2025", "2028", "en"), span("2025", "2028", "ko"), span("2025", "2025", "en")
    ('2025–2028', '2025~2028', '2025')
    """
    return low if low == high else f"{low}{'~' if language == 'ko' else '–'}{high}"


def reach(low: str, high: str, language: str) -> str:
    """The same inside a sentence.

    >>> reach("20", "22", "en"), reach("20", "22", "ko"), reach("21", "21", "en")
    ('20 to 22', '20~22', '21')
    """
    return span(low, high, language) if language == "ko" or low == high else f"{low} to {high}"


def with_article(country: str) -> str:
    """A country's English name as it stands in a sentence.

    >>> with_article("United Kingdom"), with_article("Korea")
    ('the United Kingdom', 'Korea')
    """
    return f"the {country}" if country.split()[0] in ("United", "European") else country


def percent(share: float, significant: int = 2) -> str:
    """A share as a percentage.

    >>> percent(0.1234)
    '12%'
    """
    return f"{digits(100.0 * share, significant)}%"
