"""Conflicts in words: what is law is called law, and nothing else is."""

from __future__ import annotations

from optimizer.domain.base import Text
from optimizer.results.conflict import Member
from optimizer.results.conflict_words import conflict_sentence


def member(name: str, *, hard: bool) -> Member:
    return Member(f"rules.{name}", Text(en=name, ko=name), hard, Text(en="3", ko="3명"))


def test_only_law_is_called_law() -> None:
    said = conflict_sentence([member("quota", hard=True), member("floor", hard=False)], [])
    assert (
        said.in_("en")
        == "These rules cannot hold together: “quota” (now 3) [law] and “floor” (now 3)."
    )
    assert (
        said.in_("ko")
        == "함께 성립할 수 없는 규칙: 「quota」(현재 3명)[법정], 「floor」(현재 3명)."
    )
