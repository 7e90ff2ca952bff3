"""The first sheet: what the workbook is, where it comes from, how to use it, its marks."""

from __future__ import annotations

from openpyxl.worksheet.hyperlink import Hyperlink

from optimizer.i18n import Words, _, pgettext
from optimizer.reports.provenance import provenance
from optimizer.reports.workbook.draft import Draft
from optimizer.reports.workbook.looks import ASSUMPTION
from optimizer.reports.workbook.page import Column, Formula, Page
from optimizer.reports.workbook.words import OK, SHEETS
from optimizer.results.contract import contract
from optimizer.studies.uncertainty.precision import Interval
from optimizer.studies.uncertainty.words import interval_words

_USE = (
    _(
        "Change a shaded cell of the plan. Spending, capacity, people, rules "
        "and totals follow by formula; a check that fails turns red and says "
        "by how much."
    ),
    _(
        "People do not re-optimise: they rise and fall in proportion to the "
        "capacity they need. What the money could do at best is the engine's "
        "to say: talent-budget evaluate SCENARIO --plan THIS-FILE.xlsx."
    ),
    _(
        "Change shaded cells of the input sheets (a number in use follows at "
        "once), save, and run talent-budget import THIS-FILE.xlsx --out "
        "scenario.yaml. Rows may be added: write the path of the entry in the "
        "first column. What is new appears in the plan once the scenario is "
        "imported and solved again."
    ),
)
_MARKS = (
    ("input", "1,234", _("may be changed")),
    ("result", "1,234", _("computed by formula")),
    ("total", "1,234", _("sum")),
    (
        "assumption",
        f"{ASSUMPTION} X",
        _("assumption: nobody has measured it (hatched)"),
    ),
    ("header", "…", _("column titles; they repeat on every printed page")),
)


def write_readme(draft: Draft, command: str | None, kept: Interval | None) -> None:
    """The sheet."""
    page = draft.page("readme", [
        Column("path", "", 10, hidden=True),
        Column("kind", "", 10, hidden=True),
        Column("label", pgettext("head", "What"), 34),
        Column("value", _("Content"), 110),
    ])  # fmt: skip
    page.sheet.page_setup.fitToHeight = 1
    scenario = draft.plan.scenario
    _line(page, _("Verdict now"), None)
    missed = draft.pages["summary"].ref("actual", draft.rows["missed",])
    good, bad = draft.say(OK), draft.say(_("checks missed; see Checks"))
    page.put("value", Formula(f'IF({missed}=0,"{good}",{missed}&" {bad}")'), "total")
    for sentence in draft.plan.sentences[:3]:
        _line(page, _("The engine's plan"), sentence)
    if kept is not None:
        said = f"90%, {draft.say(interval_words(kept, kept=True))}"
        _line(page, _("Additional people"), said)
        _line(page, "", contract("uncertainty_kept").sentence)
    page.group(_("Where it comes from"), "label")
    for fact in provenance(draft.plan, command):
        _line(page, fact.title, fact.value)
    if scenario.money.prices:
        _line(page, _("Price basis"), scenario.money.prices)
    page.group(_("How to use it"), "label")
    for text in _USE:
        _line(page, "", text)
    page.group(_("Marks"), "label")
    for style, shown, meaning in _MARKS:
        _line(page, shown, meaning)
        page.put("label", shown, style)
    if scenario.cautions:
        page.group(_("Cautions"), "label")
        for caution in scenario.cautions:
            _line(page, "", caution)
    page.group(_("Sheets"), "label")
    for title, note in list(SHEETS.values())[1:]:
        _line(page, title, note)
        _link(page, title, draft)


def _line(page: Page, label: Words | str, text: Words | str | None) -> None:
    page.next()
    page.put("label", label, "text")
    page.put("value", text, "text")


def _link(page: Page, title: Words, draft: Draft) -> None:
    cell = page.sheet.cell(page.row, page.place["label"])
    place = f"'{draft.say(title)}'!A1"
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place, display=draft.say(title))
