"""How sure a plan is: its outcome and its money over draws of all uncertain numbers."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import digits, span
from optimizer.formulation.rules.base import title_of
from optimizer.reports.memo.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Picture,
    Row,
    Span,
    Table,
)
from optimizer.reports.memo.figures import about, purse, share, tongue
from optimizer.reports.memo.front import channel_title
from optimizer.reports.memo.grounds import GIVEN, Grounds, Sureness
from optimizer.results.contract import contract
from optimizer.results.plan import Plan, lines
from optimizer.studies.uncertainty import BEST_AGAIN, KEPT


def sureness_annex(grounds: Grounds, language: str) -> Iterator[Block]:
    """The spread of the outcome with the money kept, and of the best plan of each draw."""
    t = tongue(language)
    yield Heading(t("How sure", "불확실성"))
    sure = grounds.sureness
    if sure is None:
        yield Paragraph(
            t("No study of uncertainty stands behind this memo: it was not asked for, no number "
              "has a range, or no draw had a plan.",
              "불확실성 분석 없음(생략, 범위가 있는 수치 없음, 배분안이 있는 추출 없음 중 하나).")
        )  # fmt: skip
        return
    yield Paragraph(_method(sure, language))
    yield _outcomes(grounds.plan, sure, language)
    yield _programmes(sure, language)
    yield _picture(grounds.plan, sure, language)
    yield Bullets((*_regret(sure, language), *_rest(sure, language)))


def _method(sure: Sureness, language: str) -> str:
    t, count = tongue(language), sure.study.draws.count
    numbers = len(sure.study.draws.names)
    kept, again = (contract(f"uncertainty_{one}").sentence for one in (KEPT, BEST_AGAIN))
    return t(
        f"All {numbers} uncertain numbers were drawn together {count} times from their ranges "
        f"(seed {sure.seed}). {kept.en} {again.en}",
        f"불확실한 수치 {numbers}개를 각 범위에서 동시에 {count}회 추출함(난수 초깃값 "
        f"{sure.seed}). {kept.ko} {again.ko}",
    )


def _outcomes(plan: Plan, sure: Sureness, language: str) -> Table:
    t = tongue(language)
    kept = [sure.kept.low, sure.kept.middle, sure.kept.high, plan.totals.net_people]
    rows = [Row((t("Net people, plan kept", "순증 인원(배분안 유지)"), *map(about, kept)))]
    names = {
        "net_people": t("Net people", "순증 인원"),
        "objective": t("Weighted people", "가중 순증 인원"),
    }
    shown = ("net_people", *plan.scenario.objective.channels)
    for r in lines(sure.study.distribution):
        if r.outcome in shown:
            title = names.get(r.outcome, channel_title(r.outcome, language))
            best = t(f"{title}, best again", f"{title}(매번 최적화)")
            rows.append(Row((best, *map(about, (r.p05, r.p50, r.p95, r.central)))))
    return Table(
        t("Net people over the draws, persons", "추출에 따른 순증 인원(단위: 명)"),
        (
            Column(t("Outcome", "지표"), 4.0),
            Column(t("5% point", "5% 지점"), 1.2, True),
            Column(t("Median", "중앙값"), 1.2, True),
            Column(t("95% point", "95% 지점"), 1.2, True),
            Column(t("Central values", "기준값"), 1.4, True),
        ),
        tuple(rows),
    )  # fmt: skip


def _programmes(sure: Sureness, language: str) -> Table:
    t, scenario = tongue(language), sure.study.scenario
    held = purse(scenario, language)
    order = list(scenario.programmes)
    rows = []
    for r in sorted(lines(sure.study.programmes), key=lambda r: order.index(r.programme)):
        title = title_of(scenario.programmes, r.programme).in_(language)
        money = (held.show(v) for v in (r.p05, r.p50, r.p95, r.central))
        rows.append(Row((title, *money, share(r.leads), share(r.funded))))
    return Table(
        t(f"Spending in the best plan of each draw, {held.unit}",
          f"추출별 최적안의 배분액(단위: {held.unit})"),
        (
            Column(t("Programme", "사업"), 2.6),
            Column(t("5% point", "5% 지점"), 1.1, True),
            Column(t("Median", "중앙값"), 1.1, True),
            Column(t("95% point", "95% 지점"), 1.1, True),
            Column(t("Central values", "기준값"), 1.3, True),
            Column(t("Gets most in", "최다 배분"), 1.2, True),
            Column(t("Funded in", "배분"), 1.1, True),
        ),
        tuple(rows),
        (t("The last two columns: share of the draws.", "마지막 두 열은 추출 횟수 대비 비율."),),
    )  # fmt: skip


def _picture(plan: Plan, sure: Sureness, language: str) -> Picture:
    t, held = tongue(language), purse(plan.scenario, language)
    now = plan.allocation.groupby("programme", sort=False)["spending"].sum()
    rows = {r.programme: r for r in lines(sure.study.programmes)}
    spans = []
    for n, p in enumerate(plan.scenario.programmes, start=1):
        low, high = rows[p].p05 / held.size, rows[p].p95 / held.size
        here = float(now[p]) / held.size
        end = span(held.show(rows[p].p05), held.show(rows[p].p95), language)
        title = title_of(plan.scenario.programmes, p).in_(language)
        spans.append(Span(title, f"P{n}", low, high, here, end))
    said = ", ".join(
        t(f"{s.label} {s.end}, this plan {held.show(s.now * held.size)}",
          f"{s.label} {s.end}(본 배분안 {held.show(s.now * held.size)})")
        for s in spans
    )  # fmt: skip
    return Picture(
        tuple(spans),
        t(f"Ranges of the best spending over the draws, {held.unit}: {said}.",
          f"추출별 최적 배분액의 범위(단위: {held.unit}): {said}."),
        t(f"Spending that is best in 90% of the draws, {held.unit}; the diamond is this plan",
          f"추출의 90%에서 최적인 배분액 범위(단위: {held.unit}, 마름모는 본 배분안)"),
    )  # fmt: skip


def _regret(sure: Sureness, language: str) -> Iterator[str]:
    t = tongue(language)
    rows = {r.plan: r for r in lines(sure.study.regret)}
    row = rows.get(GIVEN, rows.get("central"))
    if row is None:
        return
    mean, part, most = digits(row.mean, 2), share(row.mean_share), digits(row.p95, 2)
    yield t(
        f"Against the best plan of each draw this plan loses {mean} weighted people on average "
        f"({part}), and at most {most} in 95% of the draws.",
        f"추출별 최적안 대비 손실은 평균 가중 순증 인원 {mean}명({part}), "
        f"추출의 95%에서 {most}명 이하.",
    )


def _rest(sure: Sureness, language: str) -> Iterator[str]:
    t, study = tongue(language), sure.study
    lost = study.draws.count - int(study.outcomes.found.sum())
    if lost:
        part = share(lost / study.draws.count)
        yield t(
            f"In {lost} draws ({part}) no plan obeys all rules.",
            f"추출 {lost}회({part})에서는 모든 규칙을 지키는 배분안이 없음.",
        )
    yield t("Every best plan of a draw is certified.", "추출별 최적안은 모두 검증됨.")
