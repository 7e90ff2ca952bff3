"""A plan made by hand beside the best one: people, loss, broken rules, idle money."""

from __future__ import annotations

from typing import Any

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.charts.bar_rows import Bar, Mark, Segment, bars
from ui.markup import Safe, named, put, tag
from ui.moves import own_plan
from ui.palette import channel_colour, colour_of
from ui.panels.panel_parts import heading, nothing, page_title, table_behind, terms
from ui.state.desk import Desk
from ui.tables import rows_of

SAME = 0.05
"""People within which two plans count as equal."""
SMALLEST = 1e-6
WORTH_SAYING = 1e-4
"""Idle money below this share of the money given is left to the table."""


def answer(desk: Desk, found: api.Evaluation, money: own_plan.Money) -> None:
    """How many people, how far from the best plan, how much money is given and idle."""
    speech, scenario = desk.speech, found.plan.scenario
    page_title(_headline(desk, found))
    given = sum(money.values())
    rest = found.plan.budget - given
    values = {
        "given": speech.money(given, scenario),
        "budget": speech.money(found.plan.budget, scenario),
        "rest": speech.money(abs(rest), scenario),
        "idle": speech.money(_idle(found), scenario),
    }
    close = abs(rest) <= SMALLEST * max(1.0, found.plan.budget)
    money_given = (
        _("all of {budget} is given")
        if close
        else _("{given} of {budget} is given, {rest} left")
        if rest > 0
        else _("{given} is given, {rest} more than the budget")
    )
    facts = [("mine-given", money_given, "tbo-warn" if rest < 0 and not close else "")]
    if _idle(found) > WORTH_SAYING * given:
        facts.append(("mine-idle", _("{idle} is idle: nothing there can absorb it"), "tbo-warn"))
    said = [
        tag("span", speech.say(fact.filled(**values)), css=f"tbo-fact {css}", more=named(name))
        for name, fact, css in facts
    ]
    put(tag("div", *said, _rules(desk, found), *_left(desk, found), css="tbo-facts"))


def _headline(desk: Desk, found: api.Evaluation) -> str:
    speech, left = desk.speech, found.people_left
    values = {
        "people": speech.number(found.plan.totals.net_people),
        "year": found.plan.scenario.years.end,
        "left": speech.number(abs(left)),
    }
    if not found.best.found or not found.obeys:
        return speech.say(_("By hand: {people} people more by {year}", **values))
    if abs(left) < SAME:
        return speech.say(
            _("By hand: {people} people more by {year}, as many as the best plan", **values)
        )
    return speech.say(
        (
            _("By hand: {people} people more by {year}, {left} fewer than the best plan")
            if left > 0
            else _("By hand: {people} people more by {year}, {left} more than the best plan")
        ).filled(**values)
    )


def _idle(found: api.Evaluation) -> float:
    return float(found.moves["idle"].clip(lower=0).sum())


def _rules(desk: Desk, found: api.Evaluation) -> Safe:
    n = len(found.broken)
    key = (
        _("keeps every rule") if n == 0 else _("breaks 1 rule") if n == 1 else _("breaks {n} rules")
    )
    css = "tbo-fact" if n == 0 else "tbo-fact tbo-warn"
    return tag("span", desk.speech.say(key.filled(n=n)), css=css, more=named("mine-rules"))


def _left(desk: Desk, found: api.Evaluation) -> list[Safe]:
    speech, left = desk.speech, found.left_on_the_table
    if left is None:
        return [
            tag(
                "span",
                speech.say(
                    _("there is no best plan to compare with: the rules cannot hold together")
                ),
                css="tbo-fact",
                more=named("mine-left"),
            )
        ]
    if abs(left) < SMALLEST:
        return []
    key = (
        _("leaves {n} of the goal on the table")
        if found.obeys
        else _("the best plan that keeps every rule has {n} more of the goal")
        if left > 0
        else _("the best plan that keeps every rule has {n} less of the goal")
    )
    said = [speech.say(key.filled(n=speech.number(abs(left))))]
    said += [speech.text(s) for s in found.sentences if s == api.FEWER_HEADS]
    return [tag("span", s, css="tbo-fact", more=named("mine-left")) for s in said]


def broken(desk: Desk, found: api.Evaluation) -> None:
    """Rules and budgets that the plan breaks, and by how much."""
    speech = desk.speech
    if found.obeys:
        return
    heading(
        speech.say(_("Rules it breaks")),
        speech.say(_("Idle money counts as given.")),
        name="panel-broken",
    )
    rows = [_broken(desk, found, r) for r in rows_of(found.broken)]
    put(tag("table", *rows, css="tbo-rules", more=named("broken")))
    table_behind(desk, api.page_of(found).tables["broken"], "broken")


def _broken(desk: Desk, found: api.Evaluation, row: Any) -> Safe:
    speech, purse = desk.speech, found.plan.scenario.money.parsed
    unit = api.cell(row, "unit")

    def said(value: float) -> str:
        return speech.text(api.limit_words(value, unit, purse))

    facts = {"limit": said(row.limit), "actual": said(row.actual)}
    missed = speech.say(_("off by {by}", by=said(row.missed_by)))
    return tag(
        "tr",
        tag("td", tag("strong", speech.column(row, "title"))),
        tag("td", speech.say(_("{actual}, limit {limit}", **facts))),
        tag("td", tag("span", missed, css="tbo-warn")),
        more=named(f"broken-{row.rule}"),
    )


def render(desk: Desk, found: api.Evaluation) -> None:
    """Money and people of both plans: bars are mine, ticks the best plan's."""
    speech = desk.speech
    heading(
        speech.say(_("Money by programme, mine and the best plan's")),
        speech.say(_("Bars are mine, ticks the best plan's.")),
        name="panel-beside-money",
    )
    put(bars(_money(desk, found), "bars-mine"))
    table_behind(desk, api.page_of(found).tables["moves"], "moves")
    heading(
        speech.say(_("Net people by pathway, mine and the best plan's")),
        speech.say(_("Bars are mine, ticks the best plan's.")),
        name="panel-beside-people",
    )
    rows = _people(desk, found)
    if rows:
        put(bars(rows, "bars-mine-people"))
    else:
        nothing(speech.say(_("Nobody is added by this plan.")))
    table_behind(desk, api.page_of(found).tables["people_beside"], "people-beside")
    terms(desk, "given_plan")


def _marks(desk: Desk, found: api.Evaluation, value: float, figure: str) -> tuple[Mark, ...]:
    if not found.best.found:
        return ()
    return (Mark(value, desk.speech.say(_("best plan: {figure}", figure=figure)), "best"),)


def _money(desk: Desk, found: api.Evaluation) -> list[Bar]:
    speech, scenario, rows = desk.speech, found.plan.scenario, []
    for p in scenario.programmes:
        mine = found.moves[found.moves["programme"] == p]
        name, best = speech.title(scenario.programmes, p), float(mine["best"].sum())
        parts = [
            Segment("", r.given, f"{name}, {r.year}: {speech.money(r.given, scenario)}")
            for r in rows_of(mine)
        ]
        idle = float(mine["idle"].clip(lower=0).sum())
        paid = speech.money(best, scenario)
        note = speech.say(_("best plan: {figure}", figure=paid)) if found.best.found else ""
        if idle > WORTH_SAYING * float(found.moves["given"].sum()):
            note = speech.say(_("{money} of it idle", money=speech.money(idle, scenario)))
        end = speech.money(float(mine["given"].sum()), scenario)
        marks = _marks(desk, found, best, paid)
        rows.append(Bar(p, name, colour_of(scenario, p), parts, end, note, marks))
    return rows


def _people(desk: Desk, found: api.Evaluation) -> list[Bar]:
    speech, scenario, rows = desk.speech, found.plan.scenario, []
    for r in rows_of(api.people_beside(found)):
        if max(r.mine, r.best) <= 0.005:
            continue
        name = speech.title(scenario.pathways, r.pathway)
        figure = speech.people(r.best)
        part = Segment("", max(0.0, r.mine), f"{name}: {speech.people(r.mine)}")
        note = speech.say(_("best plan: {figure}", figure=figure)) if found.best.found else ""
        colour = channel_colour(scenario.pathways[r.pathway].channel)
        marks = _marks(desk, found, r.best, figure)
        rows.append(Bar(r.pathway, name, colour, [part], speech.people(r.mine), note, marks))
    return sorted(
        rows, key=lambda row: -max([row.segments[0].value, *(m.value for m in row.marks)])
    )
