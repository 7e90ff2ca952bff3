"""The evidence ledger: which numbers of which grade carry how much of the outcome."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.wording import digits, span
from optimizer.i18n import _, pgettext
from optimizer.inputs.evidence import load_evidence
from optimizer.reports.memo.figures import (
    UNKNOWN,
    assumption_note,
    known,
    marked,
    share,
    tongue,
    unit_words,
)
from optimizer.reports.render.blocks import (
    Bar,
    Block,
    Column,
    Heading,
    Kind,
    Paragraph,
    Part,
    Picture,
    Row,
    Table,
)
from optimizer.results.columns import cell
from optimizer.results.plan import Plan, lines

WEAKEST = 5
"""Numbers on the first pages."""
DRAWN = 10
"""Numbers in the picture of the ledger."""
CARRIES = 1e-3
"""A number that carries less of the money and of the people counts as carrying nothing."""
NOBODY = 1e-6
"""Net people below which nobody is spoken of."""
GRADES = "XCBA"
"""Weakest first."""


def weakest_evidence(plan: Plan, language: str) -> Table:
    """The weakest numbers that carry the most, for the first pages."""
    t, rows = tongue(language), _carrying(plan)[:WEAKEST]
    return Table(
        t("Weakest evidence first"),
        _columns(language),
        tuple(_row(r, language) for r in rows),
        (assumption_note(language),),
    )


def evidence_annex(plan: Plan, language: str) -> Iterator[Block]:
    """The whole ledger: people by grade, a picture, and every number that carries anything."""
    t = tongue(language)
    yield Heading(t("Evidence ledger"))
    rows = _carrying(plan)
    idle = len(plan.evidence) - len(rows)
    yield _grades(plan, language)
    if rows:
        yield _picture(rows[:DRAWN], language)
        yield Table(
            t("Numbers that carry the plan, weakest grade first"),
            _columns(language),
            tuple(_row(r, language) for r in rows),
            (assumption_note(language), _counted(language)),
        )
    if idle:
        yield Paragraph(
            t(
                "{idle} more numbers of the document carry less than 0.1% of the money "
                "and the people: they act through pools, needs and weights, or on "
                "pathways that are not used.",
                idle=idle,
            )
        )


def _counted(language: str) -> str:
    return _(
        "Grades: A official, B reputable, C indirect, X assumption. "
        "People: share of the net people whose yield contains the number. Money: share of the "
        "spending whose unit cost contains it. Several numbers carry the same people or money, so "
        "shares do not add up to 100%.",
    ).in_(language)


def _carrying(plan: Plan) -> list[Any]:
    """Rows of the evidence that carry something, weakest grade first, then by how much."""
    rows = [r for r in lines(plan.evidence) if max(r.people_share, r.money_share) >= CARRIES]
    return sorted(
        rows,
        key=lambda r: (GRADES.index(r.grade), -r.people_share, -r.money_share, r.evidence),
    )


def _columns(language: str) -> tuple[Column, ...]:
    t = tongue(language)
    return (
        Column(t("Number"), 4.2),
        Column(t("Value"), 1.0, True),
        Column(t("Range"), 1.6, True),
        Column(t("Unit"), 2.0),
        Column(t("Grade, source"), 2.2),
        Column(t("People"), 1.1, True),
        Column(t("Money"), 1.1, True),
    )


def _row(row: Any, language: str) -> Row:
    title = cell(row, "title").in_(language)
    ranged = row.low == row.low or row.high == row.high
    assumed = row.grade == "X"
    cells = (
        marked(title, assumed),
        digits(row.value),
        span(known(row.low), known(row.high), language) if ranged else UNKNOWN,
        unit_words(row.unit, language),
        grade_words("X", language) if assumed else f"{row.grade} {row.source}",
        share(row.people_share),
        share(row.money_share),
    )
    return Row(cells, Kind.ASSUMED if assumed else Kind.BODY)


def grade_words(grade: str, language: str) -> str:
    """A grade with its name, e.g. 'X assumption'."""
    title = load_evidence().title("grade", grade).in_(language)
    return f"{grade} {title.lower()}"


def _grades(plan: Plan, language: str) -> Table:
    """Net people by the weakest grade of their yield."""
    t, people = tongue(language), plan.everyone.net_people
    rows = []
    for grade in GRADES:
        net = plan.everyone.by_grade.get(grade, 0.0)
        part = share(net / people) if people > 0 else "–"
        kind = Kind.ASSUMED if grade == "X" else Kind.BODY
        name = marked(grade_words(grade, language), grade == "X")
        rows.append(Row((name, digits(net, 2), part), kind))
    if plan.baseline is not None and plan.baseline.net_people > NOBODY:
        before = digits(-plan.baseline.net_people, 2)
        rows.append(Row((t("Without this budget"), before, UNKNOWN)))
        rows.append(Row((t("Total"), digits(plan.totals.net_people, 2), UNKNOWN)))
    return Table(
        t("Net people by the weakest grade behind their yield, persons"),
        (
            Column(t("Weakest grade"), 3.0),
            Column(t("Net people"), 1.2, True),
            Column(t("Share"), 1.2, True),
        ),
        tuple(rows),
    )


def _picture(rows: list[Any], language: str) -> Picture:
    t = tongue(language)
    bars = []
    for n, row in enumerate(rows, start=1):
        assumed = row.grade == "X"
        title = cell(row, "title").in_(language)
        most = max(row.people_share, row.money_share)
        of = (
            pgettext("carried", "people").in_(language)
            if row.people_share >= row.money_share
            else t("money")
        )
        part = Part(100.0 * most, assumed=assumed)
        bars.append(Bar(marked(title, assumed), f"N{n}", (part,), f"{share(most)} {of}"))
    said = ", ".join(f"{bar.label} {bar.end}" for bar in bars)
    return Picture(
        tuple(bars),
        t("Bars of the share of people or money that each number carries: {said}.", said=said),
        t(
            "Share of the net people or of the money that rests on each number, %; "
            "hatched and ▲: assumption"
        ),
    )
