"""Every word of the desk lives in words/*.yaml, in both languages, and every one is used."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
import yaml

UI = Path(__file__).resolve().parents[2] / "ui"
MODULES = sorted(UI.rglob("*.py"))
HANGUL = re.compile(r"[\uac00-\ud7a3]")
TWO_WORDS = re.compile(r"[A-Za-z]{2,}[,:;]? [A-Za-z]{2,}")
NAMES_OF_LANGUAGES = {"한국어", "English"}


@cache
def words(language: str) -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load(
        (UI / "words" / f"{language}.yaml").read_text(encoding="utf-8")
    )
    return found


def literals(path: Path) -> list[str]:
    """String constants of a module, without docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    standing = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in standing
    ]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    assert list(words("en")) == list(words("ko"))


@pytest.mark.parametrize("key", words("en"))
def test_a_sentence_has_the_same_places_in_both_languages(key: str) -> None:
    assert places(words("en")[key]) == places(words("ko")[key])
    assert words("en")[key].strip()
    assert words("ko")[key].strip()


def test_korean_is_korean() -> None:
    foreign = {"view_", "grade_", "move_", "rule_floor", "rule_ceiling"}
    bare = [
        key
        for key, text in words("ko").items()
        if not HANGUL.search(text)
        and not places(text)
        and not any(key.startswith(f) for f in foreign)
    ]
    assert bare == []


def test_every_word_is_used_and_every_used_word_exists() -> None:
    spoken = {text for path in MODULES for text in literals(path)}
    assert sorted(set(words("en")) - spoken) == []
    said = {
        node.args[0].value
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (getattr(node.func, "attr", "") == "say" or getattr(node.func, "id", "") == "say")
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(said) > 50
    assert sorted(said - set(words("en"))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(UI)))
def test_no_sentence_stands_in_the_code(path: Path) -> None:
    written = [
        text
        for text in literals(path)
        if text not in NAMES_OF_LANGUAGES
        and not text.startswith("tbo-")
        and (HANGUL.search(text) or TWO_WORDS.search(text))
    ]
    assert written == []
