"""How HiGHS is set up, run and understood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import highspy

from optimizer.lp.solution import Basis, Status

__all__ = ["STATUS", "draws_basis", "new_solver", "raw_basis", "run"]

_Model = highspy.HighsModelStatus
STATUS = {
    _Model.kOptimal: Status.OPTIMAL,
    _Model.kModelEmpty: Status.OPTIMAL,
    _Model.kInfeasible: Status.INFEASIBLE,
    _Model.kUnbounded: Status.UNBOUNDED,
    _Model.kTimeLimit: Status.STOPPED,
    _Model.kIterationLimit: Status.STOPPED,
    _Model.kInterrupt: Status.STOPPED,
}
"""What HiGHS' own model status means; a status that is not here is FAILED or still unclear."""

_PLACES = tuple(highspy.HighsBasisStatus(i) for i in range(5))
_TOLERANCE = 1e-9

_LOOSE = {"primal_feasibility_tolerance": 1e-7, "dual_feasibility_tolerance": 1e-7}
_OTHER_WAYS: tuple[Mapping[str, Any], ...] = (
    {},
    {"simplex_strategy": 4},
    {"simplex_scale_strategy": 4},
    {"simplex_strategy": 4, **_LOOSE},
    {"simplex_scale_strategy": 0, **_LOOSE},
)
"""Options of HiGHS tried in turn where it gives no clear verdict."""


def new_solver() -> Any:
    """A HiGHS instance with tight tolerances that neither prints nor presolves."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (
        ("output_flag", False),
        ("threads", 1),
        ("presolve", "off"),
        ("small_matrix_value", 1e-12),
        ("primal_feasibility_tolerance", _TOLERANCE),
        ("dual_feasibility_tolerance", _TOLERANCE),
    ):
        solver.setOptionValue(option, value)
    return solver


def raw_basis(basis: Basis) -> Any:
    """The same basis as HiGHS wants it."""
    raw = highspy.HighsBasis()
    raw.valid = True
    raw.col_status = [_PLACES[i] for i in basis.columns]
    raw.row_status = [_PLACES[i] for i in basis.rows]
    return raw


def draws_basis(basis: Basis) -> Any:
    """The same for draws that all start from it.

    It is passed off as HiGHS' own: another's would be factored before every draw for nothing.
    """
    raw = raw_basis(basis)
    raw.alien = False
    return raw


def run(solver: Any) -> Status:
    """Run `solver`; where HiGHS gives no clear verdict, from scratch in other ways."""
    solver.run()
    status = STATUS.get(solver.getModelStatus())
    for options in _OTHER_WAYS:
        if status is not None:
            break
        before = {name: solver.getOptionValue(name)[1] for name in options}
        solver.clearSolver()
        _set(solver, options)
        solver.run()
        _set(solver, before)
        status = STATUS.get(solver.getModelStatus())
    return Status.FAILED if status is None else status


def _set(solver: Any, options: Mapping[str, Any]) -> None:
    for name, value in options.items():
        solver.setOptionValue(name, value)
