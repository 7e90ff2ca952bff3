"""The closed list of row kinds; a new kind is one file and one line here."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.formulation.rules.base import Price, RowRule
from optimizer.formulation.rules.capacity import Capacity
from optimizer.formulation.rules.pool import Pool
from optimizer.formulation.rules.programme_ceiling import ProgrammeCeilingRows
from optimizer.formulation.rules.programme_floor import ProgrammeFloorRows
from optimizer.formulation.rules.total_budget import TotalBudget
from optimizer.formulation.rules.year_budget import YearBudget

RULES: tuple[RowRule, ...] = (
    TotalBudget(),
    YearBudget(),
    Capacity(),
    Pool(),
    ProgrammeFloorRows(),
    ProgrammeCeilingRows(),
)

RULE_OF: Mapping[str, RowRule] = {rule.key: rule for rule in RULES}

__all__ = ["RULES", "RULE_OF", "Price", "RowRule"]
