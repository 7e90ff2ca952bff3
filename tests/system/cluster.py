"""A real Dask scheduler with two workers on this machine, for as long as a test module needs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_LIMIT = 90.0


@dataclass
class Cluster:
    """A running cluster: its address, and the processes that were started for it."""

    address: str
    workers: list[subprocess.Popen[bytes]]
    folder: Path
    scheduler: subprocess.Popen[bytes]

    def add_worker(self) -> subprocess.Popen[bytes]:
        """Start one more worker."""
        module = ["distributed.cli.dask_worker", self.address, "--nthreads", "1", "--no-nanny"]
        place = ["--no-dashboard", "--host", "127.0.0.1", "--local-directory", str(self.folder)]
        worker = _start([*module, *place])
        self.workers.append(worker)
        return worker

    def wait_for_workers(self, count: int) -> None:
        """Return when so many workers have reported to the scheduler."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(count, timeout=START_LIMIT)


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A scheduler and two workers; all of them are stopped by their own handles."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    module = ["distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)]
    scheduler = _start([*module, "--no-dashboard"])
    running = Cluster(f"tcp://127.0.0.1:{port}", [], folder, scheduler)
    try:
        _listens(scheduler, port)
        for _ in range(2):
            running.add_worker()
        running.wait_for_workers(2)
        yield running
    finally:
        for process in (*running.workers, scheduler):
            process.kill()  # a worker that is asked politely waits for its scheduler
            process.wait(10)


def _start(arguments: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _listens(process: subprocess.Popen[bytes], port: int) -> None:
    limit = time.monotonic() + START_LIMIT
    while time.monotonic() < limit and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The scheduler did not start.")
