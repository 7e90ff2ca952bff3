"""Signs that a terminal would obey or that turn text around; shown as codes instead."""

from __future__ import annotations

import json
import re
from typing import Any

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control signs but tab and line end, and marks of direction."""
_HALF = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no encoding knows."""


def shown(text: str) -> str:
    r"""The text as a terminal may print it.

    >>> shown("a\x1b[31mb\u202ec"), shown("two\nlines\tand é")
    ('a\\x1b[31mb\\u202ec', 'two\nlines\tand é')
    """
    return UNSAFE.sub(_code, readable(text))


def readable(text: str) -> str:
    """The text with letters that the system's code page could not read put together again."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text)


def _code(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}"


def json_text(data: Any) -> str:
    r"""Data as JSON that prints safely and reads back the same.

    >>> json_text({"a": "\u202eb"})
    '{\n  "a": "\\u202eb"\n}'
    """
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    text = UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return _HALF.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
