"""Where the money goes and which people come of it: budget → programme → activity → pathway."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd

from optimizer.domain.programme import Bands, Supply
from optimizer.formulation.rules.capacity import used, used_years
from optimizer.i18n import _
from optimizer.results.build import amount
from optimizer.results.evidence_used import grades, weakest_grade
from optimizer.results.plan import Plan
from optimizer.results.table import Column, Kind, Shape

FLOW = Shape(
    "flow",
    _("Links of the flow"),
    Column("stage", _("Stage")),
    Column("programme", _("Programme"), Kind.PROGRAMME),
    Column("activity", _("Activity"), Kind.ACTIVITY),
    Column("pathway", _("Pathway"), Kind.PATHWAY),
    Column("channel", _("Channel"), Kind.CHANNEL),
    Column("money", _("Money"), Kind.MONEY),
    Column("units", _("Units"), Kind.NUMBER),
    Column("supported", _("People supported"), Kind.PEOPLE),
    Column("net", _("Net people"), Kind.PEOPLE),
    Column("grade", _("Grade")),
)
"""One row for each link; what a stage does not tell apart is empty.

stage 'spend': budget → programme; 'buy': programme → activity, graded by its unit cost;
'use': activity → pathway, graded by the unit cost and by what one person needs of it;
'people': pathway → channel, graded by its yield. A grade is the weakest of all numbers it covers.
Money of a capacity is handed to pathways in proportion to how much of it they hold over all years;
an activity that delivers several capacities splits its money evenly among those in use. Money of
capacity that nobody holds stays with an empty pathway.
"""


def flow_table(plan: Plan) -> pd.DataFrame:
    """Links of the flow from money to people, over all years; empty without a plan."""
    return FLOW.frame(_links(plan) if plan.found else [])


def _links(plan: Plan) -> Iterator[dict[str, object]]:
    case = plan.case
    blank: dict[str, object] = {
        "programme": "", "activity": "", "pathway": "", "channel": "", "money": 0.0,
        "units": 0.0, "supported": 0.0, "net": 0.0, "grade": "",
    }  # fmt: skip
    spent = plan.allocation.groupby("programme", sort=False)["spending"].sum().reset_index()
    for row in spent.itertuples():
        yield {**blank, "stage": "spend", "programme": row.programme, "money": row.spending}
    bought = plan.activities.groupby(["programme", "activity"], sort=False)
    money_of: dict[tuple[str, str], float] = {}
    for line in bought[["units", "spending"]].sum().reset_index().to_dict("records"):
        key = (str(line["programme"]), str(line["activity"]))
        money_of[key] = float(line["spending"])
        yield {
            **blank, "stage": "buy", "programme": key[0], "activity": key[1],
            "money": line["spending"], "units": line["units"],
            "grade": _cost_grade(plan, case.activities[key].supply),
        }  # fmt: skip
    handed: dict[str, float] = defaultdict(float)
    for (p, a, q), money in _handed(plan, money_of).items():
        handed[q] += money
        grade = max(_cost_grade(plan, case.activities[p, a].supply), _need_grade(plan, p, a, q))
        yield {
            **blank, "stage": "use", "programme": p, "activity": a, "pathway": q, "money": money,
            "grade": grade,
        }  # fmt: skip
    people = plan.people.groupby(["pathway", "channel"], sort=False)[["supported", "net"]]
    for row in people.sum().reset_index().itertuples():
        q = str(row.pathway)
        yield {
            **blank, "stage": "people", "pathway": q, "channel": row.channel, "money": handed[q],
            "supported": row.supported, "net": row.net, "grade": weakest_grade(case, q),
        }  # fmt: skip


def _handed(
    plan: Plan, money_of: dict[tuple[str, str], float]
) -> dict[tuple[str, str, str], float]:
    """Money of each activity that each pathway uses; pathway '' for what nobody holds."""
    held = {r: _held(plan, r) for r in plan.scenario.capacities}
    handed: dict[tuple[str, str, str], float] = defaultdict(float)
    for (p, a), money in money_of.items():
        if money <= 0:
            continue
        in_use = [r for r in plan.case.activities[p, a].delivers if sum(held[r].values()) > 0]
        if not in_use:
            handed[p, a, ""] += money
        for r in in_use:
            everybody = sum(held[r].values())
            for q, units in held[r].items():
                if units > 0:
                    handed[p, a, q] += money / len(in_use) * units / everybody
    return handed


def _held(plan: Plan, capacity: str) -> dict[str, float]:
    """Units of a capacity times years that each pathway holds."""
    value = plan.solution.value
    held: dict[str, float] = defaultdict(float)
    for y in used_years(plan.case, capacity):
        for key, need in used(plan.case, capacity, y).items():
            assert isinstance(key, tuple)
            held[str(key[1])] += max(0.0, amount({key: need}, value))
    return {q: units for q, units in held.items() if units > 1e-9}


def _cost_grade(plan: Plan, supply: Supply) -> str:
    """The weakest grade among the numbers that make an activity's cost."""
    if isinstance(supply, Bands):
        numbers = [band.unit_cost for band in supply.bands]
    else:
        parts = (supply.ceiling, supply.half, supply.scale, supply.amount)
        numbers = [n for n in parts if n is not None]
    return max((g for n in numbers for g in grades(plan.scenario, n)), default="X")


def _need_grade(plan: Plan, programme: str, activity: str, pathway: str) -> str:
    """The weakest grade among what a person needs of an activity; '' where it is a definition."""
    needs = plan.scenario.pathways[pathway].needs if pathway else {}
    delivers = plan.case.activities[programme, activity].delivers
    numbers = [n.amount for r, n in needs.items() if r in delivers]
    stated = [n for n in numbers if not isinstance(n, float | int)]
    return max((g for n in stated for g in grades(plan.scenario, n)), default="")
