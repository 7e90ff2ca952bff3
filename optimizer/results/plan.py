"""The plan: the answer as tidy tables, with totals that reconcile and a certificate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits
from optimizer.formulation.case import Case
from optimizer.formulation.rules.base import Price
from optimizer.i18n import Words, _
from optimizer.lp.solution import Solution, Status
from optimizer.results.baseline import Baseline
from optimizer.results.shown import Shown, View, amount, people
from optimizer.results.table import Column, Kind, Shape, data
from optimizer.results.totals import Totals

ALLOCATION = Shape(
    "allocation",
    _("Money by programme and year"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("year", _("Year"), Kind.YEAR),
    Column("spending", _("Spending"), Kind.MONEY),
    Column("share", _("Share of spending"), Kind.SHARE),
)
"""Money of the scenario's unit; share of all spending of the plan."""
ACTIVITIES = Shape(
    "activities",
    _("Units bought by activity and year"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("activity", _("Activity"), Kind.ACTIVITY),
    Column("year", _("Year"), Kind.YEAR),
    Column("units", _("Units"), Kind.NUMBER),
    Column("unit_cost", _("Cost per unit"), Kind.MONEY),
    Column("spending", _("Spending"), Kind.MONEY),
)
"""Units commissioned; unit_cost is the mean of the year, or that of the first unit."""
CAPACITIES = Shape(
    "capacities",
    _("Capacity available and used"),
    Column("capacity", _("Capacity"), Kind.CAPACITY),
    Column("year", _("Year"), Kind.YEAR),
    Column("available", _("Available"), Kind.NUMBER),
    Column("used", _("In use"), Kind.NUMBER),
    Column("price", _("Price per unit"), Kind.GOAL),
)
"""Units of the capacity; price in the objective per unit, none where decisions are whole."""
PEOPLE = Shape(
    "people",
    _("People by pathway and year"),
    Column("pathway", _("Pathway"), Kind.PATHWAY),
    Column("channel", _("Channel"), Kind.CHANNEL),
    Column("tier", _("Tier")),
    Column("year", _("Year"), Kind.YEAR),
    Column("supported", _("People supported"), Kind.PEOPLE),
    Column("net", _("Net people"), Kind.PEOPLE),
)
"""Persons supported and net persons, neither weighted nor discounted."""
BINDING = Shape(
    "binding",
    _("What holds the plan back"),
    *data("rule", "kind"),
    Column("title", _("Rule"), Kind.WORDS),
    *data("price", kind=Kind.GOAL),
    Column("price_down", _("One less takes"), Kind.GOAL),
    Column("price_up", _("One more adds"), Kind.GOAL),
    Column("rhs", _("Limit now"), Kind.LIMIT, unit="per"),
    Column("holds_from", _("Holds from"), Kind.LIMIT, unit="per"),
    Column("holds_to", _("Holds to"), Kind.LIMIT, unit="per"),
    Column("per", _("Per"), Kind.WORDS),
    *data("sentence", kind=Kind.WORDS),
)
"""What holds the plan back; prices in the objective per unit of right-hand side, which is `per`."""
RULES_TABLE = Shape(
    "rules",
    _("Policy rules and their cost"),
    *data("rule", "kind"),
    Column("title", _("Rule"), Kind.WORDS),
    Column("owner", _("Owner"), Kind.WORDS),
    Column("hard", _("Law"), Kind.YES_NO),
    Column("limit", _("Limit"), Kind.LIMIT, unit="unit"),
    Column("actual", _("Actual"), Kind.LIMIT, unit="unit"),
    *data("unit", kind=Kind.WORDS),
    *data("binding", kind=Kind.YES_NO),
    Column("costs_objective", _("Costs"), Kind.GOAL),
    Column("costs_people", _("Costs (net people)"), Kind.PEOPLE),
)
"""Policy rules in force, limits in their own unit ('money', 'share', people or units);
costs: what the plan would gain without the rule (solved again). Those that cost most of the goal
come first."""
EVIDENCE = Shape(
    "evidence",
    _("Numbers behind the plan"),
    *data("evidence"),
    Column("title", _("Number"), Kind.WORDS),
    Column("value", _("Value"), Kind.NUMBER),
    Column("low", _("Low"), Kind.NUMBER),
    Column("high", _("High"), Kind.NUMBER),
    Column("unit", _("Unit")),
    Column("grade", _("Grade")),
    Column("source", _("Source")),
    Column("money_share", _("Share of money"), Kind.SHARE),
    Column("people_share", _("Share of people"), Kind.SHARE),
)
"""Numbers behind the plan: share of the money and of the net people that rest on each."""


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
