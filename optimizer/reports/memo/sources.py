"""Sources cited, where the memo comes from, and how to make it again."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.i18n import _, verbatim
from optimizer.inputs.evidence import load_evidence
from optimizer.reports.provenance import provenance
from optimizer.reports.render.blocks import Block
from optimizer.results.page import Heading, Paragraph, Tone
from optimizer.results.plan import Plan, lines
from optimizer.results.table import Column, Shape

OWN = "own_assumption"
"""The source of the project's own assumptions."""
SOURCES = Shape(
    "sources",
    _("Publications behind the numbers"),
    Column("name", _("Name"), width=1.9),
    Column("title", _("Title, publisher"), width=3.6),
    Column("date", _("Date"), width=1.3),
    Column("address", _("Address"), width=3.4),
)
ORIGIN = Shape(
    "origin",
    _("Inputs and versions"),
    Column("title", _("What"), width=2.0),
    Column("value", _("Value"), width=4.0),
)


def sources_annex(plan: Plan) -> Iterator[Block]:
    """The publications behind the numbers of the document."""
    known = load_evidence().sources
    named = sorted({r.source for r in lines(plan.evidence)} - {OWN, ""})
    yield Heading(_("Sources cited"))
    if not named:
        yield Paragraph(_("The document cites no publication; its numbers are the planner's own."))
        return
    rows = []
    for name in named:
        source = known.get(name)
        stated = {} if source is None else source.model_dump(include={"date", "address"})
        if source is not None:
            stated["title"] = f"{source.title}, {source.publisher}"
        rows.append({"name": name, **stated})
    yield SOURCES.of(rows)


def origin_annex(plan: Plan, command: str) -> Iterator[Block]:
    """Fingerprint, versions, and the command that makes this memo again."""
    yield Heading(_("Origin and how to reproduce"))
    facts = (fact for fact in provenance(plan, command) if fact.key != "command")
    yield ORIGIN.of([fact._asdict() for fact in facts])
    yield Paragraph(
        _(
            "This command makes the memo again from the same document; equal "
            "fingerprints and versions give equal figures:"
        )
    )
    yield Paragraph(verbatim(command), Tone.CODE)
