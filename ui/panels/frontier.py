"""Plans of which none is better in both outcomes: the picture, one plan looked at, the tables."""

from __future__ import annotations

from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.bar_rows import Bar, Mark, Segment, bars
from ui.charts.frontier_chart import PICK, Place, frontier_chart
from ui.markup import named, put, tag
from ui.palette import colour_of
from ui.panels.money_lines import spent_on
from ui.panels.outcome_names import MONEY, how_much, outcome_name
from ui.panels.panel_parts import heading, nothing, remark, table_behind
from ui.state.desk import Desk
from ui.state.view_choices import remember
from ui.tables import rows_of
from ui.widgets import between

CHART = "frontier-chart"


def render(desk: Desk, plan: api.Plan, found: api.TradeOff) -> None:
    """Sentences, the picture with the best plan marked, the plan looked at beside the best one."""
    speech = desk.speech
    items = [tag("li", speech.text(sentence)) for sentence in found.sentences]
    if not found.found:
        nothing(" ".join(speech.text(sentence) for sentence in found.sentences))
        return
    put(tag("ul", *items, css="tbo-flips", more=named("trade-said")))
    if len(found.plans) > 1:
        heading(
            speech.say(_("Every plan worth considering")),
            speech.say(
                _(
                    "Each dot is a plan of its own; press one, or move the slider. The diamond is "
                    "the best plan by the scenario's goal."
                )
            ),
            name="panel-frontier",
        )
        number = _picture(desk, found)
        table_behind(desk, api.page_of(found).tables["points"], "trade-points")
        _one(desk, plan, found, number)
    table_behind(desk, api.page_of(found).tables["allocation"], "trade-money")


def _picture(desk: Desk, found: api.TradeOff) -> int:
    """The chart and the slider under it, both of which choose a plan; its number."""
    name = f"trade-point-{found.first}-{found.second}-{found.scenario.fingerprint}"
    last = len(found.plans) - 1
    place = st.container()
    chosen = round(
        between(
            desk.speech.say(_("Plan looked at")), name, (1, last + 1, 1), default=1 + last // 2,
            pattern="%d",
        )
    ) - 1  # fmt: skip
    sizes = [_unit(desk, found, n) for n in (found.first, found.second)]
    rows = rows_of(found.points)
    places = [_place(desk, found, (r.first, r.second), sizes) for r in rows]
    best = None
    if found.best.found:
        best = _place(desk, found, found.own, sizes, best=True)

    def pick() -> None:
        picked: Any = st.session_state[CHART].selection.get(PICK)
        if picked:
            remember(name)(int(picked[0]["number"]) + 1)

    with place:
        st.vega_lite_chart(
            spec=frontier_chart(
                places,
                best,
                (chosen, desk.speech.say(_("Plan {n}", n=chosen + 1))),
                (_title(desk, found, 0, sizes), _title(desk, found, 1, sizes)),
                joined=not _whole(found),
                dark=desk.dark,
            ),
            width="stretch",
            key=CHART,
            on_select=pick,
            selection_mode=PICK,
            alt=desk.speech.say(_("Every plan worth considering")),
        )
    return chosen


def _whole(found: api.TradeOff) -> bool:
    """Whether mixtures of neighbours are no plans, because something is decided in whole."""
    return found.plans[0].solution.prices is None


def _unit(desk: Desk, found: api.TradeOff, name: str) -> tuple[float, str]:
    """Size and name of the unit of an axis."""
    if name != MONEY:
        return 1.0, desk.speech.say(_("people"))
    unit = found.scenario.money.parsed
    return api.wording.entry_unit(found.scenario.budget.total, unit, desk.speech.language)


def _title(desk: Desk, found: api.TradeOff, k: int, sizes: list[tuple[float, str]]) -> str:
    name = (found.first, found.second)[k]
    values = {"of": outcome_name(desk, found.scenario, name), "unit": sizes[k][1]}
    return desk.speech.say(_("{of} ({unit})", **values))


def _place(
    desk: Desk, found: api.TradeOff, values: tuple[float, float], sizes: list[tuple[float, str]],
    *, best: bool = False,
) -> Place:  # fmt: skip
    names = (found.first, found.second)
    said = [
        f"{outcome_name(desk, found.scenario, n)} {how_much(desk, found.scenario, n, v)}"
        for n, v in zip(names, values, strict=True)
    ]
    hint = " · ".join(said)
    if best:
        hint = desk.speech.say(_("best plan: {figure}", figure=hint))
    return Place(values[0] / sizes[0][0], values[1] / sizes[1][0], hint)


def _one(desk: Desk, plan: api.Plan, found: api.TradeOff, number: int) -> None:
    """Money of the plan looked at; ticks are the best plan's."""
    speech, scenario = desk.speech, found.scenario
    row = rows_of(found.points)[number]
    said = " · ".join(
        f"{outcome_name(desk, scenario, n)} {how_much(desk, scenario, n, v)}"
        for n, v in ((found.first, row.first), (found.second, row.second))
    )
    heading(speech.say(_("Plan {n}", n=number + 1)), said, name="panel-trade-one")
    money = found.allocation[found.allocation["point"] == number].set_index("programme")["spending"]
    lines = []
    for p in scenario.programmes:
        best = spent_on(plan, p)
        spent, paid = speech.money(float(money[p]), scenario), speech.money(best, scenario)
        note = speech.say(_("best plan: {figure}", figure=paid))
        name = speech.title(scenario.programmes, p)
        part = Segment("", float(money[p]), f"{name}: {spent}")
        mark = Mark(best, note, "best")
        lines.append(Bar(p, name, colour_of(scenario, p), [part], spent, note, (mark,)))
    remark(speech.say(_("Bars are this plan's money, ticks the best plan's.")))
    put(bars(lines, "bars-trade"))
