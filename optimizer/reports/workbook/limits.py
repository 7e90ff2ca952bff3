"""Limits that no rule states: budgets, supply, bands, pools, whole numbers, scales, openings."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.formulation.payments import ActivityId
from optimizer.formulation.rules import RULE_OF
from optimizer.i18n import Words, _, verbatim
from optimizer.reports.workbook.draft import Draft, summed
from optimizer.reports.workbook.terms import Limit

WHOLE = 1e-3
"""How far from a whole number units and persons may lie and still count as whole."""
_SUPPLY = _("Supply of a step")
_BAND = _("People of a step")
_ORDER = _("Steps in order")


def physical_limits(draft: Draft) -> Iterator[Limit]:
    """All of them."""
    yield from _budgets(draft)
    yield from _pools(draft)
    for key in draft.case.activities:
        yield from _of_activity(draft, key)
    for q in draft.plan.scenario.pathways:
        yield from _of_pathway(draft, q)


def _budgets(draft: Draft) -> Iterator[Limit]:
    spent = draft.fixed("money", ("spending",), "total")
    rule, unit = RULE_OF["total_budget"], draft.money_unit
    total = draft.number("budget.total")
    yield Limit("budget", rule.title, rule.title, unit, spent, "<=", total)
    rule = RULE_OF["year_budget"]
    for y in draft.case.years:
        if y in draft.plan.scenario.budget.by_year:
            spent = draft.fixed("money", ("spending",), str(y))
            left = draft.fixed("money", ("year left",), str(y))
            title = rule.name(draft.case, (y,))
            yield Limit("budget", title, rule.title, unit, spent, "<=", f"{spent}+{left}")


def _pools(draft: Draft) -> Iterator[Limit]:
    rule = RULE_OF["pool"]
    for g in draft.plan.scenario.pools:
        for y in draft.case.years:
            drawn, size = (draft.fixed("people", (k, g), str(y)) for k in ("drawn", "pool"))
            title, unit = rule.name(draft.case, (g, y)), draft.say(rule.per)
            yield Limit("pool", title, rule.title, unit, drawn, "<=", size)


def _of_activity(draft: Draft, key: ActivityId) -> Iterator[Limit]:
    activity, programmes = draft.case.activities[key], draft.plan.scenario.programmes
    title = activity.title or verbatim(key[1])
    unit = draft.say(activity.unit or _("units"))
    here = f"programmes.{key[0]}.activities.{key[1]}"
    bands = getattr(programmes[key[0]].activities[key[1]].supply, "bands", ())
    for y in draft.case.years:
        cells = [draft.fixed("plan", ("units", *key, i), str(y)) for i in range(len(bands))]
        wide = [draft.numbers.get(f"{here}.supply.bands[{i}].units") for i in range(len(bands))]
        for i, (cell, most) in enumerate(zip(cells, wide, strict=True)):
            if most is not None:
                named = _named(title, y, i if len(bands) > 1 else None)
                yield Limit("supply", named, _SUPPLY, unit, cell, "<=", most)
        if activity.ordered and len(bands) > 1:
            yield Limit(
                "order", _named(title, y), _ORDER, unit, _early(cells, wide), "<=", "0", WHOLE
            )
        units = draft.fixed("money", ("units", *key), str(y))
        if activity.indivisible:
            yield _whole(draft, title, y, unit, units)
        if activity.minimum_scale is not None:
            rule = RULE_OF["minimum_scale"]
            least = draft.number(f"{here}.minimum_scale")
            bound = f"IF({units}>1E-6,{least},0)"
            yield Limit("scale", _named(title, y), rule.title, unit, units, ">=", bound)
        if activity.opening_cost is not None:
            yield from _opened(draft, key, title, y, units, unit)
    if activity.opening_cost is not None:
        rule = RULE_OF["opening"]
        opens = draft.range("plan", ("opens", *key), list(draft.case.years))
        once = rule.name(draft.case, key)
        yield Limit("opening", once, rule.title, "", f"SUM({opens})", "<=", "1")


def _opened(
    draft: Draft, key: ActivityId, title: Words, year: int, units: str, unit: str
) -> Iterator[Limit]:
    """Nothing is bought before the activity opens."""
    years = [y for y in draft.case.years if y <= year]
    so_far = f"SUM({draft.range('plan', ('opens', *key), years)})"
    rule = RULE_OF["opening"]
    bound = f"IF({so_far}>0.5,{units},0)"
    yield Limit(
        "opening", rule.name(draft.case, (*key, year)), rule.title, unit, units, "<=", bound
    )


def _of_pathway(draft: Draft, q: str) -> Iterator[Limit]:
    pathway = draft.plan.scenario.pathways[q]
    title, unit = pathway.title or verbatim(q), draft.say(_("persons"))
    count = len(pathway.bands)
    for y in draft.case.years:
        cells = [draft.fixed("people", ("supported", q, j), str(y)) for j in range(count)]
        wide = [draft.numbers.get(f"pathways.{q}.bands[{j}].people") for j in range(count)]
        for j, (cell, most) in enumerate(zip(cells, wide, strict=True)):
            if most is not None:
                named = _named(title, y, j if count > 1 else None)
                yield Limit("people", named, _BAND, unit, cell, "<=", most)
        if pathway.indivisible:
            yield _whole(draft, title, y, unit, draft.fixed("people", ("supported", q), str(y)))
            if count > 1:
                early = _early(cells, wide)
                yield Limit("order", _named(title, y), _ORDER, unit, early, "<=", "0", WHOLE)


def _whole(draft: Draft, title: Words, year: int, unit: str, cell: str) -> Limit:
    rule = RULE_OF["indivisible"]
    return Limit(
        "whole", _named(title, year), rule.title, unit, cell, "==", f"ROUND({cell},0)", WHOLE
    )


def _early(cells: list[str], wide: list[str | None]) -> str:
    """What stands in later steps although an earlier one still has room."""
    parts = [
        f"MIN(MAX(0,{most}-{cell}),{summed(cells[i + 1 :])})"
        for i, (cell, most) in enumerate(zip(cells[:-1], wide[:-1], strict=True))
        if most is not None
    ]
    return "+".join(parts) or "0"


def _named(title: Words, year: int, step: int | None = None) -> Words:
    if step is None:
        return _("{title}, {year}", title=title, year=year)
    return _("{title}, step {step}, {year}", title=title, step=step + 1, year=year)
