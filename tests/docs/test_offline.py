"""What makes a built page load from another host is recognised, whatever form it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.making.hosts import loaded_from_elsewhere, offences

LOADING = [
    ('<script src="https://cdn.example/x.js"></script>', ".html"),
    ("<script async src='//cdn.example/x.js'></script>", ".html"),
    ('<link rel="stylesheet" href="https://fonts.example/css">', ".html"),
    ('<link href="https://fonts.example" rel="preconnect">', ".html"),
    ('<img alt="" src="http://pictures.example/x.png">', ".html"),
    ("<style>@import 'https://fonts.example/css';</style>", ".html"),
    ('<p style="background: url(//pictures.example/x.png)">', ".html"),
    ('<script>import("https://cdn.example/x.js")</script>', ".html"),
    ("@font-face { src: url('https://fonts.example/x.woff2') }", ".css"),
    ("await fetch('https://cdn.example/list.json')", ".js"),
]
HARMLESS = [
    ('<a href="https://publisher.example/report">source</a>', ".html"),
    ('<link rel="canonical" href="https://docs.example/">', ".html"),
    ('<img src="_images/plan.png"><script src="_static/x.js"></script>', ".html"),
    ("<code>&lt;script src=https://cdn.example/x.js&gt;</code>", ".html"),
    ("a { background: url(../x.png) } /* https://licence.example */", ".css"),
]


@pytest.mark.parametrize(("text", "ending"), LOADING)
def test_a_load_from_another_host_is_found(text: str, ending: str) -> None:
    (address,) = loaded_from_elsewhere(text, ending)
    assert "example" in address


@pytest.mark.parametrize(("text", "ending"), HARMLESS)
def test_links_and_own_files_are_no_loads(text: str, ending: str) -> None:
    assert loaded_from_elsewhere(text, ending) == []


def test_a_site_is_read_to_its_last_file(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "page.html").write_text(LOADING[0][0], encoding="utf-8")
    (tmp_path / "site.css").write_text(LOADING[8][0], encoding="utf-8")
    assert [line.split(":")[0] for line in offences(tmp_path)] == ["deep/page.html", "site.css"]
