"""Rows by names are the rows of the linear programme: expanded they agree term by term."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings

from optimizer.domain.scenario import Scenario
from optimizer.domain.slots import slots
from optimizer.errors import InvalidInput
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.named_sums import NamedSums, named_sums
from optimizer.formulation.rules import RULES
from optimizer.formulation.terms import Terms, scaled, total
from optimizer.formulation.traced import Made, Named, Traced, addends, is_negative, said
from optimizer.inputs.load import load_scenario, scenario_of
from optimizer.lp.program import Key
from tests.formulation.documents import documents

HERE = Path(__file__).parent


def known(scenario: Scenario) -> set[str]:
    """Every place of a scenario that holds a number."""
    years = (f"budget.by_year.{y}" for y in scenario.budget.by_year)
    more = ("budget.total", "budget.carry_over", "objective.discount_rate")
    return {*(slot.path for slot in slots(scenario)), *years, *more}


def expanded(case: NamedSums, terms: Terms) -> dict[Key, float]:
    """Terms over columns instead of named sums."""
    while True:
        parts: list[Terms] = []
        for key, coefficient in terms.items():
            try:
                parts.append(scaled(case.meaning(key), float(coefficient)))
            except (KeyError, IndexError):
                parts.append({key: float(coefficient)})
        if all(len(p) == 1 and key in p for key, p in zip(terms, parts, strict=True)):
            return {key: float(c) for key, c in terms.items()}
        terms = total(parts)


def agree(scenario: Scenario) -> int:
    """How many rows agree, all of them unless it fails."""
    case, program = named_sums(scenario, known(scenario)), compile_program(case_of(scenario))
    mine = {row.key: row for rule in RULES for row in rule.rows(case)}
    for row in program.rows:
        other = mine.pop(row.key)
        stated = {k: float(c) for k, c in row.terms.items()}
        found = {k: c for k, c in expanded(case, other.terms).items() if c or k in stated}
        if scenario.budget.carry_over == 0:  # a share of nothing may be edited
            found = {k: c for k, c in found.items() if k[0] != "carry"}  # type: ignore[index]
        assert found == pytest.approx(stated, rel=1e-12, abs=1e-12), row.key
        assert float(other.rhs) == pytest.approx(float(row.rhs), rel=1e-12)
        assert other.sense is row.sense
    assert not mine
    return len(program.rows)


@pytest.mark.parametrize("name", ["tiny", "lumpy"])
def test_rows_by_names_are_the_rows(name: str) -> None:
    assert agree(load_scenario(HERE / f"{name}.yaml")) > 20


@given(documents(lumps=True, most_rules=4))
@settings(max_examples=15)
def test_they_are_for_any_scenario_in_bands(document: dict[str, Any]) -> None:
    try:
        scenario = scenario_of(document)
    except InvalidInput:  # a capacity that nobody delivers and none of which is free
        assume(False)
    agree(scenario)


def test_a_traced_number_is_a_number() -> None:
    share, budget = Traced(0.2, Named("s")), Traced(50.0, Named("B"))
    product = share * budget
    assert (product, product.said) == (10.0, Made("*", (Named("s"), Named("B"))))
    assert said(1.0 * share) == said(share**1) == said(share + 0.0) == Named("s")
    assert said(-1.0 * share) == Made("-", (Named("s"),))
    assert said(-1.0 * -share) == Named("s")
    assert said(share**0) == 1.0
    assert np.maximum(share, 0.5) == 0.5
    assert type(float(share)) is float


def test_what_is_taken_off_shows_whatever_its_value() -> None:
    nothing = Traced(0.0, Named("s"))
    assert is_negative(-nothing)
    assert is_negative(-2.0 * nothing)
    assert not is_negative(nothing)
    assert [said(one) for one in addends(1.0 - nothing)] == [1.0, Made("-", (Named("s"),))]


def test_functions_of_numpy_keep_the_trace() -> None:
    money = Traced(3.0, Named("m"))
    grown = np.log1p(money / 2.0)
    assert float(grown) == pytest.approx(np.log(2.5))
    assert said(grown) == Made("log", (Made("+", (1.0, Made("/", (Named("m"), 2.0)))),))
    left = 5.0 * -np.expm1(-money)
    assert float(left) == pytest.approx(5 * (1 - np.exp(-3)))
    assert said(np.float64(2.0) + money) == Made("+", (2.0, Named("m")))
