"""What a planner may move in any scenario, and how moves become an overlay or a link; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf, isfinite
from typing import Any

from optimizer import api
from ui.speech import both, speech_of

Value = float | str
Values = Mapping[str, Value]
"""Lever → value, only those moved away from the scenario."""

PLANNER = "planner"
SET = "set."


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
    yield Lever("budget", "", float(scenario.budget.total))
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
        yield Lever(str(row["kind"]), str(row["name"]), float(row["weight"]))
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


def measures(scenario: api.Scenario) -> list[str]:
    """Everything the objective may measure."""
    return [str(m) for m in type(scenario.objective.measure)]


def lever_at(scenario: api.Scenario, levers: Mapping[str, Lever], key: str) -> Lever | None:
    """The lever of a key: one of the scenario's, or any entry of its document ('set.PATH')."""
    if key in levers or not key.startswith(SET):
        return levers.get(key)
    base = entry(scenario, path := key.removeprefix(SET))
    return None if base is None else Lever("set", path, base, least=-inf)


def entry(scenario: api.Scenario, path: str) -> Value | None:
    """The number, or 'true' or 'false', at a place of the document; None where there is none."""
    place: Any = scenario.document
    *above, last = path.split(".")
    for step in above:
        if isinstance(place, list):
            place = next((m for m in place if m.get("id") == step), None)
        else:
            place = place.get(step) if isinstance(place, Mapping) else None
    if not isinstance(place, Mapping):
        return None
    value = place.get(last, True if last == "active" and "owner" in place else None)
    if isinstance(value, bool):
        return str(value).lower()
    return float(value) if isinstance(value, float | int) else None


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
                _put(changes, ("budget", "total"), value)
            case "floor" | "ceiling":
                rules.setdefault(lever.rule, {}).update(_rule(scenario, lever, float(value)))
            case "tier" | "channel":
                _put(changes, ("objective", f"{lever.kind}s", lever.subject), value)
            case "discount":
                _put(changes, ("objective", "discount_rate"), value)
            case "measure":
                _put(changes, ("objective", "measure"), value)
            case _:
                part, *rest = lever.subject.split(".")
                plain = {"true": True, "false": False}.get(str(value), value)
                if part == "rules":
                    rules.setdefault(rest[0], {"id": rest[0]})[rest[-1]] = plain
                else:
                    _put(changes, (part, *rest), plain)
    if rules:
        changes["rules"] = list(rules.values())
    return changes


def _put(changes: dict[str, Any], path: Sequence[str], value: Value | bool) -> None:
    for step in path[:-1]:
        changes = changes.setdefault(step, {})
    changes[path[-1]] = value


def _rule(scenario: api.Scenario, lever: Lever, share: float) -> dict[str, Any]:
    words = {}
    for code in api.LANGUAGES:
        speech = speech_of(code)
        name = speech.title(scenario.programmes, lever.subject)
        words[code] = {
            "programme": name,
            "share": speech.share(share),
            "base": speech.share(float(lever.base)),
        }
    rule: dict[str, Any] = {
        "id": lever.rule,
        "share": share,
        "title": both("rule_floor" if lever.kind == "floor" else "rule_ceiling", words),
        "owner": both("planner"),
    }
    if lever.rule in {r.id for r in scenario.rules}:
        return rule | {"amount": None, "reason": both("rule_moved", words)}
    kind = "programme_floor" if lever.kind == "floor" else "programme_ceiling"
    return rule | {"kind": kind, "programme": lever.subject, "reason": both("rule_added")}


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
        words = ["true", "false"] if lever.kind == "set" else measures(scenario)
        return text if text in words else None
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) and lever.least <= number <= lever.most else None
