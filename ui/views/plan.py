"""The plan: the answer first, then where the money goes, who comes of it, what holds it back."""

from __future__ import annotations

from ui.panels import evidence, flow, headline, holds, money, people, trouble
from ui.session import Desk

TITLE = "view_plan"


def render(desk: Desk) -> None:
    """Draws the page."""
    trouble.ignored(desk)
    plan = desk.plan
    if plan is None:
        trouble.invalid(desk)
        return
    if not plan.found:
        trouble.no_plan(desk, plan)
        return
    headline.render(desk, plan)
    if plan.spent > 0:
        flow.render(desk, plan)
        money.render(desk, plan)
    holds.render(desk, plan)
    if plan.spent > 0:
        people.render(desk, plan)
        evidence.render(desk, plan)
