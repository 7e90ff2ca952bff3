"""Assistants ask over the Model Context Protocol as they do in earnest: a client, on stdio."""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from optimizer import api
from optimizer.cli import main
from tests.needed import protocol

KOREA = {"scenario": "korea-2025"}
EXAMPLE = api.document_text(api.example())
ROOT = Path(__file__).resolve().parents[2]
Call = tuple[str, dict[str, Any]]

ASKED: dict[str, Call] = {
    "list": ("list_scenarios", {}),
    "solve": ("solve", {**KOREA, "settings": {"budget.total": 20000}}),
    "korean": ("solve", {"document": EXAMPLE, "language": "ko"}),
    "evaluate": (
        "evaluate",
        {
            "document": EXAMPLE,
            "plan": [{"programme": "chairs", "year": 2026, "spending": 4}],
        },
    ),
    "prices": ("prices", {"document": EXAMPLE, "switching": True}),
    "conflict": (
        "conflict",
        {"document": EXAMPLE, "settings": {"rules.chairs-floor.share": 0.7}},
    ),
    "extra": ("extra", {"document": EXAMPLE, "amount": 3}),
    "target": ("target", {"document": EXAMPLE, "outcome": "retained", "at_least": 2}),
    "trade_off": ("trade_off", {"document": EXAMPLE, "first": "retained", "second": "attracted"}),
    "uncertainty": ("uncertainty", {"document": EXAMPLE, "draws": 64, "scenario": None}),
    "contract": ("explain_contract", {"question": "extra"}),
    "contracts": ("explain_contract", {}),
}
REFUSED: dict[str, tuple[Call, tuple[str, ...]]] = {
    "a path is no scenario": (
        ("solve", {"scenario": str(ROOT / "scenarios" / "korea-2025.yaml")}),
        ("scenario", "shipped", "Known here"),
    ),
    "a base is no path": (
        ("solve", {"document": "id: own\nbase: ../scenarios/korea-2025.yaml\nchanges: {}"}),
        ("base", "There is no scenario", "Known here"),
    ),
    "neither scenario nor document": (("solve", {}), ("scenario", "or two things")),
    "everything at once": (
        ("extra", {**KOREA, "amuont": 3, "lift": ["x"], "settings": {"budget.totl": 1}}),
        ("amuont", "Did you mean 'amount'", "lift", "kind: whole number", "budget.totl",
         "Did you mean 'total'", "amount: This is missing"),
    ),
    "wrong kinds and ranges": (
        ("uncertainty", {**KOREA, "draws": 10**9, "seed": True, "language": "fr"}),
        ("draws", "from 2 to 2000", "seed", "of this kind: whole number", "language", "en, ko"),
    ),
    "a document with faults": (
        ("solve", {"document": EXAMPLE.replace("budget:", "budgett:")}),
        ("budgett", "Did you mean 'budget'"),
    ),
    "a text that is no document": (("solve", {"document": "a: ["}), ("document, line",)),
    "too long a document": (
        ("solve", {"document": "x" * 1_000_001}),
        ("document", "1,000,001 letters"),
    ),
    "no such question": (("solv", {}), ("question", "Did you mean 'solve'")),
    "rows that are no rows": (
        ("evaluate", {**KOREA, "plan": [{"programme": "gpu_access"}]}),
        ("plan, row 1", "An entry is missing"),
    ),
    "escape sequences are shown as codes": (
        ("solve", {"document": '{"id": "\\u001b[31mx"}'}),
        ("\\x1b[31mx", "is not a legal name"),
    ),
    "Korean": (
        ("solve", {"scenario": "korea", "language": "ko"}),
        ("입력 오류 1건", "제공 시나리오에 없음"),
    ),
}  # fmt: skip


def conversation(
    calls: Sequence[Call], folder: Path, seconds: float = 100
) -> tuple[list[Any], list[Any]]:
    """The tools, and the results of the calls, of one server on stdio in an empty folder."""
    protocol()
    import anyio
    from mcp import Client, StdioServerParameters

    begun = StdioServerParameters(
        command=sys.executable,
        args=["-m", "optimizer", "mcp", "--seconds", str(seconds)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        cwd=folder,
    )

    async def talk() -> tuple[list[Any], list[Any]]:
        async with Client(begun) as client:
            tools = (await client.list_tools()).tools
            return tools, [await client.call_tool(name, given) for name, given in calls]

    return anyio.run(talk)


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("server")
    calls = {**ASKED, **{name: call for name, (call, _) in REFUSED.items()}}
    tools, results = conversation(list(calls.values()), folder)
    return {
        **dict(zip(calls, results, strict=True)), "tools": tools, "left": list(folder.iterdir()),
    }  # fmt: skip


def answer(said: dict[str, Any], name: str) -> dict[str, Any]:
    result = said[name]
    assert not result.is_error, result.content[0].text
    data: dict[str, Any] = json.loads(result.content[0].text)
    assert data == result.structured_content
    return data


def test_every_tool_only_reads_and_tells_its_arguments(said: dict[str, Any]) -> None:
    assert {tool.name for tool in said["tools"]} == {
        "list_scenarios", "explain_contract", "solve", "evaluate", "prices", "conflict", "extra",
        "target", "trade_off", "uncertainty",
    }  # fmt: skip
    for tool in said["tools"]:
        assert tool.annotations.read_only_hint is True
        assert tool.description
        assert tool.input_schema["additionalProperties"] is False
        assert all(one["description"] for one in tool.input_schema["properties"].values())


def test_nothing_is_written_to_disk(said: dict[str, Any]) -> None:
    assert said["left"] == []


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("solve", "best_plan"), ("evaluate", "given_plan"), ("prices", "rule_worth"),
        ("conflict", "conflict"), ("extra", "extra"), ("target", "target"),
        ("trade_off", "trade_off"), ("uncertainty", "uncertainty_kept"),
    ],
)  # fmt: skip
def test_each_answer_carries_certificate_and_contract(
    said: dict[str, Any], name: str, question: str
) -> None:
    data = answer(said, name)
    certificate = data["certificate"]
    status = "infeasible" if name == "conflict" else "optimal"
    assert certificate["status"] == certificate["proves"] == status
    assert certificate["passed"] is True
    assert 0 <= certificate["primal_residual"] <= 1e-7
    assert 0 <= certificate["dual_residual"] <= 1e-7
    if name != "conflict":  # there the gap is by how much the rules miss each other
        assert abs(certificate["gap"]) <= 1e-6
    assert data["holds"] == api.contract(question).data
    assert data["terms"] == api.contract(question).sentence.in_("en")
    assert data["scenario"]["fingerprint"]


def test_the_answers_are_those_of_python(said: dict[str, Any]) -> None:
    richer = api.load("korea-2025").set({"budget.total": 20000})
    assert answer(said, "solve")["objective"] == pytest.approx(api.solve(richer).objective)
    own = api.example()
    assert answer(said, "extra")["net_people"] == pytest.approx(api.extra(own, 3).net_people)
    least = api.target(own, "retained", 2).least_money
    assert answer(said, "target")["least_money"] == pytest.approx(least)
    assert answer(said, "evaluate")["obeys"] is False  # four million, not one for fellowships
    assert len(answer(said, "trade_off")["points"]) == 2
    assert len(answer(said, "conflict")["repairs"]) >= 1
    assert answer(said, "uncertainty")["draws"] == 64


def test_shipped_scenarios_are_listed_and_terms_explained(said: dict[str, Any]) -> None:
    listed = answer(said, "list")["scenarios"]
    assert [one["id"] for one in listed] == [one.id for one in api.list_scenarios()]
    (term,) = answer(said, "contract")["terms"]
    assert term["holds"] == api.contract("extra").data
    assert len(answer(said, "contracts")["terms"]) > 10


def test_an_answer_is_in_one_language(said: dict[str, Any]) -> None:
    english, korean = answer(said, "prices"), answer(said, "korean")
    assert not [key for key in english["binding"][0] if key.endswith("_ko")]
    assert all(isinstance(text, str) for text in english["sentences"])
    assert korean["sentences"][0] == api.solve(api.example()).sentences[0].in_("ko")
    assert korean["terms"] == api.contract("best_plan").sentence.in_("ko")


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_wrong_is_told_with_place_and_remedy(said: dict[str, Any], name: str) -> None:
    result = said[name]
    assert result.is_error
    for part in REFUSED[name][1]:
        assert part in result.content[0].text


def test_an_answer_that_takes_too_long_is_ended_and_the_next_one_comes(tmp_path: Path) -> None:
    calls: list[Call] = [
        ("trade_off", {**KOREA, "first": "retained", "second": "attracted"}),
        ("explain_contract", {"question": "extra"}),
    ]
    _, (long, short) = conversation(calls, tmp_path, seconds=1)
    assert long.is_error
    assert "more than 1 seconds" in long.content[0].text
    assert not short.is_error


def test_without_the_package_the_remedy_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert main(["mcp"]) == 2
    assert "pip install 'talent-budget-optimizer[mcp]'" in capsys.readouterr().err
    assert main(["mcp", "--seconds", "0"]) == 2
    assert "from 1 to 3600" in capsys.readouterr().err
