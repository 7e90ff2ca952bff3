"""How sure the plan is: the best plan of every draw, who leads in it, and what is lost."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from optimizer.domain.base import Text
from optimizer.domain.scenario import Scenario
from optimizer.engines import Watch
from optimizer.formulation.draws import Draws, draw
from optimizer.formulation.uncertain import uncertain_numbers
from optimizer.inputs.allocation import Allocation
from optimizer.lp.program import FloatArray, IntArray
from optimizer.results.plan import Plan, lines, table
from optimizer.studies.best_plan import bare_plan
from optimizer.studies.draws.runs import Job, Outcomes, best_of_draws, job_of, outcome_columns
from optimizer.studies.draws.values import worth_of_plans
from optimizer.studies.uncertainty_tables import (
    CONFLICTS,
    DISTRIBUTION,
    PROGRAMMES,
    RANKINGS,
    REGRET,
    YEARS,
    conflicts_rows,
    distribution_rows,
    leaders,
    programmes_rows,
    rankings_rows,
    regret_rows,
    years_rows,
)
from optimizer.studies.uncertainty_words import sentences
from optimizer.tally import Tally

CENTRAL = "central"
"""Name of the plan that is best at the central values."""


@dataclass(frozen=True)
class UnderUncertainty:
    """The study of one scenario. `regrets` (draws, plans) of the plans in `regret`.

    Tables are described beside their shapes in this module.
    """

    scenario: Scenario
    draws: Draws
    central: Plan
    outcomes: Outcomes
    distribution: pd.DataFrame
    programmes: pd.DataFrame
    years: pd.DataFrame
    rankings: pd.DataFrame
    regret: pd.DataFrame
    conflicts: pd.DataFrame
    regrets: FloatArray
    job: Job = field(repr=False)
    sentences: tuple[Text, ...] = ()

    @property
    def leaders(self) -> IntArray:
        """Number of the programme (in the order of names) with most money in each draw; −1 none."""
        return leaders(self.outcomes)

    def title_of(self, factor: str) -> Text:
        """Title of an uncertain number; the name itself for a group."""
        known = uncertain_numbers(self.scenario).get(factor)
        return Text(en=factor, ko=factor) if known is None else known.title

    def varies(self, factor: str) -> bool:
        """Whether a number, or any number of a group, takes more than one value in the draws."""
        members = self.scenario.uncertainty.groups.get(factor, (factor,))
        return any(np.ptp(self.draws.of(m)) > 0.0 for m in members if m in self.draws.names)

    @property
    def worst_residual(self) -> float:
        """The worst residual of any draw's certificate."""
        return float(np.nanmax(self.outcomes.residual)) if self.outcomes.found.any() else 0.0

    @property
    def median_gap(self) -> float:
        """Median certified share of the objective that finer steps of curves could add.

        NaN where it is not known: whole numbers have no prices to certify it with.
        """
        return float(np.median(self._gaps)) if len(self._gaps) else np.nan

    @property
    def largest_gap(self) -> float:
        """The largest such share of any draw."""
        return float(np.max(self._gaps)) if len(self._gaps) else np.nan

    @property
    def _gaps(self) -> FloatArray:
        known = ~np.isnan(self.outcomes.gap)
        objective = np.abs(self.outcomes.objective[known])
        return np.asarray(self.outcomes.gap[known] / np.maximum(objective, 1e-9))

    @property
    def by_draw(self) -> pd.DataFrame:
        """One row a draw: the uncertain numbers, the outcome, the money of each programme."""
        names = sorted(self.scenario.programmes)
        money = self.outcomes.spending.sum(axis=2)
        columns = {
            **{name: self.draws.of(name) for name in self.draws.names},
            "objective": self.outcomes.objective,
            **dict(zip(outcome_columns(self.scenario), self.outcomes.people.T, strict=True)),
            **{f"money_{p}": money[:, i] for i, p in enumerate(names)},
            "leader": np.array([*names, ""])[self.leaders],
            **{f"regret_{p}": self.regrets[:, k] for k, p in enumerate(self.regret["plan"])},
        }
        return pd.DataFrame(columns)


def uncertainty(
    scenario: Scenario,
    draws: int | Draws = 1000,
    *,
    seed: int = 1,
    plans: Mapping[str, Allocation] | None = None,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> UnderUncertainty:
    """The best plan in every draw of the uncertain numbers, and what its spread means.

    `plans` are further plans, by name, whose regret is wanted. Every draw's optimum is certified;
    draws without a plan are counted and explained. The answer is the same on every engine. Raises
    InvalidInput for wrong groups or correlations, Cancelled.
    """
    drawn = draws if isinstance(draws, Draws) else draw(scenario, draws, seed=seed)
    central = bare_plan(scenario)
    job = job_of(scenario, drawn.names, drawn.values)
    named = {**({CENTRAL: allocation(central)} if central.found else {}), **(plans or {})}
    solves = Tally(watch, drawn.count * (1 + len(named)))
    with solves.part(drawn.count) as here:
        outcomes = best_of_draws(job, drawn.values, executor=executor, watch=here)
    regrets, people = np.zeros((drawn.count, 0)), np.zeros((drawn.count, 0))
    if named:
        chosen = list(named.values())
        with solves.part(drawn.count * len(named)) as here:
            worth = worth_of_plans(job, drawn.values, chosen, executor=executor, watch=here)
        regrets = outcomes.objective[:, None] - worth.objective
        people = outcomes.people[:, :1] - worth.net_people
    answer = UnderUncertainty(
        scenario, drawn, central, outcomes,
        table(distribution_rows(scenario, outcomes, central), DISTRIBUTION),
        table(programmes_rows(scenario, outcomes, central), PROGRAMMES),
        table(years_rows(scenario, outcomes, central), YEARS),
        table(rankings_rows(scenario, outcomes), RANKINGS),
        table(regret_rows(list(named), outcomes, regrets, people), REGRET),
        table(conflicts_rows(outcomes), CONFLICTS),
        regrets, job,
    )  # fmt: skip
    return replace(answer, sentences=tuple(sentences(answer)))


def allocation(plan: Plan) -> Allocation:
    """The money of a plan by programme and year."""
    return {(row.programme, row.year): float(row.spending) for row in lines(plan.allocation)}
