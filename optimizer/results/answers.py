"""What every answer can be asked for: its page and its data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from optimizer.results.conflict import ConflictAnswer
from optimizer.results.conflict_page import conflict_data, conflict_page
from optimizer.results.data import plan_data
from optimizer.results.page import Page
from optimizer.results.plan import Plan
from optimizer.results.plan_page import plan_page
from optimizer.results.shown import Shown


def page_of(answer: Shown) -> Page:
    """An answer laid out, to be rendered in any form and language."""
    if isinstance(answer, Plan):
        return plan_page(answer)
    return conflict_page(answer) if isinstance(answer, ConflictAnswer) else answer.page()


def data_of(answer: Shown) -> Mapping[str, Any]:
    """An answer as mappings of words, tables and figures, under the names that data promise."""
    if isinstance(answer, Plan):
        return plan_data(answer)
    return conflict_data(answer) if isinstance(answer, ConflictAnswer) else answer.data()
