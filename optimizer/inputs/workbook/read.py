"""An edited workbook → the scenario it states, every fault named by sheet and cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from optimizer.domain.evidence import Evidence
from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import _
from optimizer.inputs.load import scenario_of
from optimizer.inputs.tree import Location, at, spell
from optimizer.inputs.workbook.assemble import Assembled, assembled
from optimizer.inputs.workbook.entries import Entry
from optimizer.inputs.workbook.layout import (
    COLUMNS,
    KIND,
    PATH,
    SECTIONS,
    is_language,
    section_of,
    steps,
)
from optimizer.inputs.workbook.sheets import Sheet, missing_column, sheets


def import_workbook(path: Path, evidence: Evidence | None = None) -> Scenario:
    """The scenario that a workbook's input sheets state.

    Formulas and results are not read. Raises InvalidInput with every fault, each named by sheet
    and cell.

    Example:
        >>> from optimizer import api as tb
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     path = Path(folder) / "plan.xlsx"
        ...     _ = path.write_bytes(tb.report(tb.example(), "xlsx", draws=0))
        ...     tb.import_workbook(path) == tb.example()
        True
    """
    known = sheets(path, SECTIONS)
    issues = list(_incomplete(known, path))
    rows = [
        row for sheet in known.values() if sheet.key in SECTIONS for row in _rows(sheet, issues)
    ]
    read = assembled(rows)
    issues += read.issues
    try:
        scenario = scenario_of(read.document, evidence)
    except InvalidInput as fault:
        told = {issue.where for issue in issues}
        for issue in fault.issues:
            cell = _cell(issue.where, read, known)
            if cell not in told:
                issues.append(Issue(f"{cell} ({issue.where})", issue.problem, issue.remedy))
        raise InvalidInput(dict.fromkeys(issues)) from None
    if issues:
        raise InvalidInput(issues)
    return scenario


def _incomplete(known: Mapping[str, Sheet], path: Path) -> Iterator[Issue]:
    """Sheets and columns that are missing."""
    for key in SECTIONS:
        if key not in known:
            problem = _("The sheet of the {key} is missing.", key=key)
            remedy = _("Restore it, or write the workbook again.")
            yield Issue(path.name, problem, remedy)
            continue
        for column in COLUMNS:
            if column not in known[key].columns:
                yield missing_column(known[key], column)


def _rows(sheet: Sheet, issues: list[Issue]) -> Iterator[Entry]:
    """The rows that state something."""
    columns = [c for c in COLUMNS if c in sheet.columns and c != PATH]
    columns += [c for c in sheet.columns if c not in COLUMNS and is_language(c)]
    for number in sheet.numbers():
        cells = {c: sheet.cell(c, number, issues) for c in columns}
        name = sheet.cell(PATH, number, issues)
        path = steps(str(name.value).strip()) if name.value is not None else ()
        stated = [c for c in columns if c != KIND and cells[c].value is not None]
        if not path:
            if stated:
                problem = _("The row names no entry.")
                remedy = _(
                    "Write its path, such as budget.total, into this cell, or clear the row."
                )
                issues.append(Issue(name.address, problem, remedy))
            continue
        if section_of(path) != sheet.key:
            told = spell(path)
            problem = _("'{told}' does not belong on this sheet.", told=told)
            own = SECTIONS[sheet.key]
            elsewhere = _("Move the row to its own sheet.")
            remedy = suggest(str(path[0]), own) if own else elsewhere
            issues.append(Issue(name.address, problem, remedy))
            continue
        kind = str(cells[KIND].value or "") if KIND in cells else ""
        places = {c: cells[c].address for c in columns}
        blank = dict.fromkeys(COLUMNS, name.address)
        values = {c: cells[c].value for c in stated}
        yield Entry(path, kind, values, {**blank, **places})


def _cell(where: str, read: Assembled, known: Mapping[str, Sheet]) -> str:
    """The cell that a place of the document stands in, or the nearest one."""
    place = _by_position(steps(where), read.document)
    for end in range(len(place), 0, -1):
        if place[:end] in read.cells:
            return read.cells[place[:end]]
        below = [at for path, at in read.cells.items() if path[:end] == place[:end]]
        if below:
            return below[0]
    sheet = known.get(section_of(place)) if place else next(iter(known.values()), None)
    return where if sheet is None else sheet.address(PATH, sheet.first)


def _by_position(place: Location, document: Any) -> Location:
    """A place with the id of a rule replaced by its position."""
    if len(place) < 2 or place[0] != "rules":
        return place
    rules = at(document, ("rules",))
    ids = [at(rule, ("id",)) for rule in rules] if isinstance(rules, list) else []
    return ("rules", ids.index(place[1]), *place[2:]) if place[1] in ids else place
