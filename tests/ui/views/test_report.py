"""Report: what is made is what the command makes, and says so."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

import pytest

from optimizer.api import desk as api
from tests.ui.screen import open_view, part, settled, words
from ui.jobs import pool
from ui.moves import own_plan
from ui.report_forms import FORMS, MEMOS, Order

KOREA = api.load_scenario("korea-2025")


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_file_is_made_on_request_and_equals_the_command_s(language: str) -> None:
    at = open_view("report", {"lang": language})
    at.selectbox(key="choose-report-form").set_value("lp").run()
    assert not at.get("download_button")
    at.button(key="start-report").click().run()
    at = settled(at)
    assert not at.exception
    order = Order(KOREA, "lp", language, 0)
    status = pool.worker_pool().status(order.task)
    assert status is not None
    assert status.answer == api.report(KOREA, "lp", language=language)
    assert order.command in status.answer.decode()
    assert [code.value for code in at.code] == [order.command]
    assert part(at, "ready")
    assert "korea-2025.lp" in at.get("download_button")[0].proto.label


@pytest.mark.parametrize("language", api.LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_what_it_is_and_how_to_repeat_it(form: str, language: str) -> None:
    at = open_view("report", {"lang": language})
    at.selectbox(key="choose-report-form").set_value(form).run()
    assert not at.exception
    assert part(at, "form-is")
    assert KOREA.fingerprint in part(at, "fingerprint")
    command = at.code[0].value
    assert command.endswith(f"--out korea-2025.{form}")
    assert ("--seed" in command) == (form in (*MEMOS, "xlsx"))
    assert any(button.key == "start-preview" for button in at.button) == (form in MEMOS)


def test_every_format_of_the_engine_is_offered() -> None:
    assert set(api.REPORT_FORMATS) <= set(FORMS)


def test_the_bundle_names_the_command_that_is_shown() -> None:
    order = Order(KOREA, "zip", "en", 0)
    made = order.task.work(KOREA, *order.task.arguments, watch=api.Watch())
    manifest = json.loads(zipfile.ZipFile(BytesIO(made)).read("manifest.json"))
    assert manifest["command"] == order.command


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_moved_levers_bring_their_document_along(language: str) -> None:
    at = open_view("report", {"lang": language, "budget": "9000"})
    assert "korea-2025.yaml" in at.code[0].value
    assert any(b.key == "report-document" for b in at.get("download_button"))


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_a_plan_made_by_hand_can_be_reported(language: str) -> None:
    hand = (("gpu_access", 2025, 1500.0),)
    at = open_view("report", {"lang": language, "mine": own_plan.encode(hand)})
    assert "--plan" not in at.code[0].value
    at.button_group(key="choose-report-plan").set_value("mine").run()
    assert not at.exception
    assert "--plan plan.csv" in at.code[0].value
    assert any(b.key == "report-plan-csv" for b in at.get("download_button"))
    at.selectbox(key="choose-report-form").set_value("mps").run()
    assert "--plan" not in at.code[0].value


@pytest.mark.parametrize("form", ["html", "xlsx"])
def test_a_file_is_of_the_plan_and_the_draws_chosen(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = (("gpu_access", 2025, 1500.0),)
    asked: list[tuple[object, ...]] = []

    def noted(scenario: api.Scenario, form: str, **options: object) -> bytes:
        watched = options.pop("watch", None) is not None
        asked.append((scenario, form, options, watched))
        return b""

    monkeypatch.setattr(api, "report", noted)
    order = Order(KOREA, form, "ko", 50, hand)
    order.task.work(KOREA, *order.task.arguments, watch=api.Watch())
    given = {("gpu_access", 2025): 1500.0}
    options: dict[str, object] = {"language": "ko", "allocation": given}
    assert asked == [(KOREA, form, options | {"draws": 50}, True)]


@pytest.mark.parametrize("language", api.LANGUAGES)
def test_the_popover_leads_here(language: str) -> None:
    at = open_view("report", {"lang": language})
    assert {"en": "Take the plan away", "ko": "배분안 보고서"}[language] in words(at)
