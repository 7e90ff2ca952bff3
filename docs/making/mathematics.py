"""The mathematics: every kind of row as its own class states it, and every symbol in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from docs.making import document
from docs.making.markdown import code, heading, pages, table
from docs.making.words import purpose, said, told
from docs.making.written import written
from optimizer.api import desk as api
from optimizer.formulation.rules import RULES

SYMBOLS = Path(__file__).parent / "symbols.yaml"
SHOWN = "korea-2025"
"""The scenario whose rows are counted."""
MEASURES = ("net_people", "talent_years", "remaining")


@cache
def symbols() -> Mapping[str, Any]:
    """The symbols by group, and the formulas of supply curves."""
    read: dict[str, Any] = yaml.safe_load(SYMBOLS.read_text(encoding="utf-8"))
    return read


def signs_in(formula: str) -> set[str]:
    """The letters and words that stand for something in a formula."""
    words = set(re.findall(r"\\mathrm\{([a-z]+)\}", formula))
    rest = re.sub(r"\\(?:mathrm|text|mathbb|frac)\b(?:\{[^{}]*\})?", " ", formula)
    greek = set(re.findall(r"\\(delta|ell)\b", rest))
    letters = set(re.findall(r"[A-Za-z]", re.sub(r"\\[A-Za-z]+", " ", rest)))
    return words | greek | letters


def goals() -> dict[str, str]:
    """The goal as a formula, by measure."""
    return {
        measure: api.goal_formula(api.load_scenario(SHOWN, [f"objective.measure={measure}"]))
        for measure in MEASURES
    }


def _symbol(one: Mapping[str, str]) -> str:
    sign = one["sign"]
    default = sign if len(sign) == 1 else f"\\mathrm{{{sign}}}"
    return f"${one.get('latex', default)}$"


def _symbols() -> Iterator[str]:
    """The symbols in three tables."""
    known = symbols()
    yield heading(2, "Symbols", "symbols")
    yield "Indices:"
    yield table(("symbol", "stands for"), ((_symbol(s), s["means"]) for s in known["indices"]))
    yield "Decisions, which the solver makes:"
    rows = ((_symbol(s), s["means"], s["unit"]) for s in known["decisions"])
    yield table(("symbol", "stands for", "unit"), rows)
    yield (
        "Numbers, which the document states. Money is in the document’s own unit "
        "(`money.unit`); an amount written in another scale of the same currency is converted."
    )
    yield table(
        ("symbol", "stands for", "unit", "where it is stated"),
        ((_symbol(s), s["means"], s["unit"], code(s["at"])) for s in known["numbers"]),
    )


def _goal() -> Iterator[str]:
    yield heading(2, "The goal", "goal")
    yield "It depends on `objective.measure`:"
    yield from _formulas(goals())


def _curves() -> Iterator[str]:
    yield heading(2, "Supply curves", "supply-curves")
    yield (
        "Units a year that money $m$, paid in that year at prices of the first year, buys of an "
        "activity whose supply is a curve. A concave curve enters as steps, refined until finer "
        "ones could not improve the goal by more than a billionth of a per cent; one that is "
        "S-shaped brings switches (`band_order`)."
    )
    yield from _formulas(symbols()["curves"])


def _formulas(known: Mapping[str, str]) -> Iterator[str]:
    """Formulas, each under its name."""
    for name, formula in known.items():
        yield f"{code(name)}:"
        yield f"$$\n{formula}\n$$"


@cache
def _rows() -> Mapping[str, int]:
    """How many rows of each kind the shown scenario has."""
    found = api.method_table(api.load_scenario(SHOWN))
    return dict(zip(found["rule"], found["rows"], strict=True))


def _stated(rule: Any) -> Iterator[str]:
    """The fields by which a document states a policy rule."""
    kind = getattr(rule, "kind", None)
    if kind is None:
        return
    part = api.json_schema()["$defs"][kind.__name__]
    own = [f for f in document.fields(part) if f[0].strip("`") not in _SHARED]
    yield (
        f"A document states it as a rule with `kind: {rule.key}` "
        f"([{kind.__name__}](#{document.anchor(kind.__name__)})):"
    )
    yield table(("field", "holds", "if left out", "meaning"), own)


_SHARED = {"id", "title", "owner", "reason", "hard", "active", "kind"}


def _rule(rule: Any) -> Iterator[str]:
    """One kind of row."""
    yield heading(3, said(rule.title), f"rule-{rule.key.replace('_', '-')}")
    yield told(purpose(type(rule)))
    yield f"$$\n{rule.formula}\n$$"
    yield "As its rows read in an example, in the words of the document:"
    for formula in written(rule.key, symbols()["numbers"]):
        yield f"$$\n{formula}\n$$"
    signed = "; may be below nought" if rule.signed else ""
    yield (
        f"- name in results: {code(rule.key)}\n"
        f"- unit of the limit, so of what its price is paid for: {said(rule.per)}{signed}\n"
        f"- rows in `{SHOWN}`: {_rows().get(rule.key, 'none')}"
    )
    yield from _stated(rule)


@cache
def text() -> str:
    """Symbols, goal, supply curves, then every kind of row in the order of formulation."""
    parts = [*_symbols(), *_goal(), *_curves(), heading(2, "Rows", "rows")]
    parts.append(
        "In the order in which they are written down. The first ones are always there when they "
        "apply; those with a table of fields are rules that a document states, each with an "
        "`id`, an `owner`, a `reason` and, where it is law, `hard: true`."
    )
    for rule in RULES:
        parts += _rule(rule)
    return pages(parts)
