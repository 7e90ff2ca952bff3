"""Versions of everything that decides a result."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from optimizer.inputs.evidence import data_version

_PACKAGES = {"optimizer": "talent-budget-optimizer", "pulp": "pulp", "highs": "highspy"}


def versions() -> dict[str, str]:
    """Of optimizer, PuLP and HiGHS, and of the evidence."""
    return {**{name: _of(package) for name, package in _PACKAGES.items()}, "data": data_version()}


def _of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
