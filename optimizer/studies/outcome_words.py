"""Outcomes in words: what they are called, how much of one there is, what more of one costs."""

from __future__ import annotations

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money
from optimizer.formulation.compile import case_of
from optimizer.formulation.rules.base import money_step, title_of
from optimizer.formulation.sums import CHANNELS
from optimizer.i18n import SOURCE, Words, _, pgettext, rendered, verbatim

_TITLES = {
    "net_people": _("net people"),
    "objective": _("weighted people"),
    "spending": _("spending"),
    **CHANNELS,
}


def outcome_title(scenario: Scenario, name: str) -> Words:
    """What an outcome is called."""
    if name in _TITLES:
        return _TITLES[name]
    if name in scenario.objective.tiers:
        return _("{name}-tier people", name=name)
    if name in scenario.pathways:
        title = title_of(scenario.pathways, name)
        return _("people by “{title}”", title=title)
    return verbatim(name)


_HEADS = {
    "objective": _("Goal"),
    "net_people": _("Net people"),
    "net_people_so_far": _("Net people so far"),
    "spending": _("Spending"),
    "retained": _("Retained"),
    "attracted": _("Attracted"),
}


def outcome_head(scenario: Scenario, name: str) -> Words:
    """What an outcome is called in the head of a column or a row."""
    return _HEADS.get(name) or outcome_title(scenario, name)


def how_many(scenario: Scenario, name: str, value: float, significant: int = 3) -> Words:
    """So much of an outcome: '46 retained', or money for spending."""
    if name == "spending":
        return _("{spent} spent", spent=how_much(scenario, name, value, significant))
    title = outcome_title(scenario, name)
    return _("{count} {title}", count=digits(value, significant), title=title)


def how_much(scenario: Scenario, name: str, value: float, significant: int = 3) -> Words:
    """The same without what it is called: '46', or money."""
    if name == "spending":
        return rendered(money, value, scenario.money.parsed, significant=significant)
    return pgettext("people", "{count}", count=digits(value, significant))


def one_better(scenario: Scenario, name: str) -> tuple[float, Words]:
    """A step by which an outcome improves, in its own unit, and the step in words."""
    if name == "spending":
        step, unit = money_step(case_of(scenario)), scenario.money.parsed
        return step, _("{step} less spending", step=rendered(money, step, unit))
    title = outcome_title(scenario, name)
    one = title.in_(SOURCE).replace("people", "person", 1)
    return 1.0, _("one more {one}", one=one, title=title)


def worse_by(scenario: Scenario, name: str, amount: float) -> Words:
    """What is lost of an outcome."""
    if name == "spending":
        unit = scenario.money.parsed
        return _("{amount} more", amount=rendered(money, amount, unit, significant=2))
    title, count = outcome_title(scenario, name), digits(amount, 2)
    return pgettext("loss", "{count} {title}", count=count, title=title)
