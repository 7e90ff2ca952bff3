"""Tables of a study of uncertainty: spreads, rankings, regret and conflicts over the draws."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.lp.program import FloatArray, IntArray
from optimizer.results.plan import Plan, lines
from optimizer.solving.draws.runs import Outcomes, outcome_columns

FUNDED = 1e-3
"""A programme is funded in a draw when it gets more than this share of the budget."""
CUT = 1e-2
"""It is cut when it gets less than in the central plan by more than this share of the budget."""

QUANTILES = {"p05": 0.05, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p95": 0.95}
_SPREAD = {"mean": "float64", **dict.fromkeys(QUANTILES, "float64"), "central": "float64"}
DISTRIBUTION = {"outcome": "str", **_SPREAD}
"""Objective and people over the draws that have a plan; p05 to p95 is the 90% interval."""
PROGRAMMES = {
    "programme": "str", "leads": "float64", "funded": "float64", "cut": "float64",
    "more": "float64", **_SPREAD,
}  # fmt: skip
"""Share of draws in which a programme gets most money, is funded, gets less or more than in the
central plan; its spending over all years [scenario's unit]."""
YEARS = {"year": "int64", "outcome": "str", **_SPREAD}
"""The fan: net people by the year support begins, their running sum, and spending."""
RANKINGS = {"ranking": "str", "probability": "float64"}
"""Orders of programmes by money, most first, those without money left out; joined by ' > '."""
REGRET = {
    "plan": "str", "mean": "float64", **dict.fromkeys(QUANTILES, "float64"),
    "most": "float64", "mean_share": "float64", "mean_people": "float64", "best_in": "float64",
}  # fmt: skip
"""Objective a plan loses against the best plan of each draw; its share of that objective; net
people lost; share of draws in which it loses less than the accuracy of the curves."""
CONFLICTS = {"rules": "str", "draws": "int64", "share": "float64"}
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
    people = dict.fromkeys(scenario.years.all, 0.0 if central.found else np.nan)
    money = dict(people)
    for row in lines(central.people):
        people[row.year] += row.net
    if central.baseline is not None:
        for y in people:
            people[y] -= central.baseline.in_year(y)
    for row in lines(central.allocation):
        money[row.year] += row.spending
    running = np.cumsum(outcomes.by_year, axis=1)
    total = 0.0
    for j, y in enumerate(scenario.years.all):
        total += people[y]
        yield {"year": y, "outcome": "net_people", **spread(outcomes.by_year[:, j], people[y])}
        yield {"year": y, "outcome": "net_people_so_far", **spread(running[:, j], total)}
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
