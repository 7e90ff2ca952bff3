"""The order of a document never matters, and arrays of draws give the rows of each draw."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings, strategies as st

from optimizer.domain.quantity import Quantity
from optimizer.domain.slots import slots
from optimizer.errors import InvalidInput
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.numbers import paths_of_quantities
from optimizer.inputs.load import scenario_of
from optimizer.inputs.read import read_file
from tests.formulation.documents import documents
from tests.formulation.shown import dump_columns

HERE = Path(__file__).parent
TINY, LUMPY = (read_file(HERE / f"{name}.yaml") for name in ("tiny", "lumpy"))
DOCUMENTS = pytest.mark.parametrize("document", [TINY, LUMPY], ids=["tiny", "lumpy"])
ORDERED = {"bands", "product"}
FIXED = {"schema", "years", "budget", "money"}
PLAIN = {"lead_years", "life_years", "years", "year", "measure", "discount_rate", "hard", "count"}


def shuffled(value: Any, random: Random, name: str = "") -> Any:
    """The same document with the entries of every group, and the rules, in another order."""
    if isinstance(value, dict):
        entries = [(k, shuffled(v, random, str(k))) for k, v in value.items()]
        random.shuffle(entries)
        return dict(entries)
    if isinstance(value, list):
        members = [shuffled(v, random) for v in value]
        if name not in ORDERED:
            random.shuffle(members)
        return members
    return value


@DOCUMENTS
@given(random=st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_order_of_the_document_never_matters(document: dict[str, Any], random: Random) -> None:
    one = compile_program(case_of(scenario_of(document)))
    other = compile_program(case_of(scenario_of(shuffled(document, random))))
    assert one == other
    assert [list(r.terms) for r in one.rows] == [list(r.terms) for r in other.rows]


@given(document=documents(lumps=True), random=st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_order_never_matters_in_random_documents(document: dict[str, Any], random: Random) -> None:
    try:
        one = scenario_of(document)
    except InvalidInput:
        assume(False)
    other = scenario_of(shuffled(document, random))
    assert compile_program(case_of(one)) == compile_program(case_of(other))


def uncertain(document: dict[str, Any]) -> tuple[Any, dict[str, float]]:
    """The scenario of a document with every number as a quantity, and the values by path."""

    def wrap(value: Any, name: str) -> Any:
        if isinstance(value, dict):
            return {k: wrap(v, name if isinstance(k, int) else str(k)) for k, v in value.items()}
        if isinstance(value, list):
            return [wrap(v, name) for v in value]
        numeric = isinstance(value, int | float) and not isinstance(value, bool)
        return {"value": value} if numeric and name not in PLAIN else value

    wrapped = {k: wrap(v, k) if k not in FIXED else v for k, v in document.items()}
    scenario = scenario_of(wrapped)
    found = {
        slot.path: slot.number.value
        for slot in slots(scenario)
        if isinstance(slot.number, Quantity)
    }
    assert set(found) == set(paths_of_quantities(scenario).values())
    return scenario, found


@DOCUMENTS
def test_draws_give_the_rows_of_each_draw(document: dict[str, Any]) -> None:
    scenario, central = uncertain(document)
    random = np.random.default_rng(7)
    draws = {path: value * random.uniform(0.5, 1.0, 5) for path, value in central.items()}
    assert len(draws) > 25
    together = compile_program(case_of(scenario, instead=draws))
    assert together.draws == 5
    for i in range(5):
        alone = compile_program(case_of(scenario, instead={k: v[i] for k, v in draws.items()}))
        at = together.at(i)
        assert [c.key for c in at.columns] == [c.key for c in alone.columns]
        for mine, theirs in zip(at.columns, alone.columns, strict=True):
            assert (mine.lower, mine.upper, mine.integer) == (
                theirs.lower,
                theirs.upper,
                theirs.integer,
            )
            assert mine.gain == pytest.approx(theirs.gain, rel=1e-14)
        assert [r.key for r in at.rows] == [r.key for r in alone.rows]
        for row, its in zip(at.rows, alone.rows, strict=True):
            assert (row.sense, list(row.terms)) == (its.sense, list(its.terms))
            assert row.rhs == pytest.approx(its.rhs, rel=1e-14)
            assert list(row.terms.values()) == pytest.approx(list(its.terms.values()), rel=1e-14)


@DOCUMENTS
def test_the_central_case_is_the_document_itself(document: dict[str, Any]) -> None:
    scenario, central = uncertain(document)
    as_numbers = compile_program(Case(scenario, case_of(scenario, instead=central).numbers))
    plain = compile_program(case_of(scenario_of(document)))
    assert dump_columns(as_numbers) == dump_columns(plain)
    assert as_numbers == plain
