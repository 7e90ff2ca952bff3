"""What a number of the document is called when nobody gave it a title: its place, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from optimizer.domain.rule import LABELS as RULE_LABELS
from optimizer.domain.scenario import Scenario
from optimizer.formulation.compile import case_of
from optimizer.formulation.rules import rule_words
from optimizer.formulation.rules.base import title_of
from optimizer.formulation.sums import CHANNELS
from optimizer.i18n import Message, Words, _, verbatim

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")

_OF_PROGRAMMES: Mapping[str, Message] = {
    "units": _("units a year of {title}"),
    "unit_cost": _("unit cost of {title}"),
    "ceiling": _("most units a year of {title}"),
    "amount": _("units a year of {title} at the reference money"),
    "half": _("money for half of the most units of {title}"),
    "scale": _("reference money of {title}"),
    "shape": _("shape of the supply curve of {title}"),
    "minimum_scale": _("minimum scale of {title}"),
    "opening_cost": _("opening cost of {title}"),
    "indexation": _("growth of the costs of {title} a year"),
}
_OF_PATHWAYS: Mapping[str, Message] = {
    "net": _("net yield of {title}"),
    "people": _("people a year on {title}"),
    "stay": _("share of {title} who stay a year"),
}
_PLAIN: Mapping[str, Words] = {
    "budget.total": _("total budget"),
    "budget.carry_over": _("share of money carried over"),
    "objective.discount_rate": _("discount rate"),
}
_RULE_ENTRIES: Mapping[str, Words] = {
    "amount": _("amount"),
    "share": _("share"),
    "people": _("number of people"),
    "baseline": _("money of the year before"),
    "up": _("rise"),
    "down": _("fall"),
    "at_least": _("lower limit"),
    "at_most": _("upper limit"),
    "size": _("size of a group"),
    "coefficient": _("factor"),
    "rhs": _("limit"),
    "minimum": _("least money"),
}


def number_title(scenario: Scenario, path: str) -> Words:
    """The number at a place in words: 'net yield of ‘Fellow attracted’, first band'.

    `path` is as the formulation spells it ('pathways.comes.bands[0].net'). A place that is not
    known keeps its name.
    """
    if path in _PLAIN:
        return _PLAIN[path]
    whole, _other, factor = path.partition(".product[")
    steps = re.findall(r"[^.\[\]]+", whole)
    found = _place(scenario, steps) if len(steps) > 2 else None
    if found is None:
        return verbatim(path)
    if not factor:
        return found
    count = int(factor.split("]")[0])
    return _("{found}, {nth} factor", found=found, nth=_nth(count), count=count + 1)


def _place(scenario: Scenario, steps: list[str]) -> Words | None:
    part, name, *rest = steps
    match part:
        case "budget":
            return _("budget of {rest}", rest=rest[0])
        case "objective":
            return _weight(name, rest[0])
        case "capacities":
            said = _quoted(title_of(scenario.capacities, name))
            there = _("{said} there already", said=said)
            return _in_year(there, rest[1:])
        case "pools":
            said = _quoted(title_of(scenario.pools, name))
            yearly = _("people a year in {said}", said=said)
            return _in_year(yearly, rest[1:])
        case "programmes":
            return _of_programme(scenario, name, rest)
        case "pathways":
            return _of_pathway(scenario, name, rest)
        case "rules":
            return _of_rule(scenario, name, rest)
    return None


def _weight(kind: str, name: str) -> Words:
    if kind == "tiers":
        return _("weight of {name} tier", name=name)
    title = CHANNELS.get(name) or verbatim(name)
    return _("weight of ‘{title}’", title=title)


def _of_programme(scenario: Scenario, name: str, rest: list[str]) -> Words | None:
    programme = scenario.programmes.get(name)
    if programme is None:
        return None
    if rest[0] != "activities":
        return _worded(_OF_PROGRAMMES, rest[-1], title_of(scenario.programmes, name))
    _other, activity, *inner = rest
    title = title_of(programme.activities, activity)
    if inner[0] == "delivers":
        what, by = _quoted(title_of(scenario.capacities, inner[1])), _quoted(title)
        return _("{what} delivered by a unit of {by}", what=what, by=by)
    bands = getattr(programme.activities[activity].supply, "bands", ())
    return _banded(_worded(_OF_PROGRAMMES, inner[-1], title), inner, len(bands))


def _of_pathway(scenario: Scenario, name: str, rest: list[str]) -> Words | None:
    pathway = scenario.pathways.get(name)
    if pathway is None:
        return None
    title = title_of(scenario.pathways, name)
    if rest[0] == "needs":
        what, by = _quoted(title_of(scenario.capacities, rest[1])), _quoted(title)
        return _("{what} needed by one person on {by}", what=what, by=by)
    return _banded(_worded(_OF_PATHWAYS, rest[-1], title), rest, len(pathway.bands))


def _of_rule(scenario: Scenario, name: str, rest: list[str]) -> Words | None:
    rule = next((r for r in scenario.rules if r.id == name), None)
    known = {**RULE_LABELS, **_RULE_ENTRIES}
    entry = next((known[s] for s in reversed(rest) if s in known), None)
    if rule is None or entry is None:
        return None
    title = _quoted(rule_title(scenario, name))
    return _("{entry} of the rule {title}", entry=entry, title=title)


def rule_title(scenario: Scenario, name: str) -> Words:
    """A rule of the document by its title, or by what it states where it has none."""
    rule = next(r for r in scenario.rules if r.id == name)
    return rule_words(case_of(scenario), rule)


def _worded(words: Mapping[str, Message], entry: str, title: Words) -> Words | None:
    known = words.get(entry)
    return known and known.filled(title=_quoted(title))


def _banded(said: Words | None, rest: list[str], count: int) -> Words | None:
    """The words with the step they speak of, where there are several."""
    if said is None or "bands" not in rest or count < 2:
        return said
    n = int(rest[rest.index("bands") + 1])
    return _("{said}, {nth} band", said=said, nth=_nth(n), n=n + 1)


def _nth(n: int) -> str:
    return _ORDINALS[n] if n < len(_ORDINALS) else f"{n + 1}th"


def _in_year(said: Words, rest: list[str]) -> Words:
    return _("{said}, {rest}", said=said, rest=rest[0]) if rest else said


def _quoted(title: Words) -> Words:
    return _("‘{title}’", title=title)
