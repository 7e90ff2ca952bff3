"""The text of a model file, bounded in size, and what its numbers and limits mean."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from math import inf, isfinite
from pathlib import Path
from typing import BinaryIO

from optimizer.i18n import _, pgettext
from optimizer.lp.files.faults import Faults
from optimizer.lp.program import Key, Row, Sense
from optimizer.system.atomic_files import opened
from optimizer.text.encodings import SAVE_AS_UTF8, NotText, text_in

LARGEST = 100_000_000
"""Bytes of the largest file that is read, decompressed."""
ENDLESS = 1e20
"""A limit of this size or more is none, as in most solvers."""
_PIECE = 1 << 20
_OTHERS = ("cp949", "latin-1")


def text_of(path: Path, largest: int = LARGEST) -> str:
    """The text of a file, decompressed where it is gzip. Raises InvalidInput.

    UTF-16 and UTF-32 are understood where they are marked, Korean (CP949) and Western (Latin-1)
    encodings where it is not UTF-8.
    """
    faults = Faults(path.name or str(path))
    try:
        with opened(path) as file:
            content = _bounded(file, largest)
    except (OSError, ValueError, EOFError, zlib.error):
        content = None
        faults.add(
            None,
            _("The file cannot be read."),
            _("Name an existing, whole file."),
        )
    if content is not None and len(content) > largest:
        size = f"{largest / 1e6:g} MB"
        faults.add(
            None,
            pgettext("programme", "The file has more than {size}.", size=size),
            _("Give a smaller programme, or MPS in place of LP."),
        )
    text = "" if content is None or faults.issues else _decoded(content, faults)
    faults.refuse()
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _bounded(file: BinaryIO, largest: int) -> bytes:
    """At most one byte more than allowed, whatever it takes to find that out."""
    first = file.read(_PIECE)
    if first[:2] != b"\x1f\x8b":
        return first + file.read(max(largest + 1 - len(first), 0))
    content, piece, unpack = bytearray(), first, zlib.decompressobj(wbits=31)
    while len(content) <= largest:
        content += unpack.decompress(piece, largest + 1 - len(content))
        piece = unpack.unconsumed_tail
        if unpack.eof:
            piece = unpack.unused_data or file.read(_PIECE)
            if not piece.strip(b"\x00"):
                return bytes(content)
            unpack = zlib.decompressobj(wbits=31)
        elif not piece:
            piece = file.read(_PIECE)
            if not piece:
                raise EOFError
    return bytes(content)


def _decoded(content: bytes, faults: Faults) -> str:
    try:
        text = text_in(content, *_OTHERS)
    except NotText as fault:
        faults.add(fault.line, fault.problem, SAVE_AS_UTF8)
        return ""
    if "\x00" in text:
        faults.add(
            None,
            _("This is no text."),
            _("Give an MPS or LP file, plain or as .gz."),
        )
    return text


def number_of(text: str) -> float | None:
    """A number as solvers write it (Fortran's D too); None for anything else, NaN included."""
    try:
        value = float(text)
    except ValueError:
        try:
            value = float(text.replace("D", "e").replace("d", "e"))
        except ValueError:
            return None
    return None if value != value or "_" in text or not text.isascii() else value


def limit(value: float) -> float:
    """The number as a limit: endless from `ENDLESS` on."""
    return value if abs(value) < ENDLESS else inf if value > 0 else -inf


def sided(key: Key, terms: Mapping[Key, float], lower: float, upper: float) -> Iterator[Row]:
    """A row between two limits as rows of one side each; none where both are endless.

    A row with two different finite limits becomes two, called (key, ">=") and (key, "<=").
    """
    if lower == upper:
        yield Row(key, terms, Sense.EQ, lower)
        return
    both = isfinite(lower) and isfinite(upper)
    for sense, rhs in ((Sense.GE, lower), (Sense.LE, upper)):
        if isfinite(rhs):
            yield Row((key, str(sense)) if both else key, terms, sense, rhs)


def wrong_side(lower: float, upper: float) -> bool:
    """Whether limits lie beyond everything: +infinity below or -infinity above."""
    return lower == inf or upper == -inf
