"""Words of the desk stand in the documentation as the desk says them, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.making.examples import DOCS, pages
from docs.making.korean import counterpart

ROOT = DOCS.parent
CATALOGUES = (".yaml", ".po", ".py")
GUIDES = {"en": DOCS / "how-to" / "planner.md", "ko": DOCS / "ko" / "how-to" / "planner.md"}
HANGUL = re.compile("[가-힣]")


def said_by_the_desk() -> str:
    """All that the desk can say, in one text."""
    rooms = (ROOT / "ui", ROOT / "optimizer" / "i18n")
    files = [p for room in rooms for p in sorted(room.rglob("*")) if p.suffix in CATALOGUES]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


@pytest.mark.parametrize("language", GUIDES)
def test_bold_words_of_the_guide_are_words_of_the_desk(language: str) -> None:
    known = said_by_the_desk()
    bold = re.findall(r"\*\*([^*]+)\*\*", GUIDES[language].read_text(encoding="utf-8"))
    assert len(bold) > 20
    assert [word for word in bold if word not in known and word not in ("bold", "굵은 글씨")] == []


@pytest.mark.parametrize("page", sorted((DOCS / "ko").rglob("*.md")), ids=lambda p: p.stem)
def test_a_korean_page_is_korean_and_has_an_english_one(page: Path) -> None:
    prose = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    heads = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    assert heads
    assert all(HANGUL.search(head) for head in heads)
    assert (DOCS / page.relative_to(DOCS / "ko")).is_file()


def test_each_page_leads_to_the_other_language() -> None:
    known = {str(p.relative_to(DOCS).with_suffix("")) for p in pages()}
    assert counterpart("how-to/planner", known) == "ko/how-to/planner"
    assert counterpart("ko/how-to/planner", known) == "how-to/planner"
    assert counterpart("mathematics", known) == "ko/index"
    assert counterpart("ko/index", known) == "index"
