"""The scenarios that come with the package: identifier, titles and where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from optimizer.domain.base import stated_in_all
from optimizer.i18n import verbatim
from optimizer.inputs.load import load_scenario, shipped_scenarios
from optimizer.studies.countries.documents import country_documents


@dataclass(frozen=True)
class Shipped:
    """A scenario that comes with the package."""

    id: str
    title: dict[str, str]
    description: dict[str, str]
    path: Path

    @property
    def of_a_country(self) -> bool:
        """Whether it states the strategy of one country among others."""
        return self.path in country_documents().values()


def list_scenarios() -> tuple[Shipped, ...]:
    """The shipped scenarios in alphabetical order; the strategies of countries follow.

    Example:
        >>> from optimizer import api as tb
        >>> [one.id for one in tb.list_scenarios()][:2]
        ['korea-2025', 'korea-2025-a-teams-first']
    """
    return tuple(_shipped(name, path) for name, path in shipped_scenarios().items())


def _shipped(name: str, path: Path) -> Shipped:
    scenario, plain = load_scenario(path), verbatim(name)
    title, description = scenario.title or plain, scenario.description or plain
    return Shipped(scenario.id, stated_in_all(title), stated_in_all(description), path)
