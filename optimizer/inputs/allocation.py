"""A plan that somebody else made: money by programme and year, from a file or plain data."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from optimizer.domain.limits import MOST_BYTES
from optimizer.domain.scenario import Scenario
from optimizer.domain.units import SCALES
from optimizer.errors import InvalidInput, Issue, Said, suggest
from optimizer.inputs.checks.magnitudes import amount_fault
from optimizer.inputs.checks.years import not_in
from optimizer.inputs.plan_file import COLUMNS, UNREADABLE, rows_in
from optimizer.inputs.written_numbers import number_in, plainly
from optimizer.whole_files import read_up_to

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
        problem = Said(
            f"The plan is in {unit}, the scenario in {scenario.money.unit}.",
            f"배분안 단위 {unit}, 시나리오 단위 {scenario.money.unit}: 불일치.",
        )
        remedy = Said(
            f"Convert the amounts to {scenario.money.unit}.",
            f"금액을 {scenario.money.unit} 단위로 환산.",
        )
        raise InvalidInput([Issue(f"{name}: money_unit", problem, remedy)])
    fault = _thousandfold(sum(found.values()), scenario)
    if fault is not None:
        raise InvalidInput([Issue(name, *fault)])
    return _bounded(found, scenario, name)


def allocation_of(
    rows: Iterable[Any], scenario: Scenario, where: str = "plan"
) -> dict[tuple[str, int], float]:
    """The allocation in rows with the entries programme, year and spending; repeats add up.

    A programme goes by its identifier or by its title in either language. Raises InvalidInput with
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


def _thousandfold(total: float, scenario: Scenario) -> tuple[Said, Said] | None:
    """Problem and remedy of a plan far beyond the budget: its unit of money is another one."""
    budget, money = scenario.budget.total, scenario.money
    if budget <= 0.0 or total < FAR * budget:
        return None
    unit, times = money.unit, f"{total / budget:,.0f}"
    problem = Said(
        f"The plan adds up to {total:,.0f} {unit}, {times} times the budget of {budget:,.0f}.",
        f"배분안 합계 {total:,.0f}: 예산 {budget:,.0f}의 {times}배(단위: {unit}).",
    )
    names = {scale: f"{words} {money.parsed.currency}".strip() for words, scale in SCALES.items()}
    for factor in (1e3, 1e6):
        smaller = names.get(money.parsed.scale / factor)
        if smaller is not None and total / factor <= 2.0 * budget:
            return problem, Said(
                f"Divide the amounts by {factor:,.0f} if they are in {smaller}: write {unit}.",
                f"금액이 {smaller} 단위이면 {factor:,.0f}으로 나누어 {unit} 단위로 기재.",
            )
    return problem, Said(f"Write the amounts in {unit}.", f"금액을 {unit} 단위로 기재.")


_INCOMPLETE = (
    Said("An entry is missing.", "항목 누락."),
    Said(
        "Each row has the entries programme, year and spending.",
        "행마다 programme, year, spending 항목 기재.",
    ),
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
    """Programmes by what they may be called: their titles in both languages."""
    named: dict[str, set[str]] = {}
    for name, programme in scenario.programmes.items():
        title = programme.title
        for words in (title.en, title.ko) if title is not None else ():
            named.setdefault(_tidy(words), set()).add(name)
    return named


def _tidy(words: str) -> str:
    """Words as they compare: in one form, in small letters, blanks alike."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())


def _programme(
    given: str, scenario: Scenario, named: Mapping[str, set[str]]
) -> tuple[str | None, list[tuple[Said, Said]]]:
    """The programme that a row means, and what is wrong where it means none, or several."""
    given = given.strip()
    meant = {given} if given in scenario.programmes else named.get(_tidy(given), set())
    if len(meant) == 1:
        return next(iter(meant)), []
    if meant:
        several = ", ".join(sorted(meant))
        problem = Said(f"Several programmes are called '{given}'.", f"'{given}': 여러 사업의 이름.")
        remedy = Said(f"Write one of {several}.", f"다음 중 하나 기재: {several}.")
        return None, [(problem, remedy)]
    titles = [p.title.in_(k) for p in scenario.programmes.values() if p.title for k in ("en", "ko")]
    remedy = suggest(given, [*scenario.programmes, *(t for t in titles if given in t)])
    return None, [
        (Said(f"There is no programme called '{given}'.", f"없는 사업: '{given}'."), remedy)
    ]


def _money_faults(given: Any, money: float | None, scenario: Scenario) -> list[tuple[Said, Said]]:
    unit = scenario.money.unit
    if money is not None and money >= 0:
        return []
    problem = Said(f"'{given}' is no amount of money.", f"'{given}': 금액 아님.")
    remedy = Said(f"Give 0 or more, in {unit}.", f"0 이상 기재(단위: {unit}).")
    meant = plainly(given) if money is None and isinstance(given, str) else None
    if meant is not None:
        remedy = Said(f"Write {meant} (in {unit}).", f"{meant} 기재(단위: {unit}).")
    return [(problem, remedy)]


def _number(value: Any) -> float | None:
    if isinstance(value, bool):
        return None
    return number_in(str(value))
