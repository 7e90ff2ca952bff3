"""A study of uncertainty in words, most important first, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import TYPE_CHECKING

from optimizer.domain.base import Text
from optimizer.domain.wording import digits, percent, reach
from optimizer.formulation.rules.base import title_of
from optimizer.results.plan import lines
from optimizer.studies.draws.precision import Interval

if TYPE_CHECKING:
    from optimizer.studies.uncertainty import UnderUncertainty

SEEN = 0.05
"""People: ends that are known better are told without a margin."""
NOTHING = Text(en="", ko="")
RARE = 5e-3
"""Programmes that lead in a smaller share of the draws are not spoken of."""


def sentences(answer: UnderUncertainty) -> Iterator[Text]:
    """The spread of the outcome, who leads, what the central plan loses, what failed."""
    found = int(answer.outcomes.found.sum())
    if found:
        yield from _spread(answer)
        yield _leads(answer)
        yield from _regret(answer)
    if found < answer.draws.count:
        yield _failed(answer)
    if found and answer.median_gap > 0.0:
        yield _accuracy(answer)
    if found and isnan(answer.median_gap):
        yield Text(
            en="Something is decided in whole numbers; how much finer steps of supply curves could "
            "add is then not certified.",
            ko="정수 결정이 포함되어 공급곡선 단계화 오차의 상한은 검증되지 않음.",
        )
    if answer.outcomes.out_of_order.any():
        yield _out_of_order(answer)


def interval_words(found: Interval, *, kept: bool) -> Text:
    """The ends of a 90% interval under its one name: plan kept, or best again."""
    ends = _ends(found)
    if kept:
        return Text(en=f"plan kept: {ends.en} people", ko=f"배분안 유지: {ends.ko}명")
    return Text(en=f"best again: {ends.en} people", ko=f"매번 최적화: {ends.ko}명")


def _ends(found: Interval) -> Text:
    """Both ends, or the one figure where they read alike."""
    low, high = (digits(v, 2) for v in (found.low, found.high))
    return Text(en=reach(low, high, "en"), ko=reach(low, high, "ko"))


def _constant(found: Interval) -> bool:
    """Whether both ends read alike."""
    return digits(found.low, 2) == digits(found.high, 2)


def _spread(answer: UnderUncertainty) -> Iterator[Text]:
    count = digits(int(answer.outcomes.found.sum()), 9)
    kept, again = answer.interval(), answer.interval(None)
    if kept is not None and _constant(kept):
        ends = _ends(kept)
        yield Text(
            en=f"Plan kept: {ends.en} people more in at least 90% of {count} draws.",
            ko=f"배분안 유지: {count}회 추출의 90% 이상에서 {ends.ko}명 순증.",
        )
    elif kept is not None:
        ends, middle, give = _ends(kept), digits(kept.middle, 2), _give(kept)
        yield Text(
            en=f"Plan kept: {ends.en} people more in 90% of {count} draws, half of them "
            f"above {middle}{give.en}.",
            ko=f"배분안 유지: {count}회 추출의 90%에서 {ends.ko}명 순증, "
            f"중앙값 {middle}명{give.ko}.",
        )
    if again is not None:
        ends, middle = _ends(again), digits(again.middle, 2)
        half = (
            NOTHING
            if _constant(again)
            else Text(en=f", half of them above {middle}", ko=f", 중앙값 {middle}명")
        )
        yield Text(
            en=f"Best again in every draw: {ends.en} people more{half.en}.",
            ko=f"매번 최적화: {ends.ko}명 순증{half.ko}.",
        )


def _give(found: Interval) -> Text:
    """How far other draws might move the ends, where that is known."""
    error = 2.0 * max(found.low_error, found.high_error)
    if isnan(error) or error < SEEN:
        return NOTHING
    said = digits(error, 1)
    return Text(en=f" (ends known to about ±{said})", ko=f"(구간 끝의 오차 약 ±{said}명)")


def _leads(answer: UnderUncertainty) -> Text:
    known = answer.scenario.programmes
    rows = sorted(lines(answer.programmes), key=lambda r: -r.leads)
    parts = [(title_of(known, r.programme), percent(r.leads)) for r in rows if r.leads > RARE]
    if not parts:
        return Text(en="No programme gets any money.", ko="어느 사업에도 배분되지 않음.")
    return Text(
        en="Most of the money goes to " + ", ".join(f"{t.en} in {p}" for t, p in parts)
        + " of the draws.",
        ko="최다 배분 사업의 비율: " + ", ".join(f"{t.ko} {p}" for t, p in parts) + ".",
    )  # fmt: skip


def _regret(answer: UnderUncertainty) -> Iterator[Text]:
    for row in lines(answer.regret):
        share, most = percent(row.mean_share), digits(row.p95, 2)
        name = {"central": Text(en="The central plan", ko="기준값 최적안")}.get(
            row.plan, Text(en=f"'{row.plan}'", ko=f"'{row.plan}'")
        )
        people = digits(row.mean, 2)
        yield Text(
            en=f"{name.en} loses {people} weighted people on average against the best plan of each "
            f"draw ({share} of it), and at most {most} in 95% of them.",
            ko=f"{name.ko}의 평균 후회: 가중 순증 인원 {people}명({share}), "
            f"95%의 추출에서 {most}명 이하.",
        )


def _failed(answer: UnderUncertainty) -> Text:
    count = answer.draws.count
    lost = count - int(answer.outcomes.found.sum())
    share, rules = percent(lost / count), ""
    if len(answer.conflicts):
        rules = str(answer.conflicts["rules"].iloc[0])
    because = f", mostly because these cannot hold together: {rules}" if rules else ""
    reason = f" 주된 충돌 규칙: {rules}." if rules else ""
    return Text(
        en=f"In {share} of the draws ({lost}) no plan obeys all rules{because}.",
        ko=f"추출의 {share}({lost}회)에서 모든 규칙을 지키는 배분안이 없음.{reason}",
    )


def _out_of_order(answer: UnderUncertainty) -> Text:
    share = percent(float(answer.outcomes.out_of_order.mean()))
    return Text(
        en=f"In {share} of the draws a later band is cheaper or yields more than an earlier one, "
        "and is then taken first. Let such numbers move together (uncertainty.groups).",
        ko=f"추출의 {share}에서 뒤 구간이 앞 구간보다 유리하여 먼저 사용됨. "
        "해당 값들을 한 그룹(uncertainty.groups)으로 묶을 것.",
    )


def _accuracy(answer: UnderUncertainty) -> Text:
    middle, most = percent(answer.median_gap), percent(answer.largest_gap)
    return Text(
        en=f"Supply curves are stepped: finer steps could add at most {middle} in the median draw "
        f"and {most} in any (certified).",
        ko=f"공급곡선 단계화 오차의 상한(검증됨): 중앙값 {middle}, 최대 {most}.",
    )
