"""Pages of one panel under a title."""

from __future__ import annotations

from collections.abc import Callable

from optimizer.api import desk as api
from ui.panels import failures
from ui.panels.panel_parts import page_title
from ui.state.desk import Desk

Panel = Callable[[Desk, api.Plan], None]


def page_of(
    panel: Panel, title: api.Message, plan_of: Callable[[Desk], api.Plan | None] = failures.answered
) -> Callable[[Desk], None]:
    """A page that draws the panel under this title.

    Where `plan_of` finds no plan it has drawn the reason, and nothing follows.
    """

    def render(desk: Desk) -> None:
        plan = plan_of(desk)
        if plan is not None:
            page_title(desk.speech.say(title))
            panel(desk, plan)

    return render
