"""The command that takes an edited workbook back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import OPTIMAL, Answer, command, issue_data, language, to_look_at
from optimizer.cli.terminal import note
from optimizer.i18n import _


def register(commands: Any) -> None:
    """Adds `import`."""
    taken = command(commands, "import", take, _("the scenario that an edited workbook states"))
    language(taken)
    taken.add_argument(
        "workbook", type=Path, help=_("a workbook written by `report --format xlsx`")
    )


def take(options: argparse.Namespace) -> Answer:
    """The document of a workbook as YAML: printed, or written to --out."""
    scenario = api.import_workbook(options.workbook)
    seen = api.warnings(scenario, api.compared_with(scenario))
    for line in to_look_at(seen, options.lang):
        note(line)
    data = {
        "status": "valid",
        "id": scenario.id,
        "fingerprint": scenario.fingerprint,
        "look": [issue_data(one) for one in seen],
        "document": scenario.document,
    }
    text = api.document_text(scenario)
    return OPTIMAL, data, text.rstrip("\n") if options.out is None else text.encode()
