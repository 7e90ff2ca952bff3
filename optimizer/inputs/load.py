"""Files, overlays and settings → one validated scenario; the only way any front end gets one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from optimizer.domain.evidence import Evidence
from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _
from optimizer.inputs.checks import Subject, check
from optimizer.inputs.evidence import load_evidence
from optimizer.inputs.named import find, shipped_scenarios
from optimizer.inputs.overlay import change_at, changed, merged_with_issues, setting
from optimizer.inputs.resolve import base_of, complete, laid_over, resolved
from optimizer.inputs.short_forms import spelt_out
from optimizer.inputs.structure import build
from optimizer.inputs.tree import plain

__all__ = [
    "change_scenario",
    "compared_with",
    "complete",
    "load_scenario",
    "scenario_of",
    "shipped_scenarios",
    "signed_scenario",
]


def load_scenario(
    name: str | Path, settings: Sequence[str] = (), evidence: Evidence | None = None
) -> Scenario:
    """The scenario of a shipped id or a file, with `PATH=VALUE` settings laid over it.

    Raises InvalidInput with every problem of the document and of the settings.

    Example:
        >>> from optimizer import api as tb
        >>> tb.load_scenario("korea-2025", ["budget.total=20000"])
        <Scenario korea-2025: 20 billion won, 2025–2028, 4 programmes, 12 pathways, 4 rules>
    """
    evidence = load_evidence() if evidence is None else evidence
    document, issues = resolved(find(name), evidence)
    for text in settings:
        try:
            changes = setting(text)
        except InvalidInput as fault:
            issues += fault.issues
            continue
        document, found = merged_with_issues(complete(document, evidence), changes)
        issues += found
    return _checked(document, evidence, issues)


def signed_scenario(name: str | Path, settings: Sequence[str] = ()) -> Scenario | None:
    """What the changes were made on: the file under its settings, else the base of an overlay.

    None where nothing was changed, or where that document itself is not in order.
    """
    try:
        path = find(name)
        base = None if settings else base_of(path)
        return load_scenario(path) if settings else None if base is None else load_scenario(base)
    except InvalidInput:
        return None


def compared_with(scenario: Scenario, signed: Scenario | None = None) -> Scenario | None:
    """What a reader will take the scenario to be like: what was changed, else a shipped namesake.

    None where there is none, or where it is the scenario itself.
    """
    if signed is None and scenario.id in shipped_scenarios():
        signed = load_scenario(scenario.id)
    return signed if signed != scenario else None


def change_scenario(
    scenario: Scenario, changes: Mapping[str, Any], evidence: Evidence | None = None
) -> Scenario:
    """A new scenario with an overlay's `changes` made. Raises InvalidInput as loading does."""
    evidence = load_evidence() if evidence is None else evidence
    document, issues = changed(scenario.document, changes)
    return _checked(document, evidence, issues)


def scenario_of(document: Mapping[str, Any], evidence: Evidence | None = None) -> Scenario:
    """The scenario of a document given as plain data: a whole one, or changes to a shipped one.

    Raises InvalidInput with every problem, of form and of meaning, at once.
    """
    evidence = load_evidence() if evidence is None else evidence
    data, issues = plain(document)
    if not isinstance(data, dict):
        problem = _("A document is a group of entries.")
        remedy = _("Start with 'schema', 'id' and 'money'.")
        raise InvalidInput([Issue("document", problem, remedy)])
    if "base" in data:
        data, found = laid_over(data, None, evidence)
        issues += found
    return _checked(data, evidence, issues)


def _checked(document: Mapping[str, Any], evidence: Evidence, issues: list[Issue]) -> Scenario:
    """The scenario of a whole document. Raises InvalidInput with `issues` and every problem."""
    scenario, faults, unread = build(complete(document, evidence))
    issues = [*issues, *faults]
    if scenario is not None:
        parameters = evidence.parameters.values()
        subject = Subject(
            scenario,
            sources=frozenset(evidence.sources),
            evidence=frozenset(evidence.parameters),
            without_number=frozenset(p.id for p in parameters if p.value is None),
            unread=unread,
        )
        issues += check(subject)
    if issues or scenario is None:
        raise InvalidInput(dict.fromkeys(issues))
    return scenario


class _Validator:
    """What `Scenario.set` and `Scenario.build` go through."""

    def changed(self, scenario: Scenario, changes: Mapping[str, Any]) -> Scenario:
        """The scenario with entries changed one after the other. Raises InvalidInput."""
        document, issues = scenario.document, list[Issue]()
        for path, value in changes.items():
            try:
                document, found = changed(
                    document, change_at(str(path), value, str(path) or "path")
                )
            except InvalidInput as fault:
                found = list(fault.issues)
            issues += found
        return _checked(document, load_evidence(), issues)

    def built(self, name: str, *sections: Any) -> Scenario:
        """The scenario of the sections in their order. Raises InvalidInput."""
        return scenario_of(spelt_out(name, *sections))


Scenario.validator = _Validator()
