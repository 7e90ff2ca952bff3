"""Every answer as text and as plain data: one way for all questions."""

from __future__ import annotations

from typing import Any

from optimizer.reports.render.json import plain
from optimizer.reports.render.text import text
from optimizer.results.answers import data_of, page_of
from optimizer.results.plan import Plan
from optimizer.results.plan_page import plan_page
from optimizer.results.shown import Shown
from optimizer.studies.flips.study import Flips
from optimizer.studies.prices.page import prices_data as _prices_data, prices_page
from optimizer.studies.prices.study import PriceReport


def answer_text(answer: Shown, language: str = "en") -> str:
    """An answer as text: sentences, tables, and what the question moves."""
    return text(page_of(answer), language)


def answer_data(answer: Shown) -> dict[str, Any]:
    """An answer as nested lists and mappings of texts and finite numbers."""
    data: dict[str, Any] = plain(data_of(answer))
    return data


def plan_text(plan: Plan, language: str = "en", *, question: str = "best_plan") -> str:
    """A plan as text; `question` is the one that it answers."""
    return text(plan_page(plan, question=question), language)


def prices_text(report: PriceReport, switching: Flips, language: str = "en") -> str:
    """What limits are worth and where the decision flips."""
    return text(prices_page(report, switching), language)


def prices_data(report: PriceReport, switching: Flips | None) -> dict[str, Any]:
    """The same as plain data; no switching points where none were looked for."""
    data: dict[str, Any] = plain(_prices_data(report, switching))
    return data
