"""The workbook in the making: its pages, and where each number of the scenario stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from openpyxl.workbook import Workbook

from optimizer.domain.wording import entry_unit
from optimizer.formulation.case import Case
from optimizer.formulation.named_sums import NamedSums, named_sums
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, pgettext
from optimizer.inputs.tree import Location
from optimizer.reports.workbook.looks import add_styles
from optimizer.reports.workbook.page import Column, Formula, Page
from optimizer.reports.workbook.words import SHEETS, money_unit
from optimizer.results.plan import Plan


@dataclass
class Draft:
    """A workbook that is being written, for one plan in one language."""

    plan: Plan
    language: str
    book: Workbook = field(default_factory=Workbook)
    pages: dict[str, Page] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    """Place in the document → the expression that formulas use for its number."""
    rows: dict[Location, int] = field(default_factory=dict)
    """What a row of a computed sheet holds, e.g. ('units', p, a) → its number there."""

    def __post_init__(self) -> None:
        add_styles(self.book, self.language)
        assert self.book.active is not None
        self.book.remove(self.book.active)
        for title, _other in SHEETS.values():
            self.book.create_sheet(title.in_(self.language))

    @cached_property
    def sums(self) -> NamedSums:
        """The case in named sums, once the sheets that state the document are written."""
        known = {path for path, text in self.numbers.items() if "!" in text}
        return named_sums(self.plan.scenario, known)

    @property
    def case(self) -> Case:
        """The plan's case."""
        return self.plan.case

    def say(self, words: Words) -> str:
        """Words in the language of the workbook."""
        return words.in_(self.language)

    def titled(self, entries: Mapping[str, Any], name: str) -> str:
        """Title of a named entry of the document."""
        return self.say(title_of(entries, name))

    @property
    def money_unit(self) -> str:
        """The unit of money as the workbook says it."""
        return money_unit(self.plan.scenario.money.unit, self.language)

    def page(self, key: str, columns: Sequence[Column], *, lead: int = 0) -> Page:
        """Begins a sheet."""
        page = Page(self.book, key, self.language, columns, lead=lead)
        self.pages[key] = page
        return page

    def number(self, path: str) -> str:
        """The expression for a number of the document; 0 where it is left out."""
        return self.numbers.get(path, "0")

    def fixed(self, sheet: str, row: Location, key: str) -> str:
        """Reference to a cell of a computed row, e.g. the units of an activity in a year."""
        return self.pages[sheet].ref(key, self.rows[row])

    def range(self, sheet: str, row: Location, years: Sequence[int]) -> str:
        """Reference to consecutive years of a computed row."""
        return self.pages[sheet].span(str(years[0]), str(years[-1]), self.rows[row])


def literal(value: float) -> str:
    """A number as formulas write it."""
    text = repr(float(value)).upper().removesuffix(".0")
    return f"({text})" if value < 0 else text


def summed(parts: Sequence[str]) -> str:
    """The sum of cells and blocks; 0 for none. At most 200 arguments stand in one SUM."""
    if not parts:
        return "0"
    sums = [f"SUM({','.join(parts[i : i + 200])})" for i in range(0, len(parts), 200)]
    return "+".join(sums)


def year_columns(draft: Draft, years: Sequence[int], *, totals: bool = True) -> list[Column]:
    """Columns of a computed sheet: names, unit, a column for each year, the sum of all years."""
    unit = large(draft)[1]
    columns = [
        Column("path", "", 10, hidden=True),
        Column("kind", "", 10, hidden=True),
        Column("label", pgettext("head", "What"), 42),
        Column("detail", _("Detail"), 34),
        Column("unit", _("Unit"), 15),
        *(Column(str(y), _("{y}", y=y), 13) for y in years),
    ]
    if totals:
        columns.append(Column("total", _("All years"), 14))
        columns.append(Column("large", _("in {unit}", unit=unit), 12))
    return columns


def total_of_years(draft: Draft, page: Page, form: str, *, money: bool = False) -> None:
    """The sum of the current row's years; money also in the unit a person speaks of."""
    years = [c.key for c in page.columns if c.key.isdigit()]
    cells = page.span(years[0], years[-1], page.row)
    page.put("total", Formula(f"SUM({cells})"), "total", form)
    if money:
        size = literal(large(draft)[0])
        page.put("large", Formula(f"{page.ref('total', page.row)}/{size}"), "total", form)


def large(draft: Draft) -> tuple[float, str]:
    """The unit in which a person speaks of the budget, e.g. billion won: its size and its name."""
    return entry_unit(draft.plan.budget, draft.plan.scenario.money.parsed, draft.language)
