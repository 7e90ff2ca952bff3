"""Numbers that are typed: read as they are meant, or refused in words; never another number."""

from __future__ import annotations

import pytest

from optimizer.api import desk as api
from tests.ui.screen import open_view, part
from ui.moves.typed_numbers import Box, Refusal, read

WON = api.parse_unit("million KRW")
DOLLARS = api.parse_unit("million USD")
BUDGET_EN = Box(1000.0, 0.0, 1_800_000.0, money=WON)
"""Typed in billion won, held in million won."""
BUDGET_KO = Box(100.0, 0.0, 1_800_000.0, money=WON)
"""Typed in 억 원."""


@pytest.mark.parametrize(
    ("text", "box", "value"),
    [
        ("18", BUDGET_EN, 18_000.0),
        ("18", BUDGET_KO, 1_800.0),
        (" １８ ", BUDGET_KO, 1_800.0),
        ("1,800", BUDGET_EN, 1_800_000.0),
        ("18억", BUDGET_EN, 1_800.0),
        ("18억 원", BUDGET_KO, 1_800.0),
        ("1조 2,000억", BUDGET_EN, 1_200_000.0),
        ("180억5,000만 원", BUDGET_KO, 18_050.0),
        ("18 billion", BUDGET_KO, 18_000.0),
        ("₩18bn", BUDGET_EN, 18_000.0),
        ("500m won", BUDGET_EN, 500.0),
        ("18,000,000,000원", BUDGET_KO, 18_000.0),
        ("$2.5 million", Box(1.0, money=DOLLARS), 2.5),
        ("1e1", Box(), 10.0),
        ("\u22123.5", Box(), -3.5),
        ("45 %", Box(0.01, 0.0, 1.0, share=True), 0.45),
        ("45", Box(0.01, 0.0, 1.0, share=True), 0.45),
        ("3", Box(least=0.0, whole=True), 3.0),
    ],
)
def test_a_number_is_read_as_it_is_meant(text: str, box: Box, value: float) -> None:
    assert read(text, box) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "box", "why", "meant"),
    [
        ("1,5", BUDGET_EN, "in several ways", "1.5"),
        ("1.234,5", BUDGET_EN, "in several ways", "1234.5"),
        ("1,80,0", BUDGET_EN, "it is no number", ""),
        ("18,000", BUDGET_EN, "the most is", ""),
        ("1e308", BUDGET_EN, "the most is", ""),
        ("1e999", BUDGET_EN, "it is no number", ""),
        ("9" * 400, BUDGET_EN, "it is no number", ""),
        ("NaN", BUDGET_EN, "it is no number", ""),
        ("inf", BUDGET_EN, "it is no number", ""),
        ("-1", BUDGET_EN, "the least is", ""),
        ("18 cats", BUDGET_EN, "it is no number", ""),
        ("18억 달러", BUDGET_EN, "it is no number", ""),
        ("2,000억 1조", BUDGET_EN, "it is no number", ""),
        ("억", BUDGET_EN, "it is no number", ""),
        ("", BUDGET_EN, "it is no number", ""),
        ("18억", Box(), "it is no number", ""),
        ("101", Box(0.01, 0.0, 1.0, share=True), "the most is", ""),
        ("2.5", Box(whole=True), "only whole numbers", ""),
    ],
)
def test_what_is_unclear_or_beyond_is_refused(text: str, box: Box, why: str, meant: str) -> None:
    found = read(text, box)
    assert isinstance(found, Refusal)
    assert why in found.said
    assert found.said.values.get("meant", "") == meant


@pytest.mark.parametrize("value", [0.0, 18_000.0, 1_234_500.0, 0.05, 1e-7, -2.5])
@pytest.mark.parametrize("box", [BUDGET_EN, BUDGET_KO, Box(0.01, share=True), Box()])
def test_what_a_box_shows_is_read_as_its_value(box: Box, value: float) -> None:
    free = Box(box.size, money=box.money, share=box.share)
    assert read(free.shown(value), free) == pytest.approx(value, rel=1e-5, abs=1e-12)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Write 1.5"), ("ko", "‘1,5’ 반영하지 않음")]
)
def test_a_refusal_stands_beside_its_box_until_something_is_taken(
    language: str, words: str
) -> None:
    at = open_view("plan", {"lang": language})
    key = f"budget-{language}"
    at.text_input(key=key).set_value("1,5").run()
    assert not at.exception
    assert words in part(at, f"refused-{key}")
    assert at.text_input(key=key).value == {"en": "18", "ko": "180"}[language]
    assert "budget" not in at.query_params
    at.text_input(key=key).set_value("90억" if language == "ko" else "9").run()
    assert at.text_input(key=key).value == {"en": "9", "ko": "90"}[language]
    with pytest.raises(AssertionError, match="refused"):
        part(at, f"refused-{key}")


@pytest.mark.parametrize("amount", ["1e308", "nan", "inf", "-1", "1,5", "1e15"])
def test_a_link_with_a_budget_beyond_reason_is_refused_at_once(amount: str) -> None:
    at = open_view("plan", {"lang": "en", "budget": amount})
    assert not at.exception
    assert f"budget={amount}" in part(at, "ignored")
    assert at.text_input(key="budget-en").value == "18"
