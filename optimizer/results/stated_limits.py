"""A limit as its rule states it: money, people, units, or the share that the rule is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from optimizer.formulation.case import Case
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import SHARE, ZERO
from optimizer.i18n import Words
from optimizer.lp.program import Key, Row
from optimizer.results.totals import amount


class StatedLimit(NamedTuple):
    """The limit, what a plan comes to, and the unit of both."""

    limit: float
    actual: float
    unit: Words


def stated_limit(case: Case, row: Row, reached: float, value: Mapping[Key, float]) -> StatedLimit:
    """A row whose left side came to `reached`; as it stands where a share would be of nothing."""
    assert isinstance(row.key, tuple)
    kind, index = RULE_OF[str(row.key[0])], row.key[1:]
    own = kind.own(case, index)
    each = 0.0 if own is None else amount(own.terms, value)
    if own is None or abs(each) <= ZERO:
        return StatedLimit(float(row.rhs), reached, kind.unit(case, index))
    return StatedLimit(own.value, own.value - (reached - float(row.rhs)) / each, SHARE)
