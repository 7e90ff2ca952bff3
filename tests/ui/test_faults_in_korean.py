"""On the Korean page every fault of a link or a file is told in Korean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from optimizer.api import desk as api
from tests.both_languages import ENGLISH, SHOWN, is_korean
from tests.ui.screen import open_view, part
from ui.state import documents

BROKEN = Path(__file__).resolve().parents[1] / "broken"
KOREAN = {"lang": "ko"}


def issues_of(ask: Callable[[], object]) -> tuple[api.Issue, ...]:
    with pytest.raises(api.InvalidInput) as fault:
        ask()
    return fault.value.issues


def assert_korean(told: str, issues: Iterable[api.Issue]) -> None:
    """Every issue stands there in Korean, and no sentence of any of them in English."""
    for issue in issues:
        for text in (issue.problem, issue.remedy):
            assert is_korean(text.in_("ko"))
            assert " ".join(text.in_("ko").split()) in " ".join(told.split())
            assert str(text) not in told
    assert ENGLISH.search(SHOWN.sub("", told)) is None


def test_faults_of_a_link() -> None:
    at = open_view("plan", {**KOREAN, "set.money.per_usd": "-5", "set.years.first": "5000"})
    changes = {"money": {"per_usd": -5}, "years": {"first": 5000}}
    scenario = api.load_scenario("korea-2025")
    issues = issues_of(lambda: api.change_scenario(scenario, changes))
    assert {"money.per_usd", "years.first"} & {issue.where for issue in issues}
    assert_korean(part(at, "state-invalid"), issues)


DOCUMENTS = [
    "everything_at_once",
    "tabs",
    "floor_with_both",
    "unknown_rule_kind",
    "overlay_with_strays",
    "list_at_top",
]


def test_faults_of_an_opened_document() -> None:
    at = open_view("scenarios", KOREAN)
    for name in DOCUMENTS:
        path = BROKEN / "documents" / f"{name}.yaml"
        content = path.read_bytes()
        issues = issues_of(lambda: documents.read(path.name, content))  # noqa: B023
        upload = [(path.name, content, "application/yaml")]
        at.file_uploader(key="scenario-file").set_value(upload).run()
        assert not at.exception
        assert_korean(part(at, "file-problems"), issues)


def test_faults_of_a_plan_of_ones_own() -> None:
    at = open_view("my_plan", KOREAN)
    file = "programme,year,spending\nmoon,2025,1\ngpu_access,1999,1\ngpu_access,2025,lots\n"
    at.file_uploader(key="hand-file").set_value([("mine.csv", file.encode(), "text/csv")]).run()
    told = part(at, "hand-faults")
    rows = [
        {"programme": "moon", "year": 2025, "spending": 1},
        {"programme": "gpu_access", "year": 1999, "spending": 1},
        {"programme": "gpu_access", "year": 2025, "spending": "lots"},
    ]
    scenario = api.load_scenario("korea-2025")
    assert_korean(told, issues_of(lambda: api.allocation_of(rows, scenario)))
    assert "mine.csv, 2행" in told
