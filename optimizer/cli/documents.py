"""Commands about documents: check one, list what is shipped, print the schema."""

from __future__ import annotations

import argparse
import json
from typing import Any

from optimizer.api import desk as api
from optimizer.cli import answer
from optimizer.cli.answer import OPTIMAL, Answer, command, load
from optimizer.i18n import _


def register(commands: Any) -> None:
    """Adds `validate`, `list` and `schema`."""
    answer.question(command(commands, "validate", validate, _("checks a document")))
    command(commands, "list", shipped, _("shows what is shipped"))
    command(commands, "schema", schema, _("prints the JSON Schema of the document"))


def validate(options: argparse.Namespace) -> Answer:
    """Whether a document is valid, and what to look at in it."""
    scenario = load(options)
    seen = api.warnings(scenario, api.compared_with(scenario, answer.signed(options)))
    name, mark = scenario.id, scenario.fingerprint
    look = [answer.issue_data(warning) for warning in seen]
    data = {"status": "valid", "id": name, "fingerprint": mark, "look": look}
    head = _("{name} is valid (fingerprint {mark}).", name=name, mark=mark)
    said = [head.in_(options.lang), *answer.to_look_at(seen, options.lang)]
    return OPTIMAL, data, "\n".join(said)


def shipped(options: argparse.Namespace) -> Answer:
    """The shipped scenarios."""
    found = api.list_scenarios()
    rows = [{"id": s.id, "title": s.title, "description": s.description} for s in found]
    width = max((len(s.id) for s in found), default=0)
    text = "\n".join(f"{s.id:<{width}}  {' / '.join(s.title.values())}" for s in found)
    return OPTIMAL, rows, text


def schema(options: argparse.Namespace) -> Answer:
    """The JSON Schema of the document."""
    found = api.json_schema()
    return OPTIMAL, found, json.dumps(found, ensure_ascii=False, indent=2)
