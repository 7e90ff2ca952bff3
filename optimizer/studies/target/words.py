"""The least money for an outcome, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.wording import digits
from optimizer.i18n import Words, _
from optimizer.results.baseline import ABSOLUTE
from optimizer.studies.extra.words import SEEN, both_money
from optimizer.studies.outcome_words import how_many

if TYPE_CHECKING:
    from optimizer.studies.target.study import Target


def sentences(answer: Target) -> Iterator[Words]:
    """How much money it takes, or that none is enough, and what is given up for it."""
    wanted = how_many(answer.plan.scenario, answer.outcome, answer.at_least, 4)
    if answer.least_money is None:
        yield _("No budget reaches {wanted} under these rules.", wanted=wanted)
        return
    amount = both_money(answer.least_money, answer.plan)
    if answer.outcome in ABSOLUTE:
        yield _("The least money for {wanted} is {amount}.", wanted=wanted, amount=amount)
    else:
        yield _(
            "The least money for {wanted} more than without money is {amount}.",
            wanted=wanted,
            amount=amount,
        )
    yield from _free(answer)


def _free(answer: Target) -> Iterator[Words]:
    """Where people are reached by giving up more of the goal than all this money brings."""
    plan = answer.plan
    if answer.outcome in ABSOLUTE or plan.objective is None or plan.baseline is None:
        return
    before, now = plan.baseline.totals.objective, plan.objective
    if before - now > SEEN * max(1.0, before):
        yield _(
            "What costs nothing is used for them instead of the goal: it falls to "
            "{now}, from {before} without money.",
            now=digits(now),
            before=digits(before),
        )
