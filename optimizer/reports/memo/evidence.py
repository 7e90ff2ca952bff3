"""The evidence ledger: which numbers of which grade carry how much of the outcome."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from optimizer.i18n import Words, _, in_a_row, pgettext, rendered, verbatim
from optimizer.inputs.evidence import load_evidence
from optimizer.reports.memo.figures import ASSUMPTIONS, RANGE, number_row, on_paper, share
from optimizer.reports.render.blocks import MARK, Bar, Block, Part, Picture
from optimizer.results.columns import cell
from optimizer.results.page import Heading, Paragraph
from optimizer.results.plan import EVIDENCE, Plan
from optimizer.results.table import ASSUMED, Column, Kind, Shape, Table, rows_of

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
LEDGER = Shape(
    "ledger",
    _("Numbers that carry the plan, weakest grade first"),
    *EVIDENCE.columns,
    RANGE,
    Column("stands_on", _("Grade, source")),
)
"""The numbers behind the plan, their range and where they come from each in one cell."""
BY_GRADE = Shape(
    "people_by_grade",
    _("Net people by the weakest grade behind their yield, persons"),
    Column("grade", _("Weakest grade"), width=3.0),
    Column("net", _("Net people"), Kind.PEOPLE, digits=2, width=1.2),
    Column("share", _("Share"), Kind.SHARE, width=1.2, reads=share),
)


def weakest_evidence(plan: Plan) -> Table:
    """The weakest numbers that carry the most, for the first pages."""
    return replace(_table(_carrying(plan)[:WEAKEST]), title=_("Weakest evidence first"))


def evidence_annex(plan: Plan) -> Iterator[Block]:
    """The whole ledger: people by grade, a picture, and every number that carries anything."""
    yield Heading(_("Evidence ledger"))
    rows = _carrying(plan)
    idle = len(plan.evidence) - len(rows)
    yield _grades(plan)
    if rows:
        yield _picture(rows[:DRAWN])
        yield replace(_table(rows), notes=(ASSUMPTIONS, _COUNTED))
    if idle:
        yield Paragraph(
            _(
                "{idle} more numbers of the document carry less than 0.1% of the money "
                "and the people: they act through pools, needs and weights, or on "
                "pathways that are not used.",
                idle=idle,
            )
        )


_COUNTED = _(
    "Grades: A official, B reputable, C indirect, X assumption. "
    "People: share of the net people whose yield contains the number. Money: share of the "
    "spending whose unit cost contains it. Several numbers carry the same people or money, so "
    "shares do not add up to 100%."
)


def _carrying(plan: Plan) -> list[dict[str, Any]]:
    """Rows of the evidence that carry something, weakest grade first, then by how much."""
    rows = [r for r in rows_of(plan.evidence) if _carried(r) >= CARRIES]
    return sorted(
        rows,
        key=lambda r: (
            GRADES.index(r["grade"]), -r["people_share"], -r["money_share"], r["evidence"],
        ),
    )  # fmt: skip


def _carried(row: Mapping[str, Any]) -> float:
    return max(float(row["people_share"]), float(row["money_share"]))


def _table(rows: Sequence[Mapping[str, Any]]) -> Table:
    return on_paper(
        LEDGER.of([{**number_row(row), "stands_on": _source(row)} for row in rows]),
        {
            "title": 4.2, "value": 1.0, "range": 1.6, "unit": 2.0, "stands_on": 2.2,
            "people_share": 1.1, "money_share": 1.1,
        },
        heads={"people_share": _("People"), "money_share": _("Money")},
        reads={Kind.SHARE: share},
        notes=(ASSUMPTIONS,),
    )  # fmt: skip


def _source(row: Mapping[str, Any]) -> Words:
    return grade_words("X") if row["grade"] == "X" else verbatim(f"{row['grade']} {row['source']}")


def grade_words(grade: str) -> Words:
    """A grade with its name, e.g. 'X assumption'."""
    title = load_evidence().title("grade", grade)
    return rendered(lambda language: f"{grade} {title.in_(language).lower()}")


def _grades(plan: Plan) -> Table:
    """Net people by the weakest grade of their yield."""
    people, rows = plan.everyone.net_people, []
    for grade in GRADES:
        net = plan.everyone.by_grade.get(grade, 0.0)
        part = net / people if people > 0 else None
        rows.append({"grade": grade_words(grade), "net": net, "share": part, ASSUMED: grade == "X"})
    if plan.baseline is not None and plan.baseline.net_people > NOBODY:
        rows.append({"grade": _("Without this budget"), "net": -plan.baseline.net_people})
        rows.append({"grade": _("Total"), "net": plan.totals.net_people})
    return BY_GRADE.of(rows)


def _picture(rows: Sequence[Mapping[str, Any]]) -> Picture:
    bars = []
    for n, row in enumerate(rows, start=1):
        assumed, most, title = row["grade"] == "X", _carried(row), cell(row, "title")
        of = (
            pgettext("carried", "people")
            if row["people_share"] >= row["money_share"]
            else _("money")
        )
        part = Part(100.0 * most, assumed=assumed)
        label = in_a_row((MARK, title), " ") if assumed else title
        bars.append(Bar(label, f"N{n}", (part,), in_a_row((share(most), of), " ")))
    said = in_a_row((in_a_row((bar.label, bar.end), " ") for bar in bars), ", ")
    return Picture(
        tuple(bars),
        _("Bars of the share of people or money that each number carries: {said}.", said=said),
        _(
            "Share of the net people or of the money that rests on each number, %; "
            "hatched and ▲: assumption"
        ),
    )
