"""Where additional money goes, laid out and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from optimizer.i18n import Words, _
from optimizer.results.conflict_page import conflict_data, conflict_page
from optimizer.results.contract import contract
from optimizer.results.page import Page, Paragraph, page, said, terms
from optimizer.results.plan import Plan
from optimizer.results.plan_page import plan_page
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.studies.extra.words import both_money

if TYPE_CHECKING:
    from optimizer.studies.extra.study import Extra

SEEN = 1e-6
"""Money below this share of all spending is left out of the table."""

ADDED = Shape(
    "added",
    _("Where the additional money goes"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    *data("activity", kind=Kind.ACTIVITY),
    Column("year", _("Year"), Kind.YEAR),
    Column("before", _("Before"), Kind.MONEY, brief=False),
    Column("added", _("Added"), Kind.MONEY),
    Column("after", _("After"), Kind.MONEY),
)
"""Spending before, added and after, in the scenario's unit."""


def extra_page(answer: Extra) -> Page:
    """Where additional money goes and what it yields; or why the rules forbid it."""
    last = terms("extra")
    if not answer.before.found:
        return page(plan_page(answer.before).blocks, last)
    if answer.conflict is not None:
        amount = both_money(answer.amount, answer.before)
        return page(Paragraph(_no_room(amount)), conflict_page(answer.conflict).blocks, last)
    if not answer.after.found:
        return page(plan_page(answer.after).blocks, last)
    by_year = answer.added.groupby(["programme", "year"], sort=False)
    sums = by_year[["before", "added", "after"]].sum().reset_index()
    seen = sums[sums["added"] > SEEN * max(answer.after.spent, 0.0)]
    return page(said(answer.sentences), ADDED.of(seen, answer.before.scenario), last)


def _no_room(amount: Words) -> Words:
    return _(
        "{amount} cannot be added within the rules while nothing is taken back.", amount=amount
    )


def extra_data(answer: Extra) -> dict[str, Any]:
    """Where additional money goes; a conflict in its place if there is one.

    `objective` and `gain` are in the goal; `plan` passes `evaluate` at the larger budget.
    """
    after = answer.after
    found = {
        "status": str(after.status),
        "amount": answer.amount,
        "lifted": answer.lifted,
        "budget": after.budget,
        "objective": after.objective,
        "gain": answer.gain,
        "net_people": answer.net_people,
        "unspent": answer.unspent if after.found else None,
        "plan": plan_rows(after),
        "added": answer.added,
        "holds": contract("extra"),
        "before": answer.before,
        "after": after,
    }
    if answer.conflict is None:
        return found
    stuck = conflict_data(answer.conflict)
    return {**found, **{k: stuck[k] for k in ("conflict", "repairs", "sentences")}}


def plan_rows(plan: Plan) -> Any:
    """Programme, year and spending of a plan, as `evaluate --plan` reads them."""
    return plan.allocation[["programme", "year", "spending"]]
