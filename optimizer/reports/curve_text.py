"""The budget curve as plain data and as text."""

from __future__ import annotations

from typing import Any

from optimizer.domain.wording import digits, money
from optimizer.formulation.limit_words import limit_words
from optimizer.i18n import SOURCE, _, pgettext
from optimizer.reports.in_languages import heads, in_all
from optimizer.reports.plain import records
from optimizer.reports.text import columns
from optimizer.results.contract import Contract, contract
from optimizer.studies.budget_curve.study import BudgetCurve

SHOWN = 24
"""Rows of the printed table; `--json` carries every breakpoint."""


def budget_curve_data(answer: BudgetCurve) -> dict[str, Any]:
    """Every breakpoint and piece as nested plain data."""
    return {
        "scenario": {"id": answer.scenario.id, "fingerprint": answer.scenario.fingerprint},
        "along": answer.along or "budget",
        "money_unit": answer.scenario.money.unit,
        "unit": answer.unit.in_(SOURCE),
        "gap": answer.gap,
        "infeasible": [list(stretch) for stretch in answer.infeasible],
        "points": records(answer.points),
        "pieces": records(answer.pieces),
        "spending": records(answer.spending),
        "holds": _contract(answer).data,
        "sentences": [in_all(s) for s in answer.sentences],
    }


def budget_curve_text(answer: BudgetCurve, language: str = "en") -> str:
    """Who takes the next won, and a table of breakpoints."""
    unit = answer.scenario.money.parsed
    at_head = _("Budget") if answer.along is None else _("Limit")
    head = heads((at_head, _("Goal"), _("Net people"), pgettext("column", "Spent")), language)
    every = max(1, -(-len(answer.points) // SHOWN))
    rows = [head]
    for n, row in enumerate(answer.points.itertuples()):
        if n % every == 0 or n == len(answer.points) - 1:
            at, goal, people, spent = (float(v) for v in row[1:])
            rows.append(
                [
                    limit_words(at, answer.unit, unit).in_(language),
                    digits(goal, 4),
                    digits(people, 4),
                    money(spent, unit, language),
                ]
            )
    count = len(answer.points)
    note = _(
        "{count} breakpoints; curves followed to within {gap}%.",
        count=count,
        gap=digits(100 * answer.gap, 1),
    ).in_(language)
    said = [s.in_(language) for s in answer.sentences]
    terms = _contract(answer).sentence.in_(language)
    return "\n".join([*said, "", *columns(rows), "", note, terms]) + "\n"


def _contract(answer: BudgetCurve) -> Contract:
    return contract("budget_curve" if answer.along is None else "rule_curve")
