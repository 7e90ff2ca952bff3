"""The plan sheet: the decisions as cells to change, with the totals they lead to above them."""

from __future__ import annotations

from openpyxl.worksheet.datavalidation import DataValidation

from optimizer.formulation.rules.base import title_of
from optimizer.i18n import _, verbatim
from optimizer.inputs.tree import Location
from optimizer.inputs.workbook.decisions import decision_rows, name_of, years_of
from optimizer.reports.workbook.draft import Draft, total_of_years, year_columns
from optimizer.reports.workbook.looks import MONEY, PEOPLE, UNITS, off_rule
from optimizer.reports.workbook.page import Formula, Page
from optimizer.reports.workbook.words import MISSED, OK
from optimizer.results.build import amount

YES, NO = _("yes"), _("no")
NOTHING = 1e-11
"""Decisions below it are rounding of the solver."""
_GROUPS = {
    "money": _("What is spent: money committed, or units bought"),
    "people": _("Who is supported"),
}
LEAD = 4


def write_plan(draft: Draft) -> None:
    """The sheet, but for the totals in its lead, which need the other sheets."""
    page = draft.page("plan", year_columns(draft, draft.case.outcome_years), lead=LEAD)
    page.freeze(str(draft.case.years[0]))
    group = ""
    for row in decision_rows(draft.plan.scenario):
        wanted = "people" if row[0] == "people" else "money"
        if wanted != group:
            page.group(_GROUPS[wanted], "label")
            group = wanted
        page.next()
        draft.rows[row] = page.row
        page.key(name_of(row))
        form = _named(draft, page, row)
        for y in years_of(row, draft.plan.scenario):
            page.put(str(y), decided(draft, row, y), "input", form)
        total_of_years(draft, page, form, money=row[0] == "money")
    _validated(draft, page)


def decided(draft: Draft, row: Location, year: int) -> float:
    """What the plan decides in a row of decisions and a year."""
    value = draft.plan.solution.value
    if row[0] == "money":
        account = draft.case.accounts[str(row[1]), str(row[2])]
        found = amount(account.commissioned(year), value)
    else:
        found = value[*row, year]
    if row[0] == "opens":
        return float(round(found))
    return found if found > NOTHING else 0.0


def _named(draft: Draft, page: Page, row: Location) -> str:
    """Title, detail and unit of a row; the format of its numbers."""
    scenario, what = draft.plan.scenario, row[0]
    if what == "people":
        pathway = scenario.pathways[str(row[1])]
        page.put("label", draft.titled(scenario.pathways, str(row[1])), "text")
        many = len(pathway.bands) > 1
        page.put("detail", _step(draft, int(row[2])) if many else _kind(draft, str(row[1])), "text")
        page.put("unit", _("persons"), "text")
        return PEOPLE
    programme = scenario.programmes[str(row[1])]
    activity = programme.activities[str(row[2])]
    title = draft.say(title_of(programme.activities, str(row[2])))
    page.put("label", draft.titled(scenario.programmes, str(row[1])), "text")
    if what == "money":
        page.put("detail", title, "text")
        page.put("unit", draft.money_unit, "text")
        return MONEY
    if what == "opens":
        opens = draft.say(_("opens in this year (1)"))
        page.put("detail", f"{title}: {opens}", "text")
        page.put("unit", "0 / 1", "text")
        return "0"
    many = len(getattr(activity.supply, "bands", ())) > 1
    page.put("detail", f"{title}: {_step(draft, int(row[3]))}" if many else title, "text")
    page.put("unit", activity.unit or _("units"), "text")
    return UNITS


def _step(draft: Draft, number: int) -> str:
    return draft.say(_("step {number}", number=number + 1))


def _kind(draft: Draft, pathway: str) -> str:
    """Channel and tier of a pathway."""
    path = draft.plan.scenario.pathways[pathway]
    words = {"retained": _("retained"), "attracted": _("attracted")}
    channel = words.get(path.channel, verbatim(path.channel))
    tier = _("tier {tier}", tier=path.tier)
    return f"{draft.say(channel)}, {draft.say(tier)}"


def _validated(draft: Draft, page: Page) -> None:
    """Refuses texts and negative numbers as they are typed."""
    years = draft.case.outcome_years
    cells = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0")
    cells.error = draft.say(_("Give a number of 0 or more."))
    page.sheet.add_data_validation(cells)
    first, last = page.letter(str(years[0])), page.letter(str(years[-1]))
    cells.add(f"{first}{page.header + 1}:{last}{page.row}")


def switch(draft: Draft) -> str:
    """Reference to the cell that says whether people follow the capacity there is."""
    return draft.pages["plan"].ref("detail", 4 + LEAD - 1)


def write_lead(draft: Draft) -> None:
    """Totals now and in the engine's plan, and the switch."""
    page = draft.pages["plan"]
    keys = [c.key for c in page.columns][3:]
    known = (
        (_("Net people"), draft.fixed("people", ("additional",), "total"),
         draft.plan.totals.net_people, PEOPLE),
        (_("Goal"), draft.fixed("people", ("goal",), "total"),
         draft.plan.everyone.objective, PEOPLE),
        (_("Spent"), draft.fixed("money", ("spending",), "total"),
         draft.plan.spent, MONEY),
        (_("Unspent"), draft.fixed("money", ("unspent",), "total"),
         draft.plan.unspent, MONEY),
    )  # fmt: skip
    page.put("label", _("Totals"), "header", row=4)
    page.put("label", _("Now (by formula)"), "total", row=5)
    page.put("label", _("The engine's plan"), "result", row=6)
    for key, (title, cell, planned, form) in zip(keys, known, strict=False):
        page.put(key, title, "header", row=4)
        page.put(key, Formula(cell), "total", form, row=5)
        page.put(key, round(planned, 9) + 0.0, "result", form, row=6)
    _verdict(draft, page, keys[len(known)])
    page.put("label", _FOLLOW, "text", row=7)
    page.put("detail", YES, "input", row=7)
    page.put("unit", _FOLLOW_NOTE, "note", row=7)
    choice = DataValidation("list", formula1=f'"{draft.say(YES)},{draft.say(NO)}"')
    page.sheet.add_data_validation(choice)
    choice.add(f"{page.letter('detail')}7")


def _verdict(draft: Draft, page: Page, key: str) -> None:
    """How many checks are missed; red where there are any."""
    missed = draft.pages["summary"].ref("actual", draft.rows["missed",])
    good, bad = draft.say(OK), draft.say(MISSED)
    page.put(key, draft.pages["summary"].title, "header", row=4)
    page.put(key, Formula(f'IF({missed}=0,"{good}",{missed}&" {bad}")'), "status", row=5)
    cell = f"{page.letter(key)}5"
    page.sheet.conditional_formatting.add(cell, off_rule(cell, good))


_FOLLOW = _("People follow capacity")
_FOLLOW_NOTE = _(
    "yes: people rise and fall in proportion to the capacity they need; no: exactly as typed."
)
