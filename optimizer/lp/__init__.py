"""Any linear programme, exactly: it knows nothing of talent."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

# named like their modules: bound at once, so that the package shows the function, not the module
from optimizer.lp.conflict import conflict
from optimizer.lp.exact import exact
from optimizer.lp.prices import prices
from optimizer.lp.program import program

if TYPE_CHECKING:
    from optimizer.lp.certificate import Certificate, check
    from optimizer.lp.conflict import Conflict, Conflicts, NoVerdict, conflicts
    from optimizer.lp.exact import Exact
    from optimizer.lp.hot import Answer, Hot
    from optimizer.lp.prices import ColumnPrice, LimitPrice, Prices, RowPrice
    from optimizer.lp.program import (
        Column,
        Key,
        LinearProgram,
        MalformedProgram,
        Row,
        Sense,
    )
    from optimizer.lp.repair import Repair, Repairs, repairs
    from optimizer.lp.solution import Basis, NoSolution, Solution, Status
    from optimizer.lp.solver import solve

_HOME = {
    "Answer": "hot",
    "Basis": "solution",
    "Certificate": "certificate",
    "Column": "program",
    "ColumnPrice": "prices",
    "Conflict": "conflict",
    "Conflicts": "conflict",
    "Exact": "exact",
    "Hot": "hot",
    "Key": "program",
    "LimitPrice": "prices",
    "LinearProgram": "program",
    "MalformedProgram": "program",
    "NoSolution": "solution",
    "NoVerdict": "conflict",
    "Prices": "prices",
    "Repair": "repair",
    "Repairs": "repair",
    "Row": "program",
    "RowPrice": "prices",
    "Sense": "program",
    "Solution": "solution",
    "Status": "solution",
    "check": "certificate",
    "conflicts": "conflict",
    "repairs": "repair",
    "solve": "solver",
}

__all__ = [
    "Answer",
    "Basis",
    "Certificate",
    "Column",
    "ColumnPrice",
    "Conflict",
    "Conflicts",
    "Exact",
    "Hot",
    "Key",
    "LimitPrice",
    "LinearProgram",
    "MalformedProgram",
    "NoSolution",
    "NoVerdict",
    "Prices",
    "Repair",
    "Repairs",
    "Row",
    "RowPrice",
    "Sense",
    "Solution",
    "Status",
    "check",
    "conflict",
    "conflicts",
    "exact",
    "prices",
    "program",
    "repairs",
    "solve",
]


def __getattr__(name: str) -> object:
    """Import a module of the toolkit when one of its names is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
