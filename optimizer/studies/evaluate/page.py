"""What a given plan yields, breaks and leaves on the table, laid out and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from optimizer.i18n import _
from optimizer.results.contract import contract
from optimizer.results.page import Bullets, Page, page, said, terms
from optimizer.results.plan_page import plan_page
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.studies.evaluate.words import breaches

if TYPE_CHECKING:
    from optimizer.studies.evaluate.study import Evaluation

BROKEN = Shape(
    "broken",
    _("Rules that the plan breaks"),
    *data("rule", "kind"),
    Column("title", _("Rule"), Kind.WORDS),
    Column("limit", _("Limit now"), Kind.LIMIT, unit="unit"),
    Column("actual", _("Reached"), Kind.LIMIT, unit="unit"),
    Column("missed_by", _("Off by"), Kind.LIMIT, unit="unit"),
    *data("unit", kind=Kind.WORDS),
)
"""Rules and budgets that a plan breaks; `unit` is 'money', 'share', people or units."""
MOVES = Shape(
    "moves",
    _("Money of both plans by year"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("year", _("Year"), Kind.YEAR),
    Column("given", _("Given"), Kind.MONEY),
    Column("used", _("Used"), Kind.MONEY, brief=False),
    Column("idle", _("Idle"), Kind.MONEY),
    Column("best", _("Best plan"), Kind.MONEY),
    Column("change", _("Change to the best plan"), Kind.CHANGE, brief=False),
)
"""Money given, used and idle; that of the best plan, and its change [scenario's unit]."""


PEOPLE_BESIDE = Shape(
    "people_beside",
    _("Net people of both plans"),
    Column("pathway", _("Pathway"), Kind.PATHWAY),
    Column("mine", _("Net people"), Kind.PEOPLE),
    Column("best", _("Net people of the best plan"), Kind.PEOPLE),
)
"""Net people by pathway of the plan at hand and of the best one, those of the baseline too."""


def evaluation_page(answer: Evaluation) -> Page:
    """What a given plan yields, breaks and leaves on the table."""
    if not answer.plan.found:
        return plan_page(answer.plan)
    moves = answer.moves
    some = (moves[["given", "idle", "best"]] > 1e-6).any(axis=1)
    scenario = answer.plan.scenario
    return page(
        said(answer.sentences),
        Bullets(tuple(breaches(answer))),
        BROKEN.of(answer.broken, scenario, brief=False),
        MOVES.of(moves[some], scenario),
        PEOPLE_BESIDE.of(people_beside(answer), scenario, brief=False),
        terms("given_plan"),
    )


def people_beside(answer: Evaluation) -> pd.DataFrame:
    """Net people by pathway of both plans."""
    sums = {
        name: plan.people.groupby("pathway")["net"].sum()
        for name, plan in (("mine", answer.plan), ("best", answer.best))
        if plan.found
    }
    rows = (
        {
            "pathway": q,
            **{n: float(sums[n].get(q, 0.0)) if n in sums else 0.0 for n in ("mine", "best")},
        }
        for q in answer.plan.scenario.pathways
    )
    return PEOPLE_BESIDE.frame(rows)


def evaluation_data(answer: Evaluation) -> dict[str, Any]:
    """An evaluation; `plan` and `best` as `solve` writes them."""
    return {
        "obeys": answer.obeys,
        "objective": answer.plan.objective,
        "net_people": answer.plan.totals.net_people if answer.plan.found else None,
        "left_on_the_table": answer.left_on_the_table,
        "people_left": answer.people_left if answer.best.found else None,
        "broken": answer.broken,
        "moves": answer.moves,
        "plan": answer.plan,
        "best": answer.best,
        "sentences": answer.sentences,
        "holds": contract("given_plan"),
    }
