"""What each kind of rule asks for when it is added, and the rule made of the answers; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from optimizer.api import desk as api
from ui.moves.entries import put

ANY = ""
"""No choice made where one may be left open."""


@dataclass(frozen=True)
class Field:
    """One answer: where it goes in the rule, what is asked for, the key of its label.

    Asked for: programme, programmes, lines, tags, channel, tier, year, group, groups, choice,
    share, money, number, count, years. `open` ones may be left out.
    """

    path: str
    asks: str
    label: str
    choices: Mapping[str, str] | None = None
    """Answer → key of its word."""
    open: bool = False


PEOPLE = {"net": "counts_net", "supported": "counts_supported"}
COUNTED = {**PEOPLE, "spending": "counts_spending"}
SUMS = {"spending": "counts_spending", "people": "counts_supported", "net": "counts_net"}
BOUNDS = {"floor": "bound_floor", "ceiling": "bound_ceiling"}
OPEN_LINES = {"at_most": "bound_at_most", "at_least": "bound_at_least", "exactly": "bound_exactly"}
SENSES = {"<=": "bound_at_most", ">=": "bound_at_least", "==": "bound_exactly"}

PROGRAMME = Field("programme", "programme", "col_programme")
YEAR = Field("year", "year", "col_year", open=True)
LIMIT = (
    Field("share", "share", "rule_share", open=True),
    Field("amount", "money", "rule_amount", open=True),
)
OUTCOME = (
    Field("people", "number", "rule_people"),
    Field("of", "choice", "rule_counts", PEOPLE),
    Field("channel", "channel", "col_channel", open=True),
    Field("tier", "tier", "col_tier", open=True),
    YEAR,
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "programme_floor": (PROGRAMME, *LIMIT, YEAR),
    "programme_ceiling": (PROGRAMME, *LIMIT, YEAR),
    "earmark": (
        Field("programmes", "programmes", "rule_programmes", open=True),
        Field("tags", "tags", "rule_tags", open=True),
        Field("bound", "choice", "rule_bound", BOUNDS),
        *LIMIT,
        YEAR,
    ),
    "commitment": (
        PROGRAMME,
        Field("year", "year", "col_year"),
        Field("amount", "money", "rule_amount"),
    ),
    "ramp_limit": (
        PROGRAMME,
        Field("up.share", "share", "rule_up", open=True),
        Field("down.share", "share", "rule_down", open=True),
        Field("baseline", "money", "rule_baseline", open=True),
    ),
    "outcome_floor": OUTCOME,
    "outcome_ceiling": OUTCOME,
    "balance": (
        Field("of", "choice", "rule_counts", COUNTED),
        Field("part", "group", "rule_part"),
        Field("whole", "group", "rule_whole", open=True),
        Field("at_least", "share", "rule_at_least", open=True),
        Field("at_most", "share", "rule_at_most", open=True),
        YEAR,
    ),
    "equity": (
        Field("of", "choice", "rule_counts", COUNTED),
        Field("groups", "groups", "rule_groups"),
        Field("share", "share", "rule_equity"),
    ),
    "linear": (
        Field("terms.0.of", "choice", "rule_counts", SUMS),
        Field("terms.0", "group", "rule_part", open=True),
        Field("terms.0.coefficient", "number", "rule_factor"),
        Field("terms.1.of", "choice", "rule_counts_too", SUMS),
        Field("terms.1", "group", "rule_part_too", open=True),
        Field("terms.1.coefficient", "number", "rule_factor_too", open=True),
        Field("sense", "choice", "rule_bound", SENSES),
        Field("rhs", "number", "rule_rhs"),
    ),
    "requires": (
        Field("line.programme", "programme", "col_programme"),
        Field("only_if.programme", "programme", "rule_only_if"),
        Field("at_least", "money", "rule_open_from", open=True),
        Field("lag_years", "years", "rule_lag", open=True),
    ),
    "either_or": (
        Field("among", "lines", "rule_programmes"),
        Field("bound", "choice", "rule_bound", OPEN_LINES),
        Field("count", "count", "rule_count"),
        Field("minimum", "money", "rule_open_from", open=True),
    ),
}
"""The fields of each kind, in the order in which they are asked."""


def groups(scenario: api.Scenario, of: str) -> list[tuple[str, str]]:
    """Groups that a rule may speak of that counts `of`, as entry and name."""
    objective = scenario.objective
    if of == "spending":
        return [("programme", p) for p in scenario.programmes]
    return [
        *(("channel", c) for c in objective.channels),
        *(("tier", t) for t in objective.tiers),
    ]


def tags(scenario: api.Scenario) -> list[str]:
    """Every tag of programmes and activities."""
    found = [t for p in scenario.programmes.values() for t in p.tags]
    found += [
        t for p in scenario.programmes.values() for a in p.activities.values() for t in a.tags
    ]
    return sorted(set(found))


def free_name(scenario: api.Scenario) -> str:
    """An identifier that no rule has."""
    known = {r.id for r in scenario.rules}
    return next(name for n in range(1, len(known) + 2) if (name := f"added-{n}") not in known)


def rule_of(
    kind: str, answers: Mapping[str, Any], name: str, words: Mapping[str, str]
) -> dict[str, Any]:
    """The rule of the answers by path; `words` are its owner and reason. Not yet checked."""
    rule: dict[str, Any] = {"id": name, "kind": kind, **words}
    for field in FIELDS[kind]:
        answer = answers.get(field.path)
        if answer is None or answer == ANY or answer == []:
            continue
        put(rule, field.path.split("."), _plain(field, answer))
    if kind == "linear":
        terms = rule.pop("terms", {})
        rule["terms"] = [t for t in (terms.get("0"), terms.get("1")) if t and "coefficient" in t]
    return rule


def _plain(field: Field, answer: Any) -> Any:
    """An answer as a document writes it."""
    if field.asks == "group":
        return dict([answer])
    if field.asks == "groups":
        return {f"{kind}-{name}": {kind: name} for kind, name in answer}
    if field.asks == "lines":
        return [{"programme": p} for p in answer]
    return int(answer) if field.asks in ("year", "count", "years") else answer


def incomplete(kind: str, answers: Mapping[str, Any]) -> Sequence[Field]:
    """Fields that still need an answer."""
    return [
        f
        for f in FIELDS[kind]
        if not f.open and (answers.get(f.path) is None or answers[f.path] in (ANY, []))
    ]
