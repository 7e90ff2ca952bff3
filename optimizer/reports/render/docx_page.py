"""The page of a DOCX memo: paper, fonts, styles, language, footer and properties."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from optimizer.i18n import _, pgettext
from optimizer.reports.render.blocks import Memo
from optimizer.reports.render.printable import printable

KOREAN_FONT = _("Malgun Gothic").in_("ko")
LATIN_FONT = pgettext("font of Latin letters", "Arial")
INSTEAD = ("Malgun Gothic", "Noto Sans CJK KR", "Apple SD Gothic Neo", "NanumGothic", "Batang")
"""What a reader without the named font should use, in this order."""
LANGUAGES = {"en": "en-GB", "ko": "ko-KR"}
INK, QUIET = RGBColor(0x1B, 0x49, 0x65), RGBColor(0x55, 0x55, 0x55)
LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC)
"""Date of the file's properties where the scenario states none."""


def set_up(word: Word, memo: Memo) -> None:
    """Paper, styles, language, footer and properties, before anything is written."""
    page = word.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin, page.bottom_margin = Mm(18), Mm(18)
    page.header_distance = page.footer_distance = Mm(9)
    latin = LATIN_FONT.in_(memo.language)
    _language(word, latin)
    _styles(word, latin)
    _font_table(word)
    _footer(word, memo)
    about = word.core_properties
    about.title, about.author = printable(memo.title)[:255], printable(memo.author)[:255]
    about.last_modified_by, about.subject = about.author, printable(memo.subtitle)[:255]
    about.language, about.keywords, about.comments = (
        LANGUAGES.get(memo.language, memo.language),
        "",
        "",
    )
    about.created = about.modified = _date(memo.date)


def _date(text: str | None) -> datetime:
    try:
        return datetime.fromisoformat(text or "").replace(tzinfo=UTC)
    except ValueError:
        return LONG_AGO


def _language(word: Word, latin: str) -> None:
    """Korean for Korean letters and English for Latin ones, as in every Korean document."""
    defaults = word.styles.element.find(qn("w:docDefaults"))
    parts = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _fonts(parts, latin)
    for old in parts.findall(qn("w:lang")):
        parts.remove(old)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGES["en"])
    language.set(qn("w:eastAsia"), LANGUAGES["ko"])
    parts.append(language)


def _fonts(parts: Any, latin: str) -> None:
    """Names the fonts of a run or style, theme fonts removed."""
    fonts = parts.find(qn("w:rFonts"))
    if fonts is not None:
        parts.remove(fonts)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), latin)
    fonts.set(qn("w:eastAsia"), KOREAN_FONT)
    parts.insert(0, fonts)


def _styles(word: Word, latin: str) -> None:
    """Name: points, bold, space before and after, colour."""
    wanted: dict[str, tuple[float, bool, float, float, RGBColor | None]] = {
        "Normal": (9.5, False, 0, 4, None),
        "Title": (16.5, True, 0, 0, INK),
        "Subtitle": (9.5, False, 0, 8, QUIET),
        "Heading 1": (12.5, True, 10, 4, INK),
        "Heading 2": (10.5, True, 8, 3, INK),
        "List Bullet": (9.5, False, 0, 2, None),
        "Caption": (9, True, 6, 3, None),
        "Lead": (12, True, 2, 6, None),
        "Note": (8, False, 2, 2, QUIET),
        "Code": (8.5, False, 2, 4, None),
        "Callout": (9, False, 0, 0, None),
        "Picture": (9.5, False, 6, 0, None),
        "Cell": (8.5, False, 0, 0, None),
        "Figure": (15, True, 2, 0, INK),
    }
    known = {style.name for style in word.styles}
    for name, (size, bold, before, after, colour) in wanted.items():
        style: Any = (
            word.styles[name]
            if name in known
            else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        )
        if name not in known:
            style.base_style = word.styles["Normal"]
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        _fonts(style.element.get_or_add_rPr(), latin)
        style.font.color.rgb = RGBColor(0x22, 0x22, 0x22) if colour is None else colour
        shape = style.paragraph_format
        shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.15
    _frames(word)


def _frames(word: Word) -> None:
    """Rules and shades of styles, and what must stay with the next paragraph."""
    normal = word.styles["Normal"].element.get_or_add_pPr()
    for name in ("autoSpaceDE", "autoSpaceDN"):  # no gap between a figure and its Korean unit
        off = parse_xml(f'<w:{name} {nsdecls("w")} w:val="0"/>')
        normal.insert_element_before(off, "w:spacing", "w:ind", "w:jc")
    for name in ("Caption", "Picture", "Heading 1", "Heading 2"):
        word.styles[name].paragraph_format.keep_with_next = True
    title = word.styles["Title"].element.get_or_add_pPr()
    for border in title.findall(qn("w:pBdr")):
        title.remove(border)
    edge = '<w:left w:val="single" w:sz="24" w:space="8" w:color="B45309"/>'
    for name, border, fill in (("Callout", edge, "FDF3E4"), ("Code", "", "F0F0F0")):
        shape = word.styles[name].element.get_or_add_pPr()
        frame = parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>")
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>')
        for piece in (frame, shade):  # the format wants them before the spacing
            shape.insert_element_before(piece, "w:spacing", "w:ind", "w:jc")


def _font_table(word: Word) -> None:
    """Names what to use where the document's font is not installed."""
    part: Any = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{",".join(INSTEAD)}"/>'
        '<w:charset w:val="81"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name in (KOREAN_FONT, LATIN_FONT.in_("ko"))
    )
    part._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>"
    ).encode()


def _footer(word: Word, memo: Memo) -> None:
    line = word.sections[0].footer.paragraphs[0]
    line.style = word.styles["Note"]
    line.add_run(printable(memo.footer) + " · ")
    for number, field in enumerate(("PAGE", "NUMPAGES")):
        if number:
            line.add_run(" / ")
        for kind in ("begin", field, "end"):
            line.add_run()._r.append(_field(kind))


def _field(kind: str) -> Any:
    """A piece of a field: its begin, its instruction, or its end."""
    if kind in ("begin", "end"):
        piece = OxmlElement("w:fldChar")
        piece.set(qn("w:fldCharType"), kind)
        return piece
    piece = OxmlElement("w:instrText")
    piece.set(qn("xml:space"), "preserve")
    piece.text = f" {kind} "
    return piece
