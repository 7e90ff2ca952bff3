"""What a breach of a rule is measured by."""

from __future__ import annotations

import pytest

from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.load import scenario_of
from optimizer.studies.evaluate.least_breach import _size
from tests.tiny import tiny

RULES = {
    "people": {"kind": "outcome_floor"},
    "amount": {"kind": "programme_floor", "programme": "p"},
}


@pytest.mark.parametrize(
    ("states", "limit", "size"),
    [
        ("people", 3.0, 3.0), ("people", 1.0, 1.0), ("people", 0.2, 1.0),
        ("amount", 3.0, 3.0), ("amount", 0.2, 1.0),
    ],
)  # fmt: skip
def test_the_limit_or_one_head_or_a_hundredth_of_the_budget(
    states: str, limit: float, size: float
) -> None:
    """The budget is 100."""
    case = case_of(scenario_of(tiny(rules=[{"id": "own", **RULES[states], states: limit}])))
    (row,) = (r for r in compile_program(case).rows if "own" in r.key)  # type: ignore[operator]
    assert _size(case, row) == pytest.approx(size)
