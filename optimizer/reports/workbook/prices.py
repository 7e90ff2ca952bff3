"""The sheet of prices: what holds the engine's plan back, and what its rules cost."""

from __future__ import annotations

from math import isfinite

from optimizer.formulation.rules import RULE_OF
from optimizer.i18n import _
from optimizer.reports.workbook.draft import Draft
from optimizer.reports.workbook.looks import MONEY, PEOPLE, UNITS
from optimizer.reports.workbook.page import Column, Page
from optimizer.results.columns import cell
from optimizer.results.contract import contract
from optimizer.results.plan import BINDING, lines


def write_prices(draft: Draft) -> None:
    """The sheet; its numbers belong to the engine's plan and stay as they are."""
    columns = [
        Column("path", "", 10, hidden=True),
        Column("kind", "", 10, hidden=True),
        Column("label", _("What holds the plan back"), 44),
        Column("detail", _("Kind"), 24),
        _column(draft, "unit", "per", 18),
        _column(draft, "up", "price_up", 13),
        _column(draft, "down", "price_down", 13),
        _column(draft, "limit", "rhs", 13),
        _column(draft, "from", "holds_from", 13),
        _column(draft, "to", "holds_to", 13),
        Column("sentence", _("In words"), 56),
    ]
    page = draft.page("prices", columns)
    page.freeze("detail")
    _limits(draft, page)
    _rules(draft, page)
    for question in ("budget_worth", "rule_worth", "rule_cost"):
        page.next()
        page.put("label", contract(question).sentence, "note")


def _column(draft: Draft, key: str, declared: str, width: float) -> Column:
    """A column under the head that the table of binding limits gives it everywhere."""
    title = BINDING[declared].title
    assert title is not None
    return Column(key, title, width)


_SUPPLY = _("Supply of an activity")


def _limits(draft: Draft, page: Page) -> None:
    unit = draft.plan.scenario.money.parsed
    for row in lines(draft.plan.binding):
        page.next()
        kind = RULE_OF.get(row.kind)  # the supply of an activity is no rule
        title, per = _SUPPLY if kind is None else kind.title, cell(row, "per")
        money = row.per == "money"
        page.put("label", cell(row, "title"), "text")
        page.put("detail", title, "text")
        page.put("unit", draft.money_unit if money else per, "text")
        for key, value in (("up", row.price_up), ("down", row.price_down)):
            page.put(key, _finite(value), "result", "0.000000" if unit.scale > 1 else PEOPLE)
        for key, value in (("limit", row.rhs), ("from", row.holds_from), ("to", row.holds_to)):
            page.put(key, _finite(value), "result", MONEY if money else UNITS)
        page.put("sentence", cell(row, "sentence"), "text")
    if not len(draft.plan.binding):
        page.next()
        none = _("No prices: nothing limits the plan, or its decisions are whole numbers.")
        page.put("label", none, "text")


def _rules(draft: Draft, page: Page) -> None:
    if not len(draft.plan.rules):
        return
    title = _(
        "What each rule costs (the plan without it): the goal, weighted persons, and net people"
    )
    page.group(title, "label")
    page.next()
    page.put("up", _("Goal"), "header")
    page.put("down", _("Net people"), "header")
    for row in lines(draft.plan.rules):
        page.next()
        page.put("label", cell(row, "title"), "text")
        page.put("detail", RULE_OF[row.kind].title, "text")
        unit = draft.money_unit if row.unit == "money" else cell(row, "unit")
        page.put("unit", unit, "text")
        page.put("up", _finite(row.costs_objective), "result", PEOPLE)
        page.put("down", _finite(row.costs_people), "result", PEOPLE)
        page.put("limit", _finite(row.limit), "result", MONEY if row.unit == "money" else UNITS)
        page.put("sentence", cell(row, "owner"), "text")


def _finite(value: float) -> float | str | None:
    if isfinite(value):
        return value if abs(value) > 1e-9 else 0.0
    return None if value != value else "∞" if value > 0 else "−∞"
