"""Common bottlenecks: what a little more of each limit is worth, scenario beside scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import percent
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import EMPTY, Words, _, verbatim
from optimizer.lp.program import Key
from optimizer.lp.sensitivity.prices import prices
from optimizer.results.columns import cell, in_columns
from optimizer.results.plan import Plan, lines
from optimizer.results.shown import Shown, View
from optimizer.results.table import Kind, Shape, data
from optimizer.solving.variants import is_policy
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.countries.documents import country_scenarios, shared_cautions
from optimizer.studies.countries.more_money import next_unit, with_room
from optimizer.studies.countries.strategy_pages import COMMON, bottlenecks_data, bottlenecks_page
from optimizer.system.progress import Tally, Watch

STEP = 0.01
"""Every limit is loosened by this share of its size."""
TOLD = 6
"""So many common limits are put into words."""
FELT = 1e-6
"""A limit that adds less than this share of the objective is not a bottleneck."""

BUDGET = _("Budget")

LIMITS = Shape(
    "limits",
    EMPTY,
    *data("scenario", "country", "limit", "kind"),
    *data("title", kind=Kind.WORDS),
    *data("size", kind=Kind.NUMBER),
    *data("worth", kind=Kind.GOAL),
    *data("share", kind=Kind.SHARE),
)
"""One line for each scenario and limit that holds it back, the strongest of a scenario first.

`size` is the limit over all its years, in its own unit (of a capacity: what is used); `worth` the
weighted people that 1% more of it (of a floor: less) adds at its price, `share` the same over the
scenario's objective.
"""


@dataclass(frozen=True, repr=False)
class Bottlenecks(Shown, page=bottlenecks_page, data=bottlenecks_data):
    """What holds scenarios back, one by one and in common; `without_plan` could not be priced."""

    limits: pd.DataFrame
    common: pd.DataFrame
    without_plan: tuple[str, ...]
    cautions: tuple[Words, ...] = ()
    sentences: tuple[Words, ...] = ()

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about = f"{len(self.limits)} limits, {len(self.common)} kinds"
        return View(about, self.limits, (*self.sentences, *self.cautions), "bottlenecks")


@dataclass(frozen=True)
class _Limit:
    """A limit of one scenario over all its years."""

    name: str
    kind: str
    title: Words
    size: float
    worth: float


def bottlenecks(
    scenarios: Sequence[Scenario] | None = None, *, watch: Watch | None = None
) -> Bottlenecks:
    """The limits that hold each scenario back, and those that many share.

    Without scenarios those of all country strategies are asked. Scenarios without a plan or with
    whole decisions have no prices; they are named. Raises Cancelled.
    """
    asked = country_scenarios() if scenarios is None else scenarios
    rows, tally = [], Tally(watch, len(asked))
    for scenario in asked:
        rows.append((scenario.id, _rows(bare_plan(scenario))))
        tally.add()
    left = tuple(name for name, found in rows if found is None)
    limits = LIMITS.frame((row for _other, found in rows for row in found or ()))
    common = COMMON.frame(_common(limits, len(rows) - len(left)))
    said = tuple(_sentences(common, asked))
    return Bottlenecks(limits, common, left, shared_cautions(asked), said)


def _rows(plan: Plan) -> list[dict[str, object]] | None:
    """The limits that hold a plan back; None where it has no prices."""
    if plan.objective is None or plan.solution.prices is None:
        return None
    whole = max(abs(plan.objective), 1e-12)
    found = [limit for limit in _limits(plan) if limit.worth > FELT * STEP * whole]
    return [
        {
            "scenario": plan.scenario.id, "country": plan.scenario.country or "",
            "limit": limit.name, "kind": limit.kind, **in_columns(title=limit.title),
            "size": limit.size, "worth": limit.worth,
            "share": limit.worth / whole,
        }
        for limit in sorted(found, key=lambda one: (-one.worth, one.name))
    ]  # fmt: skip


def _limits(plan: Plan) -> Iterator[_Limit]:
    scenario, total = plan.scenario, plan.budget
    price = next_unit(with_room(scenario, STEP * total))
    if isfinite(price):
        yield _Limit("budget", "budget", BUDGET, total, STEP * total * price)
    for name, rows in plan.capacities.groupby("capacity"):
        used = float(rows["used"].sum())
        worth = STEP * float((rows["price"] * rows["used"]).sum())
        title = title_of(scenario.capacities, str(name))
        yield _Limit(f"capacity.{name}", "capacity", title, used, worth)
    yield from _of_rows(plan)


def _of_rows(plan: Plan) -> Iterator[_Limit]:
    """Pools and rules, each over all its rows."""
    scenario, program = plan.scenario, plan.solution.program
    rows = [r.key for r in program.rows if is_policy(r, scenario) or _kind(r.key) == "pool"]
    grouped: dict[str, _Limit] = {}
    for key, worth in _looser(plan, rows).items():
        assert isinstance(key, tuple)
        kind, limit = _kind(key), float(program.rows[program.row_number[key]].rhs)
        name = f"pool.{key[1]}" if kind == "pool" else str(key[1])
        known = grouped.get(name) or _Limit(name, kind, _title(plan, kind, key), 0.0, 0.0)
        grouped[name] = replace(
            known, size=known.size + limit, worth=known.worth + STEP * abs(limit) * worth
        )
    yield from grouped.values()


def _looser(plan: Plan, rows: Sequence[Key]) -> dict[Key, float]:
    """What each row's limit is worth per unit in the better of its two directions, at least 0."""
    found = prices(plan.solution, rows=rows).rows
    sides = {key: (found[key].up, -found[key].down) for key in rows}
    return {key: max(0.0, *(s for s in both if isfinite(s))) for key, both in sides.items()}


def _kind(key: Key) -> str:
    assert isinstance(key, tuple)
    return str(key[0])


def _title(plan: Plan, kind: str, key: tuple[str | int, ...]) -> Words:
    """A title that the same limit has in every scenario, whatever its size there."""
    scenario, name = plan.scenario, str(key[1])
    if kind == "pool":
        return title_of(scenario.pools, name)
    rule = next(r for r in scenario.rules if r.id == name)
    programme = getattr(rule, "programme", None)
    if programme is None:
        return RULE_OF[kind].name(plan.case, key[1:])
    of, what = title_of(scenario.programmes, programme), RULE_OF[kind].title
    return _("{what}: {of}", what=what, of=of)


def _common(limits: pd.DataFrame, asked: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for name, some in limits.groupby("limit"):
        strongest = some.sort_values("share", ascending=False, kind="stable").iloc[0]
        rows.append({
            "limit": name, "kind": strongest["kind"],
            **in_columns(title=cell(strongest, "title")), "scenarios": len(some),
            "of": asked, "share": some["share"].mean(), "strongest": strongest["scenario"],
            "strongest_share": strongest["share"],
        })  # fmt: skip
    return sorted(rows, key=_order)


def _order(row: Mapping[str, Any]) -> tuple[int, float, str]:
    return -row["scenarios"], -row["share"], row["limit"]


def _sentences(common: pd.DataFrame, asked: Sequence[Scenario]) -> Iterator[Words]:
    titles = {s.id: s.title or verbatim(s.id) for s in asked}
    for row in list(lines(common))[:TOLD]:
        most, floor = titles[row.strongest], row.kind.endswith("floor")
        share, largest = percent(row.share), percent(row.strongest_share)
        words = {
            "title": cell(row, "title"),
            "count": row.scenarios,
            "of": row.of,
            "share": share,
            "most": most,
            "largest": largest,
        }
        if floor:
            yield _(
                "{title}: holds back {count} of {of}; 1% less adds {share} to the goal on "
                "average, most in “{most}” ({largest}).",
                **words,
            )
        else:
            yield _(
                "{title}: holds back {count} of {of}; 1% more adds {share} to the goal on "
                "average, most in “{most}” ({largest}).",
                **words,
            )
