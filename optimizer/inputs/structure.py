"""Plain data → Scenario: every fault of form as an issue in a planner's words."""

from __future__ import annotations

import copy
import json
import types
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag, ValidationError

from optimizer.domain.scenario import Scenario
from optimizer.errors import Issue, suggest

Location = tuple[str | int, ...]

_WORDS = {
    "missing": "The entry is missing.",
    "float_type": "A number is expected here.",
    "int_type": "A whole number is expected here.",
    "bool_type": "true or false is expected here.",
    "string_type": "A text is expected here.",
    "finite_number": "The number is not finite.",
    "model_type": "A group of entries is expected here.",
    "dict_type": "A group of named entries is expected here.",
    "mapping_type": "A group of named entries is expected here.",
    "tuple_type": "A list is expected here.",
    "too_short": "At least one entry is needed here.",
    "string_too_short": "The text is empty.",
    "int_parsing": "A year or whole number is expected as the name of this entry.",
}


STAND_INS: Mapping[str, Any] = {
    "schema": 1,
    "id": "unnamed",
    "money": {"unit": "KRW"},
    "years": {"first": 2000, "last": 2000},
    "budget": {"total": 0.0},
    "objective": {"tiers": {"unknown": 1.0}, "channels": {"unknown": 1.0}},
    "capacities": {"unknown": {}},
    "programmes": {
        "unknown": {
            "activities": {"unknown": {"delivers": {}, "supply": {"bands": [{"unit_cost": 0.0}]}}}
        }
    },
    "pathways": {"unknown": {"channel": "unknown", "tier": "unknown", "bands": [{"net": 0.0}]}},
}
"""What takes the place of a missing part, so that the checks of meaning can run on the others."""


def build(document: Mapping[str, Any]) -> tuple[Scenario | None, list[Issue], frozenset[str]]:
    """The scenario, all faults of form, and the parts of the document that were unusable.

    With faults, the scenario is what is left of the document after dropping the faulty entries
    (so that checks of meaning can still run on the rest), or None when too little is left.
    """
    rest: Any = copy.deepcopy(dict(document))
    unusable: set[str] = set()
    issues: dict[Issue, None] = {}
    for _ in range(50):
        try:
            text = json.dumps(rest, default=str)
        except (ValueError, TypeError, RecursionError):
            fault = Issue(
                "document",
                "The document cannot be read as plain data.",
                "Use numbers, texts, lists and named entries only.",
            )
            return None, [fault], frozenset()
        try:
            return Scenario.model_validate_json(text), list(issues), frozenset(unusable)
        except ValidationError as faults:
            found = faults.errors(include_url=False)
        if not issues:
            issues = dict.fromkeys(_issue(e) for e in found)
        paths = {_follow(e["loc"])[0][: -1 if e["type"] == "missing" else None] for e in found}
        lacking = {str(e["loc"][0]) for e in found if e["type"] == "missing" and len(e["loc"]) == 1}
        for part in lacking:
            rest[part] = STAND_INS[part]
        unusable |= lacking
        for path in sorted(paths - {()}, key=lambda p: [str(s).zfill(9) for s in p], reverse=True):
            _drop(rest, path)
    return None, list(issues), frozenset(unusable)


def _issue(error: Any) -> Issue:
    kind, loc, ctx = error["type"], error["loc"], error.get("ctx") or {}
    path, model = _follow(loc)
    where = _spell(path) or "document"
    given = error.get("input")
    if kind == "extra_forbidden":
        names = _fields(model) if model is not None else []
        return Issue(
            where, f"There is no entry called '{path[-1]}' here.", suggest(path[-1], names)
        )
    if kind == "missing":
        return Issue(where, _WORDS[kind], f"Add '{path[-1]}'{_meaning(model, path[-1])}")
    if kind in ("union_tag_invalid", "literal_error", "enum"):
        known = [
            t.strip(" '\"")
            for t in str(ctx.get("expected_tags") or ctx.get("expected", ""))
            .replace(" or ", ",")
            .split(",")
        ]
        value = ctx.get("tag", given)
        where = f"{where}.kind" if kind == "union_tag_invalid" else where
        return Issue(where, f"'{value}' is not known here.", suggest(value, known))
    if kind == "union_tag_not_found":
        return Issue(f"{where}.kind", "The entry is missing.", "Say which kind of rule this is.")
    if kind == "string_pattern_mismatch":
        return Issue(
            where,
            f"'{given}' is not a legal name.",
            "Use a letter first, then letters, digits, '_' or '-' (a country has three capitals).",
        )
    if kind == "value_error":
        return Issue(where, f"{str(ctx.get('error', error['msg']))}.", "Correct the numbers.")
    limit = {
        "greater_than_equal": ("ge", "at least"),
        "greater_than": ("gt", "more than"),
        "less_than_equal": ("le", "at most"),
        "less_than": ("lt", "less than"),
    }.get(kind)
    if limit is not None:
        return Issue(
            where, f"{given} is out of range.", f"Give a number of {limit[1]} {ctx[limit[0]]}."
        )
    return Issue(
        where, _WORDS.get(kind, error["msg"].rstrip(".") + "."), _remedy(model, path, given)
    )


def _remedy(model: type[BaseModel] | None, path: Location, given: Any) -> str:
    if (
        isinstance(given, str)
        and given.replace(",", "").replace("_", "").replace(".", "").isdigit()
    ):
        return f"Write {given.replace(',', '').replace('_', '')} without quotes or separators."
    meaning = _meaning(model, path[-1]) if path else ""
    shown = json.dumps(given, ensure_ascii=False, default=str)
    return f"Found {shown if len(shown) < 60 else shown[:57] + '…'}{meaning or '.'}"


def _meaning(model: type[BaseModel] | None, name: str | int) -> str:
    if model is not None and str(name) in model.model_fields:
        text = (model.model_fields[str(name)].description or "").split("\n")[0]
        return f": {text}" if text else "."
    return "."


def _fields(model: type[BaseModel]) -> list[str]:
    return [f.alias or name for name, f in model.model_fields.items()]


def _follow(loc: Sequence[str | int]) -> tuple[Location, type[BaseModel] | None]:
    """The path as the document spells it (tags of unions removed) and the innermost group on it."""
    at: Any = Scenario
    path: list[str | int] = []
    model: type[BaseModel] | None = Scenario
    for step in loc:
        chosen = _member(at, step)
        if chosen is not None:
            at = chosen
            continue
        if step == "[key]":
            break
        path.append(step)
        at = _bare(at)
        if isinstance(at, type) and issubclass(at, BaseModel):
            model = at
            field = next((f for k, f in at.model_fields.items() if step in (k, f.alias)), None)
            at = None if field is None else field.annotation
            if field is not None and field.metadata:
                at = Annotated[(at, *field.metadata)]  # type: ignore[assignment]
        elif get_origin(at) is not None:
            at = get_args(at)[0] if get_origin(at) is tuple else get_args(at)[-1]
    return tuple(path), model


def _bare(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        parts = [a for a in get_args(annotation) if a is not type(None)]
        if len(parts) == 1:
            return _bare(parts[0])
    return annotation


def _member(annotation: Any, step: str | int) -> Any:
    """The member of a tagged union that `step` names, or None when `step` is no tag."""
    union = _bare(annotation)
    if get_origin(union) not in (Union, types.UnionType):
        return None
    for member in get_args(union):
        if any(isinstance(m, Tag) and m.tag == step for m in getattr(member, "__metadata__", ())):
            return get_args(member)[0]
        bare = _bare(member)
        if isinstance(bare, type) and issubclass(bare, BaseModel) and "kind" in bare.model_fields:
            kind = bare.model_fields["kind"].annotation
            if get_origin(kind) is Literal and step in get_args(kind):
                return bare
    return None


def _spell(path: Location) -> str:
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.lstrip(".")


def _drop(document: Any, path: Location) -> None:
    """Removes the entry at `path`, so that the rest can be read."""
    holder = document
    for step in path[:-1]:
        holder = _child(holder, step)
    if isinstance(holder, list) and isinstance(path[-1], int) and path[-1] < len(holder):
        del holder[path[-1]]
    elif isinstance(holder, dict):
        for key in [k for k in holder if str(k) == str(path[-1])]:
            del holder[key]


def _child(holder: Any, step: str | int) -> Any:
    if isinstance(holder, list):
        return holder[step] if isinstance(step, int) and step < len(holder) else None
    if isinstance(holder, dict):
        return next((v for k, v in holder.items() if str(k) == str(step)), None)
    return None
