"""Documents and numbers have limits, told with place and remedy before any work is spent."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from optimizer.domain.limits import MOST_BYTES, MOST_ENTRIES, MOST_LETTERS, MOST_MEMBERS
from optimizer.errors import InvalidInput, Issue
from optimizer.inputs.load import change_scenario, load_scenario, scenario_of, shipped_scenarios
from optimizer.inputs.overlay import setting
from optimizer.inputs.read import read_file, read_text
from tests.tiny import tiny

KOREA = load_scenario("korea-2025")
TINY = scenario_of(tiny())
FLOOR = {"id": "f", "kind": "programme_floor", "programme": "p", "owner": "Me", "reason": "Me"}


def issues_of(text: str) -> tuple[Issue, ...]:
    with pytest.raises(InvalidInput) as caught:
        scenario_of(read_text(text))
    assert all(i.where and i.problem and i.remedy for i in caught.value.issues)
    return caught.value.issues


def bomb(kind: str, levels: int = 12) -> str:
    """A few hundred bytes that stand for 10 to the power of `levels` entries."""
    open_, shut = {"merge": ("{<<: [", "]}"), "list": ("[", "]"), "group": ("{", "}")}[kind]
    lines = ["a0: &a0 {k: 1}"]
    for n in range(1, levels):
        inner = ", ".join(
            f"k{i}: *a{n - 1}" if kind == "group" else f"*a{n - 1}" for i in range(10)
        )
        lines.append(f"a{n}: &a{n} {open_}{inner}{shut}")
    return "\n".join(lines)


@pytest.mark.parametrize("kind", ["merge", "list", "group"])
def test_aliases_that_multiply_are_refused_where_they_grow_too_large(kind: str) -> None:
    (issue,) = issues_of(bomb(kind))
    assert issue.where == "document, line 6"  # 10^5 entries and what leads to them
    assert f"{MOST_ENTRIES:,}" in issue.problem
    assert "aliases" in issue.remedy


def test_a_chain_of_merges_within_the_limit_is_read() -> None:
    assert read_text(bomb("merge", 4))["a3"] == {"k": 1}


@pytest.mark.parametrize("text", ["a: &a {b: *a}", "a: &a [*a]", "a: &a {<<: *a}"])
def test_only_what_refers_to_itself_is_told_to(text: str) -> None:
    (issue,) = issues_of(text)
    assert issue.problem == "The document refers to itself."


def test_long_lists_and_many_programmes_are_refused_by_their_number() -> None:
    many = tiny()
    many["programmes"] = {f"p{i}": many["programmes"]["p"] for i in range(10_000)}
    with pytest.raises(InvalidInput) as caught:
        scenario_of(many)
    (issue,) = caught.value.issues
    assert issue.where == "programmes"
    assert issue.problem == f"There are 10,000 members here; at most {MOST_MEMBERS:,} are read."


def test_large_real_documents_pass() -> None:
    large = tiny()
    large["programmes"] = {f"p{i}": large["programmes"]["p"] for i in range(MOST_MEMBERS)}
    assert len(scenario_of(large).programmes) == MOST_MEMBERS
    sizes = [path.stat().st_size for path in shipped_scenarios().values()]
    assert max(sizes) * 100 < MOST_BYTES


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    with pytest.raises(InvalidInput, match="more than 4 MB"):
        read_file(path)


def test_a_long_text_is_refused() -> None:
    (issue,) = issues_of(f"title: {'x' * (MOST_LETTERS + 1)}")[:1]
    assert "letters" in issue.problem


def test_too_many_decisions_are_refused() -> None:
    many = tiny()
    many["years"] = {"first": 2025, "last": 2060}
    many["programmes"] = {f"p{i}": many["programmes"]["p"] for i in range(900)}
    with pytest.raises(InvalidInput, match="decisions"):
        scenario_of(many)


def test_thousands_of_problems_are_cut_short() -> None:
    broken = tiny()
    broken["programmes"] = {f"p{i}": {"foo": i} for i in range(1000)}
    issues = issues_of(json.dumps(broken))
    assert len(issues) == 501
    assert "more problems" in issues[-1].problem


@pytest.mark.parametrize("value", ["1e308", "1e300", "-1e300", ".nan", ".inf", "-.inf", "1e-320"])
@pytest.mark.parametrize("place", ["budget.total", "budget.by_year.2025", "objective.tiers.S"])
def test_numbers_without_sense_are_refused(place: str, value: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        load_scenario("korea-2025", [f"{place}={value}"])
    assert caught.value.issues[0].where == place


@pytest.mark.parametrize(("place", "most"), [("budget.total", 1e9), ("objective.tiers.S", 1e12)])
def test_the_largest_numbers_are_read(place: str, most: float) -> None:
    assert load_scenario("korea-2025", [f"{place}={most!r}"])
    with pytest.raises(InvalidInput) as caught:
        load_scenario("korea-2025", [f"{place}={most * 1.01!r}"])
    (issue,) = caught.value.issues
    assert issue.where == place
    assert f"{most:.15g}" in issue.remedy


@pytest.mark.parametrize("unit", ["KRW", "thousand KRW", "million KRW", "hundred million KRW"])
def test_the_limit_of_money_follows_its_unit(unit: str) -> None:
    """A thousand trillion won in each unit."""
    scale = {"KRW": 1.0, "thousand KRW": 1e3, "million KRW": 1e6, "hundred million KRW": 1e8}[unit]
    for total, legal in ((1e15 / scale, True), (1.1e15 / scale, False)):
        document = {**tiny(), "money": {"unit": unit}, "budget": {"total": total}}
        if legal:
            assert scenario_of(document).budget.total == total
        else:
            with pytest.raises(InvalidInput, match="1,000 trillion won"):
                scenario_of(document)


@pytest.mark.parametrize(
    "change",
    [
        {"programmes": {"p": {"activities": {"a": {"supply": {"bands": {"0": {"units": 1e31}}}}}}}},
        {"rules": [{**FLOOR, "amount": 1e10}]},
        {"programmes": {"p": {"activities": {"a": {"delivers": {"c": 1e13}}}}}},
        {"pathways": {"q": {"bands": {"0": {"net": 1e13}}}}},
        {"pathways": {"q": {"bands": {"0": {"people": 1e31}}}}},
        {"capacities": {"c": {"free": 1e31}}},
        {"programmes": {"p": {"indexation": 1e13}}},
        {"money": {"per_usd": 1e300}},
        {"objective": {"tiers": {"A": {"value": 1, "low": 0, "high": 1e200}}}},
    ],
)  # fmt: skip
def test_every_number_has_a_limit(change: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as caught:
        change_scenario(TINY, change)
    assert any(re.search("large|high end", i.problem) for i in caught.value.issues)


def test_bounds_that_nobody_reaches_are_legal() -> None:
    wide = {
        "pathways": {"q": {"bands": {"0": {"people": 1e20}}}},
        "capacities": {"c": {"free": 1e20}},
    }
    assert change_scenario(TINY, wide)


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        ("0,05", "0.05"), ("1,5", "1.5"), ("1.234,5", "1234.5"), ("1.234.567", "1234567"),
        ("18,000", "18000"), ("1,234,567.8", "1234567.8"), ("１２３", "123"),
        ("１，５００", "1500"),
        ("5 %", "0.05"), ("0,5%", "0.005"), ("５％", "0.05"), ("1 000", "1000"), ("−3", "-3"),
        ("1'000", "1000"), ("12,34,567", "1234567"), ("0,050", "0.050"),
    ],
)  # fmt: skip
def test_the_remedy_is_the_number_that_was_meant(given: str, remedy: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        change_scenario(KOREA, {"budget": {"total": given}})
    (issue,) = caught.value.issues
    assert re.search(rf" {re.escape(remedy)}(?![\d.]*\d)", issue.remedy)


def test_a_date_in_place_of_a_number_is_told() -> None:
    with pytest.raises(InvalidInput, match="format the cell as a number"):
        change_scenario(KOREA, {"budget": {"total": "2025-01-05"}})


def test_settings_have_the_limits_of_documents() -> None:
    with pytest.raises(InvalidInput, match="too deeply"):
        setting("a=" + "[" * 1000)
    with pytest.raises(InvalidInput, match="refers to itself"):
        setting("a=&a [*a]")
