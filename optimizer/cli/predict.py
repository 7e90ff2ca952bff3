"""The command that foretells programmes which are not in the evidence."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import OPTIMAL, Answer, command, language
from optimizer.cli.terminal import note
from optimizer.cli.values import seed
from optimizer.i18n import _


def register(commands: Any) -> None:
    """Adds `predict`."""
    text = _("people that programmes bring which are not in the evidence")
    parser = command(commands, "predict", predict, text)
    language(parser)
    parser.add_argument(
        "programmes",
        type=Path,
        metavar="ROWS",
        help=_("CSV file with the columns of track_record.csv"),
    )
    seed(parser)
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        help=_("folder of evidence tables (default: as shipped)"),
    )


def predict(options: argparse.Namespace) -> Answer:
    """Heads of each programme from its money, years and kind."""
    evidence = api.load_evidence(options.data)
    answer = api.predict(options.programmes, evidence, seed=options.seed)
    if options.json:  # a list of programmes alone: what was left out is told beside it
        for issue in answer.left_out:
            note(issue.told(options.lang))
    return OPTIMAL, api.predictions(answer), api.page_of(answer)
