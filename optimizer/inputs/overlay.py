"""Changes on top of a document: overlays and single settings; they may change only what exists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.inputs.read import parse_value

NAMED = {
    ("capacities",),
    ("programmes",),
    ("programmes", "*", "activities"),
    ("pools",),
    ("pathways",),
    ("evidence",),
    ("objective", "tiers"),
    ("objective", "channels"),
}
"""Places whose names are the planner's own: a change may not add to them."""

NUMBER = {"value", "ref", "product"}
_STEP = re.compile(r"[^.\[\]]+")


def merge(base: Any, changes: Mapping[Any, Any]) -> dict[str, Any]:
    """`base` with `changes` laid over it. Raises InvalidInput with every unknown name.

    Mappings are merged entry by entry; anything else is replaced; null removes an entry. A list whose members carry an
    `id` (the rules) may be changed by a mapping id → changes, or by a list, whose members change
    the rule of that id or, with a new id, join the end.
    """
    issues: list[Issue] = []
    merged = _merged(base, changes, (), issues)
    if issues:
        raise InvalidInput(issues)
    return dict(merged)


def _merged(base: Any, change: Any, path: tuple[str, ...], issues: list[Issue]) -> Any:
    if isinstance(base, list) and any(isinstance(m, Mapping) and "id" in m for m in base):
        if isinstance(change, Mapping):
            return list(_members(base, change, path, issues))
        if isinstance(change, list):
            return _joined(base, change, path, issues)
    if isinstance(base, list) and isinstance(change, Mapping) and _numbered(base, change):
        return [
            _merged(old, _at(change, i), (*path, str(i)), issues)
            if _at(change, i) is not None
            else old
            for i, old in enumerate(base)
        ]
    if not isinstance(base, Mapping) or not isinstance(change, Mapping) or _replaces(base, change):
        return change
    out = {_same(base, k): v for k, v in base.items()}
    closed = any(
        len(p) == len(path) and all(a in ("*", b) for a, b in zip(p, path, strict=True))
        for p in NAMED
    )
    for key, value in change.items():
        name = _same(base, key)
        if closed and name not in base:
            issues.append(
                Issue(
                    ".".join((*path, str(key))),
                    "The base has no such entry.",
                    suggest(key, map(str, base)),
                )
            )
        elif value is None:
            out.pop(name, None)
        elif name in base:
            out[name] = _merged(base[name], value, (*path, str(key)), issues)
        else:
            out[name] = value
    return out


def _members(
    base: Sequence[Any], change: Mapping[Any, Any], path: tuple[str, ...], issues: list[Issue]
) -> Iterator[Any]:
    known = [m.get("id") for m in base if isinstance(m, Mapping)]
    for key in change:
        if key not in known and not (str(key).isdigit() and int(key) < len(base)):
            issues.append(
                Issue(
                    ".".join((*path, str(key))),
                    "The base has no such entry.",
                    suggest(key, map(str, known)),
                )
            )
    for i, member in enumerate(base):
        keys = [k for k in (member.get("id"), i, str(i)) if k in change]
        if not keys:
            yield member
        elif change[keys[0]] is not None:
            yield _merged(member, change[keys[0]], (*path, str(keys[0])), issues)


def _joined(
    base: list[Any], change: list[Any], path: tuple[str, ...], issues: list[Issue]
) -> list[Any]:
    known = {m.get("id") for m in base if isinstance(m, Mapping)}
    new = [m for m in change if not isinstance(m, Mapping) or m.get("id") not in known]
    old = {m["id"]: m for m in change if isinstance(m, Mapping) and m.get("id") in known}
    return [*_members(base, old, path, issues), *new]


def _replaces(base: Mapping[Any, Any], change: Mapping[Any, Any]) -> bool:
    """Whether a number of another kind takes the place of a number (a ref for a value, …)."""
    old, new = NUMBER & set(base), NUMBER & set(change)
    return bool(new) and new != old and (bool(old) or "title" not in base)


def _same(base: Mapping[Any, Any], key: Any) -> Any:
    """The key as the base spells it, so that '2025' finds 2025."""
    if key in base:
        return key
    if isinstance(key, str) and key.lstrip("-").isdigit() and int(key) in base:
        return int(key)
    if isinstance(key, int) and str(key) in base:
        return str(key)
    return key


def _numbered(base: Sequence[Any], change: Mapping[Any, Any]) -> bool:
    return bool(change) and all(str(k).isdigit() and int(k) < len(base) for k in change)


def _at(change: Mapping[Any, Any], i: int) -> Any:
    return change.get(i, change.get(str(i)))


def setting(text: str) -> dict[str, Any]:
    """`PATH=VALUE` as a nested change, e.g. 'budget.total=9000' or 'rules.visa-floor.share=0'.

    Raises InvalidInput when there is no '=' or the value cannot be read.
    """
    path, equals, value = text.partition("=")
    steps = _STEP.findall(path.strip())
    if not equals or not steps:
        raise InvalidInput(
            [
                Issue(
                    f"--set {text}",
                    "A setting is PATH=VALUE.",
                    "Write for example --set budget.total=9000.",
                )
            ]
        )
    try:
        nested: Any = parse_value(value.strip())
    except yaml.YAMLError:
        raise InvalidInput(
            [
                Issue(
                    f"--set {text}",
                    f"The value '{value}' cannot be read.",
                    "Write a number, a word or {ref: id}.",
                )
            ]
        ) from None
    for step in reversed(steps):
        nested = {step: nested}
    return dict(nested)
