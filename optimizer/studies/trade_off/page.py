"""Trade-offs and payoff tables laid out, and as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from optimizer.domain.scenario import Scenario
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import _
from optimizer.results.contract import contract
from optimizer.results.data import who
from optimizer.results.page import Block, Page, name_of, page, said, terms
from optimizer.results.plan import lines
from optimizer.results.plan_page import plan_page
from optimizer.results.table import Column, Kind, Shape, Table, data, rows_of
from optimizer.studies.outcome_words import one_better, outcome_head, worse_by

if TYPE_CHECKING:
    from optimizer.studies.trade_off.study import Payoff, TradeOff

POINTS = Shape(
    "points",
    _("The efficient plans"),
    Column("point", _("Plan"), Kind.COUNT),
    Column("first", _("First"), Kind.NUMBER),
    Column("second", _("Second"), Kind.NUMBER),
    *data("worth_from", "worth_to", kind=Kind.NUMBER),
    Column("exchange", _("One more of the first costs of the second"), Kind.NUMBER),
    Column("net_people", _("Net people"), Kind.PEOPLE, brief=False),
    *data("retained", "attracted", kind=Kind.PEOPLE),
    Column("objective", _("Goal"), Kind.GOAL, brief=False),
    Column("spending", _("Spending"), Kind.MONEY, brief=False),
)
"""Plans from the best first outcome to the best second one. A plan is best while one unit of the
first outcome is worth `worth_from` to `worth_to` units of the second; `exchange` is what one more
unit of the first costs of the second between the next plan and this one (NaN for the last)."""
MONEY = Shape(
    "allocation",
    _("Money of the efficient plans"),
    Column("point", _("Plan"), Kind.COUNT),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("spending", _("Spending"), Kind.MONEY),
    Column("share", _("Share of spending"), Kind.SHARE),
)
"""Money of each programme in each plan [scenario's unit], and its share of the plan's spending."""


def payoff_shape(scenario: Scenario, names: Sequence[str]) -> Shape:
    """The payoff table: a row for each outcome put first, a column for each outcome."""
    outcomes = (_outcome(scenario, name, name) for name in names)
    return Shape(
        "payoff", _("All outcomes of each plan"), Column("goal", _("Put first")), *outcomes
    )


def _outcome(scenario: Scenario, name: str, column: str) -> Column:
    kinds = {"spending": Kind.MONEY, "objective": Kind.GOAL}
    return Column(column, outcome_head(scenario, name), kinds.get(name, Kind.PEOPLE))


def trade_page(answer: TradeOff) -> Page:
    """What one outcome costs of the other, and a table of the efficient plans."""
    if not answer.found and not answer.sentences:
        return plan_page(answer.best)
    head: list[Block] = [name_of(answer.scenario), *said(answer.sentences)]
    if not answer.found:
        return page(head, terms("trade_off"))
    return page(head, _points(answer), _money(answer), terms("trade_off"))


def _points(answer: TradeOff) -> Table:
    """The efficient plans by both outcomes, the exchange between them, and their money."""
    scenario = answer.scenario
    step, better = one_better(scenario, answer.first)
    known = scenario.programmes
    shape = Shape(
        POINTS.name, POINTS.title, POINTS["point"],
        _outcome(scenario, answer.first, "first"), _outcome(scenario, answer.second, "second"),
        Column("rate", _("Cost of {better}", better=better)),
        *(Column(p, title_of(known, p), Kind.MONEY) for p in known),
        *(POINTS[name] for name in ("net_people", "objective", "spending")),
    )  # fmt: skip
    spent = answer.allocation.pivot(index="point", columns="programme", values="spending")
    rows = []
    for row in lines(answer.points):
        rate = None
        if row.exchange == row.exchange:
            rate = worse_by(scenario, answer.second, row.exchange * step)
        rows.append({
            "point": row.point + 1, "first": undusted(row.first), "second": undusted(row.second),
            "rate": rate, **{p: float(spent.loc[row.point, p]) for p in known},
            "net_people": row.net_people, "objective": row.objective, "spending": row.spending,
        })  # fmt: skip
    return shape.of(rows, scenario)


def _money(answer: TradeOff) -> Table:
    rows = answer.allocation.assign(point=answer.allocation["point"] + 1)
    return MONEY.of(rows, answer.scenario, brief=False)


def undusted(value: float) -> float:
    """The number, or zero where it is nothing but rounding."""
    return value if abs(value) > 1e-6 else 0.0


def trade_data(answer: TradeOff) -> dict[str, Any]:
    """Efficient plans, the exchange between them and their money."""
    return {
        "scenario": who(answer.scenario),
        "holds": contract("trade_off"),
        "status": str(answer.status),
        "first": answer.first,
        "second": answer.second,
        "money_unit": answer.scenario.money.unit,
        "exact": answer.exact,
        "gap": answer.gap,
        "unexplored": answer.unexplored,
        "points": answer.points,
        "allocation": answer.allocation,
        "sentences": answer.sentences,
    }


def payoff_page(answer: Payoff) -> Page:
    """Each row serves one outcome first."""
    rows = [
        {
            "goal": outcome_head(answer.scenario, str(row["goal"])),
            **{name: undusted(float(row[name])) for name in answer.names},
        }
        for row in rows_of(answer.table)
    ]
    return page(
        payoff_shape(answer.scenario, answer.names).of(rows, answer.scenario), terms("trade_off")
    )


def payoff_data(answer: Payoff) -> dict[str, Any]:
    """The payoff table."""
    return {
        "scenario": who(answer.scenario),
        "holds": contract("trade_off"),
        "status": str(answer.status),
        "names": answer.names,
        "table": answer.table,
    }
