"""Scenarios from files and back: nothing lost, nothing shown to another visitor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from streamlit.testing.v1 import AppTest

from optimizer.api import desk as api
from tests.ui.screen import open_desk, open_view, part
from ui.jobs import file_reading
from ui.moves import added_rules, levers, signed_document
from ui.panels import file_opening
from ui.state import documents

KOREA = api.load_scenario("korea-2025")
HEADER = {
    "id": "korea-2025-edited",
    "title": {"en": "Edited", "ko": "수정안"},
    "author": "Kim",
    "date": "2026-11-23",
    "reason": {"en": "Trial", "ko": "시험"},
}
RULE = {
    "id": "added-1",
    "kind": "programme_ceiling",
    "programme": "gpu_access",
    "share": 0.3,
    "owner": "Ministry",
    "reason": "No more than can be used.",
}
MOVES: dict[str, levers.Value] = {
    "budget": 9000.0,
    "floor.gpu_access": 0.2,
    "own.evidence.coef_ate_add": 0.7,
    "set.evidence.coef_ate_cap.low": 100.0,
    "set.rules.visa-floor.active": "false",
    "set.rules.institute-floor.owner": "Another workers",
    "set.pathways.fellow_comes.needs.fellow_post.years": 2.0,
}
ADDED = dict([added_rules.added(RULE)])
DROPPED = dict([added_rules.dropped("a-team-floor")])


def changed(values: levers.Values) -> api.Scenario:
    rules, moves = added_rules.split(values)
    ground = added_rules.applied(KOREA, rules)
    return api.change_scenario(ground, levers.overlay(ground, moves))


@pytest.mark.parametrize(
    "values", [{}, MOVES, MOVES | ADDED, MOVES | DROPPED, MOVES | ADDED | DROPPED]
)
def test_a_saved_document_opens_as_the_same_scenario(values: levers.Values) -> None:
    document = signed_document.whole(changed(values), HEADER)
    back = documents.read("saved.yaml", api.document_text(document).encode())
    assert back.fingerprint == document.fingerprint
    assert (back.author, back.date, back.id) == ("Kim", "2026-11-23", "korea-2025-edited")
    assert back.reason.in_("ko") == "시험"
    assert len(back.rules) == len(KOREA.rules) + len(values.keys() & ADDED) - len(
        values.keys() & DROPPED
    )


@pytest.mark.parametrize("values", [{}, MOVES, MOVES | ADDED, MOVES | DROPPED])
def test_the_changes_alone_open_as_the_same_scenario(values: levers.Values) -> None:
    document = signed_document.whole(changed(values), HEADER)
    changes = signed_document.overlay(KOREA, values, HEADER, document)
    assert changes is not None
    assert "programmes" not in changes["changes"]
    back = documents.read("changes.json", json.dumps(changes, ensure_ascii=False).encode())
    assert back.fingerprint == document.fingerprint


def test_rules_added_and_deleted_at_once_need_the_whole_document() -> None:
    values = ADDED | DROPPED
    assert (
        signed_document.overlay(
            KOREA, values, HEADER, signed_document.whole(changed(values), HEADER)
        )
        is None
    )


def link(at: AppTest, key: str) -> str:
    value = at.query_params[key]
    return value if isinstance(value, str) else value[0]


def upload(at: AppTest, name: str, content: bytes) -> AppTest:
    at.file_uploader(key="scenario-file").set_value([(name, content, "")]).run()
    assert not at.exception
    return at


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_sound_file_is_open_for_this_visitor_alone(language: str) -> None:
    document = signed_document.whole(changed(MOVES | ADDED), HEADER)
    at = open_view("scenarios", {"lang": language})
    upload(at, "mine.yaml", api.document_text(document).encode())
    title = HEADER["title"][language]  # type: ignore[index]
    assert title in part(at, "scenario-now")
    assert title in part(at, "file-open")
    name = link(at, "scenario")
    assert at.text_input(key=f"budget-{language}").value == {"en": "9", "ko": "90"}[language]
    other = open_view("scenarios", {"lang": language, "scenario": name})
    assert title not in part(other, "scenario-now")
    assert name in part(other, "ignored")
    assert name not in other.session_state["opened"]


def test_the_desk_offers_the_file_where_a_link_cannot_reach() -> None:
    at = open_desk({"lang": "en"})
    assert not any("no link can carry" in c.value for c in at.caption)
    at.session_state["opened"] = {"file-x": KOREA}
    at.session_state["choice"] = type(at.session_state["choice"])("file-x")
    at.session_state["touched"] = True
    at.run()
    assert not at.exception
    assert any("no link can carry" in c.value for c in at.caption)
    assert at.selectbox(key="scenario-chosen").value == "file-x"


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_faulty_file_lists_every_problem_and_loses_nothing(language: str) -> None:
    at = open_view("scenarios", {"lang": language, "budget": "9000"})
    document: dict[str, Any] = yaml.safe_load(api.document_text(KOREA))
    document["budget"]["totl"] = 1
    document["rules"][0]["share"] = 3.0
    document["years"]["first"] = 2035
    upload(at, "bad.yaml", yaml.safe_dump(document, allow_unicode=True).encode())
    told = part(at, "file-problems")
    assert all(word in told for word in ("bad.yaml", "budget.totl", "visa-floor", "years"))
    assert link(at, "budget") == "9000"
    upload(at, "worse.yaml", b"id: [unclosed\n")
    told = part(at, "file-problems")
    assert "worse.yaml" in told
    assert "budget.totl" not in told
    upload(at, "good.yaml", api.document_text(KOREA).encode())
    with pytest.raises(AssertionError, match="file-problems"):
        part(at, "file-problems")


def test_a_workbook_opens_and_its_faults_name_their_cells(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    file = tmp_path / "plan.xlsx"
    content = api.workbook(api.bare_plan(KOREA), "en")
    assert documents.read("plan.xlsx", content).fingerprint == KOREA.fingerprint
    file.write_bytes(content)
    book = load_workbook(file)
    row = next(
        (sheet, cell.row)
        for sheet in book
        for cell in sheet["A"]
        if cell.value == "evidence.coef_ate_add"
    )
    sheet, number = row
    place = next(c for c in sheet[number] if c.value == 0.3)
    place.value = "lots"
    book.save(file)
    with pytest.raises(api.InvalidInput, match=f"{sheet.title}!{place.coordinate}"):
        documents.read("plan.xlsx", file.read_bytes())


def test_a_document_cannot_read_files_of_the_machine(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("schema: 1\nid: hidden-word\n", encoding="utf-8")
    for base in (str(secret), str(secret.with_suffix("")), "../secret"):
        overlay = {"schema": 1, "id": "thief", "base": base, "changes": {}}
        with pytest.raises(api.InvalidInput) as fault:
            documents.read("thief.yaml", yaml.safe_dump(overlay).encode())
        assert "hidden-word" not in str(fault.value)
        assert "There is no scenario called" in str(fault.value)


@pytest.mark.parametrize("name", ["../../escape.yaml", "C:\\x\\y.yaml", "a/b.json"])
def test_only_the_name_of_a_file_counts(name: str) -> None:
    assert documents.read(name, api.document_text(KOREA).encode()).fingerprint == KOREA.fingerprint


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_file_beyond_the_limit_is_refused_by_its_name(language: str) -> None:
    at = open_view("scenarios", {"lang": language})
    upload(at, "large.yaml", b"#" * (5 << 20))
    told = part(at, "file-problems")
    assert "large.yaml" in told
    assert "tmp" not in told
    upload(at, "huge.yaml", b"#" * ((file_opening.LARGEST << 20) + 1))
    assert {"en": "more than 20 MB", "ko": "20MB"}[language] in part(at, "file-problems")


def test_more_programmes_than_a_page_can_show_are_refused() -> None:
    document: dict[str, Any] = json.loads(json.dumps(yaml.safe_load(api.document_text(KOREA))))
    one = document["programmes"]["visa_fast_track"]
    document["programmes"] |= {f"p{n}": one for n in range(file_reading.LARGEST["programmes"])}
    with pytest.raises(api.InvalidInput, match="at most 100"):
        file_reading.read("many.json", json.dumps(document).encode())
