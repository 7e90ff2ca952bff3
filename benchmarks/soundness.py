"""Random programmes against an exact oracle, and harmful changes against the certificate.

    python benchmarks/soundness.py --programmes 100000 --whole 10000 --changes 10000 --seed 1

Prints every failing seed at once and a table at the end. With `--state FILE` a run that is broken
off goes on where it stopped; a programme that was under way then counts as one without an end.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import numpy as np

from optimizer.lp import LinearProgram, Solution, solve
from tests.lp.harmful_changes import tried
from tests.lp.oracle import NoTruth, truths
from tests.lp.oracle_cases import linear_case, whole_case
from tests.lp.oracle_judge import VERDICTS, judged

NO_END = "without an end"
END = 120
"""Seconds after which a programme counts as one without an end and the run breaks off."""
LIMIT = 60.0
"""Seconds that nothing here needs: with them as a limit the answers are to be the same."""

State = dict[str, Counter[str]]


def main() -> None:
    """Go through the programmes asked for and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programmes", type=int, default=100_000)
    parser.add_argument("--whole", type=int, default=10_000)
    parser.add_argument("--changes", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path)
    asked = parser.parse_args()
    state = _read(asked.state)
    parts: list[tuple[str, int, Callable[[int], Iterator[str]]]] = [
        ("linear", asked.programmes, lambda seed: _programme(linear_case, seed)),
        ("whole", asked.whole, lambda seed: _programme(whole_case, seed)),
        ("changes", asked.changes, _changes),
    ]
    for part, count, outcomes in parts:
        found = state.setdefault(part, Counter())
        unit = "changes" if part == "changes" else "programmes"
        if found.pop("under way", 0):
            found.update({unit: 1, NO_END: 1})
            print(f"{part} {10_000_000 * asked.seed + found['seeds'] - 1}: {NO_END}", flush=True)
        while found[unit] < count:
            seed = 10_000_000 * asked.seed + found["seeds"]
            started = process_time()
            faulthandler.dump_traceback_later(END, exit=True)
            found.update({"seeds": 1, "under way": 1})
            _write(asked.state, state)
            for outcome in outcomes(seed):
                found[outcome] += 1
                if outcome not in ("right", "refused", "programmes", "changes"):
                    print(f"{part} {seed}: {outcome}", flush=True)
            found["milliseconds"] += round(1000 * (process_time() - started))
            del found["under way"]
        faulthandler.cancel_dump_traceback_later()
        _write(asked.state, state)
    _print(state)


def _read(file: Path | None) -> State:
    if file is None or not file.exists():
        return {}
    return {part: Counter(found) for part, found in json.loads(file.read_text()).items()}


def _write(file: Path | None, state: State) -> None:
    if file is not None:
        file.write_text(json.dumps(state))


def _programme(make: Callable[[int], LinearProgram], seed: int) -> Iterator[str]:
    """How one programme came out, without a limit of time and, for some, with one."""
    case = make(seed)
    yield "programmes"
    try:
        answers = truths(case)
    except NoTruth:
        yield "too long for the oracle"
        return
    solution = solve(case)
    yield judged(solution, answers)
    if seed % 10 == 0 and not _same(solution, solve(case, time_limit=LIMIT)):
        yield "another answer under a limit of time"


def _same(one: Solution, other: Solution) -> bool:
    return one.status is other.status and one.objective == other.objective


def _changes(seed: int) -> Iterator[str]:
    """What became of harmful changes of one answer."""
    make = whole_case if seed % 5 == 0 else linear_case
    for change in tried(solve(make(seed)), np.random.default_rng([seed, 5]), 4):
        yield "changes"
        yield f"{change.kind} passed {change.passed}" if change.passed else "refused"


def _print(state: State) -> None:
    columns = ("programmes", *VERDICTS, "too long for the oracle", "changes", "refused")
    rows = [[part, *(str(found[c]) for c in columns)] for part, found in state.items()]
    rows = [
        [*row, f"{found['milliseconds'] / 1000:.0f}"]
        for row, found in zip(rows, state.values(), strict=True)
    ]
    head = ["", *columns, "seconds"]
    widths = [max(len(r[i]) for r in [head, *rows]) for i in range(len(head))]
    for row in [head, *rows]:
        print("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)))
    others = Counter(
        {
            f"{part}: {what}": count
            for part, found in state.items()
            for what, count in found.items()
            if what not in (*columns, "seeds", "milliseconds")
        }
    )
    for what, count in sorted(others.items()):
        print(f"{what}: {count}")


if __name__ == "__main__":
    main()
