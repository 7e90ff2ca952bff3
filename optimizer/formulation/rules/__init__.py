"""Every kind of row, in the order of formulation; kinds of policy rules are found by class."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from optimizer.domain.policy import PolicyRule
from optimizer.domain.rule import RULE_KINDS
from optimizer.formulation.case import Case
from optimizer.formulation.rules.band_order import BandOrder
from optimizer.formulation.rules.base import PolicyRows, Price, RowRule
from optimizer.formulation.rules.capacity import Capacity
from optimizer.formulation.rules.indivisible import Indivisible
from optimizer.formulation.rules.minimum_scale import MinimumScale
from optimizer.formulation.rules.opening import Opening
from optimizer.formulation.rules.pool import Pool
from optimizer.formulation.rules.total_budget import TotalBudget
from optimizer.formulation.rules.year_budget import YearBudget
from optimizer.i18n import Words


def _policies() -> Mapping[str, PolicyRows[Any]]:
    """The rows of each kind of policy rule, in the order of the kinds."""
    modules = [import_module(f"{__name__}.{m.name}") for m in iter_modules(__path__)]
    members = [member for module in modules for member in vars(module).values()]
    found: dict[type, PolicyRows[Any]] = {
        member.kind: member()
        for member in members
        if isinstance(member, type) and issubclass(member, PolicyRows) and "kind" in vars(member)
    }
    return {kind: found[rule] for kind, rule in RULE_KINDS.items()}


POLICIES = _policies()
"""The rows of each kind of policy rule, by the name of the kind in documents."""

RULES: tuple[RowRule, ...] = (
    TotalBudget(),
    YearBudget(),
    Capacity(),
    Pool(),
    Indivisible(),
    BandOrder(),
    MinimumScale(),
    Opening(),
    *POLICIES.values(),
)

RULE_OF: Mapping[str, RowRule] = {rule.key: rule for rule in RULES}


def rule_words(case: Case, rule: PolicyRule) -> Words:
    """A rule in words: its title, or what it states."""
    return rule.title or POLICIES[rule.kind].words(case, rule)


__all__ = ["POLICIES", "RULES", "RULE_OF", "Price", "RowRule", "rule_words"]
