"""After every solve a short battery of checks: does the plan deserve the trust it will get?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from optimizer.domain.base import Text
from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.inputs.evidence import load_evidence
from optimizer.results.plan import Plan

LEANING = 0.3
"""Share of the net people resting on assumptions above which a plan is to be looked at."""
NARROW = 0.01
"""A price that holds for less than this share of its limit is to be looked at."""


class Verdict(StrEnum):
    """Outcome of one check."""

    PASS = "pass"
    LOOK = "look"
    FAIL = "fail"


@dataclass(frozen=True)
class Review:
    """One check of a plan: what was found and what to do about it."""

    key: str
    verdict: Verdict
    finding: Text
    advice: Text


def review(plan: Plan) -> tuple[Review, ...]:
    """Every check of REVIEWS on a plan; nothing for a scenario that has no plan.

    Example:
        >>> from optimizer import api as tb
        >>> checks = tb.review(tb.solve(tb.example()))
        >>> [(check.key, str(check.verdict)) for check in checks][:3]
        [('certificate', 'pass'), ('assumptions', 'look'), ('unspent', 'pass')]
    """
    return tuple(one(plan) for one in REVIEWS) if plan.found else ()


def certified(plan: Plan) -> Review:
    """The solver's answer was checked independently."""
    certificate = plan.solution.certificate
    good = certificate is not None and certificate.passed
    room = digits(max(plan.proved_within, 1e-6), 1)
    return Review(
        "certificate",
        Verdict.PASS if good else Verdict.FAIL,
        Text(
            en=f"Checked independently of the solver; no plan is better by more than {room}.",
            ko=f"계산 프로그램과 별도로 검증함. 더 나은 배분안과의 차이는 {room} 이하.",
        )
        if good
        else Text(en="The independent check failed.", ko="독립 검증에 실패함."),
        Text(en="Nothing to do.", ko="조치 불필요.")
        if good
        else Text(
            en="Do not use this plan; report the document.", ko="사용하지 말고 문서를 제보할 것."
        ),
    )


def leans_on_assumptions(plan: Plan) -> Review:
    """How much of the outcome nobody has measured."""
    share = plan.assumed_share
    look = share > LEANING
    return Review(
        "assumptions",
        Verdict.LOOK if look else Verdict.PASS,
        Text(
            en=f"{percent(share)} of the net people rest on at least one assumption (grade X).",
            ko=f"순증 인원의 {percent(share)}가 하나 이상의 가정(X등급)에 근거함.",
        ),
        Text(
            en="Show the range, not only the number, and see where the decision flips.",
            ko="단일 수치가 아닌 범위로 제시하고, 결론이 바뀌는 지점을 확인할 것.",
        )
        if look
        else Text(en="Nothing to do.", ko="조치 불필요."),
    )


def money_unspent(plan: Plan) -> Review:
    """Money that the plan does not use."""
    idle = plan.unspent > 1e-6 * max(1.0, plan.budget)
    unit, worth = plan.scenario.money.parsed, plan.budget_worth
    vain = worth is not None and not plan.whole and worth.up <= 1e-9
    return Review(
        "unspent",
        Verdict.LOOK if idle else Verdict.PASS,
        Text(
            en=f"{money(plan.unspent, unit, 'en')} stays unspent.",
            ko=f"{money(plan.unspent, unit, 'ko')} 미집행.",
        )
        if idle
        else Text(en="The whole budget is used.", ko="예산을 모두 사용함."),
        Text(
            en="See what holds the plan back" + ("; more money would not help." if vain else "."),
            ko="제약 요인을 확인할 것." + (" 예산을 늘려도 효과 없음." if vain else ""),
        )
        if idle
        else Text(en="Nothing to do.", ko="조치 불필요."),
    )


def prices_hold_far_enough(plan: Plan) -> Review:
    """Whether 'one more 억 is worth …' holds for more than a hair."""
    narrow = [
        r
        for r in plan.binding.itertuples()
        if r.kind != "capacity"
        and abs(float(r.rhs)) > 0  # type: ignore[arg-type]
        and _reach(float(r.rhs), float(r.holds_from), float(r.holds_to)) < NARROW  # type: ignore[arg-type]
    ]
    return Review(
        "price_ranges",
        Verdict.LOOK if narrow else Verdict.PASS,
        Text(
            en="Prices that hold only for a very small change: "
            + "; ".join(str(r.title) for r in narrow)
            + ".",
            ko="아주 작은 변경에만 유효한 한계가치: "
            + ", ".join(str(r.title_ko) for r in narrow)
            + ".",
        )
        if narrow
        else Text(en="Prices hold over useful ranges.", ko="한계가치의 유효 범위가 충분함."),
        Text(
            en="Change the limit itself and solve again instead of multiplying the price.",
            ko="한계가치를 곱하지 말고 한도를 바꿔 다시 계산할 것.",
        )
        if narrow
        else Text(en="Nothing to do.", ko="조치 불필요."),
    )


def _reach(rhs: float, low: float, high: float) -> float:
    sides = [abs(end - rhs) for end in (low, high) if isfinite(end)]
    return max(sides, default=1.0) / abs(rhs)


def one_programme_takes_all(plan: Plan) -> Review:
    """Whether the plan puts nearly everything on one card."""
    shares = plan.allocation.groupby("programme", sort=False)["share"].sum()
    share = float(shares.max()) if len(shares) else 0.0
    look = share > 0.9 and len(shares) > 1
    title = (
        title_of(plan.scenario.programmes, str(shares.idxmax()))
        if len(shares)
        else Text(en="", ko="")
    )
    return Review(
        "concentration",
        Verdict.LOOK if look else Verdict.PASS,
        Text(
            en=f"{title.en} gets {percent(share)} of the money.",
            ko=f"{title.ko} 비중 {percent(share)}.",
        ),
        Text(
            en="One number decides this; see how far it may move before the plan changes.",
            ko="하나의 수치가 결론을 좌우함. 그 수치의 허용 범위를 확인할 것.",
        )
        if look
        else Text(en="Nothing to do.", ko="조치 불필요."),
    )


def nothing_else_is_as_good(plan: Plan) -> Review:
    """Whether quite another plan would be next to as good."""
    ties = plan.near_ties
    return Review(
        "near_ties",
        Verdict.LOOK if ties else Verdict.PASS,
        Text(en=" ".join(t.en for t in ties), ko=" ".join(t.ko for t in ties))
        if ties
        else Text(
            en="No programme's money can change much without a loss.",
            ko="손실 없이 배분을 크게 바꿀 수 있는 사업 없음.",
        ),
        Text(
            en="Choose among the near ties by what the model leaves out.",
            ko="거의 동등한 배분안 중 모형 밖의 요소로 선택할 것.",
        )
        if ties
        else Text(en="Nothing to do.", ko="조치 불필요."),
    )


def within_orders_of_magnitude(plan: Plan) -> Review:
    """Whether the outcome is of the size the country's flows allow."""
    years = len(plan.scenario.years.all)
    flow = yearly_net_flow(plan.scenario.country)
    people = plan.totals.net_people
    look = flow is not None and people > flow * years
    return Review(
        "orders_of_magnitude",
        Verdict.LOOK if look else Verdict.PASS,
        Text(
            en=f"{digits(people, 2)} net people against a yearly net flow of about {digits(flow)} "
            f"for {years} years.",
            ko=f"순증 인원 {digits(people, 2)}명, "
            f"연간 순유출 약 {digits(flow)}명 × {years}년과 비교.",
        )
        if flow is not None
        else Text(en="No published flow to compare with.", ko="비교할 공표 유출입 통계 없음."),
        Text(
            en="The plan promises more people than leave; check yields and pools before use.",
            ko="순증 인원이 유출 규모를 초과함. 순효과와 대상 인력을 재점검할 것.",
        )
        if look
        else Text(en="Nothing to do.", ko="조치 불필요."),
    )


def yearly_net_flow(country: str | None) -> float | None:
    """Net flow of AI talent of a country [persons a year], from the evidence; None if unknown."""
    found = load_evidence().parameters.get("bas_net_heads")
    if found is None or found.value is None or found.scope[:3] != country:
        return None
    return abs(found.value)


REVIEWS: tuple[Callable[[Plan], Review], ...] = (
    certified,
    leans_on_assumptions,
    money_unspent,
    prices_hold_far_enough,
    nothing_else_is_as_good,
    one_programme_takes_all,
    within_orders_of_magnitude,
)
