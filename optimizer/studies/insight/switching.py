"""Switching values: where, as one number moves and all others stay, another programme leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits
from optimizer.formulation.rules.base import title_of
from optimizer.formulation.uncertain import uncertain_numbers
from optimizer.i18n import Words, _
from optimizer.lp.program import FloatArray, IntArray
from optimizer.results.columns import cell, in_columns
from optimizer.results.plan import lines
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.solving.draws.runs import Job, best_of_draws, job_of
from optimizer.solving.varied_number import Variable, variables
from optimizer.studies.uncertainty.tables import leaders
from optimizer.system.progress import Tally, Watch

SWITCHING = Shape(
    "switches",
    _("Values at which the lead changes"),
    *data("number"),
    Column("title", _("Number"), Kind.WORDS),
    Column("now", _("Now"), Kind.NUMBER),
    *data("low", "high", kind=Kind.NUMBER),
    Column("at", _("Lead changes at"), Kind.NUMBER),
    Column("below", _("Leads below"), Kind.PROGRAMME),
    Column("above", _("Leads above"), Kind.PROGRAMME),
    *data("distance", kind=Kind.NUMBER),
)
"""Value at which the leading programme changes, who leads below and above it, and how far it lies
from the central value as a share of the range; nearest first."""

SCAN = 17
"""Values of each number that are tried before the borders between them are closed in on."""
POINTS, ROUNDS = 9, 3
"""Values across a bracket in each round: it shrinks by (POINTS − 1)^ROUNDS in all."""
FINE = 1e-8
"""Median certified gap of the curves, as a share of the objective, at the borders."""


@dataclass(frozen=True)
class Bracket:
    """Two values of a variable with different leaders."""

    variable: int
    low: float
    high: float
    leader_low: int
    leader_high: int


@dataclass(frozen=True)
class Switching:
    """The switching values of a scenario."""

    values: pd.DataFrame
    never: tuple[str, ...]
    """Numbers that change the leader nowhere in their range."""
    sentences: tuple[Words, ...]


def switching(
    scenario: Scenario, paths: Iterable[str] | None = None, *, watch: Watch | None = None
) -> Switching:
    """Where the leading programme changes, for the uncertain numbers or those at `paths`.

    A scan finds brackets, which are then closed in on with much finer steps of the curves, to about
    a ten-thousandth of a number's range. Borders closer together than a sixteenth of it may hide
    each other. Raises Cancelled.
    """
    rounds = Tally(watch, 1 + ROUNDS)
    wanted = list(uncertain_numbers(scenario)) if paths is None else list(paths)
    scenario, known = variables(scenario, wanted)
    names, scan = _scan(known)
    if not known:
        return Switching(SWITCHING.frame(()), (), ())
    job = job_of(scenario, names, scan)
    found = leaders(best_of_draws(job, scan)).reshape(len(known), SCAN)
    brackets = _wider(known, list(_brackets(known, found)))
    rounds.add(1 if brackets else 1 + ROUNDS)
    for _other in range(ROUNDS if brackets else 0):
        fine = job_of(scenario, names, _inside(known, brackets), tolerance=FINE)
        brackets = _closer(fine, known, brackets)
        rounds.add()
    programmes = [*sorted(scenario.programmes), ""]
    values = SWITCHING.frame(_row(known[b.variable], b, programmes) for b in brackets)
    values = values.sort_values("distance", kind="stable", ignore_index=True)
    moved = {b.variable for b in brackets}
    never = tuple(v.path for i, v in enumerate(known) if i not in moved)
    return Switching(values, never, tuple(_sentences(scenario, values)))


def _scan(known: Sequence[Variable]) -> tuple[tuple[str, ...], FloatArray]:
    """Each variable over its range, all others as they are: (variables·SCAN, names)."""
    now = np.array([v.now for v in known])
    blocks = []
    for i, variable in enumerate(known):
        block = np.tile(now, (SCAN, 1))
        block[:, i] = np.linspace(variable.low, variable.high, SCAN)
        blocks.append(block)
    table_ = np.concatenate(blocks) if blocks else np.zeros((0, 0))
    return tuple(v.name for v in known), table_


def _brackets(known: Sequence[Variable], found: IntArray) -> Iterator[Bracket]:
    for i, variable in enumerate(known):
        at = np.linspace(variable.low, variable.high, SCAN).tolist()
        for k in range(SCAN - 1):
            one, other = int(found[i, k]), int(found[i, k + 1])
            if one != other:
                yield Bracket(i, at[k], at[k + 1], one, other)


def _wider(known: Sequence[Variable], brackets: Sequence[Bracket]) -> list[Bracket]:
    """Brackets with half a step of the scan more on both sides: finer steps move a border a little.

    Between two borders of one number they stay apart.
    """
    out = []
    for b in brackets:
        variable, spare = known[b.variable], 0.5 * (b.high - b.low)
        low, high = max(variable.low, b.low - spare), min(variable.high, b.high + spare)
        out.append(Bracket(b.variable, low, high, b.leader_low, b.leader_high))
    return out


def _inside(known: Sequence[Variable], brackets: Sequence[Bracket]) -> FloatArray:
    """Values across every bracket, its ends included: (brackets·POINTS, names)."""
    values = np.tile([v.now for v in known], (POINTS * len(brackets), 1))
    for n, b in enumerate(brackets):
        values[n * POINTS : (n + 1) * POINTS, b.variable] = np.linspace(b.low, b.high, POINTS)
    return values


def _closer(job: Job, known: Sequence[Variable], brackets: list[Bracket]) -> list[Bracket]:
    """The brackets after one round: all values inside all of them are solved together."""
    values = _inside(known, brackets)
    found = leaders(best_of_draws(job, values)).reshape(len(brackets), POINTS).tolist()
    out = []
    for n, b in enumerate(brackets):
        at = values[n * POINTS : (n + 1) * POINTS, b.variable].tolist()
        who = found[n]
        k = next((k for k in range(POINTS - 1) if who[k] != who[k + 1]), None)
        out.append(b if k is None else Bracket(b.variable, at[k], at[k + 1], who[k], who[k + 1]))
    return out


def _row(variable: Variable, bracket: Bracket, programmes: Sequence[str]) -> dict[str, object]:
    at = 0.5 * (bracket.low + bracket.high)
    return {
        "number": variable.path, **in_columns(title=variable.title),
        "now": variable.now, "low": variable.low, "high": variable.high, "at": at,
        "below": programmes[bracket.leader_low], "above": programmes[bracket.leader_high],
        "distance": abs(at - variable.now) / (variable.high - variable.low),
    }  # fmt: skip


def _sentences(scenario: Scenario, values: pd.DataFrame) -> Iterator[Words]:
    nobody = _("nobody")
    for row in lines(values.head(5)):
        below, above = (
            title_of(scenario.programmes, name) if name else nobody
            for name in (row.below, row.above)
        )
        yield _(
            "{title}: below {at} {below} leads, above it {above} (now {now}).",
            title=cell(row, "title"),
            at=digits(row.at, 3),
            below=below,
            above=above,
            now=digits(row.now, 3),
        )
