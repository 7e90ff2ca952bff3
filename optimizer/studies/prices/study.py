"""Prices of everything that limits a plan, and levers ranked by what a realistic step gains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import MONEY, PERSONS, OwnNumber, money_step
from optimizer.formulation.terms import scaled, total
from optimizer.i18n import Words, _, pgettext, rendered, verbatim
from optimizer.lp.program import Key, LinearProgram, Row, Sense
from optimizer.lp.sensitivity.prices import prices
from optimizer.results.columns import cell, in_columns
from optimizer.results.plan import Plan, lines
from optimizer.results.shown import Shown, View
from optimizer.solving.curves.price_range import PriceRange
from optimizer.solving.curves.refine import quick
from optimizer.solving.variants import budget_slopes, is_policy
from optimizer.studies.best_plan.binding import with_binding
from optimizer.studies.best_plan.rule_costs import with_rule_costs
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.prices.page import LEVERS, LIMITS, prices_data, prices_page

FROZEN = _("Total budget alone, shares of it frozen")
"""Name of the total budget's own row, whose price is not the budget's worth."""
POINT = 0.01
"""A rule in money is loosened by this share of the budget."""
SHARE_POINT = 0.01
"""A share of what is decided is loosened by so much."""
HEADS = 10.0
"""A pool is enlarged by so many persons a year."""


@dataclass(frozen=True, repr=False)
class PriceReport(Shown, page=prices_page, data=prices_data):
    """A plan with its binding limits in words, every limit's report, and ranked levers.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.prices(tb.example())
        >>> answer.levers[["lever", "gain"]].round(2)
                          lever  gain
        0       capacity.chairs  3.66
        1  capacity.fellowships  0.60
        2          total_budget  0.12
        3     fellowships-floor  0.08
        4          chairs-floor  0.00
    """

    plan: Plan
    limits: pd.DataFrame
    levers: pd.DataFrame
    sentences: tuple[Words, ...]

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        return View(self.plan.view().about, self.levers, self.sentences, "rule_worth")


def price_report(scenario: Scenario) -> PriceReport:
    """Prices of the best plan; empty tables where there is none or where it has whole numbers.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.prices(tb.example())
        >>> answer.sentences[0].in_("en")
        'chairs: 1 more a year adds 3.7 weighted people.'
    """
    plan = with_binding(with_rule_costs(bare_plan(scenario)))
    if not plan.found or plan.solution.prices is None:
        return PriceReport(plan, LIMITS.frame([]), LEVERS.frame([]), plan.sentences)
    limits = LIMITS.frame(_limits(plan))
    levers = LEVERS.frame(
        sorted(_levers(plan), key=lambda r: (-float(str(r["gain"])), str(r["lever"])))
    )
    return PriceReport(plan, limits, levers, tuple(_sentences(levers)))


def _name(plan: Plan, row: Row) -> str:
    assert isinstance(row.key, tuple)
    return str(row.key[1]) if is_policy(row, plan.scenario) else ".".join(map(str, row.key))


def _limits(plan: Plan) -> Iterator[dict[str, object]]:
    program = plan.solution.program
    found = prices(plan.solution, rows=list(program.row_number)).rows
    ranges = PriceRange(plan) if plan.case.curves else None
    for row in program.rows:
        assert isinstance(row.key, tuple)
        kind, price = str(row.key[0]), found[row.key]
        rule = RULE_OF[kind]
        title, unit = rule.name(plan.case, row.key[1:]), rule.unit(plan.case, row.key[1:])
        if kind == "total_budget":
            title = FROZEN
        ends = (price.holds_from, price.holds_to)
        if ranges is not None and price.binding:
            wide = ranges.widened(row.key, price, signed=rule.signed)
            ends = (wide.holds_from, wide.holds_to)
        yield {
            "limit": _name(plan, row), "kind": kind, **in_columns(title=title, unit=unit),
            "binding": price.binding, "rhs": price.limit, "activity": price.activity,
            "slack": price.slack, "price_down": price.down, "price_up": price.up,
            "holds_from": ends[0], "holds_to": ends[1],
        }  # fmt: skip


@dataclass(frozen=True)
class _Lever:
    """Rows that are loosened together by one step."""

    name: str
    kind: str
    title: Words
    by: Mapping[Key, float]
    """How far each right-hand side moves; of a row that states a share, how far that does."""
    step: float
    said: Words


def _levers(plan: Plan) -> Iterator[dict[str, object]]:
    for lever in _known_levers(plan):
        gain = _gain(plan, lever)
        yield {
            "lever": lever.name, "kind": lever.kind, "step": lever.step, "gain": gain,
            **in_columns(title=lever.title, step_in_words=lever.said),
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
        first = rows[0].key
        assert isinstance(first, tuple)
        rule = RULE_OF[kind]
        title, measure = rule.name(case, first[1:]), rule.unit(case, first[1:])
        if kind in ("capacity", "pool"):
            entries = scenario.capacities if kind == "capacity" else scenario.pools
            entry = entries[group]
            title = entry.title or verbatim(group)
            step = 1.0 if kind == "capacity" else HEADS
            said = _("{step} more a year", step=digits(step), unit=measure)
            yield _Lever(f"{kind}.{group}", kind, title, _loosened(rows, step), step, said)
            continue
        words: Words
        if rule.own(case, first[1:]) is not None:
            by, step, words = _shares(case, rows), SHARE_POINT, _("one point")
        elif measure == MONEY:
            step = money_step(case) if kind.endswith("budget") else point
            words = rendered(money, step, unit)
            by = _loosened(rows, step)
            if kind == "total_budget":
                by = {key: slope * step for key, slope in budget_slopes(case).items()}
        elif measure == PERSONS:
            by, step, words = _loosened(rows, 1.0), 1.0, _("one")
        else:
            continue
        if rows[0].sense is not Sense.LE:
            said = _("{step} less", step=words)
        elif measure == MONEY:
            said = pgettext("budget", "{step} more", step=words)
        else:
            said = _("{step} more", step=words)
        if step > 0 and by:
            yield _Lever(group, kind, title, by, step, said)


def _shares(case: Case, rows: Iterable[Row]) -> dict[Key, float]:
    """The shares that rows state, a point looser, none below nought or above one."""
    by: dict[Key, float] = {}
    for row in rows:
        assert isinstance(row.key, tuple)
        own = RULE_OF[str(row.key[0])].own(case, row.key[1:])
        if own is not None:
            by[row.key] = _looser(row, own)
    return by


def _looser(row: Row, own: OwnNumber) -> float:
    """A point in the direction in which the row lets more through."""
    helps = sum(float(c) for c in own.terms.values()) * (1.0 if row.sense is Sense.GE else -1.0)
    return SHARE_POINT if helps > 0.0 else -min(SHARE_POINT, own.value)


def _gain(plan: Plan, lever: _Lever) -> float:
    """The objective gained when the lever's rows are loosened, on finely stepped curves."""

    def make(case: Case) -> LinearProgram:
        program = compile_program(case)
        return replace(program, rows=tuple(_moved(case, r, lever.by) for r in program.rows))

    *_rest, answer = quick(plan.case, make, tolerance=1e-9)
    if not answer.found or plan.objective is None:
        return 0.0
    gain = answer.objective - plan.objective
    return gain if abs(gain) > 1e-8 * max(1.0, abs(plan.objective)) else 0.0


def _moved(case: Case, row: Row, by: Mapping[Key, float]) -> Row:
    """The row with its share moved, or else its right-hand side."""
    if row.key not in by:
        return row
    assert isinstance(row.key, tuple)
    own = RULE_OF[str(row.key[0])].own(case, row.key[1:])
    if own is None:
        return replace(row, rhs=float(row.rhs) + by[row.key])
    return replace(row, terms=total([row.terms, scaled(own.terms, by[row.key])]))


def _loosened(rows: Iterable[Row], step: float) -> dict[Key, float]:
    """How far right-hand sides move when each row lets a step more through; equations stay."""
    return {
        row.key: step if row.sense is Sense.LE else -step
        for row in rows
        if row.sense is not Sense.EQ
    }


def _sentences(levers: pd.DataFrame) -> Iterator[Words]:
    for row in lines(levers[levers["gain"] > 0].head(6)):
        yield _(
            "{title}: {step} adds {gain} weighted people.",
            title=cell(row, "title"),
            step=cell(row, "step_in_words"),
            gain=digits(float(row.gain), 2),
        )
