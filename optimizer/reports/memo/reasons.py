"""Why the plan is as it is and what it rests on: certificate, binding rules, weakest evidence."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import digits, money
from optimizer.formulation.rules.base import title_of
from optimizer.reports.memo.blocks import Block, Bullets, Callout, Heading, Paragraph
from optimizer.reports.memo.figures import share, tongue
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.memo.ledger import weakest_evidence
from optimizer.results.goal_words import loss
from optimizer.results.plan import Plan, lines
from optimizer.studies.evaluate_words import breaches

NOTHING = 1e-6
ACCURACY = 1e-3
"""Weighted people; a smaller proved difference is told as this one."""
LIMITS = 3
"""Rule costs and binding limits told on the first pages; the annex on rules has all of them."""
SWITCHES = 2
"""Switching points told on the first pages."""


def reasons(grounds: Grounds, language: str) -> Iterator[Block]:
    """The certificate, what rules cost, and what more money would be worth."""
    t, plan = tongue(language), grounds.plan
    if grounds.given is not None:
        yield from _comparison(grounds, language)
        return
    yield Heading(t("Why this plan", "선정 사유"))
    costs = tuple(_rule_costs(plan, language))
    limits = [r for r in lines(plan.binding) if r.kind != "capacity"][:LIMITS]
    worth = (
        t(f"{r.title}: {r.sentence}", f"{r.title_ko}: {r.sentence_ko}") for r in limits
    )  # fmt: skip
    yield Bullets((certificate(plan, language), *costs, *worth))


def certificate(plan: Plan, language: str) -> str:
    """What has been proved about the plan, in one sentence."""
    t = tongue(language)
    within = digits(max(plan.proved_within, ACCURACY), 1)
    if plan.whole:
        return t(
            f"Certified: the rules were recomputed independently of the solver. By the solver's "
            f"own bound no plan is better by more than {within} weighted people.",
            f"검증 완료: 모든 규칙을 별도로 재계산함. 계산 프로그램의 상한 기준으로 더 나은 "
            f"배분안과의 차이는 가중 순증 인원 {within}명 이하.",
        )
    return t(
        "Certified: recomputed independently of the solver; under these rules no plan is better "
        f"by more than {within} weighted people.",
        f"검증 완료: 계산 프로그램과 별도로 재계산함. 현 규칙에서 더 나은 배분안과의 차이는 "
        f"가중 순증 인원 {within}명 이하.",
    )


def _rule_costs(plan: Plan, language: str) -> Iterator[str]:
    t = tongue(language)
    costly = [r for r in lines(plan.rules) if r.costs_objective > NOTHING]
    for r in costly[:LIMITS]:  # those that cost most of the goal first
        said = loss(float(r.costs_objective), float(r.costs_people))
        yield t(
            f"The rule “{r.title}” ({r.owner}) {said.en}.",
            f"‘{r.title_ko}’ 규칙({r.owner_ko})으로 {said.ko}.",
        )


def _comparison(grounds: Grounds, language: str) -> Iterator[Block]:
    """A given plan beside the best one: what it leaves, what it breaks, where money would move."""
    t, given = tongue(language), grounds.given
    assert given is not None
    yield Heading(t("Against the best plan", "최적안과 비교"))
    items = [s.in_(language) for s in (*given.sentences, *breaches(given))]
    idle = float(given.moves["idle"].sum())
    if idle > 1e-6 * max(1.0, grounds.plan.budget):
        rest = money(idle, grounds.plan.scenario.money.parsed, language)
        items.append(
            t(f"No activity can use {rest} of the money given.",
              f"배정액 중 사용할 활동이 없는 금액: {rest}.")
        )  # fmt: skip
    yield Bullets((*items, *_moves(grounds, language)))


def _moves(grounds: Grounds, language: str) -> Iterator[str]:
    """What the best plan would move, by programme, largest first."""
    t, plan, given = tongue(language), grounds.plan, grounds.given
    assert given is not None
    unit, known = plan.scenario.money.parsed, plan.scenario.programmes
    change = given.moves.groupby("programme", sort=False)["change"].sum()
    for p, v in sorted(change.items(), key=lambda item: -abs(float(item[1]))):
        if abs(v) > 1e-3 * max(1.0, plan.budget):
            title = title_of(known, str(p)).in_(language)
            sign = "+" if v > 0 else "−"
            amount = f"{title} {sign}{money(abs(v), unit, language)}"
            yield t(f"The best plan changes: {amount}.", f"최적안의 증감: {amount}.")


def rests_on(grounds: Grounds, language: str) -> Iterator[Block]:
    """The weakest evidence first, where the decision flips, and the document's own cautions."""
    t, plan = tongue(language), grounds.plan
    yield Heading(t("What it rests on", "근거와 한계"))
    assumed = share(plan.assumed_share)
    yield Paragraph(
        t(
            f"{assumed} of the net people rest on at least one assumption (grade X).",
            f"순증 인원의 {assumed}가 하나 이상의 가정(X등급)에 근거함.",
        )
    )
    weakest = weakest_evidence(plan, language)
    if weakest.rows:
        yield weakest
    else:
        yield Paragraph(
            t("The numbers of this document are its author's own, without evidence.",
              "본 문서의 수치는 작성자 입력값으로 별도 근거 없음.")
        )  # fmt: skip
    flips = grounds.flips
    if flips.sentences:
        yield Bullets(tuple(s.in_(language) for s in flips.sentences[:SWITCHES]))
    if plan.scenario.cautions:
        cautions = tuple(" ".join(c.in_(language).split()) for c in plan.scenario.cautions)
        yield Callout(t("Read this first", "유의사항"), cautions)
