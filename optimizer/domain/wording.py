"""How numbers read in each language: money by the scales of its people, ranges, shares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import floor, isfinite, isinf, log10

from optimizer.domain.units import Unit
from optimizer.i18n import Figure, Message, in_a_row, pgettext, verbatim
from optimizer.i18n.numerals import scales

MOST_DIGITS = 15
"""No amount is written with more digits than a number holds."""
_NAMES: Mapping[str, Message] = {
    "KRW": pgettext("currency", "won"),
    "USD": pgettext("currency", "US dollars"),
    "EUR": pgettext("currency", "euros"),
    "GBP": pgettext("currency", "pounds"),
    "JPY": pgettext("currency", "yen"),
    "AUD": pgettext("currency", "Australian dollars"),
    "CAD": pgettext("currency", "Canadian dollars"),
    "SGD": pgettext("currency", "Singapore dollars"),
    "NOK": pgettext("currency", "Norwegian kroner"),
    "CNY": pgettext("currency", "yuan"),
    "HKD": pgettext("currency", "Hong Kong dollars"),
}
_SYMBOLS = {
    "KRW": "₩", "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥",
    "AUD": "A$", "CAD": "C$", "SGD": "S$",
}  # fmt: skip


def digits(value: float, significant: int = 3) -> Figure:
    """A number with so many significant digits, thousands separated, without an exponent.

    >>> digits(0.36764), digits(18000), digits(1437.94)
    ('0.368', '18,000', '1,438')
    """
    if isinf(value):
        return Figure("∞" if value > 0 else "−∞")
    if value == 0:
        return Figure("0")
    places = max(0, significant - 1 - floor(log10(abs(value))))
    text = f"{abs(value):,.{min(places, 9)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return Figure(("−" if value < 0 and text != "0" else "") + text)


def money(value: float, unit: Unit, language: str, significant: int = 3) -> str:
    """An amount of money in words; `value` is in `unit`.

    >>> won = Unit(1e6, (("KRW", 1),))
    >>> money(18000, won, "en"), money(0.0025, won, "en")
    ('18 billion won', '2,500 won')
    """
    whole = value * unit.scale
    if isinf(whole):
        return digits(whole).in_(language)
    whole = 0.0 if abs(whole) < 0.5 else whole
    steps = (*scales(language), (1.0, ""))
    size, word = next(((s, w) for s, w in steps if abs(whole) >= s * 0.9995), steps[-1])
    return _counted(digits(whole / size, significant), word, unit, language)


def _counted(number: str, scale: str, unit: Unit, language: str) -> str:
    """A number of millions, say, of a currency; a currency without a name is told by its code."""
    code = unit.currency or ""
    name = _NAMES.get(code)
    values = {"number": number, "scale": scale, "currency": name or code}
    if scale:
        said = pgettext("money", "{number} {scale} {currency}", **values)
    elif name is not None:
        said = pgettext("money", "{number} {currency}", **values)
    else:
        said = in_a_row((number, code), " ")
    return said.in_(language).strip()


def apart(values: Sequence[float], unit: Unit, language: str, significant: int = 3) -> list[str]:
    """Amounts of money set against each other: with so many digits that those that differ show it.

    >>> won = Unit(1e6, (("KRW", 1),))
    >>> apart([18000, 18040], won, "en"), apart([18000, 18000], won, "en")
    (['18 billion won', '18.04 billion won'], ['18 billion won', '18 billion won'])
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
    >>> entry_unit(18000, won, "en")
    (1000.0, 'billion won')
    """
    whole = abs(amount * unit.scale)
    steps = scales(language)[1:]
    size, word = next(((s, w) for s, w in steps if whole >= s or whole == 0), (1.0, ""))
    return size / unit.scale, _counted("", word, unit, language)


def full_money(value: float, unit: Unit) -> Figure:
    """An amount written out in whole currency units, e.g. '₩18,000,000,000'."""
    symbol = _SYMBOLS.get(unit.currency or "")
    whole = f"{value * unit.scale:,.0f}"
    return Figure(f"{symbol}{whole}" if symbol else f"{whole} {unit.currency or ''}".rstrip())


def span(low: str, high: str, language: str) -> str:
    """A range between two figures, as each language writes it; one figure where both read alike.

    >>> span("2025", "2028", "en"), span("2025", "2025", "en")
    ('2025–2028', '2025')
    """
    said = pgettext("range", "{low}–{high}", low=low, high=high)
    return (verbatim(low) if low == high else said).in_(language)


def reach(low: str, high: str, language: str) -> str:
    """The same inside a sentence.

    >>> reach("20", "22", "en"), reach("21", "21", "en")
    ('20 to 22', '21')
    """
    said = pgettext("range", "{low} to {high}", low=low, high=high)
    return (verbatim(low) if low == high else said).in_(language)


def with_article(country: str) -> str:
    """A country's English name as it stands in a sentence.

    >>> with_article("United Kingdom"), with_article("Korea")
    ('the United Kingdom', 'Korea')
    """
    return f"the {country}" if country.split()[0] in ("United", "European") else country


def percent(share: float, significant: int = 2) -> Figure:
    """A share as a percentage.

    >>> percent(0.1234)
    '12%'
    """
    return Figure(f"{digits(100.0 * share, significant)}%")
