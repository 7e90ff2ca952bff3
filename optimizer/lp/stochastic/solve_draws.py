"""Solve many draws of one linear programme on a warm HiGHS instance, and check every answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from struct import Struct
from threading import local
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizer.lp.certificate import TOLERANCE
from optimizer.lp.highs import draws_basis, new_solver
from optimizer.lp.hot import Hot
from optimizer.lp.program import FloatArray, LinearProgram
from optimizer.lp.scaling import Units
from optimizer.lp.solution import Basis, Solution, Status
from optimizer.lp.solver import solve
from optimizer.lp.stochastic.draw_check import TOGETHER, check_draws, check_rays
from optimizer.lp.stochastic.stack import Stack, Stacking

STATUSES = tuple(Status)
"""What the numbers in `Solved.status` mean."""
_OPTIMAL, _INFEASIBLE = STATUSES.index(Status.OPTIMAL), STATUSES.index(Status.INFEASIBLE)
DUST = 1e-10
"""Values of columns, in natural units, that are rounding of HiGHS, which keeps to 1e-9; checked
after they are set to nought."""
FAR = 1e4
"""Where HiGHS is told that bounds and limits end that do not, in scaled units, whose numbers are
near one: with both ends on everything the dual simplex needs no first phase. An answer that leans
on such an end fails its check, which knows the stated bounds alone, and is solved again."""
_process = local()


@dataclass(frozen=True, eq=False)
class Start:
    """What all draws of a programme share: the units they are scaled in, and a basis to start from.

    Every draw starts from the same basis, so an answer never depends on the draws solved before it.
    """

    units: Units
    basis: Basis | None


@dataclass(frozen=True, eq=False)
class Solved:
    """The answers of D draws, in stated units; NaN where a draw has no certified optimum.

    `status` (D,) indexes `STATUSES`; `objective` (D,), `x` and `reduced` (D, n), `prices` (D, m) as
    in `Solution`; `residual` (D,) is the worst residual of the certificate. `rays` (D', m) prove
    the draws `infeasible` (D',) contradictory. `again` counts the draws that went through the
    certified solver one by one.
    `inside` are the seconds spent inside HiGHS.
    """

    status: NDArray[np.int8]
    objective: FloatArray
    x: FloatArray
    prices: FloatArray
    reduced: FloatArray
    residual: FloatArray
    infeasible: NDArray[np.int64]
    rays: FloatArray
    again: int = 0
    inside: float = field(default=0.0, compare=False)

    @property
    def found(self) -> NDArray[np.bool_]:
        """Which draws have a certified optimum, shape (D,)."""
        return np.asarray(self.status == _OPTIMAL)


def start_of(program: LinearProgram) -> Start:
    """Units and basis from one programme of plain floats, such as the central case."""
    hot = Hot(program)
    answer = hot.solve()
    return Start(hot.units, answer.basis if answer.found else None)


def solve_draws(program: LinearProgram, *, start: Start | None = None) -> Solved:
    """Solve every draw of `program`; each answer is certified, or said to be none.

    A draw whose certificate fails is solved again by `solver.solve`. Programmes with integer
    columns go there at once; their draws have no prices (NaN).
    """
    if start is None:
        start = start_of(program if program.draws is None else program.at(0))
    drawn = Stacking(program)
    if drawn.pattern.integer.any():
        return _one_by_one(program, drawn.of(slice(None)))
    draws, n, m = drawn.draws, len(program.columns), len(program.rows)
    found, rays = _Tables.empty(draws, n, m), np.zeros((draws, m))
    inside, basis = 0.0, None if start.basis is None else draws_basis(start.basis)
    for part in (slice(a, a + TOGETHER) for a in range(0, draws, TOGETHER)):
        inside += found.some(part).fill(drawn.of(part), start.units, basis)
    again = np.flatnonzero(found.residual > TOLERANCE)
    if len(again):
        stack = drawn.of(again)
        rays[again], spent = _rays(stack, start)
        inside += spent
        proven = check_rays(stack, rays[again]) > TOLERANCE
        found.status[again[proven]] = _INFEASIBLE
        again = again[~proven]
    for i in again.tolist():
        found.take(i, solve(program if program.draws is None else program.at(i)))
    lost = np.flatnonzero(found.status == _INFEASIBLE)
    for numbers in found[1:]:
        numbers[found.status != _OPTIMAL] = np.nan
    return Solved(*found, lost, rays[lost], len(again), inside)


class _Tables(NamedTuple):
    """The tables of `Solved` while they are filled; the draws of each column stand together."""

    status: NDArray[np.int8]
    objective: FloatArray
    x: FloatArray
    prices: FloatArray
    reduced: FloatArray
    residual: FloatArray

    @classmethod
    def empty(cls, draws: int, n: int, m: int) -> _Tables:
        """Nothing filled in."""
        x, prices, reduced = (np.empty((size, draws)).T for size in (n, m, n))
        status = np.full(draws, _OPTIMAL, dtype=np.int8)
        return cls(status, np.empty(draws), x, prices, reduced, np.empty(draws))

    def some(self, part: slice) -> _Tables:
        """The tables of some draws."""
        tables: list[Any] = [table[part] for table in self]
        return _Tables(*tables)

    def fill(self, stack: Stack, units: Units, basis: Any) -> float:
        """Solve so few draws that their numbers stay in the processor's cache; seconds inside."""
        inside = _some_hot(stack, units, basis, self.x, self.prices)
        self.residual[:], self.reduced[:] = check_draws(stack, self.x, self.prices)
        self.objective[:] = (stack.gain * self.x).sum(axis=1) + stack.constant
        return inside

    def take(self, i: int, solution: Solution) -> None:
        """The answer of the certified solver for one draw."""
        self.status[i] = STATUSES.index(solution.status)
        if solution.x is None or solution.prices is None or solution.certificate is None:
            return
        self.objective[i], self.x[i] = solution.objective, solution.x
        self.prices[i], self.reduced[i] = solution.prices, solution.reduced
        self.residual[i] = max(solution.certificate.primal_residual, solution.certificate.gap)


def _some_hot(stack: Stack, units: Units, basis: Any, x: FloatArray, prices: FloatArray) -> float:
    """Fill `x` (D, n) and `prices` (D, m) with HiGHS' answers, good or not; seconds inside HiGHS.

    Whether an answer is an optimum the certificate tells; NaN where there is none.
    """
    table = _bounded(_scaled(stack, units))
    crossed = (stack.lower > stack.upper).any(axis=1) | (stack.row_lower > stack.row_upper).any(1)
    solver = _solver()
    inside, found = 0.0, []
    solving = np.flatnonzero(~crossed).tolist()
    for i in solving:
        begun = perf_counter()
        table.hand_to(solver, i)
        if basis is not None:
            solver.setBasis(basis)
        solver.run()
        inside += perf_counter() - begun
        found.append(solver.getSolution())
    said = np.full((stack.draws, x.shape[1] + prices.shape[1]), np.nan)
    numbers = Struct(f"{said.shape[1]}d")  # reads lists twice as fast as arrays do
    for i, one in zip(solving, found, strict=True):  # together, as caches like it
        if one.dual_valid:
            numbers.pack_into(said.data, i * numbers.size, *one.col_value, *one.row_dual)
    _stated(stack, units, said, x, prices)
    return inside


def _stated(
    stack: Stack, units: Units, said: FloatArray, x: FloatArray, prices: FloatArray
) -> None:
    """Fill `x` (D, n) and `prices` (D, m) with what HiGHS said, (D, n + m), in stated units."""
    n, sign = x.shape[1], -1.0 if stack.maximise else 1.0
    plans = said[:, :n]
    plans[np.abs(plans) < DUST] = 0.0
    np.multiply(plans, units.column, out=x)
    np.clip(x, stack.lower, stack.upper, out=x)  # by rounding, or it fails its check
    np.multiply(said[:, n:], sign * units.objective / units.row, out=prices)
    prices += 0.0


def _rays(stack: Stack, start: Start) -> tuple[FloatArray, float]:
    """Farkas rays of draws that may have no plan, in stated units; zeros where HiGHS has none."""
    rays = np.zeros((stack.draws, len(stack.indptr) - 1))
    table = _scaled(stack, start.units)
    solver = _solver()
    begun = perf_counter()
    for i in range(stack.draws):
        table.hand_to(solver, i)
        solver.run()
        _, there, ray = solver.getDualRay()
        if there:
            rays[i] = ray
    rays /= start.units.row
    largest = np.abs(rays).max(axis=1, initial=0.0, keepdims=True)
    rays[np.abs(rays) <= 1e-11 * largest] = 0.0
    rays[check_rays(stack, -rays) > check_rays(stack, rays)] *= -1.0
    return rays, perf_counter() - begun


def _one_by_one(program: LinearProgram, stack: Stack) -> Solved:
    """Every draw of a mixed-integer programme through the certified solver."""
    draws, n, m = stack.draws, len(stack.integer), len(stack.indptr) - 1
    status = np.zeros(draws, dtype=np.int8)
    x, residual, inside = np.full((draws, n), np.nan), np.full(draws, np.nan), 0.0
    for i in range(draws):
        solution = solve(program if program.draws is None else program.at(i))
        status[i] = STATUSES.index(solution.status)
        inside += solution.seconds
        if solution.found and solution.x is not None and solution.certificate:
            x[i], residual[i] = solution.x, solution.certificate.primal_residual
    objective = (stack.gain * x).sum(axis=1) + stack.constant
    lost = np.flatnonzero(status == _INFEASIBLE)
    unpriced, rays = np.full((draws, m), np.nan), np.zeros((len(lost), m))
    return Solved(
        status, objective, x, unpriced, np.full_like(x, np.nan), residual, lost, rays, draws, inside
    )


@dataclass(frozen=True, eq=False)
class _Table:
    """Scaled arrays in the form and order in which HiGHS takes a model."""

    indptr: NDArray[np.int32]
    indices: NDArray[np.int32]
    data: FloatArray
    row_lower: FloatArray
    row_upper: FloatArray
    lower: FloatArray
    upper: FloatArray
    costs: FloatArray
    whole: NDArray[np.int32]

    def hand_to(self, solver: Any, i: int) -> None:
        """Pass draw `i` as a minimisation, entries by rows."""
        solver.passModel(
            len(self.whole), len(self.indptr) - 1, len(self.indices), 2, 1, 0.0,
            self.costs[i], self.lower[i], self.upper[i], self.row_lower[i], self.row_upper[i],
            self.indptr, self.indices, self.data[i], self.whole,
        )  # fmt: skip


def _bounded(table: _Table) -> _Table:
    """The same with an end `FAR` away where there is none."""
    for limits, end in (
        (table.row_lower, -FAR), (table.row_upper, FAR), (table.lower, -FAR), (table.upper, FAR)
    ):  # fmt: skip
        np.copyto(limits, end, where=np.isinf(limits))
    return table


def _scaled(stack: Stack, units: Units) -> _Table:
    sign = -1.0 if stack.maximise else 1.0

    def by_draw(table: FloatArray, factor: FloatArray) -> FloatArray:
        """The numbers of each draw together; factors are powers of two, or their inverses."""
        return np.multiply(table, factor, order="C")

    return _Table(
        stack.indptr.astype(np.int32),
        stack.indices.astype(np.int32),
        by_draw(stack.data, units.column[stack.indices] / units.row[stack.row_of]),
        by_draw(stack.row_lower, 1.0 / units.row),
        by_draw(stack.row_upper, 1.0 / units.row),
        by_draw(stack.lower, 1.0 / units.column),
        by_draw(stack.upper, 1.0 / units.column),
        by_draw(stack.gain, sign * units.column / units.objective),
        np.zeros(len(stack.integer), dtype=np.int32),
    )


def _solver() -> Any:
    """This thread's warm HiGHS instance."""
    solver = _process.__dict__.get("solver")
    if solver is None:
        solver = _process.__dict__["solver"] = new_solver()
        for option, value in (
            ("simplex_dual_edge_weight_strategy", 1),  # Devex: its weights cost nothing to begin
            ("simplex_scale_strategy", 0),  # the numbers come scaled
            ("dual_simplex_cost_perturbation_multiplier", 0.0),
            ("primal_simplex_bound_perturbation_multiplier", 0.0),
            ("simplex_iteration_limit", 20_000),
        ):
            solver.setOptionValue(option, value)
    return solver
