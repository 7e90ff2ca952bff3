"""Tables of a study of uncertainty: intervals, spreads, chances of programmes, regret."""

from __future__ import annotations

import pandas as pd

from optimizer.api import desk as api
from ui.panels.outcome_names import outcome_name
from ui.state.desk import Desk
from ui.tables.plan_tables import money_unit, worded

_SPREAD = {
    "mean": "col_mean_of",
    "p05": "col_p05",
    "p25": "col_p25",
    "p50": "col_p50",
    "p75": "col_p75",
    "p95": "col_p95",
    "central": "col_central",
}


def intervals(desk: Desk, study: api.UnderUncertainty) -> pd.DataFrame:
    """The 90% intervals of additional people: plan kept, and best again."""
    words = {"kept": "interval_kept", "best_again": "interval_best_again"}
    names = [desk.speech.say(words[one]) for one in study.intervals["interval"]]
    columns = {
        "interval": "col_interval",
        "low": "col_p05",
        "middle": "col_p50",
        "high": "col_p95",
        "central": "col_central",
    }
    return worded(desk, study.intervals.assign(interval=names), columns)


def distribution(desk: Desk, study: api.UnderUncertainty) -> pd.DataFrame:
    """Quantiles of every outcome over the draws."""
    titles = [outcome_name(desk, study.scenario, str(n)) for n in study.distribution["outcome"]]
    columns = {"outcome": "col_outcome", **_SPREAD}
    return worded(desk, study.distribution.assign(outcome=titles), columns)


def years(desk: Desk, study: api.UnderUncertainty) -> pd.DataFrame:
    """Quantiles by year of net people, their running sum, and spending."""
    said = {
        "net_people": desk.speech.say("col_net"),
        "net_people_so_far": desk.speech.say("net_so_far"),
        "spending": desk.speech.say("col_spending", {"unit": money_unit(desk)}),
    }
    frame = study.years.assign(outcome=study.years["outcome"].map(said))
    return worded(desk, frame, {"year": "col_year", "outcome": "col_outcome", **_SPREAD})


def regret(desk: Desk, study: api.UnderUncertainty) -> pd.DataFrame:
    """What a plan loses against the best plan of each draw (weighted people)."""
    names = [desk.speech.say("plan_central") for _ in study.regret["plan"]]
    spread = {name: key for name, key in _SPREAD.items() if name != "central"}
    columns = {"plan": "col_plan", **spread, "most": "col_most_loss", "best_in": "col_best_in"}
    return worded(desk, study.regret.assign(plan=names), columns)


def programmes(desk: Desk, study: api.UnderUncertainty) -> pd.DataFrame:
    """Shares of draws and quantiles of the money of each programme."""
    columns = {
        "programme": "col_programme",
        "leads": "col_leads",
        "funded": "col_funded",
        "cut": "col_cut",
        "more": "col_more",
        **_SPREAD,
    }
    return worded(desk, study.programmes, columns)


def rankings(desk: Desk, study: api.UnderUncertainty) -> pd.DataFrame:
    """Orders of the programmes by money and how often each comes about."""
    known = study.scenario.programmes
    said = [
        " > ".join(desk.speech.title(known, p) for p in str(one).split(" > ") if p) or "–"
        for one in study.rankings["ranking"]
    ]
    columns = {"ranking": "col_ranking", "probability": "col_probability"}
    return worded(desk, study.rankings.assign(ranking=said), columns)
