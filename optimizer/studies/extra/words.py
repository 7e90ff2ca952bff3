"""What additional money yields, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.wording import digits, money
from optimizer.i18n import Words, _, rendered
from optimizer.results.plan import Plan
from optimizer.studies.evaluate.words import FEWER_HEADS

if TYPE_CHECKING:
    from optimizer.studies.extra.study import Extra

SEEN = 1e-6
"""Money below this share of all spending is not spoken of."""


def sentences(answer: Extra) -> Iterator[Words]:
    """What additional money adds to the goal and to people, and what of it finds no use."""
    if answer.gain is None or answer.net_people is None:
        return
    amount = both_money(answer.amount, answer.before)
    yield _(
        "{amount} more adds {gain} to the goal.",
        amount=amount,
        gain=digits(answer.gain),
        signed=_signed(answer.gain),
    )
    yield _("Net people: {signed}.", signed=_signed(answer.net_people))
    if answer.gain > 0 and answer.net_people < 0:
        yield FEWER_HEADS
    if answer.lifted:
        years = ", ".join(map(str, answer.lifted))
        yield _("Lifted by the same amount: the limit of {years}.", years=years)
    if answer.unspent > SEEN * max(1.0, answer.after.spent):
        left = both_money(answer.unspent, answer.before)
        yield _("Of this, {left} finds no use under the rules.", left=left)


def _signed(value: float) -> str:
    text = digits(value)
    return f"+{text}" if value > 0 and text != "0" else text


def both_money(value: float, plan: Plan) -> Words:
    """Money of a plan's scenario in words."""
    unit = plan.scenario.money.parsed
    return rendered(money, value, unit)
