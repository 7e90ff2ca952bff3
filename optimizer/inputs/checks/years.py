"""Checks of years: the horizon, and what is stated for single years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from optimizer.domain.scenario import Years
from optimizer.errors import Issue
from optimizer.i18n import Message, _
from optimizer.inputs.checks.mentions import mentions
from optimizer.inputs.checks.subject import Check, Subject

LONGEST = 100


def years_in_order(s: Subject) -> Iterator[Issue]:
    """The horizon is not empty and not absurdly long."""
    years = s.scenario.years
    if not s.sound("years"):
        return
    if years.last < years.first:
        problem = _(
            "The last year {last} lies before the first year {first}.",
            last=years.last,
            first=years.first,
        )
        yield Issue("years.last", problem, _("Swap the two years."))
    elif years.last - years.first >= LONGEST:
        problem = _(
            "The years {first} to {last} are more than {longest}.",
            first=years.first,
            last=years.last,
            longest=LONGEST,
        )
        yield Issue("years.last", problem, _("Shorten the horizon."))


def years_inside(s: Subject) -> Iterator[Issue]:
    """Whatever is stated for a year lies in the horizon."""
    years = s.scenario.years
    if not s.sound("years") or years.last < years.first:
        return
    for where, year in _stated(s):
        if year not in years.all:
            yield Issue(where, *not_in(years, year))
    for r, capacity in s.scenario.capacities.items():
        for year in capacity.free if isinstance(capacity.free, Mapping) else ():
            if year < years.first:
                where = f"capacities.{r}.free.{year}"
                problem = _("{year} lies before the first decision year.", year=year)
                remedy = _("Use years from {first} on.", first=years.first)
                yield Issue(where, problem, remedy)


def not_in(years: Years, given: object) -> tuple[Message, Message]:
    """Problem and remedy of a year outside the horizon."""
    return (
        _("{given} is no decision year.", given=given),
        _("Use a year from {first} to {last}.", first=years.first, last=years.last),
    )


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
