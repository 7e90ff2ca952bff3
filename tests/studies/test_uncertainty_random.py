"""On random scenarios with random ranges: each draw is its own best plan, and bounds keep order."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import numpy as np
from hypothesis import given, settings, strategies as st

from optimizer.inputs.load import scenario_of
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.uncertainty.study import uncertainty
from tests.studies.documents import small_documents
from tests.studies.same import same_answers

WIDTHS = st.tuples(st.floats(0.05, 0.6), st.floats(0.05, 0.9))


def with_ranges(document: dict[str, Any], widths: tuple[float, float]) -> dict[str, Any]:
    """The document with ranges around a yield, a weight, a pool, and every curve's numbers.

    Bands of one activity keep plain costs, so that none of them changes places with another.
    """

    def ranged(value: float) -> dict[str, float]:
        return {"value": value, "low": value * (1 - widths[0]), "high": value * (1 + widths[1])}

    data = deepcopy(document)
    data["objective"]["tiers"]["S"] = ranged(data["objective"]["tiers"]["S"])
    data["pools"]["everybody"]["people_per_year"] = ranged(
        data["pools"]["everybody"]["people_per_year"]
    )
    first = next(iter(data["pathways"].values()))
    if len(first["bands"]) == 1:
        first["bands"][0]["net"] = ranged(first["bands"][0]["net"])
    for programme in data["programmes"].values():
        supply = programme["activities"]["buy"]["supply"]
        for name in ("ceiling", "scale", "half"):
            if name in supply:
                supply[name] = ranged(supply[name])
    return data


def drawn_document(data: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """The document of one draw: plain values where ranges stood."""
    one = deepcopy(data)
    for name, value in values.items():
        *steps, last = name.replace("[", ".").replace("]", "").split(".")
        place: Any = one
        for step in steps:
            place = place[int(step)] if step.isdigit() and isinstance(place, list) else place[step]
        place[last] = value
    return one


@given(document=small_documents(), widths=WIDTHS, seed=st.integers(0, 1000))
@settings(max_examples=15)
def test_each_draw_is_its_own_best_plan(
    document: dict[str, Any], widths: tuple[float, float], seed: int
) -> None:
    data = with_ranges(document, widths)
    study = uncertainty(scenario_of(data), 4, seed=seed)
    for i in range(4):
        values = dict(zip(study.draws.names, study.draws.values[i].tolist(), strict=True))
        plan = bare_plan(scenario_of(drawn_document(data, values)))
        found = bool(study.outcomes.found[i])
        assert found == plan.found
        if found:
            assert plan.objective is not None
            missed = plan.objective - study.outcomes.objective[i]
            slack = 1e-7 * max(1.0, abs(plan.objective))
            assert -slack <= missed <= study.outcomes.gap[i] + slack


@given(document=small_documents(), widths=WIDTHS)
@settings(max_examples=10)
def test_knowing_is_worth_no_less_than_not_knowing(
    document: dict[str, Any], widths: tuple[float, float]
) -> None:
    """Wait-and-see is at least what the central plan yields, in every draw and on average."""
    scenario = scenario_of(with_ranges(document, widths))
    study = uncertainty(scenario, 40)
    if not study.central.found or not study.outcomes.found.any():
        return
    found = study.outcomes.found
    size = np.abs(study.outcomes.objective[found]) + 1.0
    assert (study.regrets[found, 0] >= -1e-7 * size).all()
    assert study.regret["mean"].iloc[0] >= -1e-7
    assert study.outcomes.residual[found].max() < 1e-8
    assert study.programmes["leads"].sum() <= 1.0 + 1e-9
    same_answers(study, uncertainty(scenario, 40))
