"""A table of programmes to foretell → records; their columns are those of track_record.csv."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from optimizer.domain.evidence import Evidence
from optimizer.domain.grade import Grade
from optimizer.domain.record import ProgrammeRecord
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import _
from optimizer.inputs.tables import read_raw

NEEDED = ("id", "country", "activity", "money", "currency", "price_year", "years", "money_pays")
"""Columns that every table has."""
MORE = ("years_low", "years_high", "announced", "realised", "scheme", "grade")
"""Columns that it may have; any other is not read."""


def load_programmes(path: Path, evidence: Evidence) -> list[ProgrammeRecord]:
    """The programmes of a CSV file, in its order. Raises InvalidInput with every problem."""
    issues: list[Issue] = []
    rows = read_raw(path, issues) or []
    header = [cell.strip() for cell in rows[0]] if rows else []
    if not issues:
        for name in NEEDED:
            if name not in header:
                problem = _("The column '{column}' is missing.", column=name)
                issues.append(Issue(f"{path.name}, row 1", problem, _HEADER))
    found = []
    if not issues:
        for number, cells in enumerate(rows[1:], 2):
            if any(cell.strip() for cell in cells):
                named = dict(zip(header, (cell.strip() for cell in cells), strict=False))
                found.append(_Row(f"{path.name}, row {number}", named, evidence, issues).record())
        if not found:
            issues.append(Issue(path.name, _("The table has no row."), _("Add a programme.")))
    if issues:
        raise InvalidInput(issues)
    return found


_HEADER = _("The header must hold: {columns}.", columns=", ".join(NEEDED))
_NUMBER = (_("'{text}' is no number above 0."), _("Write a number such as 12.5."))


@dataclass(frozen=True)
class _Row:
    """One row of the table, and where its faults are told."""

    where: str
    cells: Mapping[str, str]
    evidence: Evidence
    issues: list[Issue] = field(repr=False)

    def record(self) -> ProgrammeRecord:
        """The record; faulty cells are told in the issues, and stand as nothing."""
        name = self.cells.get("id", "") or self.where
        pays = self._word("money_pays", "money_pays")
        activity = self._word("activity", "activity")
        trained = activity == "visa_case"  # nobody is paid for years
        low, high = self._number("years_low"), self._number("years_high")
        return ProgrammeRecord(
            id=name, country=self.cells.get("country", ""), title={"en": name},
            counts={"en": name}, scheme=self.cells.get("scheme", ""), activity=activity,
            field="", money=self._number("money", needed=True),
            currency=self.cells.get("currency", "").upper(), money_covers="programme",
            money_pays=pays, price_year=int(self._number("price_year", needed=True) or 0),
            years=self._number("years", needed=not trained) or (1.0 if trained else None),
            years_low=low if low and high and low <= high else None,
            years_high=high if low and high and low <= high else None, years_assumed=False,
            announced=self._number("announced"), realised=self._number("realised"),
            complete=True, grade=self._grade(),
        )  # fmt: skip

    def _number(self, column: str, *, needed: bool = False) -> float | None:
        text = self.cells.get(column, "")
        if not text and not needed:
            return None
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if 0.0 < value < math.inf:
            return value
        problem, remedy = _NUMBER
        where = f"{self.where}, column {column}"
        self.issues.append(Issue(where, problem.filled(text=text), remedy))
        return None

    def _word(self, column: str, of: str) -> str:
        text = self.cells.get(column, "")
        known = [word for name, word in self.evidence.terms if name == of]
        if text not in known:
            problem = _("'{text}' is not known here.", text=text)
            where = f"{self.where}, column {column}"
            self.issues.append(Issue(where, problem, suggest(text, known)))
        return text

    def _grade(self) -> Grade:
        text = self.cells.get("grade", "") or "B"
        if text in {str(grade) for grade in Grade}:
            return Grade(text)
        problem = _("'{text}' is not known here.", text=text)
        where = f"{self.where}, column grade"
        self.issues.append(Issue(where, problem, suggest(text, [str(grade) for grade in Grade])))
        return Grade.X
