"""Outcomes by name: sums of people (or the objective, or money) as terms of a row."""

from __future__ import annotations

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.formulation.case import Case
from optimizer.i18n import _
from optimizer.lp.program import Coefficient, Key

Terms = dict[Key, Coefficient]


def outcome_names(scenario: Scenario) -> tuple[str, ...]:
    """What can be asked for: objective, net_people, spending, each channel, tier and pathway."""
    named = (*scenario.objective.channels, *scenario.objective.tiers, *scenario.pathways)
    return ("objective", "net_people", "spending", *dict.fromkeys(named))


def unknown_outcome(name: str, scenario: Scenario) -> Issue:
    """The issue of a name that is none of an outcome."""
    problem = _("There is no outcome called '{name}'.", name=name)
    return Issue("outcome", problem, suggest(name, outcome_names(scenario)))


def outcome(case: Case, name: str) -> Terms:
    """The outcome as terms: people net, neither weighted nor discounted, unless it is 'objective'.

    Raises InvalidInput for an unknown name.
    """
    scenario = case.scenario
    if name not in outcome_names(scenario):
        raise InvalidInput([unknown_outcome(name, scenario)])
    if name == "spending":
        return case.spending()
    terms: Terms = {}
    for q, pathway in scenario.pathways.items():
        if name in ("objective", "net_people", pathway.channel, pathway.tier, q):
            for y in case.outcome_years:
                weight = case.worth(q, y) if name == "objective" else 1.0
                terms.update({k: weight * c for k, c in case.net(q, y).items()})
    return terms


def outcome_unit(scenario: Scenario, name: str) -> str:
    """Unit of an outcome in words."""
    if name == "spending":
        return scenario.money.unit
    return "weighted net persons" if name == "objective" else "net persons"
