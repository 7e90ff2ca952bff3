"""The reference of the tables in `data/`: columns, units, words, from the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pandas as pd

from docs.making.markdown import code, heading, pages, plain, table

DATA = Path(__file__).resolve().parents[2] / "data"
KINDS = {
    "id": "identifier",
    "yes_no": "yes or no",
    "scope": "country, then a colon and a part of it",
}


def read(name: str) -> pd.DataFrame:
    """A table of `data/`, every cell as text, empty cells empty."""
    return pd.read_csv(DATA / f"{name}.csv", dtype=str, keep_default_na=False)


def _holds(row: pd.Series[str]) -> str:
    """What may stand in a column."""
    if row["type"] == "word":
        return f"a word of [{row['unit_or_list']}](#words-{row['unit_or_list'].replace('_', '-')})"
    unit = f", {row['unit_or_list']}" if row["unit_or_list"] else ""
    return KINDS.get(row["type"], row["type"]) + unit


def _columns() -> Iterator[str]:
    for name, rows in groupby((row for _, row in read("columns").iterrows()), lambda r: r["table"]):
        yield heading(2, f"`{name}.csv`", f"table-{str(name).replace('_', '-')}")
        yield table(
            ("column", "holds", "filled", "meaning"),
            (
                (
                    code(row["column"]),
                    _holds(row),
                    "always" if row["required"] == "yes" else "",
                    plain(row["meaning"]),
                )
                for row in rows
            ),
        )


def _words() -> Iterator[str]:
    yield heading(2, "Permitted words", "permitted-words")
    yield "From `vocabulary.csv`. A word that is not listed here is refused."
    terms = [row for _, row in read("vocabulary").iterrows()]
    for name in dict.fromkeys(row["list"] for row in terms):
        yield heading(3, f"Words of {code(name)}", f"words-{name.replace('_', '-')}")
        yield table(
            ("word", "English", "Korean", "meaning"),
            (
                (code(r["word"]), plain(r["title_en"]), plain(r["title_ko"]), plain(r["meaning"]))
                for r in terms
                if r["list"] == name
            ),
        )


def text() -> str:
    """Every table with its columns, then every list of words."""
    return pages([*_columns(), *_words()])
