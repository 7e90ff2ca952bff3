"""What every test may ask for: golden files, fixed examples, a browser and a running desk."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from tests.needed import without

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
collect_ignore_glob = ["*/new_kind/*", "*/new_study/*"]
"""Modules that tests copy into a tree of their own: here they would find nothing they build on."""
START_LIMIT = 60  # seconds a desk may take to answer
STOP_LIMIT = 10  # seconds it may take to stop

# "ci" gives everybody the same examples; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("ci", derandomize=True, deadline=None, database=None)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--regold`, which writes golden files afresh instead of comparing with them."""
    parser.addoption(
        "--regold", action="store_true", help="write golden files afresh; review the change as code"
    )


@pytest.fixture(scope="session")
def regold(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written afresh in this run."""
    return bool(request.config.getoption("--regold", default=False))


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium; without one a test is skipped, or fails under REQUIRE_BROWSER=1."""
    for name in (os.environ.get("CHROMIUM", ""), *BROWSERS):
        if name and (path := shutil.which(name)):
            return path
    without("No Chromium was found: run `make browser`, or set CHROMIUM to the path of one.")


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Sequence[Path], str], Path]:
    """Opens files in LibreOffice, computes them afresh and saves them in another form.

    The function takes files and a form ('xlsx', 'pdf') and gives the folder of the results. Without
    LibreOffice a test is skipped, or fails under REQUIRE_BROWSER=1.
    """
    office = shutil.which(os.environ.get("SOFFICE", "") or "soffice")
    if office is None:
        without("No LibreOffice was found: install it, or set SOFFICE to the path of soffice.")
    profile = tmp_path_factory.mktemp("office")

    def converted(files: Sequence[Path], form: str) -> Path:
        folder = tmp_path_factory.mktemp(form)
        command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += ["--convert-to", form, "--outdir", str(folder), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=200)
        return folder

    return converted


@pytest.fixture(scope="session")
def launch_options(chromium: str) -> dict[str, Any]:
    """What Playwright needs to start that Chromium on a machine that reaches no other."""
    return {"executable_path": chromium, "args": list(BROWSER_FLAGS), "headless": True}


@pytest.fixture(scope="module")
def browser(launch_options: dict[str, Any]) -> Iterator[Browser]:
    """A running browser; one for each test file, since its event loop stays in this process."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(**launch_options)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of 1440 × 900 pixels with a memory of its own."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def desk_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the planner's desk, started for this run on a free port of this machine."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    log = tmp_path_factory.mktemp("desk") / "log.txt"
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "ui" / "app.py")]
    command += ["--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}"]
    command += ["--server.fileWatcherType=none", "--browser.gatherUsageStats=false"]
    with log.open("w", encoding="utf-8") as out:
        desk = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )
        try:
            _wait_for(desk, f"{address}/_stcore/health", log)
            yield address
        finally:
            _stop(desk)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(desk: subprocess.Popen[bytes], address: str, log: Path) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    limit = time.monotonic() + START_LIMIT
    while time.monotonic() < limit and desk.poll() is None:
        try:
            with direct.open(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    pytest.fail(f"The desk did not start. It said:\n{log.read_text(encoding='utf-8')}")


def _stop(desk: subprocess.Popen[bytes]) -> None:
    desk.terminate()
    try:
        desk.wait(STOP_LIMIT)
    except subprocess.TimeoutExpired:
        desk.kill()
        desk.wait(STOP_LIMIT)
