"""The first release's documents and data in place of the shipped ones; for tests and benchmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from optimizer.domain.scenario import Scenario
from optimizer.inputs import evidence, shipped
from optimizer.inputs.load import load_scenario

REFERENCE = Path(__file__).resolve().parent
"""Holds `data` and `scenarios` as the first release shipped them; neither is ever edited."""


@contextmanager
def first_release() -> Iterator[None]:
    """Inside, everything that is shipped (scenarios by id, evidence) is the first release's."""
    package = shipped.PACKAGE
    shipped.PACKAGE = REFERENCE / "optimizer"  # its neighbours `data` and `scenarios` are found
    evidence._shipped.cache_clear()
    try:
        yield
    finally:
        shipped.PACKAGE = package
        evidence._shipped.cache_clear()


def frozen(name: str = "korea-2025", settings: Sequence[str] = ()) -> Scenario:
    """A scenario of the first release by its id, with `PATH=VALUE` settings laid over it."""
    with first_release():
        return load_scenario(name, settings)
