"""How sure the plan is: the best plan of every draw, who leads in it, and what is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, reach
from optimizer.formulation.draws import Draws, Points, draw
from optimizer.formulation.uncertain import uncertain_numbers
from optimizer.i18n import Words, verbatim
from optimizer.inputs.allocation import Allocation
from optimizer.lp.program import FloatArray, IntArray
from optimizer.results.plan import Plan, lines
from optimizer.results.shown import Shown, View
from optimizer.solving.draws.runs import (
    Job,
    Outcomes,
    best_of_draws,
    job_of,
    joined,
    outcome_columns,
)
from optimizer.solving.draws.values import Worth, baseline_of_draws, worth_of_plans
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.uncertainty.page import uncertainty_data, uncertainty_page
from optimizer.studies.uncertainty.precision import FIRST, MOST, MOST_WHOLE, Interval, interval_of
from optimizer.studies.uncertainty.tables import (
    CONFLICTS,
    DISTRIBUTION,
    INTERVALS,
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
from optimizer.studies.uncertainty.words import sentences
from optimizer.system.progress import Tally, Watch

CENTRAL = "central"
"""Name of the plan that is best at the central values."""


KEPT, BEST_AGAIN = "kept", "best_again"
"""The two intervals: what a plan yields as its money stands, and what the best plan of each draw
yields. One never stands for the other."""


@dataclass(frozen=True, repr=False)
class UnderUncertainty(Shown, page=uncertainty_page, data=uncertainty_data):
    """The study of one scenario, in additional people: beyond what each draw yields without money.

    `regrets` and `kept` (draws, plans) are what the plans in `regret` lose of the objective, and
    the additional people that they yield as their money stands. Tables are described beside their
    shapes in this module.

    Example:
        >>> from optimizer import api as tb
        >>> study = tb.uncertainty(tb.example(), 64)
        >>> low, high = study.interval()[:2]
        >>> round(low, 1), round(high, 1)
        (6.1, 7.3)
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
    kept: FloatArray
    plans: tuple[str, ...]
    job: Job = field(repr=False)
    sentences: tuple[Words, ...] = ()

    def interval(self, plan: str | None = CENTRAL) -> Interval | None:
        """The interval of a plan that is kept; of the best plan of each draw for None."""
        if plan is None:
            return interval_of(self.outcomes.people[:, 0])
        return interval_of(self.kept[:, self.plans.index(plan)]) if plan in self.plans else None

    @cached_property
    def intervals(self) -> pd.DataFrame:
        """Every interval, with the columns of INTERVALS."""
        central = self.central.totals.net_people if self.central.found else np.nan
        rows = [
            {
                "interval": BEST_AGAIN if plan is None else KEPT, "plan": plan or "",
                **found._asdict(), "central": central if plan in (None, CENTRAL) else np.nan,
            }
            for plan in (*self.plans, None)
            if (found := self.interval(plan)) is not None
        ]  # fmt: skip
        return INTERVALS.frame(rows)

    @property
    def leaders(self) -> IntArray:
        """Number of the programme (in the order of names) with most money in each draw; −1 none."""
        return leaders(self.outcomes)

    def title_of(self, factor: str) -> Words:
        """Title of an uncertain number; the name itself for a group."""
        known = uncertain_numbers(self.scenario).get(factor)
        return verbatim(factor) if known is None else known.title

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

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about, found = f"{self.scenario.id}: {len(self.draws.values)} draws", self.interval()
        if found is not None:
            span = reach(digits(found.low), digits(found.high), "en")
            about = f"{about}, {span} additional people where the plan is kept"
        return View(about, self.intervals, self.sentences, "uncertainty_kept")


def uncertainty(
    scenario: Scenario,
    draws: int | Draws | None = None,
    *,
    seed: int = 1,
    plans: Mapping[str, Allocation] | None = None,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> UnderUncertainty:
    """The best plan in every draw of the uncertain numbers, and what its spread means.

    Without `draws` as many are taken as the ends of the intervals need (see `precision`). `plans`
    are further plans, by name, whose regret is wanted. Every draw's optimum is certified; draws
    without a plan are counted and explained. The answer is the same on every engine. Raises
    InvalidInput for wrong groups or correlations, Cancelled.

    Example:
        >>> from optimizer import api as tb
        >>> tb.uncertainty(tb.example(), 64)
        <UnderUncertainty example: 64 draws, 6.13 to 8.42 additional people where the plan is kept>
    """
    drawn = draws if isinstance(draws, Draws) else _drawn(scenario, draws or FIRST, seed)
    central = bare_plan(scenario)
    named = {**({CENTRAL: allocation(central)} if central.found else {}), **(plans or {})}
    job = job_of(scenario, drawn.names, drawn.values)
    if draws is None and job.steps.whole:
        drawn = _drawn(scenario, MOST_WHOLE, seed)
    most = MOST if draws is None and drawn.names and not job.steps.whole else drawn.count
    tally = Tally(watch, _work(drawn.count, len(named)))
    study = _Solved(job, tuple(named.values()), executor)
    with tally.part(_work(drawn.count, len(named))) as here:
        study.solve(drawn.values, here)
    while drawn.count < most and not study.stable:
        count = drawn.count
        drawn = _drawn(scenario, 2 * count, seed)
        tally.more(_work(count, len(named)))
        with tally.part(_work(count, len(named))) as here:
            study.solve(drawn.values[count:], here)
    outcomes, regrets, kept, people = study.answer()
    answer = UnderUncertainty(
        scenario, drawn, central, outcomes,
        DISTRIBUTION.frame(distribution_rows(scenario, outcomes, central)),
        PROGRAMMES.frame(programmes_rows(scenario, outcomes, central)),
        YEARS.frame(years_rows(scenario, outcomes, central)),
        RANKINGS.frame(rankings_rows(scenario, outcomes)),
        REGRET.frame(regret_rows(list(named), outcomes, regrets, people)),
        CONFLICTS.frame(conflicts_rows(outcomes)),
        regrets, kept, tuple(named), job,
    )  # fmt: skip
    return replace(answer, sentences=tuple(sentences(answer)))


def _drawn(scenario: Scenario, count: int, seed: int) -> Draws:
    """Draws that begin with those of any smaller count."""
    return draw(scenario, count, seed=seed, points=Points.SOBOL)


def _work(count: int, plans: int) -> int:
    """Solves of so many draws: the best plan, each given one, and the baseline."""
    return count * (2 + plans)


class _Solved:
    """Draws solved so far: best plans, given plans and baselines, batch by batch."""

    def __init__(self, job: Job, plans: Sequence[Allocation], executor: Executor | None) -> None:
        self.job, self.plans, self.executor = job, plans, executor
        self.outcomes: list[Outcomes] = []
        self.worth: list[Worth] = []

    def solve(self, values: FloatArray, watch: Watch) -> None:
        """One batch more, values (draws, numbers)."""
        tally, count = Tally(watch, _work(len(values), len(self.plans))), len(values)
        with tally.part(count) as here:
            found = best_of_draws(self.job, values, executor=self.executor, watch=here)
        with tally.part(count) as here:
            before = baseline_of_draws(self.job, values, executor=self.executor, watch=here)
        with tally.part(count * len(self.plans)) as here:
            worth = worth_of_plans(self.job, values, self.plans, executor=self.executor, watch=here)
        people, by_year = before.people[:, 0], before.by_year[:, 0]
        self.outcomes.append(
            replace(found, people=found.people - people, by_year=found.by_year - by_year)
        )
        self.worth.append(replace(worth, people=worth.people - people[:, None]))

    @property
    def stable(self) -> bool:
        """Whether the ends of all intervals are known well enough."""
        outcomes, _, kept, _ = self.answer()
        found = [interval_of(values) for values in (outcomes.people[:, 0], *kept.T)]
        return all(one is None or one.stable for one in found)

    def answer(self) -> tuple[Outcomes, FloatArray, FloatArray, FloatArray]:
        """Outcomes, regrets, kept people and people lost against the best plan of each draw."""
        outcomes = joined(self.outcomes)
        objective = np.concatenate([w.objective for w in self.worth])
        kept = np.concatenate([w.net_people for w in self.worth])
        regrets = outcomes.objective[:, None] - objective
        return outcomes, regrets, kept, outcomes.people[:, :1] - kept


def allocation(plan: Plan) -> Allocation:
    """The money of a plan by programme and year."""
    return {(row.programme, row.year): float(row.spending) for row in lines(plan.allocation)}
