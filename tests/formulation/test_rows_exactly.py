"""Gains, carry-over and the years of capacity, each against numbers worked out by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.load import scenario_of
from optimizer.inputs.read import read_file
from optimizer.lp.program import LinearProgram
from tests.formulation.shown import dump

TINY = read_file(Path(__file__).parent / "tiny.yaml")


def compiled(**parts: Any) -> LinearProgram:
    """The tiny scenario with some parts of the document replaced."""
    return compile_program(case_of(scenario_of({**TINY, **parts})))


@pytest.mark.parametrize("discount", [0.0, 0.25])
@pytest.mark.parametrize(
    ("measure", "counts"),
    [
        ("net_people", (1.0, 1.0, 1.0)),
        ("remaining", (0.8**2, 0.8, 1.0)),
        ("talent_years", (1.0 + 0.8 + 0.64, 1.0 + 0.8, 1.0)),
    ],
)
def test_gain_of_a_person(measure: str, counts: tuple[float, ...], discount: float) -> None:
    objective = {**TINY["objective"], "measure": measure, "discount_rate": discount}
    budget = {"total": 1000, "by_year": {2025: 400, 2026: 600, 2027: 0}}
    program = compiled(objective=objective, budget=budget, years={"first": 2025, "last": 2027})
    gain = {c.key: c.gain for c in program.columns}
    for k, count in enumerate(counts):
        worth = 1 * 0.5 * count / (1 + discount) ** k  # tier A, attracted, stays with 0.8
        assert gain["people", "comes", 0, 2025 + k] == pytest.approx(worth * 0.5)
        assert gain["people", "comes", 1, 2025 + k] == pytest.approx(worth * 0.25)


@pytest.mark.parametrize(("share", "shown"), [(0, None), (0.5, "-0.5"), (1, "-1")])
def test_carry_over(share: float, shown: str | None) -> None:
    program = compiled(
        budget={"total": 1000, "by_year": {2025: 400, 2026: 600}, "carry_over": share}
    )
    first, second = dump(program, "year_budget").splitlines()
    assert first.endswith("<= 400")
    assert second.endswith("<= 600")
    assert ("+1 carry[2025]" in first) == (shown is not None)
    assert (f"{shown} carry[2025]" in second) == (shown is not None)


def test_a_year_without_a_budget_of_its_own_has_no_row_and_hands_nothing_on() -> None:
    rules = [r for r in TINY["rules"] if not {"share", "year"} <= set(r)]
    budget = {"total": 1000, "by_year": {2025: 400}, "carry_over": 1}
    program = compiled(budget=budget, rules=rules)
    assert len(dump(program, "year_budget").splitlines()) == 1
    assert "carry" not in dump(program, "year_budget")


@pytest.mark.parametrize("lead", [0, 1, 2])
@pytest.mark.parametrize("life", [1, 2, 4])
@pytest.mark.parametrize("hold", [1, 3])
def test_who_delivers_and_who_holds_when(lead: int, life: int, hold: int) -> None:
    programme = {"activities": {"post": {
        "delivers": {"post": 3}, "supply": {"bands": [{"unit_cost": 100}]},
        "lead_years": lead, "life_years": life,
    }}}  # fmt: skip
    pathway = {**TINY["pathways"]["stays"], "needs": {"post": {"amount": 2, "years": hold}}}
    program = compiled(
        capacities={"post": {}},
        programmes={"institutes": programme},
        pathways={"stays": pathway},
        pools={},
        rules=[],
    )
    rows = {row.key: row.terms for row in program.rows}
    assert {key for key in rows if key[0] == "capacity"} == {
        ("capacity", "post", y) for y in range(2025, 2027 + hold - 1)
    }
    for year in range(2025, 2027 + hold - 1):
        expected: dict[Any, float] = {}
        for start in (2025, 2026):
            if start <= year <= start + hold - 1:
                expected["people", "stays", 0, start] = 2.0
            if start + lead <= year <= start + lead + life - 1:
                expected["units", "institutes", "post", 0, start] = -3.0
        assert rows["capacity", "post", year] == expected


def test_free_capacity_counts_in_the_years_it_is_stated_for_and_after_the_last() -> None:
    free = {"post": {"free": {2026: 2, 2027: 7}}, "case": {"free": 5}}
    rows = {row.key: row.rhs for row in compiled(capacities=free).rows}
    assert [rows["capacity", "post", y] for y in (2025, 2026, 2027)] == [0, 2, 7]
    assert [rows["capacity", "case", y] for y in (2025, 2026)] == [5, 5]


def test_a_zero_budget_is_a_budget() -> None:
    rules = [r for r in TINY["rules"] if r["id"] == "visa-floor"]
    program = compiled(budget={"total": 0, "by_year": {2025: 0, 2026: 0}}, rules=rules)
    rows = {row.key: row.rhs for row in program.rows}
    assert rows["total_budget",] == 0
    assert rows["year_budget", 2025] == 0
    assert rows["programme_floor", "visa-floor"] == 0
