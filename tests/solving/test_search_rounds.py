"""A search for whole plans on curves that never closes in ends all the same."""

from __future__ import annotations

from itertools import count

import pytest

from optimizer.formulation.compile import case_of, compile_program
from optimizer.solving.curves import whole
from tests.solving.test_s_shaped import document, hill, scenario_of


def test_a_search_that_finds_new_turns_for_ever_ends_after_twenty_rounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each round solves once above the curves and once below; one below comes before them all."""
    number, solved, as_ever = count(), [0], whole.solve
    monkeypatch.setattr(
        whole, "turning", lambda case, turns, *_: {**turns, ("none", str(next(number))): {}}
    )

    def counted(*args, **options):  # type: ignore[no-untyped-def]
        solved[0] += 1
        return as_ever(*args, **options)

    monkeypatch.setattr(whole, "solve", counted)
    case = case_of(scenario_of(document({"one": hill(50, 40, 2)}, 60)))
    assert whole.searched(case, compile_program, tolerance=-1.0).solution.found
    assert solved[0] == 1 + 2 * 20
