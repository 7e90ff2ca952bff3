"""The baseline: what a scenario yields with no money spent; additional people count from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.outcomes import outcome, outcome_names
from optimizer.lp.program import LinearProgram, Row, Sense
from optimizer.results.build import amount
from optimizer.studies.curves.refine import Refined, refined
from optimizer.studies.variants import is_policy, rests, with_rows


@dataclass(frozen=True)
class Baseline:
    """What the same document yields with no money spent.

    `people` holds every outcome by name (net persons; 'objective' weighted, 'spending' 0).
    """

    objective: float
    people: Mapping[str, float]

    @property
    def net_people(self) -> float:
        """Net persons of all pathways."""
        return self.people["net_people"]


def baseline(scenario: Scenario) -> Baseline:
    """The best that capacity which is there already yields, spending being nought.

    All rules stand where that can be; else those that ask for money fall, and if outcomes that are
    asked for still cannot be had, these fall as well. Rules that nobody breaks by buying nothing
    and supporting nobody always stand.
    """
    found = next(filter(_found, (refined(scenario, _idle(keeps)) for keeps in _KEPT)), None)
    assert found is not None  # nothing bought and nobody supported keeps the last of them
    value = found.solution.value
    people = {
        name: amount(outcome(found.case, name), value)
        for name in outcome_names(scenario)
        if name != "spending"
    }
    return Baseline(people["objective"], {**people, "spending": 0.0})


def _found(answer: Refined) -> bool:
    return answer.solution.found


def _idle(keeps: Callable[[Row], bool]) -> Callable[[Case], LinearProgram]:
    """The rows of a case with no money spent; of its rules, those that `keeps` names."""

    def make(case: Case) -> LinearProgram:
        whole = compile_program(case)
        rows = [r for r in whole.rows if not is_policy(r, case.scenario) or keeps(r)]
        nothing = Row(("nothing_spent",), case.spending(), Sense.LE, 0.0)
        return with_rows(LinearProgram(whole.columns, tuple(rows), whole.maximise), [nothing])

    return make


def _counts_people(row: Row) -> bool:
    return any(isinstance(key, tuple) and key[0] == "people" for key in row.terms)


_KEPT: tuple[Callable[[Row], bool], ...] = (
    lambda row: True,
    lambda row: rests(row) or _counts_people(row),
    rests,
)
"""Which rules stand, from all of them to those that doing nothing keeps."""
