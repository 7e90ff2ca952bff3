"""Sources cited, where the memo comes from, and how to make it again."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.inputs.evidence import load_evidence
from optimizer.reports.memo.figures import tongue
from optimizer.reports.provenance import provenance
from optimizer.reports.render.blocks import Block, Column, Heading, Paragraph, Row, Table, Tone
from optimizer.results.plan import Plan, lines

OWN = "own_assumption"
"""The source of the project's own assumptions."""


def sources_annex(plan: Plan, language: str) -> Iterator[Block]:
    """The publications behind the numbers of the document."""
    t = tongue(language)
    known = load_evidence().sources
    named = sorted({r.source for r in lines(plan.evidence)} - {OWN, ""})
    yield Heading(t("Sources cited"))
    if not named:
        yield Paragraph(t("The document cites no publication; its numbers are the planner's own."))
        return
    rows = []
    for name in named:
        source = known.get(name)
        cells = (
            (name, "–", "–", "–")
            if source is None
            else (name, f"{source.title}, {source.publisher}", source.date, source.address)
        )
        rows.append(Row(cells))
    yield Table(
        t("Publications behind the numbers"),
        (
            Column(t("Name"), 1.9),
            Column(t("Title, publisher"), 3.6),
            Column(t("Date"), 1.3),
            Column(t("Address"), 3.4),
        ),
        tuple(rows),
    )


def origin_annex(plan: Plan, command: str, language: str) -> Iterator[Block]:
    """Fingerprint, versions, and the command that makes this memo again."""
    t = tongue(language)
    yield Heading(t("Origin and how to reproduce"))
    facts = [f for f in provenance(plan, command, language) if f.key != "command"]
    yield Table(
        t("Inputs and versions"),
        (Column(t("What"), 2.0), Column(t("Value"), 4.0)),
        tuple(Row((fact.title, fact.value)) for fact in facts),
    )
    yield Paragraph(
        t(
            "This command makes the memo again from the same document; equal "
            "fingerprints and versions give equal figures:"
        )
    )
    yield Paragraph(command, Tone.CODE)
