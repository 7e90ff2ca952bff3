"""Checks of years: the horizon, and what is stated for single years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from optimizer.domain.scenario import Years
from optimizer.errors import Issue, Said
from optimizer.inputs.checks.mentions import mentions
from optimizer.inputs.checks.subject import Check, Subject

LONGEST = 100


def years_in_order(s: Subject) -> Iterator[Issue]:
    """The horizon is not empty and not absurdly long."""
    years = s.scenario.years
    if not s.sound("years"):
        return
    if years.last < years.first:
        problem = Said(
            f"The last year {years.last} lies before the first year {years.first}.",
            f"마지막 연도({years.last})가 첫 연도({years.first})보다 앞섬.",
        )
        yield Issue("years.last", problem, Said("Swap the two years.", "두 연도를 맞바꿈."))
    elif years.last - years.first >= LONGEST:
        problem = Said(
            f"The years {years.first} to {years.last} are more than {LONGEST}.",
            f"{years.first}~{years.last}년: {LONGEST}년 초과.",
        )
        yield Issue("years.last", problem, Said("Shorten the horizon.", "기간 단축."))


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
                problem = Said(
                    f"{year} lies before the first decision year.",
                    f"{year}년: 첫 편성 연도보다 앞섬.",
                )
                remedy = Said(f"Use years from {years.first} on.", f"{years.first}년 이후로 기재.")
                yield Issue(where, problem, remedy)


def not_in(years: Years, given: object) -> tuple[Said, Said]:
    """Problem and remedy of a year outside the horizon."""
    return (
        Said(f"{given} is no decision year.", f"{given}: 편성 대상 연도 아님."),
        Said(
            f"Use a year from {years.first} to {years.last}.",
            f"{years.first}~{years.last}년 중에서 기재.",
        ),
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
