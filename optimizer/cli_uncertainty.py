"""The commands that work on many draws: what they ask, what they tell while they work."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from optimizer import api

Load = Callable[[argparse.Namespace], api.Scenario]
Answer = tuple[int, Any, str]


def uncertainty_options(parser: argparse.ArgumentParser) -> None:
    """What `uncertainty` asks besides the scenario."""
    parser.add_argument("--draws", type=int, default=10_000, help="how many draws")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same draws")
    parser.add_argument(
        "--points", choices=[str(p) for p in api.Points], default="latin", help="how draws spread"
    )
    parser.add_argument(
        "--plan", type=Path, action="append", default=[], help="a plan whose regret is wanted"
    )
    parser.add_argument(
        "--brief", action="store_true", help="leave out drivers, switching values, information"
    )
    engine_options(parser)


def engine_options(parser: argparse.ArgumentParser) -> None:
    """Where the work runs."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--workers", type=int, default=1, help="processes on this machine")
    where.add_argument("--scheduler", help="address of a Dask scheduler, tcp://HOST:PORT")


def uncertainty(options: argparse.Namespace, load: Load) -> Answer:
    """Run the study; the exit code says whether any draw has a plan."""
    scenario = load(options)
    plans = {path.stem: api.load_allocation(path, scenario) for path in options.plan}
    drawn = api.draw(scenario, options.draws, seed=options.seed, points=api.Points(options.points))
    with api.engine(options.workers, options.scheduler) as executor:
        watch = api.Watch(tell=Meter("draws"))
        answer = api.uncertainty(scenario, drawn, plans=plans, executor=executor, watch=watch)
        data, text = api.uncertainty_data(answer), api.uncertainty_text(answer, options.lang)
        if not options.brief and answer.outcomes.found.any():
            watch = api.Watch(tell=Meter("drivers"))
            more = api.insight(answer, executor=executor, watch=watch)
            data |= {"insight": api.insight_data(more)}
            text += "\n" + api.insight_text(more, options.lang)
    return 0 if answer.outcomes.found.any() else 3, data, text


def map_options(parser: argparse.ArgumentParser) -> None:
    """What `map` asks besides the scenario."""
    for axis in ("x", "y"):
        parser.add_argument(
            f"--{axis}", required=True, metavar="PATH", help="a place of the document, or evidence"
        )
        parser.add_argument(
            f"--{axis}-range", type=float, nargs=2, metavar=("FROM", "TO"),
            help="values shown (default: the number's own range)",
        )  # fmt: skip
    parser.add_argument("--size", type=int, default=60, help="points along each side")
    engine_options(parser)


def decision_map(options: argparse.Namespace, load: Load) -> Answer:
    """Draw the map; the exit code says whether any point has a plan."""
    axes = [
        api.Axis(path, *(ends or (None, None)))
        for path, ends in ((options.x, options.x_range), (options.y, options.y_range))
    ]
    with api.engine(options.workers, options.scheduler) as executor:
        watch = api.Watch(tell=Meter("map"))
        answer = api.decision_map(
            load(options), axes[0], axes[1], size=options.size, executor=executor, watch=watch
        )
    code = 0 if answer.cells["objective"].notna().any() else 3
    return code, api.map_data(answer), api.map_text(answer, options.lang)


class Meter:
    """Tells progress on stderr at most once a second, on one line where it is a terminal."""

    def __init__(self, what: str) -> None:
        self.what, self.told = what, time.monotonic()

    def __call__(self, progress: api.Progress) -> None:
        """Tell it, unless that was done less than a second ago."""
        now = time.monotonic()
        if now - self.told < 1.0:
            return
        self.told = now
        share, left = progress.done / max(1, progress.total), progress.left
        end = "\r" if sys.stderr.isatty() else "\n"
        sys.stderr.write(f"{self.what}: {share:4.0%} done, about {left:.0f} s left {end}")
        sys.stderr.flush()
