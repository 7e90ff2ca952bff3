"""Where the documents of scenarios differ, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from optimizer.domain.scenario import Scenario

WORDS = frozenset(
    {"schema", "id", "title", "description", "cautions", "author", "date", "reason", "owner",
     "note", "base"}
)  # fmt: skip
"""Entries that say what a document is about; they change no plan."""
ABSENT = "–"


def different_inputs(scenarios: Sequence[Scenario]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each entry that is not the same in all documents: its path, and what each of them states.

    Rules are told apart by their identifier, members of other lists by their number.
    """
    flat = [dict(_entries(s.document, "")) for s in scenarios]
    for path in dict.fromkeys(path for document in flat for path in document):
        stated = tuple(document.get(path, ABSENT) for document in flat)
        if len(set(stated)) > 1:
            yield path, stated


def _entries(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        members = [(str(k), v) for k, v in value.items() if str(k) not in WORDS]
    elif isinstance(value, list | tuple):
        members = [(_name(n, v), v) for n, v in enumerate(value)]
    else:
        yield path, _plain(value)
        return
    for name, member in members:
        yield from _entries(member, f"{path}.{name}" if path else name)


def _name(number: int, member: object) -> str:
    named = member.get("id") if isinstance(member, Mapping) else None
    return str(number) if named is None else str(named)


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.12g}"
    return str(value).lower() if isinstance(value, bool) or value is None else str(value)
