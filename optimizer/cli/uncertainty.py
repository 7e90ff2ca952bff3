"""Commands that look at many draws: how sure the plan is, and the map of decisions."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from optimizer.api import desk as api
from optimizer.cli.answer import CONFLICT, OPTIMAL, Answer, Meter, answered, command, load, question
from optimizer.cli.values import address, number, seed, whole
from optimizer.i18n import _, figure, pgettext

MOST_WORKERS = 256
"""Processes that one command starts at most."""


def register(commands: Any) -> None:
    """Adds `uncertainty` and `map`."""
    parser = command(commands, "uncertainty", uncertainty, _("how sure the plan is"))
    question(parser)
    parser.add_argument(
        "--draws",
        type=whole("--draws", 1, api.MOST_DRAWS),
        help=_(
            "how many draws, at most {most_draws} (default: as many as the ends of "
            "the intervals need)",
            most_draws=figure(api.MOST_DRAWS),
        ),
    )
    seed(parser)
    parser.add_argument(
        "--points",
        choices=[str(p) for p in api.Points],
        default="sobol",
        help=_("how a given number of draws spreads"),
    )
    parser.add_argument(
        "--plan",
        type=Path,
        action="append",
        default=[],
        help=_("a plan whose regret is wanted; may be repeated"),
    )
    parser.add_argument(
        "--brief", action="store_true", help=_("leave out drivers, switching values, information")
    )
    engine_options(parser)
    chart = command(commands, "map", decision_map, _("which programme leads, over two numbers"))
    question(chart)
    _map_options(chart)


def engine_options(parser: argparse.ArgumentParser) -> None:
    """Where the work runs."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--workers",
        type=whole("--workers", 1, MOST_WORKERS),
        default=1,
        help=_("processes on this machine, at most {most_workers}", most_workers=MOST_WORKERS),
    )
    where.add_argument(
        "--scheduler",
        type=address,
        help=_("Dask scheduler, tcp://HOST:PORT (default: this machine)"),
    )


def uncertainty(options: argparse.Namespace) -> Answer:
    """Run the study; the exit code says whether any draw has a plan."""
    scenario = load(options)
    plans = {path.stem: api.load_allocation(path, scenario) for path in options.plan}
    drawn = None
    if options.draws is not None:
        points = api.Points(options.points)
        drawn = api.draw(scenario, options.draws, seed=options.seed, points=points)
    with api.engine(options.workers, options.scheduler) as executor:
        watch = api.Watch(tell=Meter(pgettext("progress", "draws"), options.lang))
        answer = api.uncertainty(
            scenario, drawn, seed=options.seed, plans=plans, executor=executor, watch=watch
        )
        data, page = api.answer_data(answer), api.page_of(answer)
        if not options.brief and answer.outcomes.found.any():
            watch = api.Watch(tell=Meter(pgettext("progress", "insight"), options.lang))
            more = api.insight(answer, executor=executor, watch=watch)
            data |= {"insight": api.answer_data(more)}
            page = api.Page((*page.blocks, *api.page_of(more).blocks))
    return OPTIMAL if answer.outcomes.found.any() else CONFLICT, data, page


def _map_options(parser: argparse.ArgumentParser) -> None:
    for axis in ("x", "y"):
        parser.add_argument(
            f"--{axis}",
            required=True,
            metavar="PATH",
            help=_("a place of the document, or evidence"),
        )
        parser.add_argument(
            f"--{axis}-range", type=number(f"--{axis}-range"), nargs=2, metavar=("FROM", "TO"),
            help=_("values shown (default: the number's own range)"),
        )  # fmt: skip
    parser.add_argument(
        "--size",
        type=whole("--size", 2, api.LARGEST_MAP),
        default=60,
        help=_("points along each side, 2 to {largest_map}", largest_map=api.LARGEST_MAP),
    )
    engine_options(parser)


def decision_map(options: argparse.Namespace) -> Answer:
    """Draw the map; the exit code says whether any point has a plan."""
    axes = [
        api.Axis(path, *(ends or (None, None)))
        for path, ends in ((options.x, options.x_range), (options.y, options.y_range))
    ]
    with api.engine(options.workers, options.scheduler) as executor:
        watch = api.Watch(tell=Meter(pgettext("progress", "map"), options.lang))
        answer = api.decision_map(
            load(options), axes[0], axes[1], size=options.size, executor=executor, watch=watch
        )
    code = OPTIMAL if answer.cells["objective"].notna().any() else CONFLICT
    return answered(code, answer)
