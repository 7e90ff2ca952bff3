"""Which programme leads over two numbers of the planner's choice."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.map_chart import Field, Spot, map_chart
from ui.jobs import studies
from ui.jobs.job import Task
from ui.palette import OTHER, colour_of
from ui.panels import study_progress
from ui.panels.evidence_grades import unit_words
from ui.panels.panel_parts import chart, heading, nothing, table_behind, told
from ui.state import cache
from ui.state.desk import Desk
from ui.widgets import one_of

SIZE = 40
BUDGET = "budget.total"
LEAST = 0.03
"""Share of the map below which a programme's field carries no name."""
NAME = "map"


def render(desk: Desk, plan: api.Plan) -> None:
    """The panel: two numbers are chosen, then the map is drawn when asked for."""
    speech, scenario = desk.speech, plan.scenario
    heading(
        speech.say(_("Who leads where")),
        speech.say(
            _(
                "The best plan at every pair of two numbers, all others as they are. The cross is "
                "today; dotted lines are where the lead changes."
            )
        ),
        name="panel-map",
    )
    options = _numbers(desk, plan)
    if len(options) < 2:
        nothing(speech.say(_("No number of this scenario has a range.")))
        return
    names = list(options)
    with st.container(horizontal=True, gap="medium"):
        x = one_of(
            speech.say(_("Across")), "map-x", names, words=options.__getitem__, default=names[0]
        )
        others = [n for n in names if n != x]
        y = one_of(
            speech.say(_("Upwards")), "map-y", others, words=options.__getitem__, default=others[0]
        )
    task = Task(studies.decision_map, scenario, (x, y, SIZE), SIZE)
    found = study_progress.answer(desk, task, NAME, at_once=False)
    if found is None:
        return
    told(desk, found.sentences, "map-said")
    chart(
        _picture(desk, found, (options[x], options[y])),
        "map-chart",
        speech.say(_("Who leads where")),
    )
    table_behind(desk, api.page_of(found).tables["cells"], "map")


def _numbers(desk: Desk, plan: api.Plan) -> dict[str, str]:
    """Numbers with a range that carry the plan, the heaviest first, and the budget."""
    rows = cache.explained(plan).evidence
    known = plan.scenario.evidence
    order = rows.sort_values("people_share", ascending=False, kind="stable")["evidence"]
    names = [n for n in order if n in known and known[n].uncertain]
    named_ = {n: _title(desk, plan.scenario, n) for n in names}
    return {**named_, BUDGET: desk.speech.say(_("Total budget"))}


def _title(desk: Desk, scenario: api.Scenario, name: str) -> str:
    number = scenario.evidence[name]
    title = name if number.title is None else desk.speech.text(number.title)
    unit = unit_words(desk, number.unit or "")
    return f"{title} ({unit})" if unit else title


def _picture(desk: Desk, found: api.DecisionMap, titles: tuple[str, str]) -> dict[str, object]:
    speech, scenario = desk.speech, found.scenario
    sizes = [_size(desk, found, v.path) for v in (found.x, found.y)]
    heads = [t if s[1] == "" else f"{t} ({s[1]})" for t, s in zip(titles, sizes, strict=True)]
    scale = (sizes[0][0], sizes[1][0])
    borders = list(_borders(found, scale))
    x, y = found.x.now / scale[0], found.y.now / scale[1]
    now = Spot(x, y, speech.say(_("now"))) if _here(found) else None
    names = [
        Spot(a / scale[0], b / scale[1], speech.title(scenario.programmes, p))
        for p, a, b in _middles(found)
    ]
    return map_chart(
        list(_fields(found, scale)),
        list(_points(desk, found, scale)),
        borders,
        names,
        now,
        (heads[0], heads[1]),
        dark=desk.dark,
    )


def _size(desk: Desk, found: api.DecisionMap, path: str) -> tuple[float, str]:
    if path != BUDGET:
        return 1.0, ""
    unit = found.scenario.money.parsed
    return api.wording.entry_unit(found.scenario.budget.total, unit, desk.speech.language)


def _here(found: api.DecisionMap) -> bool:
    """Whether the numbers of today lie on the map, its edges included."""
    sides = ((found.x, found.xs), (found.y, found.ys))
    return all(places[0] <= variable.now <= places[-1] for variable, places in sides)


def _halves(found: api.DecisionMap) -> tuple[float, float]:
    """Half a step of the grid along both sides."""
    return float(found.xs[1] - found.xs[0]) / 2, float(found.ys[1] - found.ys[0]) / 2


def _borders(found: api.DecisionMap, scale: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """The points at which the lead changes along a row."""
    for a, b in zip(found.borders["x"], found.borders["y"], strict=True):
        yield float(a) / scale[0], float(b) / scale[1]


def _fields(found: api.DecisionMap, scale: tuple[float, float]) -> Iterator[Field]:
    """Each row of the grid in stretches of one leader, up to the borders between them."""
    wide, high = _halves(found)
    ends = float(found.xs[0]) - wide, float(found.xs[-1]) + wide
    for j, y in enumerate(found.ys.tolist()):
        row = found.leader[j].tolist()
        firsts = [0, *(i for i in range(1, len(row)) if row[i] != row[i - 1])]
        turns = sorted(found.borders.loc[found.borders["y"] == y, "x"].tolist())
        for leader, a, b in zip(
            (row[i] for i in firsts), [ends[0], *turns], [*turns, ends[1]], strict=True
        ):
            colour = colour_of(found.scenario, found.programmes[leader]) if leader >= 0 else OTHER
            yield Field(
                a / scale[0], b / scale[0], (y - high) / scale[1], (y + high) / scale[1], colour
            )


def _points(desk: Desk, found: api.DecisionMap, scale: tuple[float, float]) -> Iterator[Field]:
    """What is said of every point of the grid."""
    speech, digits = desk.speech, desk.speech.digits
    titles = [speech.title(found.scenario.programmes, p) for p in found.programmes]
    wide, high = _halves(found)
    for j, y in enumerate(found.ys.tolist()):
        for i, x in enumerate(found.xs.tolist()):
            leader, people = int(found.leader[j, i]), float(found.people[j, i])
            who = titles[leader] if leader >= 0 else speech.say(_("nobody"))
            said = (
                speech.people(people)
                if people == people
                else speech.say(_("the rules cannot hold together"))
            )
            hint = f"{digits(x / scale[0])}, {digits(y / scale[1])}: {who}, {said}"
            sides = (x - wide) / scale[0], (x + wide) / scale[0]
            yield Field(*sides, (y - high) / scale[1], (y + high) / scale[1], OTHER, hint)


def _middles(found: api.DecisionMap) -> Iterator[tuple[str, float, float]]:
    """For each programme the point of its field that lies deepest inside."""
    for k, programme in enumerate(found.programmes):
        mine = found.leader == k
        if mine.mean() < LEAST:
            continue
        inside = np.pad(mine, 1)
        depth = np.zeros(mine.shape)
        while inside.any():
            depth += inside[1:-1, 1:-1]
            core = inside[1:-1, 1:-1] & inside[:-2, 1:-1] & inside[2:, 1:-1]
            inside = np.pad(core & inside[1:-1, :-2] & inside[1:-1, 2:], 1)
        j, i = np.unravel_index(int(depth.argmax()), depth.shape)
        yield programme, float(found.xs[i]), float(found.ys[j])
