"""Pictures of the desk: taken by `make pictures`, small, and each in its place on a page.

With `--regold` a real desk is opened in a real browser and every picture is taken anew.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from docs.making.examples import DOCS, pages
from tests.browser.walking import opened

PICTURES = DOCS / "pictures"
LARGEST = 150_000  # bytes
SIZE = (1280, 820)
VIEWS = {"plan": "", "why": "why", "sure": "how_sure"}
"""Name of a picture → view of the desk."""
TAKEN = [(name, language) for name in VIEWS for language in ("en", "ko")]
SHOWN = re.compile(r"!\[([^\]]+)\]\(([^)]+\.png)\)")


def small(png: bytes) -> bytes:
    """The same picture in few colours, which a page of flat areas does not miss."""
    few = (
        Image.open(BytesIO(png))
        .convert("RGB")
        .quantize(128, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    )
    out = BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def take(request: pytest.FixtureRequest, name: str, language: str) -> bytes:
    """A picture of a view of the desk, once all its studies are done."""
    browser, address = request.getfixturevalue("browser"), request.getfixturevalue("desk_server")
    page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
    try:
        opened(page, f"{address}/{VIEWS[name]}?lang={language}")
        return small(page.screenshot(animations="disabled", caret="hide"))
    finally:
        page.close()


@pytest.mark.parametrize(("name", "language"), TAKEN)
def test_a_picture_is_there_and_small(
    name: str, language: str, regold: bool, request: pytest.FixtureRequest
) -> None:
    path = PICTURES / f"{name}-{language}.png"
    if regold:
        path.write_bytes(take(request, name, language))
    with Image.open(path) as picture:
        assert picture.size == SIZE
    assert path.stat().st_size <= LARGEST


def test_every_picture_is_shown_with_words_and_every_shown_picture_is_there() -> None:
    shown: set[Path] = set()
    for page in pages():
        for words, place in SHOWN.findall(page.read_text(encoding="utf-8")):
            assert len(words) > 10, f"{page.name}: say what the picture shows"
            shown.add((page.parent / place).resolve())
    assert shown == set(PICTURES.glob("*.png"))
