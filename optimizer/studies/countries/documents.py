"""Which shipped scenario speaks for a country."""

from __future__ import annotations

from pathlib import Path

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.inputs.load import load_scenario, shipped_scenarios

FOLDER = "countries"
"""The folder among the shipped scenarios whose documents speak for a country each."""


def country_documents() -> dict[str, Path]:
    """Country → the shipped document of its strategy; its name begins with the country's code."""
    found = {n: p for n, p in shipped_scenarios().items() if p.parent.name == FOLDER}
    return {name.partition("-")[0].upper(): path for name, path in found.items()}


def country_scenario(country: str) -> Scenario:
    """The scenario of a country's strategy. Raises InvalidInput where none is shipped."""
    known = country_documents()
    if country not in known:
        problem = "No scenario of this country's strategy is shipped."
        raise InvalidInput([Issue(f"country {country}", problem, suggest(country, known))])
    return load_scenario(known[country])


def country_scenarios() -> tuple[Scenario, ...]:
    """All shipped scenarios of country strategies, in the order of their names."""
    return tuple(load_scenario(path) for path in country_documents().values())
