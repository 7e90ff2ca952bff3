"""Checks of what rules select: the filters suit what is counted, and something matches them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from optimizer.domain.policy import PolicyRule
from optimizer.domain.selection import PathwayFilter, Selection
from optimizer.errors import Issue
from optimizer.i18n import _
from optimizer.inputs.checks.mentions import groups
from optimizer.inputs.checks.names import all_tags
from optimizer.inputs.checks.subject import Check, Subject, in_words

PEOPLE = ("net", "supported", "people")
"""What is counted on pathways; anything else is counted on activities."""
OF_ACTIVITIES = ("programme", "activity")
OF_PATHWAYS = ("pathway", "channel", "tier")


def selections_fit(s: Subject) -> Iterator[Issue]:
    """Filters choose what the rule counts, and they do not leave it empty."""
    if not s.given("programmes", "pathways"):
        return
    for rule in s.scenario.rules:
        for where, chosen, of in _selections(rule):
            people = of in PEOPLE
            foreign = [f for f in (OF_ACTIVITIES if people else OF_PATHWAYS) if _set(chosen, f)]
            one, many = _PATHWAY if people else _ACTIVITY
            if foreign:
                names = in_words(foreign)
                problem = _(
                    "{names} cannot choose among {many}, which '{of}' counts.",
                    names=names,
                    many=many,
                    of=of,
                )
                fitting = in_words([*(OF_PATHWAYS if people else OF_ACTIVITIES), "tag"])
                remedy = _("Choose by {fitting}.", fitting=fitting)
                yield Issue(f"{where}.{foreign[0]}", problem, remedy)
            elif not _matches(s, chosen, people) and _names_exist(s, chosen):
                problem = _("No {one} matches all of its filters.", one=one)
                yield Issue(where, problem, _FEWER)


_PATHWAY = (_("pathway"), _("pathways"))
_ACTIVITY = (_("activity"), _("activities"))
_FEWER = _("Drop a filter, or correct one.")


def _selections(rule: PolicyRule) -> Iterator[tuple[str, PathwayFilter, str]]:
    """Every selection in a rule, with what is counted on it: its own `of`, or that of the rule."""
    for where, group in groups(rule):
        if isinstance(group, PathwayFilter):
            yield where, group, str(getattr(group, "of", None) or getattr(rule, "of", ""))


def _set(chosen: BaseModel, entry: str) -> bool:
    return getattr(chosen, entry, None) is not None


def _matches(s: Subject, chosen: PathwayFilter, people: bool) -> bool:
    if people:
        return bool(chosen.pathways(s.scenario.pathways))
    return isinstance(chosen, Selection) and bool(chosen.activities(s.scenario.programmes))


def _names_exist(s: Subject, chosen: PathwayFilter) -> bool:
    """Whether every filter names something; another check tells those that do not."""
    scenario = s.scenario
    activities = {a for programme in scenario.programmes.values() for a in programme.activities}
    parts = {
        "programme": scenario.programmes,
        "activity": activities,
        "pathway": scenario.pathways,
        "channel": scenario.objective.channels,
        "tier": scenario.objective.tiers,
        "tag": all_tags(scenario),
    }
    return all(getattr(chosen, n, None) in (None, *known) for n, known in parts.items())


CHECKS: tuple[Check, ...] = (selections_fit,)
