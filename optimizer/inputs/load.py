"""Files, overlays and settings → one validated scenario; the only way any front end gets one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from optimizer.domain.evidence import Evidence, Parameter
from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.inputs.checks import Subject, check
from optimizer.inputs.evidence import load_evidence
from optimizer.inputs.overlay import merge, setting
from optimizer.inputs.read import read_file
from optimizer.inputs.shipped import scenario_folder
from optimizer.inputs.structure import build

SUFFIXES = (".yaml", ".yml", ".json")


def shipped_scenarios() -> dict[str, Path]:
    """The shipped documents by identifier, in alphabetical order."""
    files = (p for p in scenario_folder().iterdir() if p.suffix in SUFFIXES)
    return {p.stem: p for p in sorted(files)}


def load_scenario(
    name: str | Path, settings: Sequence[str] = (), evidence: Evidence | None = None
) -> Scenario:
    """The scenario of a shipped id or a file, with `PATH=VALUE` settings laid over it.

    Raises InvalidInput with every problem of the document.
    """
    evidence = evidence or load_evidence()
    document = full_document(find(name), evidence)
    issues: list[Issue] = []
    for text in settings:
        try:
            document = complete(merge(document, setting(text)), evidence)
        except InvalidInput as fault:
            issues += fault.issues
    if issues:
        raise InvalidInput(issues)
    return scenario_of(document, evidence)


def change_scenario(
    scenario: Scenario, changes: Mapping[str, Any], evidence: Evidence | None = None
) -> Scenario:
    """A new scenario with an overlay's `changes` made. Raises InvalidInput as loading does."""
    return scenario_of(merge(scenario.document, changes), evidence)


def scenario_of(document: Mapping[str, Any], evidence: Evidence | None = None) -> Scenario:
    """The scenario of a whole document given as plain data.

    Raises InvalidInput with every problem, of form and of meaning, at once.
    """
    evidence = evidence or load_evidence()
    document = complete(document, evidence)
    scenario, issues, unusable = build(document)
    if scenario is not None:
        names = {
            part: frozenset(map(str, entries))
            for part, entries in document.items()
            if isinstance(entries, Mapping)
        }
        names["evidence"] = names.get("evidence", frozenset()) | frozenset(evidence.parameters)
        faults = check(Subject(scenario, frozenset(evidence.sources), names, unusable))
        told = {issue.where for issue in issues}
        issues += [f for f in faults if f.where not in told]
    if issues or scenario is None:
        raise InvalidInput(dict.fromkeys(issues))
    return scenario


def find(name: str | Path) -> Path:
    """The file of a shipped id or a path. Raises InvalidInput when there is neither."""
    path = Path(name)
    if path.suffix in SUFFIXES or path.is_file():
        return path
    shipped = shipped_scenarios()
    if str(name) in shipped:
        return shipped[str(name)]
    raise InvalidInput(
        [
            Issue(
                f"scenario {name}",
                "There is no shipped scenario and no file of this name.",
                suggest(name, shipped),
            )
        ]
    )


def full_document(path: Path, evidence: Evidence, above: tuple[Path, ...] = ()) -> dict[str, Any]:
    """The document in a file, its overlays resolved and its evidence filled in."""
    document = read_file(path)
    base = document.get("base")
    if base is None:
        return complete(document, evidence)
    if path.resolve() in above:
        raise InvalidInput(
            [
                Issue(
                    f"{path.name}: base",
                    "The overlays refer to each other in a circle.",
                    "Let one of them be a whole document.",
                )
            ]
        )
    below = full_document(_base_of(path, base), evidence, (*above, path.resolve()))
    return _overlaid(path, document, below, evidence)


HEADER = ("schema", "id", "title", "description", "cautions")
"""Entries an overlay states for itself, beside `base`, `changes`, `author`, `date`, `reason`."""
SIGNED = ("author", "date", "reason")


def _overlaid(
    path: Path, document: Mapping[str, Any], below: dict[str, Any], evidence: Evidence
) -> dict[str, Any]:
    own = {k: v for k, v in document.items() if k in HEADER}
    allowed = {*HEADER, *SIGNED, "base", "changes"}
    issues = [
        Issue(
            f"{path.name}: {key}",
            "An overlay holds only a header and 'changes'.",
            f"Move it under 'changes'. {suggest(key, allowed)}",
        )
        for key in document
        if key not in allowed
    ]
    changes = document.get("changes") or {}
    if not isinstance(changes, Mapping):
        issues.append(
            Issue(
                f"{path.name}: changes",
                "A group of entries is expected here.",
                "Write the entries to change below it.",
            )
        )
        changes = {}
    if "id" not in document:
        issues.append(Issue(f"{path.name}: id", "The entry is missing.", "Name the overlay."))
    try:
        merged = merge(below, {k: v for k, v in changes.items()})
    except InvalidInput as fault:
        issues += [
            Issue(f"{path.name}: changes.{i.where}", i.problem, i.remedy) for i in fault.issues
        ]
    if issues:
        raise InvalidInput(issues)
    return complete({**merged, **own}, evidence)


def _base_of(path: Path, base: Any) -> Path:
    name = str(base)
    beside = [path.parent / f"{name}{s}" for s in ("", *SUFFIXES)]
    for candidate in beside:
        if candidate.is_file():
            return candidate
    try:
        return find(name)
    except InvalidInput:
        known: Iterable[str] = [*shipped_scenarios(), *(p.stem for p in path.parent.glob("*.yaml"))]
        raise InvalidInput(
            [
                Issue(
                    f"{path.name}: base",
                    f"There is no scenario called '{name}'.",
                    suggest(name, known),
                )
            ]
        ) from None


def complete(document: Mapping[str, Any], evidence: Evidence) -> dict[str, Any]:
    """The document with every row of evidence that it refers to written into it."""
    own = document.get("evidence") or {}
    if not isinstance(own, Mapping):
        return dict(document)
    wanted = set(_references(document)) - set(own)
    rows = {n: _row(evidence.parameters[n]) for n in sorted(wanted) if n in evidence.parameters}
    rows = {n: r for n, r in rows.items() if r["value"] is not None}
    filled = {**own, **rows}
    return {**document, "evidence": filled} if filled else dict(document)


def _references(value: Any) -> Iterable[str]:
    if isinstance(value, Mapping):
        if isinstance(value.get("ref"), str):
            yield value["ref"]
        for part in value.values():
            yield from _references(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _references(part)


def _row(parameter: Parameter) -> dict[str, Any]:
    row = {
        "value": parameter.value,
        "low": parameter.low,
        "high": parameter.high,
        "unit": parameter.unit,
        "source": parameter.source,
        "grade": str(parameter.grade),
        "title": {"en": parameter.title.en, "ko": parameter.title.ko},
        "note": parameter.note or None,
    }
    return {k: v for k, v in row.items() if v is not None or k == "value"}
