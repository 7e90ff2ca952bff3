"""Which shipped scenario speaks for a country, and what readers of several must know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import Words, _
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
        problem = _("No scenario of this country's strategy is shipped.")
        raise InvalidInput([Issue(f"country {country}", problem, suggest(country, known))])
    return load_scenario(known[country])


def country_scenarios() -> tuple[Scenario, ...]:
    """All shipped scenarios of country strategies, in the order of their names."""
    return tuple(load_scenario(path) for path in country_documents().values())


def shared_cautions(scenarios: Sequence[Scenario]) -> tuple[Words, ...]:
    """What a reader of scenarios side by side must know: what more than one of them says.

    Of a single scenario all of it.
    """
    said = Counter(caution for scenario in scenarios for caution in scenario.cautions)
    return tuple(c for c, times in said.items() if times > 1 or len(scenarios) == 1)
