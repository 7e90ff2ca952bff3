"""The room of a plan in sentences: how far each programme may move, and in which direction."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, in_a_row, pgettext, rendered
from optimizer.results.plan import Plan, lines

STILL = 1e-3
"""A programme that can move by less than this share of the budget counts as fixed."""
SHOWN = 0.01
"""Changes below this share of the budget are not spoken of."""


def room_sentences(
    best: Plan, slack: float, ranges: pd.DataFrame, plans: pd.DataFrame
) -> Iterator[Words]:
    """What is conceded, the range of each programme, and each different plan."""
    share = percent(slack)
    yield _("At a loss of at most {share} of the goal:", share=share)
    for row in lines(ranges):
        yield range_sentence(best, row.programme, row.now, (row.least, row.most))
    for _other, moves in plans.groupby("plan"):
        yield _different(best, moves)


def range_sentence(best: Plan, programme: str, now: float, ends: tuple[float, float]) -> Words:
    """Between which amounts the money of a programme may lie, and what it is now."""
    unit = best.scenario.money.parsed
    title = title_of(best.scenario.programmes, programme)
    least, most = (max(0.0, end) for end in ends)
    low, high, here = (rendered(money, v, unit) for v in (least, most, now))
    if most - least <= STILL * best.budget:
        return _("{title} has to stay at {here}.", title=title, here=here)
    return _(
        "{title} may take between {low} and {high} (now {here}).",
        title=title,
        low=low,
        high=high,
        here=here,
    )


def _different(best: Plan, moves: pd.DataFrame) -> Words:
    """One plan as changes of the best one, largest first, and what it loses."""
    unit = best.scenario.money.parsed
    number, people = int(moves["plan"].iloc[0]), float(moves["net_people"].iloc[0])
    order = moves["change"].abs().sort_values(ascending=False, kind="stable").index
    changes = []
    for row in lines(moves.loc[order]):
        if abs(row.change) < SHOWN * best.budget:
            continue
        title = title_of(best.scenario.programmes, row.programme)
        much = rendered(money, abs(row.change), unit)
        changes.append(in_a_row((title, " +" if row.change > 0 else " −", much), ""))
    none = _("no change worth telling")
    return _(
        "Plan {number}: {changes}; {count} net people instead of {now}.",
        number=number,
        changes=in_a_row(changes, pgettext("list", ", ")) if changes else none,
        count=digits(people, 3),
        now=digits(best.totals.net_people, 3),
    )
