"""Studies that the desk leaves to its processes; `watch` hears how far one is, and stops it."""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.api import desk as api
from ui.jobs.job import Task
from ui.moves import own_plan

BUNDLE = "zip"
"""The form of a frozen bundle."""
DRAWS: int | None = None
"""Draws of the study of uncertainty; None takes as many as the ends of its intervals need."""
DRAWN = 0.3
"""Share of the time of an insight that its draws take."""
FINE = 1000
"""Parts in which work is told of that has several steps."""


def _step(watch: api.Watch, begin: float, end: float) -> api.Watch:
    """A watch on work that is the part of the whole from one share to another."""

    def hear(progress: api.Progress) -> None:
        share = begin + (end - begin) * progress.done / max(1, progress.total)
        watch.tell(api.Progress(round(FINE * share), FINE, progress.seconds))

    return api.Watch(hear, watch.cancel)


def load() -> None:
    """Nothing more: whoever calls this has loaded what work on a scenario needs."""


def warm_up() -> None:
    """Loads what the first study would load, so that its time tells how long the next one takes."""
    for shipped in api.list_scenarios()[:1]:
        api.uncertainty(api.load_scenario(shipped.path), 8)


def insight(scenario: api.Scenario, draws: int | None, *, watch: api.Watch) -> api.Insight:
    """What drives the outcome and the decision, and what knowing more is worth."""
    study = api.uncertainty(scenario, draws, watch=_step(watch, 0.0, DRAWN))
    return api.insight(study, watch=_step(watch, DRAWN, 1.0))


def decision_map(
    scenario: api.Scenario, x: str, y: str, size: int, *, watch: api.Watch
) -> api.DecisionMap:
    """Who leads over two numbers."""
    return api.decision_map(scenario, x, y, size=size, watch=watch)


def curve(
    scenario: api.Scenario, stop: float, along: str | None, *, watch: api.Watch
) -> api.BudgetCurve:
    """The best outcome from nothing to `stop` of the budget, or of a rule's limit."""
    return api.budget_curve(scenario, 0.0, stop, along=along, watch=watch)


def extra(scenario: api.Scenario, amount: float, lift: Sequence[int]) -> api.Extra:
    """Where only additional money goes."""
    return api.extra(scenario, amount, lift=lift)


def short_question(scenario: api.Scenario, name: str) -> api.Shown:
    """A question without options."""
    question = next(q for q in api.SHORT_QUESTIONS if q.name == name)
    return question.ask(scenario)


def why_not(scenario: api.Scenario, programme: str, amount: float) -> api.WhyNot:
    """What it costs to give a programme another amount."""
    return api.why_not(scenario, programme, amount=amount)


def next_million(scenario: api.Scenario, *, watch: api.Watch) -> api.NextMillion:
    """What a million dollars more adds here and in the countries."""
    return api.next_million(with_countries(scenario), watch=watch)


def bottlenecks(scenario: api.Scenario, *, watch: api.Watch) -> api.Bottlenecks:
    """What holds this scenario and the countries back."""
    return api.bottlenecks(with_countries(scenario), watch=watch)


def with_countries(scenario: api.Scenario) -> tuple[api.Scenario, ...]:
    """This scenario, if it says what a dollar is worth, and the strategies of all countries."""
    others = [s for s in api.country_scenarios() if s.id != scenario.id]
    return (*([scenario] if scenario.money.per_usd is not None else []), *others)


def paper(
    scenario: api.Scenario,
    form: str,
    language: str,
    draws: int | None,
    hand: own_plan.Hand | None,
    *,
    watch: api.Watch,
) -> bytes:
    """The plan as a file, the best one or one made by hand: memo, workbook, bundle and others."""
    if form == BUNDLE:
        return api.bundle(api.solve(scenario))
    given = None if hand is None else own_plan.money_of(hand, scenario)
    return api.report(scenario, form, language=language, allocation=given, draws=draws, watch=watch)


def evaluated(scenario: api.Scenario, hand: own_plan.Hand) -> api.Evaluation:
    """What a plan made by hand yields beside the best one."""
    return api.evaluate(scenario, own_plan.money_of(hand, scenario))


def conflict(
    scenario: api.Scenario, signed: api.Scenario | None, below_signed: bool
) -> api.ConflictAnswer:
    """Which rules collide and the ways out."""
    return api.explain_conflict(scenario, signed=signed, below_signed=below_signed)


def compared(*scenarios: api.Scenario) -> api.Comparison:
    """Scenarios side by side."""
    return api.compare(scenarios)


def uncertainty_task(scenario: api.Scenario) -> Task:
    """How sure the plan is: the study whose intervals desk, memo and workbook print."""
    return Task(api.uncertainty, scenario, (DRAWS,))


def insight_task(scenario: api.Scenario) -> Task:
    """What explains these draws."""
    return Task(insight, scenario, (DRAWS,), long=True)
