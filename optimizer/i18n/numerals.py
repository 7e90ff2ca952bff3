"""Words that each language writes into numbers and tables: small data beside its catalogue."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from optimizer.i18n.catalogue import LANGUAGES, SOURCE, beside


def scales(language: str) -> tuple[tuple[float, str], ...]:
    """Powers of ten that an amount of money is told in, and their words, the largest first.

    >>> scales("en")
    ((1000000000000.0, 'trillion'), (1000000000.0, 'billion'), (1000000.0, 'million'))
    """
    known = _data(language).get("scales") or _data(SOURCE)["scales"]
    return tuple((size, word) for word, size in known.items())


@cache
def understood(kind: str) -> dict[str, Any]:
    """What people may write in any language: words of "scales", "currencies" or "columns".

    >>> understood("scales")["bn"], understood("columns")["year"]
    (1000000000.0, 'year')
    """
    found: dict[str, Any] = {}
    for language in LANGUAGES:
        for word, meant in _data(language).get("read", {}).get(kind, {}).items():
            found[word] = [*found.get(word, []), *meant] if isinstance(meant, list) else meant
    return found


@cache
def _data(language: str) -> dict[str, Any]:
    file = beside(language)
    return json.loads(file.read_text(encoding="utf-8")) if file is not None else {}
