"""The references are complete: every command, name, field, table and contract stands in them."""

from __future__ import annotations

import re

import pytest

from docs.making import commands, contracts, document, evidence, glossary, python, tables
from docs.making.examples import DOCS
from docs.making.words import told
from optimizer import api, lp
from optimizer.api import json_schema, load_evidence
from optimizer.cli.commands import parser


def test_every_command_is_told_with_its_own_help() -> None:
    text = commands.text()
    known = commands.subcommands(parser())
    assert "solve" in known
    for name, command in known.items():
        assert f"(command-{name})=" in text
        for option in (o for a in command._actions for o in a.option_strings):
            assert option in text.split(f"(command-{name})=")[1].split("(command-")[0]


@pytest.mark.parametrize("module", [api, lp], ids=lambda module: module.__name__)
def test_every_public_name_is_told(module: object) -> None:
    text = python.text()
    names = python.public(module)  # type: ignore[arg-type]
    assert len(names) > 40
    for name in names:
        assert f"\n#### `{name}`\n" in text


@pytest.mark.parametrize("name", python.public(api))
def test_a_public_name_says_what_it_is(name: str) -> None:
    thing = python.public(api)[name]
    if python.group(thing) in ("Functions", "Classes"):
        assert len((thing.__doc__ or "").split()) > 2


def test_every_part_and_field_of_a_document_is_told() -> None:
    text = document.text()
    for name, part in json_schema()["$defs"].items():
        told_here = text.split(f"({document.anchor(name)})=")
        assert len(told_here) == 2, f"{name} is told {len(told_here) - 1} times"
        for field, schema in part.get("properties", {}).items():
            assert f"| `{field}` |" in told_here[1]
            assert schema.get("description") or "$ref" in schema, f"{name}.{field}"


def test_every_table_column_and_word_is_told() -> None:
    text = tables.text()
    declared = tables.read("columns")
    assert set(declared["table"]) >= {"parameters", "sources", "track_record"}
    for row in declared.itertuples():
        assert f"| `{row.column}` |" in text
    for of, word in load_evidence().terms:
        assert f"(words-{of.replace('_', '-')})=" in text
        assert f"| `{word}` |" in text


def test_every_contract_is_told() -> None:
    text = contracts.text()
    assert len(contracts.contracts()) >= 5
    for one in contracts.contracts():
        assert f"### {one['name']}" in text


def test_every_number_of_the_scenario_is_told_with_its_grade() -> None:
    text = evidence.text()
    for name, number in evidence.scenario().evidence.items():
        (line,) = [one for one in text.splitlines() if f"(`{name}`)" in one]
        assert f"| **{number.grade}** |" in line
        assert ("our assumption" in line) is (str(number.grade) == "X")


def test_the_page_says_of_the_track_record_what_the_command_finds() -> None:
    held = re.search(r"interval holds (\d+) of (\d+) programmes", evidence.text())
    assert held is not None
    by_hand = (DOCS / "evidence.md").read_text(encoding="utf-8")
    assert "holds about a third of the\n  programmes" in by_hand
    assert int(held[1]) / int(held[2]) == pytest.approx(1 / 3, abs=0.08)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_term_of_the_desk_is_explained(language: str) -> None:
    terms = glossary.terms(language)
    assert len(terms) > 20
    assert all(term and meaning for term, meaning in terms)
    assert re.search("[가-힣]", glossary.text("ko"))


def test_examples_in_docstrings_become_code() -> None:
    assert told("Adds.\n\n>>> 1 + 1\n2\n\nAlways.") == (
        "Adds.\n\n\n```pycon\n>>> 1 + 1\n2\n```\n\nAlways."
    )
    assert told("Below <x>.") == "Below \\<x>."
