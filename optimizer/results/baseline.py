"""The baseline: what a scenario yields with no money spent; additional people count from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.outcomes import outcome, outcome_names
from optimizer.formulation.rules import POLICIES
from optimizer.formulation.rules.base import rests
from optimizer.lp.program import Key, LinearProgram, Row
from optimizer.lp.solver import solve
from optimizer.results.totals import Totals, amount, people_rows, totals_of

ABSOLUTE = ("objective", "spending")
"""Outcomes that are told as they are; of all others only what comes beyond the baseline counts."""


@dataclass(frozen=True)
class Baseline:
    """What the same document yields with no money spent.

    `people` holds every outcome by name (net persons; 'objective' weighted, 'spending' 0),
    `by_year` net people by (pathway, year).
    """

    totals: Totals
    people: Mapping[str, float]
    by_year: Mapping[tuple[str, int], float]

    @property
    def objective(self) -> float:
        """Weighted, discounted net persons of all pathways."""
        return self.totals.objective

    @property
    def net_people(self) -> float:
        """Net persons of all pathways."""
        return self.totals.net_people

    def before(self, name: str) -> float:
        """What is taken off an outcome, by name, to tell what is additional."""
        return 0.0 if name in ABSOLUTE else self.people[name]

    def in_year(self, year: int) -> float:
        """Net persons whose support begins in a year."""
        return sum(net for (_, y), net in self.by_year.items() if y == year)


def baseline(scenario: Scenario) -> Baseline:
    """The best that capacity which is there already yields, the budget being nought.

    All rules stand where that can be; else those that ask for money fall, and if outcomes that are
    asked for still cannot be had, these fall as well. Rules that nobody breaks by buying nothing
    and supporting nobody always stand.
    """
    case = case_of(scenario, instead={"budget.total": 0.0})
    program = compile_program(case)
    answers = (solve(_with(program, keeps)) for keeps in _KEPT)
    found = next((answer.value for answer in answers if answer.found), None)
    return baseline_in(case, dict.fromkeys(program.column_number, 0.0) if found is None else found)


def baseline_in(case: Case, value: Mapping[Key, float]) -> Baseline:
    """A solution without money as the baseline."""
    rows = list(people_rows(case, value))
    people = {
        name: amount(outcome(case, name), value)
        for name in outcome_names(case.scenario)
        if name != "spending"
    }
    net = {(str(r["pathway"]), int(str(r["year"]))): float(str(r["net"])) for r in rows}
    return Baseline(totals_of(case, value, rows), {**people, "spending": 0.0}, net)


def _with(program: LinearProgram, keeps: Callable[[Row], bool]) -> LinearProgram:
    """The programme with those of its policy rules that `keeps` names."""
    return replace(program, rows=tuple(r for r in program.rows if not _policy(r) or keeps(r)))


def _policy(row: Row) -> bool:
    assert isinstance(row.key, tuple)
    return row.key[0] in POLICIES


def _counts_people(row: Row) -> bool:
    return any(isinstance(key, tuple) and key[0] == "people" for key in row.terms)


_KEPT: tuple[Callable[[Row], bool], ...] = (
    lambda row: True,
    lambda row: rests(row) or _counts_people(row),
    rests,
)
"""Which rules stand, from all of them to those that doing nothing keeps."""
