"""A plan that somebody else made: money by programme and year, from a file or plain data."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from optimizer.domain.limits import MOST_BYTES, MOST_ISSUES
from optimizer.domain.scenario import Scenario
from optimizer.domain.units import SCALES
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.i18n import Message, _, figure
from optimizer.inputs.checks.magnitudes import amount_fault
from optimizer.inputs.checks.years import not_in
from optimizer.inputs.plan_file import COLUMNS, UNREADABLE, rows_in
from optimizer.inputs.structure import MORE
from optimizer.inputs.written_numbers import number_in, plainly
from optimizer.system.atomic_files import read_up_to

Allocation = Mapping[tuple[str, int], float]
"""(programme, year) → money in the scenario's unit; what is left out gets nothing."""
FAR = 100.0
"""Times the budget from which on a plan is taken for one in another unit of money."""


def load_allocation(path: Path, scenario: Scenario) -> dict[tuple[str, int], float]:
    """The allocation in a CSV (programme, year, spending) or in JSON as `solve --json` writes it.

    Raises InvalidInput with every faulty row.
    """
    try:
        content = read_up_to(path, MOST_BYTES)
    except (OSError, ValueError):
        raise InvalidInput([Issue(str(path), *UNREADABLE)]) from None
    return allocation_in(content, scenario, path.name)


def allocation_in(content: bytes, scenario: Scenario, name: str) -> dict[tuple[str, int], float]:
    """The allocation in the content of a file of this name.

    Raises InvalidInput with every faulty row, and for a plan in another unit of money.
    """
    read = rows_in(content, name)
    found = _found(read.rows, scenario, name, read.first)
    unit = read.unit
    if unit is not None and unit != scenario.money.unit:
        problem = _(
            "The plan is in {given}, the scenario in {own}.", given=unit, own=scenario.money.unit
        )
        remedy = _("Convert the amounts to {unit}.", unit=scenario.money.unit)
        raise InvalidInput([Issue(f"{name}: money_unit", problem, remedy)])
    fault = _thousandfold(sum(found.values()), scenario)
    if fault is not None:
        raise InvalidInput([Issue(name, *fault)])
    return _bounded(found, scenario, name)


def allocation_of(
    rows: Iterable[Any], scenario: Scenario, where: str = "plan"
) -> dict[tuple[str, int], float]:
    """The allocation in rows with the entries programme, year and spending; repeats add up.

    A programme goes by its identifier or by its title in any language. Raises InvalidInput with
    every faulty row.
    """
    return _bounded(_found(rows, scenario, where, 1), scenario, where)


def _bounded(
    found: dict[tuple[str, int], float], scenario: Scenario, where: str
) -> dict[tuple[str, int], float]:
    fault = amount_fault(sum(found.values()), scenario)
    if fault is not None:
        raise InvalidInput([Issue(where, *fault)])
    return found


def _thousandfold(total: float, scenario: Scenario) -> tuple[Message, Message] | None:
    """Problem and remedy of a plan far beyond the budget: its unit of money is another one."""
    budget, money = scenario.budget.total, scenario.money
    if budget <= 0.0 or total < FAR * budget:
        return None
    unit, times = money.unit, figure(total / budget, ",.0f")
    problem = _(
        "The plan adds up to {total} {unit}, {times} times the budget of {budget}.",
        total=figure(total, ",.0f"),
        unit=unit,
        times=times,
        budget=figure(budget, ",.0f"),
    )
    names = {scale: f"{words} {money.parsed.currency}".strip() for words, scale in SCALES.items()}
    for factor in (1e3, 1e6):
        smaller = names.get(money.parsed.scale / factor)
        if smaller is not None and total / factor <= 2.0 * budget:
            return problem, _(
                "Divide the amounts by {factor} if they are in {smaller}: write {unit}.",
                factor=figure(factor, ",.0f"),
                smaller=smaller,
                unit=unit,
            )
    return problem, _("Write the amounts in {unit}.", unit=unit)


_INCOMPLETE = (
    _("An entry is missing."),
    _("Each row has the entries programme, year and spending."),
)


def _found(
    rows: Iterable[Any], scenario: Scenario, where: str, first: int
) -> dict[tuple[str, int], float]:
    """The allocation in rows, the first of them of this number.

    Empty rows are None, those that could not be read are issues.
    """
    issues: list[Issue] = []
    found: dict[tuple[str, int], float] = {}
    named = _named(scenario)
    for number, row in enumerate(rows, start=first):
        if len(issues) >= MOST_ISSUES:
            raise InvalidInput([*issues, Issue(where, *MORE)])
        here = f"{where}, row {number}"
        if row is None or isinstance(row, Issue):
            issues += [] if row is None else [row]
            continue
        if not isinstance(row, Mapping) or not set(COLUMNS) <= set(row):
            issues.append(Issue(here, *_INCOMPLETE))
            continue
        programme, faults = _programme(str(row["programme"]), scenario, named)
        year, money = _number(row["year"]), _number(row["spending"])
        if year is None or year not in scenario.years.all:
            faults.append(not_in(scenario.years, f"'{row['year']}'"))
        faults += _money_faults(row["spending"], money, scenario)
        issues += [Issue(here, *fault) for fault in faults]
        if programme is not None and year is not None and money is not None:
            key = (programme, int(year))
            found[key] = found.get(key, 0.0) + money
    if issues:
        raise InvalidInput(issues)
    return found


def _named(scenario: Scenario) -> dict[str, set[str]]:
    """Programmes by what they may be called: their titles in every language."""
    named: dict[str, set[str]] = {}
    for name, programme in scenario.programmes.items():
        title = programme.title
        for words in title.root.values() if title is not None else ():
            named.setdefault(_tidy(words), set()).add(name)
    return named


def _tidy(words: str) -> str:
    """Words as they compare: in one form, in small letters, blanks alike."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def _programme(
    given: str, scenario: Scenario, named: Mapping[str, set[str]]
) -> tuple[str | None, list[tuple[Message, Message]]]:
    """The programme that a row means, and what is wrong where it means none, or several."""
    given = given.strip()
    meant = {given} if given in scenario.programmes else named.get(_tidy(given), set())
    if len(meant) == 1:
        return next(iter(meant)), []
    if meant:
        several = ", ".join(sorted(meant))
        problem = _("Several programmes are called '{given}'.", given=given)
        remedy = _("Write one of {several}.", several=several)
        return None, [(problem, remedy)]
    titles = [t for p in scenario.programmes.values() if p.title for t in p.title.root.values()]
    remedy = suggest(given, [*scenario.programmes, *(t for t in titles if given in t)])
    return None, [(_("There is no programme called '{given}'.", given=given), remedy)]


def _money_faults(
    given: Any, money: float | None, scenario: Scenario
) -> list[tuple[Message, Message]]:
    unit = scenario.money.unit
    if money is not None and money >= 0:
        return []
    problem = _("'{given}' is no amount of money.", given=given)
    remedy = _("Give 0 or more, in {unit}.", unit=unit)
    meant = plainly(given) if money is None and isinstance(given, str) else None
    if meant is not None:
        remedy = _("Write {meant} (in {unit}).", meant=meant, unit=unit)
    return [(problem, remedy)]


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    return number_in(str(value))
