"""What the desk shows is what the engine found: tables, totals, levers, costs."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import open_view, part, words

LINK = {"scenario": "korea-2025", "lang": "en"}


@pytest.fixture(scope="module")
def plan() -> api.Plan:
    return api.solve(api.load_scenario("korea-2025"))


@pytest.fixture(scope="module")
def shown() -> AppTest:
    return open_view("plan", LINK)


def frame(at: AppTest, heading: str) -> list[object]:
    """The one table with a column of this heading, that column."""
    found = [d.value for d in at.dataframe if heading in d.value.columns]
    assert len(found) == 1
    return list(found[0][heading])


def test_tables_hold_the_engine_s_numbers(plan: api.Plan, shown: AppTest) -> None:
    assert frame(shown, "Share of spending") == list(plan.allocation["share"])
    assert frame(shown, "Spending (1 million won)") == list(plan.allocation["spending"])
    assert frame(shown, "Costs (net people)") == list(plan.rules["costs_people"])
    assert frame(shown, "One more adds (goal)") == list(plan.binding["price_up"])
    people = next(d.value for d in shown.dataframe if "Tier" in d.value.columns)
    count = len(plan.people)
    assert list(people["Net people"])[:count] == list(plan.people["net"])
    assert list(people["People supported"])[:count] == list(plan.people["supported"])
    taken = people[count:]
    assert set(taken["Pathway"]) == {"Without this budget"}
    assert taken["Net people"].sum() == pytest.approx(-0.095448, abs=1e-6)  # GPUs that are free


def test_bars_hold_the_people_of_each_pathway(plan: api.Plan, shown: AppTest) -> None:
    net = plan.people.groupby("pathway")["net"].sum()
    assert len(net[net > 1e-6]) > 2
    for pathway, people in net[net > 1e-6].items():
        assert api.wording.digits(float(people), 2) in part(shown, f"bar-{pathway}")


def test_totals_on_screen_reconcile(plan: api.Plan, shown: AppTest) -> None:
    said = api.wording.digits(plan.totals.net_people, 2)
    assert part(shown, "headline").startswith(f"{said} people more")
    facts = part(shown, "facts")
    assert f"{api.wording.digits(plan.totals.retained, 2)} retained" in facts
    assert f"{api.wording.digits(plan.totals.attracted, 2)} attracted" in facts
    people = next(d.value for d in shown.dataframe if "Tier" in d.value.columns)
    assert people["Net people"].sum() == pytest.approx(plan.totals.net_people)
    assert sum(frame(shown, "Spending (1 million won)")) == pytest.approx(plan.spent)
    flow = next(d.value for d in shown.dataframe if "Stage" in d.value.columns)
    for stage in ("budget to programme", "programme to activity", "activity to pathway"):
        money = flow.loc[flow["Stage"] == stage, "Money (1 million won)"].sum()
        assert money == pytest.approx(plan.spent)
    last = flow.loc[flow["Stage"] == "pathway to people", "Net people"].sum()
    assert last == pytest.approx(plan.totals.net_people)


def test_a_floor_s_cost_stands_beside_its_lever(plan: api.Plan, shown: AppTest) -> None:
    costs = {str(r.rule): float(str(r.costs_objective)) for r in plan.rules.itertuples()}
    assert costs["gpu-floor"] > 1
    said = f"costs {api.wording.digits(costs['gpu-floor'], 2)} of the goal"
    assert said in part(shown, "cost-gpu-floor")
    assert said in part(shown, "rule-gpu-floor")
    assert abs(costs["visa-floor"]) < 1e-6
    assert "costs nothing" in part(shown, "rule-visa-floor")


def test_the_budget_stands_in_full_and_in_words_of_each_language(shown: AppTest) -> None:
    assert part(shown, "budget-in-full").startswith("₩18,000,000,000")
    assert shown.text_input(key="budget-en").value == "18"
    korean = open_view("plan", {**LINK, "lang": "ko"})
    assert korean.text_input(key="budget-ko").value == "180"
    assert "억 원" in korean.text_input(key="budget-ko").label


def test_another_budget_gives_another_plan() -> None:
    at = open_view("plan", LINK)
    at.text_input(key="budget-en").set_value("9").run()
    half = api.solve(api.load_scenario("korea-2025", ["budget.total=9000"]))
    assert part(at, "headline").startswith(api.wording.digits(half.totals.net_people, 2))
    assert "Budget: 18 billion won → 9 billion won" in at.button(key="back-budget").label
    assert at.query_params["budget"] == "9000"


def test_undo_redo_and_reset_bring_every_plan_back() -> None:
    at = open_view("plan", LINK)
    before = part(at, "headline")
    at.slider(key="range-gpu_access-0-100").set_value((30, 100)).run()
    moved = part(at, "headline")
    assert moved != before
    at.button(key="undo").click().run()
    assert part(at, "headline") == before
    assert at.slider(key="range-gpu_access-0-100").value == (10, 100)
    at.button(key="redo").click().run()
    assert part(at, "headline") == moved
    at.button(key="reset").click().run()
    assert part(at, "headline") == before
    assert "Nothing changed" in words(at)


def test_a_language_changes_words_and_no_number() -> None:
    english, korean = open_view("plan", LINK), open_view("plan", {**LINK, "lang": "ko"})
    for at in (english, korean):
        assert not at.exception
    one, two = (re.findall(r"[\d.]+", part(at, "facts")) for at in (english, korean))
    assert one[:2] == two[:2]
    assert [list(a.value.iloc[:, -1]) for a in english.dataframe if len(a.value)] != []


def test_a_ceiling_lever_holds_the_programme_down() -> None:
    at = open_view("plan", {**LINK, "ceiling.a_team_cultivation": "0.3"})
    rows = next(d.value for d in at.dataframe if "Share of spending" in d.value.columns)
    teams = rows.loc[rows["Programme"] == "A-team cultivation", "Spending (1 million won)"].sum()
    assert teams == pytest.approx(5400)
    assert part(at, "cost-planner-ceiling-a_team_cultivation").startswith("This ceiling costs")
