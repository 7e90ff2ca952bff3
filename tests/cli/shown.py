"""What a terminal may be shown: no sign that it would obey, none that turns text around."""

from __future__ import annotations

import unicodedata


def assert_printable(text: str) -> None:
    """Fails for control signs but line end and tab, and for marks of direction."""
    marks = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    for sign in text:
        control = unicodedata.category(sign) == "Cc" and sign not in "\n\t"
        assert not control, repr(sign)
        assert unicodedata.bidirectional(sign) not in marks, repr(sign)
