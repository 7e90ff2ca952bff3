"""The page of an HWPX memo: paper, looks of paragraphs, outline, properties."""

from __future__ import annotations

from typing import Any, NamedTuple

from hwpx import HwpxDocument

from optimizer.i18n import Words, _
from optimizer.reports.render.blocks import Memo
from optimizer.reports.render.printable import printable

FONT = _("Malgun Gothic").in_("ko")
TEXT_WIDTH = 170.0
"""Millimetres between the margins of an A4 page."""
MARGINS = {"left": 20.0, "right": 20.0, "top": 15.0, "bottom": 15.0}
INK, QUIET, BLACK = "#1B4965", "#555555", "#222222"
CONTENTS = "Contents/content.hpf"
"""The part that holds the properties of the file."""
LONG_AGO = "1980-01-01T00:00:00Z"
"""Date of the file's properties where the scenario states none."""


class Look(NamedTuple):
    """Points, weight and colour of letters; points before and after; what else a paragraph has."""

    size: float
    bold: bool = False
    colour: str = BLACK
    before: float = 0.0
    after: float = 3.0
    align: str = "LEFT"
    keep: bool = False
    edge: bool = False


LOOKS = {
    "title": Look(18, True, INK),
    "subtitle": Look(10, False, QUIET, after=8),
    "heading1": Look(13, True, INK, before=10, after=4, keep=True),
    "heading2": Look(11, True, INK, before=8, keep=True),
    "body": Look(10),
    "lead": Look(12.5, True, after=6),
    "note": Look(8.5, False, QUIET, before=1),
    "code": Look(9),
    "bullet": Look(10, after=2),
    "caption": Look(9.5, True, before=6, keep=True),
    "picture": Look(10, before=4, after=0, keep=True),
    "callout": Look(9.5, after=0, edge=True),
    "callout_title": Look(9.5, True, before=8, after=0, keep=True, edge=True),
    "cell": Look(9, after=0),
    "cell_bold": Look(9, True, after=0),
    "figure": Look(9, after=0, align="RIGHT"),
    "figure_bold": Look(9, True, after=0, align="RIGHT"),
    "large": Look(16, True, INK, after=0),
}


class Writer:
    """Writes paragraphs of known looks into a new document."""

    def __init__(self, memo: Memo) -> None:
        """An empty page of A4 with the memo's properties and footer."""
        self.memo = memo
        self.word = HwpxDocument.new()
        self.word.page.setup(
            paper_size="A4", margins_mm=MARGINS, header_margin_mm=8.0, footer_margin_mm=8.0
        )
        self._shapes: dict[str, str] = {}
        self._letters: dict[str, str] = {}
        self._fresh, self._turned = True, False
        self._unnumbered()
        self._properties()
        prefix = f"{printable(memo.footer)} · "
        self.word.page.set_page_number(align="LEFT", position="NONE", prefix=prefix)

    def write(self, text: Words | str, look: str) -> None:
        """A paragraph."""
        words = printable(text)
        if self._fresh:  # the first paragraph of a document is there already
            line = self.word.paragraphs[0]
            line.text = words
            self._fresh = False
            self.dress(line, look)
            return
        line = self.word.add_paragraph(
            words, style_id_ref=0, char_pr_id_ref=self.letters(look), inherit_style=False
        )
        self._turn(line)
        self.dress(line, look)

    def head(self, text: Words, level: int) -> None:
        """A heading of the outline."""
        look = f"heading{level}"
        line = self.word.add_heading(printable(text), level, char_pr_id_ref=self.letters(look))
        self._turn(line)
        self.dress(line, look)

    def turn_page(self) -> None:
        """What follows begins on a new page."""
        self._turned = True

    def _turn(self, line: Any) -> None:
        if self._turned:
            line.element.set("pageBreak", "1")
        self._turned = False

    def dress(self, line: Any, look: str) -> None:
        """Gives a paragraph its look."""
        if look not in self._shapes:
            self._shapes[look] = self._shaped(line, look)
        line.para_pr_id_ref = self._shapes[look]
        line.char_pr_id_ref = self.letters(look)

    def _shaped(self, line: Any, look: str) -> str:
        wanted = LOOKS[look]
        styles = self.word.styles
        styles.apply_paragraph_format(
            paragraphs=[line], alignment=wanted.align, line_spacing_percent=135,
            indent_left_mm=0, first_line_indent_mm=0,
            spacing_before_pt=wanted.before, spacing_after_pt=wanted.after,
            keep_with_next=wanted.keep,
            border={"sides": ["left"], "color": "#B45309", "width": "1 mm", "offset_mm": 2}
            if wanted.edge else None,
        )  # fmt: skip
        if look == "bullet":
            number = len(self.word.paragraphs) - 1
            mark = _("•").in_(self.memo.language)
            styles.apply_list_format(paragraph_index=number, kind="bullet", bullet_char=mark)
        return str(line.para_pr_id_ref)

    def letters(self, look: str) -> str:
        """Identifier of the letters of a look."""
        if look not in self._letters:
            wanted = LOOKS[look]
            self._letters[look] = self.word.styles.ensure_run(
                bold=wanted.bold, color=wanted.colour, font=FONT, size=wanted.size
            )
        return self._letters[look]

    def _unnumbered(self) -> None:
        """Headings of the outline without numbers of their own; annexes carry theirs in words."""
        for head in self.word.parts.headers[0].element.iter():
            if str(head.tag).endswith("}paraHead"):
                head.text = ""
        self.word.parts.headers[0].mark_dirty()

    def _properties(self) -> None:
        memo, parts = self.memo, self.word.parts
        parts.clear_document_metadata()
        date = f"{memo.date}T00:00:00Z" if memo.date and len(memo.date) == 10 else LONG_AGO
        parts.set_document_metadata(
            title=printable(memo.title), creator=printable(memo.author),
            subject=printable(memo.subtitle), created_date=date, modified_date=date,
        )  # fmt: skip
        parts.clear_preview()
        contents = self.word.package.get_xml(CONTENTS)
        for part in contents.iter():
            if str(part.tag).endswith("}language"):
                part.text = memo.language
        self.word.package.set_xml(CONTENTS, contents)

    def finished(self) -> bytes:
        """The document as an archive, its parts numbered in the order in which they stand."""
        for section in self.word.sections:
            footers: dict[str, str] = {}
            for number, part in enumerate(section.element.iter(), start=1):
                name = str(part.tag).rpartition("}")[2]
                if name == "footer":  # stands twice, under one number
                    part.set("id", footers.setdefault(str(part.get("id")), str(number)))
                elif name in ("p", "tbl", "pic"):
                    part.set("id", str(number))
                if part.get("instid"):
                    part.set("instid", str(number))
            for part in section.element.iter():
                shown = str(part.get("idRef"))
                if shown in footers:
                    part.set("idRef", footers[shown])
            section.mark_dirty()
        self._ordered()
        return bytes(self.word.to_bytes())

    def _ordered(self) -> None:
        """Puts the bullets where the format wants them: right after the numberings."""
        header: Any = self.word.parts.headers[0]
        places = {str(part.tag).rpartition("}")[2]: part for part in header.element.iter()}
        if "bullets" in places:
            places["numberings"].addnext(places["bullets"])
            header.mark_dirty()
