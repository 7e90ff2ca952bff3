"""The parts of a workbook's file: values beside formulas, no time of day, the same every time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every part."""
APPLICATION = b"Talent Budget Optimizer"
"""Who wrote the file; programs compute files of others than themselves afresh."""

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_WRITER = re.compile(rb"<Application>[^<]*</Application><AppVersion>[^<]*</AppVersion>")
_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f>[^<]*</f>)<v(?: ?/>|></v>)</c>')
_SHEET = re.compile(r"xl/worksheets/sheet([0-9]+)[.]xml")


def packed(content: bytes, values: Sequence[Mapping[str, Any]]) -> bytes:
    """The file with the value of each formula in it; `values` by cell, sheet after sheet."""
    stamp = datetime(*EARLIEST).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            sheet = _SHEET.fullmatch(name)
            if sheet is not None:
                part = _with_values(part.decode(), values[int(sheet[1]) - 1]).encode()
            elif name == "docProps/core.xml":
                part = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", part)
            elif name == "docProps/app.xml":
                part = _WRITER.sub(b"<Application>" + APPLICATION + b"</Application>", part)
            entry = zipfile.ZipInfo(name, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, part)
    return out.getvalue()


def _with_values(sheet: str, values: Mapping[str, Any]) -> str:
    """A sheet with each formula's value."""

    def filled(found: re.Match[str]) -> str:
        cell, attributes, formula = found.groups()
        value = values[cell]
        if isinstance(value, str):
            return f'<c r="{cell}"{attributes} t="str">{formula}<v>{escape(value)}</v></c>'
        return f'<c r="{cell}"{attributes}>{formula}<v>{float(value) + 0.0!r}</v></c>'

    return _FORMULA.sub(filled, sheet)
