"""Prices, levers and switching points laid out, and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from optimizer.formulation.uncertain import uncertain_numbers
from optimizer.i18n import _
from optimizer.results.contract import contract
from optimizer.results.data import who, worth_data
from optimizer.results.page import Bullets, Heading, Page, page, terms
from optimizer.results.plan import BINDING, RULES_TABLE, lines
from optimizer.results.plan_page import bindings, plan_page
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.studies.flips.page import FLIPS

if TYPE_CHECKING:
    from optimizer.studies.flips.study import Flips
    from optimizer.studies.prices.study import PriceReport

SHOWN = 12
"""Numbers in the table of switching points; data carry all of them."""

LIMITS = Shape(
    "limits",
    _("Every limit and its price"),
    *data("limit", "kind"),
    *data("title", "unit", kind=Kind.WORDS),
    *data("binding", kind=Kind.YES_NO),
    *data("rhs", "activity", "slack", kind=Kind.NUMBER),
    *data("price_down", "price_up", kind=Kind.GOAL),
    *data("holds_from", "holds_to", kind=Kind.NUMBER),
)
"""Every row of the programme with its textbook report, prices in the objective per unit of its
right-hand side, which moves alone: that of the total budget leaves shares of it where they are."""
LEVERS = Shape(
    "levers",
    _("Levers and what a step gains"),
    *data("lever", "kind"),
    Column("title", _("Limit"), Kind.WORDS),
    *data("step", kind=Kind.NUMBER),
    Column("step_in_words", _("Step"), Kind.WORDS),
    Column("gain", _("Gain"), Kind.GOAL),
)
"""`gain`: change of the objective when the limit is loosened by `step`, solved again."""


def prices_page(report: PriceReport, switching: Flips | None = None) -> Page:
    """What each limit is worth, which lever helps most, and where the decision flips."""
    if not report.plan.found:
        return plan_page(report.plan)
    scenario = report.plan.scenario
    gains = Heading(_("What a realistic step gains, most first"))
    limits = Heading(_("What each limit is worth"))
    return page(
        *((gains, Bullets(tuple(report.sentences))) if report.sentences else ()),
        (limits, Bullets(bindings(lines(report.plan.binding)))),
        LEVERS.of(report.levers, scenario, brief=False),
        BINDING.of(report.plan.binding, scenario, brief=False),
        RULES_TABLE.of(report.plan.rules, scenario, brief=False),
        () if switching is None else _flips(report, switching),
        terms("budget_worth", "rule_worth", *(() if switching is None else ("switching",))),
    )


def _flips(report: PriceReport, switching: Flips) -> Any:
    scenario = report.plan.scenario
    none = () if uncertain_numbers(scenario) else (_("No number of the document has a range."),)
    yield Heading(_("Where the decision flips"))
    yield Bullets((*none, *switching.sentences))
    yield FLIPS.of(switching.points, scenario, most=SHOWN)


def prices_data(report: PriceReport, switching: Flips | None = None) -> dict[str, Any]:
    """Everything; no switching points where none were looked for."""
    plan, scenario = report.plan, report.plan.scenario
    return {
        "scenario": who(scenario),
        "status": str(plan.status),
        "money_unit": scenario.money.unit,
        "budget_worth": worth_data(plan),
        "holds": contract("rule_worth"),
        "binding": plan.binding,
        "rules": plan.rules,
        "limits": report.limits,
        "levers": report.levers,
        "switching": switching.points if switching else [],
        "sentences": (*report.sentences, *(switching.sentences if switching else ())),
    }
