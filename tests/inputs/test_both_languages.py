"""Every issue is stated in English and in Korean, and the Korean says as much as the English."""

from __future__ import annotations

import ast
import copy
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.cli import main
from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue, suggest
from optimizer.formulation.uncertain import factors
from optimizer.i18n import in_a_row
from optimizer.inputs.layout import entries
from optimizer.inputs.load import change_scenario, load_scenario
from optimizer.inputs.meanings import groups, meaning
from optimizer.inputs.overlay_layout import Overlay
from tests.both_languages import NAMES, Said, is_korean, missing, wrong

ROOT = Path(__file__).resolve().parents[2]
GOOD = ROOT / "tests" / "broken" / "good.yaml"
SOURCES = sorted((ROOT / "optimizer").rglob("*.py"))

# --- the source -----------------------------------------------------------------------------------


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a name in the package, with its place."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = node.func
                if getattr(called, "id", getattr(called, "attr", "")) == name:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_no_issue_is_built_from_plain_strings() -> None:
    plain = [
        where
        for where, call in calls("Issue")
        if any(isinstance(a, ast.Constant | ast.JoinedStr) for a in call.args[1:])
    ]
    assert plain == []
    assert len(list(calls("Issue"))) > 100


def test_the_measure_itself_tells_bad_korean() -> None:
    assert missing("Plain.") == ["no Korean"]
    assert missing(Said("Give 'a' or 2.", "'a' 또는 2 기재.")) == []
    assert missing(Said("Give 'a' or 2.", "'a' 또는 3 기재.")) == ["number 2"]
    assert missing(Said("Give 'a' or `b`.", "'a' 기재.")) == ["name b"]
    assert missing(Said("Give it.", "Give it.")) == ["not Korean"]
    assert missing(Said("Give it.", "값 기재")) == ["no end"]
    assert missing(Said("x.", "값. This was left in English here.")) == ["English"]


# --- texts in two languages -----------------------------------------------------------------------


def test_a_text_keeps_its_korean() -> None:
    text = Said("one", "하나")
    assert text == "one"
    assert [text.in_(language) for language in ("en", "ko")] == ["one", "하나"]
    for other in (copy.deepcopy(text), pickle.loads(pickle.dumps(text))):
        assert (other, other.in_("ko")) == ("one", "하나")
    both = text + " " + Said("two", "둘")
    assert (both, both.in_("ko")) == ("one two", "하나 둘")
    row = in_a_row([text, both], Said(" and ", ", "))
    assert (row, row.in_("ko")) == ("one and one two", "하나, 하나 둘")


@pytest.mark.parametrize("known", [["visa"], ["a", "b"], [], [str(i) for i in range(20)]])
def test_suggestions_are_in_both_languages(known: list[str]) -> None:
    assert missing(suggest("vissa", known)) == []


def test_all_problems_read_in_one_language() -> None:
    issue = Issue("plan, row 3", Said("No.", "없음."), Said("Give one.", "기재."))
    fault = InvalidInput([issue, Issue("budget.total", issue.problem, issue.remedy)])
    assert str(fault) == fault.told("en")
    assert fault.told("en").startswith("2 problems in the input:\n- plan, row 3: No. Give one.\n")
    assert fault.told("ko").startswith("입력 오류 2건:\n- 배분안, 3행: 없음. 기재.\n")
    assert issue.in_language("en") == issue
    assert str(issue.in_language("ko")) == issue.told("ko") == "배분안, 3행: 없음. 기재."


@pytest.mark.parametrize(
    ("where", "korean"),
    [
        ("budget.total", "budget.total"),
        ("rules.row-3.column", "rules.row-3.column"),
        ("a.yaml, line 4, column 2", "a.yaml, 4번째 줄, 2번째 글자"),
        ("a.yaml: rules[0]", "a.yaml: rules[0]"),
        ("document: base", "문서: base"),
        ("parameters.csv, row 7 (stay_a), column grade", "parameters.csv, 7행 (stay_a), grade 열"),
        ("columns.csv, table sources", "columns.csv, sources 표"),
        ("scenario nothing", "시나리오 nothing"),
        ("--set budget.total", "--set budget.total"),
    ],
)
def test_places_read_in_korean(where: str, korean: str) -> None:
    issue = Issue(where, Said("No.", "없음."), Said("Give one.", "기재."))
    assert issue.in_language("ko").where == korean


# --- the layout -----------------------------------------------------------------------------------


def test_every_entry_of_the_layout_has_its_korean_meaning() -> None:
    found = groups()
    assert {Scenario, Overlay} < set(found)
    for group in found:
        for name in entries(group):
            told = meaning(group, name)
            assert told is not None, (group, name)
            assert is_korean(told.in_("ko")), (group, name)
            quoted = [a or b for a, b in NAMES.findall(told)]
            assert [q for q in quoted if q not in told.in_("ko")] == [], (group, name)


# --- what is refused ------------------------------------------------------------------------------


def refused(ask: Any) -> None:
    """What is refused is refused in both languages; a test listens for that as well."""
    with pytest.raises(InvalidInput) as fault:
        ask()
    assert [words for issue in fault.value.issues for words in wrong(issue)] == []


ROWS: list[list[Any]] = [
    [{"programme": "visas", "year": 2025, "spending": 1}],
    [{"programme": "visa", "year": 1999, "spending": 1}],
    [{"programme": "visa", "year": "x", "spending": "much"}],
    [{"programme": "visa", "year": 2025, "spending": -1}],
    [{"programme": "visa"}],
    ["visa"],
]


@pytest.mark.parametrize("rows", ROWS)
def test_faults_of_plans(rows: list[Any]) -> None:
    refused(lambda: api.allocation_of(rows, load_scenario(GOOD)))


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", None), ("a.json", "{"), ("b.json", "{}"), ("c.json", "5")]
)
def test_faults_of_files_of_plans(tmp_path: Path, name: str, text: str | None) -> None:
    path = tmp_path / name
    if text is not None:
        path.write_text(text, encoding="utf-8")
    refused(lambda: api.load_allocation(path, load_scenario(GOOD)))


QUESTIONS = {
    "additional money": lambda s: api.extra(s, -1.0),
    "an outcome": lambda s: api.trade_off(s, "objective", "nobody"),
    "twice the same outcome": lambda s: api.trade_off(s, "net_people", "net_people"),
    "no stretch": lambda s: api.budget_curve(s, 5.0, 1.0),
    "no rule": lambda s: api.budget_curve(s, along="nothing"),
    "no programme": lambda s: api.why_not(s, "visas", share=0.1),
    "nothing to force": lambda s: api.why_not(s, "visa"),
    "no amount": lambda s: api.why_not(s, "visa", amount=-1.0),
    "no slack": lambda s: api.room(s, slack=2.0, plans=-1),
    "no criterion": lambda s: api.robust(s, criterion="luck"),
    "one scenario": lambda s: api.compare([s]),
    "few draws": lambda s: api.draw(s, 0),
    "few draws of programmes": lambda s: api.track_record(draws=5),
    "no country": lambda s: api.country_scenario("ZZZ"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_questions_that_cannot_be_asked(name: str) -> None:
    refused(lambda: QUESTIONS[name](load_scenario(GOOD)))


def test_uncertainty_that_cannot_be() -> None:
    scenario = load_scenario("korea-2025")
    names = list(factors(scenario).names)[:3]
    pairs = [(0, 1, 1.0), (1, 2, 1.0), (0, 2, -1.0)]
    correlations = [{"between": [names[i], names[j]], "rank": r} for i, j, r in pairs]
    changed = change_scenario(scenario, {"uncertainty": {"correlations": correlations}})
    refused(lambda: api.draw(changed, 5))


@pytest.mark.parametrize(
    "changes",
    [
        {"budget": {"totl": 5}, "programmes": {"none": {}}, "rules": {"none": None, "9": None}},
        {"pathways": {"comes": {"bands": {"7": None}}}, "budget": {"by_year": {"1999": 5}}},
    ],
)
def test_faults_of_changes(changes: dict[str, Any]) -> None:
    refused(lambda: change_scenario(load_scenario(GOOD), changes))


COMMANDS: list[list[str]] = [
    ["solve", "nothing"],
    ["solve", "nothing.yaml"],
    ["solve", str(GOOD), "--set", "budget.total"],
    ["solve", str(GOOD), "--set", "budget.total=["],
    ["solve", str(GOOD), "--set", "budget.total=-1"],
    ["bundle", str(GOOD)],
    ["report", str(GOOD), "--format", "pdf", "--draws", "-1"],
    ["robust", str(GOOD), "--level", "2", "--gamma", "-1"],
    ["check-solution", str(GOOD), "--solution", "nothing.sol"],
    ["import", "nothing.xlsx"],
    ["verify", "nothing.zip"],
    ["validate", str(ROOT / "tests" / "broken" / "documents" / "everything_at_once.yaml")],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_commands_answer_in_the_language_asked_for(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--lang", "ko"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("입력 오류 ")
    assert all(is_korean(line) for line in said)
    assert main(words) == 2
    assert "in the input:" in capsys.readouterr().err
