"""Any linear programme, exactly: it knows nothing of talent."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from optimizer.lp.certificate import Certificate, check
    from optimizer.lp.hot import Answer, Hot
    from optimizer.lp.program import (
        Column,
        Key,
        LinearProgram,
        MalformedProgram,
        Row,
        Sense,
        program,
    )
    from optimizer.lp.solution import Basis, NoSolution, Solution, Status
    from optimizer.lp.solver import solve

_HOME = {
    "Answer": "hot",
    "Basis": "solution",
    "Certificate": "certificate",
    "Column": "program",
    "Hot": "hot",
    "Key": "program",
    "LinearProgram": "program",
    "MalformedProgram": "program",
    "NoSolution": "solution",
    "Row": "program",
    "Sense": "program",
    "Solution": "solution",
    "Status": "solution",
    "check": "certificate",
    "program": "program",
    "solve": "solver",
}

__all__ = [
    "Answer",
    "Basis",
    "Certificate",
    "Column",
    "Hot",
    "Key",
    "LinearProgram",
    "MalformedProgram",
    "NoSolution",
    "Row",
    "Sense",
    "Solution",
    "Status",
    "check",
    "program",
    "solve",
]


def __getattr__(name: str) -> object:
    """Import a module of the toolkit when one of its names is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
