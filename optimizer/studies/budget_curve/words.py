"""What a budget curve says in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from optimizer.domain.policy import PolicyRule
from optimizer.domain.wording import digits, reach
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.compile import case_of
from optimizer.formulation.limit_words import amounts_apart, limit_words
from optimizer.formulation.rules.base import MONEY, money_step, title_of
from optimizer.i18n import Words, _, pgettext, rendered, verbatim

if TYPE_CHECKING:
    from optimizer.studies.budget_curve.study import BudgetCurve

FLAT = 1e-12
"""A slope below this is none."""
WINDOWS = 24
"""Equal stretches that are spoken of where the curve has more pieces than that."""


def sentences(whole: BudgetCurve) -> Iterator[Words]:
    """Where the rules cannot hold, and who takes the next money on each stretch."""
    for low, high in whole.infeasible:
        a, b = _ends(whole, low, high)
        yield _("Between {a} and {b} the rules cannot hold together.", a=a, b=b)
    step = 1.0
    said: Words = pgettext("unit", "one", unit=whole.unit)
    if whole.unit == MONEY:
        step = money_step(case_of(whole.scenario))
        (said,) = _ends(whole, step)
    for low, high, first, last, leader in _stretches(_told(whole), whole.along is None):
        a, b = _ends(whole, low, high)
        if max(abs(first), abs(last)) * step < 1e-9:
            yield _("From {a} to {b} more changes nothing.", a=a, b=b)
            continue
        yield _stretch(whole, (a, b, said), (first * step, last * step), leader)


def _stretch(
    whole: BudgetCurve, words: tuple[Words, Words, Words], worth: tuple[float, float], leader: str
) -> Words:
    """What a step is worth on a stretch, and who takes most of it where it is money."""
    a, b, said = words
    size = rendered(reach, *(digits(abs(v), 2) for v in worth))
    each = _("each further {said} adds {size} weighted people", said=said, size=size)
    if max(worth) <= 0.0:
        each = _("each further {said} costs {size} weighted people", said=said, size=size)
    if whole.along is not None:
        return _("From {a} to {b} {each}.", a=a, b=b, each=each)
    title = title_of(whole.scenario.programmes, leader)
    return _(
        "From {a} to {b} {each}; most of it goes to {title}.", a=a, b=b, each=each, title=title
    )


def _ends(whole: BudgetCurve, *values: float) -> tuple[Words, ...]:
    """Budgets or limits in their own unit; amounts that differ read differently."""
    unit = whole.scenario.money.parsed
    if whole.unit != MONEY:
        bare = (verbatim(digits(v)) for v in values[:-1])
        return (*bare, limit_words(values[-1], whole.unit, unit))
    return amounts_apart(values, unit)


def _told(whole: BudgetCurve) -> pd.DataFrame:
    """The pieces to speak of: the exact ones, or equal windows where there are too many of them."""
    if len(whole.points) <= WINDOWS:
        return whole.pieces
    at = whole.points["at"].to_numpy()
    ends = np.linspace(at[0], at[-1], WINDOWS + 1)
    value = np.interp(ends, at, whole.points["objective"].to_numpy())
    rows: list[dict[str, object]] = []
    for p in whole.scenario.programmes:
        spent = np.interp(ends, at, whole.spending[p].to_numpy())
        rows += [
            {
                "from": ends[k], "to": ends[k + 1], "programme": p,
                "slope": (value[k + 1] - value[k]) / (ends[k + 1] - ends[k]),
                "share": (spent[k + 1] - spent[k]) / (ends[k + 1] - ends[k]),
            }
            for k in range(WINDOWS)
        ]  # fmt: skip
    return pd.DataFrame(rows, columns=whole.pieces.columns)


def _stretches(
    pieces: pd.DataFrame, money: bool
) -> Iterator[tuple[float, float, float, float, str]]:
    """Neighbouring pieces in which the same programme takes most of the next won.

    Where it is not money that grows, or where nothing changes, no programme is told apart; what
    adds, what costs and what changes nothing never share a stretch.
    """
    run: list[tuple[float, float, float, str]] = []
    for _other, rows in pieces.groupby(["from", "to"], sort=True):
        low, high, slope = (float(rows[name].iloc[0]) for name in ("from", "to", "slope"))
        leader = str(rows["programme"].iloc[int(np.argmax(rows["share"].to_numpy()))])
        leader = leader if money and abs(slope) >= FLAT else ""
        if run and (run[-1][3] != leader or _sign(slope) != _sign(run[-1][2])):
            yield run[0][0], run[-1][1], run[0][2], run[-1][2], run[0][3]
            run = []
        run.append((low, high, slope, leader))
    if run:
        yield run[0][0], run[-1][1], run[0][2], run[-1][2], run[0][3]


def _sign(slope: float) -> int:
    return 0 if abs(slope) < FLAT else 1 if slope > 0 else -1


def share_of_decisions(rule: PolicyRule) -> InvalidInput:
    """The refusal of a rule whose limit is a share of what is decided, and what answers instead."""
    problem = _(
        "The limit of this rule is a share of what is decided: such a curve has no exact form."
    )
    share = next(n.name for n in rule.numbers() if not n.money)
    path = f"rules.{rule.id}.{share}"
    remedy = _(
        "Solve with single shares (`solve --set {path}=0.3`), or see who leads "
        "over a range of them (`map --x {path} --y budget.total`).",
        path=path,
    )
    return InvalidInput([Issue("along", problem, remedy)])
