"""What papers show in the language that nobody speaks; run by itself.

Prints, as JSON, for each form of a report the texts with words outside messages. The scenario has
titles in that language too, as any document may.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl

from optimizer.api import desk as api
from tests.i18n.pseudo import LANGUAGE, marked, texts_in, unsaid

CODE = re.compile(
    r"talent-budget.*|https?://\S*|--?[a-z-]+|[a-z]+[._\[][\w.\[\]-]+|[a-z]+-[a-z0-9-]+|.*\.xlsx.*"
)
"""Paths, identifiers and commands."""


def titled(document: Any) -> Any:
    """A document whose words are there in that language as well."""
    if isinstance(document, list):
        return [titled(one) for one in document]
    if not isinstance(document, dict):
        return document
    if "en" in document:
        return {**document, LANGUAGE: marked(document["en"])}
    return {name: titled(one) for name, one in document.items()}


def paragraphs(markup: str, end: str) -> Iterator[str]:
    """Texts of the elements that one of these ends."""
    for part in re.split(end, markup):
        yield unescape(re.sub(r"<[^>]+>", "", part))


def html(content: bytes) -> Iterator[str]:
    shown = re.sub(r"<(style|script|title)[^>]*>.*?</\1>", " ", content.decode(), flags=re.DOTALL)
    return paragraphs(shown, r"</(?:p|li|td|th|h\d|div|tr|text|figcaption|caption)>")


def docx(content: bytes) -> Iterator[str]:
    markup = ZipFile(BytesIO(content)).read("word/document.xml").decode()
    yield from paragraphs(re.sub(r"<pic:pic.*?</pic:pic>", "", markup), "</w:p>")
    yield from map(unescape, re.findall(r' descr="([^"]*)"', markup))


def hwpx(content: bytes) -> Iterator[str]:
    papers = ZipFile(BytesIO(content))
    for name in papers.namelist():
        if "section" in name:
            markup = papers.read(name).decode()
            for part in markup.split("</hp:p>"):
                yield unescape("".join(re.findall(r"<hp:t[^>]*>([^<]*)</hp:t>", part)))


def xlsx(content: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(BytesIO(content)):
        yield sheet.title
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                value = cell.value
                hidden = sheet.column_dimensions[cell.column_letter].hidden
                if isinstance(value, str) and not (hidden or value.startswith("=")):
                    yield value


READ = {"docx": docx, "html": html, "hwpx": hwpx, "xlsx": xlsx}


def main() -> None:
    """Prints what each form shows outside messages."""
    scenario = _example()
    evidence = api.load_evidence()
    names = {*texts_in([evidence.model_dump(), scenario.document])}
    found = {}
    for form, read in READ.items():
        content = api.report(scenario, form, draws=16, language=LANGUAGE)
        texts = (" ".join(CODE.sub(" ", text).split()) for text in read(content))
        found[form] = sorted({left for text in texts if (left := unsaid(text, names))})
    sys.stdout.write(json.dumps(found, ensure_ascii=False))


def _example() -> api.Scenario:
    from optimizer import api as people

    return people.load(titled(people.example().document))


if __name__ == "__main__":
    main()
