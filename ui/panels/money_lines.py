"""Money by programme of several plans, as lines of a table in columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from optimizer.api import desk as api
from ui.charts.side_by_side import Cell, Line
from ui.palette import colour_of
from ui.state.desk import Desk


def spent_on(plan: api.Plan, programme: str) -> float:
    """What a plan spends on a programme over all years, in the scenario's unit."""
    rows = plan.allocation
    return float(rows.loc[rows["programme"] == programme, "spending"].sum())


def money_lines(
    desk: Desk, scenario: api.Scenario, plans: Sequence[Mapping[str, float]]
) -> list[Line]:
    """A line for each programme with what each of the plans spends on it."""
    speech, longest = desk.speech, max((*(v for plan in plans for v in plan.values()), 1e-9))
    lines = []
    for p in scenario.programmes:
        money = [float(plan.get(p, 0.0)) for plan in plans]
        cells = [Cell(speech.money(m, scenario), m / longest) for m in money]
        title = speech.title(scenario.programmes, p)
        lines.append(Line(p, title, colour_of(scenario, p), cells))
    return lines
