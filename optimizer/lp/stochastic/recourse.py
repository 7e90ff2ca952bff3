"""What every draw yields once the first columns are fixed, and how that changes with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizer.lp.answer import basis_of
from optimizer.lp.highs import STATUS, draws_basis, new_solver
from optimizer.lp.program import FloatArray, IntArray
from optimizer.lp.scaling import natural_units
from optimizer.lp.solution import Basis, NoSolution, Status
from optimizer.lp.stochastic.stack import stacked
from optimizer.lp.stochastic.two_stage import TwoStage

_DUAL = 1  # HiGHS' number of the dual simplex method: a last basis stays dual feasible


@dataclass(frozen=True, eq=False)
class Recourse:
    """The second stage of D draws as a minimisation in natural units, the first columns apart.

    `costs`, `lower`, `upper` (D, n) and the rows (D, m) belong to the columns decided late; an
    entry of `late` stands at row `late_row`, those of the first columns at `early_row` and number
    `early_column` with `early` (D, k). `gain` (D, f) and `constant` (D,) are in the same sense.
    Column units of the first columns and of the objective are in `first_unit` and `unit`.
    """

    indptr: NDArray[np.int32]
    indices: NDArray[np.int32]
    late: FloatArray
    costs: FloatArray
    lower: FloatArray
    upper: FloatArray
    row_lower: FloatArray
    row_upper: FloatArray
    early_row: IntArray
    early_column: IntArray
    early: FloatArray
    gain: FloatArray
    constant: FloatArray
    first_unit: FloatArray
    unit: float

    @property
    def draws(self) -> int:
        """Number of draws."""
        return len(self.costs)

    def part(self, start: int, stop: int) -> Recourse:
        """Some of the draws, as a piece of work of its own."""
        cut = slice(start, stop)
        return replace(
            self, late=self.late[cut], costs=self.costs[cut], lower=self.lower[cut],
            upper=self.upper[cut], row_lower=self.row_lower[cut], row_upper=self.row_upper[cut],
            early=self.early[cut], gain=self.gain[cut], constant=self.constant[cut],
        )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Seen:
    """What D draws say of one first-stage plan, in natural units and as a minimisation.

    `cost` (D,) and its slope (D, f) along the first columns: cost + slope·(x − here) is nowhere
    above the true cost. In the draws `lost` there is no plan here; `wall` (lost, f) and `least`
    (lost,) say wall·x ≥ least of every x that has one.
    """

    cost: FloatArray
    slope: FloatArray
    lost: IntArray
    wall: FloatArray
    least: FloatArray


def recourse_of(stages: TwoStage) -> Recourse:
    """The second stage of a programme in the natural units of its mean."""
    mean = TwoStage(stages.recourse, stages.first, stages.probability).expected()
    units = natural_units(mean.arrays)
    stack, places, sign = stacked(stages.recourse), stages.places, -stages.sign
    number = np.full(len(stack.integer), -1)
    number[places] = np.arange(len(places))
    is_early = number[stack.indices] >= 0
    row_of = stack.row_of
    data = stack.data * (units.column[stack.indices] / units.row[row_of])
    late_columns = np.flatnonzero(number < 0)
    new_place = np.zeros(len(number), dtype=np.int64)
    new_place[late_columns] = np.arange(len(late_columns))
    counts = np.bincount(row_of[~is_early], minlength=len(stack.indptr) - 1)
    costs = stack.gain * (sign * units.column / units.objective)
    first = units.column[places]
    return Recourse(
        indptr=np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        indices=new_place[stack.indices[~is_early]].astype(np.int32),
        late=np.ascontiguousarray(data[:, ~is_early]),
        costs=np.ascontiguousarray(costs[:, late_columns]),
        lower=np.ascontiguousarray((stack.lower / units.column)[:, late_columns]),
        upper=np.ascontiguousarray((stack.upper / units.column)[:, late_columns]),
        row_lower=stack.row_lower / units.row,
        row_upper=stack.row_upper / units.row,
        early_row=row_of[is_early],
        early_column=number[stack.indices[is_early]],
        early=np.ascontiguousarray(data[:, is_early]),
        gain=np.ascontiguousarray(costs[:, places]),
        constant=sign * stack.constant / units.objective,
        first_unit=first,
        unit=sign * units.objective,
    )


def look(task: tuple[Recourse, FloatArray, Basis | None]) -> Seen:
    """What the draws of a piece say of `x` (f,), in natural units; runs in a worker.

    Every draw starts from the same basis, so that the answer is the same whoever works on it.
    Raises NoSolution where a draw has no bound, or HiGHS gives no verdict.
    """
    work, x, basis = task
    solver, raw = _solver(), None if basis is None else draws_basis(basis)
    low, high = _sides(work, x)
    prices, lost, rays = np.zeros(low.shape), [], []
    m, cost = low.shape[1], np.zeros(work.draws)
    for d in range(work.draws):
        _pass(solver, work, d, low, high)
        if raw is not None:
            solver.setBasis(raw)
        solver.run()
        status = STATUS.get(solver.getModelStatus())
        if status is Status.OPTIMAL:
            prices[d] = solver.getSolution().row_dual
            cost[d] = solver.getInfo().objective_function_value
        elif status is Status.INFEASIBLE:
            lost.append(d)
            rays.append(_ray(solver, m))
        else:
            raise NoSolution(f"A draw of the second stage ended {status or Status.FAILED}.")
    slope = np.array(work.gain)
    for k, (i, j) in enumerate(zip(work.early_row.tolist(), work.early_column.tolist(),
                                   strict=True)):  # fmt: skip
        slope[:, j] -= prices[:, i] * work.early[:, k]
    cost += work.constant + work.gain @ x
    cost[lost] = np.nan
    wall, least = _walls(
        work, np.array(lost, dtype=np.int64), np.array(rays).reshape(len(lost), m), x
    )
    return Seen(cost, slope, np.array(lost, dtype=np.int64), wall, least)


def start_basis(work: Recourse, x: FloatArray) -> Basis | None:
    """The optimal basis of the first draw of a piece at `x`; None where it has no plan."""
    solver, (low, high) = _solver(), _sides(work, x)
    _pass(solver, work, 0, low, high)
    solver.run()
    found = STATUS.get(solver.getModelStatus()) is Status.OPTIMAL
    return basis_of(solver.getBasis()) if found else None


def _sides(work: Recourse, x: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Sides of the rows (D, m) for the late columns, the first columns fixed."""
    moved = work.early * x[work.early_column]
    shift = np.zeros(work.row_lower.shape)
    for k, i in enumerate(work.early_row.tolist()):
        shift[:, i] += moved[:, k]
    return work.row_lower - shift, work.row_upper - shift


def _pass(solver: Any, work: Recourse, d: int, low: FloatArray, high: FloatArray) -> None:
    """Hand over one draw."""
    n = work.costs.shape[1]
    solver.passModel(
        n, low.shape[1], len(work.indices), 2, 1, 0.0, work.costs[d], work.lower[d],
        work.upper[d], low[d], high[d], work.indptr, work.indices, work.late[d],
        np.zeros(n, dtype=np.int32),
    )  # fmt: skip


def _ray(solver: Any, m: int) -> FloatArray:
    """A Farkas ray of a draw without a plan; noughts where HiGHS gives none."""
    _, there, ray = solver.getDualRay()
    return np.array(ray) if there else np.zeros(m)


def _walls(
    work: Recourse, lost: IntArray, rays: FloatArray, x: FloatArray
) -> tuple[FloatArray, FloatArray]:
    """Inequalities that keep out `x` and that every first-stage plan with a second stage obeys.

    For any weights of the rows, the weighted sum of the rows is at most what their sides allow and
    at least what the late columns can make of it plus the part of the first columns.
    """
    wall, least = np.zeros((len(lost), work.gain.shape[1])), np.zeros(len(lost))
    rows = np.repeat(np.arange(len(work.indptr) - 1), np.diff(work.indptr))
    for at, d in enumerate(lost.tolist()):
        largest = np.abs(rays[at]).max(initial=0.0)
        for way in (1.0, -1.0):
            ray: FloatArray = way * rays[at]
            ray[np.abs(ray) <= 1e-11 * largest] = 0.0
            sums: Any = np.bincount(work.indices, work.late[d] * ray[rows], work.costs.shape[1])
            sums = np.where(np.abs(sums) > 1e-10 * largest, sums, 0.0)
            most = _reach(ray, work.row_lower[d], work.row_upper[d])
            rest = -_reach(-sums, work.lower[d], work.upper[d])
            part = work.early[d] * ray[work.early_row]
            side = np.bincount(work.early_column, part, work.gain.shape[1])
            if np.isfinite(most - rest) and side @ x > most - rest:
                wall[at], least[at] = -side, rest - most
    return wall, least


def _reach(weights: FloatArray, low: FloatArray, high: FloatArray) -> float:
    """The largest Σ weights·v with v between `low` (weights < 0 pick it) and `high`."""
    used = weights != 0.0
    side = np.where(weights > 0, high, low)
    return float((weights[used] * side[used]).sum())


def _solver() -> Any:
    solver = new_solver()
    for option, value in (
        ("simplex_strategy", _DUAL),
        ("simplex_dual_edge_weight_strategy", 1),  # Devex: its weights cost nothing to begin
        ("dual_simplex_cost_perturbation_multiplier", 0.0),
        ("primal_simplex_bound_perturbation_multiplier", 0.0),
        ("simplex_scale_strategy", 0),  # the numbers come scaled
        ("simplex_iteration_limit", 20_000),
    ):
        solver.setOptionValue(option, value)
    return solver
