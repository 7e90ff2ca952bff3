"""Plan → plain data for machines: what `solve --json` prints."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from math import isfinite
from typing import Any

import pandas as pd

from optimizer.i18n import verbatim
from optimizer.inputs.evidence import data_version
from optimizer.reports.in_languages import in_all
from optimizer.results.contract import contract
from optimizer.results.plan import Plan
from optimizer.results.review import review


def versions() -> dict[str, str]:
    """Versions of everything that decides a result."""
    found = {"data": data_version()}
    for name, package in (
        ("optimizer", "talent-budget-optimizer"),
        ("pulp", "pulp"),
        ("highs", "highspy"),
    ):
        try:
            found[name] = version(package)
        except PackageNotFoundError:
            found[name] = "unknown"
    return {k: found[k] for k in ("optimizer", "pulp", "highs", "data")}


def plan_data(plan: Plan) -> dict[str, Any]:
    """The plan as nested lists and mappings of texts and numbers; infinite ends become None."""
    scenario, certificate = plan.scenario, plan.solution.certificate
    title = scenario.title
    data: dict[str, Any] = {
        "scenario": {
            "id": scenario.id,
            "title": in_all(title or verbatim(scenario.id)),
            "fingerprint": scenario.fingerprint,
        },
        "versions": versions(),
        "status": str(plan.status),
        "objective": plan.objective,
        "net_people": plan.everyone.net_people if plan.found else None,
        "additional_objective": plan.totals.objective if plan.found else None,
        "baseline": None
        if plan.baseline is None
        else {"objective": plan.baseline.objective, "net_people": plan.baseline.net_people},
        "measure": str(scenario.objective.measure),
        "certificate": None
        if certificate is None
        else {
            "proves": certificate.kind,
            "primal_residual": certificate.primal_residual,
            "dual_residual": None if plan.whole else certificate.dual_residual,
            "gap": certificate.gap,
            "passed": certificate.passed,
        },
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
    }
    for name in (
        "allocation",
        "activities",
        "capacities",
        "people",
        "binding",
        "rules",
        "evidence",
    ):
        data[name] = records(getattr(plan, name))
    data["totals"] = {
        "net_people": plan.totals.net_people,
        "supported": plan.totals.supported,
        "retained": plan.totals.retained,
        "attracted": plan.totals.attracted,
        "by_channel": dict(plan.totals.by_channel),
        "by_tier": dict(plan.totals.by_tier),
        "by_grade": dict(plan.totals.by_grade),
        "cost_per_net_person": plan.totals.cost_per_net_person,
    }
    data["sentences"] = [in_all(s) for s in plan.sentences]
    data["review"] = [
        {
            "check": r.key,
            "verdict": str(r.verdict),
            "finding": in_all(r.finding),
            "advice": in_all(r.advice),
        }
        for r in review(plan)
    ]
    data["holds"] = contract("best_plan").data
    data["cautions"] = [in_all(c) for c in scenario.cautions]
    return data


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of a table as mappings; not-a-number and infinite become None."""
    return [{str(k): _plain(v) for k, v in row.items()} for row in frame.to_dict(orient="records")]


def worth_data(plan: Plan) -> dict[str, Any] | None:
    """What a unit of the budget is worth on both sides, and how far that holds."""
    worth = plan.budget_worth
    if worth is None:
        return None
    sides = {"up": worth.up, "down": worth.down}
    return {
        k: _plain(v)
        for k, v in {**sides, "holds_from": worth.holds_from, "holds_to": worth.holds_to}.items()
    }


def _plain(value: Any) -> Any:
    if isinstance(value, float) and not isfinite(value):
        return None
    return value
