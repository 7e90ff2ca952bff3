"""Prices, levers and switching points as plain data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.wording import digits, percent, span
from optimizer.formulation.uncertain import uncertain_numbers
from optimizer.reports.plain import records, worth_data
from optimizer.reports.text import columns, plan_text
from optimizer.results.contract import contract
from optimizer.studies.flips import Flips
from optimizer.studies.prices import PriceReport

QUESTIONS = ("budget_worth", "rule_worth", "switching")
"""What is asked here, in the order in which it is answered."""
SHOWN = 12
"""Numbers in the printed table of switching points; `--json` carries all of them."""


def prices_data(report: PriceReport, switching: Flips | None) -> dict[str, Any]:
    """Everything as nested plain data; no switching points where none were looked for."""
    scenario = report.plan.scenario
    said = (*report.sentences, *(switching.sentences if switching else ()))
    return {
        "scenario": {"id": scenario.id, "fingerprint": scenario.fingerprint},
        "status": str(report.plan.status),
        "money_unit": scenario.money.unit,
        "budget_worth": worth_data(report.plan),
        "holds": contract("rule_worth").data,
        "binding": records(report.plan.binding),
        "rules": records(report.plan.rules),
        "limits": records(report.limits),
        "levers": records(report.levers),
        "switching": records(switching.points) if switching else [],
        "sentences": [{"en": s.en, "ko": s.ko} for s in said],
    }


def prices_text(report: PriceReport, switching: Flips, language: str = "en") -> str:
    """What each limit is worth, which lever helps most, and where the decision flips."""
    if not report.plan.found:
        return plan_text(report.plan, language)
    return "\n".join(_lines(report, switching, language)) + "\n"


def _lines(report: PriceReport, switching: Flips, language: str) -> Iterator[str]:
    ko = language == "ko"
    if report.sentences:
        yield "현실적인 조정의 효과(큰 순서)" if ko else "What a realistic step gains, most first"
        yield from (f"- {s.in_(language)}" for s in report.sentences)
        yield ""
    yield "한도의 가치" if ko else "What each limit is worth"
    for row in report.plan.binding.itertuples():
        title, sentence = (row.title_ko, row.sentence_ko) if ko else (row.title, row.sentence)
        yield f"- {title}: {sentence}"
    yield ""
    yield "결론이 바뀌는 지점" if ko else "Where the decision flips"
    if not uncertain_numbers(report.plan.scenario):
        yield "- " + ("범위가 있는 수치 없음." if ko else "No number of the document has a range.")
    yield from (f"- {s.in_(language)}" for s in switching.sentences)
    if len(switching.points):
        yield ""
        yield from columns(_table(switching, language))
    yield ""
    yield from (contract(q).sentence.in_(language) for q in QUESTIONS)


def _table(switching: Flips, language: str) -> list[list[str]]:
    ko = language == "ko"
    head = ["수치", "등급", "현재", "범위", "이동 금액 비중", "전환점"] if ko else (
        ["Number", "Grade", "Now", "Range", "Money that moves", "Switch at"]
    )  # fmt: skip
    rows = [head]
    for row in switching.points.head(SHOWN).itertuples():
        moved = max(float(row.moved_at_low), float(row.moved_at_high))  # type: ignore[arg-type]
        switch = float(row.switch)  # type: ignore[arg-type]
        rows.append([
            str(row.title_ko if ko else row.title), str(row.grade),
            digits(float(row.now)),  # type: ignore[arg-type]
            span(digits(float(row.low)), digits(float(row.high)), language),  # type: ignore[arg-type]
            percent(moved), "–" if switch != switch else digits(switch),
        ])  # fmt: skip
    return rows
