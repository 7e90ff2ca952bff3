"""Rows of an example in symbols: the same rows that a solver and a workbook get, by their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from optimizer.api import desk as api
from optimizer.domain.slots import slots
from optimizer.formulation.named_sums import NamedSums, named_sums
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.traced import (
    WORKED_OUT,
    Expression,
    Made,
    Named,
    addends,
    is_negative,
    said,
)
from optimizer.lp.program import Key, Row
from ui.moves.rule_fields import rule_of

EXAMPLE = Path(__file__).parent / "example.yaml"
WORDS = {"owner": "Ministry", "reason": "Example"}
_SIGNS: Mapping[tuple[str, int], tuple[str, str]] = {
    ("spent", 2): ("x", "a"),
    ("committed", 2): ("x", "a"),
    ("opened", 2): ("x", "a"),
    ("units", 2): ("u", "a"),
    ("units", 3): ("u", "a,i"),
    ("people", 2): ("n", "q,j"),
    ("supported", 1): ("n", "q"),
    ("net", 1): ("v", "q"),
    ("opens", 2): ("o", "a"),
    ("runs", 2): ("r", "a"),
    ("carry", 0): ("k", ""),
}
"""What a row is a sum of, with the number of its names: its sign and indices without the year."""
_SWITCHES = {"full": ("f", "i"), "open": ("z", ""), "whole": (r"\mathrm{whole}", "")}
_SENSES = {"<=": r"\le", ">=": r"\ge", "==": "="}


def written(kind: str, numbers: Sequence[Mapping[str, Any]]) -> list[str]:
    """The rows of a kind in the example, as LaTeX, each form once; `numbers` tell their signs."""
    case = _case(kind)
    rows = RULE_OF[kind].rows(case)
    return list(dict.fromkeys(_row(row, numbers) for row in rows))


@cache
def _case(kind: str) -> NamedSums:
    """The example with a rule of this kind, where it is one of policy."""
    plain = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    documents = [plain]
    if kind in api.RULE_KINDS:
        documents = [{**plain, "rules": [rule]} for rule in _rules(kind, api.scenario_of(plain))]
    for document in documents:
        try:
            scenario = api.scenario_of(document)
        except api.InvalidInput:
            continue
        years = (f"budget.by_year.{y}" for y in scenario.years.all)
        known = {"budget.total", "budget.carry_over", *years, *(s.path for s in slots(scenario))}
        return named_sums(scenario, known)
    raise AssertionError(f"No example of {kind} makes sense: tell its form what to ask.")


def _rules(kind: str, scenario: api.Scenario) -> Iterator[dict[str, Any]]:
    """Rules that answer what a form asks: what it must, then one more number, then another."""
    asked = api.RULE_KINDS[kind].questions()
    must = {q.path: _answer(q, n, scenario) for n, q in enumerate(asked) if not q.open}
    spare = [{}, *({q.path: 0.5} for q in asked if q.open and q.asks == "number")]
    for more in spare:
        yield rule_of(kind, {**must, **more}, "example", WORDS)
    for q in (q for q in asked if q.open and q.asks in ("programmes", "tags")):
        yield from (
            rule_of(kind, {**must, **more, q.path: ["institutes"]}, "example", WORDS)
            for more in spare
        )


def _answer(question: api.Question, place: int, scenario: api.Scenario) -> Any:
    """Something that may be answered."""
    programmes = list(scenario.programmes)
    answers: Mapping[str, Any] = {
        "programme": programmes[min(place, len(programmes) - 1)],
        "activity": next(iter(scenario.programmes[programmes[0]].activities)),
        "pathway": next(iter(scenario.pathways)),
        "pool": next(iter(scenario.pools)),
        "capacity": next(iter(scenario.capacities)),
        "lines": programmes,
        "programmes": programmes,
        "year": scenario.years.first + 1,
        "group": ("channel", "attracted"),
        "groups": [("tier", "S"), ("tier", "A")],
        "number": 0.5,
        "count": 1,
        "choice": next(iter(question.options or [""])),
    }
    return answers[question.asks]


def _row(row: Row, numbers: Sequence[Mapping[str, Any]]) -> str:
    """A row; what is taken off on the left stands on the right."""
    sides: tuple[dict[str, list[Key]], dict[str, list[Key]]] = ({}, {})
    years = [k[-1] for k in row.terms if isinstance(k, tuple) and isinstance(k[-1], int)]
    assert isinstance(row.key, tuple)
    now = row.key[-1] if row.key[-1] in years else None
    for key, coefficient in row.terms.items():
        for one in addends(coefficient):
            taken = is_negative(one)
            factor = _text(said(-one if taken else one), numbers, 2)
            sides[taken].setdefault(factor, []).append(key)
    left, right = ([_sums(factor, keys, now) for factor, keys in side.items()] for side in sides)
    limit = _text(said(row.rhs), numbers, 0)
    right += [limit] if limit != "0" or not right else []
    return f"{' + '.join(left)} {_SENSES[row.sense]} {' + '.join(right)}".replace("+ -", "- ")


def _sums(factor: str, keys: Sequence[Key], now: int | None) -> str:
    """Names with the same factor, as sums over the indices in which they differ."""
    by_sign: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
    for key in keys:
        assert isinstance(key, tuple)
        known = _SIGNS.get((key[0], len(key) - 2)) or _SWITCHES[key[0]]
        by_sign.setdefault(known, []).append(key)
    before = "" if factor == "1" else rf"{factor}\,"
    inside = before if factor.startswith(r"\mathrm") else ""  # it has an index of the sum
    parts = [
        f"{_over(names, some, now, f'{inside}{sign}')}" for (sign, names), some in by_sign.items()
    ]
    whole = " + ".join(parts)
    if inside or not before:
        return whole
    return f"{before}{whole}" if len(parts) == 1 else rf"{before}\bigl({whole}\bigr)"


def _over(names: str, keys: Sequence[tuple[Any, ...]], now: int | None, sign: str) -> str:
    """A sign summed over the indices in which its keys differ."""
    years = sorted({key[-1] for key in keys if isinstance(key[-1], int)})
    year = "y" if years else "l"
    if len(years) == 1 and now is not None and years[0] != now:
        year = f"y{years[0] - now:+d}"
    over = [name for n, name in enumerate(names.split(",")) if _vary(keys, n + 1, names)]
    over += [year] if len(years or keys) > 1 else []
    total = rf"\sum_{{{','.join(over)}}} " if over else ""
    return f"{total}{sign}_{{{','.join(part for part in (names, year) if part)}}}"


def _vary(keys: Sequence[tuple[Any, ...]], place: int, names: str) -> bool:
    """Whether names differ at a place; programme and activity count as one."""
    if keys[0][0] in _SWITCHES:
        return False
    if names.startswith("a"):
        place = place + 1 if place > 1 else place
        return len({key[1:3] if place == 1 else key[place] for key in keys}) > 1
    return bool(names) and len({key[place] for key in keys}) > 1


def _text(expression: Expression, numbers: Sequence[Mapping[str, Any]], level: int) -> str:
    """An expression in symbols, in brackets where it stands beside a tighter sign."""
    if isinstance(expression, Named):
        return "M" if expression == WORKED_OUT else symbol(str(expression.name), numbers)
    if not isinstance(expression, Made):
        return f"{expression:g}"
    parts, sign = expression.parts, expression.sign
    if sign == "/":
        return rf"\frac{{{_text(parts[0], numbers, 0)}}}{{{_text(parts[1], numbers, 0)}}}"
    if sign == "^":
        return f"{_text(parts[0], numbers, 4)}^{{{_text(parts[1], numbers, 0)}}}"
    if sign == "*":
        return r"\,".join(_text(part, numbers, 2) for part in parts)
    if sign == "-":
        return f"-{_text(parts[0], numbers, 2)}"
    text = " + ".join(_text(part, numbers, 1) for part in parts).replace("+ -", "- ")
    return f"({text})" if level > 1 else text


def symbol(path: str, numbers: Sequence[Mapping[str, Any]]) -> str:
    """The sign of a number of the document; a field of a rule goes by its name."""
    if path.startswith("rules."):
        return rf"\text{{{path.split('.', 2)[2]}}}"
    places = chain.from_iterable(((at, one) for at in one["at"].split("; ")) for one in numbers)
    for at, one in places:
        pattern = re.escape(at).replace(r"\*", "[^.]+").replace(r"\[\]", r"\[\d+\]")
        if re.fullmatch(rf"{pattern}([.][^.]+)?", path):
            sign = str(one["sign"])
            own = str(one.get("latex", sign if len(sign) == 1 else f"\\mathrm{{{sign}}}"))
            return own.split(",\\ ")[0]
    raise KeyError(path)
