"""Prices, levers and switching points as plain data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.wording import digits, percent, span
from optimizer.formulation.uncertain import uncertain_numbers
from optimizer.i18n import _
from optimizer.reports.in_languages import heads, in_all
from optimizer.reports.plain import records, worth_data
from optimizer.reports.text import columns, plan_text
from optimizer.results.columns import cell
from optimizer.results.contract import contract
from optimizer.studies.flips.study import Flips
from optimizer.studies.prices.study import PriceReport

QUESTIONS = ("budget_worth", "rule_worth", "switching")
"""What is asked here, in the order in which it is answered."""
SHOWN = 12
"""Numbers in the printed table of switching points; `--json` carries all of them."""

_SWITCHING = (_("Number"), _("Grade"), _("Now"), _("Range"), _("Money that moves"), _("Switch at"))


def prices_data(report: PriceReport, switching: Flips | None) -> dict[str, Any]:
    """Everything as nested plain data; no switching points where none were looked for."""
    scenario = report.plan.scenario
    said = (*report.sentences, *(switching.sentences if switching else ()))
    return {
        "scenario": {"id": scenario.id, "fingerprint": scenario.fingerprint},
        "status": str(report.plan.status),
        "money_unit": scenario.money.unit,
        "budget_worth": worth_data(report.plan),
        "holds": contract("rule_worth").data,
        "binding": records(report.plan.binding),
        "rules": records(report.plan.rules),
        "limits": records(report.limits),
        "levers": records(report.levers),
        "switching": records(switching.points) if switching else [],
        "sentences": [in_all(s) for s in said],
    }


def prices_text(report: PriceReport, switching: Flips, language: str = "en") -> str:
    """What each limit is worth, which lever helps most, and where the decision flips."""
    if not report.plan.found:
        return plan_text(report.plan, language)
    return "\n".join(_lines(report, switching, language)) + "\n"


def _lines(report: PriceReport, switching: Flips, language: str) -> Iterator[str]:
    if report.sentences:
        yield _("What a realistic step gains, most first").in_(language)
        yield from (f"- {s.in_(language)}" for s in report.sentences)
        yield ""
    yield _("What each limit is worth").in_(language)
    for row in report.plan.binding.itertuples():
        yield f"- {cell(row, 'title').in_(language)}: {cell(row, 'sentence').in_(language)}"
    yield ""
    yield _("Where the decision flips").in_(language)
    if not uncertain_numbers(report.plan.scenario):
        yield "- " + _("No number of the document has a range.").in_(language)
    yield from (f"- {s.in_(language)}" for s in switching.sentences)
    if len(switching.points):
        yield ""
        yield from columns(_table(switching, language))
    yield ""
    yield from (contract(q).sentence.in_(language) for q in QUESTIONS)


def _table(switching: Flips, language: str) -> list[list[str]]:
    rows = [heads(_SWITCHING, language)]
    for row in switching.points.head(SHOWN).itertuples():
        moved = max(float(row.moved_at_low), float(row.moved_at_high))  # type: ignore[arg-type]
        switch = float(row.switch)  # type: ignore[arg-type]
        rows.append([
            cell(row, "title").in_(language), str(row.grade),
            digits(float(row.now)),  # type: ignore[arg-type]
            span(digits(float(row.low)), digits(float(row.high)), language),  # type: ignore[arg-type]
            percent(moved), "–" if switch != switch else digits(switch),
        ])  # fmt: skip
    return rows
