"""`solve --json` has every promised entry for every kind of answer, and only plain numbers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from optimizer import cli
from optimizer.api import desk as api
from optimizer.lp.solution import Solution
from optimizer.results.build import build_plan
from optimizer.results.sentences import with_sentences

DOCUMENTS = Path(__file__).parents[1] / "textbook" / "documents"
PROMISED = {
    "scenario", "versions", "status", "objective", "measure", "certificate", "money_unit",
    "budget", "spent", "unspent", "allocation", "activities", "capacities", "people", "totals",
    "binding",
}  # fmt: skip
CASES = {
    "best": ["korea-2025"],
    "nothing": ["korea-2025", "--budget", "0"],
    "later": ["korea-2025", "--set", "budget.payment=yearly"],
    "whole": [str(DOCUMENTS / "health_council.yaml")],
    "bands": [str(DOCUMENTS / "win_big.yaml")],
}


def strictly(text: str) -> Any:
    """JSON without the NaN and Infinity that Python would let pass."""

    def refuse(word: str) -> None:
        raise AssertionError(f"{word} is no JSON")

    return json.loads(text, parse_constant=refuse)


@pytest.mark.parametrize("case", CASES)
def test_every_answer_has_every_entry(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["solve", *CASES[case], "--json"]) == 0
    said = capsys.readouterr()
    answer = strictly(said.out)
    assert set(answer) >= PROMISED
    assert said.err == ""
    assert answer["certificate"]["passed"] is True
    assert answer["whole_numbers"] == (case == "whole")
    assert (answer["certificate"]["dual_residual"] is None) == (case == "whole")
    assert answer["proved_within"] <= 1e-6 * max(1.0, answer["objective"])
    assert answer["spent"] + answer["unspent"] == pytest.approx(answer["budget"])
    assert all(row["sentence"] for row in answer["binding"])


def test_a_conflict_has_every_entry_too(capsys: pytest.CaptureFixture[str]) -> None:
    rules = ["--set", "rules.gpu-floor.share=0.6", "--set", "rules.a-team-floor.share=0.6"]
    assert cli.main(["solve", "korea-2025", *rules, "--json"]) == 3
    answer = strictly(capsys.readouterr().out)
    assert set(answer) >= PROMISED
    assert answer["status"] == "infeasible"
    assert answer["objective"] is None
    assert answer["allocation"] == answer["people"] == answer["binding"] == []


@pytest.mark.parametrize(
    ("status", "code", "word"),
    [
        (api.Status.STOPPED, 4, "stopped"),
        (api.Status.FAILED, 1, "certificate"),
        (api.Status.UNBOUNDED, 1, "Nothing limits"),
    ],
)
def test_other_ends_have_their_exit_code_and_words(
    status: api.Status,
    code: int,
    word: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No shipped scenario ends so; the answer is what counts, not how the solver comes to it."""
    best = api.bare_plan(api.load_scenario("korea-2025"))
    ended = build_plan(best.case, Solution(best.solution.program, status))
    monkeypatch.setattr(api, "solve", lambda _: with_sentences(replace(ended)))
    assert cli.main(["solve", "korea-2025"]) == code
    assert word in capsys.readouterr().out
    assert cli.main(["solve", "korea-2025", "--json"]) == code
    answer = strictly(capsys.readouterr().out)
    assert answer["status"] == str(status)
    assert answer["objective"] is None
    assert answer["proved_within"] is None


def test_a_setting_changes_the_fingerprint_and_the_plan(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = []
    for arguments in ([], ["--budget", "20000"], ["--set", "budget.total=20000"]):
        assert cli.main(["solve", "korea-2025", *arguments, "--json"]) == 0
        answers.append(strictly(capsys.readouterr().out))
    assert answers[1] == answers[2]
    assert answers[0]["scenario"]["fingerprint"] != answers[1]["scenario"]["fingerprint"]
    assert answers[1]["budget"] == 20000
    assert answers[1]["objective"] > answers[0]["objective"]


def test_one_line_of_invalid_input_is_json_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["solve", "korea-2025", "--set", "budget.total=-1", "--json"]) == 2
    said = capsys.readouterr()
    answer = strictly(said.out)
    assert answer["status"] == "invalid"
    assert [issue["where"] for issue in answer["issues"]] == ["budget.total"]
    assert all(issue["problem"] and issue["remedy"] for issue in answer["issues"])
    assert "budget.total" in said.err
