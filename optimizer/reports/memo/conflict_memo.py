"""The memo where there is no plan: which rules cannot hold together, and the ways out to choose."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.base import Text
from optimizer.domain.wording import digits, money
from optimizer.reports.document import document_text
from optimizer.reports.memo.blocks import (
    Block,
    Bullets,
    Callout,
    Column,
    Heading,
    Memo,
    Paragraph,
    Row,
    SignOff,
    Table,
    Tone,
)
from optimizer.reports.memo.figures import tongue
from optimizer.reports.provenance import command_on
from optimizer.results.conflict import ConflictAnswer, RepairOption
from optimizer.results.contract import contract

KINDS = {
    "proportional": Text(en="All give way by the same share", ko="비례 조정"),
    "protect": Text(en="Keep one, the others give way", ko="하나 유지, 나머지 비례 조정"),
    "fewest": Text(en="Change the fewest rules", ko="최소 규칙 조정"),
    "drop": Text(en="Put rules out of force", ko="규칙 적용 제외"),
    "budget": Text(en="More money", ko="증액"),
}
"""What each kind of way out is called in the table."""


def conflict_memo(answer: ConflictAnswer, language: str) -> Memo:
    """The memo of a conflict: what collides, each way out with its outcome, and who decides."""
    t, scenario = tongue(language), answer.scenario
    name = scenario.title.in_(language) if scenario.title else scenario.id
    parts = (t("Conflict memo", "규칙 충돌 보고"), scenario.author, scenario.date)
    return Memo(
        title=t(f"{name}: rules that cannot hold together", f"{name} 규칙 충돌 해소 방안(안)"),
        subtitle=" · ".join(part for part in parts if part),
        language=language,
        author=scenario.author or "Talent Budget Optimizer",
        date=scenario.date,
        footer=t(f"Scenario {scenario.id} · inputs {scenario.fingerprint}",
                 f"시나리오 {scenario.id} · 입력 지문 {scenario.fingerprint}"),
        blocks=tuple(_blocks(answer, language)),
        document_name=f"{scenario.id}.yaml",
        document=document_text(scenario),
    )  # fmt: skip


def _blocks(answer: ConflictAnswer, language: str) -> Iterator[Block]:
    t, scenario = tongue(language), answer.scenario
    budget = money(scenario.budget.total, scenario.money.parsed, language)
    yield Paragraph(
        t(f"There is no plan for {budget} that keeps all rules. Choose what gives way.",
          f"예산 {budget}으로 모든 규칙을 지키는 배분안 없음. 완화할 규칙의 결정 필요."),
        Tone.LEAD,
    )  # fmt: skip
    yield Heading(t("What cannot hold together", "함께 성립할 수 없는 규칙"))
    yield Bullets(tuple(s.in_(language) for s in answer.sentences))
    yield Heading(t("Ways out", "해소 방안"))
    if answer.below_signed:
        note = answer.sentences[-1].in_(language)
        yield Callout(t("Beyond what is signed", "확정된 값의 범위를 벗어남"), (note,))
    if answer.options:
        yield _menu(answer, language)
        yield Paragraph(contract("conflict").sentence.in_(language), Tone.NOTE)
    else:
        yield Paragraph(
            t("No change of rules that are not law ends the conflict.",
              "법정 규칙을 제외한 규칙의 조정으로는 해소 불가.")
        )  # fmt: skip
    yield SignOff(
        (t("Way out chosen", "선택한 방안"), t("Name and office", "성명·직위"),
         t("Signature, date", "서명·일자"))
    )  # fmt: skip
    yield Heading(t("How to reproduce", "재현 방법"))
    yield Paragraph(command_on(scenario, "conflict", "--lang", language), Tone.CODE)


def _menu(answer: ConflictAnswer, language: str) -> Table:
    t = tongue(language)
    return Table(
        t("Ways out, each with the best plan after it; the goal decides the order of each kind",
          "해소 방안별 최적안의 성과(종류별로 목표값이 큰 순서)"),
        (
            Column(t("No.", "번호"), 0.5),
            Column(t("Kind", "종류"), 1.6),
            Column(t("What changes", "변경 내용"), 4.4),
            Column(t("Goal", "목표값"), 0.8, True),
            Column(t("Net people", "순증 인원(명)"), 1.0, True),
        ),
        tuple(
            Row((
                str(number), KINDS[option.kind].in_(language), _changes(option, language),
                digits(option.outcome.objective, 3), digits(option.outcome.net_people, 3),
            ))
            for number, option in enumerate(answer.options, 1)
        ),
    )  # fmt: skip


def _changes(option: RepairOption, language: str) -> str:
    """The changes alone: the sentence up to its outcome."""
    return option.sentence.in_(language).rpartition(": ")[0]
