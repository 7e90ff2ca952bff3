"""Whatever happens to a document, it loads or every problem is told in a planner's words."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings, strategies as st

from optimizer.errors import InvalidInput, Issue
from optimizer.inputs.load import complete, load_evidence, scenario_of, shipped_scenarios
from optimizer.inputs.read import read_file
from optimizer.inputs.structure import build
from optimizer.inputs.tree import at, put

JARGON = re.compile(
    r"pydantic|Input should|Field required|Traceback|NoneType|unreadable--|\[key\]"
    r"|cannot be read here"
)
KOREA = complete(read_file(shipped_scenarios()["korea-2025"]), load_evidence())
MORE_RULES = [
    {"id": "earmark", "kind": "earmark", "programmes": ["gpu_access"], "share": 0.1},
    {"id": "signed", "kind": "commitment", "programme": "gpu_access", "year": 2025, "amount": 5},
    {"id": "slowly", "kind": "ramp_limit", "programme": "gpu_access", "up": {"share": 0.5}},
    {"id": "stars", "kind": "outcome_floor", "people": 1, "tier": "S"},
    {"id": "mix", "kind": "balance", "part": {"channel": "attracted"}, "at_least": 0.1},
    {"id": "fair", "kind": "equity", "groups": {"s": {"tier": "S"}, "a": {"tier": "A"}},
     "share": 0.1},
    {"id": "free", "kind": "linear", "terms": [{"of": "net"}], "sense": ">=", "rhs": 1},
    {"id": "after", "kind": "requires", "line": {"programme": "gpu_access"},
     "only_if": {"programme": "visa_fast_track"}, "at_least": 5},
    {"id": "few", "kind": "either_or", "count": 1,
     "among": [{"programme": "gpu_access"}, {"programme": "visa_fast_track"}]},
]  # fmt: skip
SIGNED = {"owner": "Ministry", "reason": "Policy"}
DOCUMENT = {**KOREA, "rules": [*KOREA["rules"], *({**rule, **SIGNED} for rule in MORE_RULES)]}


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    members: Any = ()
    if isinstance(value, dict | list):
        members = value.items() if isinstance(value, dict) else enumerate(value)
    for step, part in members:
        yield from places(part, (*path, step))


PLACES = list(places(DOCUMENT))
ODD = (
    st.none()
    | st.booleans()
    | st.integers(-(10**400), 10**400)
    | st.integers(-3, 3000)
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["S", "gpu_access", "2025", "18,000", "3 %", "", "\ud800", "kind", "x" * 99])
    | st.sampled_from([[], {}, [[]], {"": {}}, {"ref": "x"}, {"ref": 1}, {"value": "5"}])
    | st.sampled_from([{"product": [{"product": [1, "x"]}]}, {"bands": []}, {"curve": "hill"}])
    | st.sampled_from([{"value": 1, "low": 2}, {"value": 1, "lwo": 2}, {"2025": 1}, {"x": 1}])
    | st.lists(st.integers(), max_size=2)
)


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """The Korean document with a few entries replaced, removed, added or renamed."""
    document: Any = copy.deepcopy(DOCUMENT)
    for _ in range(draw(st.integers(1, 6))):
        path = draw(st.sampled_from(PLACES))
        holder, step = at(document, path[:-1]), path[-1]
        if not isinstance(holder, dict | list) or at(document, path) is None:
            continue
        match draw(st.sampled_from(["replace", "remove", "add", "rename", "swap"])):
            case "replace":
                put(document, path, draw(ODD))
            case "remove":
                del holder[step]  # type: ignore[arg-type]
            case "add" if isinstance(holder, dict):
                holder[draw(st.text(max_size=3) | st.sampled_from(["value", "id"]))] = draw(ODD)
            case "rename" if isinstance(holder, dict):
                holder[draw(st.sampled_from([f"{step}s", "1", "2025", ""]))] = holder.pop(step)
            case "swap":
                other = at(document, draw(st.sampled_from(PLACES)))
                put(document, path, copy.deepcopy(other))
    return document


def issues_of(document: Any) -> tuple[Issue, ...]:
    try:
        scenario_of(document)
    except InvalidInput as fault:
        return fault.issues
    return ()


def test_the_undamaged_document_is_sound() -> None:
    assert issues_of(DOCUMENT) == ()


@given(damaged())
@settings(max_examples=150)
def test_damage_is_told_and_nothing_else_is_raised(document: Any) -> None:
    before = copy.deepcopy(document)
    for issue in issues_of(document):
        assert issue.where
        assert not JARGON.search(f"{issue.where} {issue.problem} {issue.remedy}")
        assert issue.problem.endswith(".")
        assert issue.remedy.endswith((".", "?", "…"))
    assert repr(document) == repr(before)


@given(damaged())
@settings(max_examples=100)
def test_stand_ins_always_make_the_rest_readable(document: Any) -> None:
    scenario, issues, unread = build(document)
    assert scenario is not None
    assert bool(unread) <= bool(issues)


@given(ODD)
def test_anything_at_the_top_is_told(document: Any) -> None:
    assert issues_of(document)
