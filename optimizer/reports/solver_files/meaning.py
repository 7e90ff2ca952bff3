"""What a column or a row stands for: words, place in the document, unit."""

from __future__ import annotations

from typing import NamedTuple

from optimizer.formulation.case import Case
from optimizer.formulation.rules import POLICIES, RULE_OF, rule_words
from optimizer.formulation.rules.base import (
    MONEY,
    PERSONS,
    SWITCH,
    Index,
    RowRule,
    title_of,
)
from optimizer.i18n import Words, _, verbatim
from optimizer.lp.program import Key

_UNITS = _("units")
_FIRST_YEAR = 1900
"""Smaller whole numbers in keys count steps."""


class Meaning(NamedTuple):
    """A column or a row in the planner's terms."""

    what: Words
    path: str
    """The entry of the document it stands for."""
    unit: Words


def words_of(key: Key) -> tuple[str, ...]:
    """What the name of a column or row in a solver's file is made of.

    >>> words_of(("units", "visa", "case", 0, 2025))
    ('units', 'visa', 'case', 'step1', '2025')
    """
    assert isinstance(key, tuple)
    return tuple(
        f"step{part + 1}" if isinstance(part, int) and part < _FIRST_YEAR else str(part)
        for part in key
    )


def column_meaning(case: Case, key: Key) -> Meaning:
    """What a column stands for."""
    assert isinstance(key, tuple)
    kind, *index = key
    if kind in ("units", "people"):
        return _band(case, key)
    if kind == "carry":
        what = _("Money kept after {index}", index=index[0])
        return Meaning(what, "budget.carry_over", _money(case))
    if kind == "open":
        return _open(case, *index)
    if kind in ("runs", "opens"):
        return _started(case, kind, index)
    if kind == "beyond":
        return _beyond(case, index)
    band = _band(case, tuple(index))
    whole = kind == "whole"
    how = _("as a whole number") if whole else _("is the step full")
    what = _("{what}: {how}", what=band.what, how=how)
    return Meaning(what, band.path, band.unit if whole else SWITCH)


def row_meaning(case: Case, key: Key) -> Meaning:
    """What a row stands for."""
    assert isinstance(key, tuple)
    rule, index = RULE_OF[str(key[0])], key[1:]
    return Meaning(rule.name(case, index), _place(rule, index), _unit(case, rule, index))


def _band(case: Case, key: Index) -> Meaning:
    """A step of supply or yield in a year; all its steps where the key counts none."""
    year, steps = key[-1], [part for part in key if isinstance(part, int)][:-1]
    if key[0] == "people":
        title, path = title_of(case.scenario.pathways, key[1]), f"pathways.{key[1]}"
        said = _("{line}: persons supported from {year}", line=_line(title, steps), year=year)
        return Meaning(said, f"{path}.bands[{steps[0]}]" if steps else path, PERSONS)
    activity = case.scenario.programmes[str(key[1])].activities[str(key[2])]
    title = title_of(case.scenario.programmes[str(key[1])].activities, key[2])
    path = f"programmes.{key[1]}.activities.{key[2]}"
    if steps:
        curved = (key[1], key[2]) in case.shapes
        path += ".supply" if curved else f".supply.bands[{steps[0]}]"
    said = _("{line}: units commissioned in {year}", line=_line(title, steps), year=year)
    return Meaning(said, path, activity.unit or _UNITS)


def _line(title: Words, steps: list[int]) -> Words:
    """What supplies or yields, with the step where it has several."""
    if not steps:
        return title
    return _("{title}, step {step}", title=title, step=steps[0] + 1)


def _beyond(case: Case, index: list[str | int]) -> Meaning:
    programme, activity, year = index
    title = title_of(case.scenario.programmes[str(programme)].activities, activity)
    what = _("{title}: money of {year} beyond what its curve can use", title=title, year=year)
    return Meaning(what, f"programmes.{programme}.activities.{activity}.supply", _money(case))


def _started(case: Case, kind: str, index: list[str | int]) -> Meaning:
    programme, activity, year = index
    title = title_of(case.scenario.programmes[str(programme)].activities, activity)
    runs = kind == "runs"
    what = (
        _("Whether {title} runs in {year}", title=title, year=year)
        if runs
        else _("Whether {title} opens in {year}", title=title, year=year)
    )
    entry = "minimum_scale" if runs else "opening_cost"
    return Meaning(what, f"programmes.{programme}.activities.{activity}.{entry}", SWITCH)


def _open(case: Case, name: str, *line: str | int) -> Meaning:
    """The switch of a rule, for one of its lines or years where it has several."""
    rule = next(r for r in case.scenario.rules if r.id == name)
    title, of = (
        rule_words(case, rule),
        f" ({'.'.join(map(str, line))})" if line else "",
    )
    what = _("{title}: is the line open{of}", title=title, of=of)
    return Meaning(what, f"rules.{name}", SWITCH)


def _place(rule: RowRule, index: Index) -> str:
    """The entry of the document that a row comes from."""
    if rule.key in POLICIES:
        return f"rules.{index[0]}"
    match rule.key:
        case "total_budget":
            return "budget.total"
        case "year_budget":
            return f"budget.by_year.{index[0]}"
        case "capacity":
            return f"capacities.{index[0]}"
        case "pool":
            return f"pools.{index[0]}"
    if index[0] == "people":
        return f"pathways.{index[1]}"
    programme, activity = index[1:3] if index[0] == "units" else index[:2]
    return f"programmes.{programme}.activities.{activity}"


def _unit(case: Case, rule: RowRule, index: Index) -> Words:
    """The unit of a row's right-hand side."""
    unit = rule.unit(case, index)
    return _money(case) if unit == MONEY else unit


def _money(case: Case) -> Words:
    unit = case.scenario.money.unit
    return verbatim(unit)
