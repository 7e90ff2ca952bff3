"""What a planner may move in any scenario, and how moves become an overlay or a link; pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf, isfinite

from optimizer import api
from ui.speech import both, speech_of

Value = float | str
Values = Mapping[str, Value]
"""Lever → value, only those moved away from the scenario."""

PLANNER = "planner"


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


def levers_of(scenario: api.Scenario) -> dict[str, Lever]:
    """All levers of a scenario by key."""
    return {lever.key: lever for lever in _levers(scenario)}


def _levers(scenario: api.Scenario) -> Iterator[Lever]:
    yield Lever("budget", "", float(scenario.budget.total))
    limits = list(api.programme_limits(scenario).to_dict("records"))
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


def measures(scenario: api.Scenario) -> list[str]:
    """Everything the objective may measure."""
    return [str(m) for m in type(scenario.objective.measure)]


def overlay(scenario: api.Scenario, values: Values) -> dict[str, object]:
    """The moves as an overlay on the scenario's document."""
    levers = levers_of(scenario)
    weights: dict[str, dict[str, Value]] = {"tiers": {}, "channels": {}}
    objective: dict[str, object] = {}
    rules: list[dict[str, object]] = []
    changes: dict[str, object] = {}
    for key, value in values.items():
        lever = levers[key]
        match lever.kind:
            case "budget":
                changes["budget"] = {"total": value}
            case "floor" | "ceiling":
                rules.append(_rule(scenario, lever, float(value)))
            case "tier" | "channel":
                weights[f"{lever.kind}s"][lever.subject] = value
            case "discount":
                objective["discount_rate"] = value
            case _:
                objective["measure"] = value
    objective |= {name: part for name, part in weights.items() if part}
    if objective:
        changes["objective"] = objective
    if rules:
        changes["rules"] = rules
    return changes


def _rule(scenario: api.Scenario, lever: Lever, share: float) -> dict[str, object]:
    words = {}
    for code in api.LANGUAGES:
        speech = speech_of(code)
        name = speech.title(scenario.programmes, lever.subject)
        words[code] = {
            "programme": name,
            "share": speech.share(share),
            "base": speech.share(float(lever.base)),
        }
    rule: dict[str, object] = {
        "id": lever.rule,
        "share": share,
        "title": both("rule_floor" if lever.kind == "floor" else "rule_ceiling", words),
        "owner": {"en": speech_of("en").say("planner"), "ko": speech_of("ko").say("planner")},
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
        lever = levers.get(key)
        value = None if lever is None else _value(scenario, lever, text)
        if lever is None or value is None:
            ignored.append(f"{key}={text}"[:80])
        else:
            values = moved(values, lever, value)
    return values, tuple(ignored)


def _value(scenario: api.Scenario, lever: Lever, text: str) -> Value | None:
    if isinstance(lever.base, str):
        return text if text in measures(scenario) else None
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) and lever.least <= number <= lever.most else None
