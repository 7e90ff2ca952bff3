"""The command line starts without loading the desk, the charts or the cluster."""

from __future__ import annotations

import json
import subprocess
import sys

HEAVY = {"streamlit", "altair", "dask", "distributed", "ui", "mcp", "babel"}
SHOW = "import json, sys; print(json.dumps(sorted({m.split('.')[0] for m in sys.modules})))"


def loaded_after(code: str) -> set[str]:
    shown = subprocess.run(
        [sys.executable, "-c", f"{code}\n{SHOW}"], capture_output=True, text=True, check=True
    )
    return set(json.loads(shown.stdout))


def test_the_check_sees_what_is_loaded() -> None:
    assert "altair" in loaded_after("import altair")


def test_the_command_line_loads_nothing_heavy() -> None:
    loaded = loaded_after("import optimizer.cli.commands")
    assert "optimizer" in loaded
    assert loaded & HEAVY == set()
