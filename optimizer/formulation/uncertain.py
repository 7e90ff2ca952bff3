"""Which numbers of a scenario are uncertain, under which names, and which of them move together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from typing import Any

import numpy as np

from optimizer.domain.quantity import Product, Quantity, Reference
from optimizer.domain.scenario import Scenario
from optimizer.domain.slots import Slot, slots
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.formulation.number_words import number_title
from optimizer.formulation.numbers import paths_of_quantities
from optimizer.i18n import Words, _, figure, in_a_row, verbatim
from optimizer.lp.program import FloatArray


@dataclass(frozen=True)
class Uncertain:
    """One uncertain number: its name, its quantity, and the limits that its places set."""

    name: str
    """Evidence identifier, or the place of the document where the number is written out."""
    quantity: Quantity
    least: float = -inf
    most: float = inf
    place: Words | None = None
    """Its place in words."""

    @property
    def title(self) -> Words:
        """Its title; without one, its place in words, or its name."""
        return self.quantity.title or self.place or verbatim(self.name)


@dataclass(frozen=True)
class Factors:
    """The independent sources of uncertainty: single numbers, or groups that move as one."""

    members: Mapping[str, tuple[Uncertain, ...]]
    """Factor → its numbers, in the order of names."""
    correlation: FloatArray | None
    """Correlation of the normal scores (factors, factors); None when all are independent."""

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The factors."""
        return tuple(self.members)

    @cached_property
    def numbers(self) -> tuple[Uncertain, ...]:
        """Every uncertain number, in the order of factors."""
        return tuple(number for some in self.members.values() for number in some)


def uncertain_numbers(scenario: Scenario) -> dict[str, Uncertain]:
    """The uncertain numbers that enter the linear programme, in the order of names.

    A reference counts once however often it is used: identical references share one draw.
    """
    paths = paths_of_quantities(scenario)
    found: dict[str, Uncertain] = {}
    for slot in slots(scenario):
        for name, quantity, alone in _quantities(scenario, slot.number, paths):
            if quantity.uncertain:
                least, most = _limits(slot, quantity, alone)
                place = None if quantity.title else number_title(scenario, name)
                old = found.get(name) or Uncertain(name, quantity, place=place)
                limits = max(old.least, least), min(old.most, most)
                found[name] = replace(old, least=limits[0], most=limits[1])
    return dict(sorted(found.items()))


def _quantities(
    scenario: Scenario, number: Any, paths: Mapping[int, str], alone: bool = True
) -> Iterator[tuple[str, Quantity, bool]]:
    """Name and quantity of every number in a place, and whether it stands there alone."""
    if isinstance(number, Reference):
        yield number.ref, scenario.evidence[number.ref], alone
    elif isinstance(number, Quantity):
        yield paths[id(number)], number, alone
    elif isinstance(number, Product):
        for factor in number.product:
            yield from _quantities(scenario, factor, paths, False)


def _limits(slot: Slot, quantity: Quantity, alone: bool) -> tuple[float, float]:
    """Limits that hold for the number: those of its place, or the sign it has in a product."""
    low, high = quantity.ends
    if alone:
        return min(slot.least, low), max(slot.most, high)
    return (0.0 if low >= 0 else -inf), (0.0 if high <= 0 else inf)


def factors(scenario: Scenario) -> Factors:
    """The scenario's sources of uncertainty, with groups and correlations.

    Raises InvalidInput for unknown names, a number in two groups, or correlations that no numbers
    can have together.
    """
    known = uncertain_numbers(scenario)
    groups = scenario.uncertainty.groups
    issues = list(_group_issues(groups, known))
    grouped = {name for members in groups.values() for name in members}
    members = {g: tuple(known[n] for n in names if n in known) for g, names in groups.items()}
    members |= {name: (number,) for name, number in known.items() if name not in grouped}
    members = dict(sorted(members.items()))
    found = _correlation(scenario, list(members), issues)
    if issues:
        raise InvalidInput(issues)
    return Factors(members, found)


def _group_issues(
    groups: Mapping[str, tuple[str, ...]], known: Mapping[str, Uncertain]
) -> Iterator[Issue]:
    seen: set[str] = set()
    for group, names in groups.items():
        where = f"uncertainty.groups.{group}"
        if group in known:
            problem = _("An uncertain number has this name.")
            yield Issue(where, problem, _("Choose another name."))
        for name in names:
            if name not in known:
                problem = _("There is no uncertain number called '{name}' in use.", name=name)
                yield Issue(where, problem, suggest(name, known))
            elif name in seen:
                problem = _("'{name}' is in two groups.", name=name)
                yield Issue(where, problem, _("Keep it in one of them."))
            seen.add(name)


def _correlation(scenario: Scenario, names: list[str], issues: list[Issue]) -> FloatArray | None:
    """Correlation of normal scores; adds what is wrong with the table to `issues`."""
    given = scenario.uncertainty.correlations
    if not given:
        return None
    ranks = np.eye(len(names))
    for n, one in enumerate(given):
        where = f"uncertainty.correlations[{n}]"
        for name in one.between:
            if name not in names:
                problem = _(
                    "There is no independent uncertain number or group called '{name}'.", name=name
                )
                issues.append(Issue(where, problem, suggest(name, names)))
        if not set(one.between) <= set(names):
            continue
        i, j = (names.index(name) for name in one.between)
        if i == j or ranks[i, j] != 0.0:
            problem = _(
                "{between} cannot be paired.",
                between=in_a_row(one.between, _(" and ")),
            )
            remedy = _("State each pair of two different numbers once.")
            issues.append(Issue(where, problem, remedy))
        ranks[i, j] = ranks[j, i] = one.rank
    if not _possible(ranks, 1.0):
        problem = _(
            "No numbers can have all these correlations at once (the table is not positive)."
        )
        factor = next(f / 100 for f in range(99, -1, -1) if _possible(ranks, f / 100))
        remedy = _(
            "Weaken them: multiplied by {factor} they can hold together; or drop one.",
            factor=figure(factor, ".2f"),
        )
        issues.append(Issue("uncertainty.correlations", problem, remedy))
        return None
    return _scores(ranks)


def _scores(ranks: FloatArray) -> FloatArray:
    """Correlations of normal scores: Spearman's r becomes 2·sin(π·r/6) (Pearson, 1907)."""
    scores = 2.0 * np.sin(np.pi * ranks / 6.0)
    np.fill_diagonal(scores, 1.0)
    return scores


def _possible(ranks: FloatArray, factor: float) -> bool:
    """Whether numbers can have these rank correlations, multiplied by a factor."""
    return float(np.linalg.eigvalsh(_scores(factor * ranks))[0]) >= -1e-9
