"""Tables of the long studies with headings of the reader's language; the engine's own numbers."""

from __future__ import annotations

import pandas as pd

from optimizer.api import desk as api
from ui.panels.outcome_names import MONEY, outcome_name
from ui.state.desk import Desk
from ui.tables.plan_tables import money_unit, worded


def _headed(desk: Desk, scenario: api.Scenario, name: str) -> str:
    """Heading of a column that holds an outcome."""
    unit = money_unit(desk) if name == MONEY else desk.speech.say("axis_head")
    values = {"of": outcome_name(desk, scenario, name), "unit": unit}
    return desk.speech.say("axis_of", values)


def trade_points(desk: Desk, found: api.TradeOff) -> pd.DataFrame:
    """The efficient plans by both outcomes, with the exchange between neighbours."""
    columns = {
        "number": "col_plan",
        "exchange": "col_exchange",
        "net_people": "col_net",
        "objective": "col_goal",
        "spending": "col_spending",
    }
    frame = worded(desk, found.points.assign(number=found.points["point"] + 1), columns)
    for place, (name, column) in enumerate(((found.first, "first"), (found.second, "second")), 1):
        head = _headed(desk, found.scenario, name)
        if head not in frame:
            frame.insert(place, head, found.points[column])
    return frame


def trade_money(desk: Desk, found: api.TradeOff) -> pd.DataFrame:
    """Money of each programme in each efficient plan."""
    columns = {
        "number": "col_plan",
        "programme": "col_programme",
        "spending": "col_spending",
        "share": "col_share",
    }
    return worded(desk, found.allocation.assign(number=found.allocation["point"] + 1), columns)


def payoff(desk: Desk, found: api.Payoff) -> pd.DataFrame:
    """All outcomes of the plan that puts each of them first."""
    names = {n: _headed(desk, found.scenario, n) for n in found.names}
    goals = [outcome_name(desk, found.scenario, str(n)) for n in found.table["goal"]]
    frame = found.table.assign(goal=goals)
    return frame.rename(columns={"goal": desk.speech.say("col_first"), **names})


def ranges(desk: Desk, found: api.Room) -> pd.DataFrame:
    """Least and most money of each programme, and what the plans at these ends yield."""
    columns = {
        "programme": "col_programme",
        "now": "col_best_money",
        "least": "col_least",
        "most": "col_most",
        "people_at_least": "col_people_least",
        "people_at_most": "col_people_most",
    }
    return worded(desk, found.ranges, columns)


def others(desk: Desk, found: api.Room) -> pd.DataFrame:
    """Different plans: money of each programme and its change from the best plan."""
    columns = {
        "plan": "col_plan",
        "programme": "col_programme",
        "spending": "col_spending",
        "change": "col_change_from",
        "net_people": "col_net",
        "objective": "col_goal",
    }
    return worded(desk, found.plans, columns)


def forced(desk: Desk, found: api.WhyNot) -> pd.DataFrame:
    """Money of each programme in the best plan and when one of them is given another amount."""
    columns = {
        "programme": "col_programme",
        "best": "col_best_money",
        "forced": "col_forced",
        "change": "col_change_from",
    }
    return worded(desk, found.moves, columns)


def _leaders(desk: Desk, frame: pd.DataFrame, names: tuple[str, ...]) -> pd.DataFrame:
    """Names of programmes in these columns become titles."""
    known = desk.base.programmes
    return frame.assign(
        **{n: [desk.speech.title(known, p) if p else "–" for p in frame[n]] for n in names}
    )


def drivers(desk: Desk, found: api.Drivers) -> pd.DataFrame:
    """Each number at the ends of its range: people, money that moves, who leads."""
    columns = {
        desk.speech.own("title"): "col_number",
        "now": "col_value",
        "low": "col_low",
        "high": "col_high",
        "people_low": "col_people_low",
        "people_high": "col_people_high",
        "swing": "col_swing",
        "moved": "col_moved",
        "leader_low": "col_leads_low",
        "leader_high": "col_leads_high",
    }
    return worded(desk, _leaders(desk, found.tornado, ("leader_low", "leader_high")), columns)


def sobol(desk: Desk, found: api.Drivers) -> pd.DataFrame:
    """Shares of the variance that each number explains, alone and with all others."""
    titles = dict(
        zip(found.tornado["number"], found.tornado[desk.speech.own("title")], strict=True)
    )
    said = {
        "net_people": desk.speech.say("col_net"),
        "leader_share": desk.speech.say("sobol_share"),
        "leads": desk.speech.say("sobol_leads"),
    }
    frame = found.sobol.assign(
        outcome=found.sobol["outcome"].map(said), number=found.sobol["number"].map(titles)
    )
    columns = {
        "outcome": "col_outcome",
        "number": "col_number",
        "first": "col_first_order",
        "total": "col_total_order",
    }
    return worded(desk, frame, columns)


def switches(desk: Desk, found: api.Switching) -> pd.DataFrame:
    """Values at which the lead changes."""
    columns = {
        desk.speech.own("title"): "col_number",
        "now": "col_value",
        "at": "col_switch",
        "below": "col_leads_below",
        "above": "col_leads_above",
    }
    return worded(desk, _leaders(desk, found.values, ("below", "above")), columns)


def conditions(desk: Desk, found: api.Discovery) -> pd.DataFrame:
    """Limits on numbers within which a programme mostly leads."""
    columns = {
        "programme": "col_programme",
        desk.speech.own("title"): "col_number",
        "above": "col_from_value",
        "below": "col_to_value",
        "density": "col_density",
        "coverage": "col_coverage",
    }
    return worded(desk, found.conditions, columns)


def information(desk: Desk, found: api.Information) -> pd.DataFrame:
    """What learning each number beforehand is worth."""
    columns = {
        desk.speech.own("title"): "col_number",
        "people": "col_worth_people",
        "error": "col_error",
        "money": "col_worth_money",
    }
    return worded(desk, found.evppi, columns)


def _plan_names(desk: Desk, names: pd.Series[str]) -> list[str]:
    known = {
        "central": "plan_central",
        "mean": "plan_mean",
        "cvar": "plan_cvar",
        "regret": "plan_regret",
        "gamma": "plan_gamma",
    }
    return [desk.speech.say(known[str(n)]) for n in names]


def robust(desk: Desk, found: api.Robust) -> pd.DataFrame:
    """What each plan yields where it was made and in fresh draws, and its gains there."""
    columns = {
        "plan": "col_plan",
        "mean": "col_mean",
        "worst_5": "col_worst",
        "most_regret": "col_most_regret",
        "net_people": "col_net",
        "fresh_mean": "col_fresh_mean",
        "fresh_worst_5": "col_fresh_worst",
        "fresh_regret": "col_fresh_regret",
        "mean_gain": "col_mean_gain",
        "mean_error": "col_error",
        "worst_5_gain": "col_worst_gain",
    }
    return worded(desk, found.plans.assign(plan=_plan_names(desk, found.plans["plan"])), columns)


def robust_money(desk: Desk, found: api.Robust) -> pd.DataFrame:
    """Money of each plan by programme and year."""
    columns = {
        "plan": "col_plan",
        "programme": "col_programme",
        "year": "col_year",
        "money": "col_spending",
    }
    names = _plan_names(desk, found.spending["plan"])
    return worded(desk, found.spending.assign(plan=names), columns)


def cells(desk: Desk, found: api.DecisionMap, titles: tuple[str, str]) -> pd.DataFrame:
    """Every point of the map: both numbers, who leads, people."""
    frame = _leaders(desk, found.cells, ("leader",))
    columns = {"leader": "col_leader", "net_people": "col_net"}
    out = worded(desk, frame, columns)
    out.insert(0, titles[0], found.cells["x"])
    out.insert(1, titles[1], found.cells["y"])
    return out
