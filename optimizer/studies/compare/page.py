"""Scenarios side by side, laid out and as data: differences first, then every figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from optimizer.domain.units import parse_unit
from optimizer.i18n import SOURCE, Words, _, in_a_row, verbatim
from optimizer.results.columns import cell
from optimizer.results.conflict import ConflictAnswer
from optimizer.results.conflict_page import conflict_data
from optimizer.results.contract import contract
from optimizer.results.page import (
    Block,
    Bullets,
    Heading,
    Page,
    Paragraph,
    on_one_line,
    page,
    terms,
)
from optimizer.results.plan import lines
from optimizer.results.table import Column, Kind, Shape, Table, data
from optimizer.results.versions import versions
from optimizer.studies.compare.figures import shown

if TYPE_CHECKING:
    from optimizer.studies.compare.study import Comparison

SHOWN = 20
"""Differing entries of the documents that are printed; data carry all of them."""
_SECTIONS = {
    "outcome": _("Outcome"),
    "money": _("Money by programme"),
    "share": _("Share of the money"),
    "channel": _("Net people by channel"),
    "tier": _("Net people by tier"),
    "people": _("People"),
    "rule": _("What each rule costs of the goal"),
    "price": _("Worth of a little more of what holds a plan back (weighted people)"),
}

FIGURES = Shape(
    "figures",
    _("Figures of the scenarios"),
    *data("section", "figure"),
    *data("title", kind=Kind.WORDS),
    *data("scenario"),
    *data("value", kind=Kind.NUMBER),
    *data("kind", "unit"),
    *data("gap", kind=Kind.WORDS),
)
"""One line for each figure and scenario, in the order of the scenarios. Sections: outcome, money
and share by programme, channel, tier, people, rule (net people that it costs), price (of each limit
that holds some plan back, capacities left out: 0 where it does not bind). Not-a-number is a gap,
and `gap` says why."""
INPUTS = Shape(
    "inputs",
    _("What differs between the scenarios"),
    *data("path", "scenario", "states"),
)
"""One line for each entry of the documents that is not the same in all, and each scenario."""


def comparison_page(answer: Comparison) -> Page:
    """What differs most in words, every figure by scenario, and the inputs that differ."""
    return page(
        Heading(_("Scenarios side by side")),
        (
            Paragraph(in_a_row((f"  {name}: ", title, f" [{plan.scenario.fingerprint}]"), ""))
            for name, title, plan in zip(answer.names, answer.titles, answer.plans, strict=True)
        ),
        Heading(_("What differs, most first")),
        Bullets(tuple(answer.sentences)),
        _figures(answer),
        _inputs(answer),
        _cautions(answer),
        terms("compare"),
    )


def _beside(answer: Comparison, name: str, head: Words, rows: list[dict[str, Any]]) -> Table:
    """A table with a column for each scenario."""
    columns = (Column(one, verbatim(one)) for one in answer.names)
    return Shape(name, head, Column("what", head), *columns).of(rows)


def _figures(answer: Comparison) -> Iterator[Table]:
    """The figures of each section."""
    like = answer.plans[0].scenario.money.parsed
    for section, figures in answer.figures.groupby("section", sort=False):
        rows = []
        for _other, part in figures.groupby("figure", sort=False):
            found = list(lines(part))
            known = next((r for r in found if r.value == r.value), found[0])
            said = {
                r.scenario: shown(
                    r.value, r.kind, parse_unit(r.unit) if r.kind == "money" else like
                )
                for r in found
                if r.value == r.value
            }
            rows.append({"what": cell(known, "title"), **said})
        yield _beside(answer, f"figures_{section}", _SECTIONS[str(section)], rows)


def _inputs(answer: Comparison) -> Iterator[Block]:
    rows = [
        {"what": str(path), **{r.scenario: r.states for r in lines(part)}}
        for path, part in answer.inputs.groupby("path", sort=False)
    ]
    yield replace(_beside(answer, "inputs", _("Inputs that differ"), rows), most=SHOWN)
    more = len(rows) - SHOWN
    if more > 0:
        yield Paragraph(_("… and {more} more entries", more=more))


def _cautions(answer: Comparison) -> Bullets:
    """What a reader of each scenario must know; a caution of several is said once."""
    told: dict[str, tuple[Words, list[str]]] = {}
    for name, plan in zip(answer.names, answer.plans, strict=True):
        for caution in map(on_one_line, plan.scenario.cautions):
            told.setdefault(caution.in_(SOURCE), (caution, []))[1].append(name)
    items = (in_a_row((words, f" [{', '.join(names)}]"), "") for words, names in told.values())
    return Bullets(tuple(items), _("Read this first"))


def comparison_data(answer: Comparison) -> dict[str, Any]:
    """Scenarios side by side, differences first; a gap is None."""
    return {
        "versions": versions(),
        "scenarios": [
            {
                "name": name,
                "id": plan.scenario.id,
                "title": title,
                "fingerprint": plan.scenario.fingerprint,
                "status": str(plan.status),
                "money_unit": plan.scenario.money.unit,
                **_conflict(conflict),
                "cautions": plan.scenario.cautions,
            }
            for name, title, plan, conflict in zip(
                answer.names, answer.titles, answer.plans, answer.conflicts, strict=True
            )
        ],
        "holds": contract("compare"),
        "differences": answer.differences,
        "figures": answer.figures,
        "inputs": answer.inputs,
        "sentences": answer.sentences,
    }


def _conflict(conflict: ConflictAnswer | None) -> dict[str, Any]:
    """The conflict of a scenario and its repairs, as `conflict` writes them."""
    if conflict is None:
        return {"conflict": None, "repairs": []}
    found = conflict_data(conflict)
    return {name: found[name] for name in ("conflict", "repairs")}
