"""Plan → bundle: one ZIP with everything needed to run it again and to see what has changed."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from optimizer.domain.base import stated_in_all
from optimizer.domain.evidence import Evidence
from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _, in_a_row
from optimizer.inputs.evidence import load_evidence
from optimizer.reports.answers import answer_data
from optimizer.reports.document import document_text
from optimizer.reports.provenance import command_on, provenance, shipped_as_is
from optimizer.results.plan import Plan
from optimizer.results.versions import versions

LAYOUT = 1
"""Version of the bundle's own layout."""
MANIFEST, DOCUMENT, RESULTS, EVIDENCE, README = (
    "manifest.json",
    "document.json",
    "results.json",
    "evidence.json",
    "README.md",
)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def bundle(
    plan: Plan, reports: Mapping[str, bytes] | None = None, command: str | None = None
) -> bytes:
    """The content of a ZIP with document, results, evidence, versions and `reports` by file name.

    The same inputs give the same bytes: no time of day, no compression. Raises InvalidInput for a
    report whose name is no plain file name.

    Example:
        >>> from optimizer import api as tb
        >>> tb.bundle(tb.solve(tb.example()))[:2]
        b'PK'
    """
    scenario, reports = plan.scenario, reports or {}
    wrong = [name for name in reports if not name or set(name) & set("/\\:") or name[0] == "."]
    if wrong:
        problem = _("This is no file name.")
        remedy = _("Give names without folders, such as 'memo.docx'.")
        raise InvalidInput([Issue(f"report {name}", problem, remedy) for name in wrong])
    contents = {
        f"{scenario.id}.yaml": document_text(scenario).encode(),
        DOCUMENT: json_bytes(scenario.document),
        RESULTS: json_bytes(answer_data(plan)),
        EVIDENCE: json_bytes(evidence_of(scenario, load_evidence())),
        README: _readme(plan).encode(),
        **{f"reports/{name}": content for name, content in reports.items()},
    }
    manifest = {
        "bundle": LAYOUT,
        "scenario": scenario.id,
        "fingerprint": scenario.fingerprint,
        "shipped": shipped_as_is(scenario),
        "versions": versions(),
        "command": command or command_on(scenario, "bundle", "--out", f"{scenario.id}.zip"),
        "files": {name: digest(contents[name]) for name in sorted(contents)},
    }
    return _zipped({MANIFEST: json_bytes(manifest), **contents})


def evidence_of(scenario: Scenario, evidence: Evidence) -> dict[str, Any]:
    """The rows of the evidence tables that a scenario rests on: numbers and their sources."""
    parameters = [evidence.parameters[n] for n in scenario.evidence if n in evidence.parameters]
    named = {*_sources(scenario.document), *(p.source for p in parameters)}
    return {
        "parameters": {p.id: p.model_dump(mode="json") for p in parameters},
        "sources": {
            name: evidence.sources[name].model_dump(mode="json")
            for name in sorted(named & set(evidence.sources))
        },
    }


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def json_bytes(data: Any) -> bytes:
    """Plain data as readable JSON, entries in their order."""
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _sources(value: Any) -> Iterator[str]:
    """Every source that a document names."""
    if isinstance(value, Mapping):
        if isinstance(value.get("source"), str):
            yield value["source"]
        for part in value.values():
            yield from _sources(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _sources(part)


def _zipped(contents: Mapping[str, bytes]) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_STORED) as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # the same on every system
            archive.writestr(entry, content)
    return memory.getvalue()


def _readme(plan: Plan) -> str:
    """What the bundle is and holds, in one language after the other."""
    name = plan.scenario.id
    facts = (in_a_row(("- ", f.title, ": ", f.value), "") for f in provenance(plan))
    words = _(
        """# {title}

A frozen plan with everything it was made from.

{facts}

- `{id}.yaml`: the whole document, evidence included.
  `talent-budget solve {id}.yaml` gives this plan again.
- `results.json`: the plan as `talent-budget solve --json` prints it.
- `evidence.json`: the rows of the evidence tables behind the numbers, with their sources.
- `document.json`: the document once more, entry by entry, to tell which one was changed.
- `manifest.json`: versions, command, and the SHA-256 of every file.

`talent-budget verify` on the ZIP runs it again and says what differs: files, inputs, evidence,
versions, results.
""",
        id=name,
        title=plan.scenario.title or name,
        facts=in_a_row(facts, "\n"),
    )
    return "\n".join(stated_in_all(words).values())
