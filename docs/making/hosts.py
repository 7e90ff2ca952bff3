"""Holds built pages to one promise: they open without network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

_ELSEWHERE = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
_LOADED = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}
_LINKS = {"stylesheet", "preload", "prefetch", "modulepreload", "icon", "preconnect", "manifest"}
_IN_STYLES = re.compile(r"""(?:url\(\s*|@import\s+)["']?\s*((?:https?:)?//[^"')\s]+)""", re.I)
_IN_SCRIPTS = re.compile(r"""(?:import\s*\(?|fetch\(|\.src\s*=)\s*["'`]((?:https?:)?//[^"'`]+)""")


class _Loaded(HTMLParser):
    """Collects what a page makes a browser load from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._inside = tag if tag in ("style", "script") else ""
        names = _LOADED.get(tag, ())
        if tag == "link" and _LINKS & set(given.get("rel", "").lower().split()):
            names = ("href",)
        self.found += [given[n] for n in names if _ELSEWHERE.match(given.get(n, ""))]
        self.found += _IN_STYLES.findall(given.get("style", ""))

    def handle_data(self, data: str) -> None:
        pattern = {"style": _IN_STYLES, "script": _IN_SCRIPTS}.get(self._inside)
        self.found += pattern.findall(data) if pattern else []

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""


def loaded_from_elsewhere(text: str, ending: str) -> list[str]:
    """Addresses that a file (.html, .css or .js) makes a browser load from another host."""
    if ending == ".css":
        return list(_IN_STYLES.findall(text))
    if ending == ".js":
        return list(_IN_SCRIPTS.findall(text))
    reader = _Loaded()
    reader.feed(text)
    return reader.found


def offences(site: Path) -> Iterator[str]:
    """Every such address in a built site, with the file it stands in."""
    for path in sorted(site.rglob("*")):
        if path.suffix in (".html", ".css", ".js"):
            for address in loaded_from_elsewhere(path.read_text(encoding="utf-8"), path.suffix):
                yield f"{path.relative_to(site)}: {address}"
