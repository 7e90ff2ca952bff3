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
CHANGES, REST = 15, 2.5
"""Budgets typed in the browser; seconds for what follows a change before the next."""
SESSIONS, ROUNDS, PAUSE = 30, 3, 15.0
"""Planners; changes of each; seconds between two on average."""
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
    box = page.get_by_role("textbox", name=label, exact=True)
    page.bring_to_front()
    box.fill(amount)
    box.press("Enter")
    page.wait_for_function("() => window.took !== null && window.took !== undefined")
    page.wait_for_function(CALM)
    page.wait_for_timeout(1000 * REST)
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
        visitor = Visitor(line)
        listening = asyncio.create_task(visitor.listen())
        await visitor.ask()
        await ready.wait()
        taken = []
        for turn in range(ROUNDS):
            await asyncio.sleep(PAUSE * (0.5 + ((7 * n + 11 * turn) % SESSIONS) / SESSIONS))
            start = time.perf_counter()
            taken.append(1000 * (await visitor.ask(8 + 0.11 * n + 4 * turn) - start))
        visitor.leave()
        listening.cancel()
        return taken


class Visitor:
    """One open page: it asks for runs, looks for the headline, and polls as the browser does."""

    def __init__(self, line: Any) -> None:
        self.line, self.query, self.box, self.headline = line, "lang=en", "", ""
        self.budget: float | None = None
        self.changed: asyncio.Future[float] | None = None
        self.polls: dict[str, asyncio.Task[None]] = {}

    async def ask(self, budget: float | None = None) -> float:
        """Has the page drawn, with another budget; the moment its headline is another one."""
        self.budget = budget
        self.changed = asyncio.get_running_loop().create_future()
        await self._send()
        return await asyncio.wait_for(self.changed, 60)

    async def listen(self) -> None:
        """Takes in what the desk says."""
        async for content in self.line:
            message = ForwardMsg()
            message.ParseFromString(content)
            kind, element = message.WhichOneof("type"), message.delta.new_element
            if kind == "new_session" and not message.metadata.run.fragment_ids:
                self.leave()
            elif kind == "auto_rerun":
                again = self._poll(message.auto_rerun.fragment_id, message.auto_rerun.interval)
                self.polls[message.auto_rerun.fragment_id] = asyncio.create_task(again)
            elif kind == "page_info_changed":
                self.query = message.page_info_changed.query_string
            elif element.HasField("text_input") and element.text_input.label == BUDGET:
                self.box = element.text_input.id
            elif element.HasField("html") and 'data-testid="headline"' in element.html.body:
                self._look(element.html.body)

    def _look(self, headline: str) -> None:
        if headline != self.headline and self.changed is not None and not self.changed.done():
            self.changed.set_result(time.perf_counter())
        self.headline = headline

    def leave(self) -> None:
        """Polls no more."""
        for poll in self.polls.values():
            poll.cancel()
        self.polls = {}

    async def _poll(self, fragment: str, seconds: float) -> None:
        while True:
            await asyncio.sleep(seconds)
            await self._send(fragment)

    async def _send(self, fragment: str = "") -> None:
        ask = BackMsg()
        ask.rerun_script.query_string = self.query
        ask.rerun_script.fragment_id = fragment
        ask.rerun_script.is_auto_rerun = bool(fragment)
        if self.budget is not None:
            state = ask.rerun_script.widget_states.widgets.add()
            state.id, state.string_value = self.box, f"{self.budget:g}"
        await self.line.send(ask.SerializeToString())


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
        f"{'from a change of the budget to the new headline':<50}  {'median':>8}  {'95%':>8}  [ms]"
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
