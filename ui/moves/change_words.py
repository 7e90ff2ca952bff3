"""What a planner changed, in words: what, from where, to where."""

from __future__ import annotations

from optimizer.api import desk as api
from ui.moves import added_rules
from ui.moves.document_entries import ALL_YEARS, TEXTS
from ui.moves.levers import OWN, SET, Lever
from ui.state import cache
from ui.state.desk import Desk

MEASURES = {
    "net_people": "measure_net_people",
    "talent_years": "measure_talent_years",
    "remaining": "measure_remaining",
}
STRUCTURE = {added_rules.ADD: "move_add", added_rules.DROP: "move_drop"}
ENDS = {"low": "low_end_of", "high": "high_end_of"}


def describe(desk: Desk, lever: Lever) -> str:
    """A move in words: what, from where, to where."""
    speech, value = desk.speech, desk.choice.values[lever.key]
    if lever.kind in (added_rules.ADD, added_rules.DROP):
        title = added_rules.title(desk.signed, lever.key, value, speech.language)
        return speech.say(STRUCTURE[lever.kind], {"of": title})
    ends = _ends(desk, lever, (lever.base, value))
    name = {
        "budget": "move_budget",
        "floor": "move_floor",
        "ceiling": "move_ceiling",
        "tier": "move_tier",
        "channel": "move_channel",
        "discount": "move_discount",
        "measure": "move_measure",
        "own": "move_own",
    }.get(lever.kind, "move_entry")
    of = _named(desk, lever)
    if lever.subject.rpartition(".")[2] in TEXTS:
        return speech.say("move_text", {"of": of})
    return speech.say(name, {"of": of, "old": ends[0], "new": ends[1]})


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
            return speech.say(ENDS[last], {"of": speech.text(number.title)})
    if part.startswith("rules."):
        titles = cache.rule_titles(desk.base)
        return speech.text(titles[part.split(".")[1]])
    return lever.subject


def _ends(desk: Desk, lever: Lever, values: tuple[float | str, float | str]) -> list[str]:
    """Both values in words; two that differ read differently."""
    known = {**MEASURES, "true": "in_force", "false": "out_of_force", ALL_YEARS: "all_years"}
    old, new = values
    if isinstance(old, str) or isinstance(new, str):
        told = (v if isinstance(v, str) else api.wording.digits(v, 4) for v in values)
        return [desk.speech.say(known[v]) if v in known else v for v in told]
    if lever.kind == "budget":
        return api.wording.apart((old, new), desk.base.money.parsed, desk.speech.language)
    if lever.kind in ("floor", "ceiling", "discount"):
        return api.wording.distinct((old, new), api.wording.percent, 2)
    return api.wording.distinct((old, new), api.wording.digits, 4)
