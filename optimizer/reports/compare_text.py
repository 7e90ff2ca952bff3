"""Scenarios side by side as plain data and as text: differences first, then every figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.units import parse_unit
from optimizer.i18n import _
from optimizer.reports.conflict_text import conflict_data
from optimizer.reports.in_languages import in_all
from optimizer.reports.plain import records, versions
from optimizer.reports.text import columns
from optimizer.results.columns import cell
from optimizer.results.conflict import ConflictAnswer
from optimizer.results.contract import contract
from optimizer.results.plan import lines
from optimizer.studies.compare.figures import shown
from optimizer.studies.compare.study import Comparison

INPUTS = 20
"""Differing entries of the documents that are printed; `--json` carries all of them."""
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


def compare_data(answer: Comparison) -> dict[str, Any]:
    """Scenarios side by side as nested plain data, differences first; a gap is None."""
    return {
        "versions": versions(),
        "scenarios": [
            {
                "name": name,
                "id": plan.scenario.id,
                "title": in_all(title),
                "fingerprint": plan.scenario.fingerprint,
                "status": str(plan.status),
                "money_unit": plan.scenario.money.unit,
                **_conflict(conflict),
                "cautions": [in_all(c) for c in plan.scenario.cautions],
            }
            for name, title, plan, conflict in zip(
                answer.names, answer.titles, answer.plans, answer.conflicts, strict=True
            )
        ],
        "holds": contract("compare").data,
        "differences": records(answer.differences),
        "figures": records(answer.figures),
        "inputs": records(answer.inputs),
        "sentences": [in_all(s) for s in answer.sentences],
    }


def _conflict(conflict: ConflictAnswer | None) -> dict[str, Any]:
    """The conflict of a scenario and its repairs, as `conflict` writes them."""
    if conflict is None:
        return {"conflict": None, "repairs": []}
    data = conflict_data(conflict)
    return {name: data[name] for name in ("conflict", "repairs")}


def compare_text(answer: Comparison, language: str = "en") -> str:
    """What differs most in words, every figure by scenario, and the inputs that differ."""
    return "\n".join(_lines(answer, language)) + "\n"


def _lines(answer: Comparison, language: str) -> Iterator[str]:
    yield _("Scenarios side by side").in_(language)
    for name, title, plan in zip(answer.names, answer.titles, answer.plans, strict=True):
        yield f"  {name}: {title.in_(language)} [{plan.scenario.fingerprint}]"
    yield ""
    yield _("What differs, most first").in_(language)
    yield from (f"- {s.in_(language)}" for s in answer.sentences)
    for section, rows in _tables(answer, language):
        yield ""
        yield from columns([[_SECTIONS[section].in_(language), *answer.names], *rows])
    yield from _inputs(answer, language)
    yield from _cautions(answer, language)
    yield ""
    yield contract("compare").sentence.in_(language)


def _tables(answer: Comparison, language: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The figures of each section, one column a scenario."""
    like = answer.plans[0].scenario.money.parsed
    for section, figures in answer.figures.groupby("section", sort=False):
        rows = []
        for _other, part in figures.groupby("figure", sort=False):
            found = list(lines(part))
            known = next((r for r in found if r.value == r.value), found[0])
            title = cell(known, "title").in_(language)
            cells = [
                "–"
                if r.value != r.value
                else shown(
                    r.value, r.kind, parse_unit(r.unit) if r.kind == "money" else like, language
                )
                for r in found
            ]
            rows.append([title, *cells])
        yield str(section), rows


def _inputs(answer: Comparison, language: str) -> Iterator[str]:
    paths = [
        [str(path), *(r.states for r in lines(part))]
        for path, part in answer.inputs.groupby("path", sort=False)
    ]
    if not paths:
        return
    yield ""
    head = [_("Inputs that differ").in_(language), *answer.names]
    yield from columns([head, *paths[:INPUTS]])
    more = len(paths) - INPUTS
    if more > 0:
        yield _("… and {more} more entries", more=more).in_(language)


def _cautions(answer: Comparison, language: str) -> Iterator[str]:
    """What a reader of each scenario must know; a caution of several is said once."""
    said: dict[str, list[str]] = {}
    for name, plan in zip(answer.names, answer.plans, strict=True):
        for caution in plan.scenario.cautions:
            said.setdefault(" ".join(caution.in_(language).split()), []).append(name)
    if said:
        yield ""
        yield _("Read this first:").in_(language)
        yield from (f"  - {caution} [{', '.join(names)}]" for caution, names in said.items())
