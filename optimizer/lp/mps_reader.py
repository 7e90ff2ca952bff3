"""MPS file, free or fixed → linear programme; nothing in it is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import isinf
from pathlib import Path

from optimizer.lp.file_faults import Faults
from optimizer.lp.file_text import LARGEST, number_of, text_of, wrong_side
from optimizer.lp.mps_parts import MpsColumn, MpsRow, program_of
from optimizer.lp.program import LinearProgram

_SECTIONS = {
    "NAME", "ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS", "OBJSENSE", "OBJSENSES", "ENDATA",
    "MAX", "MIN",
}  # fmt: skip
_BEYOND = {
    "QUADOBJ": "a quadratic objective", "QMATRIX": "a quadratic objective",
    "QSECTION": "a quadratic objective", "QCMATRIX": "quadratic rows", "CSECTION": "cones",
    "SOS": "special ordered sets", "SOS1": "special ordered sets", "SOS2": "special ordered sets",
    "SETS": "special ordered sets", "INDICATORS": "indicator rows", "LAZYCONS": "lazy rows",
    "USERCUTS": "user cuts", "GENCONS": "general constraints", "PWLOBJ": "a piecewise objective",
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
                self.faults.say(number, "This line stands in no section.", "구역에 속하지 않은 줄.")
            if self.faults.more:
                return
        self.faults.say(
            None,
            "The file ends before ENDATA: it is cut off, or no MPS file.",
            "ENDATA 없이 파일이 끝남. 잘렸거나 MPS 파일이 아님.",
        )

    def _section(self, number: int, words: list[str]) -> str:
        section = words[0].upper().replace("OBJSENSES", "OBJSENSE")
        if section in _BEYOND:
            self.faults.say(
                number, f"{section}: {_BEYOND[section]} cannot be stated.",
                f"지원하지 않는 구역: {section}.",
                "Give a linear programme.", "선형 계획 모형으로 제출.",
            )  # fmt: skip
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
            self.faults.say(
                number,
                f"'{words[0]}' is no direction.",
                f"최적화 방향이 아님: '{words[0]}'.",
                "Write MAX or MIN.",
                "MAX 또는 MIN 입력.",
            )
        self.maximise = said.startswith("MAX")

    def _row(self, number: int, words: list[str]) -> None:
        kind = words[0].upper()
        if len(words) != 2 or kind not in ("N", "L", "G", "E"):
            self.faults.shape(number, "N, L, G or E and a name", "N·L·G·E와 이름")
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
                self.faults.say(
                    number, f"The marker {words[2]} is not known.", f"알 수 없는 표지: {words[2]}."
                )
            self.whole = words[2] == "'INTORG'"
            return
        if len(words) not in (3, 5):
            self.faults.shape(
                number,
                "a column, then one or two rows with a number each",
                "변수 이름과 행 이름·숫자 쌍 1~2개",
            )
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
            self.faults.say(
                number,
                f"{section} has two sets, '{first}' and '{name}'.",
                f"{section}에 두 묶음이 있음: '{first}', '{name}'.",
                "Keep the one that is meant.",
                "사용할 묶음만 남김.",
            )

    def _rhs(self, number: int, words: list[str]) -> None:
        for row, value in self._named_pairs(number, "RHS", words):
            if row == self.objective:
                self.constant = -value
            else:
                self.rows[row].rhs = value

    def _range(self, number: int, words: list[str]) -> None:
        for row, value in self._named_pairs(number, "RANGES", words):
            if row == self.objective or self.rows[row].kind == "N":
                self.faults.say(
                    number,
                    f"The free row '{row}' cannot have a range.",
                    f"자유 행 '{row}'에는 범위를 둘 수 없음.",
                )
            else:
                self.rows[row].span = value

    def _named_pairs(
        self, number: int, section: str, words: list[str]
    ) -> Iterator[tuple[str, float]]:
        """The same with the name of the set before them, which may be left out."""
        if len(words) not in (2, 3, 4, 5):
            self.faults.shape(number, "one or two rows with a number each", "행 이름·숫자 쌍 1~2개")
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
            self.faults.say(
                number,
                f"{kind}: semi-continuous columns cannot be stated.",
                f"{kind}: 준연속 변수는 지원하지 않음.",
                "Write it with a column of 0 or 1.",
                "0-1 변수로 바꾸어 작성.",
            )
            return
        if kind not in _KINDS:
            self.faults.say(
                number,
                f"'{words[0]}' is no kind of bound.",
                f"한도 종류가 아님: '{words[0]}'.",
                f"Known: {', '.join(sorted(_KINDS))}.",
                f"사용 가능: {', '.join(sorted(_KINDS))}.",
            )
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
            self.faults.shape(number, "a kind, a set, a column and a number", "종류·묶음·변수·숫자")
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
