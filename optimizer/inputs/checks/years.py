"""Checks of years: the horizon, and what is stated for single years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from optimizer.errors import Issue
from optimizer.inputs.checks.mentions import mentions
from optimizer.inputs.checks.subject import Check, Subject

LONGEST = 100


def years_in_order(s: Subject) -> Iterator[Issue]:
    """The horizon is not empty and not absurdly long."""
    years = s.scenario.years
    if not s.sound("years"):
        return
    if years.last < years.first:
        problem = f"The last year {years.last} lies before the first year {years.first}."
        yield Issue("years.last", problem, "Swap the two years.")
    elif years.last - years.first >= LONGEST:
        problem = f"The years {years.first} to {years.last} are more than {LONGEST}."
        yield Issue("years.last", problem, "Shorten the horizon.")


def years_inside(s: Subject) -> Iterator[Issue]:
    """Whatever is stated for a year lies in the horizon."""
    years = s.scenario.years
    if not s.sound("years") or years.last < years.first:
        return
    for where, year in _stated(s):
        if year not in years.all:
            remedy = f"Use a year from {years.first} to {years.last}."
            yield Issue(where, f"{year} is no decision year.", remedy)
    for r, capacity in s.scenario.capacities.items():
        for year in capacity.free if isinstance(capacity.free, Mapping) else ():
            if year < years.first:
                where = f"capacities.{r}.free.{year}"
                problem = f"{year} lies before the first decision year."
                yield Issue(where, problem, f"Use years from {years.first} on.")


def _stated(s: Subject) -> Iterator[tuple[str, int]]:
    """Every year that must be a decision year, and where it is stated."""
    for year in s.scenario.budget.by_year:
        yield f"budget.by_year.{year}", year
    for g, pool in s.scenario.pools.items():
        for year in pool.people_per_year if isinstance(pool.people_per_year, Mapping) else ():
            yield f"pools.{g}.people_per_year.{year}", year
    for rule in s.scenario.rules:
        for mention in mentions(rule):
            if mention.entry == "year":
                yield mention.where, int(mention.name)


CHECKS: tuple[Check, ...] = (years_in_order, years_inside)
