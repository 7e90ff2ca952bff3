"""The rows of a scenario grouped by what the document states: its rules, budgets and limits."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from math import inf

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.lp.program import Column, Key, LinearProgram, Row, Sense
from optimizer.solving.variants import is_policy

Paths = dict[Key, tuple[Key, ...]]
"""Place in the document, e.g. 'rules.visa-floor' or 'budget.total' → keys of its rows."""


def stated_groups(program: LinearProgram, scenario: Scenario) -> Paths:
    """Rows of policy rules and budgets by their place in the document."""
    groups: dict[Key, tuple[Key, ...]] = {}
    for row in program.rows:
        path = _stated(row, scenario)
        if path is not None:
            groups[path] = (*groups.get(path, ()), row.key)
    return groups


def _stated(row: Row, scenario: Scenario) -> str | None:
    if not isinstance(row.key, tuple):
        return None
    if row.key[0] == "total_budget":
        return "budget.total"
    if row.key[0] == "year_budget":
        return f"budget.by_year.{row.key[1]}"
    return f"rules.{row.key[1]}" if is_policy(row, scenario) else None


def only(case: Case, paths: Collection[Key]) -> LinearProgram:
    """The programme without the rules and budgets that are not in `paths`."""
    program = compile_program(case)
    groups = stated_groups(program, case.scenario)
    dropped = {key for path, keys in groups.items() if path not in paths for key in keys}
    return replace(program, rows=tuple(r for r in program.rows if r.key not in dropped))


def limit_groups(program: LinearProgram) -> tuple[LinearProgram, Paths]:
    """The programme with limits of supply and people as rows, and all limits by their place."""
    rows = list(program.rows)
    groups: dict[Key, tuple[Key, ...]] = {}
    for row in program.rows:
        if isinstance(row.key, tuple) and row.key[0] in ("capacity", "pool"):
            part = "capacities" if row.key[0] == "capacity" else "pools"
            path = f"{part}.{row.key[1]}"
            groups[path] = (*groups.get(path, ()), row.key)
    columns = []
    for column in program.columns:
        path = _limited(column)
        if not path:
            columns.append(column)
            continue
        row = Row(("limit", column.key), {column.key: 1.0}, Sense.LE, column.upper)
        rows.append(row)
        groups[path] = (*groups.get(path, ()), row.key)
        columns.append(replace(column, upper=inf))
    return LinearProgram(tuple(columns), tuple(rows)), groups


def _limited(column: Column) -> str:
    """Place of the limit that a column's upper bound states; empty where it states none."""
    key = column.key
    if not isinstance(key, tuple) or column.upper == inf or column.integer:
        return ""
    if key[0] == "units":
        return f"programmes.{key[1]}.activities.{key[2]}"
    return f"pathways.{key[1]}" if key[0] == "people" else ""
