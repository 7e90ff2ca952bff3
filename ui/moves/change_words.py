"""What a planner changed, in words: what, from where, to where."""

from __future__ import annotations

from optimizer.api import desk as api
from optimizer.api.desk import _, pgettext
from ui.moves import added_rules
from ui.moves.document_entries import ALL_YEARS, TEXTS
from ui.moves.levers import OWN, SET, Lever
from ui.state import cache
from ui.state.desk import Desk

MEASURES = {
    "net_people": _("Net people"),
    "talent_years": _("Person-years to the end"),
    "remaining": _("People still here at the end"),
}
STRUCTURE = {added_rules.ADD: _("Rule added: {of}"), added_rules.DROP: _("Rule deleted: {of}")}
MOVED = {
    "budget": _("Budget: {old} → {new}"),
    "floor": _("{of}, at least: {old} → {new}"),
    "ceiling": _("{of}, at most: {old} → {new}"),
    "tier": _("Weight of tier {of}: {old} → {new}"),
    "channel": _("Weight of {of}: {old} → {new}"),
    "discount": _("Discount rate: {old} → {new}"),
    "measure": _("What counts: {old} → {new}"),
    "own": _("{of}, own assumption: {old} → {new}"),
}
ENDS = {"low": _("{of}, low end"), "high": _("{of}, high end")}


def describe(desk: Desk, lever: Lever) -> str:
    """A move in words: what, from where, to where."""
    speech, value = desk.speech, desk.choice.values[lever.key]
    if lever.kind in (added_rules.ADD, added_rules.DROP):
        title = added_rules.title(desk.signed, lever.key, value, speech.language)
        return speech.say(STRUCTURE[lever.kind].filled(of=title))
    ends = _ends(desk, lever, (lever.base, value))
    of = _named(desk, lever)
    if lever.subject.rpartition(".")[2] in TEXTS:
        return speech.say(_("{of}: reworded", of=of))
    said = MOVED.get(lever.kind, _("{of}: {old} → {new}"))
    return speech.say(said.filled(of=of, old=ends[0], new=ends[1]))


def _named(desk: Desk, lever: Lever) -> str:
    """What a lever moves, in words."""
    speech = desk.speech
    if lever.kind not in (SET, OWN):
        return speech.title(desk.base.programmes, lever.subject)
    part, _, last = lever.subject.rpartition(".")
    for number in cache.numbers_of(desk.base):
        if number.path == lever.subject:
            return speech.text(number.title)
        if number.path == part and last in ENDS:
            return speech.say(ENDS[last].filled(of=speech.text(number.title)))
    if part.startswith("rules."):
        titles = cache.rule_titles(desk.base)
        return speech.text(titles[part.split(".")[1]])
    return lever.subject


def _ends(desk: Desk, lever: Lever, values: tuple[float | str, float | str]) -> list[str]:
    """Both values in words; two that differ read differently."""
    known = {
        **MEASURES,
        "true": pgettext("rule", "in force"),
        "false": _("out of force"),
        ALL_YEARS: _("all years"),
    }
    old, new = values
    if isinstance(old, str) or isinstance(new, str):
        told = (v if isinstance(v, str) else desk.speech.digits(v, 4) for v in values)
        return [desk.speech.say(known[v]) if v in known else v for v in told]
    if lever.kind == "budget":
        return api.wording.apart((old, new), desk.base.money.parsed, desk.speech.language)
    if lever.kind in ("floor", "ceiling", "discount"):
        said = api.wording.distinct((old, new), api.wording.percent, 2)
        return [api.Figure(share).in_(desk.speech.language) for share in said]
    return api.wording.distinct((old, new), desk.speech.digits, 4)
