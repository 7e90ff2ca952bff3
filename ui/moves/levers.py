"""What a planner may move in any scenario, and how moves become an overlay or a link; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf, isfinite
from typing import Any

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.moves import document_entries
from ui.speech import Speech

Value = document_entries.Value
Values = Mapping[str, Value]
"""Lever → value, only those moved away from the scenario."""

PLANNER = "planner"
MOST_TIMES, MOST_WEIGHT = 1000.0, 1000.0
"""The budget may be so many times the scenario's own; a weight may be so large."""
TYPED_TIMES = 100.0
"""The same where it is typed: a thousandfold is a slip of unit."""
LIMITS = {
    "programme_floor": _("At least {share} for {programme}"),
    "programme_ceiling": _("At most {share} for {programme}"),
}
"""What a rule of each kind says that a lever moves."""
SET, OWN = "set", "own"
"""Kinds of levers for any entry of the document."""


@dataclass(frozen=True)
class Lever:
    """One thing to move: `kind` tells what, `subject` whose; `base` is the scenario's own value."""

    kind: str
    subject: str
    base: Value
    least: float = 0.0
    most: float = inf
    rule: str = ""
    """Policy rule that the lever changes or adds."""

    @property
    def key(self) -> str:
        """Name in links and widgets."""
        return f"{self.kind}.{self.subject}" if self.subject else self.kind


def levers_of(scenario: api.Scenario, budget: float | None = None) -> dict[str, Lever]:
    """All levers of a scenario by key; limits stated in money as shares of `budget`."""
    return {lever.key: lever for lever in _levers(scenario, budget)}


def _levers(scenario: api.Scenario, budget: float | None) -> Iterator[Lever]:
    yield Lever("budget", "", float(scenario.budget.total), most=most_money(scenario))
    limits = _limits(scenario, budget)
    for p in scenario.programmes:
        for kind, least, most in (("floor", 0.0, 1.0), ("ceiling", 0.0, 1.0)):
            mine = [r for r in limits if (r["programme"], r["bound"]) == (p, kind)]
            law = [float(r["share"]) for r in mine if r["hard"]]
            soft = [r for r in mine if not r["hard"]]
            if kind == "floor":
                least = max((*law, least))
            else:
                most = min((*law, most))
            free = least if kind == "floor" else most
            base = float(soft[0]["share"]) if soft else free
            rule = str(soft[0]["rule"]) if soft else f"{PLANNER}-{kind}-{p}"
            yield Lever(kind, p, base, least, most, rule)
    for row in api.objective_weights(scenario).to_dict("records"):
        weight = float(row["weight"])
        yield Lever(str(row["kind"]), str(row["name"]), weight, most=max(weight, MOST_WEIGHT))
    yield Lever("discount", "", float(scenario.objective.discount_rate), most=0.99)
    yield Lever("measure", "", str(scenario.objective.measure))


def _limits(scenario: api.Scenario, budget: float | None) -> list[dict[Any, Any]]:
    rows = api.programme_limits(scenario).to_dict("records")
    if budget is None or budget <= 0:
        return rows
    in_money = {r.id for r in scenario.rules if getattr(r, "amount", None) is not None}
    rate = scenario.budget.total / budget
    return [
        {**r, "share": min(1.0, r["share"] * rate)} if r["rule"] in in_money else r for r in rows
    ]


def most_money(scenario: api.Scenario) -> float:
    """The largest budget that can be asked for, in the scenario's unit."""
    return MOST_TIMES * max(float(scenario.budget.total), 1.0)


def usual(scenario: api.Scenario, values: Values) -> bool:
    """Whether these moves move only the levers on the page, within what each offers."""
    offered = levers_of(scenario)
    return all(
        key in offered
        and (isinstance(value, str) or offered[key].least <= value <= offered[key].most)
        for key, value in values.items()
    )


def measures(scenario: api.Scenario) -> list[str]:
    """Everything the objective may measure."""
    return [str(m) for m in type(scenario.objective.measure)]


def lever_at(scenario: api.Scenario, levers: Mapping[str, Lever], key: str) -> Lever | None:
    """The lever of a key: one of the scenario's, or any entry of its document.

    'set.PATH' changes the entry, 'own.PATH' takes a number to a value of the planner's own.
    """
    kind, _, path = key.partition(".")
    if key in levers or kind not in (SET, OWN):
        return levers.get(key)
    base = document_entries.entry(scenario, path if kind == SET else f"{path}.value")
    if base is None or (kind == OWN and isinstance(base, str)):
        return None
    return Lever(kind, path, base, least=-inf)


def key_at(levers: Mapping[str, Lever], number: api.StatedNumber) -> str:
    """The key under which a number of the document is moved, so that each has but one."""
    part, _, name = number.path.rpartition(".")
    known = {
        "budget.total": "budget",
        "objective.discount_rate": "discount",
        f"objective.tiers.{name}": f"tier.{name}",
        f"objective.channels.{name}": f"channel.{name}",
    }
    if (key := known.get(number.path)) is not None:
        return key
    if name == "share" and part.startswith("rules."):
        rule = part.removeprefix("rules.")
        lever = next((one for one in levers.values() if one.rule == rule), None)
        if lever is not None:
            return lever.key
    return f"{OWN if number.quantity else SET}.{number.path}"


def overlay(scenario: api.Scenario, values: Values) -> dict[str, Any]:
    """The moves as an overlay on the scenario's document."""
    levers = levers_of(scenario)
    changes: dict[str, Any] = {}
    rules: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        lever = lever_at(scenario, levers, key)
        assert lever is not None
        match lever.kind:
            case "budget":
                document_entries.put(changes, ("budget", "total"), value)
            case "floor" | "ceiling":
                rules.setdefault(lever.rule, {}).update(_rule(scenario, lever, float(value)))
            case "tier" | "channel":
                document_entries.put(changes, ("objective", f"{lever.kind}s", lever.subject), value)
            case "discount":
                document_entries.put(changes, ("objective", "discount_rate"), value)
            case "measure":
                document_entries.put(changes, ("objective", "measure"), value)
            case "own":
                number = document_entries.own_number(scenario, lever.subject, float(value))
                document_entries.put(changes, lever.subject.split("."), number)
            case _:
                document_entries.write(scenario, lever.subject, value, changes, rules)
    for name, rule in rules.items():
        if rule.get("title", name) is None:
            old = next(r for r in scenario.rules if r.id == name)
            rule["title"] = limit_title(scenario, old.kind, {**vars(old), **rule})
    if rules:
        changes["rules"] = list(rules.values())
    return changes


def limit_title(
    scenario: api.Scenario, kind: str, rule: Mapping[str, Any]
) -> dict[str, str] | None:
    """What a floor or ceiling says, with its number; None for other kinds of rules."""
    share, amount = rule.get("share"), rule.get("amount")
    number = amount if share is None else share
    if kind not in LIMITS or not isinstance(number, float | int):
        return None
    year = "" if rule.get("year") is None else f" ({rule['year']})"
    name = api.rendered(_title, scenario, str(rule.get("programme")), year)
    said: object = api.wording.percent(number)
    if share is None:
        said = api.rendered(api.wording.money, number, scenario.money.parsed)
    return api.in_all(LIMITS[kind].filled(programme=name, share=said))


def _title(scenario: api.Scenario, programme: str, more: str = "", *, language: str) -> str:
    return Speech(language).title(scenario.programmes, programme) + more


def _rule(scenario: api.Scenario, lever: Lever, share: float) -> dict[str, Any]:
    kind = f"programme_{lever.kind}"
    name, percent = api.rendered(_title, scenario, lever.subject), api.wording.percent
    rule: dict[str, Any] = {
        "id": lever.rule,
        "share": share,
        "title": api.in_all(LIMITS[kind].filled(programme=name, share=percent(share))),
        "owner": api.in_all(_("Planner at the desk")),
    }
    if lever.rule in {r.id for r in scenario.rules}:
        base = percent(float(lever.base))
        said = _("Moved at the desk; the scenario says {base}.", base=base)
        return rule | {"amount": None, "reason": api.in_all(said)}
    reason = api.in_all(_("Added at the desk."))
    return rule | {"kind": kind, "programme": lever.subject, "reason": reason}


def moved(values: Values, lever: Lever, value: Value) -> dict[str, Value]:
    """The moves with one more made; moving back to the scenario's own value is no move."""
    left = {k: v for k, v in values.items() if k != lever.key}
    same = value == lever.base or (
        isinstance(value, float)
        and isinstance(lever.base, float)
        and abs(value - lever.base) <= 1e-9 * max(1.0, abs(lever.base))
    )
    return left if same else left | {lever.key: value}


def encode(values: Values) -> dict[str, str]:
    """The moves as parts of a link."""
    return {k: v if isinstance(v, str) else f"{v:.10g}" for k, v in values.items()}


def decode(
    scenario: api.Scenario, parts: Mapping[str, str]
) -> tuple[dict[str, Value], tuple[str, ...]]:
    """Moves read from the parts of a link, and the parts that make no sense here."""
    levers, values, ignored = levers_of(scenario), dict[str, Value](), list[str]()
    for key, text in parts.items():
        lever = lever_at(scenario, levers, key)
        value = None if lever is None else _value(scenario, lever, text)
        if lever is None or value is None:
            ignored.append(f"{key}={text}"[:80])
        else:
            values = moved(values, lever, value)
    return values, tuple(ignored)


def _value(scenario: api.Scenario, lever: Lever, text: str) -> Value | None:
    if isinstance(lever.base, str):
        return text if _may_say(scenario, lever, text) else None
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) and lever.least <= number <= lever.most else None


def _may_say(scenario: api.Scenario, lever: Lever, text: str) -> bool:
    """Whether a word or text may stand where the lever moves one."""
    name = lever.subject.rpartition(".")[2]
    if lever.kind != SET:
        return text in measures(scenario)
    if name == "year":
        return text == document_entries.ALL_YEARS or text in {str(y) for y in scenario.years.all}
    if name in document_entries.TEXTS:
        return len(text.strip()) > 0 and len(text) <= document_entries.LONGEST
    return text in ("true", "false")


def left(scenario: api.Scenario, values: Values) -> dict[str, Value]:
    """The moves that this scenario still has a lever for."""
    offered = levers_of(scenario)
    return {k: v for k, v in values.items() if lever_at(scenario, offered, k) is not None}
