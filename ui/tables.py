"""Tables of the plan with headings of the reader's language; the numbers are the engine's own."""

from __future__ import annotations

from typing import Any

import pandas as pd

from optimizer import api
from ui.session import Desk


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
    """People supported and net people by pathway and year."""
    columns = {
        "pathway": "col_pathway",
        "channel": "col_channel",
        "tier": "col_tier",
        "year": "col_year",
        "supported": "col_supported",
        "net": "col_net",
    }
    return worded(desk, plan.people, columns)


def flow(desk: Desk, plan: api.Plan) -> pd.DataFrame:
    """Links of the flow, stage by stage."""
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
    frame = api.flow_table(plan)
    return worded(desk, frame.assign(stage=frame["stage"].map(stages)), columns)


def binding(desk: Desk, plan: api.Plan) -> pd.DataFrame:
    """What holds the plan back, with both one-sided prices and their range."""
    korean = desk.speech.language == "ko"
    columns = {
        "title_ko" if korean else "title": "col_rule",
        "price_up": "col_price_up",
        "price_down": "col_price_down",
        "rhs": "col_rhs",
        "holds_from": "col_holds_from",
        "holds_to": "col_holds_to",
        "per": "col_per",
    }
    return worded(desk, plan.binding, columns)


def rules(desk: Desk, plan: api.Plan) -> pd.DataFrame:
    """Policy rules in force and what each costs."""
    korean = desk.speech.language == "ko"
    columns = {
        "title_ko" if korean else "title": "col_rule",
        "owner_ko" if korean else "owner": "col_owner",
        "hard": "col_hard",
        "limit": "col_limit",
        "actual": "col_actual",
        "costs_people": "col_costs_people",
        "costs_objective": "col_costs_goal",
    }
    return worded(desk, plan.rules, columns)


def evidence(desk: Desk, plan: api.Plan) -> pd.DataFrame:
    """The numbers behind the plan."""
    korean = desk.speech.language == "ko"
    columns = {
        "title_ko" if korean else "title": "col_number",
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
