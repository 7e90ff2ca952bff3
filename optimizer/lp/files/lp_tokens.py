"""The words of a CPLEX LP file: its sections, numbers, names and signs, and sums of terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf, isfinite
from typing import NamedTuple

from optimizer.lp.program import Key


class Token(NamedTuple):
    """A number, a name or a sign: `kind` is "number", "name", a sense ("<=", ">=", "="), or itself.

    `line` counts from 1.
    """

    kind: str
    text: str
    line: int


STOP = Token("", "", 0)
"""Stands behind the last token."""


class Odd(Exception):
    """A token that cannot stand where it does."""


class Section(NamedTuple):
    """A part of the file: "max", "min", "rows", "bounds", "whole", "binary", "end" or beyond."""

    name: str
    line: int
    tokens: list[Token]


_NAME = r"[A-Za-z_!\"#$%&(){}?@'`~|\u0080-\U0010ffff][^\s+\-*/^:<>=\\]*"
_TOKEN = re.compile(
    r"(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    rf"|(?P<name>{_NAME})"
    r"|(?P<sense><=|=<|>=|=>|<|>|=)"
    r"|(?P<sign>->|::|[-+:*/^\[\]])"
    r"|(?P<space>[ \t\f\v]+)"
    r"|(?P<odd>.)"
)
_SENSE = {"<": "<=", "=<": "<=", "<=": "<=", ">": ">=", "=>": ">=", ">=": ">=", "=": "="}
_HEADS = (
    ("max", r"max(?:imi[sz]e|imum)?"),
    ("min", r"min(?:imi[sz]e|imum)?"),
    ("rows", r"subject\s+to|such\s+that|st|s\.t\.|st\."),
)
_ALONE = (
    ("bounds", r"bounds?"),
    ("whole", r"gen(?:erals?)?|int(?:egers?)?|gin"),
    ("binary", r"bin(?:ar(?:y|ies))?"),
    ("end", r"end"),
    ("semi", r"semis?|semi-continuous|sc"),
    ("sets", r"sos[12]?"),
    ("lazy", r"lazy\s+constraints|lazy|user\s+cuts"),
)
_HEAD = re.compile(
    r"\s*(?:" + "|".join(f"(?P<{n}>{p})" for n, p in _HEADS) + r")(?=\s|$)(?!\s*[:<>=])",
    re.IGNORECASE,
)
_LONE = re.compile(
    r"\s*(?:" + "|".join(f"(?P<{n}>{p})" for n, p in _ALONE) + r")\s*:?\s*$", re.IGNORECASE
)


def sections(text: str) -> Iterator[Section]:
    """The sections of a file, whose first may be called "" if something stands before them."""
    now = Section("", 1, [])
    for number, line in enumerate(text.split("\n"), 1):
        line = line.partition("\\")[0]
        if not line.strip():
            continue
        head = _LONE.match(line) or _HEAD.match(line)
        if head is not None:
            if now.name or now.tokens:
                yield now
            now = Section(str(head.lastgroup), number, [])
            line = line[head.end() :]
        now.tokens.extend(_tokens(line, number))
    if now.name or now.tokens:
        yield now


def _tokens(line: str, number: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(line):
        kind, text = str(found.lastgroup), found.group()
        if kind == "sense":
            yield Token(_SENSE[text], text, number)
        elif kind in ("sign", "odd"):
            yield Token(text, text, number)
        elif kind != "space":
            yield Token(kind, text, number)


@dataclass
class Sum:
    """Coefficients by column, and what stands there without one."""

    terms: dict[Key, float] = field(default_factory=dict)
    constant: float = 0.0


class Tokens:
    """Tokens one after the other."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens, self._at = tokens, 0

    def peek(self, ahead: int = 0) -> Token:
        """The token so many places ahead, or `STOP`."""
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else STOP

    def take(self) -> Token:
        """The next token; it is used up."""
        token = self.peek()
        self._at += 1
        return token

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return self._at >= len(self._tokens)

    def label(self) -> str | None:
        """The name before a colon, if one comes next."""
        if self.peek().kind == "name" and self.peek(1).kind == ":":
            name = self.take().text
            self.take()
            return name
        return None

    def skip_line(self) -> None:
        """Go on behind the line of the last token taken, to find further problems."""
        line = self._tokens[min(max(self._at - 1, 0), len(self._tokens) - 1)].line
        while not self.done and self.peek().line == line:
            self.take()
        while not self.done and not (self.peek().kind == "name" and self.peek(1).kind == ":"):
            self.take()

    def sum(self) -> Sum:
        """Terms up to a sense, a label, the end, or the next line that goes on without a sign."""
        found, sign, factor, last = Sum(), 1.0, None, None
        while not self.done:
            token = self.peek()
            after = last is not None and token.line > last.line
            if token.kind in ("<=", ">=", "=") or (after and self.peek(1).kind == ":"):
                break
            open_term = factor is not None or last is None or last.kind in ("+", "-")
            if token.kind in ("+", "-"):
                if factor is not None:
                    found.constant += sign * factor
                    sign, factor = 1.0, None
                elif last is None or last.kind not in ("+", "-"):
                    sign = 1.0
                sign = -sign if token.kind == "-" else sign
            elif token.kind == "number" and factor is None and open_term:
                factor = _finite(token)
            elif token.kind == "*" and factor is not None and self.peek(1).kind == "name":
                pass
            elif token.kind == "name" and open_term:
                by = sign * (1.0 if factor is None else factor)
                found.terms[token.text] = found.terms.get(token.text, 0.0) + by
                _finite(token, found.terms[token.text])
                sign, factor = 1.0, None
            elif after and token.kind in ("name", "number") and factor is None:
                break
            else:
                raise Odd(token)
            last = self.take()
        if factor is not None:
            found.constant += sign * factor
        elif last is not None and last.kind in ("+", "-"):
            raise Odd(last)
        return found

    def number(self) -> float:
        """A number with its signs, or infinity with them."""
        sign = 1.0
        while self.peek().kind in ("+", "-"):
            sign = -sign if self.take().kind == "-" else sign
        token = self.take()
        if token.kind == "name" and token.text.lower() in ("inf", "infinity"):
            return sign * inf
        if token.kind != "number":
            raise Odd(token if token.line else self.peek(-2))
        return sign * _finite(token)


def _finite(token: Token, value: float | None = None) -> float:
    """The number of a token, or the value that it leads to. Raises Odd where it overflows."""
    value = float(token.text) if value is None else value
    if not isfinite(value):
        raise Odd(token)
    return value
