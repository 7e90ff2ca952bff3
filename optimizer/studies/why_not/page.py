"""A forced choice laid out, and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from optimizer.i18n import _
from optimizer.results.contract import contract
from optimizer.results.data import who
from optimizer.results.page import Page, name_of, page, said, terms
from optimizer.results.table import Column, Kind, Shape

if TYPE_CHECKING:
    from optimizer.studies.why_not.study import WhyNot

MOVES = Shape(
    "moves",
    _("Money in both plans"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("best", _("Best plan"), Kind.MONEY),
    Column("forced", _("Forced"), Kind.MONEY),
    Column("change", _("Change"), Kind.CHANGE),
)
"""Money of each programme over all years in the best plan and in the forced one, and the change."""


def why_not_page(answer: WhyNot) -> Page:
    """What a forced choice costs, and where the money moves."""
    scenario = answer.scenario
    moves = MOVES.of(answer.moves, scenario)
    return page(name_of(scenario), said(answer.sentences), moves, terms("why_not"))


def why_not_data(answer: WhyNot) -> dict[str, Any]:
    """A forced choice; `plan` as `solve` writes it."""
    found = answer.plan.found
    return {
        "scenario": who(answer.scenario),
        "holds": contract("why_not"),
        "status": str(answer.plan.status),
        "programme": answer.programme,
        "amount": answer.amount,
        "costs_objective": answer.costs_objective if found else None,
        "costs_people": answer.costs_people if found else None,
        "last_step": answer.last_step,
        "possible": answer.possible,
        "blocked_by": answer.blocked_by,
        "moves": answer.moves,
        "binds": answer.binds,
        "sentences": answer.sentences,
        "plan": answer.plan,
    }
