"""The budget curve laid out, and as data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from optimizer.domain.wording import digits
from optimizer.formulation.limit_words import limit_words
from optimizer.formulation.rules.base import MONEY, title_of
from optimizer.i18n import SOURCE, _, pgettext
from optimizer.results.contract import contract
from optimizer.results.data import who
from optimizer.results.page import Page, Paragraph, Tone, page, said, terms
from optimizer.results.table import Column, Kind, Shape, Table, rows_of

if TYPE_CHECKING:
    from optimizer.studies.budget_curve.study import BudgetCurve

SHOWN = 24
"""Rows of the table of breakpoints; data carry every one."""

POINTS = Shape(
    "points",
    _("Turning points of the curve"),
    Column("at", _("Budget or limit"), Kind.MONEY),
    Column("objective", _("Goal"), Kind.GOAL, digits=4),
    Column("net_people", _("Net people"), Kind.PEOPLE, digits=4),
    Column("spent", _("Spending"), Kind.MONEY),
)
"""Breakpoints: the budget (or limit), the objective, additional people and money spent there."""
PIECES = Shape(
    "pieces",
    _("Who takes the next won"),
    Column("from", _("From"), Kind.MONEY),
    Column("to", _("To"), Kind.MONEY),
    Column("slope", _("Adds per unit"), Kind.GOAL),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("share", _("Part of the next amount"), Kind.SHARE),
)
"""Between two breakpoints: objective per unit of budget (or limit), each programme's part of it."""


def budget_curve_page(answer: BudgetCurve) -> Page:
    """Who takes the next won, and a table of breakpoints."""
    gap = digits(100 * answer.gap, 1)
    count = len(answer.points)
    note = _("{count} breakpoints; curves followed to within {gap}%.", count=count, gap=gap)
    return page(
        said(answer.sentences),
        _points(answer),
        every_breakpoint(answer),
        PIECES.of(answer.pieces, answer.scenario, brief=False),
        Paragraph(note, Tone.NOTE),
        terms(_question(answer)),
    )


def _points(answer: BudgetCurve) -> Table:
    """Breakpoints evenly chosen from all, the limit in its own unit."""
    count, unit = len(answer.points), answer.scenario.money.parsed
    every = max(1, -(-count // SHOWN))
    rows = [
        {**row, "at": limit_words(row["at"], answer.unit, unit)}
        for n, row in enumerate(rows_of(answer.points))
        if n % every == 0 or n == count - 1
    ]
    head = _("Budget") if answer.along is None else _("Limit")
    return POINTS.of(rows, answer.scenario, heads={"at": head})


def every_breakpoint(answer: BudgetCurve) -> Table:
    """All breakpoints with what each programme spends there."""
    known = answer.scenario.programmes
    shape = Shape(
        "breakpoints",
        POINTS.title,
        _limit(answer),
        *POINTS.columns[1:],
        *(Column(p, title_of(known, p), Kind.MONEY) for p in known),
    )
    money = answer.spending.drop(columns="at")
    return shape.of(answer.points.join(money), answer.scenario, brief=False)


def _limit(answer: BudgetCurve) -> Column:
    """What moves, in its own unit."""
    if answer.along is None or answer.unit.in_(SOURCE) == MONEY.in_(SOURCE):
        return POINTS["at"]
    title = pgettext("head", "{title} ({unit})", title=_("Limit"), unit=answer.unit)
    return replace(POINTS["at"], title=title, kind=Kind.NUMBER)


def _question(answer: BudgetCurve) -> str:
    return "budget_curve" if answer.along is None else "rule_curve"


def budget_curve_data(answer: BudgetCurve) -> dict[str, Any]:
    """Every breakpoint and piece."""
    return {
        "scenario": who(answer.scenario),
        "along": answer.along or "budget",
        "money_unit": answer.scenario.money.unit,
        "unit": answer.unit.in_(SOURCE),
        "gap": answer.gap,
        "infeasible": answer.infeasible,
        "points": answer.points,
        "pieces": answer.pieces,
        "spending": answer.spending,
        "holds": contract(_question(answer)),
        "sentences": answer.sentences,
    }
