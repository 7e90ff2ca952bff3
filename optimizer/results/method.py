"""The method as it stands in a scenario's programme: each kind of row, its formula and its unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from optimizer.domain.scenario import Measure, Scenario
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.rules import RULES
from optimizer.i18n import EMPTY
from optimizer.results.columns import in_columns
from optimizer.results.table import Kind, Shape, data

METHOD = Shape(
    "method",
    EMPTY,
    *data("rule"),
    *data("title", kind=Kind.WORDS),
    *data("formula"),
    *data("rows", kind=Kind.COUNT),
    *data("per", kind=Kind.WORDS),
)
"""`formula` is LaTeX; `rows` counts the rows of this kind; `per`: what its price is paid for."""

_COUNTS = {
    Measure.NET_PEOPLE: "",
    Measure.TALENT_YEARS: r"\,\sum_{k=0}^{Y-y} \mathrm{stay}_q^{\,k}",
    Measure.REMAINING: r"\,\mathrm{stay}_q^{\,Y-y}",
}


def goal_formula(scenario: Scenario) -> str:
    """The objective as LaTeX: weighted, discounted net people by the scenario's measure."""
    return (
        r"\max \sum_{q,j,y} w_{\mathrm{tier}(q)}\, w_{\mathrm{channel}(q)}\,"
        r"(1+\delta)^{-(y-y_0)}\, \mathrm{yield}_{q,j}\, n_{q,j,y}"
        + (r"\,\mathrm{stay}_q^{\,\tau_q}" if scenario.objective.after_years is not None else "")
        + _COUNTS[scenario.objective.measure]
    )


def method_table(scenario: Scenario) -> pd.DataFrame:
    """Kinds of rows that are really in the scenario's programme, in the order of formulation."""
    return METHOD.frame(_kinds(scenario))


def _kinds(scenario: Scenario) -> Iterator[dict[str, object]]:
    program = compile_program(case_of(scenario))
    count = Counter(row.key[0] for row in program.rows if isinstance(row.key, tuple))
    for rule in RULES:
        if count[rule.key]:
            yield {
                "rule": rule.key, "formula": rule.formula, "rows": count[rule.key],
                **in_columns(title=rule.title, per=rule.per),
            }  # fmt: skip
