"""The reference of the scenario document, read off its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docs.making.markdown import code, heading, pages, plain, table
from optimizer.api import json_schema

Schema = Mapping[str, Any]
ROOTS = ("Scenario", "Overlay")
PREFIX = "#/$defs/"


def anchor(name: str) -> str:
    """The name under which a part of the document is linked."""
    return f"document-{name.lower()}"


def kind_of(schema: Schema) -> str:
    """What may stand in a field, in a few words; parts of the document are links."""
    if "$ref" in schema:
        name = str(schema["$ref"]).removeprefix(PREFIX)
        return f"[{name}](#{anchor(name)})"
    if "const" in schema:
        return code(schema["const"])
    if "enum" in schema:
        return ", ".join(code(one) for one in schema["enum"])
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema:
            kinds = [kind_of(one) for one in schema[key] if one.get("type") != "null"]
            return " or ".join(dict.fromkeys(kinds))
    if "patternProperties" in schema:
        inside = " or ".join(dict.fromkeys(map(kind_of, schema["patternProperties"].values())))
        return f"name → {inside}"
    if schema.get("type") == "array":
        return f"list of {kind_of(schema.get('items', {}))}"
    if schema.get("type") == "object" and isinstance(schema.get("additionalProperties"), Mapping):
        return f"name → {kind_of(schema['additionalProperties'])}"
    limits = [
        f"{sign} {schema[key]:g}"
        for key, sign in (
            ("minimum", "≥"), ("exclusiveMinimum", ">"),
            ("maximum", "≤"), ("exclusiveMaximum", "<"),
        )
        if key in schema
    ]  # fmt: skip
    words = {"string": "text", "boolean": "true or false", "integer": "whole number"}
    kind = words.get(str(schema.get("type", "")), str(schema.get("type", "anything")))
    return ", ".join([kind, *limits])


def _rest(name: str, field: Schema, needed: bool) -> str:
    """What else a reader must know of a field: whether it may be left out, and what then holds."""
    if needed:
        return "required"
    default = field.get("default")
    return "" if default is None or isinstance(default, dict | list) else code(default)


def fields(part: Schema) -> list[tuple[str, str, str, str]]:
    """Each field of a part: name, what may stand there, default, meaning."""
    needed = set(part.get("required", ()))
    return [
        (
            code(name),
            kind_of(field),
            _rest(name, field, name in needed),
            plain(field.get("description", "")),
        )
        for name, field in part.get("properties", {}).items()
    ]


def ordered(schema: Schema) -> Iterator[str]:
    """Names of the parts of a document, from the outside in."""
    waiting, seen = list(ROOTS), set()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        yield name
        waiting += _mentioned(schema["$defs"][name])


def _mentioned(part: Any) -> Iterator[str]:
    if isinstance(part, Mapping):
        if "$ref" in part:
            yield str(part["$ref"]).removeprefix(PREFIX)
        for one in part.values():
            yield from _mentioned(one)
    elif isinstance(part, list):
        for one in part:
            yield from _mentioned(one)


def text() -> str:
    """Every part of a document with its fields."""
    schema, parts = json_schema(), []
    for name in ordered(schema):
        part = schema["$defs"][name]
        parts.append(heading(2, name, anchor(name)))
        parts.append(plain(part.get("description", "").split("\n\nExample:")[0]))
        if "enum" in part:
            parts.append(f"One of {kind_of(part)}.")
        parts.append(table(("field", "holds", "if left out", "meaning"), fields(part)))
    return pages(parts)
