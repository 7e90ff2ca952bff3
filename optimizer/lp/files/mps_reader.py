"""MPS file, free or fixed → linear programme; nothing in it is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import isinf
from pathlib import Path

from optimizer.i18n import _, pgettext
from optimizer.lp.files.faults import LINEAR, Faults
from optimizer.lp.files.mps_parts import MpsColumn, MpsRow, program_of
from optimizer.lp.files.text import LARGEST, number_of, text_of, wrong_side
from optimizer.lp.program import LinearProgram

_SECTIONS = {
    "NAME", "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS", "OBJSENSE", "OBJSENSES", "ENDATA",
    "MAX", "MIN",
}  # fmt: skip
_QUADRATIC = pgettext("section", "a quadratic objective")
_SETS = pgettext("section", "special ordered sets")
_BEYOND = {
    "QUADOBJ": _QUADRATIC, "QMATRIX": _QUADRATIC, "QSECTION": _QUADRATIC,
    "QCMATRIX": pgettext("section", "quadratic rows"), "CSECTION": pgettext("section", "cones"),
    "SOS": _SETS, "SOS1": _SETS, "SOS2": _SETS, "SETS": _SETS,
    "INDICATORS": pgettext("section", "indicator rows"),
    "LAZYCONS": pgettext("section", "lazy rows"), "USERCUTS": pgettext("section", "user cuts"),
    "GENCONS": pgettext("section", "general constraints"),
    "PWLOBJ": pgettext("section", "a piecewise objective"),
}  # fmt: skip
_SPANS = ((1, 3), (4, 12), (14, 22), (24, 36), (39, 47), (49, 61))
"""Where the fields of the fixed format stand."""
_NO_VALUE = {"FR", "MI", "PL", "BV"}
_KINDS = _NO_VALUE | {"LO", "UP", "FX", "LI", "UI"}


def read_mps(path: str | Path, *, largest: int = LARGEST) -> LinearProgram:
    """The programme of an MPS file, free or fixed, plain or gzip; names are the keys.

    A row with two limits (RANGES) becomes two, called (name, ">=") and (name, "<="); rows without
    limits are left out. Whole columns without bounds go from 0 to 1, limits from 1e20 on are none,
    as in HiGHS and CPLEX. Raises InvalidInput with every problem: what is no number, names unknown
    or given twice, semi-continuous columns, quadratic parts, sets, a file of more than `largest`
    bytes or one that ends early.
    """
    path = Path(path)
    lines = text_of(path, largest).split("\n")
    free = _Reader(path.name, lines, fixed=False)
    if not free.faults.issues:
        return free.program
    fixed = _Reader(path.name, lines, fixed=True)
    fewer = min((free, fixed), key=lambda reading: len(reading.faults.issues))
    fewer.faults.refuse()
    return fixed.program


class _Reader:
    """One reading of the lines; what is wrong is collected in `faults`."""

    def __init__(self, name: str, lines: Sequence[str], *, fixed: bool) -> None:
        self.faults, self.fixed = Faults(name), fixed
        self.rows: dict[str, MpsRow] = {}
        self.columns: dict[str, MpsColumn] = {}
        self.objective: str | None = None
        self.constant, self.maximise, self.whole = 0.0, False, False
        self.set_names: dict[str, str] = {}
        self.seen: set[tuple[str, str]] = set()
        self._read(lines)
        if not self.faults.issues:
            self._check_bounds()

    def _read(self, lines: Sequence[str]) -> None:
        work: dict[str, Callable[[int, list[str]], None]] = {
            "ROWS": self._row,
            "COLUMNS": self._entry,
            "RHS": self._rhs,
            "RANGES": self._range,
            "BOUNDS": self._bound,
            "OBJSENSE": self._sense,
        }
        section = ""
        for number, line in enumerate(lines, 1):
            if not line or line[0] == "*" or not line.strip():
                continue
            if line[0] not in " \t" and line.split(None, 1)[0].upper() in _SECTIONS | set(_BEYOND):
                section = self._section(number, line.split())
                if section == "ENDATA":
                    return
                continue
            reader = work.get(section)
            if reader is not None:
                words = self._fields(line) if self.fixed else line.split()
                words = _before_comment(words) if "$" in line else words
                reader(number, words or [""])
            elif section not in _BEYOND:
                self.faults.add(number, _("This line stands in no section."))
            if self.faults.more:
                return
        said = _("The file ends before ENDATA: it is cut off, or no MPS file.")
        self.faults.add(None, said)

    def _section(self, number: int, words: list[str]) -> str:
        section = words[0].upper().replace("OBJSENSES", "OBJSENSE")
        if section in _BEYOND:
            what = _BEYOND[section]
            said = _("{section}: {what} cannot be stated.", section=section, what=what)
            self.faults.add(number, said, LINEAR)
        if section in ("MAX", "MIN"):
            self.maximise, section = section == "MAX", "OBJSENSE"
        elif section == "OBJSENSE" and len(words) > 1:
            self._sense(number, words[1:])
        return section

    def _fields(self, line: str) -> list[str]:
        """The fields of a fixed line that are not blank, by their places."""
        line = line.expandtabs(8)
        if "'MARKER'" in line:
            return line.split()
        return [part for a, b in _SPANS if (part := line[a:b].strip())]

    def _sense(self, number: int, words: list[str]) -> None:
        said = words[0].upper()
        if said[:3] not in ("MAX", "MIN"):
            problem = _("'{word}' is no direction.", word=words[0])
            self.faults.add(number, problem, _("Write MAX or MIN."))
        self.maximise = said.startswith("MAX")

    def _row(self, number: int, words: list[str]) -> None:
        kind = words[0].upper()
        if len(words) != 2 or kind not in ("N", "L", "G", "E"):
            self.faults.shape(number, pgettext("fields", "N, L, G or E and a name"))
            return
        name = words[1]
        if name in self.rows or name == self.objective:
            self.faults.twice(number, name)
        elif kind == "N" and self.objective is None:
            self.objective = name
        else:
            self.rows[name] = MpsRow(kind)

    def _entry(self, number: int, words: list[str]) -> None:
        if len(words) >= 3 and words[1] == "'MARKER'":
            if words[2] not in ("'INTORG'", "'INTEND'"):
                problem = _("The marker {marker} is not known.", marker=words[2])
                self.faults.add(number, problem)
            self.whole = words[2] == "'INTORG'"
            return
        if len(words) not in (3, 5):
            fields = pgettext("fields", "a column, then one or two rows with a number each")
            self.faults.shape(number, fields)
            return
        name = words[0]
        column = self.columns.get(name)
        if column is None:
            column = self.columns[name] = MpsColumn(self.whole)
        for row, value in self._pairs(number, words[1:]):
            if ("", name) in self.seen and row == self.objective:
                self.faults.twice(number, f"{name} {row}")
            elif row == self.objective:
                self.seen.add(("", name))
                column.gain = value
            elif name in self.rows[row].terms:
                self.faults.twice(number, f"{name} {row}")
            else:
                self.rows[row].terms[name] = value

    def _pairs(self, number: int, words: list[str]) -> Iterator[tuple[str, float]]:
        """Rows and numbers; those that are known and are numbers."""
        for row, text in zip(words[::2], words[1::2], strict=True):
            value = number_of(text)
            if row not in self.rows and row != self.objective:
                self.faults.unknown(number, row, [*self.rows, *filter(None, [self.objective])])
            elif value is None or isinf(value):
                self.faults.number(number, text)
            else:
                yield row, value

    def _set(self, number: int, section: str, name: str) -> None:
        first = self.set_names.setdefault(section, name)
        if first != name:
            problem = _(
                "{section} has two sets, '{first}' and '{name}'.",
                section=section,
                first=first,
                name=name,
            )
            self.faults.add(number, problem, _("Keep the one that is meant."))

    def _rhs(self, number: int, words: list[str]) -> None:
        for row, value in self._named_pairs(number, "RHS", words):
            if row == self.objective:
                self.constant = -value
            else:
                self.rows[row].rhs = value

    def _range(self, number: int, words: list[str]) -> None:
        for row, value in self._named_pairs(number, "RANGES", words):
            if row == self.objective or self.rows[row].kind == "N":
                problem = _("The free row '{row}' cannot have a range.", row=row)
                self.faults.add(number, problem)
            else:
                self.rows[row].span = value

    def _named_pairs(
        self, number: int, section: str, words: list[str]
    ) -> Iterator[tuple[str, float]]:
        """The same with the name of the set before them, which may be left out."""
        if len(words) not in (2, 3, 4, 5):
            self.faults.shape(number, pgettext("fields", "one or two rows with a number each"))
            return
        if len(words) % 2:
            self._set(number, section, words[0])
        for row, value in self._pairs(number, words[len(words) % 2 :]):
            if (section, row) in self.seen:
                self.faults.twice(number, f"{section} {row}")
            self.seen.add((section, row))
            yield row, value

    def _bound(self, number: int, words: list[str]) -> None:
        kind = words[0].upper()
        if kind in ("SC", "SI"):
            problem = _("{kind}: semi-continuous columns cannot be stated.", kind=kind)
            self.faults.add(number, problem, _("Write it with a column of 0 or 1."))
            return
        if kind not in _KINDS:
            problem = _("'{word}' is no kind of bound.", word=words[0])
            remedy = _("Known: {known}.", known=", ".join(sorted(_KINDS)))
            self.faults.add(number, problem, remedy)
            return
        found = self._bound_parts(number, kind, words[1:])
        if found is None:
            return
        name, value = found
        column = self.columns[name]
        if kind in column.stated:
            self.faults.twice(number, f"{kind} {name}")
        column.bound(kind, value)

    def _bound_parts(self, number: int, kind: str, words: list[str]) -> tuple[str, float] | None:
        """The column and the number of a bound; the name of its set may be left out."""
        least = 1 if kind in _NO_VALUE else 2
        if kind in _NO_VALUE and len(words) == 3:
            words = words[:2]  # a number behind a bound that takes none
        if len(words) not in (least, least + 1):
            self.faults.shape(number, pgettext("fields", "a kind, a set, a column and a number"))
            return None
        if len(words) > least:
            self._set(number, "BOUNDS", words[0])
            words = words[1:]
        value = 0.0 if least == 1 else number_of(words[1])
        if words[0] not in self.columns:
            self.faults.unknown(number, words[0], list(self.columns))
        elif value is None:
            self.faults.number(number, words[1])
        else:
            return words[0], value
        return None

    def _check_bounds(self) -> None:
        for name, c in self.columns.items():
            if c.upper < 0.0 and not c.stated & {"LO", "LI", "MI", "FR", "FX"}:
                self.faults.below_nought(name)
            if wrong_side(c.lower, c.upper):
                self.faults.endless(name)
        for name, r in self.rows.items():
            if r.kind != "N" and wrong_side(*r.limits):
                self.faults.endless(name)

    @property
    def program(self) -> LinearProgram:
        """What the lines say, once nothing is wrong with them."""
        return program_of(self.columns, self.rows, self.maximise, self.constant, self.faults)


def _before_comment(words: list[str]) -> list[str]:
    """The fields before one that begins with $, which only a comment does behind the second."""
    end = next((i for i, word in enumerate(words) if i > 1 and word[0] == "$"), len(words))
    return words[:end]
