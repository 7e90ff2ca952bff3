"""The words among which an entry chooses come from the layout, whatever group declares them."""

from __future__ import annotations

from optimizer.inputs.meanings import choices


def test_every_declared_choice_is_there() -> None:
    known = choices()
    assert known["hard"] == ("TRUE", "FALSE")
    assert known["payment"] == ("commitment", "yearly")
    assert known["curve"] == ("hill", "exponential", "logarithmic", "power")
    assert known["grade"] == ("A", "B", "C", "X")


def test_kinds_of_rules_that_share_an_entry_share_its_words() -> None:
    """An earmark is a floor or a ceiling; either-or counts at least, at most or exactly."""
    known = choices()
    assert set(known["bound"]) == {"floor", "ceiling", "at_least", "at_most", "exactly"}
    assert {"net", "supported", "spending", "liability", "units", "people"} == set(known["of"])


def test_numbers_and_names_are_no_choices() -> None:
    assert not {"schema", "schema_", "pool", "share", "title", "source"} & set(choices())
