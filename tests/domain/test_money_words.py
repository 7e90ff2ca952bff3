"""Money in words, in every currency that a shipped scenario counts in."""

from __future__ import annotations

import pytest

from optimizer.domain.units import parse_unit
from optimizer.domain.wording import entry_unit, full_money, money
from optimizer.inputs.load import load_scenario, shipped_scenarios


@pytest.mark.parametrize(
    ("amount", "unit", "english", "korean"),
    [
        (383, "million EUR", "383 million euros", "3.83억 유로"),
        (20286, "million EUR", "20.3 billion euros", "203억 유로"),
        (82000, "million JPY", "82 billion yen", "820억 엔"),
        (369.82, "million GBP", "370 million pounds", "3.7억 파운드"),
        (35.54, "million AUD", "35.5 million Australian dollars", "3,554만 호주달러"),
        (177.52, "million CAD", "178 million Canadian dollars", "1.78억 캐나다달러"),
        (404.667, "million SGD", "405 million Singapore dollars", "4.05억 싱가포르달러"),
        (400, "million USD", "400 million US dollars", "4억 달러"),
        (3644386, "million KRW", "3.64 trillion won", "3.64조 원"),
        (0.0993, "million GBP", "99,300 pounds", "9.93만 파운드"),
    ],
)
def test_amounts(amount: float, unit: str, english: str, korean: str) -> None:
    assert money(amount, parse_unit(unit), "en") == english
    assert money(amount, parse_unit(unit), "ko") == korean


def test_every_shipped_currency_has_a_name_and_a_sign() -> None:
    for name in shipped_scenarios():
        unit = load_scenario(name).money.parsed
        assert unit.currency is not None
        for language in ("en", "ko"):
            assert unit.currency not in money(5, unit, language)
            assert unit.currency not in entry_unit(5, unit, language)[1]
        assert unit.currency not in full_money(5, unit)


def test_steps_to_type_money_in() -> None:
    euros = parse_unit("million EUR")
    assert entry_unit(383, euros, "ko") == (100.0, "억 유로")
    assert entry_unit(383, euros, "en") == (1.0, "million euros")
    assert full_money(383, euros) == "€383,000,000"
    assert full_money(35.54, parse_unit("million AUD")) == "A$35,540,000"
