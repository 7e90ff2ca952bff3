"""What additional money yields, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.base import Text
from optimizer.domain.wording import digits, money
from optimizer.results.plan import Plan
from optimizer.studies.evaluate_words import FEWER_HEADS

if TYPE_CHECKING:
    from optimizer.studies.extra import Extra

SEEN = 1e-6
"""Money below this share of all spending is not spoken of."""


def sentences(answer: Extra) -> Iterator[Text]:
    """What additional money adds to the goal and to people, and what of it finds no use."""
    if answer.gain is None or answer.net_people is None:
        return
    amount = both_money(answer.amount, answer.before)
    yield Text(
        en=f"{amount.en} more adds {digits(answer.gain)} to the goal.",
        ko=f"추가 {amount.ko}에 따른 목표값 변화: {_signed(answer.gain)}.",
    )
    yield Text(
        en=f"Net people: {_signed(answer.net_people)}.",
        ko=f"순증 인원 변화: {_signed(answer.net_people)}명.",
    )
    if answer.gain > 0 and answer.net_people < 0:
        yield FEWER_HEADS
    if answer.lifted:
        years = ", ".join(map(str, answer.lifted))
        yield Text(
            en=f"Lifted by the same amount: the limit of {years}.",
            ko=f"같은 금액만큼 올린 연도별 한도: {years}년.",
        )
    if answer.unspent > SEEN * max(1.0, answer.after.spent):
        left = both_money(answer.unspent, answer.before)
        yield Text(
            en=f"Of this, {left.en} finds no use under the rules.",
            ko=f"규칙상 쓸 곳이 없는 금액: {left.ko}.",
        )


def _signed(value: float) -> str:
    text = digits(value)
    return f"+{text}" if value > 0 and text != "0" else text


def both_money(value: float, plan: Plan) -> Text:
    """Money of a plan's scenario in words."""
    unit = plan.scenario.money.parsed
    return Text(en=money(value, unit, "en"), ko=money(value, unit, "ko"))
