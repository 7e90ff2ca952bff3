"""What drives the outcome and what drives the decision: one number at a time, and all at once."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.formulation.draws import draws_at
from optimizer.formulation.uncertain import Factors, factors
from optimizer.i18n import Words, _, in_a_row, verbatim
from optimizer.lp.program import FloatArray, IntArray
from optimizer.results.columns import cell, in_columns
from optimizer.results.plan import lines
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.solving.draws.runs import Outcomes, best_of_draws, job_of
from optimizer.statistics.sobol import sobol_indices
from optimizer.studies.uncertainty.tables import leaders
from optimizer.system.progress import Watch

TORNADO = Shape(
    "tornado",
    _("Each number at the ends of its range"),
    *data("number"),
    Column("title", _("Number"), Kind.WORDS),
    Column("now", _("Value"), Kind.NUMBER, brief=False),
    Column("low", _("Low"), Kind.NUMBER),
    Column("high", _("High"), Kind.NUMBER),
    Column("people_low", _("People at low"), Kind.PEOPLE),
    Column("people_high", _("People at high"), Kind.PEOPLE),
    Column("swing", _("Difference"), Kind.PEOPLE, brief=False),
    *data("objective_low", "objective_high", kind=Kind.GOAL),
    Column("moved", _("Money moved"), Kind.SHARE),
    Column("leader_low", _("Leads at low"), Kind.PROGRAMME, brief=False),
    Column("leader_high", _("Leads at high"), Kind.PROGRAMME, brief=False),
)
"""Each number (or group) at the ends of its range, all others central, widest swing first: net
people, objective, the largest share of the budget that changes hands, the leading programme."""


@dataclass(frozen=True)
class Drivers:
    """What moves the best plan of a scenario.

    `sobol` holds the indices of 'net_people', of 'leader_share' (share of all spending that goes to
    the programme which leads in the central case) and of 'leads' (whether it still leads). It is
    empty where numbers are correlated or some draw has no plan: the indices would mean nothing.
    """

    tornado: pd.DataFrame
    sobol: pd.DataFrame
    sentences: tuple[Words, ...]


def drivers(
    scenario: Scenario,
    *,
    count: int = 128,
    seed: int = 1,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> Drivers:
    """Tornado and Sobol indices of every uncertain number or group, on exact optima.

    `count` is the base of Saltelli's design: count·(numbers + 2) optima.
    """
    known = factors(scenario)
    tornado = TORNADO.frame(_tornado(scenario, known))
    tornado = tornado.sort_values("swing", ascending=False, kind="stable", ignore_index=True)

    def evaluate(cube: FloatArray) -> dict[str, FloatArray]:
        drawn = draws_at(known, cube)
        job = job_of(scenario, drawn.names, drawn.values)
        outcomes = best_of_draws(job, drawn.values, executor=executor, watch=watch)
        return _effects(outcomes, _central_leader(scenario))

    dependent = known.correlation is not None
    sobol = sobol_indices(() if dependent else known.names, evaluate, count=count, seed=seed)
    if sobol.isna().to_numpy().any():
        sobol = sobol.iloc[:0]
    return Drivers(tornado, sobol, tuple(_sentences(tornado, sobol)))


def at_ends(known: Factors) -> FloatArray:
    """All central; each factor at its low end; each at its high end: (1 + 2·factors, numbers)."""
    numbers = known.numbers
    now = np.array([n.quantity.value for n in numbers], dtype=np.float64)
    ends = np.array([n.quantity.ends for n in numbers], dtype=np.float64).reshape(-1, 2)
    owner = np.repeat(np.arange(len(known.names)), [len(m) for m in known.members.values()])
    rows = [now]
    for side in (0, 1):
        rows += [np.where(owner == f, ends[:, side], now) for f in range(len(known.names))]
    return np.array(rows)


def _tornado(scenario: Scenario, known: Factors) -> Iterator[dict[str, object]]:
    names = tuple(n.name for n in known.numbers)
    values = at_ends(known)
    outcomes = best_of_draws(job_of(scenario, names, values), values)
    people, objective = outcomes.people[:, 0], outcomes.objective
    spent = outcomes.spending.reshape(len(values), -1)
    budget = max(scenario.budget.total, 1e-9)
    moved = 0.5 * np.abs(spent - spent[0]).sum(axis=1) / budget
    first, count = leaders(outcomes), len(known.names)
    programmes = [*sorted(scenario.programmes), ""]
    for f, members in enumerate(known.members.values()):
        low, high, one = 1 + f, 1 + count + f, members[0]
        ends = one.quantity.ends if len(members) == 1 else (np.nan, np.nan)
        title = one.title if len(members) == 1 else verbatim(known.names[f])
        yield {
            "number": known.names[f], **in_columns(title=title),
            "now": one.quantity.value if len(members) == 1 else np.nan,
            "low": ends[0], "high": ends[1],
            "people_low": people[low], "people_high": people[high],
            "swing": abs(people[high] - people[low]),
            "objective_low": objective[low], "objective_high": objective[high],
            "moved": max(moved[low], moved[high]),
            "leader_low": programmes[first[low]], "leader_high": programmes[first[high]],
        }  # fmt: skip


def _central_leader(scenario: Scenario) -> int:
    """Number of the programme that leads at the central values."""
    nothing = np.zeros((1, 0))
    found: IntArray = leaders(best_of_draws(job_of(scenario, (), nothing), nothing))
    return int(found[0])


def _effects(outcomes: Outcomes, leader: int) -> dict[str, FloatArray]:
    spent = outcomes.spending.sum(axis=2)
    share = spent[:, leader] / np.maximum(spent.sum(axis=1), 1e-9)
    leads = np.where(np.isnan(share), np.nan, leaders(outcomes) == leader)
    return {"net_people": outcomes.people[:, 0], "leader_share": share, "leads": leads}


def _sentences(tornado: pd.DataFrame, sobol: pd.DataFrame) -> Iterator[Words]:
    if len(tornado) and float(tornado["swing"].iloc[0]) > 0.0:
        titles = in_a_row((cell(r, "title") for r in lines(tornado.head(3))), "; ")
        yield _("The outcome depends most on {titles}.", titles=titles)
    share = sobol[sobol["outcome"] == "leader_share"].sort_values("total", ascending=False)
    if len(share) and float(share["total"].iloc[0]) > 0.0:
        known = {r.number: cell(r, "title") for r in lines(tornado)}
        titles = in_a_row((known[name] for name in share["number"].head(3)), "; ")
        yield _("The split depends most on {titles}.", titles=titles)
