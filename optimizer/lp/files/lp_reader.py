"""CPLEX LP file → linear programme; nothing in it is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path

from optimizer.i18n import _
from optimizer.lp.files.faults import LINEAR, Faults, short
from optimizer.lp.files.lp_tokens import Odd, Section, Sum, Token, Tokens, sections
from optimizer.lp.files.text import limit, sided, text_of, wrong_side
from optimizer.lp.program import Column, Key, LinearProgram, Row

LARGEST = 25_000_000
"""Bytes of the largest file that is read; a larger one should come as MPS."""
_BEYOND = {
    "semi": _("Semi-continuous columns cannot be stated."),
    "sets": _("Special ordered sets cannot be stated."),
    "lazy": _("Lazy rows and user cuts cannot be stated."),
}
_FLIPPED = {"<=": ">=", ">=": "<=", "=": "="}


def read_lp(path: str | Path, *, largest: int = LARGEST) -> LinearProgram:
    """The programme of a CPLEX LP file, plain or gzip; names are the keys.

    A row between two limits becomes two, called (name, ">=") and (name, "<="); the row number i
    without a name is called ("row", i). Limits from 1e20 on are none. Raises InvalidInput with
    every problem: what is no number, names unknown or given twice, semi-continuous columns,
    quadratic parts, sets, a file of more than `largest` bytes or one that ends early.
    """
    path = Path(path)
    reader = _Reader(path.name)
    reader.read(text_of(path, largest))
    reader.faults.refuse()
    return reader.program()


@dataclass
class _Bounds:
    lower: float = 0.0
    upper: float = inf
    stated: bool = False
    whole: bool = False
    binary: bool = False


class _Reader:
    """Reads the sections in turn; what is wrong is collected in `faults`."""

    def __init__(self, name: str) -> None:
        self.faults = Faults(name)
        self.maximise = False
        self.goal = Sum()
        self.rows: list[Row] = []
        self.names: set[str] = set()
        self.columns: dict[Key, _Bounds] = {}

    def read(self, text: str) -> None:
        parts = list(sections(text))
        order = [p.name for p in parts]
        if not order or order[0] not in ("max", "min"):
            said = _("The file does not begin with Maximize or Minimize: it is no LP file.")
            self.faults.add(None, said)
            return
        if "end" not in order:
            self.faults.add(None, _("The file ends before End: it is cut off."))
        work = {"rows": self._rows, "bounds": self._bounds, "end": self._end}
        self._goal(parts[0])
        for part in parts[1:]:
            if part.name in _BEYOND and part.tokens:
                self.faults.add(part.line, _BEYOND[part.name], LINEAR)
            elif part.name in ("whole", "binary"):
                self._whole(part)
            elif part.name in work or part.name in _BEYOND:
                work.get(part.name, self._end)(part)
            else:
                self.faults.add(part.line, _("There are two objectives."))
            if part.name == "end" or self.faults.more:
                break
        self._check_bounds()

    def _goal(self, part: Section) -> None:
        self.maximise = part.name == "max"
        tokens = Tokens(part.tokens)
        tokens.label()
        try:
            self.goal = tokens.sum()
            if not tokens.done:
                raise Odd(tokens.peek())
        except Odd as odd:
            self._odd(odd)
        for name in self.goal.terms:
            self.columns.setdefault(name, _Bounds())

    def _rows(self, part: Section) -> None:
        tokens = Tokens(part.tokens)
        while not tokens.done and not self.faults.more:
            line = tokens.peek().line
            try:
                name = tokens.label()
                if name is not None and name in self.names:
                    self.faults.twice(line, name)
                key: Key = ("row", len(self.rows) + 1) if name is None else name
                self.names.add(name or "")
                self.rows += self._row(tokens, key)
            except Odd as odd:
                self._odd(odd)
                tokens.skip_line()

    def _row(self, tokens: Tokens, key: Key) -> Iterator[Row]:
        """One requirement, from its first term to the number on its right."""
        body, sense = tokens.sum(), tokens.take()
        if sense.kind not in _FLIPPED:
            raise Odd(sense if sense.line else tokens.peek(-2))
        sides = [(sense.kind, body.constant)]
        if body.terms:
            sides = [(sense.kind, tokens.number() - body.constant)]
        else:
            body = tokens.sum()
            sides = [(_FLIPPED[sense.kind], sides[0][1] - body.constant)]
            if tokens.peek().kind in _FLIPPED:
                sides.append((tokens.take().kind, tokens.number() - body.constant))
        after = tokens.peek()
        if after.line == tokens.peek(-1).line and tokens.peek(1).kind != ":":
            raise Odd(after)
        for column in body.terms:
            self.columns.setdefault(column, _Bounds())
        lower, upper = -inf, inf
        for kind, value in sides:
            lower = max(lower, limit(value)) if kind != "<=" else lower
            upper = min(upper, limit(value)) if kind != ">=" else upper
        if wrong_side(lower, upper):
            self.faults.endless(str(key))
        yield from sided(key, body.terms, lower, upper)

    def _bounds(self, part: Section) -> None:
        by_line: dict[int, list[Token]] = {}
        for token in part.tokens:
            by_line.setdefault(token.line, []).append(token)
        for line in by_line.values():
            try:
                self._bound(Tokens(line))
            except Odd as odd:
                self._odd(odd)

    def _bound(self, tokens: Tokens) -> None:
        """One of: l <= x <= u, x <= u, l <= x, x = v, x free."""
        sides: list[tuple[str, float]] = []
        first = tokens.peek()
        if first.kind != "name" or first.text.lower() in ("inf", "infinity"):
            value, sense = tokens.number(), tokens.take()
            if sense.kind not in _FLIPPED:
                raise Odd(sense if sense.line else first)
            sides.append((_FLIPPED[sense.kind], value))
        name = tokens.take()
        if name.kind != "name":
            raise Odd(name if name.line else first)
        if not sides and tokens.peek().text.lower() == "free":
            tokens.take()
            sides += [(">=", -inf), ("<=", inf)]
        elif tokens.peek().kind in _FLIPPED:
            sides.append((tokens.take().kind, tokens.number()))
        if not tokens.done or not sides:
            raise Odd(tokens.peek() if not tokens.done else name)
        bounds = self.columns.get(name.text)
        if bounds is None:
            self.faults.unknown(name.line, name.text, self.columns)
            return
        for kind, value in sides:
            if kind != "<=":
                bounds.lower, bounds.stated = limit(value), True
            if kind != ">=":
                bounds.upper = limit(value)

    def _whole(self, part: Section) -> None:
        for token in part.tokens:
            bounds = self.columns.get(token.text)
            if token.kind != "name":
                self._odd(Odd(token))
            elif bounds is None:
                self.faults.unknown(token.line, token.text, self.columns)
            else:
                bounds.whole = True
                bounds.binary = bounds.binary or part.name == "binary"

    def _end(self, part: Section) -> None:
        if part.tokens:
            self._odd(Odd(part.tokens[0]))

    def _check_bounds(self) -> None:
        for name, b in self.columns.items():
            if b.binary:
                b.lower, b.upper = max(b.lower, 0.0), min(b.upper, 1.0)
            elif b.upper < 0.0 and not b.stated:
                self.faults.below_nought(name)
            if wrong_side(b.lower, b.upper):
                self.faults.endless(name)

    def _odd(self, odd: Odd) -> None:
        token: Token = odd.args[0]
        problem = _("'{said}' cannot stand here.", said=short(token.text))
        if token.kind in ("[", "^", "->", "::", "]"):
            problem = _(
                "'{said}' cannot stand here. Only linear terms can be stated.",
                said=short(token.text),
            )
        remedy = _("Write rows as 'name: 2 x + 3 y <= 10' and bounds as '0 <= x <= 4', one a line.")
        self.faults.add(token.line or None, problem, remedy)

    def program(self) -> LinearProgram:
        """What the sections say, once nothing is wrong with them."""
        gains = self.goal.terms
        columns = tuple(
            Column(name, b.lower, b.upper, gains.get(name, 0.0), b.whole)
            for name, b in self.columns.items()
        )
        program = LinearProgram(columns, tuple(self.rows), self.maximise, self.goal.constant)
        self.faults.check(program)
        return program
