"""The grade of a link is the weakest of the numbers it covers, in a document of mixed grades."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.results.evidence_used import weakest_grade
from tests.tiny import tiny

SOURCE = min(api.load_evidence().sources)


def graded(value: float, grade: str) -> dict[str, Any]:
    source = {} if grade == "X" else {"source": SOURCE}
    return {"value": value, "grade": grade, **source}


def flow_of(costs: str, nets: str, need: str) -> Any:
    """The flow of a plan whose bands of cost and of yield, and whose need, have these grades."""
    document = tiny()
    document["programmes"]["p"]["activities"]["a"]["supply"]["bands"] = [
        {"units": 2, "unit_cost": graded(2 + i, grade)} for i, grade in enumerate(costs)
    ]
    document["pathways"]["q"]["needs"] = {"c": {"amount": graded(1, need)}}
    document["pathways"]["q"]["bands"] = [
        {"people": 2, "net": graded(0.5 - 0.1 * i, grade)} for i, grade in enumerate(nets)
    ]
    plan = api.bare_plan(api.scenario_of(document))
    return api.flow_table(plan).groupby("stage")["grade"].agg(lambda found: "".join(set(found)))


@pytest.mark.parametrize(
    ("costs", "nets", "need", "buy", "use", "people"),
    [
        ("A", "A", "A", "A", "A", "A"),
        ("AC", "AB", "B", "C", "C", "B"),
        ("CA", "BA", "A", "C", "C", "B"),
        ("A", "XA", "B", "A", "B", "X"),
        ("B", "A", "X", "B", "X", "A"),
    ],
)
def test_one_weak_number_makes_a_link_weak(
    costs: str, nets: str, need: str, buy: str, use: str, people: str
) -> None:
    found = flow_of(costs, nets, need)
    assert (found["buy"], found["use"], found["people"]) == (buy, use, people)


@pytest.mark.parametrize(
    ("net", "grade"),
    [
        ({"product": [graded(0.9, "A"), graded(0.5, "C"), 0.5]}, "C"),
        ({"product": [graded(0.5, "B"), 0.5]}, "B"),
        ({"product": [0.5, graded(0.5, "A"), graded(0.9, "X")]}, "X"),
        (0.5, "X"),
    ],
)
def test_a_product_is_as_weak_as_its_weakest_factor_and_a_bare_number_weakest(
    net: Any, grade: str
) -> None:
    document = tiny()
    document["pathways"]["q"]["bands"] = [{"people": 4, "net": net}]
    plan = api.bare_plan(api.scenario_of(document))
    assert weakest_grade(plan.case, "q") == grade


@pytest.mark.parametrize(("grades", "weakest"), [("AB", "B"), ("CB", "C"), ("AX", "X")])
def test_a_use_is_as_weak_as_the_weakest_need_that_the_activity_serves(
    grades: str, weakest: str
) -> None:
    document = tiny()
    document["capacities"]["d"] = {"free": 0}
    activity = document["programmes"]["p"]["activities"]["a"]
    activity["delivers"] = {"c": 1, "d": 1}
    activity["supply"] = {"bands": [{"units": 5, "unit_cost": graded(2, "A")}]}
    needs = {c: {"amount": graded(1, g)} for c, g in zip("cd", grades, strict=True)}
    document["pathways"]["q"]["needs"] = needs
    flow = api.flow_table(api.bare_plan(api.scenario_of(document)))
    assert set(flow[(flow["stage"] == "use") & (flow["pathway"] == "q")]["grade"]) == {weakest}
