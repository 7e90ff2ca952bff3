"""Plans judged side by side: in the draws they were made for, and in draws none has seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import nan

import numpy as np

from optimizer.i18n import _
from optimizer.inputs.allocation import Allocation
from optimizer.lp.program import FloatArray
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.studies.robust.unseen_draws import TAIL, Fresh, tail_scores, verdict
from optimizer.studies.uncertainty.study import CENTRAL

PLANS = Shape(
    "plans",
    _("What each plan yields in both sets of draws"),
    Column("plan", _("Plan")),
    Column("mean", _("Average"), Kind.GOAL),
    Column("worst_5", _("Worst draws"), Kind.GOAL),
    Column("most_regret", _("Largest regret"), Kind.GOAL),
    Column("net_people", _("Net people"), Kind.PEOPLE),
    Column("mean_given_up", _("Gives up"), Kind.GOAL),
    Column("worst_5_given_up", _("Gives up"), Kind.GOAL),
    *data("regret_added", kind=Kind.GOAL),
    Column("fresh_mean", _("Average"), Kind.GOAL),
    Column("fresh_worst_5", _("Worst draws"), Kind.GOAL),
    Column("fresh_regret", _("Largest regret"), Kind.GOAL),
    Column("mean_gain", _("Gain on average"), Kind.GOAL),
    Column("mean_error", _("Standard error"), Kind.GOAL),
    Column("worst_5_gain", _("Gain in the worst draws"), Kind.GOAL),
    Column("worst_5_error", _("Standard error"), Kind.GOAL),
    *data("real", kind=Kind.YES_NO),
)
"""The goal of each plan in the draws it was made for: mean, mean of the worst 5% (of the share that
the caution asked for), largest regret; net people there; what it gives up against the best of each.

`fresh_…` are the same three in draws that no search has seen, and so are the gains over the central
plan with their paired standard errors, and whether either gain stands out from noise.
"""
MEASURES = {"mean": "mean", "cvar": "worst_5", "regret": "most_regret"}
"""Criterion → the column in which its plan is the best of all."""


def rows(made_for: Fresh, fresh: Fresh, share: float = TAIL) -> Iterator[dict[str, object]]:
    """Rows of PLANS; none where a plan has no value in any draw."""
    known, other = made_for.known, fresh.known
    if not len(known.names) or not known.count or not other.count:
        return
    elsewhere = {str(r["plan"]): r for r in measured(other, share)}
    for row in measured(known, share):
        there = elsewhere[str(row["plan"])]
        yield {
            **row,
            "fresh_mean": there["mean"], "fresh_worst_5": there["worst_5"],
            "fresh_regret": there["most_regret"],
            **{name: there[name] for name in _GAINS},
        }  # fmt: skip


_GAINS = ("mean_gain", "mean_error", "worst_5_gain", "worst_5_error", "real")


def measured(fresh: Fresh, share: float = TAIL) -> Iterator[dict[str, object]]:
    """Each plan's measures in one set of draws, and its gains over the central plan there."""
    known = fresh.known
    if not len(known.names) or not known.count:
        return
    found = _measures(known, share)
    mean, worst, regret = (found[way] for way in ("mean", "cvar", "regret"))
    scores = _scores(known, share)
    base = known.names.index(CENTRAL) if CENTRAL in known.names else None
    for k, name in enumerate(known.names):
        gains: dict[str, float | bool] = {**dict.fromkeys(_GAINS, nan), "real": False}
        if base is not None:
            gains = verdict(known.objective[:, k] - known.objective[:, base],
                            scores[:, k] - scores[:, base])  # fmt: skip
        yield {
            "plan": name, "mean": mean[k], "worst_5": worst[k], "most_regret": regret[k],
            "net_people": known.net_people[:, k].mean(),
            "mean_given_up": mean.max() - mean[k], "worst_5_given_up": worst.max() - worst[k],
            "regret_added": regret[k] - regret.min(), **gains,
        }  # fmt: skip


def each_its_own(
    made_for: Fresh, money: Mapping[str, Allocation], share: float = TAIL
) -> tuple[Fresh, dict[str, Allocation]]:
    """The plans with each criterion's own the best by its measure in the draws searched.

    A search ends within a tolerance; where a plan made for something else does better by a
    criterion's own measure, that plan is taken for the criterion too.
    """
    known = made_for.known
    if not known.count or not known.names:
        return made_for, dict(money)
    best, places = dict(money), {name: k for k, name in enumerate(made_for.names)}
    for way, values in _measures(known, share).items():
        sign = -1.0 if way == "regret" else 1.0
        first = int(np.argmax(sign * values))
        if way in places and sign * values[first] > sign * values[places[way]]:
            best[way], places[way] = money[made_for.names[first]], first
    taken = [places[name] for name in made_for.names]
    chosen = replace(
        made_for,
        objective=made_for.objective[:, taken],
        net_people=made_for.net_people[:, taken],
    )
    return chosen, best


def _measures(known: Fresh, share: float) -> dict[str, FloatArray]:
    """By criterion, the measure of each plan, (plans,)."""
    return {
        "mean": known.objective.mean(axis=0),
        "cvar": _scores(known, share).mean(axis=0),
        "regret": (known.best[:, None] - known.objective).max(axis=0),
    }


def _scores(known: Fresh, share: float) -> FloatArray:
    return np.column_stack([tail_scores(z, share) for z in known.objective.T])
