"""Where an artefact comes from: scenario, fingerprint, versions and the command that repeats it."""

from __future__ import annotations

import shlex
from typing import Any, NamedTuple

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput
from optimizer.i18n import Words, _, verbatim
from optimizer.inputs.load import load_scenario, shipped_scenarios
from optimizer.results.plan import Plan
from optimizer.results.versions import versions

_TITLES = {
    "scenario": _("Scenario"),
    "id": _("Identifier"),
    "fingerprint": _("Fingerprint of the inputs"),
    "author": _("Signed by"),
    "date": _("Date of the scenario"),
    "optimizer": _("Talent Budget Optimizer"),
    "pulp": _("PuLP"),
    "highs": _("HiGHS"),
    "data": _("Version of the evidence"),
    "command": _("Command that repeats it"),
}


class Fact(NamedTuple):
    """One line of an artefact's origin: name for machines, title, value."""

    key: str
    title: Words
    value: Words


def provenance(plan: Plan, command: str | None = None) -> tuple[Fact, ...]:
    """What every artefact made from `plan` states about itself, in the order to print it.

    Keys: scenario, id, fingerprint, author and date (where stated), optimizer, pulp, highs, data,
    command. `command` is the one that made the artefact; left out, the one that solves the plan's
    scenario again. No time of day stands here, so that the same inputs make the same artefact.
    """
    scenario = plan.scenario
    values: dict[str, Any] = {
        "scenario": scenario.title or scenario.id,
        "id": scenario.id,
        "fingerprint": scenario.fingerprint,
        "author": scenario.author,
        "date": scenario.date,
        **versions(),
        "command": solve_command(scenario) if command is None else command,
    }
    return tuple(Fact(key, _TITLES[key], verbatim(value)) for key, value in values.items() if value)


def solve_command(scenario: Scenario) -> str:
    """The command that solves exactly these inputs: a shipped id, else the attached document."""
    return command_on(scenario, "solve")


def command_on(scenario: Scenario, command: str, *options: str) -> str:
    """A command on exactly these inputs, as typed where the attached document stands."""
    name = scenario.id if shipped_as_is(scenario) else f"{scenario.id}.yaml"
    return shlex.join(["talent-budget", command, name, *options])


def shipped_as_is(scenario: Scenario) -> bool:
    """Whether the shipped scenario of this id has exactly these inputs."""
    path = shipped_scenarios().get(scenario.id)
    if path is None:
        return False
    try:
        return load_scenario(path).fingerprint == scenario.fingerprint
    except InvalidInput:  # shipped, but not with the evidence at hand
        return False
