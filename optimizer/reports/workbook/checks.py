"""The sheet of checks: how many limits are missed, whether sums reconcile, what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from optimizer.i18n import Words, _, pgettext
from optimizer.reports.workbook.capacity import CLOSE
from optimizer.reports.workbook.draft import Draft, literal, summed
from optimizer.reports.workbook.looks import MONEY, PEOPLE, off_rule
from optimizer.reports.workbook.page import Column, Formula, Page
from optimizer.reports.workbook.rules_check import Section
from optimizer.reports.workbook.words import MISSED, OFF, OK


def write_summary(draft: Draft, sections: Sequence[Section]) -> None:
    """The sheet."""
    columns = [
        Column("path", "", 10, hidden=True),
        Column("kind", "", 10, hidden=True),
        Column("label", pgettext("column", "Check"), 62),
        Column("actual", _("Here"), 26),
        Column("limit", _("Compared with"), 26),
        Column("status", _("Verdict"), 30),
        Column("off", "", 6, hidden=True),
    ]
    page = draft.page("summary", columns)
    page.freeze("actual")
    page.group(_("Limits missed"), "label")
    first = page.row + 1
    for title, count in _counts(draft, sections):
        _row(draft, page, title, count, "0", whole=True)
    page.group(_("Sums reconcile"), "label")
    for title, one, other in _sums(draft):
        _row(draft, page, title, one, other)
    last = page.row
    page.group(_("Against the engine's plan"), "label")
    _changes(draft, page)
    draft.rows["missed",] = page.next("total")
    page.put("label", _("Checks missed in all"), "total")
    cells = page.span("off", "off", first, last)
    page.put("actual", Formula(f"SUM({cells})"), "total", "0")


def _counts(draft: Draft, sections: Sequence[Section]) -> Iterator[tuple[Words, str]]:
    check = draft.pages["check"]
    for section in sections:
        if section.last >= section.first:
            cells = check.span("off", "off", section.first, section.last)
            yield section.title, f"SUM({cells})"
    capacity = draft.pages["capacity"]
    years = [c.key for c in capacity.columns if c.key.isdigit()]
    parts = []
    for r in draft.plan.scenario.capacities:
        if ("left", r) in draft.rows:
            left = capacity.span(years[0], years[-1], draft.rows["left", r])
            there = capacity.span(years[0], years[-1], draft.rows["available", r])
            short = f"({left}<-{literal(CLOSE)}*(1+({there}>1)*({there}-1)))"
            parts.append(f"SUMPRODUCT(--{short})")
    yield _("Capacities"), "+".join(parts) or "0"


def _sums(draft: Draft) -> Iterator[tuple[Words, str, str]]:
    """Sums that have to be the same on two ways."""
    scenario = draft.plan.scenario
    spent = draft.fixed("money", ("spending",), "total")
    by_activity = [draft.fixed("money", ("spent", *key), "total") for key in draft.case.activities]
    yield (
        _("Spending by programme and by activity"),
        spent,
        summed(by_activity),
    )
    bound = [
        draft.fixed("money", (what, *key), "total")
        for key in draft.case.activities
        for what in ("committed", "opened")
        if (what, *key) in draft.rows
    ]
    late = draft.fixed("money", ("liability",), "total")
    yield (
        _("Committed: paid in these years or later"),
        summed(bound),
        f"{spent}+{late}",
    )
    net = draft.fixed("people", ("net",), "total")
    for entry, names, title in (
        (
            "channel",
            scenario.objective.channels,
            pgettext("sheet", "Net people by channel"),
        ),
        ("tier", scenario.objective.tiers, _("Net people by tier")),
    ):
        cells = [draft.fixed("people", (entry, name), "total") for name in names]
        yield title, net, summed(cells)


def _row(
    draft: Draft, page: Page, title: Words, one: str, other: str, *, whole: bool = False
) -> None:
    """A check: a count that has to be nought, or two sums that have to be the same."""
    row = page.next()
    form = "0" if whole else MONEY
    page.put("label", title, "text")
    page.put("actual", Formula(one), "result", form)
    page.put("limit", Formula(other), "result", form)
    here, there, off = (page.ref(key, row) for key in ("actual", "limit", "off"))
    if whole:
        page.put("off", Formula(here), "key")
        told = f'{here}&" {draft.say(MISSED)}"'
    else:
        gap = f"ABS({here}-{there})"
        page.put("off", Formula(f"IF({gap}>1E-6*MAX(1,ABS({there})),1,0)"), "key")
        told = f'"{draft.say(OFF)} "&FIXED({gap},4)'
    good = draft.say(OK)
    page.put("status", Formula(f'IF({off}=0,"{good}",{told})'), "status")
    cell = f"{page.letter('status')}{row}"
    page.sheet.conditional_formatting.add(cell, off_rule(cell, good))


def _changes(draft: Draft, page: Page) -> None:
    """What the changed cells add to the engine's plan, or take from it."""
    same = draft.say(_("as planned"))
    for title, cell, planned, form in (
        (_("Spent"), draft.fixed("money", ("spending",), "total"),
         draft.plan.spent, MONEY),
        (_("Net people"), draft.fixed("people", ("additional",), "total"),
         draft.plan.totals.net_people, PEOPLE),
        (_("Goal"), draft.fixed("people", ("goal",), "total"),
         draft.plan.everyone.objective, PEOPLE),
    ):  # fmt: skip
        row = page.next()
        page.put("label", title, "text")
        page.put("actual", Formula(cell), "result", form)
        page.put("limit", planned, "result", form)
        here, there = page.ref("actual", row), page.ref("limit", row)
        close = f"ABS({here}-{there})<=1E-6*MAX(1,ABS({there}))"
        sign = f'IF({here}>{there},"+","−")&FIXED(ABS({here}-{there}),3)'
        page.put("status", Formula(f'IF({close},"{same}",{sign})'), "status")
