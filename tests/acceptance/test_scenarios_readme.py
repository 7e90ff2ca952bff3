"""Every figure that scenarios/README.md states of the reference scenario, computed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from optimizer.api import desk as api
from optimizer.inputs.evidence import load_evidence

TEXT = " ".join(
    (Path(__file__).parents[2] / "scenarios" / "README.md").read_text(encoding="utf-8").split()
)
WORDS = {8: "eight", 9: "nine", 10: "ten", 11: "eleven", 12: "twelve", 13: "thirteen"}
FLOORS = [r.id for r in api.load_scenario("korea-2025").rules]
FREE = [f"rules.{name}.active=false" for name in FLOORS]


def shares(plan: api.Plan) -> dict[str, float]:
    return plan.allocation.groupby("programme")["share"].sum().to_dict()


def without_floors(additionality: float) -> api.Plan:
    here = "evidence.coef_ate_add"
    low = min(additionality, 0.1)
    return api.bare_plan(
        api.load_scenario(
            "korea-2025", [*FREE, f"{here}.value={additionality}", f"{here}.low={low}"]
        )
    )


@pytest.fixture(scope="module")
def plan() -> api.Plan:
    return api.bare_plan(api.load_scenario("korea-2025"))


def test_the_totals(plan: api.Plan) -> None:
    totals = plan.totals
    assert (
        f"gives about {totals.net_people:.0f} net people "
        f"({totals.retained:.0f} retained, {totals.attracted:.0f} attracted), "
        f"some {round(totals.cost_per_net_person or 0, -1):.0f} million won a head." in TEXT
    )


def test_what_the_floors_cost(plan: api.Plan) -> None:
    free = without_floors(0.3).totals.net_people
    lost = WORDS[round(free - plan.totals.net_people)]
    assert (
        f"Without the four floors it gives about {free:.0f}; the floors cost {lost} people." in TEXT
    )


def test_the_share_of_the_outflow(plan: api.Plan) -> None:
    outflow = -(load_evidence().parameters["bas_net_heads"].value or 0.0)
    assert f"about {outflow:.0f} people a year" in TEXT
    assert f"so {plan.totals.net_people:.0f} over four years is an eighth of it" in TEXT
    assert plan.totals.net_people / (4 * outflow) == pytest.approx(1 / 8, abs=0.01)


def test_where_the_decision_flips() -> None:
    high, middle, low = (shares(without_floors(a)) for a in (0.30, 0.15, 0.10))
    most = f"at 0.30 A-teams take {100 * high['a_team_cultivation']:.0f}% of the money"
    assert f"{most} and institutes nothing; at 0.15 institutes take a fifth;" in TEXT
    assert high["research_institutes"] == pytest.approx(0.0, abs=1e-9)
    assert middle["research_institutes"] == pytest.approx(1 / 5, abs=0.02)
    assert "at 0.10 they lead with nearly half." in TEXT
    assert max(low, key=lambda name: low[name]) == "research_institutes"
    assert 0.45 < low["research_institutes"] < 0.5


def test_what_the_scenario_is_made_of(plan: api.Plan) -> None:
    scenario = plan.scenario
    activities = sum(len(p.activities) for p in scenario.programmes.values())
    names = {4: "Four", 5: "five", 6: "six", 12: "twelve"}
    assert (
        f"{names[len(scenario.programmes)]} programmes, {names[activities]} activities, "
        f"{names[len(scenario.capacities)]} capacities, {names[len(scenario.pools)]} pools and "
        f"{names[len(scenario.pathways)]} pathways" in TEXT
    )
    assert "18,000 million won over 2025–2028, of which at most 6,500 million in 2025" in TEXT
    assert (scenario.budget.total, dict(scenario.budget.by_year)) == (18000, {2025: 6500})


def test_which_voice_costs_the_most_people(plan: api.Plan) -> None:
    voices = [s.id for s in api.list_scenarios() if s.id.endswith("-first")]
    people = {v: api.bare_plan(api.load_scenario(v)).totals.net_people for v in voices}
    assert len(people) == 5
    assert "`gpu-first` costs the most people" in TEXT
    assert min(people, key=lambda v: people[v]) == "korea-2025-gpu-first"
    assert people["korea-2025-gpu-first"] < plan.totals.net_people
