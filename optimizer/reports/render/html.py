"""Memo → HTML: one file that needs nothing else, for the screen and for paper of A4."""

from __future__ import annotations

import base64
import re
from functools import singledispatch
from html import escape
from importlib.resources import files

from optimizer.i18n import Words, _
from optimizer.reports.render.blocks import (
    Block,
    Callout,
    Column,
    KeyFigures,
    Memo,
    PageBreak,
    Picture,
    Row,
    SignOff,
    Table,
)
from optimizer.reports.render.pictures import caption, drawn
from optimizer.reports.render.printable import printable
from optimizer.results.page import Bullets, Heading, Paragraph, Tone

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""Nothing is fetched and nothing is run, whatever a title says."""


def written(memo: Memo) -> bytes:
    """The memo as the content of an HTML file; the same memo gives the same bytes."""
    style = files("optimizer.reports.memo").joinpath("memo.css").read_text(encoding="utf-8")
    body = "\n".join(_part(block) for block in memo.blocks)
    page = (
        f'<!doctype html>\n<html lang="{memo.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{_text(memo.author)}">\n'
        f"<title>{_text(memo.title)}</title>\n<style>\n{style}{_page_footer(memo)}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{_text(memo.title)}</h1>\n"
        f'<p class="subtitle">{_text(memo.subtitle)}</p>\n{body}\n{_attachment(memo)}\n</main>\n'
        f"<footer>{_text(memo.footer)}</footer>\n</body>\n</html>\n"
    )
    return _own_names(page).encode()


def _text(words: Words | str) -> str:
    return escape(printable(words), quote=True)


def _page_footer(memo: Memo) -> str:
    """The footer of printed pages, as a style may state it."""
    words = "".join(f"\\{ord(c):06x}" for c in printable(memo.footer))
    return (
        f'@page {{ @bottom-left {{ content: "{words}" }} '
        '@bottom-right { content: counter(page) " / " counter(pages) } }\n'
    )


def _attachment(memo: Memo) -> str:
    """The document itself, to be saved from the page."""
    data = base64.b64encode(memo.document.encode()).decode()
    words = _("The document of this scenario, attached:").in_(memo.language)
    name = _text(memo.document_name)
    link = f'<a download="{name}" href="data:application/yaml;base64,{data}">{name}</a>'
    return f"<p>{words} {link}</p>"


def _own_names(page: str) -> str:
    """Gives the parts of every drawing names of their own, so that none occurs twice."""
    drawings = iter(range(1, 1 + page.count("<svg ")))

    def renamed(found: re.Match[str]) -> str:
        prefix = f"d{next(drawings)}-"
        text = re.sub(r'\bid="', f'id="{prefix}', found.group(0))
        return re.sub(r'(href="#|url\(#)', rf"\g<1>{prefix}", text)

    return re.sub(r"<svg .*?</svg>", renamed, page, flags=re.DOTALL)


@singledispatch
def _part(block: Block) -> str:
    """One block as HTML."""
    raise TypeError(f"a memo has no {type(block).__name__}")


@_part.register
def _heading(block: Heading) -> str:
    level = block.level + 1
    return f"<h{level}>{_text(block.text)}</h{level}>"


@_part.register
def _paragraph(block: Paragraph) -> str:
    if block.tone is Tone.CODE:
        return f"<pre><code>{_text(block.text)}</code></pre>"
    return f'<p class="{block.tone}">{_text(block.text)}</p>'


def _list(items: tuple[Words, ...]) -> str:
    return "<ul>" + "".join(f"<li>{_text(item)}</li>" for item in items) + "</ul>"


@_part.register
def _bullets(block: Bullets) -> str:
    return _list(block.items)


@_part.register
def _callout(block: Callout) -> str:
    return f'<aside><p class="title">{_text(block.title)}</p>{_list(block.items)}</aside>'


@_part.register
def _figures(block: KeyFigures) -> str:
    cells = "".join(
        f"<div><dd>{_text(f.value)}</dd><dt>{_text(f.label)}</dt>"
        f'<dd class="note">{_text(f.note)}</dd></div>'
        for f in block.figures
    )
    return f'<dl class="figures">{cells}</dl>'


@_part.register
def _table(block: Table) -> str:
    head = "".join(f'<th scope="col"{_side(c)}>{_text(c.title)}</th>' for c in block.columns)
    rows = "".join(_row(row, block.columns) for row in block.rows)
    notes = "".join(f'<p class="note">{_text(note)}</p>' for note in block.notes)
    wide = sum(column.width for column in block.columns)
    widths = "".join(f'<col style="width: {100 * c.width / wide:.1f}%">' for c in block.columns)
    return (
        f"<table><caption>{_text(block.caption)}</caption><colgroup>{widths}</colgroup>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{notes}"
    )


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    first, *rest = zip(row.cells, columns, strict=True)
    cells = "".join(f"<td{_side(c)}>{_text(text)}</td>" for text, c in rest)
    name = f'<th scope="row"{_side(first[1])}>{_text(first[0])}</th>'
    return f'<tr class="{row.kind}">{name}{cells}</tr>'


def _side(column: Column) -> str:
    return ' class="n"' if column.figures else ""


@_part.register
def _picture(block: Picture) -> str:
    svg = drawn(block, "svg").decode()
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg ") :], flags=re.DOTALL)
    svg = svg.strip().replace("<svg ", f'<svg role="img" aria-label="{_text(block.alt)}" ', 1)
    return f"<figure>{svg}<figcaption>{_text(caption(block))}</figcaption></figure>"


@_part.register
def _fields(block: SignOff) -> str:
    return '<div class="sign">' + "".join(_field(name) for name in block.fields) + "</div>"


def _field(name: Words) -> str:
    return f"<p>{_text(name)}</p>"


@_part.register
def _break(block: PageBreak) -> str:
    return '<div class="break"></div>'
