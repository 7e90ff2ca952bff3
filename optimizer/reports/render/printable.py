"""What every file format needs: legal letters, and archives without a time of day."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from optimizer.i18n import Words

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""Date of every entry of an archive: the earliest that a zip can state."""


def printable(text: Words | str) -> str:
    """The text without signs that no XML may carry."""
    return _ILLEGAL.sub("", str(text))


def settled(archive: bytes) -> bytes:
    """The same zip with a constant date for every entry, so that equal contents are equal bytes.

    Entries keep their order; one that was stored stays stored, as a leading mimetype must.
    """
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(out, "w") as new:
        for entry in old.infolist():
            fresh = ZipInfo(entry.filename, EPOCH)
            fresh.compress_type = ZIP_STORED if entry.compress_type == ZIP_STORED else ZIP_DEFLATED
            new.writestr(fresh, old.read(entry))
    return out.getvalue()
