"""The room of a plan laid out, and as data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from optimizer.domain.wording import digits
from optimizer.i18n import Words, _, pgettext, verbatim
from optimizer.results.contract import contract
from optimizer.results.data import who
from optimizer.results.page import Page, name_of, page, said, terms
from optimizer.results.plan import lines
from optimizer.results.plan_page import plan_page
from optimizer.results.table import Column, Kind, Shape, Table, data

if TYPE_CHECKING:
    from optimizer.studies.room.study import Room

RANGES = Shape(
    "ranges",
    _("Least and most money"),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("now", _("Best plan"), Kind.MONEY),
    Column("least", _("Least"), Kind.MONEY),
    Column("most", _("Most"), Kind.MONEY),
    *data("objective_at_least", "objective_at_most", kind=Kind.GOAL),
    Column("people_at_least", _("People at the least"), Kind.PEOPLE),
    Column("people_at_most", _("People at the most"), Kind.PEOPLE),
)
"""Money of each programme over all years now, at least and at most [scenario's unit], and what the
objective and the net people come to at these ends."""
PLANS = Shape(
    "plans",
    _("Money of the other plans"),
    Column("plan", _("Plan"), Kind.COUNT),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("spending", _("Spending"), Kind.MONEY),
    Column("change", _("Change"), Kind.CHANGE),
    Column("objective", _("Goal"), Kind.GOAL),
    Column("net_people", _("Net people"), Kind.PEOPLE),
    *data("distance", kind=Kind.NUMBER),
)
"""Different plans: money of each programme and its change from the best plan [scenario's unit],
what the plan yields, and its distance from the nearest plan before it."""


def room_page(answer: Room) -> Page:
    """How far each programme may move at that loss, and the plans that differ the most."""
    if not answer.found:
        return plan_page(answer.best)
    scenario = answer.scenario
    return page(
        name_of(scenario),
        said(answer.sentences),
        RANGES.of(answer.ranges, scenario),
        side_by_side(answer),
        PLANS.of(answer.plans, scenario, brief=False),
        terms("room"),
    )


def side_by_side(answer: Room) -> Table:
    """The best plan and the different ones, a row for each programme, people last."""
    scenario = answer.scenario
    spent = answer.plans.pivot(index="programme", columns="plan", values="spending")
    numbers: dict[Any, Words] = {n: pgettext("alternative", "Plan {n}", n=n) for n in spent.columns}
    shape = Shape(
        "alternatives", _("Plans as different as can be"), RANGES["programme"], RANGES["now"],
        *(Column(str(n), words, Kind.MONEY) for n, words in numbers.items()),
    )  # fmt: skip
    now = {row.programme: float(row.now) for row in lines(answer.ranges)}
    rows: list[dict[str, Any]] = [
        {"programme": p, "now": now[p], **{str(n): float(spent[n][p]) for n in numbers}}
        for p in scenario.programmes
        if numbers and p in now
    ]
    people = answer.plans.groupby("plan")["net_people"].first()
    if rows:
        best = verbatim(digits(answer.best.totals.net_people))
        each = {str(n): verbatim(digits(float(people[n]))) for n in numbers}
        rows.append({"programme": _("Net people"), "now": best, **each})
    return replace(shape.of(rows, scenario), totals=1)


def room_data(answer: Room) -> dict[str, Any]:
    """Ranges and different plans; `best` as `solve` writes it."""
    return {
        "scenario": who(answer.scenario),
        "holds": contract("room"),
        "status": str(answer.best.status),
        "money_unit": answer.scenario.money.unit,
        "slack": answer.slack,
        "objective": answer.best.objective,
        "worst": answer.worst if answer.found else None,
        "ranges": answer.ranges,
        "plans": answer.plans,
        "sentences": answer.sentences,
        "best": answer.best,
    }
