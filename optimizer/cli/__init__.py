"""The command line: parse, call the facade, print; messages go to stderr, answers to stdout."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from optimizer.cli import (
    bundle,
    countries,
    desk,
    documents,
    insight,
    plans,
    programmes,
    report,
    robust,
    solver_files,
    strategies,
    track_record,
    uncertainty,
    workbook,
)
from optimizer.cli.answer import FAULT, INVALID, OPTIMAL, STOPPED, issue_data, write
from optimizer.errors import InvalidInput, OptimizerError

GROUPS: tuple[ModuleType, ...] = (
    plans,
    insight,
    uncertainty,
    robust,
    countries,
    strategies,
    track_record,
    documents,
    report,
    solver_files,
    programmes,
    bundle,
    workbook,
    desk,
)
"""Commands in the order of `--help`; each module registers its own."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        answer = options.run(options)
        write(options, answer)
    except InvalidInput as fault:
        print(fault.told(getattr(options, "lang", "en")), file=sys.stderr)
        if options.json:
            issues = [issue_data(issue) for issue in fault.issues]
            print(json.dumps({"status": "invalid", "issues": issues}, ensure_ascii=False, indent=2))
        return INVALID
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OPTIMAL
    except OptimizerError as fault:
        print(f"The work could not be finished: {fault}", file=sys.stderr)
        return FAULT
    except KeyboardInterrupt:
        print("Stopped on request.", file=sys.stderr)
        return STOPPED
    return int(answer[0])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="talent-budget",
        description="Plan how a fixed budget retains and attracts the most talent.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for group in GROUPS:
        group.register(commands)
    return parser
