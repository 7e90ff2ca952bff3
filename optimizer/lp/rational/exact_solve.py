"""Any linear programme solved in rational numbers, within the time that is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from time import perf_counter

from optimizer.lp.allowance import Allowance
from optimizer.lp.certificate import ROUNDING, Certificate
from optimizer.lp.outcome import Outcome
from optimizer.lp.program import Key, LinearProgram
from optimizer.lp.rational.branching import settle_whole
from optimizer.lp.rational.numbers import MEANINGS, rational
from optimizer.lp.rational.solve import LARGE, settle_any
from optimizer.lp.solution import Solution, Status
from optimizer.lp.time_guard import within


@dataclass(frozen=True)
class ExactAnswer:
    """What holds for a programme in rational numbers, read as `meaning` says (see `Exact`).

    OPTIMAL: `objective`, `value` of each column and `price` of each row. INFEASIBLE: the rows
    weighted by `price` contradict the bounds. Of whole numbers only the parts into which branching
    divides the plans have prices of their own; none are given. UNBOUNDED: `value` is a plan
    and `ray` the direction in which the objective improves for ever. Any other status: not proved,
    within the time limit or at all, and nothing is said. `seconds` is the time it took.
    """

    program: LinearProgram = field(repr=False)
    status: Status
    meaning: str = MEANINGS[0]
    objective: Fraction | None = None
    value: Mapping[Key, Fraction] = field(default_factory=dict, repr=False)
    price: Mapping[Key, Fraction] = field(default_factory=dict, repr=False)
    ray: Mapping[Key, Fraction] = field(default_factory=dict, repr=False)
    certificate: Certificate | None = None
    seconds: float = 0.0

    @property
    def proved(self) -> bool:
        """Whether the status holds beyond any rounding."""
        return self.certificate is not None


def solve_exactly(program: LinearProgram, *, time_limit: float | None = None) -> ExactAnswer:
    """The optimum in rational numbers, or the proof that there is none, for programmes of any size.

    Floats lead the way, rationals prove it. Where `time_limit` [s] does not suffice the status is
    STOPPED, where no way was found FAILED: not proved. Whole numbers without an end, whose search
    need not have one, are given up after `rational_branching.ENDLESS_NODES` parts. Raises
    MalformedProgram for draws.
    """
    started = perf_counter()
    allowance = Allowance(seconds=time_limit)

    def work() -> tuple[Outcome | None, str]:
        return outcome_of(program, allowance, _start(program, allowance))

    found = work() if time_limit is None else within(time_limit, work)
    outcome, meaning = (None, MEANINGS[0]) if found is None else found
    seconds = perf_counter() - started
    if outcome is None:
        status = Status.STOPPED if allowance.over else Status.FAILED
        return ExactAnswer(program, status, seconds=seconds)
    objective = None
    if outcome.status is Status.OPTIMAL:
        objective = outcome.objective + rational(float(program.constant), meaning)
    columns, rows = program.column_number, program.row_number
    return ExactAnswer(
        program,
        outcome.status,
        meaning,
        objective,
        dict(zip(columns, outcome.x, strict=False)),
        dict(zip(rows, outcome.prices, strict=False)),
        dict(zip(columns, outcome.ray, strict=False)),
        outcome.certificate(),
        seconds,
    )


def _start(program: LinearProgram, allowance: Allowance) -> Solution | None:
    """What floats call best, where that is worth the trouble of all their ways."""
    entries = len(program.arrays.data)
    if entries <= LARGE and not program.arrays.integer.any():
        return None
    from optimizer.lp.solver import solve  # asks this module where floats find no verdict

    return solve(program, time_limit=allowance.patience(entries))


def outcome_of(
    program: LinearProgram, allowance: Allowance, start: Solution | None = None
) -> tuple[Outcome | None, str]:
    """What holds, and how numbers were read: as binaries where decimals differ by rounding alone.

    The search goes out from the basis, or the whole numbers, of `start`.
    """
    first = outcome_as(program, "decimal", allowance, start)
    if first is None or first.status is not Status.INFEASIBLE or first.miss > ROUNDING:
        return first, "decimal"
    return outcome_as(program, "binary", allowance, start), "binary"


def outcome_as(
    program: LinearProgram, meaning: str, allowance: Allowance, start: Solution | None = None
) -> Outcome | None:
    """The same with numbers read in one way only."""
    if program.arrays.integer.any():
        return settle_whole(program, meaning, allowance, None if start is None else start.x)
    return settle_any(program, None if start is None else start.basis, meaning, allowance)
