"""Plans for all draws in words: what caution costs and brings, and what foresight is worth."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import TYPE_CHECKING

from optimizer.domain.base import Text
from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.results.plan import lines
from optimizer.studies.draws.fresh import STANDS_OUT

if TYPE_CHECKING:
    from optimizer.studies.robust import Robust

NAMES = {
    "central": Text(en="Best at the central values", ko="기준값 최적안"),
    "mean": Text(en="Best on average", ko="평균 최적안"),
    "cvar": Text(en="Best in the worst draws", ko="최악 구간 최적안"),
    "regret": Text(en="Least largest regret", ko="최대 후회 최소안"),
    "gamma": Text(en="Guarded against bad turns", ko="악재 대비안"),
}
"""What each plan is called."""
SAME = 1e-6
"""Relative difference within which two plans count as equally good."""


def sentences(answer: Robust) -> Iterator[Text]:
    """What was decided when, the chosen plan, its difference to the central one, information."""
    yield Text(
        en="Money by programme and year is fixed now; units, places and people adapt once the "
        "numbers are known.",
        ko="사업별·연도별 금액은 지금 확정, 단위 수·자리·인원은 수치 확인 후 조정.",
    )
    if not answer.found:
        yield Text(
            en="No plan serves all draws under these rules.",
            ko="모든 추출에서 규칙을 지키는 안이 없음.",
        )
        return
    yield from _made_for(answer)
    yield _chosen(answer)
    yield from _elsewhere(answer)
    yield from _difference(answer)
    yield from _overfitted(answer)
    yield from _information(answer)
    yield from _guard(answer)


def _chosen(answer: Robust) -> Text:
    name, plan = NAMES[str(answer.criterion)], answer.chosen or {}
    unit, known = answer.scenario.money.parsed, answer.scenario.programmes
    sums = {p: sum(m for (q, _), m in plan.items() if q == p) for p in known}
    parts = [(title_of(known, p), m) for p, m in sorted(sums.items(), key=lambda i: -i[1]) if m > 0]
    said = Text(
        en=", ".join(f"{t.en} {money(m, unit, 'en')}" for t, m in parts),
        ko=", ".join(f"{t.ko} {money(m, unit, 'ko')}" for t, m in parts),
    )
    return Text(en=f"{name.en}: {said.en}.", ko=f"{name.ko}: {said.ko}.")


def _made_for(answer: Robust) -> Iterator[Text]:
    if not len(answer.plans):
        return
    searched, fresh = digits(answer.draws.count, 9), digits(answer.fresh, 9)
    yield Text(
        en="The plans for the average, the worst draws and the largest regret are each the best by "
        f"their own measure in the {searched} draws they were made for; {fresh} fresh draws then "
        "judge all plans.",
        ko=f"평균·최악 구간·최대 후회 기준 안은 작성에 쓴 추출 {searched}회에서 각 기준으로 가장 "
        f"우수함. 이후 새 추출 {fresh}회로 모두 평가함.",
    )


_MEASURES = {
    "mean": Text(en="average", ko="평균"),
    "cvar": Text(en="mean of the worst draws", ko="최악 구간 평균"),
    "regret": Text(en="largest regret", ko="최대 후회"),
}


def _elsewhere(answer: Robust) -> Iterator[Text]:
    """Where another plan does better by the same measure in fresh draws, that is told."""
    way = str(answer.criterion)
    if way not in _MEASURES:
        return
    column = {"mean": "fresh_mean", "cvar": "fresh_worst_5", "regret": "fresh_regret"}[way]
    sign = -1.0 if way == "regret" else 1.0
    known = {row.plan: float(getattr(row, column)) for row in lines(answer.plans)}
    first = max(known, key=lambda plan: sign * known[plan], default=way)
    if way not in known or sign * (known[first] - known[way]) <= SAME * max(1.0, abs(known[way])):
        return
    better, own = digits(known[first]), digits(known[way])
    name, what = NAMES[first], _MEASURES[way]
    yield Text(
        en=f"In the fresh draws another plan does better by that measure: “{name.en}”, with "
        f"{what.en} {better} against {own}.",
        ko=f"새 추출에서는 같은 기준으로 ‘{name.ko}’이 더 우수함({what.ko} {better}, 이 안 {own}).",
    )


def _difference(answer: Robust) -> Iterator[Text]:
    row = next((r for r in lines(answer.plans) if r.plan == str(answer.criterion)), None)
    if row is None or row.mean_gain != row.mean_gain:
        return
    count, tail = digits(answer.fresh, 9), percent(1.0 - answer.caution.level)
    for gain, error, what in (
        (row.mean_gain, row.mean_error, Text(en="on average", ko="에서 평균적으로")),
        (
            row.worst_5_gain,
            row.worst_5_error,
            Text(en=f"in the worst {tail}", ko=f" 중 최악 {tail}에서"),
        ),
    ):
        size, noise = digits(abs(gain), 2), digits(error, 1)
        if abs(gain) <= max(STANDS_OUT * error, 1e-9):
            yield Text(
                en=f"In {count} fresh draws it cannot be told from the plan for the central "
                f"values {what.en} ({size} of the goal, standard error {noise}).",
                ko=f"새 추출 {count}회{what.ko} 기준값 최적안과의 차이는 잡음과 구별되지 "
                f"않음(목표값 {size}, 표준오차 {noise}).",
            )
            continue
        yield Text(
            en=f"In {count} fresh draws it {'gains' if gain > 0 else 'loses'} {size} of the goal "
            f"{what.en} against the plan for the central values (standard error {noise}).",
            ko=f"새 추출 {count}회{what.ko} 기준값 최적안 대비 목표값 "
            f"{'+' if gain > 0 else '−'}{size}(표준오차 {noise}).",
        )


def _overfitted(answer: Robust) -> Iterator[Text]:
    """A plan made for a few bad draws that does worse in other bad draws."""
    row = next((r for r in lines(answer.plans) if r.plan == str(answer.criterion)), None)
    if row is None or answer.criterion != "cvar" or not row.worst_5_gain < -row.worst_5_error:
        return
    tail = (1.0 - answer.caution.level) * answer.draws.count
    few = digits(max(1.0, tail), 3)
    yield Text(
        en=f"It was made for the worst {few} of {digits(answer.draws.count, 9)} draws and does "
        "not hold up in others; ask for more draws before relying on it.",
        ko=f"추출 {digits(answer.draws.count, 9)}회 중 최악 {few}회에 맞춘 안이라 다른 추출에서는 "
        "효과가 유지되지 않음. 추출 횟수를 늘려 재검토 필요.",
    )


def _information(answer: Robust) -> Iterator[Text]:
    worth = answer.information
    if worth is None or not isfinite(worth.evpi):
        return
    evpi = digits(max(0.0, worth.evpi), 2)
    yield Text(
        en=f"Knowing the numbers beforehand would be worth {evpi} of the goal (EVPI).",
        ko=f"사전에 수치를 알 때의 가치(EVPI): 목표값 {evpi}.",
    )
    if not isfinite(worth.vss):
        yield Text(
            en="The plan for the mean of all numbers fails in some draws.",
            ko="평균값으로 세운 안은 일부 추출에서 성립하지 않음.",
        )
        return
    vss = digits(max(0.0, worth.vss), 2)
    yield Text(
        en=f"Planning for all draws instead of the mean of all numbers is worth {vss} (VSS).",
        ko=f"평균값 대신 모든 추출을 고려해 계획할 때의 가치(VSS): {vss}.",
    )


def _guard(answer: Robust) -> Iterator[Text]:
    known, gamma = answer.guarded, digits(answer.caution.gamma, 3)
    if known.guaranteed is None or known.price is None:
        yield Text(
            en=f"No plan fixed in full now holds when {gamma} numbers turn out badly.",
            ko=f"수치 {gamma}개가 불리할 때 성립하는 사전 확정안은 없음.",
        )
        return
    sure, price = digits(known.guaranteed, 2), digits(known.price, 2)
    yield Text(
        en=f"Fixing units and people now as well, {sure} of the goal are certain in any case "
        f"in which up to {gamma} numbers turn out badly in each rule; the price of that certainty "
        f"is {price}.",
        ko=f"단위 수와 인원까지 지금 확정하면 규칙마다 수치 {gamma}개까지 불리해도 "
        f"목표값 {sure} 보장(대신 {price} 감소).",
    )
