"""Plan → workbook: all sheets in dependency order, then bytes that are the same every time."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO

from optimizer.domain.wording import LANGUAGES
from optimizer.errors import InvalidInput, Issue, Said, suggest
from optimizer.inputs.workbook.layout import SECTIONS
from optimizer.reports.workbook.capacity import fill_held, write_capacity
from optimizer.reports.workbook.check import write_check
from optimizer.reports.workbook.draft import Draft
from optimizer.reports.workbook.evidence import write_evidence
from optimizer.reports.workbook.money import write_money
from optimizer.reports.workbook.people import write_people
from optimizer.reports.workbook.plan import write_lead, write_plan
from optimizer.reports.workbook.prices import write_prices
from optimizer.reports.workbook.readme import write_readme
from optimizer.reports.workbook.stated import write_stated
from optimizer.reports.workbook.summary import write_summary
from optimizer.results.plan import Plan

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the file: a workbook carries no time of day."""
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def workbook(plan: Plan, language: str = "en", command: str | None = None) -> bytes:
    """The workbook (.xlsx) of a plan: scenario, evidence, plan, and live formulas between them.

    `command` is the one that wrote it, for the first sheet; left out, the one that solves the
    scenario again. The same plan gives the same bytes. Raises InvalidInput for a plan that was not
    found, an unknown language, or a text too long for a cell.
    """
    if language not in LANGUAGES:
        remedy = suggest(language, LANGUAGES)
        problem = Said(f"'{language}' is no language.", f"'{language}': 지원하지 않는 언어.")
        raise InvalidInput([Issue("language", problem, remedy)])
    if not plan.found:
        problem = Said("There is no plan to write.", "작성할 배분안이 없음.")
        remedy = Said("See which rules conflict, and loosen one.", "상충 규칙을 확인하여 완화.")
        raise InvalidInput([Issue("plan", problem, remedy)])
    draft = Draft(plan, language)
    write_evidence(draft)
    for key in SECTIONS:
        if key != "evidence":
            write_stated(draft, key)
    write_plan(draft)
    write_money(draft)
    write_capacity(draft)
    write_people(draft)
    fill_held(draft)
    sections = write_check(draft)
    write_prices(draft)
    write_summary(draft, sections)
    write_lead(draft)
    write_readme(draft, command)
    for page in draft.pages.values():
        page.finish()
    return _packed(draft)


def _packed(draft: Draft) -> bytes:
    """The file; every part with the same date."""
    book, scenario = draft.book, draft.plan.scenario
    book.calculation.fullCalcOnLoad = True
    properties = book.properties
    properties.title = draft.say(scenario.title) if scenario.title else scenario.id
    properties.creator = scenario.author or "Talent Budget Optimizer"
    properties.description = scenario.fingerprint
    properties.language = draft.language
    raw, out = BytesIO(), BytesIO()
    book.save(raw)
    stamp = datetime(*EARLIEST[:3]).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return out.getvalue()
