"""Prices of everything that limits a plan, and levers ranked by what a realistic step gains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pandas as pd

from optimizer.domain.base import Text
from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import money_step
from optimizer.lp.prices import prices
from optimizer.lp.program import Key, LinearProgram, Row, Sense
from optimizer.results.plan import Plan, table
from optimizer.studies.best_plan import bare_plan
from optimizer.studies.binding import with_binding
from optimizer.studies.curves.refine import quick
from optimizer.studies.rule_costs import with_rule_costs
from optimizer.studies.variants import is_policy

LIMITS = {
    "limit": "str", "kind": "str", "title": "str", "title_ko": "str", "binding": "bool",
    "rhs": "float64", "activity": "float64", "slack": "float64", "price_down": "float64",
    "price_up": "float64", "holds_from": "float64", "holds_to": "float64",
}  # fmt: skip
"""Every row of the programme with its textbook report, prices in the objective per unit."""
LEVERS = {
    "lever": "str", "kind": "str", "title": "str", "title_ko": "str", "step": "float64",
    "step_in_words": "str", "step_in_words_ko": "str", "gain": "float64",
}  # fmt: skip
"""`gain`: change of the objective when the limit is loosened by `step`, solved again."""
POINT = 0.01
"""A rule in money is loosened by this share of the budget."""
HEADS = 10.0
"""A pool is enlarged by so many persons a year."""


@dataclass(frozen=True)
class PriceReport:
    """A plan with its binding limits in words, every limit's report, and ranked levers."""

    plan: Plan
    limits: pd.DataFrame
    levers: pd.DataFrame
    sentences: tuple[Text, ...]


def price_report(scenario: Scenario) -> PriceReport:
    """Prices of the best plan; empty tables where there is none or where it has whole numbers."""
    plan = with_binding(with_rule_costs(bare_plan(scenario)))
    if not plan.found or plan.solution.prices is None:
        return PriceReport(plan, table([], LIMITS), table([], LEVERS), plan.sentences)
    limits = table(_limits(plan), LIMITS)
    levers = table(
        sorted(_levers(plan), key=lambda r: (-float(str(r["gain"])), str(r["lever"]))), LEVERS
    )
    return PriceReport(plan, limits, levers, tuple(_sentences(levers)))


def _name(plan: Plan, row: Row) -> str:
    assert isinstance(row.key, tuple)
    return str(row.key[1]) if is_policy(row, plan.scenario) else ".".join(map(str, row.key))


def _limits(plan: Plan) -> Iterator[dict[str, object]]:
    program = plan.solution.program
    found = prices(plan.solution, rows=list(program.row_number)).rows
    for row in program.rows:
        assert isinstance(row.key, tuple)
        kind, price = str(row.key[0]), found[row.key]
        title = RULE_OF[kind].name(plan.case, row.key[1:])
        yield {
            "limit": _name(plan, row), "kind": kind, "title": title.en, "title_ko": title.ko,
            "binding": price.binding, "rhs": price.limit, "activity": price.activity,
            "slack": price.slack, "price_down": price.down, "price_up": price.up,
            "holds_from": price.holds_from, "holds_to": price.holds_to,
        }  # fmt: skip


@dataclass(frozen=True)
class _Lever:
    """Rows that are loosened together by one step."""

    name: str
    kind: str
    title: Text
    rows: tuple[Key, ...]
    step: float
    said: Text


def _levers(plan: Plan) -> Iterator[dict[str, object]]:
    for lever in _known_levers(plan):
        gain = _gain(plan, lever)
        yield {
            "lever": lever.name, "kind": lever.kind, "title": lever.title.en,
            "title_ko": lever.title.ko, "step": lever.step, "step_in_words": lever.said.en,
            "step_in_words_ko": lever.said.ko, "gain": gain,
        }  # fmt: skip


def _known_levers(plan: Plan) -> Iterator[_Lever]:
    case, scenario = plan.case, plan.scenario
    unit = scenario.money.parsed
    point = POINT * scenario.budget.total
    by_kind: dict[tuple[str, str], list[Row]] = {}
    for row in plan.solution.program.rows:
        assert isinstance(row.key, tuple)
        kind = str(row.key[0])
        group = str(row.key[1]) if kind in ("capacity", "pool") else _name(plan, row)
        by_kind.setdefault((kind, group), []).append(row)
    for (kind, group), rows in by_kind.items():
        keys = tuple(r.key for r in rows)
        first = rows[0].key
        assert isinstance(first, tuple)
        title = RULE_OF[kind].name(case, first[1:])
        if kind in ("capacity", "pool"):
            entries = scenario.capacities if kind == "capacity" else scenario.pools
            entry = entries[group]
            title = entry.title or Text(en=group, ko=group)
            words = getattr(entry, "unit", None) or Text(en="persons", ko="명")
            step = 1.0 if kind == "capacity" else HEADS
            said = Text(
                en=f"{digits(step)} more a year",
                ko=f"매년 {digits(step)}{words.ko} 추가",
            )
            yield _Lever(f"{kind}.{group}", kind, title, keys, step, said)
        elif RULE_OF[kind].per.en == "money":
            step = money_step(case) if kind.endswith("budget") else point
            words = Text(en=money(step, unit, "en"), ko=money(step, unit, "ko"))
            loose = rows[0].sense is Sense.LE
            said = Text(
                en=f"{words.en} {'more' if loose else 'less'}",
                ko=f"{words.ko} {'증액' if loose else '완화'}",
            )
            if step > 0:
                yield _Lever(group, kind, title, keys, step, said)


def _gain(plan: Plan, lever: _Lever) -> float:
    """The objective gained when the lever's rows are loosened, on finely stepped curves."""
    loosened = set(lever.rows)

    def make(case: Case) -> LinearProgram:
        program = compile_program(case)
        rows = tuple(_loosened(r, lever.step) if r.key in loosened else r for r in program.rows)
        return replace(program, rows=rows)

    _, _, answer = quick(plan.case, make, tolerance=1e-9)
    if not answer.found or plan.objective is None:
        return 0.0
    gain = answer.objective - plan.objective
    return gain if abs(gain) > 1e-8 * max(1.0, abs(plan.objective)) else 0.0


def _loosened(row: Row, step: float) -> Row:
    if row.sense is Sense.EQ:
        return row
    return replace(row, rhs=float(row.rhs) + (step if row.sense is Sense.LE else -step))


def _sentences(levers: pd.DataFrame) -> Iterator[Text]:
    for row in levers[levers["gain"] > 0].head(6).itertuples():
        gain = digits(float(row.gain), 2)  # type: ignore[arg-type]
        yield Text(
            en=f"{row.title}: {row.step_in_words} adds {gain} weighted people.",
            ko=f"{row.title_ko}: {row.step_in_words_ko} 시 가중 순증 인원 +{gain}명.",
        )
