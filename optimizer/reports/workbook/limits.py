"""Every limit of a plan as formulas: the rows of the formulation, and the widths of steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isinf

from optimizer.formulation.number_words import rule_title
from optimizer.formulation.rules import POLICIES, RULE_OF, RULES
from optimizer.formulation.rules.base import MONEY, PERSONS, RowRule, title_of
from optimizer.i18n import Words, _, pgettext
from optimizer.lp.program import Coefficient, Key, Row, Sense
from optimizer.reports.workbook.draft import Draft
from optimizer.reports.workbook.formulas import Settled, number, sides, total
from optimizer.reports.workbook.settled import settled_columns

WHOLE = 1e-3
"""How far from a whole number units and persons may lie and still count as whole."""
BUDGETS = ("total_budget", "year_budget")
SHOWN = "capacity"
"""The kind of row that has a sheet of its own."""
_SUPPLY = _("Supply of a step")
_BAND = _("People of a step")
_LAW, _POLICY = pgettext("rule", "law"), _("policy")


@dataclass(frozen=True)
class Limit:
    """One row of the sheet of rules: `actual` `sense` `bound`, both formulas without '='."""

    title: Words
    kind: Words
    unit: str
    actual: str = ""
    """Empty for a rule that is not in force."""
    sense: Sense = Sense.LE
    bound: str = "0"
    close: float = 0.0
    """How far it may be missed; left out, a millionth of the bound."""
    owner: Words | None = None
    force: Words | None = None


def limits(draft: Draft) -> tuple[list[Limit], list[Limit], list[Limit]]:
    """Budgets, policy rules in the order of the document, and what there is."""
    case = draft.sums
    columns = [column for kind in RULES for column in kind.columns(case)]
    settled, rows = settled_columns(draft, columns, [r for k in RULES for r in k.rows(case)])
    by_kind: dict[str, list[Row]] = {kind.key: [] for kind in RULES}
    for row in rows:
        assert isinstance(row.key, tuple)
        by_kind[row.key[0]].append(row)
    budgets = [_limit(draft, row, settled) for key in BUDGETS for row in by_kind[key]]
    others = [key for key in by_kind if key not in (*BUDGETS, SHOWN, *POLICIES)]
    there = [_limit(draft, row, settled) for key in others for row in by_kind[key]]
    return budgets, list(_policies(draft, by_kind, settled)), [*there, *_widths(draft)]


def _policies(draft: Draft, rows: dict[str, list[Row]], settled: Settled) -> Iterator[Limit]:
    for rule in draft.plan.scenario.rules:
        kind = POLICIES[rule.kind]
        force = _LAW if rule.hard else _POLICY
        if not rule.active:
            title = rule_title(draft.plan.scenario, rule.id)
            unit = unit_words(draft, kind, (rule.id,))
            yield Limit(title, kind.title, unit, owner=rule.owner, force=force)
        for row in rows[rule.kind]:
            if row.key[1] == rule.id:  # type: ignore[index]
                yield _limit(draft, row, settled, rule.owner, force)


def _limit(
    draft: Draft, row: Row, settled: Settled, owner: Words | None = None, force: Words | None = None
) -> Limit:
    """A row of the formulation with its words."""
    assert isinstance(row.key, tuple)
    kind, index = RULE_OF[str(row.key[0])], row.key[1:]
    actual, bound = sides(draft, row.terms, row.rhs, settled)
    close = WHOLE if bound.startswith("ROUND(") else 0.0
    title, unit = kind.name(draft.case, index), unit_words(draft, kind, index)
    return Limit(title, kind.title, unit, actual, row.sense, bound, close, owner, force)


def unit_words(draft: Draft, kind: RowRule, index: tuple[str | int, ...]) -> str:
    """The unit of a limit; money in that of the scenario."""
    unit = kind.unit(draft.case, index)
    if unit == MONEY:
        return draft.money_unit
    return draft.say(_("persons") if unit == PERSONS else unit)


def _widths(draft: Draft) -> Iterator[Limit]:
    """The most units or persons of each step, where it has a width."""
    case, scenario = draft.sums, draft.plan.scenario
    for (p, a), activity in case.activities.items():
        title, unit = title_of(scenario.programmes[p].activities, a), activity.unit or _("units")
        for y, steps in case.supply[p, a].items():
            cells: Sequence[Key] = case.columns[(p, a), y]
            widths = [step.width for step in steps]
            yield from _steps(draft, (_SUPPLY, title, unit, y), cells, widths)
    for q, bands in case.yields.items():
        title = title_of(scenario.pathways, q)
        for y in case.outcome_years:
            cells = [("people", q, j, y) for j in range(len(bands))]
            widths = [step.width for step in bands]
            yield from _steps(draft, (_BAND, title, _("persons"), y), cells, widths)


def _steps(
    draft: Draft,
    said: tuple[Words, Words, Words, int],
    cells: Sequence[Key],
    widths: Sequence[Coefficient],
) -> Iterator[Limit]:
    kind, title, unit, year = said
    for n, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        if not isinf(float(width)):
            named = _("{title}, {year}", title=title, year=year)
            if len(cells) > 1:
                named = _("{title}, step {step}, {year}", title=title, step=n + 1, year=year)
            most = number(draft, width)
            yield Limit(named, kind, draft.say(unit), total(draft, {cell: 1.0}), Sense.LE, most)
