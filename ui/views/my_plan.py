"""My plan: the money moved by hand, what it yields beside the best plan, what it breaks."""

from __future__ import annotations

import streamlit as st

from optimizer.api.desk import _
from ui.moves import own_plan
from ui.panels import failures, my_plan_editor, my_plan_result, pinned_plans
from ui.panels.panel_parts import page_title
from ui.state import cache
from ui.state.desk import Desk
from ui.state.pins import Pin


def render(desk: Desk) -> None:
    """Draws the page; it works without a best plan too."""
    speech, best = desk.speech, failures.answered(desk)
    if best is None:
        return
    scenario = best.scenario
    optimum = own_plan.best_money(best)
    mine = desk.choice.mine
    money = optimum if mine is None else own_plan.money_of(mine, scenario)
    with st.spinner(speech.say(_("Working out the best plan …"))):
        found = cache.evaluated(scenario, own_plan.hand_of(money))
    if not found.plan.found:
        page_title(speech.say(_("No plan could be certified")))
    else:
        my_plan_result.answer(desk, found, money)
    mine_shown = Pin("mine", scenario, own_plan.hand_of(money))
    pinned_plans.render(desk, mine_shown if found.plan.found else None)
    left, right = st.columns([9, 11], gap="large")
    with left:
        my_plan_editor.render(desk, money, optimum)
    if found.plan.found:
        with right:
            my_plan_result.broken(desk, found)
            if found.best.found:
                my_plan_result.render(desk, found)
