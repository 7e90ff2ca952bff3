"""The closed list of row kinds; a new kind is one file and one line here."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.formulation.rules.balance import BalanceRows
from optimizer.formulation.rules.band_order import BandOrder
from optimizer.formulation.rules.base import Price, RowRule
from optimizer.formulation.rules.capacity import Capacity
from optimizer.formulation.rules.commitment import CommitmentRows
from optimizer.formulation.rules.earmark import EarmarkRows
from optimizer.formulation.rules.either_or import EitherOrRows
from optimizer.formulation.rules.equity import EquityRows
from optimizer.formulation.rules.indivisible import Indivisible
from optimizer.formulation.rules.linear import LinearRows
from optimizer.formulation.rules.minimum_scale import MinimumScale
from optimizer.formulation.rules.opening import Opening
from optimizer.formulation.rules.outcome_ceiling import OutcomeCeilingRows
from optimizer.formulation.rules.outcome_floor import OutcomeFloorRows
from optimizer.formulation.rules.pool import Pool
from optimizer.formulation.rules.programme_ceiling import ProgrammeCeilingRows
from optimizer.formulation.rules.programme_floor import ProgrammeFloorRows
from optimizer.formulation.rules.ramp_limit import RampLimitRows
from optimizer.formulation.rules.requires import RequiresRows
from optimizer.formulation.rules.total_budget import TotalBudget
from optimizer.formulation.rules.year_budget import YearBudget

RULES: tuple[RowRule, ...] = (
    TotalBudget(),
    YearBudget(),
    Capacity(),
    Pool(),
    Indivisible(),
    BandOrder(),
    MinimumScale(),
    Opening(),
    ProgrammeFloorRows(),
    ProgrammeCeilingRows(),
    EarmarkRows(),
    CommitmentRows(),
    RampLimitRows(),
    OutcomeFloorRows(),
    OutcomeCeilingRows(),
    BalanceRows(),
    EquityRows(),
    LinearRows(),
    RequiresRows(),
    EitherOrRows(),
)

RULE_OF: Mapping[str, RowRule] = {rule.key: rule for rule in RULES}

__all__ = ["RULES", "RULE_OF", "Price", "RowRule"]
