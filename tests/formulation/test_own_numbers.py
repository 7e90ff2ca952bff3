"""How the rows of a rule follow the number that the rule itself states."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.formulation.compile import case_of
from optimizer.formulation.rules import RULE_OF
from optimizer.inputs.load import scenario_of
from tests.formulation.every_option import COMPARED, document_with


def rows_and_own(rule: dict[str, Any]) -> tuple[dict[Any, dict[Any, float]], dict[Any, Any]]:
    case = case_of(scenario_of(document_with(rule)))
    kind = RULE_OF["equity"]
    rows = {row.key: dict(row.terms) for row in kind.rows(case)}
    return rows, {key: kind.own(case, key[1:]).terms for key in rows}


@pytest.mark.parametrize("compared", COMPARED, ids=lambda c: c.get("of", "net"))
def test_the_rows_of_equity_follow_its_share(compared: dict[str, Any]) -> None:
    """What the own number names is the rows at a share of 1 less the rows at a share of 0."""
    bare, _ = rows_and_own({"kind": "equity", **compared, "share": 0})
    full, own = rows_and_own({"kind": "equity", **compared, "share": 1})
    assert len(own) == 2
    for key, terms in own.items():
        changed = {k: v - bare[key].get(k, 0.0) for k, v in full[key].items()}
        assert {k: v for k, v in changed.items() if v} == pytest.approx(
            {k: v for k, v in terms.items() if v}
        )
