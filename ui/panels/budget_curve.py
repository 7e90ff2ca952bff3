"""The curve with today marked, and who takes the next won along it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui.charts.curve_chart import Point, Share, curve_chart, shares_chart
from ui.markup import named, put, tag
from ui.palette import colour_of
from ui.panels.panel_parts import chart, heading, key_line, nothing, table_behind, terms
from ui.state.desk import Desk
from ui.tables import rows_of

WINDOWS = 24
"""Equal stretches that are drawn where the curve has more pieces than that."""


def render(desk: Desk, plan: api.Plan, found: api.BudgetCurve, stop: float) -> None:
    """Both pictures and the tables behind them."""
    speech = desk.speech
    if len(found.points) < 2:
        nothing(speech.say(_("There is no stretch on which these rules hold together.")))
        return
    size, unit = api.wording.entry_unit(stop, plan.scenario.money.parsed, speech.language)
    axis = speech.say(
        (
            _("Total budget ({unit})") if found.along is None else _("Limit of the rule ({unit})")
        ).filled(unit=unit)
    )
    heading(
        speech.say(_("Net people of the best plan")),
        speech.say(_("Every point is a best plan of its own; the dot is where you stand.")),
        name="panel-curve",
    )
    chart(
        _curve(desk, found, size, stop, axis),
        "curve-chart",
        speech.say(_("Net people of the best plan")),
    )
    table_behind(desk, api.page_of(found).tables["breakpoints"], "breakpoints")
    heading(
        speech.say(_("Who takes the next won")),
        speech.say(
            _("Parts of each further amount; what hangs below zero is taken from a programme.")
        ),
        name="panel-next",
    )
    _worth(desk, plan, found)
    programmes = found.scenario.programmes
    keys = [("", colour_of(found.scenario, p), speech.title(programmes, p)) for p in programmes]
    put(key_line(*keys))
    chart(
        shares_chart(_shares(desk, found, size), (0.0, stop / size), axis),
        "next-chart",
        speech.say(_("Who takes the next won")),
    )
    table_behind(desk, api.page_of(found).tables["pieces"], "stretches")


def _worth(desk: Desk, plan: api.Plan, found: api.BudgetCurve) -> None:
    """What the next money is worth where the planner stands, and what moves along the curve."""
    row = next((r for r in rows_of(plan.binding) if r.kind == "total_budget"), None)
    if row is not None and found.along is None:
        said = f"{desk.speech.column(row, 'title')}: {desk.speech.column(row, 'sentence')}"
        put(tag("p", said, more=named("budget-worth")))
    terms(desk, "budget_curve" if found.along is None else "rule_curve")


def _curve(
    desk: Desk, found: api.BudgetCurve, size: float, stop: float, axis: str
) -> dict[str, object]:
    speech, unit = desk.speech, found.scenario
    rows = [
        Point(
            r.at / size,
            r.net_people,
            f"{speech.money(r.at, unit)}: {speech.people(r.net_people)}",
        )
        for r in rows_of(found.points)
    ]
    now = found.shift
    marked = None
    if found.points["at"].iloc[0] <= now <= found.points["at"].iloc[-1]:
        people = _at(found.points["at"].tolist(), found.points["net_people"].tolist(), now)
        values = {"money": speech.money(now, unit), "people": speech.people(people)}
        marked = Point(now / size, people, speech.say(_("now {money}: {people}", **values)))
    gaps = [(a / size, b / size) for a, b in found.infeasible]
    return curve_chart(
        rows,
        marked,
        gaps,
        (0.0, stop / size),
        (
            axis,
            speech.say(pgettext("column", "Net people")),
            speech.say(_("rules cannot hold together")),
        ),
        dark=desk.dark,
    )


def _at(places: Sequence[float], values: Sequence[float], at: float) -> float:
    """The value at a place of a polygon."""
    right = min(max(1, bisect_right(places, at)), len(places) - 1)
    left = right - 1
    width = places[right] - places[left]
    part = (at - places[left]) / width if width > 0 else 0.0
    return values[left] + part * (values[right] - values[left])


def _shares(desk: Desk, found: api.BudgetCurve, size: float) -> list[Share]:
    """Each programme's part of the next won, in pieces or in equal windows."""
    at = found.spending["at"].tolist()
    ends = at
    if len(at) > WINDOWS + 1:
        ends = [at[0] + k * (at[-1] - at[0]) / WINDOWS for k in range(WINDOWS + 1)]
    speech, shares = desk.speech, []
    for p in found.scenario.programmes:
        spent = found.spending[p].tolist()
        money = [_at(at, spent, end) for end in ends]
        name = speech.title(found.scenario.programmes, p)
        colour = colour_of(found.scenario, p)
        for k in range(len(ends) - 1):
            width = ends[k + 1] - ends[k]
            share = (money[k + 1] - money[k]) / width if width > 0 else 0.0
            span = " – ".join(speech.money(end, found.scenario) for end in ends[k : k + 2])
            hint = f"{name}, {span}: {speech.share(share)}"
            shares.append(Share(ends[k] / size, ends[k + 1] / size, name, share, colour, hint))
    return shares
