"""The memo on the reference scenario: the engine's figures in every format and language."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from functools import cache
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from hwpx import HwpxDocument, validate_editor_open_safety

from optimizer.inputs.load import load_scenario
from optimizer.reports.memo import Grounds, grounds, memo_of
from optimizer.reports.memo.figures import about, number
from optimizer.reports.render import docx as as_docx, html as as_html, hwpx as as_hwpx
from optimizer.reports.render.blocks import (
    MARK,
    Callout,
    KeyFigures,
    Kind,
    Memo,
    PageBreak,
    Picture,
    SignOff,
    Table,
)
from optimizer.reports.render.document import spoken
from optimizer.reports.render.pictures import drawn
from optimizer.results.page import Bullets, Heading, Paragraph, Tone
from optimizer.results.plan import lines
from optimizer.studies.best_plan.study import best_plan

Convert = Callable[[Sequence[Path], str], Path]
LANGUAGES = ("en", "ko")
WRITERS: dict[str, Any] = {"docx": as_docx, "html": as_html, "hwpx": as_hwpx}
DRAWS = 40
WON = {"en": 1000.0, "ko": 100.0}
"""Millions of won in the unit of the tables: a billion, and 억."""


@cache
def studies() -> Grounds:
    return grounds(best_plan(load_scenario("korea-2025")), draws=DRAWS, seed=3)


@cache
def memo(language: str) -> Memo:
    return spoken(memo_of(studies()), language)


@cache
def written(language: str, form: str) -> bytes:
    return WRITERS[form].written(memo(language))


def tables(language: str) -> list[Table]:
    return [block for block in memo(language).blocks if isinstance(block, Table)]


def table(language: str, head: str) -> Table:
    """The first table with this head of a column."""
    return next(t for t in tables(language) if head in [c.title for c in t.columns])


def is_code(block: Any) -> bool:
    return isinstance(block, Paragraph) and block.tone is Tone.CODE


def words(language: str) -> list[str]:
    """Every text of the memo except the table of sources and commands."""
    said = [memo(language).title, memo(language).subtitle]
    sources = {"Address", "주소"}
    for block in memo(language).blocks:
        if isinstance(block, Table):
            said += [block.caption, *block.notes, *(c.title for c in block.columns)]
            if not sources & {c.title for c in block.columns}:
                said += [cell for row in block.rows for cell in row.cells]
        elif isinstance(block, Heading | Paragraph) and not is_code(block):
            said.append(block.text)
        elif isinstance(block, Bullets):
            said += block.items
        elif isinstance(block, Picture):
            said += [block.alt, block.caption, *(row.label for row in block.rows)]
        elif isinstance(block, Callout):
            said += [block.title, *block.items]
        elif isinstance(block, KeyFigures):
            said += [text for f in block.figures for text in (f.value, f.label, f.note)]
        elif isinstance(block, SignOff):
            said += block.fields
    return said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_allocation_is_the_engines_to_the_printed_digit(language: str) -> None:
    plan, shown = studies().plan, table(language, {"en": "Programme", "ko": "사업"}[language])
    years = list(plan.scenario.years.all)
    assert [c.title for c in shown.columns[1:-2]] == list(map(str, years))
    spent = {(r.programme, r.year): r.spending for r in lines(plan.allocation)}
    places = {"en": 2, "ko": 1}[language]
    for p, row in zip(plan.scenario.programmes, shown.rows, strict=False):
        money = [spent[p, y] for y in years]
        cells = [f"{m / WON[language]:.{places}f}" for m in (*money, sum(money))]
        assert list(row.cells[1:-1]) == cells
        assert number(row.cells[-1]) == pytest.approx(100 * sum(money) / plan.spent, abs=0.05)
    total = shown.rows[-1]
    assert total.kind is Kind.TOTAL
    assert number(total.cells[-2]) == pytest.approx(plan.spent / WON[language], abs=0.05)
    columns = list(zip(*(row.cells[1:] for row in shown.rows[:-1]), strict=True))
    exact = all(
        sum(map(number, column)) == pytest.approx(number(cell), abs=1e-9)
        for column, cell in zip(columns[:-1], total.cells[1:-1], strict=True)
    ) and all(
        sum(map(number, row.cells[1:-2])) == pytest.approx(number(row.cells[-2]), abs=1e-9)
        for row in shown.rows
    )
    assert exact is (not shown.notes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_people_are_the_engines_and_name_the_weakest_grade(language: str) -> None:
    plan, shown = studies().plan, table(language, {"en": "Pathway", "ko": "경로"}[language])
    net = plan.people.groupby("pathway", sort=False)["net"].sum()
    used = [q for q in plan.scenario.pathways if net[q] > 1e-6]
    assert len(shown.rows) == len(used) + 2
    without, total = shown.rows[-2:]
    assert without.cells[0] == {"en": "Without this budget", "ko": "예산 없이"}[language]
    assert number(without.cells[-3]) == pytest.approx(-0.095448, abs=0.05)  # GPUs that are free
    assert number(total.cells[-3]) == pytest.approx(net.sum() - 0.095448, abs=0.05)
    for q, row in zip(used, shown.rows, strict=False):
        assert number(row.cells[-3]) == pytest.approx(net[q], abs=0.05)
        assert (row.cells[-1] == "X") is (row.kind is Kind.ASSUMED) is row.cells[0].startswith(MARK)
    assert number(shown.rows[-1].cells[-3]) == pytest.approx(plan.totals.net_people, abs=0.05)


def test_the_first_sentence_recommends_with_people_and_shares() -> None:
    lead = next(b for b in memo("en").blocks if isinstance(b, Paragraph))
    assert lead.tone is Tone.LEAD
    assert lead.text.startswith("Spend 18 billion won in 2025–2028: ")
    assert f"about {about(studies().plan.totals.net_people)} people by 2028" in lead.text
    shares = [float(s) for s in re.findall(r"(\d+)%", lead.text)]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(100, abs=2)


def test_the_ledger_carries_what_the_evidence_carries_weakest_first() -> None:
    plan = studies().plan
    known = {r.title: r for r in lines(plan.evidence)}
    shown = [t for t in tables("en") if t.columns[0].title == "Number" and "Money" in
             [c.title for c in t.columns]][-1]  # fmt: skip
    grades = []
    for row in shown.rows:
        name = row.cells[0].removeprefix(f"{MARK} ")
        truth = known[name]
        grades.append(truth.grade)
        assert (truth.grade == "X") is row.cells[0].startswith(MARK) is (row.kind is Kind.ASSUMED)
        assert row.cells[4].startswith(truth.grade)
        carried = (truth.people_share, truth.money_share)
        for cell, value in zip(row.cells[-2:], carried, strict=True):
            assert number(cell) == pytest.approx(100 * value, rel=0.05, abs=1e-9)
    assert grades == sorted(grades, reverse=True)
    carrying = [r for r in known.values() if max(r.people_share, r.money_share) >= 1e-3]
    assert len(shown.rows) == len(carrying)


def test_the_range_is_that_of_this_plan_with_its_money_kept() -> None:
    sure = studies().uncertainty
    assert sure is not None
    low, _, high, *_ = sure.kept
    assert low < studies().plan.totals.net_people < high
    people = sure.study.kept[:, 0]
    assert sum(low <= v <= high for v in people) == pytest.approx(0.9 * DRAWS, abs=2)
    figures = next(b for b in memo("en").blocks if isinstance(b, KeyFigures)).figures
    assert figures[0].note == f"90%, plan kept: {about(low)} to {about(high)} people"
    lost = sure.study.regrets[:, 0]
    assert (lost > -1e-6).all()


def test_no_words_of_the_other_language() -> None:
    for text in words("en"):
        assert not re.search("[가-힣ㄱ-ㅎ]", text), text
    for text in words("ko"):
        names = re.sub(r"Talent Budget Optimizer|[A-Za-z]+[-_]\S+", "", text)
        assert not re.search(r"[A-Za-z]{2,}(?: [A-Za-z]{2,})+", names), text
        assert not re.search(r"\b[a-z]{4,}\b", names), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_docx_has_real_headings_repeating_heads_and_described_pictures(language: str) -> None:
    source = memo(language)
    word = Document(BytesIO(written(language, "docx")))
    page = word.sections[0]
    assert abs(page.page_width - Mm(210)) < Mm(0.1)
    assert abs(page.page_height - Mm(297)) < Mm(0.1)
    headings = [
        (p.text, int(p.style.name[-1])) for p in word.paragraphs if p.style.name.startswith("Head")
    ]
    assert headings == [(b.text, b.level) for b in source.blocks if isinstance(b, Heading)]
    shown = {t.rows[0].cells[0].text + t.rows[-1].cells[-1].text: t for t in word.tables}
    for one in tables(language):
        grid = shown[one.columns[0].title + one.rows[-1].cells[-1]]
        assert grid.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in grid.rows)
        assert [c.text for c in grid.rows[0].cells] == [c.title for c in one.columns]
        for row, truth in zip(grid.rows[1:], one.rows, strict=True):
            assert tuple(c.text for c in row.cells) == truth.cells
    pictures = [b for b in source.blocks if isinstance(b, Picture)]
    assert [s._inline.docPr.get("descr") for s in word.inline_shapes] == [b.alt for b in pictures]
    about = word.core_properties
    assert (about.title, about.author) == (source.title, source.author)
    assert about.language == {"en": "en-GB", "ko": "ko-KR"}[language]
    fonts = word.styles["Normal"].element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == "맑은 고딕"


ORDER = {
    "tblPr": "tblStyle tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders shd "
    "tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW tcBorders shd noWrap tcMar vAlign",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs "
    "autoSpaceDE autoSpaceDN spacing ind contextualSpacing jc outlineLvl rPr sectPr",
}
"""Word refuses a file whose properties stand in another order than the format's own."""


def test_properties_stand_in_the_order_of_the_format() -> None:
    word = Document(BytesIO(written("ko", "docx")))
    for root in (word.element, word.styles.element, word.sections[0].footer._element):
        for name, order in ORDER.items():
            for one in root.iter(qn(f"w:{name}")):
                places = [order.split().index(part.tag.rpartition("}")[2]) for part in one]
                assert places == sorted(set(places))


@pytest.fixture(scope="module")
def pages(convert: Convert, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Text of every page of the DOCX files as LibreOffice sets them."""
    folder = tmp_path_factory.mktemp("docx")
    files = []
    for language in LANGUAGES:
        files.append(folder / f"{language}.docx")
        files[-1].write_bytes(written(language, "docx"))
    printed = convert(files, "pdf")
    tool = shutil.which("pdftotext")
    assert tool is not None, "pdftotext (poppler-utils) reads what LibreOffice wrote"
    found = {}
    for language in LANGUAGES:
        command = [tool, "-layout", str(printed / f"{language}.pdf"), "-"]
        said = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
        found[language] = said.decode().rstrip("\f").split("\f")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_printed_pages(pages: dict[str, list[str]], language: str) -> None:
    said = pages[language]
    assert 5 <= len(said) <= 9
    annex = {"en": "Annex A. ", "ko": "붙임 1. "}[language]
    assert [annex in page for page in said[:3]] == [False, False, True]
    assert all(len(page.split()) > 15 for page in said)
    joined = " ".join(" ".join(said).split())
    assert "�" not in joined
    bare = joined.replace(" ", "")
    for block in memo(language).blocks:
        if isinstance(block, Heading | Paragraph) and not is_code(block):
            assert block.text.replace(" ", "") in bare
    assert memo(language).footer.replace(" ", "") in bare
    assert f"{len(said)}/{len(said)}" in bare


class Reader(HTMLParser):
    """Tables as texts, identifiers, and everything that points elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: dict[str, dict[str, str | None]] = {}
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.setdefault(tag, dict(attrs))
        for name, value in attrs:
            if name == "id":
                self.ids.append(str(value))
            if name in ("href", "src", "xlink:href", "action", "data", "srcset", "poster"):
                self.links.append(str(value))
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            assert tag == "td" or dict(attrs).get("scope") in ("row", "col")
            self.tables[-1][-1].append("")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("td", "th"):
            self.tables[-1][-1][-1] += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_html_stands_alone_and_holds_the_same_tables(language: str) -> None:
    page = written(language, "html").decode()
    read = Reader()
    read.feed(page)
    assert read.attributes["html"] == {"lang": language}
    assert all(link.startswith(("#", "data:")) for link in read.links)
    assert not {"script", "iframe", "link", "object", "embed", "img"} & set(read.tags)
    assert "@import" not in page
    assert "url(http" not in page
    assert len(read.ids) == len(set(read.ids))
    assert page.count("<caption>") == page.count("<table>") == len(tables(language))
    for shown, truth in zip(read.tables, tables(language), strict=True):
        assert shown[0] == [c.title for c in truth.columns]
        assert [tuple(row) for row in shown[1:]] == [row.cells for row in truth.rows]
    pictures = [b for b in memo(language).blocks if isinstance(b, Picture)]
    assert page.count('<svg role="img" aria-label="') == len(pictures)
    assert "size: A4" in page


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_html_is_accessible_and_fits_every_screen(page: Any, tmp_path: Path, language: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url))
    file = tmp_path / "memo.html"
    file.write_bytes(written(language, "html"))
    page.goto(file.as_uri())
    assert said == [file.as_uri()]
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    # the axe script itself is run by the test, past the page's own policy
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def paragraphs(word: HwpxDocument) -> list[str]:
    return [p.text for p in word.paragraphs]


@pytest.mark.parametrize("language", LANGUAGES)
def test_hwpx_is_valid_and_gives_back_texts_and_tables(language: str) -> None:
    content = written(language, "hwpx")
    word = HwpxDocument.open(content)
    assert not word.validate().issues
    assert validate_editor_open_safety(content).ok
    said = paragraphs(word)
    for block in memo(language).blocks:
        if isinstance(block, Heading | Paragraph):
            assert block.text in said
        elif isinstance(block, Bullets):
            assert set(block.items) <= set(said)
    grids = {}
    for line in word.paragraphs:
        for grid in line.tables:
            cells = [[c.text for c in row.cells] for row in grid.rows]
            grids[tuple(cells[0]), cells[-1][-1]] = (grid, cells)
    for truth in tables(language):
        head = tuple(c.title for c in truth.columns)
        grid, cells = grids[head, truth.rows[-1].cells[-1]]
        assert grid.element.get("repeatHeader") == "1"
        assert [tuple(row) for row in cells[1:]] == [row.cells for row in truth.rows]
    outline = [(p.text, int(str(p.style_id_ref)) - 1) for p in word.paragraphs
               if word.styles[str(p.style_id_ref)].name.startswith("개요")]  # fmt: skip
    assert outline == [(b.text, b.level) for b in memo(language).blocks if isinstance(b, Heading)]
    with ZipFile(BytesIO(content)) as archive:
        assert archive.namelist()[0] == "mimetype"
        section = archive.read("Contents/section0.xml").decode()
        about = archive.read("Contents/content.hpf").decode()
    for picture in (b for b in memo(language).blocks if isinstance(b, Picture)):
        assert f"<hp:shapeComment>{picture.alt}</hp:shapeComment>" in section
    assert f"<opf:language>{language}</opf:language>" in about
    assert "fixture" not in about


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", WRITERS)
def test_the_same_memo_gives_the_same_bytes(form: str, language: str) -> None:
    content = written(language, form)
    assert WRITERS[form].written(memo(language)) == content
    picture = next(b for b in memo(language).blocks if isinstance(b, Picture))
    for kind in ("png", "svg"):
        assert drawn.__wrapped__(picture, kind) == drawn(picture, kind)
    if form != "html":
        with ZipFile(BytesIO(content)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_recommendation_first_annexes_on_a_new_page_signature_between() -> None:
    for language in LANGUAGES:
        kinds = [type(b).__name__ for b in memo(language).blocks]
        assert kinds.count(PageBreak.__name__) == 1
        cut = kinds.index("PageBreak")
        assert kinds[cut - 1] == "SignOff"
        heads = [b.text for b in memo(language).blocks[cut:]
                 if isinstance(b, Heading) and b.level == 1]  # fmt: skip
        assert len(heads) == 8
