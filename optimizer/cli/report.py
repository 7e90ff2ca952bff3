"""The command for take-away reports: memos, workbooks and files for other solvers."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import (
    CONFLICT,
    OPTIMAL,
    Answer,
    Meter,
    answered,
    code_of,
    command,
    conflicting,
    explained,
    load,
    question,
)
from optimizer.cli.values import seed, whole
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import _, figure, pgettext

MOST_DRAWS = 100_000
"""Draws of one memo at most."""


def register(commands: Any) -> None:
    """Adds `report`."""
    parser = command(commands, "report", report, _("writes a report to take away"))
    question(parser)
    forms = ", ".join(api.REPORT_FORMATS)
    parser.add_argument(
        "--format",
        required=True,
        metavar="FORMAT",
        help=_("one of {forms}", forms=forms),
    )
    parser.add_argument(
        "--plan",
        type=Path,
        help=_("report on this plan, CSV or JSON (default: the best)"),
    )
    parser.add_argument(
        "--draws",
        type=whole("--draws", 0, MOST_DRAWS),
        help=_(
            "draws of the study of uncertainty; 0 leaves it out, at most "
            "{most_draws} (default: as many as the ends of its intervals need)",
            most_draws=figure(MOST_DRAWS),
        ),
    )
    seed(parser)


def report(options: argparse.Namespace) -> Answer:
    """The content of the report, for the file named by --out."""
    _check(options)
    scenario = load(options)
    plan = options.plan
    given = None if plan is None else api.load_allocation(plan, scenario)
    meter = Meter(pgettext("progress", "report"), options.lang)
    try:
        content = api.report(
            scenario, options.format, language=options.lang, allocation=given,
            draws=options.draws, seed=options.seed, watch=api.Watch(tell=meter),
        )  # fmt: skip
    except api.NoPlan as fault:
        data = api.answer_data(fault.plan)
        if fault.plan.status is api.Status.INFEASIBLE and options.format in api.MEMOS:
            return _of_conflict(options, fault.plan.scenario)
        options.out = None  # the file would not be the report that was asked for
        if fault.plan.status is api.Status.INFEASIBLE:
            return conflicting(options, fault.plan, data)
        return answered(code_of(fault.plan), fault.plan)
    data = {
        "scenario": {"id": scenario.id, "fingerprint": scenario.fingerprint},
        "format": options.format, "language": options.lang, "out": str(options.out),
        "bytes": len(content),
    }  # fmt: skip
    return OPTIMAL, data, content


def _of_conflict(options: argparse.Namespace, scenario: api.Scenario) -> Answer:
    """The memo of the conflict in place of that of a plan; the conflict is printed besides."""
    answer = explained(options, scenario)
    content = api.conflict_report(answer, options.format, language=options.lang)
    if not options.json:
        print(api.answer_text(answer, options.lang))
    return CONFLICT, {**api.answer_data(answer), "out": str(options.out)}, content


def _check(options: argparse.Namespace) -> None:
    """Raises InvalidInput with every option that is wrong, before anything is solved."""
    issues = []
    if options.format not in api.REPORT_FORMATS:
        form = options.format
        unknown = _("'{form}' is no format.", form=form)
        issues.append(Issue("--format", unknown, suggest(form, api.REPORT_FORMATS)))
    if options.out is None:
        issues.append(
            Issue(
                "--out",
                _("A report is a file."),
                _("Name it, for example --out memo.docx."),
            )
        )
    if issues:
        raise InvalidInput(issues)
