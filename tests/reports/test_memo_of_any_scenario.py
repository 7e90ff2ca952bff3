"""The memo on small and odd scenarios: hostile titles, no budget, given plans, conflict."""

from __future__ import annotations

import copy
import json
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hwpx import HwpxDocument, validate_package

from optimizer.api import desk as api
from optimizer.cli import main
from optimizer.reports.memo import Memo
from optimizer.reports.memo.figures import Amounts, about, adds_up, fixed, number, roughly, worth
from optimizer.reports.render import docx as as_docx, fonts, html as as_html, hwpx as as_hwpx
from optimizer.reports.render.blocks import (
    Bar,
    Callout,
    Column,
    KeyFigure,
    KeyFigures,
    Kind,
    PageBreak,
    Part,
    Picture,
    Row,
    SignOff,
    Span,
    Table,
)
from optimizer.reports.render.pictures import caption, drawn
from optimizer.reports.render.printable import printable
from optimizer.results.page import Bullets, Heading, Paragraph, Tone
from tests.heard import heard
from tests.studies.unsure import DOCUMENT

HOSTILE = (
    "<script>alert('1')</script>", "\"quoted\" & 'single' ]]>", "=1+1", "$x^2$ \\frac", "길" * 200,
    "😀 이모지 한글", "x" * 200, "a/b\\c:d*e?f|g", "\u202eright to left", "  spaces  ", "%s {0}",
)  # fmt: skip
MAGIC = {"docx": b"PK", "xlsx": b"PK", "hwpx": b"PK", "html": b"<!doctype html>"}


def document(title: str) -> dict[str, Any]:
    """A small scenario with this title in every place that takes one, and a signed rule."""
    made = copy.deepcopy(DOCUMENT)
    made["id"], made["title"], made["author"] = "odd", title, title
    for entries in (made["programmes"], made["capacities"], made["pathways"]):
        for name, entry in entries.items():
            entry["title"] = f"{title} {name}"
    first = next(iter(made["programmes"]))
    made["rules"] = [
        {
            "id": "floor", "kind": "programme_floor", "programme": first, "amount": 10,
            "owner": title, "reason": title, "hard": True,
        }
    ]  # fmt: skip
    made["cautions"] = [title]
    return made


def memo(title: str, language: str = "en") -> Memo:
    return api.memo(api.scenario_of(document(title)), language=language, draws=0)


def every_block(title: str) -> Memo:
    """A memo with this text in every place of every kind of block."""
    bars = tuple(Bar(title, f"P{n}", (Part(n, title, n == 2),), title) for n in (1, 2))
    spans = (Span(title, "S1", 1.0, 3.0, 2.0, title),)
    row = Row((title, title), Kind.ASSUMED)
    return Memo(
        title, title, title, None, title,
        (
            Heading(title), Paragraph(title, Tone.CODE), Bullets((title,)),
            Callout(title, (title,)), KeyFigures((KeyFigure(title, title, title),)),
            SignOff((title,)), PageBreak(),
            Table(title, (Column(title), Column(title, 1.0, True)), (row,), (title,)),
            Picture(bars, title, title), Picture(spans, title, title), Heading(title, 2),
        ),
        "odd.yaml", title, "ko",
    )  # fmt: skip


class Text(HTMLParser):
    """All text of a page and the names of its elements."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_stay_text_in_every_kind_of_block(title: str) -> None:
    made = every_block(title)
    page = Text()
    page.feed(as_html.written(made).decode())
    assert not page.tags & {"script", "iframe", "img"}
    assert squeezed(" ".join(page.said)).count(squeezed(title)) >= 15
    word = Document(BytesIO(as_docx.written(made)))
    assert squeezed(word.paragraphs[0].text) == squeezed(title)
    assert all(squeezed(title) in squeezed(t.rows[0].cells[0].text) for t in word.tables)
    content = as_hwpx.written(made)
    assert not validate_package(content).errors
    korean = HwpxDocument.open(content)
    assert not korean.validate().issues
    assert squeezed(korean.paragraphs[0].text) == squeezed(title)


def test_hostile_titles_of_a_document_reach_every_file() -> None:
    title = "".join(HOSTILE[:4])
    made = memo(title)
    assert title in made.title
    assert any(title in cell for b in made.blocks if isinstance(b, Table) for r in b.rows
               for cell in r.cells)  # fmt: skip
    page = Text()
    page.feed(as_html.written(made).decode())
    assert "script" not in page.tags
    assert title in Document(BytesIO(as_docx.written(made))).paragraphs[0].text
    assert title in HwpxDocument.open(as_hwpx.written(made)).paragraphs[0].text


def test_signs_that_no_file_may_carry_are_left_out() -> None:
    assert printable("a\x00b\x0bc\ud800d\ufffee\U0001f600") == "abcde\U0001f600"


def test_without_korean_fonts_pictures_carry_codes_and_say_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = memo("한글 제목", "ko")
    picture = next(b for b in made.blocks if isinstance(b, Picture))
    drawn.cache_clear()
    assert fonts.fonts_for(["latin ▲ −"]) == [fonts.PLAIN]
    monkeypatch.setattr(fonts, "KOREAN", ())
    assert fonts.fonts_for(["한글"]) is None
    assert caption(picture) == f"{picture.caption} ({picture.key})"
    assert "P1 = 한글 제목" in caption(picture)
    assert drawn(picture, "png").startswith(b"\x89PNG")
    drawn.cache_clear()


def test_more_years_than_fit_side_by_side_stand_in_several_tables() -> None:
    wide = document("Long")
    wide["years"] = {"first": 2025, "last": 2040}
    scenario = api.scenario_of(wide)
    plan = api.solve(scenario)
    found = [
        b for b in api.memo(scenario, draws=0).blocks
        if isinstance(b, Table) and b.columns[0].title == "Programme" and "2" in b.columns[1].title
    ]  # fmt: skip
    years = [c.title for t in found for c in t.columns[1:] if c.title.isdigit()]
    assert years == [str(y) for y in range(2025, 2041)]
    assert ["Total" in [c.title for c in t.columns] for t in found] == [False, False, True]
    whole = number(found[-1].rows[-1].cells[-2])
    parts = sum(
        number(cell)
        for t in found
        for c, cell in zip(t.columns, t.rows[-1].cells, strict=True)
        if c.title.isdigit()
    )
    size = plan.spent / whole
    assert parts * size == pytest.approx(plan.spent, rel=0.01)


def test_nothing_to_spend_is_told_calmly() -> None:
    poor = document("Poor")
    poor["budget"], poor["rules"] = {"total": 0}, []
    for language in ("en", "ko"):
        made = api.memo(api.scenario_of(poor), language=language, draws=0)
        lead = next(b for b in made.blocks if isinstance(b, Paragraph))
        assert {"en": "Nothing is spent", "ko": "집행액 없음"}[language] in lead.text
        for writer in (as_docx, as_html, as_hwpx):
            assert writer.written(made)


def test_draws_are_left_out_on_request_and_their_seed_is_told() -> None:
    scenario = api.scenario_of(document("Draws"))
    without = api.memo(scenario, draws=0)
    heads = [c.title for b in without.blocks if isinstance(b, Table) for c in b.columns]
    assert "Median" not in heads
    made = api.memo(scenario, draws=16, seed=7)
    heads = [c.title for b in made.blocks if isinstance(b, Table) for c in b.columns]
    assert "Median" in heads
    said = " ".join(b.text for b in made.blocks if isinstance(b, Paragraph))
    assert "16 times" in said
    assert "seed 7" in said
    assert "--draws 16 --seed 7" in said


def test_a_given_plan_is_assessed_not_recommended() -> None:
    scenario = api.scenario_of(document("Given"))
    best = api.solve(scenario)
    half = {(r.programme, r.year): r.spending / 2 for r in best.allocation.itertuples()}
    first = next(iter(scenario.programmes))
    none = {key: 0.0 if key[0] == first else money for key, money in half.items()}
    made = api.memo(scenario, allocation=none, draws=16)
    lead = next(b for b in made.blocks if isinstance(b, Paragraph))
    assert lead.text.startswith("The plan at hand spends ")
    assert "assessed" in made.title
    said = [item for b in made.blocks if isinstance(b, Bullets) for item in b.items]
    left = api.evaluate(scenario, none).left_on_the_table
    assert left is not None
    told = [s for s in said if s.startswith("Goal: ")]
    assert any(f"{api.wording.digits(left)} more" in s for s in told)
    assert not any("people" in s for s in told)
    assert any(s.startswith("Breaks ") for s in said)
    cells = [c for b in made.blocks if isinstance(b, Table) for r in b.rows for c in r.cells]
    assert not any("no plan is better" in text for text in (*said, *cells))


def test_plain_numbers_count_as_assumptions() -> None:
    made = memo("Plain")
    rows = [r for b in made.blocks if isinstance(b, Table) for r in b.rows]
    assert any(r.kind is Kind.ASSUMED for r in rows)


@pytest.fixture
def conflict(tmp_path: Path) -> Path:
    torn = document("Torn")
    second = list(torn["programmes"])[1]
    torn["rules"] += [
        {
            "id": "all", "kind": "programme_floor", "programme": second, "share": 1.0,
            "owner": "Ministry", "reason": "Policy",
        }
    ]  # fmt: skip
    path = tmp_path / "torn.json"
    path.write_text(json.dumps(torn), encoding="utf-8")
    return path


def test_a_conflict_has_a_memo_of_its_own_with_its_repairs(
    conflict: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "memo.docx"
    assert main(["report", str(conflict), "--format", "docx", "--out", str(out)]) == 3
    assert "cannot hold together" in capsys.readouterr().out
    assert out.read_bytes()[:2] == b"PK"
    with pytest.raises(api.NoPlan) as refused:
        api.report(api.load_scenario(conflict), "html")
    assert refused.value.plan.status is api.Status.INFEASIBLE
    torn = api.load_scenario(conflict)
    given = {(p, 2025): 100.0 for p in torn.programmes}
    with pytest.raises(api.NoPlan):
        api.memo(torn, allocation=given)


def test_the_command_writes_what_the_facade_gives(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, out = tmp_path / "odd.json", tmp_path / "memo.html"
    path.write_text(json.dumps(document("Odd")), encoding="utf-8")
    command = ["report", str(path), "--format", "html", "--lang", "ko", "--draws", "0"]
    assert main([*command, "--out", str(out), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["bytes"] == len(out.read_bytes())
    scenario = api.load_scenario(path)
    assert out.read_bytes() == api.report(scenario, "html", language="ko", draws=0)


def test_wrong_orders_are_refused_all_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "korea-2025", "--format", "dokx"]) == 2
    said = capsys.readouterr().err
    assert "Did you mean 'docx'?" in said
    assert "--out" in said
    with pytest.raises(api.InvalidInput) as wrong:
        api.report(api.scenario_of(document("x")), "pdf", language="fr", draws=-1)
    assert len(wrong.value.issues) == 3
    with pytest.raises(api.InvalidInput, match="states no plan"):
        api.report(api.scenario_of(document("x")), "lp", allocation={})


@pytest.mark.parametrize("form", list(api.REPORT_FORMATS))
def test_every_format_is_written(form: str) -> None:
    content = api.report(api.scenario_of(document("Same")), form, draws=0)
    assert content.startswith(MAGIC.get(form, b""))
    assert len(content) > 500


@pytest.mark.parametrize(
    ("unit", "total", "language", "shown"),
    [
        ("million KRW", 18000, "ko", ("억 원", "180.0")),
        ("million KRW", 18000, "en", ("billion won", "18.00")),
        ("million KRW", 500, "ko", ("백만 원", "500.0")),
        ("million USD", 400, "ko", ("백만 달러", "400.0")),
        ("million USD", 400, "en", ("million US dollars", "400.0")),
        ("million KRW", 2e6, "ko", ("억 원", "20,000")),
    ],
)
def test_money_stands_in_the_unit_that_budgets_are_put_in(
    unit: str, total: float, language: str, shown: tuple[str, str]
) -> None:
    made = json.loads(json.dumps(document("Money")).replace("million KRW", unit))
    made["budget"] = {"total": total}
    amounts = Amounts(api.scenario_of(made))
    assert tuple(words.in_(language) for words in (amounts.unit, amounts.show(total))) == shown


def test_figures_are_printed_with_as_many_digits_as_they_deserve() -> None:
    assert [worth(0.3), worth(2.04), worth(157.6)] == ["0.30", "2.0", "158"]
    assert [about(51.02), about(698.3), about(1121.0)] == ["51", "700", "1,100"]
    assert [roughly(353.2), roughly(0.0449)] == [350.0, 0.045]
    assert [fixed(-0.04, 1), fixed(-1.26, 1), fixed(float("nan"), 1)] == ["0.0", "−1.3", "–"]
    assert number("−1,234.5") == -1234.5
    assert adds_up([["1", "2"], ["3", "4"]], ["4", "6"], across=False)
    assert not adds_up([["1", "2"], ["3", "4"]], ["4", "7"], across=False)
    assert adds_up([["1", "1", "2"]], ["1", "1", "2"], across=True)
    assert not adds_up([["1", "1", "3"]], ["1", "1", "3"], across=True)


@pytest.mark.parametrize("form", ["html", "mps"])
def test_progress_of_a_report_rises_to_its_end(form: str) -> None:
    scenario = api.scenario_of(document("Progress"))
    shares = heard(lambda watch: api.report(scenario, form, draws=16, watch=watch))
    assert shares[0] == 0.05
    assert len(shares) >= {"html": 10, "mps": 2}[form]


def test_a_memo_can_be_stopped_before_its_studies() -> None:
    watch = api.Watch()
    watch.cancel.set()
    with pytest.raises(api.Cancelled):
        api.report(api.scenario_of(document("Stopped")), "html", draws=16, watch=watch)
