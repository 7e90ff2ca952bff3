"""The memo of a conflict: what collides and every way out, in each form and language."""

from __future__ import annotations

import io
import re
from functools import cache
from zipfile import ZipFile

import pytest

from optimizer.api import desk as api
from optimizer.cli import main
from optimizer.domain.wording import digits

FLOORS = ("rules.gpu-floor.share=0.6", "rules.a-team-floor.share=0.7")


@cache
def answer() -> api.ConflictAnswer:
    return api.explain_conflict(api.load_scenario("korea-2025", FLOORS))


def words(content: bytes, form: str) -> str:
    if form == "html":
        text = content.decode()
    else:
        with ZipFile(io.BytesIO(content)) as packed:
            names = ["word/document.xml"] if form == "docx" else ["Contents/section0.xml"]
            text = " ".join(packed.read(name).decode() for name in names)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


@pytest.mark.parametrize("language", api.LANGUAGES)
@pytest.mark.parametrize("form", api.MEMOS)
def test_every_way_out_stands_in_the_memo_with_its_outcome(form, language):
    text = words(api.conflict_report(answer(), form, language=language), form)
    assert answer().options
    for option in answer().options:
        assert f"{digits(option.outcome.objective, 3)}" in text
        assert f"{digits(option.outcome.net_people, 3)}" in text
        for change in option.changes:
            assert change.title.in_(language) in text
    assert {"en": "Choose what gives way", "ko": "완화할 규칙의 결정 필요"}[language] in text


def test_the_command_line_writes_it_and_returns_three(tmp_path, capsys):
    path = tmp_path / "conflict.html"
    more = [part for setting in FLOORS for part in ("--set", setting)]
    code = main(["report", "korea-2025", *more, "--format", "html", "--out", str(path)])
    assert code == 3
    assert "cannot hold together" in path.read_text(encoding="utf-8")
    assert "Keep “" in capsys.readouterr().out
    workbook = tmp_path / "plan.xlsx"
    code = main(["report", "korea-2025", *more, "--format", "xlsx", "--out", str(workbook)])
    assert code == 3
    assert not workbook.exists(), "a workbook holds a plan, and there is none"


@pytest.mark.parametrize("form", ["xlsx", "mps", "pdf"])
def test_a_format_that_holds_no_conflict_is_refused_with_those_that_do(form):
    with pytest.raises(api.InvalidInput) as refused:
        api.conflict_report(answer(), form, language="fr")
    places = {issue.where: issue for issue in refused.value.issues}
    assert set(places) == {"format", "language"}, "every problem at once"
    assert form in places["format"].problem
    assert form in places["format"].problem.in_("ko")
    assert places["format"].remedy == "Known here: docx, html, hwpx."
