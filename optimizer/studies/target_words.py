"""The least money for an outcome, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.base import Text
from optimizer.domain.wording import digits
from optimizer.results.baseline import ABSOLUTE
from optimizer.studies.extra_words import SEEN, both_money
from optimizer.studies.outcome_words import how_many

if TYPE_CHECKING:
    from optimizer.studies.target import Target


def sentences(answer: Target) -> Iterator[Text]:
    """How much money it takes, or that none is enough, and what is given up for it."""
    wanted = how_many(answer.plan.scenario, answer.outcome, answer.at_least, 4)
    if answer.least_money is None:
        yield Text(
            en=f"No budget reaches {wanted.en} under these rules.",
            ko=f"어떤 예산으로도 {wanted.ko} 이상 달성 불가.",
        )
        return
    amount = both_money(answer.least_money, answer.plan)
    more = ("", "") if answer.outcome in ABSOLUTE else (" more than without money", " 추가")
    yield Text(
        en=f"The least money for {wanted.en}{more[0]} is {amount.en}.",
        ko=f"{wanted.ko} 이상{more[1]} 달성에 필요한 최소 예산: {amount.ko}.",
    )
    yield from _free(answer)


def _free(answer: Target) -> Iterator[Text]:
    """Where people are reached by giving up more of the goal than all this money brings."""
    plan = answer.plan
    if answer.outcome in ABSOLUTE or plan.objective is None or plan.baseline is None:
        return
    before, now = plan.baseline.totals.objective, plan.objective
    if before - now > SEEN * max(1.0, before):
        yield Text(
            en="What costs nothing is used for them instead of the goal: it falls to "
            f"{digits(now)}, from {digits(before)} without money.",
            ko="목표값 대신 이 인원에 무상 자원 사용: 목표값 "
            f"{digits(before)}(예산 없는 경우) → {digits(now)}.",
        )
