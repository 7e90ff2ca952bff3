"""One scenario with its numbers read: what columns, rules and results all look things up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import inf
from typing import Any

import numpy as np

from optimizer.domain.programme import Activity, Curve
from optimizer.domain.scenario import Payment, Scenario
from optimizer.formulation.counting import lasting, still_here
from optimizer.formulation.curves import Shape, above, bands_of, first_grid, shape_of
from optimizer.formulation.numbers import Numbers
from optimizer.formulation.payments import Account, ActivityId, Schedule
from optimizer.formulation.terms import Terms, total
from optimizer.lp.program import Coefficient, FloatArray, Key

Grids = Mapping[tuple[ActivityId, int], tuple[float, ...]]
"""(activity, year) → money breakpoints of its supply curve in that year, from 0 up.

A breakpoint may be an array of draws as well; then each draw has steps of its own.
"""


@dataclass(frozen=True, slots=True)
class Step:
    """A band: `width` units or heads a year, `rate` money per unit or net persons per head."""

    width: Coefficient
    rate: Coefficient


@dataclass(frozen=True)
class Case:
    """A scenario and its numbers; `grids` holds the money breakpoints of supply curves."""

    scenario: Scenario
    numbers: Numbers
    grids: Grids = field(default_factory=dict)
    most: float | None = None
    """More money than any activity can get in a year; the total budget where left out."""
    outer: bool = False
    """Steps of curves lie above them instead of below: their optimum is a bound, not a plan."""
    turns: Grids = field(default_factory=dict)
    """The money breakpoints of S-shaped curves, kept apart: a search refines them, not prices."""

    @cached_property
    def years(self) -> range:
        """Decision years."""
        return self.scenario.years.all

    @cached_property
    def outcome_years(self) -> range:
        """Years in which people count: the decision years and those that follow them."""
        return self.scenario.years.outcomes

    @cached_property
    def activities(self) -> Mapping[ActivityId, Activity]:
        """Every activity by (programme, activity), in the order of names."""
        programmes = self.scenario.programmes
        return {
            (p, a): programmes[p].activities[a]
            for p in sorted(programmes)
            for a in sorted(programmes[p].activities)
        }

    @cached_property
    def users(self) -> Mapping[str, tuple[str, ...]]:
        """The pathways that need each capacity, in the order of names."""
        pathways = self.scenario.pathways
        found: dict[str, list[str]] = {r: [] for r in self.scenario.capacities}
        for q in sorted(pathways):
            for r in pathways[q].needs:
                found[r].append(q)
        return {r: tuple(some) for r, some in found.items()}

    @cached_property
    def suppliers(self) -> Mapping[str, tuple[ActivityId, ...]]:
        """The activities that deliver each capacity, in the order of names."""
        found: dict[str, list[ActivityId]] = {r: [] for r in self.scenario.capacities}
        for key, activity in self.activities.items():
            for r in activity.delivers:
                found[r].append(key)
        return {r: tuple(some) for r, some in found.items()}

    @cached_property
    def shapes(self) -> Mapping[ActivityId, Shape]:
        """The supply curves by activity."""
        return {
            key: shape_of(activity.supply, self.numbers)
            for key, activity in self.activities.items()
            if isinstance(activity.supply, Curve)
        }

    @cached_property
    def curves(self) -> Mapping[ActivityId, Shape]:
        """The concave supply curves: their steps are taken in order by themselves."""
        return {key: shape for key, shape in self.shapes.items() if shape.concave}

    @cached_property
    def bent(self) -> Mapping[ActivityId, Shape]:
        """The S-shaped and convex supply curves: whole-number decisions order their steps."""
        return {key: shape for key, shape in self.shapes.items() if not shape.concave}

    def rising(self, activity: ActivityId, year: int) -> int:
        """How many of the first steps of an S-shaped curve lie where it grows ever steeper."""
        turn = self.bent[activity].turn * (1.0 + 1e-9)
        return int(np.searchsorted(self.ends(activity, year)[1:], turn, side="right"))

    def ends(self, activity: ActivityId, year: int) -> FloatArray:
        """Money at which the steps of an activity's curve begin and end, the first at nought."""
        costs = [float(np.max(s.width * s.rate)) for s in self.supply[activity][year]]
        return np.cumsum([0.0, *costs])

    @cached_property
    def most_money(self) -> float:
        """More money than this no activity can get in a year."""
        if self.most is not None:
            return self.most
        return float(np.max(self.numbers.entry("budget.total", self.scenario.budget.total)))

    def grid(self, activity: ActivityId, year: int) -> tuple[float, ...]:
        """Money breakpoints that stand for an activity's curve in a year."""
        known = self.turns if activity in self.bent else self.grids
        return known.get((activity, year)) or self.first_grids[activity]

    @cached_property
    def first_grids(self) -> Mapping[ActivityId, tuple[float, ...]]:
        """Money breakpoints to begin with, by activity with a supply curve."""
        return {
            key: first_grid(shape, float(np.max(self.useful(key, self.affordable(key)))))
            for key, shape in self.shapes.items()
        }

    def affordable(self, activity: ActivityId) -> float:
        """Cost in first-year prices of the units of an activity that one year can buy at most."""
        lowest = min(float(np.min(self.price_level(activity[0], y))) for y in self.years)
        return self.most_money * self.schedules[activity].stretch / lowest

    @cached_property
    def saturated(self) -> frozenset[ActivityId]:
        """Activities that may get more money than their curve can use; the rest is without effect.

        Judged by the document's own numbers, so that all draws have the same columns.
        """
        stated = replace(self, numbers=Numbers(self.scenario)) if self.numbers.replaced else self
        shapes = stated.shapes.items()
        return frozenset(key for key, shape in shapes if stated.affordable(key) > shape.level)

    def useful(self, activity: ActivityId, most: Coefficient) -> Coefficient:
        """Of the most money that an activity can get, that for which its curve has steps."""
        return np.minimum(most, self.shapes[activity].level) if activity in self.saturated else most

    @cached_property
    def supply(self) -> Mapping[ActivityId, Mapping[int, tuple[Step, ...]]]:
        """Steps of supply by activity and year: units at a unit cost in first-year prices.

        Bands are the same in every year; a curve may be stepped more finely in some.
        """
        return {key: self._steps(key, activity) for key, activity in self.activities.items()}

    def _steps(self, key: ActivityId, activity: Activity) -> Mapping[int, tuple[Step, ...]]:
        if isinstance(activity.supply, Curve):
            curve, bands_in = self.shapes[key], above if self.outer else bands_of
            return {
                y: tuple(Step(*band) for band in bands_in(curve, self.grid(key, y)))
                for y in self.years
            }
        bands = tuple(
            Step(
                inf if band.units is None else self.numbers.plain(band.units),
                self.numbers.money(band.unit_cost),
            )
            for band in activity.supply.bands
        )
        return dict.fromkeys(self.years, bands)

    @cached_property
    def columns(self) -> Mapping[tuple[ActivityId, int], tuple[Key, ...]]:
        """The columns of an activity's steps in a year."""
        return {
            (key, y): tuple(("units", *key, i, y) for i in range(len(steps)))
            for key, by_year in self.supply.items()
            for y, steps in by_year.items()
        }

    @cached_property
    def yields(self) -> Mapping[str, tuple[Step, ...]]:
        """Steps of yield by pathway: heads a year at net persons per head."""
        read = self.numbers.plain
        return {
            q: tuple(
                Step(
                    inf if b.people is None else read(b.people),
                    still_here(self.scenario, q, read, read(b.net)),
                )
                for b in self.scenario.pathways[q].bands
            )
            for q in sorted(self.scenario.pathways)
        }

    @cached_property
    def schedules(self) -> Mapping[ActivityId, Schedule]:
        """When the units of each activity are paid for."""
        yearly = self.scenario.budget.payment is Payment.YEARLY
        return {
            key: Schedule(self.years, activity.lead_years, activity.life_years, yearly)
            for key, activity in self.activities.items()
        }

    @cached_property
    def accounts(self) -> Mapping[ActivityId, Account]:
        """The money of each activity."""
        return {key: self._account(key, activity) for key, activity in self.activities.items()}

    def _account(self, key: ActivityId, activity: Activity) -> Account:
        opening = activity.opening_cost
        return Account(
            id=key,
            schedule=self.schedules[key],
            unit_costs={
                y: {c: s.rate for c, s in zip(self.columns[key, y], steps, strict=True)}
                | ({("beyond", *key, y): 1.0} if key in self.saturated else {})
                for y, steps in self.supply[key].items()
            },
            opening_cost=None if opening is None else self.numbers.money(opening),
            levels={y: self.price_level(key[0], y) for y in self.years},
        )

    def price_level(self, programme: str, year: int) -> Coefficient:
        """What a programme's costs are in a year, in prices of the first year."""
        growth = self.numbers.plain(self.scenario.programmes[programme].indexation)
        return (1.0 + growth) ** (year - self.years.start)

    @cached_property
    def payments(self) -> Mapping[tuple[ActivityId, int], Terms]:
        """(activity, year) → money paid for the activity in that decision year."""
        return {
            (key, y): account.paid(y) for key, account in self.accounts.items() for y in self.years
        }

    def spending(
        self, programmes: Iterable[str] | None = None, years: Iterable[int] | None = None
    ) -> Terms:
        """Money spent by these programmes in these years (all by default), as terms of a row."""
        known = self.scenario.programmes
        chosen = sorted(known if programmes is None else programmes)
        return self.spent_on([(p, a) for p in chosen for a in sorted(known[p].activities)], years)

    def spent_on(
        self, activities: Iterable[ActivityId], years: Iterable[int] | None = None
    ) -> Terms:
        """Money paid for these activities in these years (all by default), as terms of a row."""
        chosen = self.years if years is None else list(years)
        return total(self.payments[key, y] for key in activities for y in chosen)

    def committed(
        self, activities: Iterable[ActivityId], years: Iterable[int] | None = None
    ) -> Terms:
        """Money bound by decisions of these years (all by default), whenever it is paid."""
        chosen = self.years if years is None else list(years)
        return total(self.accounts[key].committed(y) for key in activities for y in chosen)

    @cached_property
    def liability(self) -> Terms:
        """Money committed but due only after the last year; empty when units are paid at once."""
        return total(account.liability() for account in self.accounts.values())

    def units(self, activity: ActivityId, year: int) -> Terms:
        """Units of an activity commissioned in a year, as terms of a row."""
        return dict.fromkeys(self.columns[activity, year], 1.0)

    def supported(self, pathway: str, year: int) -> Terms:
        """Persons supported on a pathway from a year on, as terms of a row."""
        return {("people", pathway, j, year): 1.0 for j in range(len(self.yields[pathway]))}

    def net(self, pathway: str, year: int) -> Terms:
        """Net persons of a pathway in a year, as terms of a row."""
        return {
            ("people", pathway, j, year): step.rate for j, step in enumerate(self.yields[pathway])
        }

    def worth(self, pathway: str, year: int) -> Coefficient:
        """What one net person of a pathway in a year adds to the objective."""
        objective, path = self.scenario.objective, self.scenario.pathways[pathway]
        read = self.numbers.plain
        weight = read(objective.tiers[path.tier]) * read(objective.channels[path.channel])
        rate: Any = self.numbers.entry("objective.discount_rate", objective.discount_rate)
        discount: Coefficient = (1.0 + rate) ** (self.scenario.years.first - year)
        return weight * discount * lasting(self.scenario, pathway, read, year)
