"""Commands on country strategies: text in both languages, plain data, faults in words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from optimizer.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    said = capsys.readouterr()
    return code, said.out, said.err


def data(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any]:
    code, out, _ = run(capsys, *arguments, "--json")
    return code, json.loads(out, parse_constant=lambda word: pytest.fail(word))


def test_spend_like(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = data(capsys, "spend-like", "korea-2025", "--mix", "FRA")
    assert code == 0
    assert found["here"]["mix"]["of"]["en"] == "France"
    assert found["there"]["scenario"] == "fra-2025"
    assert found["there"]["mix"]["of"]["en"] == "Korea"
    assert {r["rule"] for r in found["here"]["broken"]} == {"visa-floor", "gpu-floor"}
    assert [r["programme"] for r in found["here"]["beside"]] == list(found["here"]["mix"]["shares"])
    people = f"{found['here']['people']:.1f}"
    _, english, _ = run(capsys, "spend-like", "korea-2025", "--mix", "FRA")
    assert f"spent like France yields {people} net people" in english
    assert "It breaks: At least 10% for GPU access" in english
    assert "Read this first" in english
    _, korean, _ = run(capsys, "spend-like", "korea-2025", "--mix", "FRA", "--lang", "ko")
    assert "프랑스 방식 배분 시" in korean
    assert "위반 규칙" in korean


def test_spend_like_of_nobody_known(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = run(capsys, "spend-like", "korea-2025", "--mix", "DEU")
    assert code == 2
    assert "Germany published no amount that can be copied" in said


def test_next_million(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = data(capsys, "next-million", "kor-2025", "aus-2025")
    assert code == 0
    assert [row["scenario"] for row in found["gains"]] == ["aus-2025", "kor-2025"]
    _, korean, _ = run(capsys, "next-million", "kor-2025", "aus-2025", "--lang", "ko")
    assert "3,554만 호주달러" in korean


def test_bottlenecks(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = data(capsys, "bottlenecks", "korea-2025", "aus-2025")
    assert code == 0
    assert {row["scenario"] for row in found["limits"]} == {"korea-2025", "aus-2025"}
    assert found["common"][0]["scenarios"] == 2
    _, english, _ = run(capsys, "bottlenecks", "korea-2025", "aus-2025")
    assert "holds back 2 of 2" in english
    _, korean, _ = run(capsys, "bottlenecks", "korea-2025", "aus-2025", "--lang", "ko")
    assert "2곳 중 2곳 제약" in korean


def test_an_unknown_scenario_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, said = run(capsys, "next-million", "fr-2025")
    assert code == 2
    assert "Did you mean 'fra-2025'" in said
