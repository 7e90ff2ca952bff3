"""Tables of a study of uncertainty: spreads, rankings, regret and conflicts over the draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.i18n import _
from optimizer.lp.program import FloatArray, IntArray
from optimizer.results.plan import Plan, lines
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.solving.draws.runs import Outcomes, outcome_columns

FUNDED = 1e-3
"""A programme is funded in a draw when it gets more than this share of the budget."""
CUT = 1e-2
"""It is cut when it gets less than in the central plan by more than this share of the budget."""

QUANTILES = {"p05": 0.05, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p95": 0.95}


def _spread(kind: Kind, *, central: bool = True) -> tuple[Column, ...]:
    """Mean and quantiles over the draws, and the value of the central plan."""
    spread = (
        Column("mean", _("Mean"), kind, brief=kind is not Kind.MONEY),
        Column("p05", _("5%"), kind),
        Column("p25", _("25%"), kind, brief=False),
        Column("p50", _("Median"), kind),
        Column("p75", _("75%"), kind, brief=False),
        Column("p95", _("95%"), kind),
        Column("central", _("Central plan"), kind),
    )
    return spread if central else spread[:-1]


INTERVALS = Shape(
    "intervals",
    _("The two intervals"),
    Column("interval", _("Interval")),
    *data("plan"),
    Column("low", _("5%"), Kind.PEOPLE),
    Column("middle", _("Median"), Kind.PEOPLE),
    Column("high", _("95%"), Kind.PEOPLE),
    *data("low_error", "high_error", kind=Kind.PEOPLE),
    Column("central", _("Central plan"), Kind.PEOPLE),
)
"""90% intervals of the additional people, of each plan kept and of the best plan of each draw;
`low_error` and `high_error` are the standard errors of the ends, `central` the central values."""
DISTRIBUTION = Shape(
    "distribution",
    _("Best again, in every draw"),
    Column("outcome", _("Outcome")),
    *_spread(Kind.NUMBER),
)
"""Objective and people over the draws that have a plan; p05 to p95 is the 90% interval."""
PROGRAMMES = Shape(
    "programmes",
    _("How often, and quantiles of the money"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("leads", _("Leads"), Kind.SHARE),
    Column("funded", _("Funded"), Kind.SHARE),
    Column("cut", _("Cut"), Kind.SHARE),
    Column("more", _("Raised"), Kind.SHARE, brief=False),
    *_spread(Kind.MONEY),
)
"""Share of draws in which a programme gets most money, is funded, gets less or more than in the
central plan; its spending over all years [scenario's unit]."""
YEARS = Shape(
    "years",
    _("Quantiles by year"),
    Column("year", _("Year"), Kind.YEAR),
    Column("outcome", _("Outcome")),
    *_spread(Kind.NUMBER),
)
"""The fan: net people by the year support begins, their running sum, and spending."""
RANKINGS = Shape(
    "rankings",
    _("Orders of the programmes"),
    Column("ranking", _("Order by money")),
    Column("probability", _("Probability"), Kind.SHARE),
)
"""Orders of programmes by money, most first, those without money left out; joined by ' > '."""
REGRET = Shape(
    "regret",
    _("Losses against the best plan"),
    Column("plan", _("Plan")),
    *_spread(Kind.GOAL, central=False),
    Column("most", _("Largest loss"), Kind.GOAL),
    *data("mean_share", kind=Kind.SHARE),
    *data("mean_people", kind=Kind.PEOPLE),
    Column("best_in", _("Best in"), Kind.SHARE),
)
"""Objective a plan loses against the best plan of each draw; its share of that objective; net
people lost; share of draws in which it loses less than the accuracy of the curves."""
CONFLICTS = Shape(
    "conflicts",
    _("Draws without a plan"),
    *data("rules"),
    *data("draws", kind=Kind.COUNT),
    *data("share", kind=Kind.SHARE),
)
"""Draws without a plan, by the rules that contradict each other in them."""


def leaders(outcomes: Outcomes) -> IntArray:
    """Number of the programme with most money in each draw; −1 where nothing is spent."""
    spent = outcomes.spending.sum(axis=2)
    leader = np.where(np.isnan(spent), -np.inf, spent).argmax(axis=1)
    return np.where(spent.max(axis=1) > 0.0, leader, -1).astype(np.int64)


def spread(values: FloatArray, central: float) -> dict[str, float]:
    """Mean and quantiles of the draws that have a plan, with the central value beside them."""
    known = values[~np.isnan(values)]
    if not len(known):
        return {"mean": np.nan, **dict.fromkeys(QUANTILES, np.nan), "central": central}
    points = np.quantile(known, list(QUANTILES.values())).tolist()
    return {
        "mean": float(known.mean()), **dict(zip(QUANTILES, points, strict=True)),
        "central": central,
    }  # fmt: skip


def distribution_rows(
    scenario: Scenario, outcomes: Outcomes, central: Plan
) -> Iterator[dict[str, object]]:
    """Rows of DISTRIBUTION."""
    totals = central.totals
    known = {"net_people": totals.net_people, **totals.by_channel, **totals.by_tier}
    objective = np.nan if central.objective is None else central.objective
    yield {"outcome": "objective", **spread(outcomes.objective, objective)}
    for j, name in enumerate(outcome_columns(scenario)):
        middle = known.get(name, 0.0) if central.found else np.nan
        yield {"outcome": name, **spread(outcomes.people[:, j], middle)}


def programmes_rows(
    scenario: Scenario, outcomes: Outcomes, central: Plan
) -> Iterator[dict[str, object]]:
    """Rows of PROGRAMMES."""
    budget, found, first = scenario.budget.total, outcomes.found, leaders(outcomes)
    spent = outcomes.spending.sum(axis=2)
    count = max(1, int(found.sum()))
    for i, programme in enumerate(sorted(scenario.programmes)):
        money, middle = spent[:, i], _central_money(central, programme)
        change = money[found] - middle
        yield {
            "programme": programme,
            "leads": float((first[found] == i).sum() / count),
            "funded": float((money[found] > FUNDED * budget).sum() / count),
            "cut": float((change < -CUT * budget).sum() / count),
            "more": float((change > CUT * budget).sum() / count),
            **spread(money, middle),
        }


def _central_money(central: Plan, programme: str) -> float:
    if not central.found:
        return np.nan
    chosen = central.allocation[central.allocation["programme"] == programme]
    return float(chosen["spending"].sum())


def years_rows(
    scenario: Scenario, outcomes: Outcomes, central: Plan
) -> Iterator[dict[str, object]]:
    """Rows of YEARS."""
    people = dict.fromkeys(scenario.years.outcomes, 0.0 if central.found else np.nan)
    money = {y: people[y] for y in scenario.years.all}
    for row in lines(central.people):
        people[row.year] += row.net
    if central.baseline is not None:
        for y in people:
            people[y] -= central.baseline.in_year(y)
    for row in lines(central.allocation):
        money[row.year] += row.spending
    running = np.cumsum(outcomes.by_year, axis=1)
    total = 0.0
    for j, y in enumerate(scenario.years.outcomes):
        total += people[y]
        yield {"year": y, "outcome": "net_people", **spread(outcomes.by_year[:, j], people[y])}
        yield {"year": y, "outcome": "net_people_so_far", **spread(running[:, j], total)}
        if y in money:
            spent = outcomes.spending[:, :, j].sum(axis=1)
            yield {"year": y, "outcome": "spending", **spread(spent, money[y])}


def rankings_rows(scenario: Scenario, outcomes: Outcomes) -> Iterator[dict[str, object]]:
    """Rows of RANKINGS, most frequent first."""
    names, found = sorted(scenario.programmes), outcomes.found
    spent = outcomes.spending.sum(axis=2)[found]
    order = np.argsort(-spent, axis=1, kind="stable")
    count = (spent > FUNDED * scenario.budget.total).sum(axis=1)
    seen = Counter(tuple(one[:n]) for one, n in zip(order.tolist(), count.tolist(), strict=True))
    for ranking, draws in sorted(seen.items(), key=lambda item: (-item[1], item[0])):
        words = " > ".join(names[i] for i in ranking)
        yield {"ranking": words, "probability": draws / len(spent)}


def regret_rows(
    names: list[str], outcomes: Outcomes, regrets: FloatArray, people: FloatArray
) -> Iterator[dict[str, object]]:
    """Rows of REGRET; `regrets` and `people` (draws, plans)."""
    for k, name in enumerate(names):
        loss = regrets[:, k]
        if not (known := ~np.isnan(loss)).any():
            continue
        points = np.quantile(loss[known], list(QUANTILES.values())).tolist()
        share = loss[known] / np.maximum(np.abs(outcomes.objective[known]), 1e-9)
        yield {
            "plan": name,
            "mean": float(loss[known].mean()),
            **dict(zip(QUANTILES, points, strict=True)),
            "most": float(loss[known].max()),
            "mean_share": float(share.mean()),
            "mean_people": float(np.nanmean(people[:, k])),
            "best_in": float((loss[known] <= outcomes.gap[known] + 1e-9).mean()),
        }


def conflicts_rows(outcomes: Outcomes) -> Iterator[dict[str, object]]:
    """Rows of CONFLICTS, most frequent first."""
    for rules, draws in outcomes.conflicts.most_common():
        share = draws / len(outcomes.objective)
        yield {"rules": ", ".join(rules), "draws": draws, "share": share}
