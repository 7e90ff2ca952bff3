"""Alternatives at a small loss, and what would change the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from optimizer.domain.wording import span
from optimizer.formulation.rules.base import title_of
from optimizer.reports.memo.blocks import (
    Block,
    Bullets,
    Column,
    Heading,
    Kind,
    Paragraph,
    Row,
    Table,
)
from optimizer.reports.memo.figures import (
    fixed,
    known,
    marked,
    places_for,
    purse,
    share,
    tongue,
    unit_words,
)
from optimizer.reports.memo.grounds import Grounds
from optimizer.results.plan import lines
from optimizer.studies.flips import Flips
from optimizer.studies.room import Room

SHOWN = 8
"""Numbers in the table of switching points."""
MOVES = 5e-4
"""Numbers that move a smaller share of the money are left out."""


def alternatives_annex(grounds: Grounds, language: str) -> Iterator[Block]:
    """How far each programme may move within a loss of 1% and 2%, and different plans."""
    t = tongue(language)
    near, wide = grounds.rooms
    yield Heading(t("Alternatives at a small loss", "유사 성과 대안"))
    if not wide.found:
        yield Paragraph(t("There is no best plan to start from.", "기준이 될 최적안 없음."))
        return
    yield Paragraph(
        t(
            "Each programme alone may move this far while the goal loses at most the share shown; "
            "the others make room for it.",
            "목표값 손실을 아래 비율 이내로 제한할 때 사업별 조정 가능 범위(타 사업도 함께 조정).",
        )
    )
    yield _ranges(near, wide, language)
    if len(wide.plans):
        yield _plans(wide, language)


def _ranges(near: Room, wide: Room, language: str) -> Table:
    t, held = tongue(language), purse(wide.scenario, language)
    close: Mapping[str, Any] = {r.programme: r for r in lines(near.ranges)}
    rows = []
    for r in lines(wide.ranges):
        title = title_of(wide.scenario.programmes, r.programme).in_(language)
        n = close.get(r.programme)
        narrow = ("–", "–") if n is None else (held.show(n.least), held.show(n.most))
        rows.append(Row((title, held.show(r.now), *narrow, held.show(r.least), held.show(r.most))))
    one, two = share(near.slack), share(wide.slack)
    return Table(
        t(f"Spending of each programme within a loss of {one} and {two}, {held.unit}",
          f"손실 {one}·{two} 이내의 사업별 배분액(단위: {held.unit})"),
        (
            Column(t("Programme", "사업"), 2.6),
            Column(t("Best plan", "최적안"), 1.2, True),
            Column(t(f"Least, {one}", f"최소({one})"), 1.2, True),
            Column(t(f"Most, {one}", f"최대({one})"), 1.2, True),
            Column(t(f"Least, {two}", f"최소({two})"), 1.2, True),
            Column(t(f"Most, {two}", f"최대({two})"), 1.2, True),
        ),
        tuple(rows),
    )  # fmt: skip


def _plans(wide: Room, language: str) -> Table:
    t, held = tongue(language), purse(wide.scenario, language)
    spent = wide.plans.pivot(index="programme", columns="plan", values="spending")
    now = {r.programme: r.now for r in lines(wide.ranges)}
    rows = [
        Row((
            title_of(wide.scenario.programmes, p).in_(language),
            held.show(now[p]), *(held.show(float(spent[n][p])) for n in spent.columns),
        ))
        for p in wide.scenario.programmes if p in now
    ]  # fmt: skip
    people = wide.plans.groupby("plan")["net_people"].first()
    places = places_for(wide.best.totals.net_people, 3)
    counts = (fixed(float(v), places) for v in people)
    best = fixed(wide.best.totals.net_people, places)
    rows.append(Row((t("Net people, persons", "순증 인원(명)"), best, *counts), Kind.TOTAL))
    return Table(
        t(f"Plans as different as can be within a loss of {share(wide.slack)}, {held.unit}",
          f"손실 {share(wide.slack)} 이내에서 서로 가장 다른 대안(단위: {held.unit})"),
        (
            Column(t("Programme", "사업"), 2.6),
            Column(t("Best plan", "최적안"), 1.2, True),
            *(Column(t(f"Plan {n}", f"대안 {n}"), 1.2, True) for n in spent.columns),
        ),
        tuple(rows),
    )  # fmt: skip


def changes_annex(flips: Flips, language: str) -> Iterator[Block]:
    """The numbers on which most of the decision hangs, and where another programme leads."""
    t = tongue(language)
    yield Heading(t("What would change it", "결론이 바뀌는 지점"))
    yield Bullets(
        tuple(s.in_(language) for s in flips.sentences)
        or (t("No number of the document has a range.", "범위가 있는 수치 없음."),)
    )
    rows = [r for r in lines(flips.points) if _moved(r) >= MOVES][:SHOWN]
    if rows:
        yield Table(
            t("Numbers that move most of the money within their range, one at a time",
              "범위 내에서 배분을 가장 크게 바꾸는 수치(개별 변경)"),
            (
                Column(t("Number", "수치"), 3.8),
                Column(t("Unit", "단위"), 2.2),
                Column(t("Now", "현재"), 0.9, True),
                Column(t("Range", "범위"), 1.5, True),
                Column(t("Money moved", "이동 비중"), 1.2, True),
                Column(t("Switch at", "전환점"), 1.1, True),
            ),
            tuple(_switch(r, language) for r in rows),
            (
                t("Money moved: largest share of the money that changes programme at either end "
                  "of the range. Switch: value at which another programme gets most.",
                  "이동 비중은 범위 양 끝에서 다른 사업으로 옮겨 가는 금액의 최대 비율, 전환점은 "
                  "최다 배분 사업이 바뀌는 값임."),
            ),
        )  # fmt: skip


def _moved(row: Any) -> float:
    return max((v for v in (row.moved_at_low, row.moved_at_high) if v == v), default=0.0)


def _switch(row: Any, language: str) -> Row:
    assumed = row.grade == "X"
    title = row.title_ko if language == "ko" else row.title
    return Row(
        (
            marked(title, assumed), unit_words(row.unit, language), known(row.now),
            span(known(row.low), known(row.high), language), share(_moved(row)), known(row.switch),
        ),
        Kind.ASSUMED if assumed else Kind.BODY,
    )  # fmt: skip
