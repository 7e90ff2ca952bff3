"""Commands that put scenarios, and countries, side by side."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import OPTIMAL, Answer, answered, command, language
from optimizer.cli.values import whole
from optimizer.i18n import _
from optimizer.text.control_characters import readable


def register(commands: Any) -> None:
    """Adds `compare` and `countries`."""
    sides = command(commands, "compare", compare, _("scenarios side by side, differences first"))
    sides.add_argument("scenarios", nargs="+", help=_("two to twenty shipped ids or documents"))
    sides.add_argument(
        "--set",
        dest="settings",
        action="append",
        type=readable,
        default=[],
        metavar="PATH=VALUE",
        help=_("change one entry of every document; may be repeated"),
    )
    language(sides)
    places = command(commands, "countries", countries, _("country strategies on one footing"))
    places.add_argument(
        "countries",
        nargs="*",
        metavar="CODE",
        help=_("two or more, side by side, e.g. KOR GBR FRA"),
    )
    places.add_argument(
        "--year",
        type=whole("--year", 1900, 2200),
        default=api.COUNTRY_YEAR,
        help=_("year that money a year speaks of"),
    )
    places.add_argument(
        "--data", type=Path, help=_("folder of evidence tables (default: as shipped)")
    )
    language(places)


def compare(options: argparse.Namespace) -> Answer:
    """What differs between the best plans; a conflict is an answer in its column."""
    found, issues = [], []
    for name in options.scenarios:
        try:
            found.append(api.load_scenario(name, options.settings))
        except api.InvalidInput as fault:
            issues += [api.Issue(f"{name}, {i.where}", i.problem, i.remedy) for i in fault.issues]
    if issues:
        raise api.InvalidInput(issues)
    return answered(OPTIMAL, api.compare(found))


def countries(options: argparse.Namespace) -> Answer:
    """All countries, or those that were named side by side."""
    evidence = api.load_evidence(options.data)
    if options.countries:
        sides = api.compare_countries(options.countries, evidence=evidence, year=options.year)
        return answered(OPTIMAL, sides)
    return answered(OPTIMAL, api.countries(evidence, year=options.year))
