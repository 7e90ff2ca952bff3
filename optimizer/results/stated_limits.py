"""A limit as its rule states it: money, people, units, or the share that the rule is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from optimizer.domain.base import Text
from optimizer.formulation.case import Case
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import SHARE
from optimizer.lp.program import Key, Row
from optimizer.results.totals import amount


class StatedLimit(NamedTuple):
    """The limit, what a plan comes to, and the unit of both."""

    limit: float
    actual: float
    unit: Text


def stated_limit(case: Case, row: Row, reached: float, value: Mapping[Key, float]) -> StatedLimit:
    """A row whose left side came to `reached`; not a number where a share is one of nothing."""
    assert isinstance(row.key, tuple)
    kind, index = RULE_OF[str(row.key[0])], row.key[1:]
    own = kind.own(case, index)
    if own is None:
        return StatedLimit(float(row.rhs), reached, kind.unit(case, index))
    each = amount(own.terms, value)
    missed = reached - float(row.rhs)
    actual = own.value - missed / each if each != 0.0 else float("nan")
    return StatedLimit(own.value, actual, SHARE)
