"""Questions to one scenario without options: each is a command, and what the desk offers besides.

A new one is its study, with its tables and its page, and one line here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from optimizer.domain.scenario import Scenario
from optimizer.i18n import Message, _
from optimizer.results.shown import Shown
from optimizer.studies.trade_off.study import Payoff, payoff


@dataclass(frozen=True)
class ShortQuestion:
    """A question by the name of its command, in a few words, and the study that answers it."""

    name: str
    title: Message
    ask: Callable[[Scenario], Shown]
    has_panel: bool = False
    """Whether the desk shows it in a panel of its own."""


def _payoff(scenario: Scenario) -> Payoff:
    return payoff(scenario, [*scenario.objective.channels, "spending"])


SHORT_QUESTIONS = (
    ShortQuestion(
        "payoff",
        _("what each outcome can reach, and what is then left of the others"),
        _payoff,
        has_panel=True,
    ),
)
"""Every such question, in the order in which they are offered."""
