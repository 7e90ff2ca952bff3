"""What became of the faults: a table of rooms, and every survivor with a verdict if it has one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from cosmic_ray.work_db import WorkDB
from cosmic_ray.work_item import TestOutcome, WorkerOutcome, WorkResult

from benchmarks.mutants.faults import ROOMS

EQUIVALENT = Path(__file__).with_name("equivalent.yaml")
COLUMNS = ("caught", "timeouts", "equivalent", "survived", "no test")


def report(results: WorkDB, tree: Path) -> str:
    """The table and the survivors as text."""
    return "\n".join(_report(results, tree))


def _report(results: WorkDB, tree: Path) -> Iterator[str]:
    judged = yaml.safe_load(EQUIVALENT.read_text(encoding="utf-8"))["equivalent"]
    rows: dict[str, Counter[str]] = {room: Counter() for room in ROOMS}
    left: list[str] = []
    for item, result in sorted(results.completed_work_items, key=lambda pair: pair[0].job_id):
        mutation = item.mutations[0]
        path = Path(mutation.module_path).relative_to(tree).as_posix()
        verdict = _verdict(judged, path, result)
        column = _column(result, verdict)
        rows[next(room for room in ROOMS if path.startswith(f"{room}/"))][column] += 1
        if result.test_outcome is TestOutcome.SURVIVED:
            left.append(f"{column}: {path}:{mutation.start_pos[0]}  {mutation.operator_name}\n"
                        f"{result.diff}" + (f"\n  {verdict}" if verdict else ""))  # fmt: skip
    yield ""
    yield f"{'room':24}" + "".join(f"{name:>12}" for name in COLUMNS)
    for room, counts in [*rows.items(), ("all", sum(rows.values(), Counter()))]:
        yield f"{room:24}" + "".join(f"{counts[name]:12}" for name in COLUMNS)
    everything = sum(rows.values(), Counter())
    caught = everything["caught"] + everything["timeouts"]
    real = sum(everything.values()) - everything["equivalent"]
    yield f"{caught} of {real} faults caught ({caught / max(1, real):.1%})."
    for text in left:
        yield f"\n{text}"


def _column(result: WorkResult, verdict: str) -> str:
    if result.test_outcome is not TestOutcome.SURVIVED:
        return "timeouts" if result.output == "timeout" else "caught"
    if verdict:
        return "equivalent"
    return "no test" if result.worker_outcome is WorkerOutcome.NO_TEST else "survived"


def _verdict(judged: list[Mapping[str, Any]], path: str, result: WorkResult) -> str:
    """Why a survivor changes no answer, where somebody has shown it; else nothing."""
    lines = str(result.diff).splitlines()
    change = {sign: [x[1:].strip() for x in lines if x[:1] == sign] for sign in "-+"}
    for one in judged:
        if one["path"] == path and [one["from"]] == change["-"] and [one["to"]] == change["+"]:
            return str(one["why"])
    return ""
