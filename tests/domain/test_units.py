"""Units of money: scales, currencies, rates of exchange, and everything that is not money."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from optimizer.domain.units import AMOUNTS, CURRENCIES, PLAIN, SCALES, Unit, parse_unit


@pytest.mark.parametrize(
    ("words", "scale", "money"),
    [
        ("KRW", 1, {"KRW": 1}),
        ("million KRW", 1e6, {"KRW": 1}),
        ("hundred million KRW", 1e8, {"KRW": 1}),
        ("billion KRW per year", 1e9, {"KRW": 1}),
        ("million KRW per case", 1e6, {"KRW": 1}),
        ("thousand USD (2023)", 1e3, {"USD": 1}),
        ("million constant KRW", 1e6, {"KRW": 1}),
        ("current USD", 1, {"USD": 1}),
        ("KRW per USD", 1, {"KRW": 1, "USD": -1}),
        ("million KRW per EUR", 1e6, {"EUR": -1, "KRW": 1}),
        ("  million KRW  ", 1e6, {"KRW": 1}),
    ],
)
def test_money(words: str, scale: float, money: dict[str, int]) -> None:
    unit = parse_unit(words)
    assert unit.scale == scale
    assert dict(unit.money) == money
    assert unit.currency == ("KRW" if money == {"KRW": 1} else "USD" if len(money) == 1 else None)


@pytest.mark.parametrize(
    "words",
    [None, "", "share", "persons per year", "GPUs", "GPU", "KRWs", "million persons", "KRWx",
     "milion KRW", "mio. KRW", "krw"],
)  # fmt: skip
def test_anything_else_is_plain(words: str | None) -> None:
    assert parse_unit(words) == PLAIN
    assert parse_unit(words).currency is None


@given(st.sampled_from(AMOUNTS))
def test_every_amount_is_money(words: str) -> None:
    unit = parse_unit(words)
    assert unit.currency == words.rsplit(" ", 1)[-1]
    assert unit.scale == SCALES[words.rpartition(" ")[0]]


def test_amounts_are_all_scales_and_currencies() -> None:
    assert len(AMOUNTS) == len(set(AMOUNTS)) == len(SCALES) * len(CURRENCIES)


def test_multiplying_units_converts_money() -> None:
    rent, rate = parse_unit("thousand USD per GPU"), parse_unit("KRW per USD")
    assert rent * rate == Unit(1e3, (("KRW", 1),))
    assert (rent * rate).currency == "KRW"
    assert rent * PLAIN == rent
    assert (parse_unit("KRW") * parse_unit("KRW")).currency is None
    assert (parse_unit("KRW per USD") * parse_unit("USD per KRW")).money == ()


@given(st.lists(st.sampled_from(["KRW", "million USD", "KRW per USD", "share"]), max_size=5))
def test_the_order_of_factors_does_not_matter(words: list[str]) -> None:
    def product(names: list[str]) -> Unit:
        unit = PLAIN
        for name in names:
            unit = unit * parse_unit(name)
        return unit

    assert product(words) == product(words[::-1])
