"""Three hundred bad and hostile inputs of commands; each has to be refused in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from tests.tiny import tiny

FILES = {
    "empty": b"",
    "blank": b" \n\t\n",
    "comment": b"# nothing\n",
    "binary": bytes(range(256)) * 20,
    "zeros": b"\0" * 3000,
    "zip": b"PK\x03\x04" + b"\0" * 100,
    "compound": bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 3000,
    "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "half": b"\xff\xfei\0d\0",
    "latin": "title: Café\n".encode("latin-1"),
    "deep": b"[" * 50_000,
    "deep_group": b'{"a":' * 50_000,
    "bomb": b"a: &a [x, x]\n" + b"\n".join(b"b: &b [*a, *a]" for _ in range(3)),
    "open": b'{"id": "x"',
    "list": b"- 1\n- 2\n",
    "number": b"5",
    "text": b"hello",
    "page": b"<html><body>404</body></html>",
    "table": b"programme,year,spending\np,2025,5\n",
    "twice": b"id: x\nid: y\n",
    "tag": b"id: !!python/object/apply:os.system ['true']\n",
    "escape": b"\x1b[31mid: x\n",
    "loop": b"id: x\nbase: bad\nchanges: {}\n",
}
"""Contents that are neither a document nor a plan nor a workbook nor a bundle."""
READERS = (
    ("validate", "FILE.yaml"),
    ("solve", "FILE.yaml"),
    ("solve", "FILE.json"),
    ("validate", "FILE"),
    ("import", "FILE.xlsx"),
    ("verify", "FILE.zip"),
    ("evaluate", "TINY", "--plan", "FILE.json"),
    ("evaluate", "TINY", "--plan", "FILE.xlsx"),
    ("compare", "FILE.yaml", "TINY"),
    ("check-solution", "TINY", "--solution", "FILE"),
)
"""Commands that read such a file."""
SETTINGS = (
    "", "=", "=5", "x", "budget", "budget.total", "budget.total=", "budget.total=x",
    "budget.total=[1]", "budget.total={a: 1}", "budget.total=1e308", "budget.total=-1",
    "budget.total=.nan", "budget.total=1e-320", "budget.total='5'", "budget.total=1,5",
    "budget.total=true", "budget.total=[", "budget.total=&a [*a]", "budget.total=\x1b[31m",
    "budget.total=\u202e5", "budget.tota=5", "budget.by_year.1999=5", "budget.by_year.x=5",
    "budget.carry_over=5", "budget.carry_over=3%", "years.first=x", "years.last=9999",
    "years.last=1900", "years.first=2025.5", "money.unit=euros", "money.unit=million dollars",
    "objective.measure=people", "objective.discount_rate=2", "objective.tiers.S=-1",
    "objective.tiers.X=1", "programmes.q.title=x", "programmes={}", "pathways=5",
    "pathways.q.stay=2", "pathways.q.bands.9.net=1", "pathways.q.bands.0.net=-1",
    "pathways.q.tier=Z", "pathways.q.needs.c.amount=x", "capacities.c.free=-1",
    "rules.none.share=1", "country=Korea", "id=1 2", "schema=2",
    "programmes.p.activities.a.supply.bands.0.unit_cost={ref: none}",
    "programmes.p.activities.a.life_years=0", "programmes.p.activities.a.lead_years=-1",
    "programmes.p.activities.a.indivisible=perhaps", "programmes.p.indexation=-1",
)  # fmt: skip
"""What --set refuses."""
OPTIONS = {
    "uncertainty": {
        "--draws": ("0", "-1", "20000000", "x", "1.5", "1e3", "", "9" * 400),
        "--seed": ("-1", "x", "1.5"),
        "--workers": ("0", "-1", "100000", "x"),
        "--points": ("grid", ""),
        "--scheduler": ("nowhere", "tcp://", "tcp://127.0.0.1:x"),
        "--lang": ("fr", ""),
    },
    "robust": {
        "--draws": ("0", "20000000", "x"),
        "--level": ("-1", "2", "nan", "x"),
        "--gamma": ("-1", "nan", "inf"),
        "--criterion": ("best",),
    },
    "map --x budget.total --y objective.tiers.S": {
        "--size": ("1", "0", "401", "100000", "x"),
        "--x-range": ("5 1", "0 nan", "0 1e300", "x y", "-5 5"),
    },
    "room": {"--slack": ("-1", "2", "nan"), "--plans": ("-1", "100000", "x")},
    "extra": {"--amount": ("-1", "nan", "inf", "1e15", "1e308", "x", "1,5")},
    "target --outcome retained": {"--at-least": ("nan", "inf", "1e100", "-5", "x")},
    "target --at-least 1": {"--outcome": ("nobody", "")},
    "solve": {"--budget": ("-1", "nan", "inf", "1e308", "1e15", "x")},
    "budget-curve": {
        "--from": ("-1", "nan", "5000"), "--to": ("0", "nan", "1e300", "x"),
        "--along": ("nothing", ""),
    },
    "trade-off": {"--between": ("retained retained", "retained nobody", "retained")},
    "report --out OUT": {
        "--format": ("pdf", "", "exe"), "--format html --draws": ("-1", "1e9", "x"),
    },
}  # fmt: skip
"""Values of options that are refused."""
LINES = (
    "", "nothing", "solve", "solve TINY TINY", "solve TINY --nothing", "solve TINY --out",
    "solve TINY --out FOLDER", "solve TINY --out FOLDER/none/x", "report TINY --format html",
    "bundle TINY", "bundle TINY --out OUT --with none", "evaluate TINY",
    "evaluate TINY --plan none",
    "evaluate TINY --plan FOLDER", "validate none", "validate none.yaml", "validate FOLDER",
    "import none.xlsx", "import FOLDER", "verify none.zip", "verify FOLDER", "compare TINY",
    "compare TINY none", "countries XXX", "countries KOR", "countries KOR KOR",
    "countries --year 5",
    "countries --data FOLDER", "spend-like TINY", "spend-like TINY --mix XXX", "next-million none",
    "bottlenecks none", "track-record --draws 5", "track-record --data FOLDER", "app --port 0",
    "app --port 99999", "app --port x", "solver-files TINY", "check-solution TINY",
    "check-solution TINY --solution none", "map TINY --x budget.total",
    "map TINY --x none --y budget.total", "map TINY --x budget.total --y budget.total",
    "uncertainty TINY --plan none", "uncertainty TINY --workers 2 --scheduler tcp://127.0.0.1:9",
)  # fmt: skip
"""Whole command lines that are refused."""


def bad_inputs() -> Iterator[tuple[str, list[str]]]:
    """Name and arguments of each; capital words stand for files of the test."""
    for content in FILES:
        for reader in READERS:
            words = [word.replace("FILE", f"FILES/{content}") for word in reader]
            if content == "table" and "--plan" in reader and reader[-1].endswith(".csv"):
                continue
            yield f"{' '.join(reader)} {content}", words
    for setting in SETTINGS:
        yield f"--set {setting!a}", ["solve", "TINY", "--set", setting]
    for command, options in OPTIONS.items():
        first, *rest = command.split(" ")
        for option, values in options.items():
            for value in values:
                given = value.split(" ") if value else [""]
                words = [first, "TINY", *rest, *option.split(" "), *given]
                yield f"{command} {option} {value[:30]}", words
    for line in LINES:
        yield f"line: {line}", line.split(" ") if line else []


def written(folder: Path) -> dict[str, str]:
    """The files that the arguments speak of, made in a folder; capital word → path."""
    files = folder / "files"
    files.mkdir()
    for name, content in FILES.items():
        for ending in ("", ".yaml", ".json", ".xlsx", ".zip", ".csv"):
            (files / f"{name}{ending}").write_bytes(content)
    document = folder / "tiny.yaml"
    document.write_text(json.dumps(tiny()), encoding="utf-8")
    return {
        "FILES": str(files), "TINY": str(document), "OUT": str(folder / "out"),
        "FOLDER": str(files),
    }  # fmt: skip
