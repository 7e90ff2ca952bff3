"""Scenarios side by side: the plans' own figures, differences first, and no false comparison."""

from __future__ import annotations

import json
import re
from copy import deepcopy
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings

from optimizer.api import desk as api
from optimizer.domain.base import Text
from optimizer.studies.compare.differences import _ends
from optimizer.studies.compare.figures import Measured
from tests.studies.documents import restated, small_documents

HANGUL = re.compile(r"[가-힣]")
DOCUMENT: dict[str, Any] = {
    "schema": 1,
    "id": "plain",
    "title": {"en": "Plain", "ko": "기본"},
    "money": {"unit": "million KRW", "per_usd": 1400, "prices": "constant 2025"},
    "years": {"first": 2025, "last": 2026},
    "budget": {"total": 1000, "by_year": {2025: 600}, "carry_over": 1.0},
    "objective": {"tiers": {"S": 4, "A": 1}, "channels": {"retained": 1, "attracted": 1}},
    "capacities": {"post": {}, "place": {}},
    "programmes": {
        "institutes": {
            "title": {"en": "Institutes", "ko": "연구기관"},
            "activities": {
                "open": {
                    "delivers": {"post": 1},
                    "supply": {
                        "bands": [{"units": 4, "unit_cost": 50}, {"units": 20, "unit_cost": 90}]
                    },
                    "life_years": 2,
                }
            },
        },
        "training": {
            "title": {"en": "Training", "ko": "인력 양성"},
            "activities": {
                "teach": {
                    "delivers": {"place": 1},
                    "supply": {
                        "bands": [{"units": 5, "unit_cost": 20}, {"units": 9, "unit_cost": 60}]
                    },
                    "life_years": 1,
                }
            },
        },
    },
    "pools": {"people": {"people_per_year": 30}},
    "pathways": {
        "fellow": {
            "channel": "attracted", "tier": "S", "pool": "people", "needs": {"post": {"amount": 1}},
            "bands": [{"people": 50, "net": 0.5}],
        },
        "trainee": {
            "channel": "retained", "tier": "A", "pool": "people", "needs": {"place": {"amount": 1}},
            "bands": [{"people": 50, "net": 0.4}],
        },
    },
    "rules": [
        {
            "id": "training-floor", "kind": "programme_floor", "programme": "training",
            "share": 0.3, "hard": False, "owner": "Test", "reason": "Test",
            "title": {"en": "At least 30% for training", "ko": "인력 양성 30% 이상"},
        }
    ],
}  # fmt: skip


def made(**changes: Any) -> api.Scenario:
    """The plain scenario with other top entries; mappings are merged one level deep."""
    data = deepcopy(DOCUMENT)
    for name, value in changes.items():
        data[name] = {**data[name], **value} if isinstance(value, dict) else value
    return api.scenario_of(data)


def values(answer: api.Comparison, section: str, figure: str) -> list[float]:
    rows = answer.figures
    found = rows[(rows["section"] == section) & (rows["figure"] == figure)]
    assert list(found["scenario"]) == list(answer.names)
    return [float(v) for v in found["value"]]


def difference(answer: api.Comparison, figure: str, section: str = "outcome") -> pd.Series:
    rows = answer.differences
    return rows[(rows["section"] == section) & (rows["figure"] == figure)].iloc[0]


@pytest.fixture(scope="module")
def richer() -> api.Comparison:
    return api.compare([made(), made(id="rich", title="Rich", budget={"total": 1500})])


def test_the_columns_are_the_plans(richer: api.Comparison) -> None:
    plans = [api.solve(p.scenario) for p in richer.plans]
    assert values(richer, "outcome", "net_people") == [p.totals.net_people for p in plans]
    assert values(richer, "outcome", "budget") == [1000.0, 1500.0]
    assert values(richer, "outcome", "objective") == [p.objective for p in plans]
    for programme in ("institutes", "training"):
        spent = [
            float(p.allocation.set_index("programme").loc[programme, "spending"].sum())
            for p in plans
        ]
        assert values(richer, "money", programme) == pytest.approx(spent)
    for channel in ("retained", "attracted"):
        people = [p.totals.by_channel[channel] for p in plans]
        assert values(richer, "channel", channel) == people
    prices = [float(p.binding.set_index("rule").loc["total_budget", "price"]) for p in plans]
    assert values(richer, "price", "total_budget") == pytest.approx([100 * p for p in prices])
    sums = [values(richer, "money", p) for p in ("institutes", "training")]
    assert [a + b for a, b in zip(*sums, strict=True)] == pytest.approx(
        values(richer, "outcome", "spent")
    )


def test_the_largest_differences_come_first(richer: api.Comparison) -> None:
    rows = richer.differences
    assert rows["comparable"].all()
    assert all(a >= b for a, b in pairwise(rows["spread"]))
    budget = difference(richer, "budget")
    assert budget["ratio"] == 1.5
    assert budget["spread"] == pytest.approx(1 / 3)
    assert "Rich has 50% more than Plain" in budget["sentence"]
    assert richer.sentences[0].in_("en").startswith("Net people: Rich")
    for words in richer.sentences:
        assert HANGUL.search(words.in_("ko"))
        assert not HANGUL.search(words.in_("en"))


def test_only_inputs_that_differ_are_listed(richer: api.Comparison) -> None:
    assert list(richer.inputs["path"]) == ["budget.total"] * 2
    assert list(richer.inputs["states"]) == ["1000", "1500"]


def test_the_same_scenario_twice_has_no_difference() -> None:
    answer = api.compare([made(), made()])
    assert answer.names == ("plain (1)", "plain (2)")
    assert (answer.differences["spread"] == 0).all()
    assert answer.inputs.empty
    assert len(answer.sentences) == 1
    assert "no difference" in answer.sentences[0].in_("en")


def test_another_unit_of_the_same_money_changes_nothing() -> None:
    billions = api.scenario_of(restated(DOCUMENT, "billion KRW", 1e-3))
    answer = api.compare([made(), billions])
    assert answer.differences["comparable"].all()
    assert answer.differences["spread"].max() < 1e-6
    assert values(answer, "outcome", "spent") == pytest.approx([1000.0, 1000.0])


def test_a_conflict_is_an_answer_in_its_column() -> None:
    floor = DOCUMENT["rules"][0]
    both = [{**floor, "id": p, "programme": p, "share": 0.6} for p in ("training", "institutes")]
    broken = made(id="broken", rules=both)
    answer = api.compare([made(), broken, made(id="rich", budget={"total": 1500})])
    assert [c is not None for c in answer.conflicts] == [False, True, False]
    people = values(answer, "outcome", "net_people")
    assert people[0] > 0
    assert people[2] > people[0]
    assert people[1] != people[1]
    assert values(answer, "outcome", "budget") == [1000.0, 1000.0, 1500.0]
    rows = answer.figures[answer.figures["section"] != "rule"]
    gaps = rows[rows["value"].isna()]
    assert set(gaps["scenario"]) == {"broken"}
    assert gaps["gap"].str.contains("cannot hold together").all()
    assert "cannot hold together" in answer.sentences[0].in_("en")
    assert "함께 성립할 수 없는" in answer.sentences[0].in_("ko")
    assert difference(answer, "net_people")["known"] == 2


@pytest.mark.parametrize(
    ("changes", "figure", "section", "word"),
    [
        ({"money": {"prices": "constant 2020"}}, "spent", "outcome", "price year"),
        ({"objective": {"measure": "talent_years"}}, "objective", "outcome", "measure"),
        ({"objective": {"tiers": {"S": 2, "A": 1}}}, "objective", "outcome", "weights"),
        ({"objective": {"discount_rate": 0.05}}, "total_budget", "price", "discount rate"),
        ({"years": {"last": 2027}}, "net_people", "outcome", "years"),
        ({"money": {"unit": "million EUR", "per_usd": None}}, "spent", "outcome", "currency"),
    ],
)
def test_what_cannot_be_compared_says_so(
    changes: dict[str, Any], figure: str, section: str, word: str
) -> None:
    answer = api.compare([made(), made(id="other", title="Other", **changes)])
    row = difference(answer, figure, section)
    assert not row["comparable"]
    assert f"different {word}" in row["caution"]
    assert row["caution"] in row["sentence"]
    assert HANGUL.search(row["caution_ko"])
    shares = answer.differences[answer.differences["section"] == "share"]
    assert shares["comparable"].all()
    order = list(answer.differences["comparable"])
    assert order == sorted(order, reverse=True)


def test_money_of_another_currency_is_converted_at_the_stated_rates() -> None:
    euros = made(id="euros", title="Euros", money={"unit": "million EUR", "per_usd": 0.875})
    answer = api.compare([made(), euros])
    assert values(answer, "outcome", "spent") == pytest.approx([1000.0, 1000.0 / 0.875 * 1400])
    assert difference(answer, "spent")["comparable"]
    one, other = values(answer, "price", "total_budget")
    assert other == pytest.approx(one * 0.875 / 1400)
    assert "1,400 won, 0.875 euros" in answer.sentences[-1].in_("en")


def test_what_only_one_scenario_has_is_named() -> None:
    more = deepcopy(DOCUMENT)
    more |= {"id": "more", "title": "More"}
    more["programmes"]["visas"] = {
        "title": {"en": "Visas", "ko": "비자"},
        "activities": {
            "issue": {
                "delivers": {"post": 1},
                "supply": {"bands": [{"units": 3, "unit_cost": 10}]},
                "life_years": 1,
            }
        },
    }
    answer = api.compare([made(), api.scenario_of(more)])
    row = difference(answer, "visas", "money")
    assert (row["known"], row["spread"]) == (1, 1.0)
    assert "not part of Plain" in row["sentence"]
    gap = answer.figures[(answer.figures["figure"] == "visas") & answer.figures["value"].isna()]
    assert set(gap["gap"]) == {"Not part of this scenario."}


def test_nothing_to_spend_is_a_budget_like_any_other() -> None:
    floor = {**DOCUMENT["rules"][0], "active": False}
    nothing = made(id="nothing", budget={"total": 0, "by_year": {}}, rules=[floor])
    answer = api.compare([nothing, made()])
    assert values(answer, "outcome", "spent")[0] == 0.0
    assert values(answer, "outcome", "net_people")[0] == 0.0
    gaps = answer.figures[(answer.figures["scenario"] == "nothing")].set_index("figure")["gap"]
    assert gaps["cost_per_net_person"] == "The plan yields nobody."
    share = answer.figures[answer.figures["section"] == "share"].set_index("scenario")
    assert set(share.loc["nothing", "gap"]) == {"Nothing is spent."}
    assert difference(answer, "net_people")["spread"] == 1.0


def test_whole_numbers_have_prices_by_steps() -> None:
    whole = deepcopy(DOCUMENT) | {"id": "whole"}
    whole["programmes"]["institutes"]["activities"]["open"]["indivisible"] = True
    answer = api.compare([made(), api.scenario_of(whole)])
    assert answer.plans[1].whole
    for section in ("price", "rule"):
        rows = answer.figures[answer.figures["section"] == section]
        assert ((rows["gap"] == "") == rows["value"].notna()).all()
    assert answer.differences["spread"].notna().all()


def test_twenty_scenarios_and_no_more() -> None:
    many = [made(id=f"s{n}", budget={"total": 500 + 50 * n}) for n in range(20)]
    answer = api.compare(many)
    people = values(answer, "outcome", "net_people")
    assert people == sorted(people)
    for wrong in (many[:1], [*many, made()]):
        with pytest.raises(api.InvalidInput, match="2 to 20"):
            api.compare(wrong)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_text_and_data_carry_everything(richer: api.Comparison, language: str) -> None:
    text = api.compare_text(richer, language)
    assert all(s.in_(language) in text for s in richer.sentences)
    assert "budget.total" in text
    data = api.compare_data(richer)
    assert [s["name"] for s in data["scenarios"]] == ["plain", "rich"]
    assert len(data["figures"]) == len(richer.figures)
    assert data["differences"][0]["spread"] >= data["differences"][-1]["spread"]


@settings(max_examples=4)
@given(small_documents(), small_documents())
def test_any_two_scenarios_in_either_order(one: dict[str, Any], other: dict[str, Any]) -> None:
    a, b = api.scenario_of(one), api.scenario_of(other | {"id": "other"})
    there, back = api.compare([a, b]), api.compare([b, a])
    key = ["section", "figure"]
    spreads = [c.differences.set_index(key)["spread"].sort_index() for c in (there, back)]
    assert spreads[0].to_dict() == pytest.approx(spreads[1].to_dict(), abs=1e-6)
    assert spreads[0].between(0.0, 2.0).all()
    for comparison in (there, back):
        rows = comparison.figures
        assert ((rows["gap"] != "") == rows["value"].isna()).all()
        assert len(rows) == 2 * len(rows.drop_duplicates(key))
        json.dumps(api.compare_data(comparison), allow_nan=False)
        assert api.compare_text(comparison, "ko")


def test_shares_differ_by_percentage_points_of_two_digits() -> None:
    ends = [
        (Measured("s", "n", Text(en="t", ko="t"), value, "share", "share"), Text(en=who, ko=who))
        for who, value in (("Most", 0.01234), ("Least", 0.0))
    ]
    like: Any = SimpleNamespace(money=SimpleNamespace(parsed=None))
    said = _ends(ends, like)
    assert "1.2 percentage points" in said.in_("en")
    assert "1.2%p" in said.in_("ko")
