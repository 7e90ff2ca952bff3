"""The command that holds predictions against what talent programmes announced and brought."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import OPTIMAL, Answer, answered, command, language
from optimizer.cli.values import seed, whole
from optimizer.i18n import _, figure


def register(commands: Any) -> None:
    """Adds `track-record`."""
    parser = command(commands, "track-record", track_record, _("predicted people against stated"))
    language(parser)
    parser.add_argument(
        "--draws",
        type=whole("--draws", 100, api.MOST_DRAWS),
        default=10_000,
        help=_("draws, 100 to {most_draws}", most_draws=figure(api.MOST_DRAWS)),
    )
    seed(parser)
    parser.add_argument(
        "--data",
        type=Path,
        metavar="FOLDER",
        help=_("folder of evidence tables (default: as shipped)"),
    )


def track_record(options: argparse.Namespace) -> Answer:
    """Predicted people of every programme against what it stated, misses first."""
    answer = api.track_record(
        api.load_evidence(options.data), draws=options.draws, seed=options.seed
    )
    return answered(OPTIMAL, answer)
