"""Any linear programme, exactly: it knows nothing of talent."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

# named like modules or wings: bound at once, so that the package shows the function, not those
from optimizer.lp.broken_limits import broken_limits
from optimizer.lp.conflicts.conflict import conflict, conflicts
from optimizer.lp.files.ascii_names import ascii_names
from optimizer.lp.fronts.efficiency import efficiency
from optimizer.lp.program import program
from optimizer.lp.rational.optimality_proof import exact
from optimizer.lp.sensitivity.prices import prices

if TYPE_CHECKING:
    from optimizer.lp.answer import Answer
    from optimizer.lp.broken_limits import BrokenLimit
    from optimizer.lp.certificate import Certificate, check
    from optimizer.lp.conflicts.conflict import Conflict, Conflicts, NoVerdict
    from optimizer.lp.conflicts.repair import Repair, Repairs, least_repair, repairs
    from optimizer.lp.files.ascii_names import Names, names_of
    from optimizer.lp.files.lp_reader import read_lp
    from optimizer.lp.files.lp_writer import lp_text
    from optimizer.lp.files.mps_reader import read_mps
    from optimizer.lp.files.mps_writer import mps_text
    from optimizer.lp.files.solution_file import Claim, read_solution
    from optimizer.lp.fronts.alternatives import (
        Alternative,
        End,
        Reach,
        Room,
        different,
        room,
        tied,
    )
    from optimizer.lp.fronts.efficiency import Efficiency, Orientation, Returns, UnitEfficiency
    from optimizer.lp.fronts.lexicographic import Criterion
    from optimizer.lp.fronts.nondominated import WholeFrontier, WholePoint, efficient_whole
    from optimizer.lp.fronts.pareto import Frontier, Point, efficient
    from optimizer.lp.fronts.payoff import (
        Payoff,
        PayoffRow,
        Weighted,
        payoff_table,
        simplex_of_weights,
    )
    from optimizer.lp.hot import Hot
    from optimizer.lp.program import (
        Column,
        Key,
        LinearProgram,
        MalformedProgram,
        Row,
        Sense,
    )
    from optimizer.lp.rational.exact_solve import ExactAnswer, solve_exactly
    from optimizer.lp.rational.optimality_proof import Exact
    from optimizer.lp.sensitivity.gains import gain_curve
    from optimizer.lp.sensitivity.parametric import curve
    from optimizer.lp.sensitivity.pieces import Curve, CurvePoint
    from optimizer.lp.sensitivity.prices import ColumnPrice, LimitPrice, Prices, RowPrice
    from optimizer.lp.solution import Basis, NoSolution, Solution, Status
    from optimizer.lp.solver import solve
    from optimizer.lp.stochastic.budgeted_uncertainty import Guarded, Source, budgeted, guarded
    from optimizer.lp.stochastic.criteria import CVaR, Mean, Regret, criterion_value
    from optimizer.lp.stochastic.decision_table import Choice, Decision, decide
    from optimizer.lp.stochastic.extensive_form import (
        extensive,
        outcomes_of,
        solve_extensive,
        wait_and_see,
    )
    from optimizer.lp.stochastic.information_value import Information, information
    from optimizer.lp.stochastic.l_shaped_method import l_shaped
    from optimizer.lp.stochastic.solve_draws import solve_draws
    from optimizer.lp.stochastic.two_stage import HereAndNow, TwoStage, together

_HOME = {
    "Alternative": "fronts.alternatives",
    "Answer": "answer",
    "Basis": "solution",
    "BrokenLimit": "broken_limits",
    "CVaR": "stochastic.criteria",
    "Certificate": "certificate",
    "Choice": "stochastic.decision_table",
    "Claim": "files.solution_file",
    "Column": "program",
    "ColumnPrice": "sensitivity.prices",
    "Conflict": "conflicts.conflict",
    "Conflicts": "conflicts.conflict",
    "Criterion": "fronts.lexicographic",
    "Curve": "sensitivity.pieces",
    "CurvePoint": "sensitivity.pieces",
    "Decision": "stochastic.decision_table",
    "Efficiency": "fronts.efficiency",
    "End": "fronts.alternatives",
    "Exact": "rational.optimality_proof",
    "ExactAnswer": "rational.exact_solve",
    "Frontier": "fronts.pareto",
    "Guarded": "stochastic.budgeted_uncertainty",
    "HereAndNow": "stochastic.two_stage",
    "Hot": "hot",
    "Information": "stochastic.information_value",
    "Key": "program",
    "LimitPrice": "sensitivity.prices",
    "LinearProgram": "program",
    "MalformedProgram": "program",
    "Mean": "stochastic.criteria",
    "Names": "files.ascii_names",
    "NoSolution": "solution",
    "NoVerdict": "conflicts.conflict",
    "Orientation": "fronts.efficiency",
    "Payoff": "fronts.payoff",
    "PayoffRow": "fronts.payoff",
    "Point": "fronts.pareto",
    "Prices": "sensitivity.prices",
    "Reach": "fronts.alternatives",
    "Regret": "stochastic.criteria",
    "Repair": "conflicts.repair",
    "Repairs": "conflicts.repair",
    "Returns": "fronts.efficiency",
    "Room": "fronts.alternatives",
    "Row": "program",
    "RowPrice": "sensitivity.prices",
    "Sense": "program",
    "Solution": "solution",
    "Source": "stochastic.budgeted_uncertainty",
    "Status": "solution",
    "TwoStage": "stochastic.two_stage",
    "UnitEfficiency": "fronts.efficiency",
    "Weighted": "fronts.payoff",
    "WholeFrontier": "fronts.nondominated",
    "WholePoint": "fronts.nondominated",
    "budgeted": "stochastic.budgeted_uncertainty",
    "check": "certificate",
    "criterion_value": "stochastic.criteria",
    "curve": "sensitivity.parametric",
    "decide": "stochastic.decision_table",
    "different": "fronts.alternatives",
    "efficient": "fronts.pareto",
    "efficient_whole": "fronts.nondominated",
    "extensive": "stochastic.extensive_form",
    "gain_curve": "sensitivity.gains",
    "guarded": "stochastic.budgeted_uncertainty",
    "information": "stochastic.information_value",
    "l_shaped": "stochastic.l_shaped_method",
    "least_repair": "conflicts.repair",
    "lp_text": "files.lp_writer",
    "mps_text": "files.mps_writer",
    "names_of": "files.ascii_names",
    "outcomes_of": "stochastic.extensive_form",
    "payoff_table": "fronts.payoff",
    "read_lp": "files.lp_reader",
    "read_mps": "files.mps_reader",
    "read_solution": "files.solution_file",
    "repairs": "conflicts.repair",
    "room": "fronts.alternatives",
    "simplex_of_weights": "fronts.payoff",
    "solve": "solver",
    "solve_draws": "stochastic.solve_draws",
    "solve_exactly": "rational.exact_solve",
    "solve_extensive": "stochastic.extensive_form",
    "tied": "fronts.alternatives",
    "together": "stochastic.two_stage",
    "wait_and_see": "stochastic.extensive_form",
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
