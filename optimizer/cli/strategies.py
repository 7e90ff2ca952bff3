"""Commands that lay country strategies on one model: spend like them, next million, bottlenecks."""

from __future__ import annotations

import argparse
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import (
    OPTIMAL,
    Answer,
    Meter,
    answered,
    code_of,
    command,
    language,
    load,
    question,
)
from optimizer.i18n import _, pgettext


def register(commands: Any) -> None:
    """Adds `spend-like`, `next-million` and `bottlenecks`."""
    like = command(
        commands, "spend-like", spend_like, _("a country's mix on this budget, and back")
    )
    question(like)
    like.add_argument(
        "--mix", required=True, metavar="COUNTRY", help=_("code of the country, e.g. FRA")
    )
    for name, run, text in (
        ("next-million", next_million, _("who gains from one more million dollars")),
        ("bottlenecks", bottlenecks, _("what holds several scenarios back, common limits first")),
    ):
        several = command(commands, name, run, text)
        several.add_argument(
            "scenarios",
            nargs="*",
            metavar="SCENARIO",
            help=_("shipped ids or paths of documents (default: all country strategies)"),
        )
        language(several)


def spend_like(options: argparse.Namespace) -> Answer:
    """What the mix yields here and what the home country's mix yields there."""
    answer = api.spend_like(load(options), options.mix)
    return answered(code_of(answer.here.evaluation.best), answer)


def _watch(options: argparse.Namespace) -> api.Watch:
    return api.Watch(tell=Meter(pgettext("progress", "scenarios"), options.lang))


def next_million(options: argparse.Namespace) -> Answer:
    """Scenarios ranked by what a million dollars more adds."""
    answer = api.next_million(_asked(options), watch=_watch(options))
    return answered(OPTIMAL, answer)


def bottlenecks(options: argparse.Namespace) -> Answer:
    """What holds the scenarios back."""
    answer = api.bottlenecks(_asked(options), watch=_watch(options))
    return answered(OPTIMAL, answer)


def _asked(options: argparse.Namespace) -> list[api.Scenario] | None:
    return [api.load_scenario(name) for name in options.scenarios] or None
