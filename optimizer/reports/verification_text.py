"""What became of a bundle, as plain data and in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from optimizer.i18n import Words, _
from optimizer.reports.plain import versions
from optimizer.reports.verification import Difference, Verification

SHOWN = 20
"""Differences of one kind that the text names; the data hold all."""
LONGEST = 60
"""Letters of a value in the text."""

_HEADS = {
    "file": _("Files that are not as they were sealed (SHA-256)"),
    "document": _("Entries of the document changed after sealing"),
    "evidence": _("Evidence that reads otherwise today"),
    "source": _("Sources that read otherwise today"),
    "version": _("Versions"),
    "shipped": _("The shipped scenario of this name has changed since"),
    "result": _("Results that come out otherwise"),
    "words": _("Sentences that read otherwise"),
}


def verification_data(answer: Verification) -> dict[str, Any]:
    """The verification as nested plain data."""
    return {
        "scenario": answer.scenario,
        "fingerprint": answer.fingerprint,
        "command": answer.command,
        "versions": versions(),
        "same": answer.same,
        "sealed": answer.sealed,
        "reproduced": answer.reproduced,
        "differences": [
            {"kind": d.kind, "where": d.where, "then": d.then, "now": d.now}
            for d in answer.differences
        ],
    }


def verification_text(answer: Verification, language: str = "en") -> str:
    """Whether the bundle holds, then every difference with its place, then and now."""
    return "\n".join(_lines(answer, language)) + "\n"


def _lines(answer: Verification, language: str) -> Iterator[str]:
    yield f"{answer.scenario} [{answer.fingerprint}]"
    yield _verdict(answer).in_(language)
    for kind, head in _HEADS.items():
        found = answer.of(kind)
        if found:
            yield ""
            yield f"{head.in_(language)}:"
            yield from (f"  - {_said(d, language)}" for d in found[:SHOWN])
        if len(found) > SHOWN:
            more = len(found) - SHOWN
            yield _("  - and {more} more", more=more).in_(language)


def _verdict(answer: Verification) -> Words:
    if answer.same:
        return _("Everything is the same: files, inputs, evidence, versions and results.")
    if not answer.sealed:
        return _("This bundle was changed after it was made; it proves nothing.")
    if not answer.reproduced:
        return _("The plan does NOT come out the same today.")
    return _("The plan comes out the same; what it rests on has changed since.")


def _said(difference: Difference, language: str) -> str:
    then, now = (_value(v, language) for v in (difference.then, difference.now))
    if difference.kind == "file":
        then, now = then[:12], now[:12]
    words = _("{where}: then {then}, now {now}", where=difference.where, then=then, now=now)
    return words.in_(language)


def _value(value: Any, language: str) -> str:
    if value is None:
        return _("nothing").in_(language)
    if isinstance(value, str):
        text = value
    elif isinstance(value, float):
        text = repr(value).removesuffix(".0")
    else:
        text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
