"""A study of uncertainty and what explains it, laid out and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, in_a_row, verbatim
from optimizer.results.contract import contract
from optimizer.results.data import who
from optimizer.results.page import Page, page, said, terms
from optimizer.results.table import Table, rows_of
from optimizer.results.versions import versions
from optimizer.studies.outcome_words import outcome_head
from optimizer.studies.uncertainty import tables as shapes
from optimizer.studies.uncertainty.words import plan_words

if TYPE_CHECKING:
    from optimizer.studies.uncertainty.study import UnderUncertainty

_INTERVALS = {"kept": _("Plan kept"), "best_again": _("Best again")}


def uncertainty_page(answer: UnderUncertainty) -> Page:
    """The sentences, then what each programme gets and what comes of it."""
    if not answer.outcomes.found.any():
        return page(said(answer.sentences))
    return page(
        said(answer.sentences), tables(answer), terms("uncertainty_kept", "uncertainty_best_again")
    )


def tables(answer: UnderUncertainty) -> Iterator[Table]:
    """Money by programme, outcomes, and where there is room intervals, years, orders, losses."""
    scenario = answer.scenario
    yield shapes.PROGRAMMES.of(answer.programmes, scenario)
    rows = _with(answer.distribution, "outcome", lambda name: outcome_head(scenario, name))
    yield shapes.DISTRIBUTION.of(rows, scenario, captioned=True)
    rows = _with(answer.intervals, "interval", lambda name: _INTERVALS[name])
    yield shapes.INTERVALS.of(rows, scenario, brief=False)
    rows = _with(answer.years, "outcome", lambda name: outcome_head(scenario, name))
    yield shapes.YEARS.of(rows, scenario, brief=False)
    rows = _with(answer.rankings, "ranking", lambda names: _order(answer, names))
    yield shapes.RANKINGS.of(rows, scenario, brief=False)
    rows = _with(answer.regret, "plan", plan_words)
    yield shapes.REGRET.of(rows, scenario, brief=False)


def _with(frame: pd.DataFrame, column: str, say: Callable[[str], Words]) -> list[dict[str, Any]]:
    """Rows of a frame with the names of one column in words."""
    return [{**row, column: say(row[column])} for row in rows_of(frame)]


def _order(answer: UnderUncertainty, names: str) -> Words:
    known = answer.scenario.programmes
    titles = [title_of(known, name) for name in names.split(" > ") if name]
    return in_a_row(titles, " > ") if titles else verbatim("–")


def uncertainty_data(answer: UnderUncertainty) -> dict[str, Any]:
    """The study; draws themselves are left out."""
    scenario, outcomes = answer.scenario, answer.outcomes
    return {
        "scenario": who(scenario),
        "versions": versions(),
        "status": "optimal" if outcomes.found.any() else "infeasible",
        "draws": answer.draws.count,
        "with_plan": int(outcomes.found.sum()),
        "numbers": answer.draws.names,
        "certificate": {
            "worst_residual": answer.worst_residual,
            "solved_again": outcomes.again,
            "median_curve_gap": answer.median_gap,
            "largest_curve_gap": answer.largest_gap,
        },
        "money_unit": scenario.money.unit,
        "holds": contract("uncertainty_kept"),
        "intervals": [
            {**row, "holds": contract(f"uncertainty_{row['interval']}")}
            for row in rows_of(answer.intervals)
        ],
        "distribution": answer.distribution,
        "programmes": answer.programmes,
        "years": answer.years,
        "rankings": answer.rankings,
        "regret": answer.regret,
        "conflicts": answer.conflicts,
        "sentences": answer.sentences,
    }
