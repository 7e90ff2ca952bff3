"""How fast the desk answers: a new budget in the browser, and thirty planners at once.

python benchmarks/desk.py

The bare page has the widgets, texts, tables and charts of the Plan view and works nothing out; the
thirty planners are websocket clients that speak as the browser does, so that only the desk is busy.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import pandas as pd
import pyarrow as pa
import websockets
from playwright.sync_api import Page, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[1]
APP, BARE = ROOT / "ui" / "app.py", ROOT / "benchmarks" / "compared" / "bare_desk.py"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
BUDGET = "Total budget (billion won)"
CHANGES, SESSIONS, ROUNDS, PAUSE = 15, 30, 3, 15.0
"""Budgets typed in the browser; planners; changes of each; seconds between two on average."""
CLOCK = """() => {
  const shown = () => document.querySelector('[data-testid=headline]')?.innerText;
  addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    const before = shown(), start = performance.now();
    window.took = null;
    const look = () => {
      const now = shown();
      if (now && now !== before) window.took = performance.now() - start;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, true);
}"""
CALM = "() => document.querySelector('[data-testid=stApp]').dataset.testScriptState == 'notRunning'"


@contextmanager
def serving(script: Path, *arguments: str) -> Iterator[str]:
    """Address of a page on a free port of this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    command += ["--server.headless=true", "--server.address=127.0.0.1"]
    command += ["--server.fileWatcherType=none", "--browser.gatherUsageStats=false"]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen([*command, "--", *arguments], cwd=ROOT, stdout=quiet, stderr=quiet)
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


def _wait(address: str) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(600):
        try:
            direct.open(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)


# --- the same page without an engine --------------------------------------------------------------
def record(file: Path) -> None:
    """Writes what the Plan view consists of."""
    at = AppTest.from_file(APP, default_timeout=120)
    at.query_params["lang"] = "en"
    at.run()
    tree = at._tree
    parts = [{"kind": "whole", "parts": _parts(block)} for block in (tree[1], tree[0])]
    file.write_text(json.dumps(parts), encoding="utf-8")


def _parts(block: Any) -> list[dict[str, Any]]:
    found = []
    for child in block.children.values():
        if hasattr(child, "children"):
            across = child.type == "flex_container" and child.proto.flex_container.direction == 2
            found.append({"kind": child.type, "across": across, "parts": _parts(child)})
        else:
            found.append({"kind": child.type, **_content(child)})
    return [part for part in found if part.get("kind") not in ("space", "event")]


def _content(child: Any) -> dict[str, Any]:
    if child.type == "html":
        head, mark, rest = child.proto.body.partition('data-testid="headline">')
        return {"body": head + mark + "HEADLINE" + rest[rest.index("<") :] if mark else head}
    if child.type == "dataframe":
        return {"rows": json.loads(child.value.to_json(orient="records"))}
    if child.type == "vega_lite_chart":
        return {"spec": _with_rows(child.proto)}
    return {}


def _with_rows(chart: Any) -> dict[str, Any]:
    spec: dict[str, Any] = json.loads(chart.spec)
    spec["datasets"] = {
        one.name: json.loads(_frame(one.data.data).to_json(orient="records"))
        for one in chart.datasets
    }
    return spec


def _frame(content: bytes) -> pd.DataFrame:
    frame: pd.DataFrame = pa.ipc.open_stream(content).read_all().to_pandas()
    return frame


# --- one planner in a browser ---------------------------------------------------------------------
def in_the_browser(desk: str, bare: str) -> tuple[list[float], list[float]]:
    """Milliseconds from Enter to the new headline: at the desk and on the bare page."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        pages = [
            (browser.new_page(), f"{desk}/?lang=en", BUDGET),
            (browser.new_page(), bare, "Budget"),
        ]
        for page, address, _ in pages:
            page.goto(f"http://{address}")
            page.get_by_test_id("headline").wait_for(timeout=120_000)
            page.wait_for_timeout(3000)
            page.evaluate(CLOCK)
        found: tuple[list[float], list[float]] = ([], [])
        for n in range(CHANGES + 2):
            for place, (page, _, label) in enumerate(pages):
                found[place].append(_changed(page, label, f"{8 + 0.93 * n:.2f}"))
        browser.close()
    return found[0][2:], found[1][2:]


def _changed(page: Page, label: str, amount: str) -> float:
    box = page.get_by_role("spinbutton", name=label, exact=True)
    page.bring_to_front()
    box.fill(amount)
    box.press("Enter")
    page.wait_for_function("() => window.took !== null && window.took !== undefined")
    page.wait_for_function(CALM)
    page.wait_for_timeout(400)
    return float(page.evaluate("() => { const t = window.took; window.took = null; return t; }"))


# --- thirty planners ------------------------------------------------------------------------------
async def at_once(desk: str, sessions: int) -> list[float]:
    """Milliseconds from a change to the new headline, of all changes of all planners."""
    ready = asyncio.Barrier(sessions)
    found = await asyncio.gather(*(_planner(desk, n, ready) for n in range(sessions)))
    return [one for each in found for one in each]


async def _planner(desk: str, n: int, ready: asyncio.Barrier) -> list[float]:
    address = f"ws://{desk}/_stcore/stream"
    async with websockets.connect(
        address, subprotocols=[websockets.Subprotocol("streamlit")], max_size=None, proxy=None
    ) as line:
        ask = BackMsg()
        ask.rerun_script.query_string = "lang=en"
        await line.send(ask.SerializeToString())
        box, _ = await _run(line)
        await ready.wait()
        taken = []
        for turn in range(ROUNDS):
            await asyncio.sleep(PAUSE * (0.5 + ((7 * n + 11 * turn) % SESSIONS) / SESSIONS))
            ask = BackMsg()
            ask.rerun_script.query_string = "lang=en"
            state = ask.rerun_script.widget_states.widgets.add()
            state.id, state.double_value = box, 8 + 0.11 * n + 4 * turn
            start = time.perf_counter()
            await line.send(ask.SerializeToString())
            _, headline = await _run(line)
            taken.append(1000 * (headline - start))
        return taken


async def _run(line: Any) -> tuple[str, float]:
    """Reads one run to its end: name of the budget's widget, moment of the headline."""
    box, headline = "", 0.0
    async for content in line:
        message = ForwardMsg()
        message.ParseFromString(content)
        element = message.delta.new_element
        if element.HasField("number_input") and element.number_input.label == BUDGET:
            box = element.number_input.id
        if element.HasField("html") and 'data-testid="headline"' in element.html.body:
            headline = time.perf_counter()
        if message.HasField("script_finished") and headline:
            return box, headline
    raise ConnectionError("The desk hung up.")


def main() -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as folder:
        parts = Path(folder) / "parts.json"
        record(parts)
        with serving(APP) as desk:
            with serving(BARE, str(parts)) as bare:
                ours, plain = in_the_browser(desk, bare)
            many = asyncio.run(at_once(desk, SESSIONS))
    print(
        f"{'from a change of the budget to the new headline':<50}  {'median':>8}  {'95 %':>8}  [ms]"
    )
    for name, taken in (
        ("bare page, no engine (browser)", plain),
        ("desk (browser)", ours),
        (f"desk, {SESSIONS} planners, each every {PAUSE:.0f} s (websockets)", many),
    ):
        print(f"{name:<50}  {median(taken):8.0f}  {quantiles(taken, n=20)[-1]:8.0f}")
    print(f"desk / bare page: {median(ours) / median(plain):.2f} (aim: ≤ 1.3)")


if __name__ == "__main__":
    main()
