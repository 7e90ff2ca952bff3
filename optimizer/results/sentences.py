"""The plan in words, most important first, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from optimizer.domain.base import Text
from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.results.goal_words import loss, worth_in_goal
from optimizer.results.plan import Plan, lines

NOTHING = 1e-9
SHOWS = 0.005
"""Share of all people from which on those of the baseline are spoken of."""


def with_sentences(plan: Plan) -> Plan:
    """The plan with its sentences; without a plan, one sentence that says why."""
    return replace(plan, sentences=tuple(_sentences(plan) if plan.found else why_not(plan)))


def why_not(plan: Plan) -> Iterator[Text]:
    """Why there is no plan."""
    yield {
        "infeasible": Text(
            en="These rules cannot hold together; no plan obeys all of them.",
            ko="규칙들이 함께 성립할 수 없어 배분안이 없음.",
        ),
        "stopped": Text(
            en="The search was stopped before the best plan was proved.",
            ko="최적 배분안이 증명되기 전에 계산이 중단됨.",
        ),
        "unbounded": Text(
            en="Nothing limits the people: some activity costs nothing and has no limit.",
            ko="인원을 제한하는 요인이 없음: 비용과 한도가 없는 활동이 있음.",
        ),
    }.get(
        str(plan.status),
        Text(
            en="No plan passed its certificate; nothing is shown as best.",
            ko="검증을 통과한 배분안이 없어 결과를 표시하지 않음.",
        ),
    )


def _sentences(plan: Plan) -> Iterator[Text]:
    yield _headline(plan)
    if plan.totals.net_people > NOTHING:
        yield _channels(plan)
    yield from _baseline(plan)
    if plan.spent > NOTHING:
        yield _largest(plan)
    if plan.unspent > 1e-6 * max(1.0, plan.budget):
        yield _unspent(plan)
    if plan.liability > 1e-6 * max(1.0, plan.budget):
        yield _liability(plan)
    yield from _rule_costs(plan)
    yield from plan.near_ties
    if plan.whole:
        yield _whole(plan)
    if plan.totals.net_people > NOTHING:
        yield _assumptions(plan)


def _headline(plan: Plan) -> Text:
    people, unit = digits(plan.totals.net_people, 2), plan.scenario.money.parsed
    last, goal = plan.scenario.years.last, worth_in_goal(plan)
    worth = Text(en="", ko="") if goal is None else Text(en=f", {goal.en}", ko=f"({goal.ko})")
    return Text(
        en=f"{people} additional people by {last} for {money(plan.spent, unit, 'en')}{worth.en}.",
        ko=f"{money(plan.spent, unit, 'ko')} 투입, {last}년까지 인재 {people}명 순증{worth.ko}.",
    )


def _baseline(plan: Plan) -> Iterator[Text]:
    """Who comes or stays without this budget, where that would show in the headline."""
    before = 0.0 if plan.baseline is None else plan.baseline.net_people
    if before > SHOWS * max(plan.everyone.net_people, NOTHING):
        count = digits(before, 2)
        yield Text(
            en=f"Without this budget {count} would come or stay; they are not counted.",
            ko=f"예산 없이도 {count}명 순증(위 인원에 미포함).",
        )


def _channels(plan: Plan) -> Text:
    by, unit = plan.totals.by_channel, plan.scenario.money.parsed
    names = {"retained": "잔류", "attracted": "유치"}
    parts = [(c, digits(n, 2)) for c, n in by.items()]
    cost = plan.totals.cost_per_net_person
    each = ("", "") if cost is None else (
        f", {money(cost, unit, 'en', 2)} each", f", 1인당 {money(cost, unit, 'ko', 2)}"
    )  # fmt: skip
    return Text(
        en=", ".join(f"{n} {c}" for c, n in parts) + each[0] + ".",
        ko=", ".join(f"{names.get(c, c)} {n}명" for c, n in parts) + each[1] + ".",
    )


def _largest(plan: Plan) -> Text:
    shares = plan.allocation.groupby("programme", sort=False)["share"].sum()
    name = str(shares.idxmax())
    title, share = title_of(plan.scenario.programmes, name), percent(float(shares.max()))
    return Text(
        en=f"Most of the money, {share}, goes to {title.en}."
        if shares.max() > 0.5
        else f"The largest share, {share}, goes to {title.en}.",
        ko=f"{title.ko} 비중이 {share}로 가장 큼.",
    )


def _liability(plan: Plan) -> Text:
    unit, last = plan.scenario.money.parsed, plan.scenario.years.last
    due = Text(en=money(plan.liability, unit, "en"), ko=money(plan.liability, unit, "ko"))
    return Text(
        en=f"{due.en} more falls due after {last}: committed now, but not part of this budget.",
        ko=f"{last}년 이후 지급할 약정액 {due.ko}(본 예산에 미포함).",
    )


def _unspent(plan: Plan) -> Text:
    unit = plan.scenario.money.parsed
    blocking = [
        (str(r.title), str(r.title_ko))
        for r in lines(plan.binding)
        if r.kind != "total_budget" and r.price_up > NOTHING
    ][:3]
    en = f"{money(plan.unspent, unit, 'en')} stays unspent"
    ko = f"{money(plan.unspent, unit, 'ko')} 미집행"
    if blocking:
        en += ", held back by " + "; ".join(b[0] for b in blocking)
        ko += ": " + ", ".join(b[1] for b in blocking)
    else:
        en += ": spending it would add nothing to the goal under these rules"
        ko += ": 현 규칙에서는 더 써도 목표값이 늘지 않음"
    return Text(en=en + ".", ko=ko + ".")


def _rule_costs(plan: Plan) -> Iterator[Text]:
    costly = [r for r in lines(plan.rules) if r.costs_objective > 1e-6]
    for r in sorted(costly, key=lambda r: -float(r.costs_objective))[:4]:
        said = loss(float(r.costs_objective), float(r.costs_people))
        yield Text(en=f"“{r.title}” {said.en}.", ko=f"‘{r.title_ko}’ 규칙으로 {said.ko}.")


def _whole(plan: Plan) -> Text:
    within = digits(max(plan.proved_within, 1e-6), 1)
    return Text(
        en="Some decisions are whole numbers: found by search, "
        f"proved within {within} weighted people of the best.",
        ko="정수 결정이 있어 탐색으로 구함. "
        f"최적과의 차이는 가중 순증 인원 {within}명 이하로 증명됨.",
    )


def _assumptions(plan: Plan) -> Text:
    share = percent(plan.assumed_share)
    return Text(
        en=f"{share} of these people rest on at least one assumption (grade X).",
        ko=f"이 인원의 {share}는 하나 이상의 가정(X등급)에 근거함.",
    )
