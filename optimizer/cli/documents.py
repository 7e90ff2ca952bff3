"""Commands about documents: check one, list what is shipped, print the schema."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import Any

from optimizer import api
from optimizer.cli import answer
from optimizer.cli.answer import OPTIMAL, Answer, command, load


def register(commands: Any) -> None:
    """Adds `validate`, `list` and `schema`."""
    answer.scenario(command(commands, "validate", validate, "checks a document"))
    command(commands, "list", shipped, "shows what is shipped")
    command(commands, "schema", schema, "prints the JSON Schema of the document")


def validate(options: argparse.Namespace) -> Answer:
    """Whether a document is valid, and what to look at in it."""
    scenario = load(options)
    seen = [asdict(warning) for warning in api.warnings(scenario)]
    data = {"status": "valid", "id": scenario.id, "fingerprint": scenario.fingerprint, "look": seen}
    said = [f"{scenario.id} is valid (fingerprint {scenario.fingerprint})."]
    said += [f"Look at {w['where']}: {w['problem']} {w['remedy']}" for w in seen]
    return OPTIMAL, data, "\n".join(said)


def shipped(options: argparse.Namespace) -> Answer:
    """The shipped scenarios."""
    found = api.list_scenarios()
    rows = [{"id": s.id, "title": s.title, "description": s.description} for s in found]
    width = max((len(s.id) for s in found), default=0)
    text = "\n".join(f"{s.id:<{width}}  {s.title['en']} / {s.title['ko']}" for s in found)
    return OPTIMAL, rows, text


def schema(options: argparse.Namespace) -> Answer:
    """The JSON Schema of the document."""
    found = api.json_schema()
    return OPTIMAL, found, json.dumps(found, ensure_ascii=False, indent=2)
