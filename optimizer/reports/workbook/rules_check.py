"""The sheet of rules: each budget, rule and physical limit with what is left and a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from optimizer.i18n import Words, _, pgettext
from optimizer.reports.workbook.draft import Draft, literal
from optimizer.reports.workbook.limits import Limit, limits
from optimizer.reports.workbook.looks import MONEY, off_rule
from optimizer.reports.workbook.page import Column, Formula, Page
from optimizer.reports.workbook.words import OFF, OK, OVER, SHORT

CLOSE = 1e-6
"""Share of a limit by which it may be missed and still count as kept."""
SENSES = {"<=": "≤", ">=": "≥", "==": "="}


@dataclass(frozen=True)
class Section:
    """Limits of one sort, and the rows they fill."""

    key: str
    title: Words
    first: int
    last: int


def write_check(draft: Draft) -> list[Section]:
    """The sheet; its sections, for the summary."""
    page = draft.page("check", _columns(draft))
    page.freeze("actual")
    sections = []
    for key, title, known in _sections(draft):
        page.group(title, "label")
        first = page.row + 1
        for limit in known:
            _row(draft, page, limit)
        sections.append(Section(key, title, first, page.row))
    return sections


def _columns(draft: Draft) -> list[Column]:
    def column(key: str, words: Words, width: float) -> Column:
        return Column(key, words, width)

    return [
        Column("path", "", 10, hidden=True),
        Column("kind", "", 10, hidden=True),
        column("label", _("Limit"), 52),
        column("detail", _("Kind"), 26),
        column("unit", _("Unit"), 15),
        column("actual", _("Actual"), 14),
        column("sense", _("must be"), 9),
        column("limit", _("Limit"), 14),
        column("slack", pgettext("column", "Left"), 14),
        column("status", _("Check"), 20),
        Column("off", "", 6, hidden=True),
        column("force", _("Law or policy"), 12),
        column("owner", _("Owner"), 34),
    ]


def _sections(draft: Draft) -> Iterator[tuple[str, Words, Iterable[Limit]]]:
    budgets, rules, there = limits(draft)
    yield "budget", _("Budget"), budgets
    yield "rules", _("Policy rules"), rules
    yield "physical", _("What there is"), there


def _row(draft: Draft, page: Page, limit: Limit) -> None:
    row = page.next()
    page.put("label", limit.title, "text")
    page.put("detail", limit.kind, "text")
    page.put("unit", limit.unit, "text")
    if limit.force is not None:
        page.put("force", limit.force, "text")
    if limit.owner is not None:
        page.put("owner", limit.owner, "text")
    if not limit.actual:
        page.put("status", OK, "note")
        page.put("sense", _("off"), "status")
        page.put("off", 0, "key")
        return
    form = MONEY if limit.unit == draft.money_unit else "#,##0.000"
    actual, bound, slack = (page.ref(k, row) for k in ("actual", "limit", "slack"))
    page.put("actual", Formula(limit.actual), "result", form)
    page.put("sense", SENSES[limit.sense], "status")
    page.put("limit", Formula(limit.bound), "result", form)
    left = {
        "<=": f"{bound}-{actual}", ">=": f"{actual}-{bound}", "==": f"-ABS({actual}-{bound})",
    }[limit.sense]  # fmt: skip
    page.put("slack", Formula(f"ROUND({left},9)"), "total", form)
    close = literal(limit.close or CLOSE)
    scale = "1" if limit.close else f"MAX(1,ABS({bound}))"
    page.put("off", Formula(f"IF({slack}<-{close}*{scale},1,0)"), "key")
    word = draft.say({"<=": OVER, ">=": SHORT, "==": OFF}[limit.sense])
    off = page.ref("off", row)
    told = f'IF({off}=1,"{word} "&FIXED(-{slack},2),"{draft.say(OK)}")'
    page.put("status", Formula(told), "status")
    cell = f"{page.letter('status')}{row}"
    page.sheet.conditional_formatting.add(cell, off_rule(cell, draft.say(OK)))
