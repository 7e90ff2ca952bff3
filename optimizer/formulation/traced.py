"""Numbers that carry how they came about: beside the value its expression in named numbers.

Code that looks at values runs unchanged, for a traced number is a float; arithmetic keeps the
trace, `float()` drops it. An expression is shown as cells or as symbols by whoever asks.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import numpy as np


@dataclass(frozen=True, slots=True)
class Named:
    """A number by its name: its place in the document, or what a row is a sum of."""

    name: Hashable


@dataclass(frozen=True, slots=True)
class Made:
    """What `sign` makes of its parts: '+', '*', '/', '^', '-' (of one part), 'exp' or 'log'."""

    sign: str
    parts: tuple[Expression, ...]


Expression = float | Named | Made
"""A plain number, a named one, or what arithmetic makes of such."""

WORKED_OUT = Named("worked out")
"""The most that other rows allow: worked out, stated nowhere, never a limit by itself."""


class Traced(float):
    """A number and the expression it is the value of."""

    __slots__ = ("said",)
    said: Expression

    def __new__(cls, value: float, said: Expression) -> Traced:
        """The number `value`, which `said` comes to."""
        made = super().__new__(cls, value)
        made.said = said
        return made

    def __neg__(self) -> Traced:
        return Traced(-float(self), _negative(self.said))

    def __add__(self, other: Any) -> Any:
        return _made("+", self, other)

    def __radd__(self, other: Any) -> Any:
        return _made("+", other, self)

    def __sub__(self, other: Any) -> Any:
        return _made("+", self, -other)

    def __rsub__(self, other: Any) -> Any:
        return _made("+", other, -self)

    def __mul__(self, other: Any) -> Any:
        return _made("*", self, other)

    def __rmul__(self, other: Any) -> Any:
        return _made("*", other, self)

    def __truediv__(self, other: Any) -> Any:
        return _made("/", self, other)

    def __rtruediv__(self, other: Any) -> Any:
        return _made("/", other, self)

    def __pow__(self, other: Any, _modulo: None = None) -> Any:
        return _made("^", self, other)

    def __reduce__(self) -> tuple[Any, ...]:
        return Traced, (float(self), self.said)

    def __array_ufunc__(self, ufunc: np.ufunc, method: str, *inputs: Any, **more: Any) -> Any:
        """Arithmetic and the functions of supply curves keep the trace, all else drops it."""
        plain = getattr(ufunc, method)(*(_plain(one) for one in inputs), **more)
        if method != "__call__" or not isinstance(plain, float):
            return plain
        if ufunc in _SIGNS:
            return _made(_SIGNS[ufunc], *inputs)
        if ufunc in _FUNCTIONS:
            return _FUNCTIONS[ufunc](float(plain), inputs[0].said)
        return plain


def said(number: Any) -> Expression:
    """The expression of a number; a plain one stands for itself."""
    return number.said if isinstance(number, Traced) else float(number)


def addends(number: Any) -> Iterator[Traced]:
    """What a number is the sum of, each with its trace; one that is no sum is its only addend."""
    expression = said(number)
    if isinstance(expression, Made) and expression.sign == "+":
        for part in expression.parts:
            yield from addends(Traced(float("nan"), part))
    else:
        yield Traced(float(number), expression)


def is_negative(number: Any) -> bool:
    """Whether a number is taken off: written as minus something, or a plain one below nought."""
    expression = said(number)
    if isinstance(expression, Made):
        return expression.sign == "-"
    return isinstance(expression, float) and expression < 0


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Traced) else value


def _negative(expression: Expression) -> Expression:
    if isinstance(expression, float):
        return -expression
    if isinstance(expression, Made) and expression.sign == "-":
        return expression.parts[0]
    return Made("-", (expression,))


_VALUES: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "*": operator.mul,
    "/": operator.truediv,
    "^": operator.pow,
}
_SIGNS: Mapping[Any, str] = {np.add: "+", np.multiply: "*", np.divide: "/", np.power: "^"}


def _made(sign: str, one: Any, other: Any) -> Any:
    """One number with another; an array of draws has no trace."""
    if not isinstance(one, int | float) or not isinstance(other, int | float):
        return NotImplemented
    value, a, b = _VALUES[sign](float(one), float(other)), said(one), said(other)
    if sign == "+" or sign == "^" or not (is_negative(one) or is_negative(other)):
        return Traced(value, _simple(sign, a, b))
    a, b = (_negative(x) if is_negative(n) else x for x, n in ((a, one), (b, other)))
    size = _simple(sign, a, b)
    return Traced(value, size if is_negative(one) and is_negative(other) else _negative(size))


def _simple(sign: str, a: Expression, b: Expression) -> Expression:
    """Without what changes nothing: + 0, times 1, to the first power."""
    if sign == "+" and 0.0 in (a, b):
        return b if a == 0.0 else a
    if sign == "*" and 1.0 in (a, b):
        return b if a == 1.0 else a
    if sign in "/^" and b == 1.0:
        return a
    if sign == "^" and b == 0.0:
        return 1.0
    return Made(sign, (a, b))


_FUNCTIONS: Mapping[Any, Callable[[float, Expression], Traced]] = {
    np.negative: lambda value, x: Traced(value, _negative(x)),
    np.exp: lambda value, x: Traced(value, Made("exp", (x,))),
    np.expm1: lambda value, x: Traced(value, Made("+", (Made("exp", (x,)), -1.0))),
    np.log1p: lambda value, x: Traced(value, Made("log", (Made("+", (1.0, x)),))),
}


def rebuilt(value: Any, replaced: Mapping[str, Any], path: str = "") -> Any:
    """A part of a document with the numbers at some places replaced, by path; not checked."""
    if path in replaced:
        return replaced[path]
    if isinstance(value, Mapping):
        return {k: rebuilt(part, replaced, f"{path}.{k}") for k, part in value.items()}
    if isinstance(value, tuple):
        names = (getattr(part, "id", None) for part in value)
        steps = (f"[{i}]" if name is None else f".{name}" for i, name in enumerate(names))
        parts = zip(steps, value, strict=True)
        return tuple(rebuilt(part, replaced, f"{path}{step}") for step, part in parts)
    if not hasattr(type(value), "model_fields"):
        return value
    fields = {
        name: rebuilt(getattr(value, name), replaced, f"{path}.{name}" if path else name)
        for name in type(value).model_fields
        if name != "evidence"
    }
    return cast(Any, value).model_copy(update=fields)
