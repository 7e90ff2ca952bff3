"""A given plan beside the best one in words: the goal with the goal, heads with heads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.base import Text
from optimizer.domain.wording import digits
from optimizer.formulation.limit_words import limit_words
from optimizer.results.plan import lines

if TYPE_CHECKING:
    from optimizer.studies.evaluate import Evaluation

SAME = 1e-6
"""Share of the goal, or of people, within which two plans count as equal."""
FEWER_HEADS = Text(
    en="Fewer people make a larger goal here, because of the weights of tiers, channels and years.",
    ko="등급·경로·연도별 가중치에 따라 인원은 줄어도 목표값은 커짐.",
)
"""Why heads fall while the goal rises."""


def sentences(answer: Evaluation) -> Iterator[Text]:
    """The goal, then heads, of a given plan, each beside those of the best plan.

    A plan that breaks rules is not measured against the best one as if it were one of its kind.
    """
    if not answer.plan.found:
        return
    yield from _rules(answer)
    yield from beside_best(answer)


def beside_best(answer: Evaluation) -> Iterator[Text]:
    """The goal, then heads, each beside those of the best plan."""
    yield _beside(answer, _GOAL, answer.plan.objective or 0.0, answer.best.objective)
    best = answer.best.totals.net_people if answer.best.found else None
    yield _beside(answer, _HEADS, answer.plan.totals.net_people, best)
    left = answer.left_on_the_table
    if left is None:
        yield Text(
            en="There is no best plan to compare with: the rules cannot hold together.",
            ko="규칙들이 함께 성립할 수 없어 비교 대상 최적안이 없음.",
        )
    elif left * answer.people_left < 0 and abs(left) > SAME and abs(answer.people_left) > SAME:
        yield FEWER_HEADS


_GOAL = (Text(en="Goal", ko="목표값"), "")
_HEADS = (Text(en="Net people", ko="순증 인원"), "명")


def _beside(answer: Evaluation, what: tuple[Text, str], mine: float, best: float | None) -> Text:
    name, unit = what
    here = digits(mine)
    if best is None:
        return Text(en=f"{name.en}: {here}.", ko=f"{name.ko}: {here}{unit}.")
    there, gap = digits(best), digits(abs(best - mine))
    kind = Text(en="the best plan", ko="최적안")
    if not answer.obeys:
        kind = Text(en="the best plan that keeps every rule", ko="모든 규칙을 지키는 최적안")
    if abs(best - mine) <= SAME * max(1.0, abs(best)):
        return Text(
            en=f"{name.en}: {here}, as {kind.en}.", ko=f"{name.ko}: {here}{unit}({kind.ko}과 같음)."
        )
    more = best > mine
    return Text(
        en=f"{name.en}: {here}; {kind.en} has {there}, {gap} {'more' if more else 'less'}.",
        ko=f"{name.ko}: {here}{unit}({kind.ko} {there}{unit}, 차이 {'+' if more else '−'}{gap}).",
    )


def breaches(answer: Evaluation) -> Iterator[Text]:
    """Each rule that the plan breaks, with its limit, what the plan has, and the difference."""
    purse = answer.plan.scenario.money.parsed
    for row in lines(answer.broken):
        unit = Text(en=row.unit, ko=row.unit_ko)
        limit, actual, gap = (
            limit_words(v, unit, purse, 4) for v in (row.limit, row.actual, row.missed_by)
        )
        yield Text(
            en=f"Breaks “{row.title}”: {actual.en}, the limit is {limit.en} (off by {gap.en}).",
            ko=f"‘{row.title_ko}’ 위반: {actual.ko}(한도 {limit.ko}, 차이 {gap.ko}).",
        )


def _rules(answer: Evaluation) -> Iterator[Text]:
    count = answer.broken["rule"].nunique()
    if count:
        yield Text(
            en=f"This plan breaks {count} rule{'' if count == 1 else 's'}, so that it may not be "
            "carried out as it stands.",
            ko=f"규칙 {count}건을 위반하므로 이대로는 시행 불가.",
        )
