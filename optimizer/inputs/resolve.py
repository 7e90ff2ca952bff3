"""Overlays and references → one whole document: what it is based on and refers to, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from optimizer.domain.evidence import Evidence, Parameter
from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _
from optimizer.inputs.additions import with_additions
from optimizer.inputs.layout import field_of
from optimizer.inputs.named import base_file
from optimizer.inputs.overlay import merged_with_issues
from optimizer.inputs.overlay_layout import SIGNED, STATED, Overlay
from optimizer.inputs.read import read_file
from optimizer.inputs.structure import build_as

Resolved = tuple[dict[str, Any], list[Issue]]
"""A whole document, and the problems of the overlays it was made from."""


def resolved(path: Path, evidence: Evidence, above: tuple[Path, ...] = ()) -> Resolved:
    """The document in a file laid over those it is based on; `above` lists who asks for it."""
    document = read_file(path)
    if "base" not in document:
        return document, []
    return laid_over(document, path, evidence, above)


def base_of(path: Path) -> Path | None:
    """The file that an overlay is laid over; None for a whole document. Raises InvalidInput."""
    name = read_file(path).get("base")
    return base_file(name, path, "base") if isinstance(name, str) else None


def laid_over(
    document: Mapping[str, Any], path: Path | None, evidence: Evidence, above: tuple[Path, ...] = ()
) -> Resolved:
    """An overlay's changes on top of the document it names, looked for beside `path`.

    Raises InvalidInput when that document cannot be had.
    """
    label = "" if path is None else f"{path.name}: "
    stray = [k for k in document if field_of(Overlay, k) is None and field_of(Scenario, k)]
    issues = [Issue(k, _ONLY_CHANGES, _MOVE) for k in stray]
    changes = document.get("changes")
    twice = [k for k in STATED if k in document and isinstance(changes, Mapping) and k in changes]
    issues += [Issue(f"changes.{k}", _STATED, _ONCE) for k in twice]
    header, faults, unread = build_as(
        Overlay, {k: v for k, v in document.items() if k not in stray}
    )
    issues = [Issue(f"{label}{i.where}", i.problem, i.remedy) for i in (*issues, *faults)]
    if header is None or "base" in unread:
        raise InvalidInput(issues)
    above = above if path is None else (*above, path)
    try:
        base = base_file(header.base, path, f"{label}base")
        _no_circle(base, path, above)
        below, found = resolved(base, evidence, above)
    except InvalidInput as fault:
        raise InvalidInput([*issues, *fault.issues]) from None
    grown, refused = with_additions(complete(below, evidence), header.adds)
    issues += [Issue(f"{label}adds.{i.where}", i.problem, i.remedy) for i in refused]
    merged, unknown = merged_with_issues(complete(grown, evidence), header.changes)
    issues += [Issue(f"{label}changes.{i.where}", i.problem, i.remedy) for i in unknown]
    own = {k: document[k] for k in STATED if k in document and k not in unread}
    kept = {k: v for k, v in merged.items() if k not in SIGNED or k in header.changes}
    return {**kept, **own}, [*found, *issues]


_ONLY_CHANGES = _("An overlay holds only a header, 'changes' and 'adds'.")
_MOVE = _("Move it under 'changes'.")
_STATED = _("The header states this already.")
_ONCE = _("Leave one of the two away.")


def _no_circle(base: Path, path: Path | None, above: tuple[Path, ...]) -> None:
    if base.resolve() in [p.resolve() for p in above]:
        where = f"{'document' if path is None else path.name}: base"
        problem = _("The overlays are based on each other in a circle.")
        remedy = _("Let one of them be a whole document.")
        raise InvalidInput([Issue(where, problem, remedy)])


def complete(document: Mapping[str, Any], evidence: Evidence) -> dict[str, Any]:
    """The document with every row of evidence that it refers to written into it."""
    own = document.get("evidence")
    own = {} if own is None else own
    if not isinstance(own, Mapping):
        return dict(document)
    wanted = _references(document) - set(own)
    known = [evidence.parameters[n] for n in sorted(wanted) if n in evidence.parameters]
    filled = {**own, **{p.id: _row(p) for p in known if p.value is not None}}
    return {**document, "evidence": filled} if filled else dict(document)


def _references(document: Mapping[str, Any]) -> set[str]:
    """What stands at an entry `ref`, anywhere in the document."""
    found: set[str] = set()
    parts: list[Any] = [document]
    while parts:
        part = parts.pop()
        if isinstance(part, Mapping):
            name, part = part.get("ref"), part.values()
            if isinstance(name, str):
                found.add(name)
        elif not isinstance(part, list | tuple):
            continue
        parts.extend(one for one in part if not isinstance(one, (str, float, int)))
    return found


def _row(parameter: Parameter) -> dict[str, Any]:
    row = {
        "value": parameter.value,
        "low": parameter.low,
        "high": parameter.high,
        "unit": parameter.unit,
        "source": parameter.source,
        "grade": str(parameter.grade),
        "title": dict(parameter.title.root),
        "note": parameter.note or None,
    }
    return {k: v for k, v in row.items() if v is not None}
