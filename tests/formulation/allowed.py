"""The plans a document allows, found without the rows: the far side of the independent checker.

Once every choice of a kind is made (open or not, full or not), each requirement that the checker
recomputes is a straight line in the plan. Its coefficients are measured by asking the checker, and
SciPy finds the allowed plan that goes farthest in any direction: plans at the edge of what the
document says, which the rows have to let through, and beyond which they have to refuse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from optimizer.lp.program import LinearProgram
from tests.formulation.checker import Plan, Requirement, lumps, requirements

MOST = 500.0
"""No plan is looked for with more of a single band than this."""
Key = tuple[Any, ...]
Document = dict[str, Any]
Vector = np.ndarray[Any, np.dtype[np.float64]]


@dataclass
class Choices:
    """How a document's choices of a kind are made; the rest of a plan is then a matter of lines."""

    opens: dict[Key, float] = field(default_factory=dict)
    """('opens', programme, activity, year) → 1 where it is opened, else 0."""
    fixed: dict[Key, float] = field(default_factory=dict)
    """Bands that are empty, or full."""
    whole: list[list[Key]] = field(default_factory=list)
    """Bands that add up to a whole number."""
    further: list[Callable[[Plan], Iterator[Requirement]]] = field(default_factory=list)
    """What these choices require besides."""


@dataclass(frozen=True)
class Allowed:
    """Plans as vectors over `keys`: `lines @ x <= limits`, one line for each side that is limited.

    `names` tells which requirement each line is, and whether its lower (-1) or upper (+1) side.
    """

    document: Document
    choices: Choices
    keys: list[Key]
    lines: Vector
    limits: Vector
    names: list[tuple[str, int]]

    def value(self, x: Vector) -> dict[Key, float]:
        return {**dict(zip(self.keys, map(float, x), strict=True)), **self.choices.opens}

    def best(self, direction: Vector, without: int | None = None) -> Vector | None:
        """The allowed plan that goes farthest, a line left out if asked; None where none is."""
        whole, n = self.choices.whole, len(self.keys)
        kept = [i for i in range(len(self.limits)) if i != without]
        lines = np.hstack([self.lines[kept], np.zeros((len(kept), len(whole)))])
        sums = np.zeros((len(whole), n + len(whole)))
        for at, keys in enumerate(whole):
            sums[at, [self.keys.index(key) for key in keys]] = 1.0
            sums[at, n + at] = -1.0
        lower = np.array([self.choices.fixed.get(key, 0.0) for key in self.keys])
        upper = np.array([self.choices.fixed.get(key, MOST) for key in self.keys])
        free = np.full(len(whole), MOST * 10)
        found = milp(
            np.concatenate([-direction, np.zeros(len(whole))]),
            constraints=[
                LinearConstraint(lines, -inf, self.limits[kept]),
                *([LinearConstraint(sums, 0.0, 0.0)] if whole else []),
            ],
            bounds=Bounds(np.concatenate([lower, 0 * free]), np.concatenate([upper, free])),
            integrality=np.arange(n + len(whole)) >= n,
        )
        return found.x[:n] if found.status == 0 else None


def keys_of(document: Document) -> list[Key]:
    """What a plan decides: units of each band and year, people of each band and year."""
    years = range(document["years"]["first"], document["years"]["last"] + 1)
    supply = [
        ("units", p, a, i)
        for p, programme in document["programmes"].items()
        for a, activity in programme["activities"].items()
        for i in range(len(activity["supply"]["bands"]))
    ]
    people = [
        ("people", q, j)
        for q, pathway in document["pathways"].items()
        for j in range(len(pathway["bands"]))
    ]
    return [(*band, y) for band in (*supply, *people) for y in years]


def plan_at(document: Document, value: Mapping[Key, float]) -> Plan:
    families: dict[str, dict[Any, float]] = {"units": {}, "people": {}, "opens": {}}
    for key, amount in value.items():
        if key[0] in families:
            families[key[0]][key[1:]] = amount
    return Plan(document, families["units"], families["people"], families["opens"])


def allowed(document: Document, choices: Choices | None = None) -> Allowed:
    """The plans that a document allows, once its choices of a kind are made."""
    choices = choices or Choices()
    keys = keys_of(document)
    nothing = {**dict.fromkeys(keys, 0.0), **choices.opens}
    first = _sides(document, choices, nothing)
    names = list(first)
    rises = []
    for key in keys:
        sides = _sides(document, choices, {**nothing, key: 1.0})
        assert list(sides) == names
        rises.append([sides[name] - first[name] for name in names])
    limits = -np.array([first[name] for name in names])
    return Allowed(document, choices, keys, np.array(rises).T, limits, names)


def _sides(
    document: Document, choices: Choices, value: Mapping[Key, float]
) -> dict[tuple[str, int], float]:
    """How far every limited side is overstepped (negative: not), in the order of the checker."""
    plan = plan_at(document, value)
    straight = [r for r in document.get("rules", []) if r["kind"] not in ("requires", "either_or")]
    plain = plan_at({**document, "rules": straight}, value)
    made_by_choices = {name for name, *_ in lumps(plain)}
    sides = {}
    for name, low, amount, high in (
        *(r for r in requirements(plain) if r[0] not in made_by_choices),
        *(r for further in choices.further for r in further(plan)),
    ):
        if low > -inf:
            sides[name, -1] = low - amount
        if high < inf:
            sides[name, 1] = amount - high
    return sides


def rows_allow(program: LinearProgram, value: Mapping[Key, float], near: float = 1e-7) -> bool:
    """Whether what the plan leaves open (money kept, switches) can be filled in by the rows.

    `near` is the slack of a row, relative to the largest of its terms.
    """
    arrays, matrix = program.arrays, _matrix(program)
    known = np.array([program.column_number[key] for key in value])
    x = np.array(list(value.values()))
    slack = near * np.maximum(1.0, np.abs(x))
    if ((x < arrays.lower[known] - slack) | (x > arrays.upper[known] + slack)).any():
        return False
    terms = matrix[:, known] * x
    slack = near * np.maximum(1.0, np.abs(terms).max(axis=1, initial=0.0))
    least, most = (side - terms.sum(axis=1) for side in (arrays.row_lower, arrays.row_upper))
    rest = np.setdiff1d(np.arange(len(arrays.gain)), known)
    if not len(rest):
        return bool((least <= slack).all() and (most >= -slack).all())
    found = milp(
        np.zeros(len(rest)),
        constraints=LinearConstraint(matrix[:, rest], least - slack, most + slack),
        bounds=Bounds(arrays.lower[rest], arrays.upper[rest]),
        integrality=arrays.integer[rest].astype(int),
    )
    return bool(found.status == 0)


def rows_best(program: LinearProgram, direction: Mapping[Key, float]) -> float | None:
    """How far the rows let a plan go in a direction; None where they let none through."""
    upper = program.arrays.upper.copy()
    gain = np.zeros(len(upper))
    for key, amount in direction.items():
        at = program.column_number[key]
        gain[at], upper[at] = amount, min(upper[at], MOST)
    return _farthest(program, gain, program.arrays.lower, upper)


def _farthest(program: LinearProgram, gain: Vector, lower: Vector, upper: Vector) -> float | None:
    arrays, matrix = program.arrays, _matrix(program)
    rows = [LinearConstraint(matrix, arrays.row_lower, arrays.row_upper)] if len(matrix) else []
    whole = arrays.integer.astype(int)
    found = milp(-gain, constraints=rows, bounds=Bounds(lower, upper), integrality=whole)
    return float(-found.fun) if found.status == 0 else None


def _matrix(program: LinearProgram) -> Vector:
    arrays = program.arrays
    matrix = np.zeros((len(arrays.row_lower), len(arrays.gain)))
    np.add.at(matrix, (arrays.row_of, arrays.indices), arrays.data)
    return matrix
