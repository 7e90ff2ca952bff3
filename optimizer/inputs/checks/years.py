"""Checks of years: the horizon, and what is stated for single years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from optimizer.domain.scenario import Measure, Years
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
    elif years.end < years.last:
        problem = _(
            "Outcomes count until {until}, before the last year of money {last}.",
            until=years.end,
            last=years.last,
        )
        remedy = _("Use {last} or a later year, or leave the entry out.", last=years.last)
        yield Issue("years.outcomes_until", problem, remedy)
    elif years.end - years.first >= LONGEST:
        problem = _(
            "The years {first} to {last} are more than {longest}.",
            first=years.first,
            last=years.end,
            longest=LONGEST,
        )
        where = "last" if years.last - years.first >= LONGEST else "outcomes_until"
        yield Issue(f"years.{where}", problem, _("Shorten the horizon."))


def years_inside(s: Subject) -> Iterator[Issue]:
    """Whatever is stated for a year lies in the horizon."""
    years = s.scenario.years
    if not s.sound("years") or years.last < years.first:
        return
    for where, year in _stated(s):
        if year not in years.all:
            yield Issue(where, *not_in(years, year))
    counting = Years(first=years.first, last=max(years.last, years.end))
    for g, pool in s.scenario.pools.items():
        for year in pool.people_per_year if isinstance(pool.people_per_year, Mapping) else ():
            if year not in counting.all:
                yield Issue(f"pools.{g}.people_per_year.{year}", *not_in(counting, year))
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
    for rule in s.scenario.rules:
        for mention in mentions(rule):
            if mention.entry == "year":
                yield mention.where, int(mention.name)


def measuring_point(s: Subject) -> Iterator[Issue]:
    """A point at which everybody is counted lies no earlier than any yield was measured."""
    objective = s.scenario.objective
    if objective.after_years is None or not s.sound("objective", "pathways"):
        return
    if objective.measure is not Measure.NET_PEOPLE:
        problem = _(
            "'{measure}' counts people by the year, not a number of years after support begins.",
            measure=objective.measure,
        )
        remedy = _("Use 'net_people', or leave '{entry}' out.", entry="after_years")
        yield Issue("objective.after_years", problem, remedy)
    for q, path in s.scenario.pathways.items():
        if path.measured_after > objective.after_years:
            problem = _(
                "The yield of '{pathway}' was measured {measured} years after support begins, "
                "people are counted after {counted}.",
                pathway=q,
                measured=path.measured_after,
                counted=objective.after_years,
            )
            remedy = _("Count after {measured} years or later.", measured=path.measured_after)
            yield Issue(f"pathways.{q}.measured_after", problem, remedy)


CHECKS: tuple[Check, ...] = (years_in_order, years_inside, measuring_point)
