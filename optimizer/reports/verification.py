"""A bundle made earlier, run again now: what is the same, and what differs where."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from optimizer.domain.evidence import Evidence, Parameter, Source
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import Message, _
from optimizer.inputs.evidence import load_evidence
from optimizer.inputs.load import load_scenario, scenario_of, shipped_scenarios
from optimizer.inputs.read import read_text
from optimizer.reports.answers import answer_data
from optimizer.reports.bundle import (
    DOCUMENT,
    EVIDENCE,
    LAYOUT,
    MANIFEST,
    RESULTS,
    digest,
    evidence_of,
)
from optimizer.results.versions import versions
from optimizer.studies.best_plan.study import best_plan

MOST_BYTES = 300_000_000
"""A bundle that unpacks to more is refused."""
FINGERPRINT = "fingerprint"
"""Entry of the manifest, and of what differs where the document has another."""
SAME = 1e-9
"""Relative difference of two numbers of a plan that counts as none: another machine's rounding."""
_NOISE = ("versions", "certificate", "curve_gap", "proved_within")
"""Entries of the results that tell how they were computed; only `certificate.passed` must agree."""
_WORDS = re.compile(r"^(sentences|review|cautions)\b|\b(title|sentence)(_ko)?$|\btitle\.")
"""Places of the results that hold sentences for people."""


@dataclass(frozen=True)
class Difference:
    """One thing that is not as it was when the bundle was made."""

    kind: str
    """'file', 'document', 'evidence', 'source', 'version', 'shipped', 'result' or 'words'."""
    where: str
    then: Any
    """What the bundle says; None where it had no such entry."""
    now: Any
    """What is found now; None where it is missing."""


@dataclass(frozen=True)
class Verification:
    """A bundle held against today: `differences` in the order files, inputs, versions, results."""

    scenario: str
    fingerprint: str
    command: str
    differences: tuple[Difference, ...]

    def of(self, *kinds: str) -> tuple[Difference, ...]:
        """The differences of these kinds."""
        return tuple(d for d in self.differences if d.kind in kinds)

    @property
    def sealed(self) -> bool:
        """Whether every file, and the document in it, is as the manifest says."""
        return not self.of("file", "document")

    @property
    def reproduced(self) -> bool:
        """Whether the document gives the plan of the bundle again."""
        return not self.of("result")

    @property
    def same(self) -> bool:
        """Whether nothing at all differs."""
        return not self.differences


def verify_bundle(content: bytes, where: str = "bundle") -> Verification:
    """Runs the document of a bundle (the content of its ZIP) again and compares everything.

    Raises InvalidInput for what is no bundle, or whose document cannot be read.

    Example:
        >>> from optimizer import api as tb
        >>> content = tb.bundle(tb.solve(tb.example()))
        >>> tb.verify_bundle(content).reproduced
        True
    """
    files = _unpacked(content, where)
    manifest = _group(files, MANIFEST, where)
    if manifest.get("bundle") != LAYOUT or not isinstance(manifest.get("files"), dict):
        raise _no_bundle(where, _OTHER_LAYOUT)
    stated, frozen, results = (_group(files, n, where) for n in (EVIDENCE, DOCUMENT, RESULTS))
    name = f"{manifest.get('scenario')}.yaml"
    if name not in files:
        raise _no_bundle(where, _lacks(name))
    shipped = load_evidence()
    document = read_text(_text(files[name], name, where), f"{where}, {name}")
    scenario = scenario_of(document, _with_rows(shipped, stated, where))
    used = evidence_of(scenario, shipped)
    differences = [
        *_files(files, manifest["files"]),
        *compared("document", frozen, json.loads(json.dumps(scenario.document))),
        *compared("document", manifest.get(FINGERPRINT), scenario.fingerprint, FINGERPRINT),
        *_rows("evidence", stated["parameters"], shipped.parameters, used["parameters"]),
        *_rows("source", stated["sources"], shipped.sources, used["sources"]),
        *compared("version", manifest.get("versions", {}), versions()),
        *(_shipped_now(frozen, str(manifest["scenario"])) if manifest.get("shipped") else ()),
        *_results(results, answer_data(best_plan(scenario))),
    ]
    return Verification(
        scenario=str(manifest.get("scenario")),
        fingerprint=str(manifest.get("fingerprint")),
        command=str(manifest.get("command")),
        differences=tuple(differences),
    )


def compared(kind: str, then: Any, now: Any, path: str = "") -> Iterator[Difference]:
    """Every place where two trees of plain data differ."""
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        for name in [*then, *(n for n in now if n not in then)]:
            yield from compared(kind, then.get(name), now.get(name), f"{path}.{name}".lstrip("."))
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for i, (first, second) in enumerate(zip(then, now, strict=True)):
            yield from compared(kind, first, second, f"{path}[{_label(first, second, i)}]")
    elif not _equal(then, now):
        yield Difference(kind, path, then, now)


def _equal(then: Any, now: Any) -> bool:
    numbers = all(isinstance(v, int | float) and not isinstance(v, bool) for v in (then, now))
    if not numbers:
        return bool(then == now)
    return bool(abs(then - now) <= SAME * max(1.0, abs(then), abs(now)))


def _label(first: Any, second: Any, position: int) -> str:
    """What a row is called: its names and year where both have the same, else its number."""
    if not isinstance(first, Mapping) or not isinstance(second, Mapping):
        return str(position)
    known = ("id", "programme", "activity", "capacity", "pathway", "rule", "evidence", "year")
    names = [str(first[k]) for k in known if k in first and first.get(k) == second.get(k)]
    return " ".join(names) or str(position)


def _files(files: Mapping[str, bytes], sealed: Mapping[str, str]) -> Iterator[Difference]:
    for name in sorted({*files, *sealed} - {MANIFEST}):
        then = sealed.get(name)
        now = digest(files[name]) if name in files else None
        if then != now:
            yield Difference("file", name, then, now)


def _rows(
    kind: str,
    then: Mapping[str, Any],
    now: Mapping[str, Parameter] | Mapping[str, Source],
    used: Mapping[str, Any],
) -> Iterator[Difference]:
    """Rows that are gone, every changed cell of the others, rows in use that the bundle lacks."""
    for name, row in then.items():
        found = now.get(name)
        if found is None:
            yield Difference(kind, name, row, None)
        else:
            yield from compared(kind, row, found.model_dump(mode="json"), name)
    yield from (Difference(kind, name, None, row) for name, row in used.items() if name not in then)


def _shipped_now(frozen: Any, name: str) -> Iterator[Difference]:
    """What the shipped scenario of the same name says otherwise today."""
    path = shipped_scenarios().get(name)
    if path is not None:
        now = {**load_scenario(path).document}
        then = {**frozen}
        for document in (then, now):
            document.pop("evidence", None)  # told row by row already
        yield from compared("shipped", then, json.loads(json.dumps(now)))


def _results(then: dict[str, Any], now: dict[str, Any]) -> Iterator[Difference]:
    """Numbers and names that come out otherwise; sentences that only read otherwise are words.

    Entries that the bundle does not have, as later versions may add them, are no difference.
    """
    proofs = [_passed(data.get("certificate")) for data in (then, now)]
    if proofs[0] != proofs[1]:
        yield Difference("result", "certificate.passed", *proofs)
    then = {k: v for k, v in then.items() if k not in _NOISE}
    for found in compared("result", then, _stated(then, json.loads(json.dumps(now)))):
        yield replace(found, kind="words") if _WORDS.search(found.where) else found


def _passed(certificate: Any) -> Any:
    return certificate.get("passed") if isinstance(certificate, Mapping) else None


def _stated(then: Any, now: Any) -> Any:
    """What is found now, without entries that were not stated then."""
    if isinstance(then, Mapping) and isinstance(now, Mapping):
        return {name: _stated(then[name], now[name]) for name in then if name in now}
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        return [_stated(first, second) for first, second in zip(then, now, strict=True)]
    return now


def _with_rows(shipped: Evidence, stated: Any, where: str) -> Evidence:
    """The evidence at hand with the bundle's own rows in it, so that it needs no others."""
    try:
        parameters = {n: _row(Parameter, row) for n, row in stated["parameters"].items()}
        sources = {n: _row(Source, row) for n, row in stated["sources"].items()}
    except (AttributeError, KeyError, TypeError, ValueError):
        raise _no_bundle(where, _damaged(EVIDENCE)) from None
    return shipped.model_copy(
        update={
            "parameters": {**shipped.parameters, **parameters},
            "sources": {**shipped.sources, **sources},
        }
    )


def _row(model: Any, row: Any) -> Any:
    return model.model_validate_json(json.dumps(row))


def _unpacked(content: bytes, where: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if sum(e.file_size for e in entries) > MOST_BYTES:
                raise _no_bundle(where, _HUGE)
            return {e.filename: archive.read(e) for e in entries}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError):
        raise _no_bundle(where, _NO_ZIP) from None


def _text(content: bytes, name: str, where: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise _no_bundle(where, _damaged(name)) from None


def _group(files: Mapping[str, bytes], name: str, where: str) -> dict[str, Any]:
    """The entries of a JSON file."""
    if name not in files:
        raise _no_bundle(where, _lacks(name))
    try:
        data = json.loads(files[name])
    except ValueError:
        data = None
    if not isinstance(data, dict):
        raise _no_bundle(where, _damaged(name))
    return data


_OTHER_LAYOUT = _("its manifest is not of layout {layout}", layout=LAYOUT)
_HUGE = _("it is far too large")
_NO_ZIP = _("it is no ZIP file that can be read")


def _damaged(name: str) -> Message:
    return _("{name} is damaged", name=name)


def _lacks(name: str) -> Message:
    return _("it lacks {name}", name=name)


def _no_bundle(where: str, why: Message) -> InvalidInput:
    problem = _("This is no bundle: {why}.", why=why)
    remedy = _("Make one with `talent-budget bundle`.")
    return InvalidInput([Issue(where, problem, remedy)])
