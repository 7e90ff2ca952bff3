"""One plan for all draws: plans by four criteria side by side, and what each of them gives up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from enum import StrEnum

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.draws import Draws, Points, draw
from optimizer.i18n import Words, _
from optimizer.inputs.allocation import Allocation
from optimizer.lp.program import FloatArray
from optimizer.lp.stochastic.criteria import Criterion, CVaR, Mean, Regret
from optimizer.lp.stochastic.draw_parts import objectives
from optimizer.lp.stochastic.extensive_form import solve_extensive
from optimizer.lp.stochastic.information_value import Information, information
from optimizer.lp.stochastic.l_shaped_method import l_shaped
from optimizer.lp.stochastic.two_stage import HereAndNow, TwoStage
from optimizer.results.plan import Plan
from optimizer.results.shown import Shown, View, amount as said_amount
from optimizer.solving.draws.runs import Job, best_of_draws, job_of
from optimizer.solving.draws.values import baseline_of_draws, worth_of_plans
from optimizer.solving.two_stage import money_first, money_of
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.robust.guarded_plan import GuardedPlan, guarded_plan
from optimizer.studies.robust.judged_plans import PLANS, each_its_own, rows
from optimizer.studies.robust.page import MONEY_TABLE, robust_data, robust_page
from optimizer.studies.robust.unseen_draws import Fresh
from optimizer.studies.robust.words import sentences
from optimizer.studies.uncertainty.study import CENTRAL, allocation
from optimizer.system.progress import Tally, Watch

TOLERANCE = 1e-5
"""Relative gap at which the search for a plan ends."""
FEW = 30
"""With no more draws than this the extensive form is solved."""
FRESH = 1000
"""Fresh draws on which plans are judged, at the least."""
_FRESH_SEED = 7919


class Kind(StrEnum):
    """By what a plan is best."""

    MEAN = "mean"
    CVAR = "cvar"
    REGRET = "regret"
    GAMMA = "gamma"


BEGUN, SEARCHED, JUDGED = 10, {Kind.MEAN: 15, Kind.CVAR: 15, Kind.REGRET: 35}, 25
"""Of a hundred: about how much of the time the draws' own plans, each search, and the judgement of
all plans take."""


@dataclass(frozen=True)
class Caution:
    """How cautious: the share of draws that CVaR looks past, and Γ, the numbers that turn bad.

    Example:
        >>> from optimizer import api as tb
        >>> tb.robust(tb.example(), 32, criterion="cvar", caution=tb.Caution(level=0.9))
        <Robust example: cvar, 12 million euros>
    """

    level: float = 0.95
    gamma: float = 2.0

    def criterion(self, kind: Kind) -> Criterion | None:
        """What the search minimises or maximises; None for Γ, which looks at no draws."""
        known: dict[Kind, Criterion] = {
            Kind.MEAN: Mean(),
            Kind.CVAR: CVaR(self.level),
            Kind.REGRET: Regret(),
        }
        return known.get(kind)


@dataclass(frozen=True, repr=False)
class Robust(Shown, page=robust_page, data=robust_data):
    """The answer: `chosen` by the criterion asked for, all `plans` beside it.

    `searched` holds the result of each search over draws with its proven gap; `information` the
    value of knowing the draw (EVPI) and of planning for all draws (VSS) in the draws searched.

    Example:
        >>> from optimizer import api as tb
        >>> tb.robust(tb.example(), 32).plans["plan"].tolist()
        ['central', 'mean', 'cvar', 'regret', 'gamma']
    """

    scenario: Scenario
    draws: Draws
    criterion: Kind
    caution: Caution
    central: Plan
    money: Mapping[str, Allocation]
    plans: pd.DataFrame
    spending: pd.DataFrame
    searched: Mapping[str, HereAndNow]
    guarded: GuardedPlan
    information: Information | None
    fresh: int
    job: Job = field(repr=False)
    sentences: tuple[Words, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is a plan by the criterion asked for."""
        return str(self.criterion) in self.money

    @property
    def chosen(self) -> Allocation | None:
        """Money of the plan by the criterion asked for."""
        return self.money.get(str(self.criterion))

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        money = (
            None if self.chosen is None else said_amount(self.scenario, sum(self.chosen.values()))
        )
        about = f"{self.scenario.id}: {self.criterion}, {money or 'no plan'}"
        return View(about, self.plans, self.sentences, "robust")


def robust(
    scenario: Scenario,
    draws: int | Draws = 500,
    *,
    seed: int = 1,
    criterion: Kind | str = Kind.MEAN,
    caution: Caution | None = None,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> Robust:
    """Plans that serve all draws: money by programme and year is decided before the draw is known.

    Units, capacities and people adapt to the draw within that money; only the Γ-robust plan fixes
    them too. Each is the best by its own measure in the draws searched; fresh draws then judge all
    of them, in pairs with the plan that is best at the central values. The answer is the same on
    every engine. Raises InvalidInput, Cancelled.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.robust(tb.example(), 32, criterion="cvar")
        >>> answer
        <Robust example: cvar, 12 million euros>
        >>> answer.found
        True
    """
    kind, caution, watch = _kind(criterion), caution or Caution(), watch or Watch()
    drawn = draws if isinstance(draws, Draws) else draw(scenario, draws, seed=seed)
    job = job_of(scenario, drawn.names, drawn.values)
    central, stages = bare_plan(scenario), money_first(job, drawn.values)
    best = objectives(stages.program, executor=executor, cancel=watch.cancel)
    tally = Tally(watch, 100)
    tally.add(BEGUN)
    searched = _searched(stages, caution, best, executor, tally)
    money: dict[str, Allocation] = {CENTRAL: allocation(central)} if central.found else {}
    money |= {way: money_of(plan.first) for way, plan in searched.items() if plan.first}
    guarded = guarded_plan(job, caution.gamma)
    if guarded.money is not None:
        money[Kind.GAMMA] = guarded.money
    worth = None
    if searched[Kind.MEAN].first:
        quiet = Watch(cancel=watch.cancel)
        worth = information(
            stages, plan=searched[Kind.MEAN], best=best, executor=executor, watch=quiet
        )
    share = 1.0 - caution.level
    with tally.part(JUDGED) as here:
        count = max(FRESH, drawn.count)
        solves = Tally(here, drawn.count * len(money) + count * (1 + len(money)))
        with solves.part(drawn.count * len(money)) as watching:
            made_for = _judged(job, drawn.values, money, best, executor, watching)
        made_for, money = each_its_own(made_for, money, share)
        with solves.part(count * (1 + len(money))) as watching:
            fresh = _fresh(job, money, count, seed, executor, watching)
    answer = Robust(
        scenario, drawn, kind, caution, central, money,
        PLANS.frame(rows(made_for, fresh, share)), MONEY_TABLE.frame(_spending(money)),
        searched, guarded, worth, fresh.count, job,
    )  # fmt: skip
    return replace(answer, sentences=tuple(sentences(answer)))


def _kind(criterion: Kind | str) -> Kind:
    if criterion in list(Kind):
        return Kind(criterion)
    known = ", ".join(Kind)
    problem = _("There is no criterion '{criterion}'.", criterion=criterion)
    remedy = _("Choose one of {known}.", known=known)
    raise InvalidInput([Issue("criterion", problem, remedy)])


def _searched(
    stages: TwoStage,
    caution: Caution,
    best: FloatArray,
    executor: Executor | None,
    tally: Tally,
) -> dict[str, HereAndNow]:
    """The best plan by each criterion over draws; no regret where no plan serves every draw."""
    found: dict[str, HereAndNow] = {}
    for way, units in SEARCHED.items():
        with tally.part(units) as watch:
            wanted = caution.criterion(way)
            if wanted is None or (way is Kind.REGRET and not found[Kind.MEAN].first):
                continue
            # extensive form for few draws or whole numbers, else the L-shaped method
            if stages.draws <= FEW or any(c.integer for c in stages.program.columns):
                found[way] = solve_extensive(stages, wanted, best=best)
            else:
                found[way] = l_shaped(
                    stages, wanted, best=best, tolerance=TOLERANCE, executor=executor, watch=watch
                )
    return found


def _fresh(
    job: Job,
    money: Mapping[str, Allocation],
    count: int,
    seed: int,
    executor: Executor | None,
    watch: Watch,
) -> Fresh:
    """Every plan in draws that no search has seen; independent ones, so that errors are honest."""
    values = draw(job.scenario, count, seed=seed + _FRESH_SEED, points=Points.RANDOM).values
    solves = Tally(watch, count * (1 + len(money)))
    with solves.part(count) as here:
        best = best_of_draws(job, values, executor=executor, watch=here).objective
    with solves.part(count * len(money)) as here:
        return _judged(job, values, money, best, executor, here)


def _judged(
    job: Job,
    values: FloatArray,
    money: Mapping[str, Allocation],
    best: FloatArray,
    executor: Executor | None,
    watch: Watch,
) -> Fresh:
    """Every plan in these draws (draws, names), beside the best of each draw."""
    plans = list(money.values())
    worth = worth_of_plans(job, values, plans, executor=executor, watch=watch)
    people = worth.net_people - baseline_of_draws(job, values, executor=executor).net_people
    return Fresh(tuple(money), worth.objective, people, best[: len(values)])


def _spending(money: Mapping[str, Allocation]) -> Iterator[dict[str, object]]:
    """Rows of MONEY_TABLE."""
    for name, plan in money.items():
        for (programme, year), amount in sorted(plan.items()):
            yield {"plan": name, "programme": programme, "year": year, "money": amount}
