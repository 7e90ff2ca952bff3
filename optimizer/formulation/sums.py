"""What a rule counts, over a selection of activities or pathways, as terms of a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from optimizer.domain.selection import PathwayFilter, Selection
from optimizer.formulation.case import Case
from optimizer.formulation.terms import Terms, total
from optimizer.i18n import Words, _, in_a_row, pgettext, verbatim

PEOPLE = ("net", "supported", "people")
"""What is counted on pathways; anything else is counted on activities."""


def counted(case: Case, of: str, chosen: PathwayFilter, year: int | None) -> Terms:
    """The sum of `of` over what is chosen, in one year or (None) in all of them.

    'net' people, everybody 'supported' (also called 'people'), 'spending', 'units' commissioned, or
    the 'liability' left after the last year.
    """
    if of in PEOPLE:
        sum_of = case.net if of == "net" else case.supported
        pathways = chosen.pathways(case.scenario.pathways)
        counting = case.outcome_years if year is None else (year,)
        return total(sum_of(q, y) for q in pathways for y in counting)
    assert isinstance(chosen, Selection)
    activities = chosen.activities(case.scenario.programmes)
    years = case.years if year is None else range(year, year + 1)
    if of == "spending":
        return case.spent_on(activities, years)
    if of == "liability":
        return total(case.accounts[key].liability() for key in activities)
    return total(case.units(key, y) for key in activities for y in years)


CHANNELS = {
    "retained": _("retained"),
    "attracted": _("attracted"),
}
"""What the usual channels are called."""


def _as_is(name: str) -> Words:
    return verbatim(name)


_KINDS: Mapping[str, Callable[[str], Words]] = {
    "channel": lambda name: CHANNELS.get(name) or _as_is(name),
    "tier": lambda name: _("{name} tier", name=name),
}


def names_of(case: Case, chosen: PathwayFilter) -> Words:
    """What is chosen, in a few words."""
    scenario = case.scenario
    titled = {"programme": scenario.programmes, "pathway": scenario.pathways}
    found: list[Words] = []
    for name in ("programme", "activity", "pathway", "channel", "tier", "tag"):
        value = getattr(chosen, name, None)
        if value is not None:
            title = getattr(titled.get(name, {}).get(value), "title", None)
            found.append(title or _KINDS.get(name, _as_is)(value))
    if not found:
        return _("everything")
    return in_a_row(found, pgettext("selection", ", "))
