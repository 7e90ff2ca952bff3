"""How figures come about: bands add up to the plan's people, numbers multiply to its rates."""

from __future__ import annotations

from math import prod

import pytest

from optimizer.api import desk as api


@pytest.fixture(scope="module", params=["korea-2025", "deu-2025"])
def plan(request: pytest.FixtureRequest) -> api.Plan:
    found = api.bare_plan(api.load_scenario(request.param))
    assert found.found
    return found


def test_bands_add_up_to_every_row_of_people(plan: api.Plan) -> None:
    bands = api.people_bands(plan)
    assert bands["net"].sum() == pytest.approx(plan.everyone.net_people, rel=1e-9)
    keys = ["pathway", "channel", "tier", "year"]
    sums = bands.groupby(keys)[["supported", "net"]].sum()
    for row in plan.people.itertuples():
        if float(str(row.supported)) > 1e-9:
            there = sums.loc[(row.pathway, row.channel, row.tier, row.year)]
            assert there["net"] == pytest.approx(row.net, rel=1e-9)
            assert there["supported"] == pytest.approx(row.supported, rel=1e-9)


def test_the_numbers_of_a_band_multiply_to_its_rate(plan: api.Plan) -> None:
    bands = api.people_bands(plan)
    assert len(bands) > 0
    for row in bands.itertuples():
        numbers = api.yield_numbers(plan.scenario, str(row.pathway))
        values = numbers[numbers["part"] == row.band]["value"].tolist()
        assert len(values) > 0
        assert prod(values) == pytest.approx(row.rate, rel=1e-9)


def test_numbers_carry_their_source_and_grade(plan: api.Plan) -> None:
    seen = 0
    for p, programme in plan.scenario.programmes.items():
        for a in programme.activities:
            for row in api.cost_numbers(plan.scenario, p, a).itertuples():
                quantity = plan.scenario.evidence.get(str(row.evidence))
                if quantity is not None:
                    assert row.grade == str(quantity.grade)
                    assert row.source == (quantity.source or "")
                    seen += 1
    assert seen > 0


def test_without_a_plan_there_is_nothing_to_derive() -> None:
    words = {"en": "A test", "ko": "시험"}
    floors = [
        {
            "id": f"most-{p}", "kind": "programme_floor", "programme": p, "share": 0.6,
            "title": words, "owner": words, "reason": words,
        }
        for p in ("gpu_access", "a_team_cultivation")
    ]  # fmt: skip
    korea = api.load_scenario("korea-2025")
    plan = api.bare_plan(api.change_scenario(korea, {"rules": floors}))
    assert not plan.found
    assert len(api.people_bands(plan)) == 0
