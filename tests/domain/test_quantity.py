"""Numbers of a document: their four forms, their ranges and what they refer to."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from optimizer.domain.evidence import Grade
from optimizer.domain.pathway import Pool
from optimizer.domain.quantity import Number, Product, Quantity, Reference, references

NUMBER: TypeAdapter[Any] = TypeAdapter(Number)


def read(text: str) -> Any:
    return NUMBER.validate_json(text, strict=True)


def test_the_four_forms() -> None:
    assert read("5") == 5.0
    assert read('{"value": 5, "low": 4}') == Quantity(value=5.0, low=4.0)
    assert read('{"ref": "x"}') == Reference(ref="x")
    nested = read('{"product": [2, {"ref": "x"}, {"product": [{"ref": "y"}]}]}')
    assert nested == Product(
        product=(2.0, Reference(ref="x"), Product(product=(Reference(ref="y"),)))
    )
    assert list(references(nested)) == ["x", "y"]


def test_a_number_without_a_grade_is_an_assumption() -> None:
    quantity = Quantity(value=1.0)
    assert quantity.grade is Grade.X
    assert not quantity.uncertain
    assert Quantity(value=1.0, high=2.0).uncertain
    assert Quantity(value=1.0, low=1.0).uncertain


@pytest.mark.parametrize("low", [None, 0.0, 1.0])
@pytest.mark.parametrize("high", [None, 1.0, 2.0])
def test_the_value_may_be_an_end_of_its_range(low: float | None, high: float | None) -> None:
    assert Quantity(value=1.0, low=low, high=high).value == 1.0


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2, None, "low end 2 lies above the value 1"),
        (None, 0, "high end 0 lies below the value 1"),
        (2, 0, "above the value 1 and the high end 0 lies below"),
    ],
)
def test_a_value_outside_its_range_is_refused(low: Any, high: Any, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Quantity.model_validate({"value": 1.0, "low": low, "high": high}, strict=False)


@pytest.mark.parametrize("text", ['"5"', "true", "null", "[5]", "NaN", "Infinity", "{}"])
def test_nothing_else_is_a_number(text: str) -> None:
    with pytest.raises(ValidationError):
        read(text)


def test_numbers_by_year() -> None:
    pool = Pool.model_validate_json('{"people_per_year": {"2025": 1, "2026": {"ref": "x"}}}')
    assert pool.people_per_year == {2025: 1.0, 2026: Reference(ref="x")}
    assert list(references(pool.people_per_year)) == ["x"]
    for year in ("25", "2025.0", "1899", "20250", " 2025", "02025", "x", ""):
        with pytest.raises(ValidationError):
            Pool.model_validate({"people_per_year": {year: 1.0}})


def test_values_cannot_be_changed() -> None:
    quantity = Quantity(value=1.0)
    with pytest.raises(ValidationError):
        quantity.value = 2.0  # type: ignore[misc]
