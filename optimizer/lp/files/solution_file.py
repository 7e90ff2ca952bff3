"""A solution file of another solver → values in the order of our columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isfinite

import numpy as np

from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import _
from optimizer.lp.files.ascii_names import CONSTANT, OBJECTIVE, Names
from optimizer.lp.program import FloatArray

Values = dict[str, float]
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_DIGITS = {"CBC": 8, "GLPK report": 6, "HiGHS table": 6}
"""Significant digits of formats that round; the others write numbers out."""


@dataclass(frozen=True, eq=False)
class Claim:
    """What a solution file claims: `x` (n,) by column; a column that it leaves out is 0.

    `digits` are the significant digits that its format shows.
    """

    format: str
    x: FloatArray
    digits: int = 15


def read_solution(text: str, names: Names, where: str = "solution") -> Claim:
    """The claim in a solution file of CBC, GLPK (`-o`, `-w`), HiGHS or CPLEX, or `name value`.

    The last is read with blanks, tabs, commas or semicolons between, as Gurobi and SCIP write it
    and as a table saved as CSV. Raises InvalidInput with every fault: a file that states no plan,
    unknown or repeated names, and what is no number.
    """
    style, read = _style(text)
    entries = list(read(text, names, where))
    if not {name for name, _other in entries} & set(names.columns):
        problem = _("The file gives no value of any column of the programme.")
        remedy = _("Give the solution that a solver wrote for our MPS or LP file.")
        raise InvalidInput([Issue(where, problem, remedy)])
    found = _values(entries, names, where)
    x = np.array([found.get(name, 0.0) for name in names.columns], dtype=np.float64)
    return Claim(style, x, _DIGITS.get(style, 15))


def _values(entries: Iterable[tuple[str, str]], names: Names, where: str) -> Values:
    """The values by name. Raises InvalidInput with every fault."""
    issues: list[Issue] = []
    found: Values = {}
    known = {*names.columns, *names.rows, OBJECTIVE, CONSTANT}
    for name, written in entries:
        if name not in known:
            problem = _("The programme has no column called '{name}'.", name=name)
            issues.append(Issue(where, problem, suggest(name, names.columns)))
        elif name in found:
            problem = _("The value of '{name}' is given twice.", name=name)
            issues.append(Issue(where, problem, _("Keep one.")))
        value = _number(written)
        if value is None:
            problem = _("'{written}' is no value for '{name}'.", written=written, name=name)
            issues.append(Issue(where, problem, _("Give a number.")))
        found[name] = value or 0.0
    if issues:
        raise InvalidInput(issues)
    return found


Reader = Callable[[str, Names, str], Iterator[tuple[str, str]]]


def _style(text: str) -> tuple[str, Reader]:
    """The kind of file, by marks that only it has."""
    if re.search(r"^s (bas|mip|ipt) ", text, re.MULTILINE):
        return "GLPK", _glpk_numbers
    if re.search(r"^\s+No\. Column name ", text, re.MULTILINE):
        return "GLPK report", _glpk_report
    if re.match(r"\s*Columns\s*\n\s*Index\s+Status\s", text):
        return "HiGHS table", _highs_table
    if re.match(r"\s*Model status", text):
        return "HiGHS", _highs
    if re.match(r".* - objective value ", text):
        return "CBC", _cbc
    if "<CPLEXSolution" in text:
        return "CPLEX", _cplex
    return "names and values", _plain


def _number(written: str) -> float | None:
    try:
        value = float(written)
    except ValueError:
        return None
    return value if isfinite(value) else None


def _none(where: str, said: str) -> InvalidInput:
    problem = _("The solver found no plan: it says '{said}'.", said=said)
    remedy = _("Only the values of a plan can be checked; solve again.")
    return InvalidInput([Issue(where, problem, remedy)])


def _cbc(text: str, names: Names, where: str) -> Iterator[tuple[str, str]]:
    """Lines `number name value reduced-cost`, those off their bounds with `**` before them."""
    head, *lines = text.strip().splitlines()
    if re.match(r"(?i)(integer |primal ?)?infeasible|unbounded|dual ?infeasible", head):
        raise _none(where, head.partition(" - ")[0])
    yield from _columns_of([line.replace("**", "  ").split()[1:3] for line in lines], names)


def _columns_of(entries: list[list[str]], names: Names) -> Iterator[tuple[str, str]]:
    """Entries with a name and a value; those of rows, which may be printed as well, left out."""
    rows = set(names.rows)
    for entry in entries:
        if len(entry) > 1 and entry[0] not in rows:
            yield entry[0], entry[1]


def _glpk_numbers(text: str, names: Names, where: str) -> Iterator[tuple[str, str]]:
    """`j number [status] value …`; columns by number, in the order of our files."""
    lines = [line.split() for line in text.splitlines()]
    head = next(line for line in lines if line[:1] == ["s"])
    if head[4] not in ("f", "o"):
        meaning = {"i": "infeasible", "n": "no feasible solution", "u": "undefined"}
        raise _none(where, meaning.get(head[4], head[4]))
    count, ours = int(head[3]), (*names.columns, CONSTANT)
    if count not in (len(names.columns), len(ours)):
        problem = _(
            "The file has {given} columns, the programme {known}.",
            given=count,
            known=len(names.columns),
        )
        remedy = _("Use a solution of the file that was written for this scenario.")
        raise InvalidInput([Issue(where, problem, remedy)])
    at = 3 if head[1] == "bas" else 2
    for line in lines:
        if line[:1] == ["j"] and len(line) > at:
            yield ours[int(line[1]) - 1], line[at]


def _glpk_report(text: str, names: Names, where: str) -> Iterator[tuple[str, str]]:
    """The printed table of columns; what follows a long name stands on the next line."""
    status = re.search(r"^Status:\s*(.*)$", text, re.MULTILINE)
    if status and re.search("UNDEFINED|EMPTY|INFEASIBLE|UNBOUNDED", status[1]):
        raise _none(where, status[1])
    table = re.split(r"^\s+No\. Column name .*\n-.*\n", text, maxsplit=1, flags=re.MULTILINE)[1]
    entry = re.compile(
        rf"^ *\d+ (\S+)\s+(?:(?:\*|B|NL|NU|NF|NS)\s+)?({_NUMBER})(?=\s)", re.MULTILINE
    )
    for found in entry.finditer(table.partition("\n\n")[0] + "\n"):
        yield found[1], found[2]


def _highs(text: str, names: Names, where: str) -> Iterator[tuple[str, str]]:
    """`name value` below '# Columns'."""
    status = text.strip().splitlines()[1].strip()
    found = re.search(r"^# Primal solution values\n(\S+)", text, re.MULTILINE)
    block = re.search(r"^# Columns \d+\n((?:[^#].*\n)*)", text, re.MULTILINE)
    if found is None or found[1] != "Feasible" or block is None:
        raise _none(where, status)
    yield from _columns_of([line.split() for line in block[1].splitlines()], names)


def _highs_table(text: str, names: Names, where: str) -> Iterator[tuple[str, str]]:
    """The table of columns: the primal value is the third number, the name the last word."""
    for line in text.partition("\nRows")[0].splitlines()[2:]:
        words = line.split()
        numbers = [w for w in words[1:-1] if re.fullmatch(rf"{_NUMBER}|[-+]?inf", w)]
        if len(numbers) > 2:
            yield words[-1], numbers[2]


def _cplex(text: str, names: Names, where: str) -> Iterator[tuple[str, str]]:
    """The attributes `name` and `value` of each variable."""
    for found in re.finditer(r"<variable\s([^>]*)>", text):
        attributes: Mapping[str, str] = dict(re.findall(r'(\w+)="([^"]*)"', found[1]))
        yield attributes.get("name", ""), attributes.get("value", "")


def _plain(text: str, names: Names, where: str) -> Iterator[tuple[str, str]]:
    """A name and a value on each line; remarks and a line of titles are passed over."""
    lines = [line for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    lines = [
        line for line in lines if not re.match(r"\s*#|solution status:|objective value:", line)
    ]
    entries = [[w.strip('" ') for w in re.split(r"[,;\t]|\s+", line.strip())] for line in lines]
    if entries and len(entries[0]) > 1 and _number(entries[0][1]) is None:
        entries = entries[1:]
    yield from _columns_of([[e[0], next(filter(None, e[1:]), "")] for e in entries], names)
