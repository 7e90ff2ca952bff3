"""Policy rules as a planner states them: the closed list of their kinds."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from optimizer.domain.choice_rules import EitherOr, Requires
from optimizer.domain.money_rules import (
    Commitment,
    Earmark,
    ProgrammeCeiling,
    ProgrammeFloor,
    RampLimit,
)
from optimizer.domain.outcome_rules import Balance, Equity, Linear, OutcomeCeiling, OutcomeFloor
from optimizer.domain.policy import PolicyRule, RuleNumber

__all__ = [
    "Balance",
    "Commitment",
    "Earmark",
    "EitherOr",
    "Equity",
    "Linear",
    "OutcomeCeiling",
    "OutcomeFloor",
    "PolicyRule",
    "ProgrammeCeiling",
    "ProgrammeFloor",
    "RampLimit",
    "Requires",
    "Rule",
    "RuleNumber",
]

Rule = Annotated[
    ProgrammeFloor
    | ProgrammeCeiling
    | Earmark
    | Commitment
    | RampLimit
    | OutcomeFloor
    | OutcomeCeiling
    | Balance
    | Equity
    | Linear
    | Requires
    | EitherOr,
    Field(discriminator="kind"),
]
