"""The questions whose answers are frozen, and how each is asked of any release.

Run from the checkout of a release with a folder as its argument, this writes that release's
answers there: `answers/` holds those of the first release and is never written again.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PLAN = Path(__file__).resolve().parent / "given_plan.csv"
"""A plan by hand: two programmes less, one more than the best plan of `korea-2025`."""
KOREA = "korea-2025"
FLOORS = {"institute-floor": 0.45, "a-team-floor": 0.40, "visa-floor": 0.35, "gpu-floor": 0.32}
SCENARIOS = (
    KOREA,
    *(f"{KOREA}-{name}" for name in (
        "a-teams-first", "austerity", "fast-track-first", "gpu-first", "institutes-first",
        "stars-first", "supplementary",
    )),
    *(f"{name}-2025" for name in (
        "aus", "can", "deu", "euu", "fra", "gbr", "jpn", "kor", "sgp", "usa",
    )),
)  # fmt: skip
ASKED: Mapping[str, list[str]] = {
    "prices": ["prices", KOREA],
    "extra": ["extra", KOREA, "--amount", "2000"],
    "target": ["target", KOREA, "--outcome", "attracted", "--at-least", "20"],
    "budget-curve": ["budget-curve", KOREA, "--from", "16000", "--to", "20000"],
    "trade-off": ["trade-off", KOREA, "--between", "retained", "attracted"],
    "room": ["room", KOREA, "--plans", "3"],
    "evaluate": ["evaluate", KOREA, "--plan", str(PLAN)],
    "conflict": ["conflict", KOREA, *(f"--set=rules.{r}.share={s}" for r, s in FLOORS.items())],
    **{f"solve-{name}": ["solve", name] for name in SCENARIOS},
}
"""Name of the answer → the command that asks for it."""
DIGITS = (("objective", 3), ("net_people", 1), ("spent", 3))
"""Figures of a curve, and the digits after the point to which they are compared."""
WORDS = re.compile(
    r"(^|_)(sentences?|title|description|words|review|cautions|formula|unit)(_|$)|^per$"
)
"""Entries that hold sentences and names for people; what they say is tested elsewhere."""


def answer(name: str) -> Any:
    """The answer as plain data: figures and names, without sentences."""
    from optimizer.cli import main

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        main([*ASKED[name], "--json"])
    return figures(json.loads(out.getvalue()))


def comparable(name: str, data: Any) -> Any:
    """The answer as it is compared: a curve by its values at places, not by its breakpoints.

    Where a curve is bent, its breakpoints are the computation's own, within the gap it states.
    """
    data = figures(data)
    if name != "budget-curve":
        return data
    points = data["points"]
    at = [point["at"] for point in points]
    rows: list[dict[str, float]] = []
    for place in range(16_000, 20_001, 500):
        row = {k: _value(at, [p[k] for p in points], place) for k, _ in DIGITS}
        rows.append({"year": place, **{k: round(row[k], digits) for k, digits in DIGITS}})
    return {"values": rows}


def _value(places: list[float], values: list[float], at: float) -> float:
    right = min(max(1, bisect_right(places, at)), len(places) - 1)
    left, width = right - 1, places[right] - places[right - 1]
    part = (at - places[left]) / width if width > 0 else 0.0
    return values[left] + part * (values[right] - values[left])


def figures(data: Any) -> Any:
    """Plain data without the entries that hold words, versions and fingerprints."""
    if isinstance(data, dict):
        kept = {k: v for k, v in data.items() if not WORDS.search(k)}
        return {k: figures(v) for k, v in kept.items() if k not in ("versions", "fingerprint")}
    return [figures(v) for v in data] if isinstance(data, list) else data


def write(folder: Path) -> None:
    """Every answer as a file of its own."""
    for name in ASKED:
        text = json.dumps(answer(name), ensure_ascii=False)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
