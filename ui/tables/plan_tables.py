"""Tables of the plan with headings of the reader's language; the numbers are the engine's own."""

from __future__ import annotations

from typing import Any

import pandas as pd

from optimizer.api import desk as api
from ui.state.desk import Desk

SMALLEST = 1e-6
"""Fewer people than this are nobody."""


def rows_of(frame: pd.DataFrame) -> list[Any]:
    """Rows of a table with their columns as attributes."""
    return list(frame.itertuples())


def _titles(desk: Desk, frame: pd.DataFrame) -> pd.DataFrame:
    """Names of programmes, activities, pathways and capacities become titles."""
    scenario, say = desk.base, desk.speech.title
    out = frame.copy()
    if "activity" in out:
        activities = {
            (p, a): activity
            for p, programme in scenario.programmes.items()
            for a, activity in programme.activities.items()
        }
        out["activity"] = [
            desk.speech.text(title)
            if (one := activities.get((p, a))) is not None and (title := one.title) is not None
            else a
            for p, a in zip(out["programme"], out["activity"], strict=True)
        ]
    for column, entries in (
        ("programme", scenario.programmes),
        ("pathway", scenario.pathways),
        ("capacity", scenario.capacities),
    ):
        if column in out:
            out[column] = [say(entries, str(name)) for name in out[column]]
    if "channel" in out:
        out["channel"] = [channel_name(desk, str(name)) for name in out["channel"]]
    return out


def channel_name(desk: Desk, channel: str) -> str:
    """Retained, attracted, or the scenario's own word."""
    known = {"retained": "retained", "attracted": "attracted"}
    return desk.speech.say(known[channel]) if channel in known else channel


def worded(desk: Desk, frame: pd.DataFrame, columns: dict[str, str]) -> pd.DataFrame:
    """The frame with titles, and only `columns`: engine's name → key of the heading."""
    out = _titles(desk, frame)[list(columns)]
    unit = {"unit": money_unit(desk)}
    return out.rename(columns={name: desk.speech.say(key, unit) for name, key in columns.items()})


def money_unit(desk: Desk) -> str:
    """The scenario's own unit of money, in words."""
    unit = desk.base.money.parsed
    return api.wording.money(1.0, unit, desk.speech.language)


def allocation(desk: Desk, plan: api.Plan) -> pd.DataFrame:
    """Spending by programme and year."""
    columns = {
        "programme": "col_programme",
        "year": "col_year",
        "spending": "col_spending",
        "share": "col_share",
    }
    return worded(desk, plan.allocation, columns)


def activities(desk: Desk, plan: api.Plan) -> pd.DataFrame:
    """Units bought by activity and year."""
    columns = {
        "programme": "col_programme",
        "activity": "col_activity",
        "year": "col_year",
        "units": "col_units",
        "unit_cost": "col_unit_cost",
        "spending": "col_spending",
    }
    return worded(desk, plan.activities, columns)


def people(desk: Desk, plan: api.Plan) -> pd.DataFrame:
    """People supported and net people by pathway and year, those of the baseline taken off."""
    columns = {
        "pathway": "col_pathway",
        "channel": "col_channel",
        "tier": "col_tier",
        "year": "col_year",
        "supported": "col_supported",
        "net": "col_net",
    }
    frame = worded(desk, plan.people, columns)
    if (before := without(plan)) is None:
        return frame
    names = {key: desk.speech.say(columns[key]) for key in ("pathway", "year", "net")}
    rows = [
        {names["pathway"]: desk.speech.say("without_budget"), names["year"]: y,
         names["net"]: 0.0 - before.in_year(y)}
        for y in plan.scenario.years.all
    ]  # fmt: skip
    return pd.concat([frame, pd.DataFrame(rows)], ignore_index=True)


def without(plan: api.Plan) -> Any:
    """The plan's baseline, where it has anybody."""
    before = plan.baseline
    return before if before is not None and before.net_people > SMALLEST else None


def flow(desk: Desk, plan: api.Plan, links: pd.DataFrame) -> pd.DataFrame:
    """Links of the flow, stage by stage; people of the baseline taken off at the end."""
    columns = {
        "stage": "col_stage",
        "programme": "col_programme",
        "activity": "col_activity",
        "pathway": "col_pathway",
        "channel": "col_channel",
        "money": "col_money",
        "units": "col_units",
        "supported": "col_supported",
        "net": "col_net",
        "grade": "col_grade",
    }
    stages = {
        "spend": desk.speech.say("stage_spend"),
        "buy": desk.speech.say("stage_buy"),
        "use": desk.speech.say("stage_use"),
        "people": desk.speech.say("stage_people"),
    }
    frame = worded(desk, links.assign(stage=links["stage"].map(stages)), columns)
    if (before := without(plan)) is None:
        return frame
    names = {key: desk.speech.say(columns[key]) for key in ("stage", "pathway", "net")}
    row = {
        names["stage"]: stages["people"],
        names["pathway"]: desk.speech.say("without_budget"),
        names["net"]: -before.net_people,
    }
    return pd.concat([frame, pd.DataFrame([row])], ignore_index=True)


def binding(desk: Desk, plan: api.Plan) -> pd.DataFrame:
    """What holds the plan back, with both one-sided prices and their range."""
    columns = {
        desk.speech.own("title"): "col_rule",
        "price_up": "col_price_up",
        "price_down": "col_price_down",
        "rhs": "col_rhs",
        "holds_from": "col_holds_from",
        "holds_to": "col_holds_to",
        desk.speech.own("per"): "col_per",
    }
    return worded(desk, plan.binding, columns)


def rules(desk: Desk, plan: api.Plan) -> pd.DataFrame:
    """Policy rules in force and what each costs."""
    columns = {
        desk.speech.own("title"): "col_rule",
        desk.speech.own("owner"): "col_owner",
        "hard": "col_hard",
        "limit": "col_limit",
        "actual": "col_actual",
        "costs_objective": "col_costs_goal",
        "costs_people": "col_costs_people",
    }
    purse = plan.scenario.money.parsed
    units = [api.cell(row, "unit") for row in plan.rules.itertuples()]
    shown = {
        name: [
            desk.speech.text(api.limit_words(value, unit, purse))
            for value, unit in zip(plan.rules[name], units, strict=True)
        ]
        for name in ("limit", "actual")
    }
    return worded(desk, plan.rules.assign(**shown), columns)


def evidence(desk: Desk, plan: api.Plan) -> pd.DataFrame:
    """The numbers behind the plan."""
    columns = {
        desk.speech.own("title"): "col_number",
        "value": "col_value",
        "low": "col_low",
        "high": "col_high",
        "unit": "col_unit",
        "grade": "col_grade",
        "source": "col_source",
        "money_share": "col_money_share",
        "people_share": "col_people_share",
    }
    return worded(desk, plan.evidence, columns)


def levers(desk: Desk, report: api.PriceReport) -> pd.DataFrame:
    """Levers with a realistic step and what it gains."""
    columns = {
        desk.speech.own("title"): "col_lever",
        desk.speech.own("step_in_words"): "col_step",
        "gain": "col_gain",
    }
    return worded(desk, report.levers, columns)


def switching(desk: Desk, found: api.Flips) -> pd.DataFrame:
    """How much of the money each number moves, and where another programme takes the lead."""
    columns = {
        desk.speech.own("title"): "col_number",
        "grade": "col_grade",
        "now": "col_value",
        "low": "col_low",
        "high": "col_high",
        "unit": "col_unit",
        "moved_at_low": "col_moved_low",
        "moved_at_high": "col_moved_high",
        "switch": "col_switch",
        "leader_then": "col_leader_then",
    }
    named = found.points.assign(
        leader_then=[
            desk.speech.title(desk.base.programmes, p) if p else "–"
            for p in found.points["leader_then"]
        ]
    )
    return worded(desk, named, columns)


def broken(desk: Desk, found: api.Evaluation) -> pd.DataFrame:
    """Rules that a plan made by hand breaks, in the unit of each rule."""
    columns = {
        desk.speech.own("title"): "col_rule",
        "limit": "col_rhs",
        "actual": "col_reached",
        "missed_by": "col_missed",
    }
    return worded(desk, found.broken, columns)


def moves(desk: Desk, found: api.Evaluation) -> pd.DataFrame:
    """Money given, used and idle by programme and year beside that of the best plan."""
    columns = {
        "programme": "col_programme",
        "year": "col_year",
        "given": "col_given",
        "used": "col_used",
        "idle": "col_idle",
        "best": "col_best_money",
        "change": "col_change",
    }
    return worded(desk, found.moves, columns)


def people_of_both(found: api.Evaluation) -> pd.DataFrame:
    """Net people by pathway of a plan made by hand (`mine`) and of the best one (`best`)."""
    sums = {
        name: plan.people.groupby("pathway")["net"].sum()
        for name, plan in (("mine", found.plan), ("best", found.best))
        if plan.found
    }
    names = list(found.plan.scenario.pathways)
    both = {
        name: [float(sums[name].get(q, 0.0)) if name in sums else 0.0 for q in names]
        for name in ("mine", "best")
    }
    return pd.DataFrame({"pathway": names, **both})


def people_beside(desk: Desk, found: api.Evaluation) -> pd.DataFrame:
    """Net people by pathway of both plans."""
    columns = {"pathway": "col_pathway", "mine": "col_net", "best": "col_best_people"}
    return worded(desk, people_of_both(found), columns)
