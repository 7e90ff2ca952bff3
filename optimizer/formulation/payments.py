"""Money of an activity: what is committed in a year, when it is paid, what is left to pay later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.formulation.terms import Terms, scaled, total
from optimizer.lp.program import Coefficient

ActivityId = tuple[str, str]


@dataclass(frozen=True)
class Schedule:
    """When units commissioned in a decision year are paid for.

    `yearly` spreads the cost over the years in which a unit delivers, `lead` years after it was
    commissioned and for `life` years; otherwise it is paid at once.
    """

    years: range
    lead: int
    life: int
    yearly: bool

    def due(self, start: int) -> range:
        """Years in which a unit commissioned in `start` is paid for, in equal parts."""
        if not self.yearly:
            return range(start, start + 1)
        return range(start + self.lead, start + self.lead + self.life)

    def late(self, start: int) -> float:
        """Share of the cost that is due only after the last decision year."""
        due = self.due(start)
        return sum(y >= self.years.stop for y in due) / len(due)

    @property
    def stretch(self) -> float:
        """How much can be committed in a year at most for each unit of money paid in the horizon.

        Where nothing falls due in the horizon, which would bound nothing, the life is taken.
        """
        return max(
            self.life if self.late(y) == 1.0 else 1.0 / (1.0 - self.late(y)) for y in self.years
        )


@dataclass(frozen=True)
class Account:
    """The money of one activity, as terms over its columns.

    `unit_costs` (by year, of the column of each band) and `opening_cost` are in prices of the
    first year; `levels` holds the price level of each decision year.
    """

    id: ActivityId
    schedule: Schedule
    unit_costs: Mapping[int, Terms]
    opening_cost: Coefficient | None
    levels: Mapping[int, Coefficient]

    def commissioned(self, year: int) -> Terms:
        """Cost of the units commissioned in a year, whenever it is paid."""
        return scaled(self.unit_costs[year], self.levels[year])

    def opened(self, year: int) -> Terms:
        """Cost of opening in a year, paid in that year."""
        if self.opening_cost is None:
            return {}
        return scaled({("opens", *self.id, year): self.opening_cost}, self.levels[year])

    def committed(self, year: int) -> Terms:
        """Money that the decisions of a year bind, whenever it is paid."""
        return {**self.commissioned(year), **self.opened(year)}

    def paid(self, year: int) -> Terms:
        """Money paid in a decision year."""
        parts = [
            scaled(self.commissioned(start), 1.0 / len(self.schedule.due(start)))
            for start in self.schedule.years
            if year in self.schedule.due(start)
        ]
        return total([*parts, self.opened(year)])

    def liability(self) -> Terms:
        """Money that is still to be paid after the last decision year."""
        return total(
            scaled(self.commissioned(start), self.schedule.late(start))
            for start in self.schedule.years
            if self.schedule.late(start) > 0
        )
