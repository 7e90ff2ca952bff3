"""Studies that the desk leaves to its worker processes; `tell` hears how far one is, 0 to 1."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from optimizer import api
from ui.moves import own_plan

Tell = Callable[[float], None]
Hand = own_plan.Hand | None
"""A plan made by hand; None is the best plan."""
BUNDLE = "zip"
"""The form of a frozen bundle."""


DRAWN = 0.1
"""Share of the time of an insight that its draws take."""
MOST = 0.99
"""The most that is told of work that is not over."""


def _watch(tell: Tell, begin: float = 0.0, end: float = 1.0) -> api.Watch:
    """A watch on work that is the part of the whole from one share to another."""

    def hear(progress: api.Progress) -> None:
        share = progress.done / max(1, progress.total)
        tell(min(MOST, begin + (end - begin) * share))

    return api.Watch(tell=hear)


def uncertainty(scenario: api.Scenario, tell: Tell, draws: int) -> api.UnderUncertainty:
    """How sure the plan is."""
    return api.uncertainty(scenario, draws, watch=_watch(tell))


def insight(scenario: api.Scenario, tell: Tell, draws: int) -> api.Insight:
    """What drives the outcome and the decision, and what knowing more is worth."""
    study = api.uncertainty(scenario, draws, watch=_watch(tell, 0.0, DRAWN))
    return api.insight(study, watch=_watch(tell, DRAWN, 1.0))


def robust(scenario: api.Scenario, tell: Tell, draws: int) -> api.Robust:
    """One plan for all draws."""
    return api.robust(scenario, draws, watch=_watch(tell))


def decision_map(scenario: api.Scenario, tell: Tell, x: str, y: str, size: int) -> api.DecisionMap:
    """Who leads over two numbers."""
    return api.decision_map(scenario, x, y, size=size, watch=_watch(tell))


def curve(scenario: api.Scenario, tell: Tell, stop: float, along: str | None) -> api.BudgetCurve:
    """The best outcome from nothing to `stop` of the budget, or of a rule's limit."""
    return api.budget_curve(scenario, 0.0, stop, along=along, watch=_watch(tell))


def switching(scenario: api.Scenario, tell: Tell) -> api.Flips:
    """Where the decision flips."""
    return api.switching_points(scenario, watch=_watch(tell))


def trade_off(scenario: api.Scenario, tell: Tell, first: str, second: str) -> api.TradeOff:
    """Two outcomes against each other."""
    return api.trade_off(scenario, first, second, watch=_watch(tell))


def payoff(scenario: api.Scenario, tell: Tell, names: Sequence[str]) -> api.Payoff:
    """What each outcome can reach and what is then left of the others."""
    return api.payoff(scenario, names)


def room(scenario: api.Scenario, tell: Tell, slack: float, plans: int) -> api.Room:
    """How far the money may move at a small loss."""
    return api.room(scenario, slack, plans, watch=_watch(tell))


def why_not(scenario: api.Scenario, tell: Tell, programme: str, amount: float) -> api.WhyNot:
    """What it costs to give a programme another amount."""
    return api.why_not(scenario, programme, amount=amount)


def spend_like(scenario: api.Scenario, tell: Tell, country: str) -> api.SpendLike:
    """A country's mix on the scenario, and the reverse."""
    return api.spend_like(scenario, country)


def next_million(scenario: api.Scenario, tell: Tell) -> api.NextMillion:
    """What a million dollars more adds here and in the countries."""
    return api.next_million(with_countries(scenario), watch=_watch(tell))


def bottlenecks(scenario: api.Scenario, tell: Tell) -> api.Bottlenecks:
    """What holds this scenario and the countries back."""
    return api.bottlenecks(with_countries(scenario), watch=_watch(tell))


def with_countries(scenario: api.Scenario) -> tuple[api.Scenario, ...]:
    """This scenario, if it says what a dollar is worth, and the strategies of all countries."""
    others = [s for s in api.country_scenarios() if s.id != scenario.id]
    return (*([scenario] if scenario.money.per_usd is not None else []), *others)


def memo_page(scenario: api.Scenario, tell: Tell, language: str, draws: int, hand: Hand) -> bytes:
    """The decision memo as a page to look at."""
    return memo(scenario, tell, "html", language, draws, hand)


def memo(
    scenario: api.Scenario, tell: Tell, form: str, language: str, draws: int, hand: Hand
) -> bytes:
    """The decision memo as a file, on the best plan or on one made by hand."""
    given = None if hand is None else own_plan.money_of(hand, scenario)
    return api.report(
        scenario, form, language=language, allocation=given, draws=draws, watch=_watch(tell)
    )


def plan_file(scenario: api.Scenario, tell: Tell, form: str, language: str, hand: Hand) -> bytes:
    """A workbook, a file for other solvers, or the frozen bundle."""
    if form == BUNDLE:
        return api.bundle(api.solve(scenario))
    given = None if hand is None else own_plan.money_of(hand, scenario)
    return api.report(scenario, form, language=language, allocation=given)
