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
    from optimizer.lp.alternatives import (
        Alternative,
        End,
        Reach,
        Room,
        different,
        room,
        tied,
    )
    from optimizer.lp.answer import Answer
    from optimizer.lp.certificate import Certificate, check
    from optimizer.lp.conflict import Conflict, Conflicts, NoVerdict, conflicts
    from optimizer.lp.draws import solve_draws
    from optimizer.lp.exact import Exact
    from optimizer.lp.gains import gain_curve
    from optimizer.lp.hot import Hot
    from optimizer.lp.lexicographic import Criterion
    from optimizer.lp.nondominated import WholeFrontier, WholePoint, efficient_whole
    from optimizer.lp.parametric import curve
    from optimizer.lp.pareto import Frontier, Point, efficient
    from optimizer.lp.payoff import (
        Payoff,
        PayoffRow,
        Weighted,
        payoff_table,
        simplex_of_weights,
    )
    from optimizer.lp.pieces import Curve, CurvePoint
    from optimizer.lp.prices import ColumnPrice, LimitPrice, Prices, RowPrice
    from optimizer.lp.program import (
        Column,
        Key,
        LinearProgram,
        MalformedProgram,
        Row,
        Sense,
    )
    from optimizer.lp.repair import Repair, Repairs, least_repair, repairs
    from optimizer.lp.solution import Basis, NoSolution, Solution, Status
    from optimizer.lp.solver import solve

_HOME = {
    "Alternative": "alternatives",
    "Answer": "answer",
    "Basis": "solution",
    "Certificate": "certificate",
    "Column": "program",
    "ColumnPrice": "prices",
    "Conflict": "conflict",
    "Conflicts": "conflict",
    "Criterion": "lexicographic",
    "Curve": "pieces",
    "CurvePoint": "pieces",
    "End": "alternatives",
    "Exact": "exact",
    "Frontier": "pareto",
    "Hot": "hot",
    "Key": "program",
    "LimitPrice": "prices",
    "LinearProgram": "program",
    "MalformedProgram": "program",
    "NoSolution": "solution",
    "NoVerdict": "conflict",
    "Payoff": "payoff",
    "PayoffRow": "payoff",
    "Point": "pareto",
    "Prices": "prices",
    "Reach": "alternatives",
    "Repair": "repair",
    "Repairs": "repair",
    "Room": "alternatives",
    "Row": "program",
    "RowPrice": "prices",
    "Sense": "program",
    "Solution": "solution",
    "Status": "solution",
    "Weighted": "payoff",
    "WholeFrontier": "nondominated",
    "WholePoint": "nondominated",
    "check": "certificate",
    "conflicts": "conflict",
    "curve": "parametric",
    "different": "alternatives",
    "efficient": "pareto",
    "efficient_whole": "nondominated",
    "gain_curve": "gains",
    "least_repair": "repair",
    "payoff_table": "payoff",
    "repairs": "repair",
    "room": "alternatives",
    "simplex_of_weights": "payoff",
    "solve": "solver",
    "solve_draws": "draws",
    "tied": "alternatives",
}

__all__ = [
    "Alternative",
    "Answer",
    "Basis",
    "Certificate",
    "Column",
    "ColumnPrice",
    "Conflict",
    "Conflicts",
    "Criterion",
    "Curve",
    "CurvePoint",
    "End",
    "Exact",
    "Frontier",
    "Hot",
    "Key",
    "LimitPrice",
    "LinearProgram",
    "MalformedProgram",
    "NoSolution",
    "NoVerdict",
    "Payoff",
    "PayoffRow",
    "Point",
    "Prices",
    "Reach",
    "Repair",
    "Repairs",
    "Room",
    "Row",
    "RowPrice",
    "Sense",
    "Solution",
    "Status",
    "Weighted",
    "WholeFrontier",
    "WholePoint",
    "check",
    "conflict",
    "conflicts",
    "curve",
    "different",
    "efficient",
    "efficient_whole",
    "exact",
    "gain_curve",
    "least_repair",
    "payoff_table",
    "prices",
    "program",
    "repairs",
    "room",
    "simplex_of_weights",
    "solve",
    "solve_draws",
    "tied",
]


def __getattr__(name: str) -> object:
    """Import a module of the toolkit when one of its names is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
