"""What became of a bundle, as plain data and in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from optimizer.i18n import SOURCE, Words, _, verbatim
from optimizer.reports.render.text import text
from optimizer.reports.verification import Difference, Verification
from optimizer.results.page import Bullets, Heading, Page, Paragraph, page
from optimizer.results.versions import versions

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
    return text(verification_page(answer), language)


def verification_page(answer: Verification) -> Page:
    """The same laid out."""
    return page(
        Heading(verbatim(f"{answer.scenario} [{answer.fingerprint}]")),
        Paragraph(_verdict(answer)),
        (Bullets(tuple(_some(answer.of(kind))), head) for kind, head in _HEADS.items()),
    )


def _some(found: Sequence[Difference]) -> Iterator[Words]:
    yield from map(_said, found[:SHOWN])
    if len(found) > SHOWN:
        yield _("and {more} more", more=len(found) - SHOWN)


def _verdict(answer: Verification) -> Words:
    if answer.same:
        return _("Everything is the same: files, inputs, evidence, versions and results.")
    if not answer.sealed:
        return _("This bundle was changed after it was made; it proves nothing.")
    if not answer.reproduced:
        return _("The plan does NOT come out the same today.")
    return _("The plan comes out the same; what it rests on has changed since.")


def _said(difference: Difference) -> Words:
    then, now = (_value(v) for v in (difference.then, difference.now))
    if difference.kind == "file":
        then, now = (verbatim(v.in_(SOURCE)[:12]) for v in (then, now))
    return _("{where}: then {then}, now {now}", where=difference.where, then=then, now=now)


def _value(value: Any) -> Words:
    if value is None:
        return _("nothing")
    if isinstance(value, str):
        told = value
    elif isinstance(value, float):
        told = repr(value).removesuffix(".0")
    else:
        told = json.dumps(value, ensure_ascii=False)
    return verbatim(told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}…")
