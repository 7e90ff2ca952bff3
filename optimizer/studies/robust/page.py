"""Plans for all draws, laid out and as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from optimizer.domain.wording import digits, percent
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, in_a_row, pgettext
from optimizer.lp.stochastic.two_stage import HereAndNow
from optimizer.results.contract import contract
from optimizer.results.data import who
from optimizer.results.page import Page, page, said, terms
from optimizer.results.table import Column, Kind, Shape, Table, rows_of
from optimizer.results.versions import versions
from optimizer.studies.robust.judged_plans import PLANS
from optimizer.studies.robust.words import NAMES

if TYPE_CHECKING:
    from optimizer.studies.robust.study import Robust

_MADE_FOR = (
    "plan", "mean", "mean_given_up", "worst_5", "worst_5_given_up", "most_regret", "net_people",
)  # fmt: skip
_FRESH = ("plan", "fresh_mean", "fresh_worst_5", "fresh_regret")
_GAINS = ("plan", "mean_gain", "mean_error", "worst_5_gain", "worst_5_error")

MONEY_TABLE = Shape(
    "spending",
    _("Money of each plan by year"),
    Column("plan", _("Plan")),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("year", _("Year"), Kind.YEAR),
    Column("money", _("Spending"), Kind.MONEY),
)
"""Money of each plan by programme and year [scenario's unit]."""


def robust_page(answer: Robust) -> Page:
    """The sentences, the plans side by side, and their money."""
    return page(said(answer.sentences), tables(answer), terms("robust"))


def tables(answer: Robust) -> Iterator[Table]:
    """The goal of each plan in both sets of draws, what it gains, and its money."""
    plans = [{**row, "plan": _name(answer, row["plan"])} for row in rows_of(answer.plans)]
    tail = _("Worst {tail}", tail=percent(1.0 - answer.caution.level))
    made_for = _("In the {count} draws they were made for", count=digits(answer.draws.count, 9))
    fresh = _("In {count} fresh draws", count=digits(answer.fresh, 9))
    for name, only, title, worst in (
        ("made_for", _MADE_FOR, made_for, "worst_5"),
        ("fresh", _FRESH, fresh, "fresh_worst_5"),
    ):
        table = PLANS.of(plans, only=only, title=title, heads={worst: tail})
        yield replace(table, name=name, captioned=True)
    gains = PLANS.of(plans, only=_GAINS, title=_("Gains over the plan for the central values"))
    yield replace(gains, name="gains", brief=False)
    yield _money(answer)
    spending = rows_of(answer.spending)
    rows = [{**row, "plan": NAMES[row["plan"]]} for row in spending]
    yield MONEY_TABLE.of(rows, answer.scenario, brief=False)


def _money(answer: Robust) -> Table:
    """Money of each plan by programme, all years together."""
    known = answer.scenario.programmes
    columns = (Column(p, title_of(known, p), Kind.MONEY) for p in known)
    shape = Shape(
        "money", _("Money of each plan"), Column("plan", pgettext("guarded", "Plan")), *columns
    )
    rows = []
    for name, plan in answer.money.items():
        sums = {p: sum(m for (q, _other), m in plan.items() if q == p) for p in known}
        rows.append({"plan": _name(answer, name), **sums})
    return shape.of(rows, answer.scenario)


def _name(answer: Robust, plan: str) -> Words:
    """A plan by its name, the one asked for with a mark."""
    return in_a_row((NAMES[plan], " *" if plan == str(answer.criterion) else ""), "")


def robust_data(answer: Robust) -> dict[str, Any]:
    """The plans, their table and the value of information."""
    scenario, guarded, worth = answer.scenario, answer.guarded, answer.information
    return {
        "scenario": who(scenario),
        "versions": versions(),
        "status": "optimal" if answer.found else "infeasible",
        "holds": contract("robust"),
        "criterion": str(answer.criterion),
        "level": answer.caution.level,
        "gamma": answer.caution.gamma,
        "draws": answer.draws.count,
        "fresh_draws": answer.fresh,
        "money_unit": scenario.money.unit,
        "plans": answer.plans,
        "spending": answer.spending,
        "searches": {str(name): _search(found) for name, found in answer.searched.items()},
        "guarantee": {
            "guaranteed": guarded.guaranteed, "nominal": guarded.nominal, "price": guarded.price,
        },
        "information": None
        if worth is None
        else {
            name: getattr(worth, name)
            for name in (
                "wait_and_see", "here_and_now", "mean_plan", "mean_value", "evpi", "vss"
            )
        },
        "sentences": answer.sentences,
    }  # fmt: skip


def _search(found: HereAndNow) -> dict[str, Any]:
    return {
        "status": str(found.status),
        "objective": found.objective,
        "bound": found.bound,
        "gap": found.gap,
        "rounds": found.rounds,
    }
