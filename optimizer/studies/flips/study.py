"""How far each number may move before the plan changes, and to what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.compile import case_of
from optimizer.formulation.rules.base import title_of
from optimizer.formulation.uncertain import Uncertain, uncertain_numbers
from optimizer.i18n import Words, _
from optimizer.results.build import amount
from optimizer.results.columns import cell, in_columns
from optimizer.results.plan import lines
from optimizer.results.shown import Shown, View
from optimizer.solving.curves.refine import quick
from optimizer.studies.flips.page import FLIPS
from optimizer.system.progress import Tally, Watch

CLOSE = 1e-6
"""Relative gap of supply curves while looking for a switch."""
FINE = 1e-4
"""A switching point is found to this share of the distance searched."""

NOBODY = _("nobody")
"""Leads where nothing is spent."""


@dataclass(frozen=True, repr=False)
class Flips(Shown):
    """The numbers of a plan by how much of the decision hangs on them, the weightiest first."""

    scenario: Scenario
    points: pd.DataFrame
    sentences: tuple[Words, ...]

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        switch = int(self.points["switch"].notna().sum())
        about = f"{self.scenario.id}: {switch} of {len(self.points)} numbers change who leads"
        return View(about, self.points, self.sentences, "switching")


@dataclass(frozen=True)
class _Look:
    """What the decision looks like at one value of a number."""

    spending: Mapping[str, float]

    @property
    def leader(self) -> str:
        """The programme with the most money, the first by name among equals; '' without any."""
        first = max(sorted(self.spending), key=lambda p: round(self.spending[p], 6))
        return first if round(self.spending[first], 6) > 0.0 else ""

    def moved_from(self, other: _Look) -> float:
        """Share of the money that goes to another programme than before."""
        whole = max(sum(self.spending.values()), sum(other.spending.values()))
        gone = sum(abs(self.spending[p] - other.spending[p]) for p in self.spending)
        return 0.5 * gone / whole if whole > 0 else 0.0


def switching_points(scenario: Scenario, *, watch: Watch | None = None) -> Flips:
    """Each uncertain number taken through its range [low, high], all others at their centre.

    Where another programme leads at an end of the range, the value at which it takes over is
    bisected. Without a plan the table is empty. Raises Cancelled.

    Example:
        >>> from optimizer import api as tb
        >>> tb.switching_points(tb.example())
        <Flips example: 0 of 2 numbers change who leads>
    """
    searcher = _Searcher(scenario)
    numbers = list(uncertain_numbers(scenario).values())
    rows: list[dict[str, object]] = []
    tally = Tally(watch, len(numbers))
    for number in numbers:
        rows += searcher.rows(number)
        tally.add()
    points = FLIPS.frame(rows)
    weight = points[["moved_at_low", "moved_at_high"]].max(axis=1)
    order = np.lexsort((points["number"].to_numpy(), -weight.to_numpy()))
    points = points.iloc[order].reset_index(drop=True)
    return Flips(scenario, points, tuple(_sentences(scenario, points)))


class _Searcher:
    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.grids: Grids = {}
        self.central = self.look({})

    def look(self, instead: Mapping[str, float]) -> _Look | None:
        """The decision with some numbers replaced; None when the rules then conflict."""
        case = case_of(self.scenario, instead=dict(instead) or None, grids=self.grids)
        case, program, answer = quick(case, tolerance=CLOSE)
        if not answer.found:
            return None
        value = dict(zip(program.column_number, answer.x.tolist(), strict=True))
        return _Look({p: _spent(case, p, value) for p in sorted(self.scenario.programmes)})

    def rows(self, number: Uncertain) -> Iterator[dict[str, object]]:
        """One row for a number, none when there is no plan to begin with."""
        if self.central is None:
            return
        now = number.quantity.value
        low = now if number.quantity.low is None else number.quantity.low
        high = now if number.quantity.high is None else number.quantity.high
        ends = {
            end: self.look({number.name: end}) if end != now else self.central
            for end in (low, high)
        }
        switches = [
            (self._switch(number.name, now, end), look.leader)
            for end, look in ends.items()
            if look is not None and look.leader != self.central.leader
        ]
        switch, then = min(switches, key=lambda s: abs(s[0] - now), default=(np.nan, ""))
        title = number.title
        yield {
            "number": number.name, **in_columns(title=title),
            "grade": str(number.quantity.grade), "unit": number.quantity.unit or "", "now": now,
            "low": low, "high": high, "moved_at_low": self._moved(ends[low]),
            "moved_at_high": self._moved(ends[high]), "switch": switch,
            "leader": self.central.leader, "leader_then": then,
        }  # fmt: skip

    def _moved(self, look: _Look | None) -> float:
        return np.nan if look is None or self.central is None else look.moved_from(self.central)

    def _switch(self, name: str, now: float, end: float) -> float:
        """The value between `now` and `end` at which the leader changes, by bisection."""
        assert self.central is not None
        same, other = now, end
        while abs(other - same) > FINE * abs(end - now):
            middle = 0.5 * (same + other)
            look = self.look({name: middle})
            if look is not None and look.leader == self.central.leader:
                same = middle
            else:
                other = middle
        return 0.5 * (same + other)


def _spent(case: Case, programme: str, value: Mapping[object, float]) -> float:
    return amount(case.spending([programme]), value)


def _sentences(scenario: Scenario, points: pd.DataFrame) -> Iterator[Words]:
    flips = points[points["switch"].notna()]
    for row in lines(flips):
        first, second = (
            title_of(scenario.programmes, str(name)) if name else NOBODY
            for name in (row.leader, row.leader_then)
        )
        words = {
            "first": first,
            "second": second,
            "title": cell(row, "title"),
            "at": digits(float(row.switch)),
            "now": digits(float(row.now)),
        }
        if float(row.switch) < float(row.now):
            yield _(
                "{second} takes the lead from {first} when “{title}” is below {at} (now {now}).",
                **words,
            )
        else:
            yield _(
                "{second} takes the lead from {first} when “{title}” is above {at} (now {now}).",
                **words,
            )
    if len(points) and not len(flips) and not points["leader"].iloc[0]:
        yield _("No programme gets money, whichever single number moves within its range.")
    elif len(points) and not len(flips):
        leader = title_of(scenario.programmes, str(points["leader"].iloc[0]))
        yield _("{leader} leads whichever single number moves within its range.", leader=leader)
