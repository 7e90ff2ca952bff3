"""JSON Schema of the scenario document; its words are those of the models themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import models_json_schema

from optimizer.domain.scenario import Scenario
from optimizer.inputs.additions import ADDABLE
from optimizer.inputs.layout import entries, field_of
from optimizer.inputs.overlay_layout import Overlay

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NAMED = ("properties", "patternProperties", "$defs")
"""Keywords below which names stand, not keywords."""


def json_schema() -> dict[str, Any]:
    """The layout of a document: a whole scenario, or an overlay (`base`, `changes` and `adds`).

    Structure only: what names refer to, units and the order of bands are checked on loading.

    Example:
        >>> from optimizer import api as tb
        >>> sorted(tb.json_schema())[:3]
        ['$defs', '$schema', 'description']
    """
    _, whole = models_json_schema([(Scenario, "validation"), (Overlay, "validation")])
    parts = {name: _tidy(part) for name, part in whole["$defs"].items()}
    for group, names in (("changes", entries(Scenario)), ("adds", ADDABLE)):
        parts["Overlay"]["properties"][group] |= {
            "properties": {name: {"description": _meaning(name)} for name in names},
            "additionalProperties": False,
        }
    return {
        "$schema": _DIALECT,
        "title": "Scenario document",
        "description": "Everything one decision is made from: a whole scenario, or an overlay.",
        "oneOf": [{"$ref": "#/$defs/Scenario"}, {"$ref": "#/$defs/Overlay"}],
        "$defs": parts,
    }


def _meaning(name: str) -> str:
    field = field_of(Scenario, name)
    return "" if field is None or field.description is None else field.description


def _tidy(part: Any) -> Any:
    """A schema without generated titles, and with years as the only names where years stand."""
    if isinstance(part, list):
        return [_tidy(one) for one in part]
    if not isinstance(part, Mapping):
        return part
    out: dict[str, Any] = {}
    for key, value in part.items():
        if key in _NAMED:
            out[key] = {name: _tidy(one) for name, one in value.items()}
        elif key not in ("title", "discriminator", "default"):
            out[key] = _tidy(value)
        elif key == "default" and value is not None:
            out[key] = value
    if "patternProperties" in out:
        out["additionalProperties"] = False
    return out
