"""The publications behind the figures of an answer."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from optimizer.domain.evidence import Evidence
from optimizer.i18n import _
from optimizer.results.table import Shape, data

SOURCES = Shape(
    "sources",
    _("Publications behind the figures"),
    *data("source", "title", "publisher", "date", "address", "read_as"),
)
"""One line a publication; `read_as` tells what was actually read."""


def source_table(evidence: Evidence, listed: Iterable[str]) -> pd.DataFrame:
    """The publications that `listed` texts name, each a list of identifiers with commas."""
    names = {name for text in listed for name in text.split(", ") if name}
    rows = (evidence.sources[name] for name in sorted(names))
    return SOURCES.frame(
            {
                "source": s.id, "title": s.title, "publisher": s.publisher, "date": s.date,
                "address": s.address, "read_as": s.read_as,
            }
            for s in rows
        )  # fmt: skip
