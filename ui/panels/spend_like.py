"""Spend like them: a country's mix on this budget beside the best plan, and the reverse."""

from __future__ import annotations

from math import isfinite
from typing import Any

import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui.charts.side_by_side import Cell, Line, side_by_side
from ui.jobs.job import Task
from ui.markup import put
from ui.palette import OTHER, PROGRAMMES
from ui.panels import my_plan_result, study_progress
from ui.panels.panel_parts import heading, nothing, table_behind, told
from ui.state import cache
from ui.state.desk import Desk
from ui.tables import rows_of
from ui.widgets import one_of


def render(desk: Desk, plan: api.Plan) -> None:
    """The choice of a country and, once worked out, what its mix yields."""
    speech, scenario = desk.speech, plan.scenario
    heading(
        speech.say(_("This budget, spent their way")),
        speech.say(
            _(
                "Their announced mix on this scenario's budget, costs and years; when money is "
                "spent is chosen for the most people."
            )
        ),
        name="panel-like",
    )
    options = [c for c in cache.to_copy(scenario) if c != scenario.country]
    if not options:
        nothing(speech.say(_("No announced mix can be copied to this scenario's programmes.")))
        return
    places = cache.countries().places
    picked = one_of(
        speech.say(_("Spend like")),
        "like-whom",
        options,
        words=lambda code: speech.text(places[code]),
        default="SGP" if "SGP" in options else options[0],
    )
    task = Task(api.spend_like, scenario, (picked,))
    found = study_progress.answer(desk, task, "like")
    if found is None:
        return
    _transplant(desk, found.here, "like", speech.say(_("This budget, spent their way")))
    if not found.here.obeys:
        my_plan_result.broken(desk, found.here.evaluation)
    if found.there is not None:
        theirs = found.there.scenario
        name = speech.text(theirs.title) if theirs.title is not None else theirs.id
        label = speech.say(_("The other way round: our mix on “{title}”", title=name))
        with st.expander(label, key="like-there"):
            _transplant(desk, found.there, "like-back", label)


def _transplant(desk: Desk, one: api.Transplant, name: str, label: str) -> None:
    """Findings in words, then money and people of all three plans."""
    speech = desk.speech
    told(desk, one.sentences, f"{name}-said")
    keys = (
        _("Their mix"),
        _("Given"),
        pgettext("plan", "Used"),
        _("Best plan"),
        _("Nearest plan that keeps the rules"),
    )
    lines = [_line(desk, one, r, n) for n, r in enumerate(rows_of(one.beside))]
    put(side_by_side([speech.say(k) for k in keys], [_people(desk, one), *lines], name, label))
    table_behind(desk, api.beside_table(one), name)


def _people(desk: Desk, one: api.Transplant) -> Line:
    best, near = one.evaluation.best, one.nearest
    people = [
        one.people,
        best.totals.net_people if best.found else float("nan"),
        near.totals.net_people if near is not None and near.found else float("nan"),
    ]
    most = max((p for p in people if isfinite(p)), default=0.0)
    cells = [
        Cell(_or_none(desk, p, desk.speech.people), p / most if most > 0 and p == p else 0.0,
             strong=True)
        for p in people
    ]  # fmt: skip
    return Line("people", desk.speech.say(_("Net people")), OTHER,
                [Cell("–"), Cell("–"), cells[0], cells[1], cells[2]])  # fmt: skip


def _line(desk: Desk, one: api.Transplant, row: Any, place: int) -> Line:
    speech, scenario = desk.speech, one.scenario
    money = [float(row.given), float(row.used), float(row.best), float(row.nearest)]
    most = max(1e-12, *(m for m in one.beside[["given", "best", "nearest"]].max() if m == m))
    cells = [
        Cell(_or_none(desk, m, lambda v: speech.money(v, scenario)), m / most if m == m else 0.0)
        for m in money
    ]
    share = Cell(speech.share(float(row.mix)), float(row.mix))
    title = speech.title(scenario.programmes, row.programme)
    return Line(row.programme, title, PROGRAMMES[place % len(PROGRAMMES)], [share, *cells])


def _or_none(desk: Desk, value: float, words: Any) -> str:
    return str(words(value)) if isfinite(value) else desk.speech.say(_("no figure"))
