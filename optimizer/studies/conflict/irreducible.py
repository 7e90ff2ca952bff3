"""The irreducible conflicts among a scenario's rules and budgets, on the true supply curves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from optimizer.domain.programme import CurveKind
from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.payments import ActivityId
from optimizer.lp.conflicts.conflict import Conflicts, conflicts
from optimizer.lp.program import Key
from optimizer.solving.curves.feasibility import fitted
from optimizer.studies.conflict.rule_groups import only, stated_groups

WIDER = (3.0, 10.0, 30.0, 100.0)
"""Multiples of the budget to which the steps of curves go on."""
SATURATED = 20.0
"""Money, in units of its scale, from which on an exponential curve has nothing more to give."""
ROUNDS = 12
SECONDS = 60.0
"""Longest search for conflicts; only many rules on whole numbers come near it."""


def conflict_sets(scenario: Scenario) -> tuple[Case, Conflicts | None]:
    """The case with steps fine enough to tell, and its conflicts; None where all rules hold."""
    case, hold = fitted(_wide(case_of(scenario)), compile_program)
    if hold:
        return case, None
    for _ in range(ROUNDS):
        program = compile_program(case)
        found = conflicts(program, stated_groups(program, scenario), time_limit=SECONDS)
        finer = [c for s in found.sets if (c := _finer(case, s.members)) is not None]
        if not finer:
            break
        case = replace(case, grids=_joined([case.grids, *(c.grids for c in finer)]))
    return case, found


def _wide(case: Case) -> Case:
    """The case with steps of its curves on beyond the budget, as far as they still buy anything.

    Rules that are tried without the budget must not stop where the budget ends.
    """
    if not case.curves or compile_program(case).arrays.integer.any():
        return case
    grids: dict[tuple[ActivityId, int], tuple[float, ...]] = {}
    for activity, shape in case.curves.items():
        top = max(case.affordable(activity), float(shape.scale))
        ends = [top * factor for factor in WIDER]
        if shape.kind is CurveKind.EXPONENTIAL:
            ends = [e for e in ends if e <= SATURATED * float(shape.scale)]
        grids.update({(activity, y): (*case.grid(activity, y), *ends) for y in case.years})
    return replace(case, grids=grids)


def _finer(case: Case, members: Iterable[Key]) -> Case | None:
    """The case with steps on which the members do hold together; None where they truly conflict."""
    names = set(members)
    finer, hold = fitted(case, lambda c: only(c, names))
    return finer if hold else None


def _joined(grids: Sequence[Grids]) -> Grids:
    keys = {key for one in grids for key in one}
    return {
        key: tuple(sorted({m for one in grids if key in one for m in one[key]}))
        for key in sorted(keys)
    }
