"""The least money for an outcome, laid out and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from optimizer.results.contract import contract
from optimizer.results.page import Page, page, said, terms
from optimizer.results.plan_page import plan_page
from optimizer.studies.extra.page import plan_rows

if TYPE_CHECKING:
    from optimizer.studies.target.study import Target


def target_page(answer: Target) -> Page:
    """The least money for an outcome, and the best plan with that money."""
    if answer.least_money is None:
        return page(said(answer.sentences), terms("target"))
    return page(said(answer.sentences), plan_page(answer.plan, question="target").blocks)


def target_data(answer: Target) -> dict[str, Any]:
    """The least money for an outcome.

    `at_least` and `reached` are additional people (the goal and spending in all); `plan` passes
    `evaluate` at `budget`, which is the least money.
    """
    plan = answer.plan
    return {
        "status": str(plan.status),
        "outcome": answer.outcome,
        "at_least": answer.at_least,
        "reached": answer.reached,
        "least_money": answer.least_money,
        "budget": answer.least_money,
        "objective": plan.objective,
        "net_people": plan.totals.net_people if plan.found else None,
        "plan": plan_rows(plan),
        "holds": contract("target"),
        "plan_in_full": plan,
    }
