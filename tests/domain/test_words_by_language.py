"""Titles are words by language, of any language, from the document to the workbook and back."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from optimizer.api import desk as api
from optimizer.domain.base import Text
from optimizer.errors import InvalidInput
from optimizer.inputs.evidence import read_evidence
from optimizer.inputs.load import scenario_of
from optimizer.inputs.shipped import data_folder

GOOD = Path(__file__).resolve().parents[1] / "broken" / "good.yaml"
THREE = {"en": "Visa", "ko": "비자", "pt-BR": "Visto"}
TITLES: list[tuple[Any, dict[str, str]]] = [
    ("Visum", {"en": "Visum", "ko": "Visum", "xx": "Visum"}),
    (THREE, {"en": "Visa", "ko": "비자", "pt-BR": "Visto", "de": "Visa"}),
    ({"en": "Visa"}, {"en": "Visa", "ko": "Visa"}),
    ({"ko": "비자"}, {"en": "비자", "ko": "비자", "de": "비자"}),
    ({"de": "Visum"}, {"en": "Visum", "ko": "Visum"}),
    ({"en": "Visa", "ko": ""}, {"ko": "Visa"}),
]
WRONG = [
    ({}, "programmes.visa.title", "At least 1 entry is needed here."),
    ({"Korean": "비자"}, "programmes.visa.title.Korean", "'Korean' is no code of a language."),
    ({"en": 5}, "programmes.visa.title.en", "A text is expected here."),
    (["Visa"], "programmes.visa.title", "A text is expected here."),
    (5, "programmes.visa.title", "A text is expected here."),
]


def document(title: Any) -> dict[str, Any]:
    """A document with this title of a programme."""
    found = json.loads(json.dumps(yaml.safe_load(GOOD.read_text(encoding="utf-8"))))
    visa = {**found["programmes"]["visa"], "title": title}
    return found | {"programmes": {**found["programmes"], "visa": visa}}


@pytest.mark.parametrize(("title", "said"), TITLES)
def test_a_title_says_what_it_has_and_english_for_the_rest(
    title: Any, said: dict[str, str], tmp_path: Path
) -> None:
    scenario = scenario_of(document(title))
    read = scenario.programmes["visa"].title
    assert read is not None
    assert {language: read.in_(language) for language in said} == said
    jsonschema.validate(document(title), api.json_schema())
    book = tmp_path / "book.xlsx"
    book.write_bytes(api.report(scenario, "xlsx", draws=0))
    again = api.import_workbook(book)
    assert again.document == scenario.document
    assert api.document_text(again) == api.document_text(scenario)


def test_an_overlay_adds_a_language_and_takes_one_away() -> None:
    base = scenario_of(document(THREE))
    moved = api.change_scenario(
        base, {"programmes": {"visa": {"title": {"ko": None, "ja": "ビザ"}}}}
    )
    assert moved.document["programmes"]["visa"]["title"] == {
        "en": "Visa", "pt-BR": "Visto", "ja": "ビザ",
    }  # fmt: skip
    assert api.best_plan(moved).objective == api.best_plan(base).objective


@pytest.mark.parametrize(("title", "where", "problem"), WRONG)
def test_other_things_are_no_words(title: Any, where: str, problem: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        scenario_of(document(title))
    (issue,) = caught.value.issues
    assert (issue.where, str(issue.problem)) == (where, problem)
    assert issue.remedy
    assert list(jsonschema.Draft202012Validator(api.json_schema()).iter_errors(document(title)))


def test_a_rule_needs_an_owner_in_every_language_that_it_names() -> None:
    found = document("Visa")
    found["rules"] = [{**found["rules"][0], "owner": {"en": "Office", "ko": ""}}]
    with pytest.raises(InvalidInput) as caught:
        scenario_of(found)
    assert [str(issue.problem) for issue in caught.value.issues] == ["The text is empty."]


def test_tables_may_have_further_languages(tmp_path: Path) -> None:
    for path in data_folder().glob("*.csv"):
        shutil.copy(path, tmp_path)
    declared = tmp_path / "columns.csv"
    row = "vocabulary,title_ja,text,,no,Japanese display\n"
    declared.write_text(declared.read_text(encoding="utf-8") + row, encoding="utf-8")
    table = tmp_path / "vocabulary.csv"
    with table.open(encoding="utf-8", newline="") as file:
        head, *rows = list(csv.reader(file))
    with table.open("w", encoding="utf-8", newline="") as file:
        own = [[*r, "韓国" if r[:2] == ["country", "KOR"] else ""] for r in rows]
        csv.writer(file).writerows([[*head, "title_ja"], *own])
    evidence = read_evidence(tmp_path)
    said = [evidence.title("country", "KOR").in_(language) for language in ("en", "ko", "ja", "de")]
    assert said == ["Korea", "한국", "韓国", "Korea"]
    assert evidence.title("country", "USA").in_("ja") == "United States"


def test_words_are_values() -> None:
    assert Text(en="a", ko="b") == Text({"ko": "b", "en": "a"})
    assert len({Text(en="a", ko="b"), Text(ko="b", en="a"), Text(en="a")}) == 2
