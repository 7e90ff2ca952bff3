"""Letters for pictures: the installed fonts that can draw a text, Korean ones included."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

KOREAN = (
    "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", "Noto Sans CJK JP", "NanumGothic",
    "Nanum Gothic", "NanumBarunGothic", "Apple SD Gothic Neo", "AppleGothic", "UnDotum",
    "Baekmuk Dotum",
)  # fmt: skip
"""Fonts with Korean letters, in the order in which they are looked for."""
PLAIN = "DejaVu Sans"
"""Comes with the drawing library, so it is always there; it has no Korean letters."""


def fonts_for(texts: Iterable[str]) -> list[str] | None:
    """Families that together can draw every letter of the texts; None where a letter is missing."""
    letters = {ord(c) for text in texts for c in text if not c.isspace()}
    missing = letters - _letters(PLAIN)
    if not missing:
        return [PLAIN]
    for name in KOREAN:
        if missing <= _letters(name):
            return [name, PLAIN]
    return None


@cache
def _letters(family: str) -> frozenset[int]:
    """Code points a family can draw; none where it is not installed."""
    from matplotlib.font_manager import findfont, fontManager, get_font

    if family not in {font.name for font in fontManager.ttflist}:
        return frozenset()
    return frozenset(get_font(findfont(family)).get_charmap())
