"""What better information is worth: all of it (EVPI) and number by number (EVPPI)."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from optimizer.domain.wording import digits, money
from optimizer.formulation.draws import value_at
from optimizer.formulation.uncertain import factors
from optimizer.i18n import Words, _, rendered
from optimizer.inputs.allocation import Allocation
from optimizer.lp.program import FloatArray, IntArray
from optimizer.lp.stochastic.decision_table import decide
from optimizer.results.columns import cell, in_columns
from optimizer.results.plan import lines
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.solving.draws.runs import best_of_draws
from optimizer.solving.draws.values import worth_of_plans
from optimizer.statistics.partial_information import evppi
from optimizer.studies.uncertainty.study import UnderUncertainty, allocation
from optimizer.system.progress import Watch

EVPPI = Shape(
    "evppi",
    _("What learning each number is worth"),
    *data("number"),
    Column("title", _("Number"), Kind.WORDS),
    Column("people", _("Worth"), Kind.GOAL),
    Column("error", _("Standard error"), Kind.GOAL),
    Column("money", _("Worth in money"), Kind.MONEY),
)
"""Value of learning each number (or group) before deciding: weighted people with standard error,
and the additional budget that would bring as many; most valuable first."""

MENU = 14
"""Plans, besides the central and the average one, among which a planner who learns may choose."""
LEVELS = (0.05, 0.25, 0.75, 0.95)
"""Points of a number's range that the planner may learn it to stand at, to find those plans."""
ALIKE = 0.01
"""Share of the budget by which two plans must differ to stand in the menu both."""
MOST_DRAWS = 1000
"""Draws on which the plans of the menu are valued."""
MOST_WHOLE = 100
"""The same where something is decided in whole numbers, draw by draw."""


@dataclass(frozen=True)
class Information:
    """The value of information in weighted people.

    `evpi` compares the best plan of every draw with the plan of the menu that is best on average;
    `menu_evpi` stays within the menu, as the values by number do, and so bounds them.
    """

    evpi: float
    menu_evpi: float
    evpi_money: float
    evppi: pd.DataFrame
    menu: tuple[Allocation, ...]
    best: int
    """The plan of the menu that is best on average; 0 is the central one."""
    sentences: tuple[Words, ...]


def information(
    study: UnderUncertainty, *, executor: Executor | None = None, watch: Watch | None = None
) -> Information:
    """What knowing the uncertain numbers is worth, from the draws of a study.

    Money is people over the mean price of the budget in the draws. Draws without a plan are left
    out, since no decision can be made in them.
    """
    most = MOST_WHOLE if study.job.steps.whole else MOST_DRAWS
    found = np.flatnonzero(study.outcomes.found)[:most]
    menu = menu_of_plans(study)
    if not len(found) or not menu:
        return Information(0.0, 0.0, 0.0, EVPPI.frame(()), (), 0, ())
    values = study.draws.values[found]
    worth = worth_of_plans(study.job, values, menu, executor=executor, watch=watch)
    payoff = worth.objective.T
    decision = decide(
        {str(k): row.tolist() for k, row in enumerate(payoff)}, [1.0 / len(found)] * len(found)
    )
    prices = study.outcomes.money_price[study.outcomes.found]
    price = float(prices.mean())  # not known (NaN) where something is whole
    everything = max(0.0, float(study.outcomes.objective[found].mean() - decision.emv.value))
    learned = EVPPI.frame(_rows(study, payoff, found, price))
    learned = learned.sort_values("people", ascending=False, kind="stable", ignore_index=True)
    cost = everything / price if price > 0 else np.nan
    answer = Information(everything, decision.evpi, cost, learned, menu, int(decision.emv.name), ())
    return _with_sentences(study, answer)


def menu_of_plans(study: UnderUncertainty) -> tuple[Allocation, ...]:
    """The central plan, the average of all best plans, and what a planner who learned would do.

    The last are the best plans with one number (or group) at a point of its range and all others
    central; of these, so many as differ most, each farthest from all before it (Gonzalez, 1985).
    """
    found = study.outcomes.found
    if not found.any() or not study.central.found:
        return ()
    scenario = study.scenario
    names, years = sorted(scenario.programmes), list(scenario.years.all)
    money = allocation(study.central)
    central = np.array([[money.get((p, y), 0.0) for y in years] for p in names]).ravel()
    chosen = [central, study.outcomes.spending[found].mean(axis=0).ravel()]
    others = _learned_plans(study)
    near = np.min([np.abs(others - plan).sum(axis=1) for plan in chosen], axis=0)
    for _other in range(MENU if len(others) else 0):
        far = int(near.argmax())
        if near[far] <= ALIKE * scenario.budget.total:
            break
        chosen.append(others[far])
        near = np.minimum(near, np.abs(others - others[far]).sum(axis=1))
    return tuple(
        {(p, y): float(m) for (p, y), m in zip(product(names, years), plan, strict=True)}
        for plan in chosen
    )


def _learned_plans(study: UnderUncertainty) -> FloatArray:
    """Best plans with one factor at a point and all others central: (plans, programme-years)."""
    known = factors(study.scenario)
    middle = np.array([n.quantity.value for n in known.numbers])
    rows = []
    start = 0
    for members in known.members.values():
        for point in LEVELS:
            row = middle.copy()
            for j, number in enumerate(members, start):
                row[j] = value_at(number, np.array([point]))[0]
            rows.append(row)
        start += len(members)
    width = len(study.scenario.programmes) * len(study.scenario.years.all)
    if not rows:
        return np.zeros((0, width))
    outcomes = best_of_draws(study.job, np.array(rows))
    return outcomes.spending[outcomes.found].reshape(-1, width)


def _rows(
    study: UnderUncertainty, payoff: FloatArray, found: IntArray, price: float
) -> Iterator[dict[str, object]]:
    for j, factor in enumerate(study.draws.factors):
        title = study.title_of(factor)
        point = study.draws.points[found, j]
        if not study.varies(factor):
            point = np.full(len(found), 0.5)
        value, error = evppi(payoff, point)
        cost = value / price if price > 0 else np.nan
        yield {
            "number": factor, **in_columns(title=title), "people": value,
            "error": error, "money": cost,
        }  # fmt: skip


def _with_sentences(study: UnderUncertainty, answer: Information) -> Information:
    unit = study.scenario.money.parsed
    said = []
    if answer.evpi > 0.0:
        people, size = digits(answer.evpi, 2), answer.evpi_money
        if size == size:
            text = _(
                "Knowing every number before deciding would be worth {people} weighted people, "
                "as much as {more} more budget.",
                people=people,
                more=rendered(money, size, unit, significant=2),
            )
        else:
            text = _(
                "Knowing every number before deciding would be worth {people} weighted people.",
                people=people,
            )
        said.append(text)
    for row in lines(answer.evppi.head(3)):
        if row.people > 2.0 * row.error and row.people > 1e-3 * max(answer.evpi, 1e-9):
            title, people = cell(row, "title"), digits(row.people, 2)
            said.append(
                _(
                    "A study of “{title}” is worth at most {people} of them.",
                    title=title,
                    people=people,
                )
            )
    return Information(
        answer.evpi, answer.menu_evpi, answer.evpi_money, answer.evppi, answer.menu,
        answer.best, tuple(said),
    )  # fmt: skip
