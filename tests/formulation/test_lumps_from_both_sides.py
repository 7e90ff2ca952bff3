"""Plans that a document with lumps allows pass its rows, and none of them beats its best plan."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import assume, given, settings, strategies as st

from optimizer.errors import InvalidInput
from optimizer.formulation.compile import case_of, compile_program
from optimizer.inputs.load import scenario_of
from optimizer.lp.solver import solve
from tests.formulation.allowed import allowed, plan_at, rows_allow
from tests.formulation.checker import violations
from tests.formulation.choosing import choices
from tests.formulation.documents import documents


@given(st.data())
@settings(max_examples=60)
def test_an_allowed_plan_passes_the_rows_and_never_beats_the_best(data: Any) -> None:
    document = data.draw(documents(lumps=True))
    try:
        program = compile_program(case_of(scenario_of(document)))
    except InvalidInput:
        assume(False)
    plans = allowed(document, data.draw(choices(document)))
    random = np.random.default_rng(data.draw(st.integers(0, 2**31)))
    goal = np.array([_gain(program, key) for key in plans.keys])
    random_way = random.choice([-1.0, 0.0, 1.0], len(goal)) * random.uniform(0.5, 2.0, len(goal))
    best = None
    for direction in (goal, random_way, -random_way):
        found = plans.best(direction)
        if found is None:
            break  # these choices do not fit together
        value = plans.value(found)
        plan = plan_at(document, value)
        if violations(plan, 1e-5):
            break  # a line that has to be started is not: a choice the checker alone looks at
        assert rows_allow(program, value, 1e-6)
        best = solve(program).objective if best is None else best
        assert plan.objective() <= best + 1e-5 * max(1.0, abs(best))


def _gain(program: Any, key: Any) -> float:
    return float(program.columns[program.column_number[key]].gain)
