"""Bytes of a text file → its text: what a mark at its beginning says, else UTF-8; or why not."""

from __future__ import annotations

import codecs
from contextlib import suppress

from optimizer.i18n import Message, _

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Marks of wide signs; the longest first, since one begins another."""
_HEAD = 1 << 16
"""Bytes from which an encoding without a mark is told."""
SAVE_AS_UTF8 = _("Save the file as UTF-8 in the text editor.")


class NotText(ValueError):
    """Bytes that are read in no encoding: what they look like, and the line (from 1) if known."""

    def __init__(self, problem: Message, line: int | None = None) -> None:
        self.problem, self.line = problem, line
        super().__init__(problem)


def text_in(content: bytes, *others: str) -> str:
    """The text of a file that is marked as UTF-8, UTF-16 or UTF-32, or is UTF-8 without a mark.

    `others` are encodings tried where it is none of these. Raises NotText, which says what the file
    looks like.
    """
    marked = next((name for mark, name in _MARKS if content.startswith(mark)), None)
    if marked is not None:
        try:
            return content.decode(marked)
        except UnicodeDecodeError:
            raise NotText(_damaged(marked.upper())) from None
    bits = _width(content[:_HEAD]) if b"\x00" in content else None
    if bits is not None:
        raise NotText(_unmarked(f"UTF-{bits}"))
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as fault:
        for other in others:
            with suppress(UnicodeDecodeError):
                return content.decode(other)
        raise NotText(_foreign(content), content.count(b"\n", 0, fault.start) + 1) from None


def _width(head: bytes) -> int | None:
    """Bits of each sign where zero bytes stand as in a text of wide signs; None elsewhere."""
    count = max(1, len(head) // 4)
    zeros = [head[k::4].count(0) / count for k in range(4)]
    for low, high in ((zeros[0], zeros[2:]), (zeros[3], zeros[:2])):
        if min(high) > 0.9 and low < 0.5:
            return 32
    few, many = sorted((zeros[0] + zeros[2], zeros[1] + zeros[3]))
    return 16 if many > 0.1 and few < 0.05 * many else None


def _unmarked(name: str) -> Message:
    return _("The file looks like {name} without the mark (BOM) that says so.", name=name)


def _damaged(name: str) -> Message:
    return _("The file is marked as {name} but holds something else.", name=name)


def _foreign(content: bytes) -> Message:
    """What a text that is not UTF-8 looks like."""
    try:
        content.decode("cp949")
    except UnicodeDecodeError:
        return _("The text is not UTF-8.")
    return _("The text is not UTF-8; it looks like Korean (CP949).")
