"""One scenario with its numbers read: what columns, rules and results all look things up in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import Any

import numpy as np

from optimizer.domain.programme import Activity, Curve
from optimizer.domain.scenario import Measure, Scenario
from optimizer.formulation.curves import Shape, bands_of, first_grid, shape_of
from optimizer.formulation.numbers import Numbers
from optimizer.lp.program import Coefficient, Key

ActivityId = tuple[str, str]
Grids = Mapping[ActivityId, tuple[float, ...]]


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

    @cached_property
    def years(self) -> range:
        """Decision years."""
        return self.scenario.years.all

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
    def curves(self) -> Mapping[ActivityId, Shape]:
        """The supply curves by activity."""
        return {
            key: shape_of(activity.supply, self.numbers)
            for key, activity in self.activities.items()
            if isinstance(activity.supply, Curve)
        }

    @cached_property
    def most_money(self) -> float:
        """More money than this no activity can get in a year."""
        return float(self.scenario.budget.total)

    def grid(self, activity: ActivityId) -> tuple[float, ...]:
        """Money breakpoints that stand for an activity's curve."""
        return self.grids.get(activity) or first_grid(self.curves[activity], self.most_money)

    @cached_property
    def supply(self) -> Mapping[ActivityId, tuple[Step, ...]]:
        """Steps of supply by activity: units a year at a unit cost."""
        return {key: tuple(self._steps(key, a)) for key, a in self.activities.items()}

    def _steps(self, key: ActivityId, activity: Activity) -> Iterable[Step]:
        if isinstance(activity.supply, Curve):
            for width, cost in bands_of(self.curves[key], self.grid(key)):
                yield Step(width, cost)
            return
        for band in activity.supply.bands:
            width = inf if band.units is None else self.numbers.plain(band.units)
            yield Step(width, self.numbers.money(band.unit_cost))

    @cached_property
    def yields(self) -> Mapping[str, tuple[Step, ...]]:
        """Steps of yield by pathway: heads a year at net persons per head."""
        read = self.numbers.plain
        return {
            q: tuple(
                Step(inf if b.people is None else read(b.people), read(b.net))
                for b in self.scenario.pathways[q].bands
            )
            for q in sorted(self.scenario.pathways)
        }

    @cached_property
    def spending_by(self) -> Mapping[tuple[str, int], Mapping[Key, Coefficient]]:
        """(programme, year) → money per unit of each column that spends it."""
        found: dict[tuple[str, int], dict[Key, Coefficient]] = {
            (p, y): {} for p in sorted(self.scenario.programmes) for y in self.years
        }
        for (p, a), steps in self.supply.items():
            for y in self.years:
                found[p, y].update(
                    {("units", p, a, i, y): step.rate for i, step in enumerate(steps)}
                )
        return found

    def spending(
        self, programmes: Iterable[str] | None = None, years: Iterable[int] | None = None
    ) -> dict[Key, Coefficient]:
        """Money spent by these programmes in these years (all by default), as terms of a row."""
        chosen = sorted(self.scenario.programmes) if programmes is None else sorted(programmes)
        terms: dict[Key, Coefficient] = {}
        for p in chosen:
            for y in self.years if years is None else years:
                terms.update(self.spending_by[p, y])
        return terms

    def net(self, pathway: str, year: int) -> dict[Key, Coefficient]:
        """Net persons of a pathway in a year, as terms of a row."""
        return {
            ("people", pathway, j, year): step.rate for j, step in enumerate(self.yields[pathway])
        }

    def worth(self, pathway: str, year: int) -> Coefficient:
        """What one net person of a pathway in a year adds to the objective."""
        objective, path = self.scenario.objective, self.scenario.pathways[pathway]
        read = self.numbers.plain
        weight = read(objective.tiers[path.tier]) * read(objective.channels[path.channel])
        discount = (1.0 + objective.discount_rate) ** (self.scenario.years.first - year)
        return weight * discount * self._lasting(path.stay, year)

    def _lasting(self, stay: Any, year: int) -> Coefficient:
        left = self.scenario.years.last - year
        share = self.numbers.plain(stay)
        match self.scenario.objective.measure:
            case Measure.NET_PEOPLE:
                return 1.0
            case Measure.REMAINING:
                return share**left
            case Measure.TALENT_YEARS:
                total: Any = sum((share**k for k in range(1, left + 1)), np.float64(1.0))
                return total if isinstance(total, np.ndarray) else float(total)
