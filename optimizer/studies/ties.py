"""Ties between equally good plans: the one that commits least money."""

from __future__ import annotations

from optimizer.formulation.case import Case
from optimizer.lp.program import Key, LinearProgram


def cheapest(case: Case, program: LinearProgram) -> dict[Key, float]:
    """Money as a second goal: of all best plans the one that commits least."""
    known, bound = program.column_number, case.committed(case.activities)
    return {key: float(cost) for key, cost in bound.items() if key in known}
