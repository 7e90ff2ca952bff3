"""Checks of names: what a part of the document mentions exists in another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from optimizer.domain.scenario import Scenario
from optimizer.errors import Issue, suggest
from optimizer.i18n import Message, _
from optimizer.inputs.checks.mentions import Mention, mentions
from optimizer.inputs.checks.subject import Check, Subject
from optimizer.inputs.layout import UNKNOWN

_PARTS = {
    "programme": ("programmes", _("programme")),
    "programmes": ("programmes", _("programme")),
    "pathway": ("pathways", _("pathway")),
    "capacity": ("capacities", _("capacity")),
    "pool": ("pools", _("pool")),
    "tier": ("objective.tiers", _("tier")),
    "channel": ("objective.channels", _("channel")),
}
"""Entries of a rule that name something: the part of the document that defines it, its word."""


_TAG = _("tag")


def names_known(s: Subject) -> Iterator[Issue]:
    """Capacities, pools, tiers and channels that programmes and pathways name exist."""
    for p, programme in s.scenario.programmes.items():
        for a, activity in programme.activities.items():
            here = f"programmes.{p}.activities.{a}.delivers"
            for r in activity.delivers:
                yield from _named(s, "capacity", r, f"{here}.{r}")
    for q, pathway in s.scenario.pathways.items():
        here = f"pathways.{q}"
        for r in pathway.needs:
            yield from _named(s, "capacity", r, f"{here}.needs.{r}")
        yield from _named(s, "pool", pathway.pool, f"{here}.pool")
        yield from _named(s, "tier", pathway.tier, f"{here}.tier")
        yield from _named(s, "channel", pathway.channel, f"{here}.channel")


def rules_name_what_exists(s: Subject) -> Iterator[Issue]:
    """Whatever a rule names exists: programmes, activities, pathways, tags and so on."""
    for rule in s.scenario.rules:
        for mention in mentions(rule):
            if mention.entry in _PARTS:
                yield from _named(s, mention.entry, mention.name, mention.where)
            elif mention.entry == "activity":
                yield from _activity(s, mention)
            elif mention.entry in ("tag", "tags") and s.sound("programmes", "pathways"):
                yield from _unknown(_TAG, mention.name, mention.where, all_tags(s.scenario))


def _named(s: Subject, entry: str, name: str | None, where: str) -> Iterator[Issue]:
    part, word = _PARTS[entry]
    if name is None or not s.given(part, f"{part}.{name}"):
        return
    holder = s.scenario.objective if "." in part else s.scenario
    yield from _unknown(word, name, where, getattr(holder, part.split(".")[-1]))


def _activity(s: Subject, mention: Mention) -> Iterator[Issue]:
    """An activity belongs to the programme named beside it, or to any where none is."""
    owner = getattr(mention.holder, "programme", None)
    owners = list(s.scenario.programmes) if owner is None else [owner]
    known: set[str] = set()
    for p in owners:
        if p not in s.scenario.programmes or not s.given(f"programmes.{p}.activities"):
            return
        known |= set(s.scenario.programmes[p].activities)
    word = _("activity")
    if owner is not None:
        word = _("activity of '{owner}'", owner=owner)
    yield from _unknown(word, mention.name, mention.where, known)


def all_tags(scenario: Scenario) -> set[str]:
    """Every tag of a programme, an activity or a pathway."""
    found = {tag for pathway in scenario.pathways.values() for tag in pathway.tags}
    for programme in scenario.programmes.values():
        found |= set(programme.tags)
        found |= {tag for activity in programme.activities.values() for tag in activity.tags}
    return found


def _unknown(word: Message, name: str, where: str, known: Iterable[str]) -> Iterator[Issue]:
    names = [n for n in known if not n.startswith(UNKNOWN)]
    if name not in names:
        problem = _("There is no {word} called '{name}'.", word=word, name=name)
        yield Issue(where, problem, suggest(name, names))


CHECKS: tuple[Check, ...] = (names_known, rules_name_what_exists)
