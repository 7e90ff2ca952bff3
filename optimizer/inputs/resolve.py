"""Overlays and references → one whole document: what it is based on and refers to, filled in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from optimizer.domain.evidence import Evidence, Parameter
from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, Said, suggest
from optimizer.inputs.header import SIGNED, STATED, Overlay
from optimizer.inputs.layout import field_of
from optimizer.inputs.overlay import merged_with_issues
from optimizer.inputs.read import read_file
from optimizer.inputs.shipped import scenario_folder
from optimizer.inputs.structure import build_as

SUFFIXES = (".yaml", ".yml", ".json")
Resolved = tuple[dict[str, Any], list[Issue]]
"""A whole document, and the problems of the overlays it was made from."""


def shipped_scenarios() -> dict[str, Path]:
    """The shipped documents by identifier, in alphabetical order; those of sub-folders follow."""
    top = scenario_folder()
    files = (p for p in top.rglob("*") if p.suffix in SUFFIXES)
    return {p.stem: p for p in sorted(files, key=lambda p: (p.parent != top, p.stem))}


def find(name: str | Path) -> Path:
    """The file of a shipped id or a path. Raises InvalidInput when there is neither."""
    path = Path(name)
    if path.suffix in SUFFIXES or _is_file(path):
        return path
    shipped = shipped_scenarios()
    if str(name) in shipped:
        return shipped[str(name)]
    problem = Said(
        "There is no shipped scenario and no file of this name.",
        "이 이름의 내장 시나리오나 파일 없음.",
    )
    raise InvalidInput([Issue(f"scenario {name}", problem, suggest(name, shipped))])


def resolved(path: Path, evidence: Evidence, above: tuple[Path, ...] = ()) -> Resolved:
    """The document in a file laid over those it is based on; `above` lists who asks for it."""
    document = read_file(path)
    if "base" not in document:
        return document, []
    return laid_over(document, path, evidence, above)


def base_of(path: Path) -> Path | None:
    """The file that an overlay is laid over; None for a whole document. Raises InvalidInput."""
    name = read_file(path).get("base")
    return _base(name, path, "") if isinstance(name, str) else None


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
        base = _base(header.base, path, label)
        _no_circle(base, path, above)
        below, found = resolved(base, evidence, above)
    except InvalidInput as fault:
        raise InvalidInput([*issues, *fault.issues]) from None
    merged, unknown = merged_with_issues(complete(below, evidence), header.changes)
    issues += [Issue(f"{label}changes.{i.where}", i.problem, i.remedy) for i in unknown]
    own = {k: document[k] for k in STATED if k in document and k not in unread}
    kept = {k: v for k, v in merged.items() if k not in SIGNED or k in header.changes}
    return {**kept, **own}, [*found, *issues]


_ONLY_CHANGES = Said(
    "An overlay holds only a header and 'changes'.", "변경 문서에는 머리 항목과 'changes'만 가능."
)
_MOVE = Said("Move it under 'changes'.", "'changes' 아래로 이동.")
_STATED = Said("The header states this already.", "머리 항목에 이미 있음.")
_ONCE = Said("Leave one of the two away.", "둘 중 하나 삭제.")


def _no_circle(base: Path, path: Path | None, above: tuple[Path, ...]) -> None:
    if base.resolve() in [p.resolve() for p in above]:
        where = f"{'document' if path is None else path.name}: base"
        problem = Said(
            "The overlays are based on each other in a circle.",
            "변경 문서끼리 서로를 기준으로 삼음.",
        )
        remedy = Said("Let one of them be a whole document.", "그중 하나는 전체 문서로 작성.")
        raise InvalidInput([Issue(where, problem, remedy)])


def _base(name: str, path: Path | None, label: str) -> Path:
    """The file that an overlay's `base` names: beside the overlay, else shipped."""
    folder = None if path is None else path.parent
    beside = [] if folder is None else [folder / f"{name}{s}" for s in ("", *SUFFIXES)]
    for candidate in beside:
        if _is_file(candidate):
            return candidate
    shipped = shipped_scenarios()
    if name in shipped:
        return shipped[name]
    problem = Said(f"There is no scenario called '{name}'.", f"없는 시나리오: '{name}'.")
    known = [*shipped, *([] if folder is None else _near(folder, name))]
    raise InvalidInput([Issue(f"{label}base", problem, suggest(name, known))])


def _near(folder: Path, name: str) -> list[str]:
    """The documents in the folder that a path from `folder` speaks of, as such paths."""
    part = Path(name).parent
    try:
        files = sorted((folder / part).iterdir())
    except (OSError, ValueError):
        return []
    return [str(part / p.stem) for p in files if p.suffix in SUFFIXES]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file system allows
        return False


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
        "title": {"en": parameter.title.en, "ko": parameter.title.ko},
        "note": parameter.note or None,
    }
    return {k: v for k, v in row.items() if v is not None}
