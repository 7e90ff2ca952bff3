"""What a planner is told when rules cannot hold together: the sets, the repairs, their outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.i18n import EMPTY, Words
from optimizer.results.columns import in_columns
from optimizer.results.shown import Shown, View
from optimizer.results.table import Kind, Shape, data

REPAIRS = Shape(
    "repairs",
    EMPTY,
    *data("kind", "path", "rule"),
    *data("title", kind=Kind.WORDS),
    *data("now", "to", kind=Kind.NUMBER),
    *data("objective", kind=Kind.GOAL),
    *data("net_people", kind=Kind.PEOPLE),
    *data("spent", kind=Kind.MONEY),
    *data("fingerprint"),
    *data("sentence", kind=Kind.WORDS),
)
"""One line for each change of each repair; `now` and `to` are NaN where a rule is dropped."""


@dataclass(frozen=True)
class Member:
    """A rule or a budget in a conflict, with the number it states now."""

    path: str
    """Place in the document: 'rules.ID', 'budget.total' or 'budget.by_year.YEAR'."""
    title: Words
    hard: bool
    """True for law, and for budgets, which are not rules: neither is ever changed by a repair."""
    states: Words
    """The numbers it states, in words; empty where it states none."""

    @property
    def rule(self) -> str | None:
        """Identifier of the policy rule; None for a budget."""
        part, name = self.path.split(".", 1)
        return name if part == "rules" else None


@dataclass(frozen=True)
class RuleConflict:
    """Rules and budgets that cannot hold together, though they could without any one of them."""

    members: tuple[Member, ...]
    limits: tuple[Words, ...]
    """Limits of supply, pools and capacities without which there would be no conflict."""
    sentence: Words


@dataclass(frozen=True)
class Outcome:
    """What the best plan yields after a repair."""

    objective: float
    net_people: float
    spent: float
    fingerprint: str
    """Fingerprint of the changed scenario."""


@dataclass(frozen=True)
class Change:
    """One number that moves, in the units of the document."""

    path: str
    title: Words
    now: float | None
    to: float | None
    """Rounded to what a planner would type; None where the whole rule is dropped."""
    exact: float | None
    """Where the rules just hold together; None where only rounded numbers were tried."""


@dataclass(frozen=True)
class RepairOption:
    """A change of the document after which all rules hold together, and what the plan yields then.

    `kind` is 'proportional' (all rules that can give way do so by the same share), 'protect' (one
    rule stays, the others give way by the same share), 'fewest' (as few rules as possible give
    way), 'drop' (rules put out of force) or 'budget' (more money; for information, not a rule).
    """

    kind: str
    changes: tuple[Change, ...]
    overlay: Mapping[str, Any]
    """Changes to lay over the document: `change_scenario(scenario, overlay)`."""
    outcome: Outcome
    sentence: Words
    kept: Words | None = None
    """The rule that 'protect' leaves as it is."""


@dataclass(frozen=True, repr=False)
class ConflictAnswer(Shown):
    """Whether a scenario's rules conflict, which of them, and the repairs.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.conflict(tb.example().set({"rules.chairs-floor.share": 0.7}))
        >>> answer.found
        True
        >>> sorted({option.kind for option in answer.options})
        ['drop', 'fewest', 'proportional', 'protect']
    """

    scenario: Scenario
    conflicts: tuple[RuleConflict, ...]
    complete: bool
    """Whether these are all the irreducible conflicts."""
    proportional: tuple[RepairOption, ...]
    """All soft rules that can give way do so by the same share; at most one option."""
    protect: tuple[RepairOption, ...]
    """One soft rule stays and the others give way by the same share; best outcome first."""
    fewest: tuple[RepairOption, ...]
    """As few soft rules as possible give way; best outcome first."""
    drops: tuple[RepairOption, ...]
    """Soft rules to put out of force, as few as possible; best outcome first."""
    budgets: tuple[RepairOption, ...]
    """How much more money would be enough; not rules, so for information."""
    sentences: tuple[Words, ...]
    below_signed: bool = False
    """Whether the options go below what is signed because nothing within it helps."""

    @property
    def found(self) -> bool:
        """Whether there is a conflict."""
        return bool(self.conflicts)

    @property
    def options(self) -> tuple[RepairOption, ...]:
        """Everything that ends the conflict, in the order of the menu."""
        return (*self.proportional, *self.protect, *self.fewest, *self.drops, *self.budgets)

    @property
    def table(self) -> pd.DataFrame:
        """The menu as a table with the columns of REPAIRS."""
        return REPAIRS.frame(
            _line(option, change) for option in self.options for change in option.changes
        )

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about = f"{self.scenario.id}: {len(self.conflicts)} conflicts, {len(self.options)} ways out"
        return View(about, self.table, self.sentences, "conflict")


def _line(option: RepairOption, change: Change) -> dict[str, object]:
    part, name = change.path.split(".", 1)
    nan = float("nan")
    return {
        "kind": option.kind, "path": change.path,
        "rule": name.split(".")[0] if part == "rules" else "",
        **in_columns(title=change.title, sentence=option.sentence),
        "now": nan if change.now is None else change.now,
        "to": nan if change.to is None else change.to,
        "objective": option.outcome.objective, "net_people": option.outcome.net_people,
        "spent": option.outcome.spent, "fingerprint": option.outcome.fingerprint,
    }  # fmt: skip
