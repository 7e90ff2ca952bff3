"""What the answers rest on: grades, the numbers of the reference scenario, the track record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from docs.making.markdown import code, heading, pages, plain, table
from docs.making.words import said
from optimizer.api import desk as api

SCENARIO = "korea-2025"


@cache
def scenario() -> api.Scenario:
    """The reference scenario."""
    return api.load_scenario(SCENARIO)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,.10g}"


def source_link(name: str) -> str:
    """A source by its name, linked to its publication where that has an address."""
    source = api.load_evidence().sources.get(name)
    if source is None or not source.address:
        return code(name)
    return f"[{plain(source.title)}]({source.address.replace(')', '%29').replace(' ', '%20')})"


def _grades() -> Iterator[str]:
    """How many numbers of each grade there are, in the tables and in the scenario."""
    evidence = api.load_evidence()
    tables = Counter(str(p.grade) for p in evidence.parameters.values())
    used = Counter(str(n.grade) for n in scenario().evidence.values())
    yield heading(2, "Grades", "grades")
    yield table(
        ("grade", "means", "rows of `parameters.csv`", f"numbers in `{SCENARIO}`"),
        (
            (f"**{word}**", f"{said(t.title)}: {plain(t.meaning)}", tables[word], used[word])
            for (of, word), t in evidence.terms.items()
            if of == "grade"
        ),
    )


def _numbers() -> Iterator[str]:
    """Every graded number of the scenario."""
    yield heading(2, f"The numbers of `{SCENARIO}`", "numbers-of-korea")
    yield (
        "Each number with its range, as the scenario takes it from `data/parameters.csv` or states "
        "it itself. A scenario names it with `{ref: …}`."
    )
    yield table(
        ("number", "value", "low – high", "unit", "grade", "source"),
        (
            (
                f"{plain(said(n.title) if n.title is not None else '')} ({code(name)})",
                _number(n.value),
                f"{_number(n.low)} – {_number(n.high)}" if n.uncertain else "",
                plain(n.unit or ""),
                f"**{n.grade}**",
                "our assumption" if str(n.grade) == "X" else source_link(n.source or ""),
            )
            for name, n in scenario().evidence.items()
        ),
    )


def _record() -> Iterator[str]:
    """The findings of the track record, as the command prints them."""
    yield heading(2, "The track record", "track-record")
    yield (
        "`talent-budget track-record` predicts the people of programmes whose money and people are "
        "both known, from their money alone, and holds the prediction against what was announced "
        "or counted. What it found:"
    )
    lines = api.track_record_text(api.track_record(), "en").splitlines()
    found = [line for line in lines if line.startswith("- ")]
    end = next((n for n, line in enumerate(lines[2:], 2) if not line), len(lines))
    yield "\n".join(f"- {plain(line[2:])}" for line in lines[:end] if line in found)


def text() -> str:
    """Grades, the numbers of the scenario, the track record."""
    return pages([*_grades(), *_record(), *_numbers()])
