"""A scenario's rows in the sums they speak of, each by its name, with numbers that carry theirs.

The rows are those of the linear programme, written by the same code: where that has a column for
each step of supply, here stands 'what the activity is paid in a year', and where it has a number,
the place of the document where it is stated. A workbook shows both as cells, a page as symbols.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cached_property
from typing import Any

from optimizer.domain.programme import Activity, Curve
from optimizer.domain.scenario import Scenario
from optimizer.domain.slots import slots
from optimizer.formulation.case import Case, Step
from optimizer.formulation.curves import Shape
from optimizer.formulation.numbers import Numbers
from optimizer.formulation.payments import Account, ActivityId
from optimizer.formulation.terms import Terms
from optimizer.formulation.traced import WORKED_OUT, Named, Traced, rebuilt
from optimizer.lp.program import Coefficient, Key


class TracedNumbers(Numbers):
    """Numbers of a scenario whose numbers are traced already."""

    def __init__(self, scenario: Scenario, known: Container[str]) -> None:
        super().__init__(scenario)
        self._known = known

    def plain(self, number: Any) -> Coefficient:
        """A number with its trace."""
        return number if isinstance(number, Traced) else super().plain(number)

    def money(self, number: Any) -> Coefficient:
        """An amount with its trace, in the scenario's unit of money already."""
        return number if isinstance(number, Traced) else super().money(number)

    def entry(self, path: str, value: float) -> Coefficient:
        """An entry of the document by its place."""
        return Traced(value, Named(path)) if path in self._known else float(value)

    def worked_out(self, value: Coefficient) -> Coefficient:
        """A number that stands nowhere in the document."""
        return Traced(float(value), WORKED_OUT)

    def counts(self, value: Coefficient) -> bool:
        """Any number may be edited, so that none is out of the rows because it is nought."""
        return True


class NamedAccount(Account):
    """The money of an activity, as what is committed and opened in each year."""

    def commissioned(self, year: int) -> Terms:
        """What the year commits, by name."""
        return {("committed", *self.id, year): 1.0}

    def opened(self, year: int) -> Terms:
        """What opening costs in the year, by name."""
        return {} if self.opening_cost is None else {("opened", *self.id, year): 1.0}


class NamedSums(Case):
    """A case that names its sums: units, commitments, payments and people of each year.

    `meaning` tells what a name is the sum of, step by step: ('spent', p, a, y) of commitments, and
    those of the units of bands. An activity whose supply is a curve has no steps here.
    """

    @cached_property
    def curves(self) -> Mapping[ActivityId, Shape]:
        """Every supply curve: none of them has steps here."""
        return self.shapes

    @cached_property
    def bent(self) -> Mapping[ActivityId, Shape]:
        """None: steps alone have to be taken in order."""
        return {}

    @cached_property
    def saturated(self) -> frozenset[ActivityId]:
        """None: a curve's formula tells what money has no effect."""
        return frozenset()

    def _steps(self, key: ActivityId, activity: Activity) -> Mapping[int, tuple[Step, ...]]:
        if isinstance(activity.supply, Curve):
            return dict.fromkeys(self.years, ())
        return super()._steps(key, activity)

    @cached_property
    def accounts(self) -> Mapping[ActivityId, Account]:
        """The money of each activity, by name."""
        return {key: NamedAccount(**vars(account)) for key, account in super().accounts.items()}

    @cached_property
    def payments(self) -> Mapping[tuple[ActivityId, int], Terms]:
        """Money paid for each activity in each year, by name."""
        return {(key, y): {("spent", *key, y): 1.0} for key in self.activities for y in self.years}

    def units(self, activity: ActivityId, year: int) -> Terms:
        """Units commissioned, by name."""
        return {("units", *activity, year): 1.0}

    def supported(self, pathway: str, year: int) -> Terms:
        """Persons supported, by name."""
        return {("supported", pathway, year): 1.0}

    def net(self, pathway: str, year: int) -> Terms:
        """Net persons, by name."""
        return {("net", pathway, year): 1.0}

    def meaning(self, name: Key) -> Terms:
        """What a name is the sum of. Raises KeyError where it is a decision itself."""
        assert isinstance(name, tuple)
        what, *of, year = name
        if what in ("supported", "net"):
            return getattr(Case, what)(self, of[0], year)  # type: ignore[no-any-return]
        key: ActivityId = (of[0], of[1])
        match what:
            case "units" if len(of) == 2:
                return Case.units(self, key, year)
            case "committed":
                return Account.commissioned(self.accounts[key], year)
            case "opened":
                return Account.opened(self.accounts[key], year)
            case "spent":
                return self.accounts[key].paid(year)
        raise KeyError(name)


def named_sums(scenario: Scenario, known: Container[str]) -> NamedSums:
    """The case of a scenario by names; `known` are the places whose numbers have one."""
    read = Numbers(scenario)
    traced = {
        slot.path: Traced(
            float((read.money if slot.money else read.plain)(slot.number)), Named(slot.path)
        )
        for slot in slots(scenario)
        if slot.path in known
    }
    named: Scenario = rebuilt(scenario, traced)
    return NamedSums(named, TracedNumbers(named, known))
