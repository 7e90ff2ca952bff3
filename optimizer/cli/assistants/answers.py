"""Answers to the questions of assistants as plain data, each with its certificate and terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from optimizer.api import desk as api


def _told(
    scenario: api.Scenario, question: str, plans: Iterable[api.Plan], data: dict[str, Any]
) -> dict[str, Any]:
    """An answer with what holds for all of them: the scenario, the certificate, the terms."""
    terms = api.contract(question)
    return {
        "question": question,
        "scenario": {"id": scenario.id, "fingerprint": scenario.fingerprint},
        "versions": api.versions(),
        **{key: value for key, value in data.items() if key not in ("scenario", "versions")},
        "certificate": certificate(plans),
        "holds": terms.data,
        "terms": api.in_all(terms.sentence),
        "cautions": [api.in_all(said) for said in scenario.cautions],
    }


def certificate(plans: Iterable[api.Plan]) -> dict[str, Any]:
    """How the solves ended, and the worst residuals and gap of all of them."""
    solved = list(plans)
    found = [one for plan in solved if (one := plan.solution.certificate) is not None]
    return {
        "status": ", ".join(dict.fromkeys(str(plan.status) for plan in solved)),
        "proves": ", ".join(dict.fromkeys(one.kind for one in found)),
        "primal_residual": max((one.primal_residual for one in found), default=None),
        "dual_residual": max((one.dual_residual for one in found), default=None),
        "gap": max((one.gap for one in found), default=None),
        "passed": len(found) == len(solved) and all(one.passed for one in found),
    }


LONG = ("evidence", "review", "capacities")
"""Tables of a plan that an answer leaves out."""
BRIEF = (
    "status", "objective", "net_people", "additional_objective", "budget", "spent", "unspent",
    "allocation", "totals", "sentences",
)  # fmt: skip
"""What is told of a plan beside the one that was asked for."""


def _slim(plan: dict[str, Any]) -> dict[str, Any]:
    """A plan without its longest tables."""
    return {key: value for key, value in plan.items() if key not in LONG}


def _brief(plan: dict[str, Any]) -> dict[str, Any]:
    return {key: plan[key] for key in BRIEF if key in plan}


def list_scenarios() -> dict[str, Any]:
    """The shipped scenarios, with what each is about."""
    found = api.list_scenarios()
    rows = [{"id": s.id, "title": s.title, "description": s.description} for s in found]
    return {"scenarios": rows}


def explain_contract(question: str | None = None) -> dict[str, Any]:
    """The terms of one question, or of all."""
    names = list(api.CONTRACTS) if question is None else [question]
    return {
        "terms": [
            {
                "question": name,
                "holds": api.contract(name).data,
                "sentence": api.in_all(api.contract(name).sentence),
            }
            for name in names
        ]
    }


def solve(scenario: api.Scenario) -> dict[str, Any]:
    """The best plan."""
    plan = api.solve(scenario)
    return _told(scenario, "best_plan", [plan], _slim(api.plan_data(plan)))


def evaluate(scenario: api.Scenario, plan: list[Any]) -> dict[str, Any]:
    """What the rows of a plan yield, break and leave on the table."""
    answer = api.evaluate(scenario, api.allocation_of(plan, scenario))
    data = api.evaluation_data(answer)
    data = {**data, "plan": _slim(data["plan"]), "best": _brief(data["best"])}
    return _told(scenario, "given_plan", [answer.plan, answer.best], data)


def prices(scenario: api.Scenario, switching: bool = False) -> dict[str, Any]:
    """What limits are worth; where the decision flips, if asked for."""
    report = api.price_report(scenario)
    flips = api.switching_points(scenario) if switching else None
    return _told(scenario, "rule_worth", [report.plan], api.prices_data(report, flips))


def conflict(scenario: api.Scenario, below_signed: bool = False) -> dict[str, Any]:
    """The rules that conflict, and the ways out."""
    answer = api.explain_conflict(scenario, below_signed=below_signed)
    return _told(scenario, "conflict", [api.bare_plan(scenario)], api.conflict_data(answer))


def extra(scenario: api.Scenario, amount: float, lift: Sequence[int] = ()) -> dict[str, Any]:
    """Where additional money goes."""
    answer = api.extra(scenario, amount, lift=lift)
    data = api.extra_data(answer)
    data = {**data, "before": _brief(data["before"]), "after": _slim(data["after"])}
    return _told(scenario, "extra", [answer.before, answer.after], data)


def target(scenario: api.Scenario, outcome: str, at_least: float) -> dict[str, Any]:
    """The least money for an outcome."""
    answer = api.target(scenario, outcome, at_least)
    data = api.target_data(answer)
    data = {**data, "plan_in_full": _slim(data["plan_in_full"])}
    return _told(scenario, "target", [answer.plan], data)


def trade_off(scenario: api.Scenario, first: str, second: str) -> dict[str, Any]:
    """The efficient plans of two outcomes."""
    answer = api.trade_off(scenario, first, second)
    return _told(scenario, "trade_off", answer.plans or [answer.best], api.trade_off_data(answer))


def uncertainty(scenario: api.Scenario, draws: int = 200, seed: int = 1) -> dict[str, Any]:
    """How sure the plan is."""
    answer = api.uncertainty(scenario, draws, seed=seed)
    data = api.uncertainty_data(answer)
    told = _told(scenario, "uncertainty_kept", [answer.central], data)
    central = certificate([answer.central])
    return {**told, "certificate": {**central, "draws": data["certificate"]}}
