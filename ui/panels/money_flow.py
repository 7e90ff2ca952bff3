"""From money to people: the flow picture, a short form for phones, and the table behind both."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui.charts.flow_chart import flow_chart
from ui.charts.flow_geometry import Link, Node
from ui.markup import Safe, named, put, tag
from ui.palette import OTHER, channel_colour, colour_of
from ui.panels.panel_parts import channel_keys, heading, key_line, table_behind
from ui.panels.people_reached import reconciled
from ui.state.desk import Desk
from ui.tables import channel_name, rows_of

SMALLEST = 0.004
"""Share of all money and of all people below which a link is left to the table."""


def render(desk: Desk, plan: api.Plan, links: pd.DataFrame) -> None:
    """The panel; `links` is the plan's flow table."""
    speech = desk.speech
    heading(
        speech.say(_("From money to people")),
        speech.say(
            _(
                "Ribbons at the left are money, ribbons at the right are net people; each side is "
                "100%."
            )
        ),
        name="panel-flow",
    )
    put(
        key_line(
            *channel_keys(desk),
            ("tbo-lined", OTHER, speech.say(_("lined: rests on an assumption"))),
            ("", OTHER, speech.say(_("plain: published figures only"))),
        )
    )
    rows = rows_of(links)
    with st.container(key="flow-wide"):
        put(_picture(desk, plan, rows))
    with st.container(key="flow-narrow"):
        put(_list(desk, plan, rows))
    reconciled(desk, plan)
    table_behind(desk, api.plan_tables(plan)["flow"], "flow")


def _picture(desk: Desk, plan: api.Plan, rows: list[Any]) -> Safe:
    budget = max(plan.budget, 1e-12)
    everyone = max(plan.everyone.net_people, 1e-12)
    links = [link for r in rows if (link := _link(desk, plan, r, budget, everyone)) is not None]
    names = {k.source for k in links} | {k.target for k in links}
    nodes = [
        Node(
            name,
            "pauc".index(name[0]),
            sum(k.share for k in links if k.target == name),
            sum(k.share for k in links if k.source == name),
        )
        for name in _in_order(desk, rows)
        if name in names
    ]
    nodes = [
        Node(n.key, n.stage, n.into if n.stage else n.out, n.out if n.stage < 3 else n.into)
        for n in nodes
    ]
    say = desk.speech.say
    heads = [
        say(pgettext("column", "Money")),
        say(_("What it buys")),
        say(pgettext("column", "Who is supported")),
        say(_("Net people")),
    ]
    return flow_chart(nodes, links, _labels(desk, plan, rows), heads)


def _in_order(desk: Desk, rows: list[Any]) -> list[str]:
    """Names of nodes: p… programme, a… activity, u… pathway (users), c… channel."""
    names = [f"p:{p}" for p in desk.base.programmes]
    names += [f"a:{r.programme}/{r.activity}" for r in rows if r.stage == "buy"]
    names += [f"u:{r.pathway}" for r in rows if r.stage in ("use", "people")]
    names += [f"c:{c}" for c in desk.base.objective.channels]
    return list(dict.fromkeys(names))


def _link(desk: Desk, plan: api.Plan, row: Any, budget: float, everyone: float) -> Link | None:
    money, people = row.money / budget, row.net / everyone
    speech = desk.speech
    paid = speech.money(row.money, plan.scenario)
    activity = f"a:{row.programme}/{row.activity}"
    match row.stage:
        case "buy" if money >= SMALLEST:
            colour = colour_of(desk.base, row.programme)
            hint = f"{_activity(desk, row)}: {paid}"
            return Link(f"p:{row.programme}", activity, money, colour, row.grade == "X", hint)
        case "use" if money >= SMALLEST:
            colour = colour_of(desk.base, row.programme)
            hint = f"{_activity(desk, row)} → {_pathway(desk, row)}: {paid}"
            return Link(activity, f"u:{row.pathway}", money, colour, row.grade == "X", hint)
        case "people" if people >= SMALLEST:
            hint = f"{_pathway(desk, row)}: {speech.people(row.net)}"
            colour = channel_colour(row.channel)
            return Link(
                f"u:{row.pathway}", f"c:{row.channel}", people, colour, row.grade == "X", hint
            )
    return None


def _activity(desk: Desk, row: Any) -> str:
    return desk.speech.title(desk.base.programmes[row.programme].activities, row.activity)


def _pathway(desk: Desk, row: Any) -> str:
    if not row.pathway:
        return desk.speech.say(_("Nobody uses it"))
    return desk.speech.title(desk.base.pathways, row.pathway)


def _labels(desk: Desk, plan: api.Plan, rows: list[Any]) -> dict[str, tuple[str, str]]:
    speech, scenario = desk.speech, plan.scenario
    found: dict[str, tuple[str, str]] = {}
    for r in rows:
        money = speech.money(r.money, scenario)
        if r.stage == "spend":
            share = speech.share(r.money / plan.budget) if plan.budget > 0 else ""
            name = speech.title(scenario.programmes, r.programme)
            found[f"p:{r.programme}"] = (name, f"{money} · {share}")
        elif r.stage == "buy":
            unit = scenario.programmes[r.programme].activities[r.activity].unit
            count = f"{speech.number(r.units)} {speech.text(unit) if unit else ''}".strip()
            found[f"a:{r.programme}/{r.activity}"] = (_activity(desk, r), f"{count} · {money}")
        elif r.stage == "use" and not r.pathway:
            found["u:"] = (_pathway(desk, r), "")
        elif r.stage == "people":
            counted = {"supported": speech.number(r.supported), "net": speech.number(r.net)}
            found[f"u:{r.pathway}"] = (
                _pathway(desk, r),
                speech.say(_("{supported} supported → {net} net", **counted)),
            )
    for channel, net in plan.everyone.by_channel.items():
        found[f"c:{channel}"] = (channel_name(desk, channel), speech.people(net))
    return found


def _list(desk: Desk, plan: api.Plan, rows: list[Any]) -> Safe:
    """The same chain as lines of text, pathway by pathway."""
    speech, items = desk.speech, []
    used = [r for r in rows if r.stage == "use"]
    for r in (r for r in rows if r.stage == "people" and r.supported > 1e-6):
        sources = [_activity(desk, u) for u in used if u.pathway == r.pathway]
        figures = {"supported": speech.number(r.supported), "net": speech.number(r.net)}
        items.append(
            tag(
                "li",
                tag("div", " + ".join(sources), css="tbo-muted"),
                tag("i", css="tbo-swatch", style=f"background:{channel_colour(r.channel)}"),
                tag("strong", _pathway(desk, r)),
                tag(
                    "div",
                    f"{speech.money(r.money, plan.scenario)} · "
                    + speech.say(_("{supported} supported → {net} net", **figures))
                    + f" · {channel_name(desk, r.channel)}",
                ),
            )
        )
    return tag("ul", *items, css="tbo-chain", more=named("flow-list"))
