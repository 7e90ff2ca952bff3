"""The plan: the answer as tidy tables, with totals that reconcile and a certificate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import Price
from optimizer.i18n import Words
from optimizer.lp.solution import Solution, Status
from optimizer.results.baseline import Baseline
from optimizer.results.columns import columns_of
from optimizer.results.shown import Shown, View, amount, people
from optimizer.results.totals import Totals

ALLOCATION = {"programme": "str", "year": "int64", "spending": "float64", "share": "float64"}
"""Money of the scenario's unit; share of all spending of the plan."""
ACTIVITIES = {
    "programme": "str", "activity": "str", "year": "int64",
    "units": "float64", "unit_cost": "float64", "spending": "float64",
}  # fmt: skip
"""Units commissioned; unit_cost is the mean of the year, or that of the first unit."""
CAPACITIES = {
    "capacity": "str", "year": "int64",
    "available": "float64", "used": "float64", "price": "float64",
}  # fmt: skip
"""Units of the capacity; price in the objective per unit, none where decisions are whole."""
PEOPLE = {
    "pathway": "str", "channel": "str", "tier": "str", "year": "int64",
    "supported": "float64", "net": "float64",
}  # fmt: skip
"""Persons supported and net persons, neither weighted nor discounted."""
BINDING = {
    "rule": "str", "kind": "str", "title": "words", "price": "float64",
    "price_down": "float64", "price_up": "float64", "rhs": "float64", "holds_from": "float64",
    "holds_to": "float64", "per": "words", "sentence": "words",
}  # fmt: skip
"""What holds the plan back; prices in the objective per unit of right-hand side, which is `per`."""
RULES_TABLE = {
    "rule": "str", "kind": "str", "title": "words",
    "owner": "words",
    "hard": "bool", "limit": "float64", "actual": "float64", "unit": "words",
    "binding": "bool",
    "costs_objective": "float64", "costs_people": "float64",
}  # fmt: skip
"""Policy rules in force, limits in their own unit ('money', 'share', people or units);
costs: what the plan would gain without the rule (solved again). Those that cost most of the goal
come first."""
EVIDENCE = {
    "evidence": "str", "title": "words", "value": "float64", "low": "float64",
    "high": "float64", "unit": "str", "grade": "str", "source": "str",
    "money_share": "float64", "people_share": "float64",
}  # fmt: skip
"""Numbers behind the plan: share of the money and of the net people that rest on each."""


def table(rows: Iterable[Mapping[str, object]], shape: Mapping[str, str]) -> pd.DataFrame:
    """A frame with exactly these columns and types, even when empty; see `columns.WORDS`."""
    members = list(rows)
    columns: dict[str, Any] = {}
    for name, kind in columns_of(shape).items():
        values = [row[name] for row in members]
        # texts through a series, whose type of text differs between versions of pandas
        text = kind == "str"
        columns[name] = pd.Series(values, dtype=kind).array if text else np.array(values, kind)
    return pd.DataFrame(columns, copy=False)


def lines(frame: pd.DataFrame) -> Iterator[Any]:
    """Rows of a table, each with its columns as attributes."""
    return iter(frame.itertuples(index=False))


@dataclass(frozen=True, repr=False)
class Tables:
    """The tables of a plan by name, each a DataFrame; `for name, table in plan.tables` goes on."""

    allocation: pd.DataFrame
    """Money by programme and year, every pair of them (ALLOCATION)."""
    activities: pd.DataFrame
    """Units and money by activity and year (ACTIVITIES)."""
    people: pd.DataFrame
    """Persons supported and net persons by pathway and year (PEOPLE)."""
    capacities: pd.DataFrame
    """Units available and used by capacity and year, with their price (CAPACITIES)."""
    binding: pd.DataFrame
    """What holds the plan back, with two-sided prices (BINDING)."""
    rules: pd.DataFrame
    """Rules in force, what each costs (RULES_TABLE)."""
    evidence: pd.DataFrame
    """Numbers behind the plan (EVIDENCE)."""

    def __iter__(self) -> Iterator[tuple[str, pd.DataFrame]]:
        return iter(vars(self).items())

    def __repr__(self) -> str:
        return f"<Tables {', '.join(f'{name} ({len(table)})' for name, table in self)}>"


@dataclass(frozen=True, repr=False)
class Plan(Shown):
    """The best plan of a scenario, or why there is none.

    Tables are empty unless `found`. Money is in the scenario's unit, constant prices.

    Example:
        >>> from optimizer import api as tb
        >>> plan = tb.solve("korea-2025")
        >>> plan
        <Plan korea-2025: 18 billion won spent, 50.9 additional people, goal 47.7>
        >>> round(plan.tables.allocation["spending"].sum())
        18000
    """

    scenario: Scenario
    case: Case
    solution: Solution
    allocation: pd.DataFrame
    activities: pd.DataFrame
    capacities: pd.DataFrame
    people: pd.DataFrame
    binding: pd.DataFrame
    rules: pd.DataFrame
    evidence: pd.DataFrame
    totals: Totals
    """Additional people: the difference to the baseline."""
    everyone: Totals
    """All who are counted, those of the baseline too: the sums of `people`."""
    baseline: Baseline | None
    """What the same document yields with no money spent; None without a plan."""
    spent: float
    curve_gap: float
    """Certified bound on what finer steps of the supply curves could still add to the objective."""
    budget_worth: Price | None = None
    """Change of the goal per money unit when the budget moves, and every share of it along."""
    liability: float = 0.0
    """Money committed by the plan but due only after the last year (yearly payment only)."""
    near_ties: tuple[Words, ...] = ()
    """Programmes whose money could be quite different at next to no loss, in words."""
    sentences: tuple[Words, ...] = ()
    """The plan in words, most important first."""

    @property
    def tables(self) -> Tables:
        """The same tables by name; `capacities` and the like are attributes of the plan as well."""
        return Tables(
            self.allocation, self.activities, self.people, self.capacities, self.binding,
            self.rules, self.evidence,
        )  # fmt: skip

    def view(self) -> View:
        """What a shell or a notebook shows of the plan."""
        about, scenario = f"{self.scenario.id}: {self.status}", self.scenario
        if self.found:
            heads, goal = people(self.totals.net_people), digits(self.everyone.objective)
            about = f"{scenario.id}: {amount(scenario, self.spent)} spent, {heads}, goal {goal}"
        return View(about, self.allocation, self.sentences, "best_plan")

    @property
    def status(self) -> Status:
        """How the solve ended."""
        return self.solution.status

    @property
    def found(self) -> bool:
        """Whether there is a certified plan."""
        return self.status is Status.OPTIMAL

    @property
    def objective(self) -> float | None:
        """Weighted, discounted net people; None without a plan."""
        return self.everyone.objective if self.found else None

    @property
    def whole(self) -> bool:
        """Whether some decisions are whole numbers, so that there are no prices but differences."""
        return self.found and self.solution.prices is None

    @property
    def proved_within(self) -> float:
        """No plan has an objective larger by more than this, by the certificate and the curves.

        Where decisions are whole the solver's own bound is relied on.
        """
        certificate = self.solution.certificate
        share = 0.0 if certificate is None else abs(certificate.gap)
        return self.curve_gap + share * max(1.0, abs(self.everyone.objective))

    @property
    def budget(self) -> float:
        """Total budget."""
        return self.scenario.budget.total

    @property
    def unspent(self) -> float:
        """Budget less spending."""
        return self.budget - self.spent

    @property
    def assumed_share(self) -> float:
        """Share of the net people whose yield rests on at least one assumption (grade X)."""
        people = self.everyone.net_people
        return self.everyone.by_grade.get("X", 0.0) / people if people > 0 else 0.0
