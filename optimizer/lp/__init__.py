"""Any linear programme, exactly: it knows nothing of talent."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

# named like their modules: bound at once, so that the package shows the function, not the module
from optimizer.lp.ascii_names import ascii_names
from optimizer.lp.broken_limits import broken_limits
from optimizer.lp.conflict import conflict
from optimizer.lp.efficiency import efficiency
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
    from optimizer.lp.ascii_names import Names, names_of
    from optimizer.lp.broken_limits import BrokenLimit
    from optimizer.lp.budgeted_rows import Guarded, Source, budgeted, guarded
    from optimizer.lp.certificate import Certificate, check
    from optimizer.lp.conflict import Conflict, Conflicts, NoVerdict, conflicts
    from optimizer.lp.criteria import CVaR, Mean, Regret, criterion_value
    from optimizer.lp.decision_table import Choice, Decision, decide
    from optimizer.lp.draws import solve_draws
    from optimizer.lp.efficiency import Efficiency, Orientation, Returns, UnitEfficiency
    from optimizer.lp.exact import Exact
    from optimizer.lp.exact_solve import ExactAnswer, solve_exactly
    from optimizer.lp.extensive_form import extensive, outcomes_of, solve_extensive, wait_and_see
    from optimizer.lp.gains import gain_curve
    from optimizer.lp.hot import Hot
    from optimizer.lp.information_value import Information, information
    from optimizer.lp.l_shaped_method import l_shaped
    from optimizer.lp.lexicographic import Criterion
    from optimizer.lp.lp_file import lp_text
    from optimizer.lp.lp_reader import read_lp
    from optimizer.lp.mps import mps_text
    from optimizer.lp.mps_reader import read_mps
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
    from optimizer.lp.solution_file import Claim, read_solution
    from optimizer.lp.solver import solve
    from optimizer.lp.two_stage import HereAndNow, TwoStage, together

_HOME = {
    "Alternative": "alternatives",
    "Answer": "answer",
    "Basis": "solution",
    "BrokenLimit": "broken_limits",
    "CVaR": "criteria",
    "Certificate": "certificate",
    "Choice": "decision_table",
    "Claim": "solution_file",
    "Column": "program",
    "ColumnPrice": "prices",
    "Conflict": "conflict",
    "Conflicts": "conflict",
    "Criterion": "lexicographic",
    "Curve": "pieces",
    "CurvePoint": "pieces",
    "Decision": "decision_table",
    "Efficiency": "efficiency",
    "End": "alternatives",
    "Exact": "exact",
    "ExactAnswer": "exact_solve",
    "Frontier": "pareto",
    "Guarded": "budgeted_rows",
    "HereAndNow": "two_stage",
    "Hot": "hot",
    "Information": "information_value",
    "Key": "program",
    "LimitPrice": "prices",
    "LinearProgram": "program",
    "MalformedProgram": "program",
    "Mean": "criteria",
    "Names": "ascii_names",
    "NoSolution": "solution",
    "NoVerdict": "conflict",
    "Orientation": "efficiency",
    "Payoff": "payoff",
    "PayoffRow": "payoff",
    "Point": "pareto",
    "Prices": "prices",
    "Reach": "alternatives",
    "Regret": "criteria",
    "Repair": "repair",
    "Repairs": "repair",
    "Returns": "efficiency",
    "Room": "alternatives",
    "Row": "program",
    "RowPrice": "prices",
    "Sense": "program",
    "Solution": "solution",
    "Source": "budgeted_rows",
    "Status": "solution",
    "TwoStage": "two_stage",
    "UnitEfficiency": "efficiency",
    "Weighted": "payoff",
    "WholeFrontier": "nondominated",
    "WholePoint": "nondominated",
    "budgeted": "budgeted_rows",
    "check": "certificate",
    "conflicts": "conflict",
    "criterion_value": "criteria",
    "curve": "parametric",
    "decide": "decision_table",
    "different": "alternatives",
    "efficient": "pareto",
    "efficient_whole": "nondominated",
    "extensive": "extensive_form",
    "gain_curve": "gains",
    "guarded": "budgeted_rows",
    "information": "information_value",
    "l_shaped": "l_shaped_method",
    "least_repair": "repair",
    "lp_text": "lp_file",
    "mps_text": "mps",
    "names_of": "ascii_names",
    "outcomes_of": "extensive_form",
    "payoff_table": "payoff",
    "read_lp": "lp_reader",
    "read_mps": "mps_reader",
    "read_solution": "solution_file",
    "repairs": "repair",
    "room": "alternatives",
    "simplex_of_weights": "payoff",
    "solve": "solver",
    "solve_draws": "draws",
    "solve_exactly": "exact_solve",
    "solve_extensive": "extensive_form",
    "tied": "alternatives",
    "together": "two_stage",
    "wait_and_see": "extensive_form",
}

__all__ = [
    "Alternative",
    "Answer",
    "Basis",
    "BrokenLimit",
    "CVaR",
    "Certificate",
    "Choice",
    "Claim",
    "Column",
    "ColumnPrice",
    "Conflict",
    "Conflicts",
    "Criterion",
    "Curve",
    "CurvePoint",
    "Decision",
    "Efficiency",
    "End",
    "Exact",
    "ExactAnswer",
    "Frontier",
    "Guarded",
    "HereAndNow",
    "Hot",
    "Information",
    "Key",
    "LimitPrice",
    "LinearProgram",
    "MalformedProgram",
    "Mean",
    "Names",
    "NoSolution",
    "NoVerdict",
    "Orientation",
    "Payoff",
    "PayoffRow",
    "Point",
    "Prices",
    "Reach",
    "Regret",
    "Repair",
    "Repairs",
    "Returns",
    "Room",
    "Row",
    "RowPrice",
    "Sense",
    "Solution",
    "Source",
    "Status",
    "TwoStage",
    "UnitEfficiency",
    "Weighted",
    "WholeFrontier",
    "WholePoint",
    "ascii_names",
    "broken_limits",
    "budgeted",
    "check",
    "conflict",
    "conflicts",
    "criterion_value",
    "curve",
    "decide",
    "different",
    "efficiency",
    "efficient",
    "efficient_whole",
    "exact",
    "extensive",
    "gain_curve",
    "guarded",
    "information",
    "l_shaped",
    "least_repair",
    "lp_text",
    "mps_text",
    "names_of",
    "outcomes_of",
    "payoff_table",
    "prices",
    "program",
    "read_lp",
    "read_mps",
    "read_solution",
    "repairs",
    "room",
    "simplex_of_weights",
    "solve",
    "solve_draws",
    "solve_exactly",
    "solve_extensive",
    "tied",
    "together",
    "wait_and_see",
]


def __getattr__(name: str) -> object:
    """Import a module of the toolkit when one of its names is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
