"""Plan → workbook: all sheets in dependency order, then bytes that are the same every time."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from optimizer.errors import InvalidInput, Issue, OptimizerError, suggest
from optimizer.i18n import LANGUAGES, _, pgettext
from optimizer.inputs.workbook.layout import SECTIONS
from optimizer.reports.workbook.capacity import CLOSE, fill_held, write_capacity
from optimizer.reports.workbook.checks import write_summary
from optimizer.reports.workbook.draft import Draft
from optimizer.reports.workbook.evidence import write_evidence
from optimizer.reports.workbook.money import write_money
from optimizer.reports.workbook.package import packed
from optimizer.reports.workbook.people import write_people
from optimizer.reports.workbook.plan import write_lead, write_plan
from optimizer.reports.workbook.prices import write_prices
from optimizer.reports.workbook.readme import write_readme
from optimizer.reports.workbook.rules_check import write_check
from optimizer.reports.workbook.stated import write_stated
from optimizer.reports.workbook.values import Value, Values
from optimizer.results.plan import Plan
from optimizer.studies.uncertainty.precision import Interval


def workbook(
    plan: Plan,
    language: str = "en",
    command: str | None = None,
    *,
    kept: Interval | None = None,
) -> bytes:
    """The workbook (.xlsx) of a plan: scenario, evidence, plan, and live formulas between them.

    `command` is the one that wrote it, for the first sheet; left out, the one that solves the
    scenario again; `kept` the interval of the plan's additional people. The same plan gives the
    same bytes. Raises InvalidInput for a plan that was not
    found, an unknown language, or a text too long for a cell.
    """
    if language not in LANGUAGES:
        remedy = suggest(language, LANGUAGES)
        problem = pgettext("workbook", "'{language}' is no language.", language=language)
        raise InvalidInput([Issue("language", problem, remedy)])
    if not plan.found:
        problem = _("There is no plan to write.")
        remedy = _("See which rules conflict, and loosen one.")
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
    write_readme(draft, command, kept)
    for page in draft.pages.values():
        page.finish()
    titles = draft.book.sheetnames
    values = _checked(draft)
    return packed(_saved(draft), [values.get(title, {}) for title in titles])


def _checked(draft: Draft) -> Mapping[str, Mapping[str, Value]]:
    """Every formula's value by sheet and cell. Raises OptimizerError where they miss the plan."""
    values, plan = Values(draft.book), draft.plan
    found: dict[str, dict[str, Value]] = {}
    for sheet, cell, value in values.formulas():
        found.setdefault(sheet, {})[cell] = value
    page = draft.pages["plan"]
    totals = (plan.totals.net_people, plan.everyone.objective, plan.spent)
    for key, total in zip((c.key for c in page.columns[3:]), totals, strict=False):
        shown = float(found[page.title][f"{page.letter(key)}5"])
        if abs(shown - total) > CLOSE * max(1.0, abs(total)):
            raise OptimizerError(
                _(
                    "The workbook's formulas give {shown}, the plan has {total}.",
                    shown=shown,
                    total=total,
                )
            )
    return found


def _saved(draft: Draft) -> bytes:
    """The file as openpyxl writes it."""
    book, scenario = draft.book, draft.plan.scenario
    book.calculation.fullCalcOnLoad = True
    properties = book.properties
    properties.title = draft.say(scenario.title) if scenario.title else scenario.id
    properties.creator = scenario.author or "Talent Budget Optimizer"
    properties.description = scenario.fingerprint
    properties.language = draft.language
    raw = BytesIO()
    book.save(raw)
    return raw.getvalue()
