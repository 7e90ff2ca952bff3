"""The evidence sheet: the numbers a scenario refers to, their sources, and what rests on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from optimizer.inputs.evidence import load_evidence
from optimizer.inputs.tree import spell
from optimizer.inputs.workbook.entries import Entry, entries_of
from optimizer.inputs.workbook.layout import WORDS
from optimizer.reports.workbook.draft import Draft
from optimizer.reports.workbook.looks import SHARE
from optimizer.reports.workbook.page import Page
from optimizer.reports.workbook.stated import add_choices, columns, write_entry
from optimizer.results.plan import lines

MORE = ("source_title", "publisher", "date", "address", "money_share", "people_share")


def write_evidence(draft: Draft) -> None:
    """The sheet; formulas elsewhere take their numbers from its value cells."""
    document = draft.plan.scenario.document
    entries = [e for e in entries_of(document) if e.path[0] == "evidence"]
    page = draft.page("evidence", columns(draft, entries, more=MORE, away=("used", *WORDS)))
    page.freeze("value")
    page.sheet.page_setup.fitToWidth = 2
    page.sheet.print_title_cols = f"{page.letter('path')}:{page.letter('label')}"
    weights = {row.evidence: row for row in lines(draft.plan.evidence)}
    for entry in entries:
        write_entry(draft, page, entry, 1)
        if len(entry.path) == 2:
            _beside(draft, page, entry, weights)
            draft.numbers[spell(entry.path)] = page.ref("value", page.row)
    add_choices(draft, page)


def _beside(draft: Draft, page: Page, entry: Entry, weights: Mapping[str, Any]) -> None:
    """The title in the workbook's language, the publication, and the weight in the plan."""
    name = str(entry.path[1])
    number = draft.plan.scenario.evidence[name]
    page.put("label", number.title if number.title else name, "text")
    source = load_evidence().sources.get(number.source or "")
    if source is not None:
        told = (source.title, source.publisher, source.date, source.address)
        for key, words in zip(MORE, told, strict=False):
            page.put(key, words, "text")
    if name in weights:
        page.put("money_share", weights[name].money_share, "result", SHARE)
        page.put("people_share", weights[name].people_share, "result", SHARE)
