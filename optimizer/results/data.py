"""Data that several answers share: a plan in full, which scenario it is of, what money is worth."""

from __future__ import annotations

from typing import Any

from optimizer.domain.scenario import Scenario
from optimizer.i18n import verbatim
from optimizer.results.contract import contract
from optimizer.results.plan import Plan
from optimizer.results.review import review
from optimizer.results.versions import versions


def who(scenario: Scenario) -> dict[str, str]:
    """Which scenario an answer is of."""
    return {"id": scenario.id, "fingerprint": scenario.fingerprint}


def titled(scenario: Scenario) -> dict[str, Any]:
    """The same with its title."""
    title = scenario.title or verbatim(scenario.id)
    return {"id": scenario.id, "title": title, "fingerprint": scenario.fingerprint}


def plan_data(plan: Plan) -> dict[str, Any]:
    """The plan as `solve --json` carries it."""
    scenario, totals = plan.scenario, plan.totals
    return {
        "scenario": titled(scenario),
        "versions": versions(),
        "status": str(plan.status),
        "objective": plan.objective,
        "net_people": plan.everyone.net_people if plan.found else None,
        "additional_objective": totals.objective if plan.found else None,
        "baseline": None
        if plan.baseline is None
        else {"objective": plan.baseline.objective, "net_people": plan.baseline.net_people},
        "measure": str(scenario.objective.measure),
        "certificate": _certificate(plan),
        "curve_gap": plan.curve_gap,
        "proved_within": plan.proved_within if plan.found else None,
        "whole_numbers": plan.whole,
        "money_unit": scenario.money.unit,
        "prices_basis": scenario.money.prices,
        "budget": plan.budget,
        "budget_worth": worth_data(plan),
        "spent": plan.spent,
        "unspent": plan.unspent,
        "liability": plan.liability,
        "allocation": plan.allocation,
        "activities": plan.activities,
        "capacities": plan.capacities,
        "people": plan.people,
        "binding": plan.binding,
        "rules": plan.rules,
        "evidence": plan.evidence,
        "totals": {
            name: getattr(totals, name)
            for name in (
                "net_people", "supported", "retained", "attracted", "by_channel", "by_tier",
                "by_grade", "cost_per_net_person",
            )
        },
        "sentences": plan.sentences,
        "review": [
            {"check": r.key, "verdict": str(r.verdict), "finding": r.finding, "advice": r.advice}
            for r in review(plan)
        ],
        "holds": contract("best_plan"),
        "cautions": scenario.cautions,
    }  # fmt: skip


def _certificate(plan: Plan) -> dict[str, Any] | None:
    certificate = plan.solution.certificate
    if certificate is None:
        return None
    return {
        "proves": certificate.kind,
        "primal_residual": certificate.primal_residual,
        "dual_residual": None if plan.whole else certificate.dual_residual,
        "gap": certificate.gap,
        "passed": certificate.passed,
    }


def worth_data(plan: Plan) -> dict[str, Any] | None:
    """What a unit of the budget is worth on both sides, and how far that holds."""
    worth = plan.budget_worth
    names = ("up", "down", "holds_from", "holds_to")
    return None if worth is None else {name: getattr(worth, name) for name in names}
