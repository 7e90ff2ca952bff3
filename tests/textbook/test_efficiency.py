"""Published frontier efficiency: eight stores (Cooper, Seiford and Tone), and what follows."""

from __future__ import annotations

import pytest

from optimizer.lp.fronts.efficiency import efficiency

STORES = "ABCDEFGH"
EMPLOYEES = [[2], [3], [3], [4], [5], [5], [6], [8]]
SALES = [[1], [3], [2], [3], [4], [2], [3], [5]]
PUBLISHED = [0.5, 1.0, 2 / 3, 0.75, 0.8, 0.4, 0.5, 0.625]


@pytest.mark.parametrize("orientation", ["input", "output"])
def test_eight_stores_with_constant_returns(orientation: str) -> None:
    found = efficiency(list(STORES), EMPLOYEES, SALES, orientation=orientation)
    assert list(found.score.values()) == pytest.approx(PUBLISHED, abs=1e-9)
    assert [u.name for u in found.units if u.efficient] == ["B"]
    assert all(set(u.peers) == {"B"} and u.certificate.passed for u in found.units)


def test_targets_of_the_eight_stores() -> None:
    """B sells one unit an employee, so any store could do with as many employees as it sells."""
    inward = efficiency(list(STORES), EMPLOYEES, SALES)
    outward = efficiency(list(STORES), EMPLOYEES, SALES, orientation="output")
    for n, unit in enumerate(inward.units):
        assert unit.input_target.tolist() == pytest.approx(SALES[n])
        assert unit.output_target.tolist() == pytest.approx(SALES[n])
    for n, unit in enumerate(outward.units):
        assert unit.output_target.tolist() == pytest.approx(EMPLOYEES[n])


def test_eight_stores_with_variable_returns() -> None:
    """The frontier runs A (2, 1), B (3, 3), E (5, 4), H (8, 5): read off by straight lines."""
    inward = efficiency(list(STORES), EMPLOYEES, SALES, returns="variable")
    assert list(inward.score.values()) == pytest.approx([1, 1, 2.5 / 3, 0.75, 1, 0.5, 0.5, 1])
    assert [u.name for u in inward.units if u.efficient] == list("ABEH")
    outward = efficiency(list(STORES), EMPLOYEES, SALES, orientation="output", returns="variable")
    best = [1, 3, 3, 3.5, 4, 4, 4 + 1 / 3, 5]
    expected = [sold[0] / b for sold, b in zip(SALES, best, strict=True)]
    assert list(outward.score.values()) == pytest.approx(expected)
