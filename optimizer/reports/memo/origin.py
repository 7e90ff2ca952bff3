"""Sources cited, where the memo comes from, and how to make it again."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.inputs.evidence import load_evidence
from optimizer.reports.memo.blocks import Block, Column, Heading, Paragraph, Row, Table, Tone
from optimizer.reports.memo.figures import tongue
from optimizer.reports.provenance import provenance
from optimizer.results.plan import Plan, lines

OWN = "own_assumption"
"""The source of the project's own assumptions."""


def sources_annex(plan: Plan, language: str) -> Iterator[Block]:
    """The publications behind the numbers of the document."""
    t = tongue(language)
    known = load_evidence().sources
    named = sorted({r.source for r in lines(plan.evidence)} - {OWN, ""})
    yield Heading(t("Sources cited", "인용 출처"))
    if not named:
        yield Paragraph(
            t("The document cites no publication; its numbers are the planner's own.",
              "인용 출처 없음. 모든 수치는 작성자의 입력값임.")
        )  # fmt: skip
        return
    rows = []
    for name in named:
        source = known.get(name)
        cells = (name, "–", "–", "–") if source is None else (
            name, f"{source.title}, {source.publisher}", source.date, source.address
        )  # fmt: skip
        rows.append(Row(cells))
    yield Table(
        t("Publications behind the numbers", "수치의 출처(제목은 자료 목록의 표기)"),
        (
            Column(t("Name", "식별자"), 1.9),
            Column(t("Title, publisher", "제목, 발행처"), 3.6),
            Column(t("Date", "일자"), 1.3),
            Column(t("Address", "주소"), 3.4),
        ),
        tuple(rows),
    )


def origin_annex(plan: Plan, command: str, language: str) -> Iterator[Block]:
    """Fingerprint, versions, and the command that makes this memo again."""
    t = tongue(language)
    yield Heading(t("Origin and how to reproduce", "출처와 재현 방법"))
    facts = [f for f in provenance(plan, command, language) if f.key != "command"]
    yield Table(
        t("Inputs and versions", "입력 자료와 버전"),
        (Column(t("What", "항목"), 2.0), Column(t("Value", "값"), 4.0)),
        tuple(Row((fact.title, fact.value)) for fact in facts),
    )
    yield Paragraph(
        t("This command makes the memo again from the same document; equal fingerprints and "
          "versions give equal figures:",
          "아래 명령으로 같은 문서에서 본 보고서를 다시 만들 수 있음(지문과 버전이 같으면 수치도 "
          "같음):")
    )  # fmt: skip
    yield Paragraph(command, Tone.CODE)
