"""Every form that an answer can be taken away in, by the ending of its file."""

from __future__ import annotations

from importlib import import_module

from optimizer.reports.render.blocks import Memo
from optimizer.reports.render.csv import csv_bytes, frame_of
from optimizer.reports.render.document import document, spoken
from optimizer.results.page import Page

DOCUMENTS = ("docx", "html", "hwpx")
"""Forms of documents: one module of this package each, whose `written` takes a memo."""
FORMS = ("csv", *DOCUMENTS, "xlsx")
"""Forms of files; the terminal and data are two more."""


def written(memo: Memo, form: str, language: str) -> bytes:
    """A document in one of DOCUMENTS and a language; slow libraries load when used."""
    writer = import_module(f"optimizer.reports.render.{form}")
    content: bytes = writer.written(spoken(memo, language))
    return content


def in_form(page: Page, form: str, language: str = "en") -> bytes:
    """A page as the content of a file in one of FORMS; CSV holds its first table."""
    if form in DOCUMENTS:
        return written(document(page), form, language)
    if form == "xlsx":
        from optimizer.reports.render import xlsx

        return xlsx.written(page, language)
    tables = list(page.tables.values())
    return csv_bytes(frame_of(tables[0], language)) if tables else b""
