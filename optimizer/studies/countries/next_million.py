"""Who gains from one more million dollars: scenarios ranked by what it adds in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isfinite, nan

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import EMPTY, Words, _, verbatim
from optimizer.results.columns import cell, in_columns
from optimizer.results.plan import Plan, lines
from optimizer.results.shown import Shown, View
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.countries.documents import country_scenarios, shared_cautions
from optimizer.studies.countries.more_money import next_unit, richer, with_room
from optimizer.studies.countries.strategy_pages import GAINS, next_million_data, next_million_page
from optimizer.studies.room.study import money_of
from optimizer.system.progress import Tally, Watch

MILLION = 1e6
"""US dollars."""


NO_PLAN = _("The rules cannot hold together.")
NO_MORE = _("The rules allow no larger budget.")
NO_PRICE = _("There is no price at the margin.")


@dataclass(frozen=True, repr=False)
class NextMillion(Shown, page=next_million_page, data=next_million_data):
    """What one more million US dollars adds, by scenario."""

    gains: pd.DataFrame
    cautions: tuple[Words, ...] = ()
    sentences: tuple[Words, ...] = ()

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about = f"{len(self.gains)} scenarios, largest gain first"
        return View(about, self.gains, (*self.sentences, *self.cautions), "next_million")


def next_million(
    scenarios: Sequence[Scenario] | None = None, *, watch: Watch | None = None
) -> NextMillion:
    """The gain of a million dollars more, in every year alike, in each scenario; ranked.

    Without scenarios those of all country strategies are asked. Raises InvalidInput for scenarios
    that do not state `money.per_usd`, and Cancelled.
    """
    asked = country_scenarios() if scenarios is None else scenarios
    issues = [
        Issue(
            f"{s.id}: money.per_usd",
            _("The scenario does not say what a dollar is worth."),
            _("State how many {currency} a US dollar is worth.", currency=s.money.parsed.currency),
        )
        for s in asked
        if s.money.per_usd is None
    ]
    if issues:
        raise InvalidInput(issues)
    rows, tally = [], Tally(watch, len(asked))
    for scenario in asked:
        rows.append(_row(scenario))
        tally.add()
    rows.sort(key=lambda r: (_rank(r["gain"]), str(r["scenario"])))
    answer = NextMillion(GAINS.frame(rows), shared_cautions(asked))
    return replace(answer, sentences=tuple(_sentences(answer.gains)))


def a_million(scenario: Scenario) -> float:
    """A million US dollars in the scenario's unit of money."""
    assert scenario.money.per_usd is not None
    return MILLION * scenario.money.per_usd / scenario.money.parsed.scale


def _rank(gain: object) -> float:
    value = float(str(gain))
    return -value if isfinite(value) else float("inf")


def _row(scenario: Scenario) -> dict[str, object]:
    amount = a_million(scenario)
    before = with_room(scenario, amount)
    after = bare_plan(richer(scenario, amount))
    both = before.found and after.found
    programme, share = _leader(before, after, amount) if both else ("", nan)
    price = next_unit(before) * amount
    gap = NO_PLAN if not before.found else NO_MORE if not after.found else None
    gap = NO_PRICE if gap is None and not isfinite(price) else gap
    title = scenario.title or verbatim(scenario.id)
    return {
        "scenario": scenario.id, "country": scenario.country or "",
        "money_unit": scenario.money.unit,
        "budget": scenario.budget.total, "budget_usd": scenario.budget.total / amount,
        "amount": amount, "price": price if isfinite(price) else nan,
        "gain": after.everyone.objective - before.everyone.objective if both else nan,
        "net_people": after.totals.net_people - before.totals.net_people if both else nan,
        "programme": programme, "share": share,
        **in_columns(title=title, gap=gap or EMPTY),
    }  # fmt: skip


def _leader(before: Plan, after: Plan, amount: float) -> tuple[str, float]:
    """The programme that gets most of the money, and its share."""
    added = {p: money_of(after, p) - money_of(before, p) for p in before.scenario.programmes}
    first = max(added, key=lambda p: added[p])
    return first, added[first] / amount


def _sentences(gains: pd.DataFrame) -> Iterator[Words]:
    known = [row for row in lines(gains) if isfinite(row.gain)]
    if not known:
        return
    first, last = known[0], known[-1]
    yield _(
        "A million dollars more adds most to the goal in “{title}”: {gain}.",
        title=cell(first, "title"),
        gain=digits(first.gain, 2),
    )
    if len(known) > 1:
        title, gain = cell(last, "title"), digits(last.gain, 2)
        yield _("It adds least in “{title}”: {gain}.", title=title, gain=gain)
