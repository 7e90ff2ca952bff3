"""The best outcome as a function of the budget, or of any rule's limit: every breakpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.formulation.payments import ActivityId
from optimizer.formulation.rules.base import MONEY
from optimizer.i18n import Words, _
from optimizer.inputs.checks.magnitudes import amount_fault, count_fault
from optimizer.lp.hot import Hot
from optimizer.lp.program import FloatArray, Key, LinearProgram, Row
from optimizer.lp.sensitivity.parametric import curve
from optimizer.lp.sensitivity.pieces import Curve
from optimizer.results.baseline import baseline
from optimizer.results.shown import Shown, View
from optimizer.solving.curves.curve_gap import curve_gap
from optimizer.solving.curves.refine import quick
from optimizer.solving.variants import budget_slopes
from optimizer.studies.budget_curve.page import PIECES, POINTS, budget_curve_data, budget_curve_page
from optimizer.studies.budget_curve.rule_limits import limit_now, moving_sides
from optimizer.studies.budget_curve.words import sentences
from optimizer.system.progress import Tally, Watch

SAMPLES = 16
"""Budgets at which supply curves are refined before the curve is drawn."""
WALK, REST = 60, 10
"""What the walk along the curve and all that follows count for, where a sample counts 1."""
CLOSE = 1e-4
"""Relative gap of supply curves aimed at along the curve."""


@dataclass(frozen=True, repr=False)
class BudgetCurve(Shown, page=budget_curve_page, data=budget_curve_data):
    """The optimum over the budget or over one rule's limit.

    `points` and `pieces` as POINTS and PIECES; `spending` has a row for each breakpoint and a
    column for each programme. `infeasible` lists the stretches on which the rules cannot hold
    together. Exact where supply is in bands; `gap` bounds the relative error where it is curved.

    Example:
        >>> from optimizer import api as tb
        >>> curve = tb.budget_curve(tb.example(), along="fellowships-floor")
        >>> curve
        <BudgetCurve example: 3 breakpoints along fellowships-floor>
        >>> round(curve.objective(0.5), 2)
        15.9
    """

    scenario: Scenario
    along: str | None
    curve: Curve
    shift: float
    points: pd.DataFrame
    pieces: pd.DataFrame
    spending: pd.DataFrame
    infeasible: tuple[tuple[float, float], ...]
    gap: float
    unit: Words = MONEY
    """What the budget or the limit is measured in."""
    sentences: tuple[Words, ...] = ()

    def objective(self, at: float) -> float:
        """The best objective at one budget (or limit)."""
        return self.curve.objective(at - self.shift)

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        along, question = self.along or "budget", "rule_curve" if self.along else "budget_curve"
        about = f"{self.scenario.id}: {len(self.points)} breakpoints along {along}"
        return View(about, self.points, self.sentences, question)


def budget_curve(
    scenario: Scenario,
    start: float | None = None,
    stop: float | None = None,
    *,
    along: str | None = None,
    watch: Watch | None = None,
) -> BudgetCurve:
    """The curve from `start` to `stop`: of the total budget, or of the limit of the rule `along`.

    By default from nothing to twice what it is. `watch` hears how far the work is. Raises
    InvalidInput for an unknown rule or for a stretch that is none, Cancelled.

    Example:
        >>> from optimizer import api as tb
        >>> tb.budget_curve(tb.example()).points
             at  objective  net_people  spent
        0   0.0        0.0         0.0    0.0
        1  15.0       18.3         9.3   15.0
        2  24.0       25.5        16.5   24.0
    """
    now, unit = (scenario.budget.total, MONEY) if along is None else limit_now(scenario, along)
    low = 0.0 if start is None else start
    high = 2.0 * max(now, 1.0) if stop is None else stop
    if not 0 <= low < high < np.inf:
        problem = _("{low} to {high} is no stretch.", low=f"{low:g}", high=f"{high:g}")
        remedy = _("Give two numbers, the smaller one first, neither below 0.")
        raise InvalidInput([Issue("from, to", problem, remedy)])
    fault = amount_fault(high, scenario) if along is None else count_fault(high)
    if fault is not None:
        raise InvalidInput([Issue("to", *fault)])
    most = max(scenario.budget.total, high if along is None else 0.0)
    case = case_of(scenario, most=most)
    ways = budget_slopes(case) if along is None else moving_sides(case, along)
    if compile_program(case).arrays.integer.any():
        raise InvalidInput([Issue("scenario", *_WHOLE)])
    places = _samples(low - now, high - now) if case.curves else []
    tally = Tally(watch, len(places) + WALK + REST)
    case = _stepped(case, ways, places, tally)
    program = compile_program(case)
    with tally.part(WALK) as walk:
        found = curve(program, direction=ways, start=low - now, stop=high - now, watch=walk)
    drawn = _drawn(case, program, found, now)
    gap = _gap(case, program, ways, found) if case.curves else 0.0
    whole = BudgetCurve(
        scenario, along, found, now, *drawn,
        tuple((a + now, b + now) for a, b in found.infeasible), gap, unit,
    )  # fmt: skip
    tally.add(REST)
    return replace(whole, sentences=tuple(sentences(whole)))


_WHOLE = (
    _("Decisions in whole numbers make the curve jump: it has no exact form."),
    _(
        "Solve for single budgets instead, or leave out indivisible units, "
        "minimum scales and opening costs."
    ),
)


def _moved(program: LinearProgram, ways: Mapping[Key, float], by: float) -> LinearProgram:
    rows = tuple(
        Row(r.key, r.terms, r.sense, float(r.rhs) + ways[r.key] * by) if r.key in ways else r
        for r in program.rows
    )
    return replace(program, rows=rows)


def _samples(low: float, high: float) -> list[float]:
    """Places along the stretch, more of them where it begins."""
    early = low + (high - low) * np.array([0.001, 0.004, 0.012, 0.03])
    return sorted([*np.linspace(low, high, SAMPLES).tolist(), *early.tolist()])


def _stepped(case: Case, ways: Mapping[Key, float], places: Sequence[float], tally: Tally) -> Case:
    """The case with the steps that are good at every one of the places along the curve."""
    union: dict[tuple[ActivityId, int], set[float]] = {}
    for by in places:
        tally.add()
        finer, _other, answer = quick(case, _mover(ways, by), tolerance=CLOSE)
        if not answer.found:
            continue
        for key, grid in finer.grids.items():
            union.setdefault(key, set()).update(grid)
    grids: Grids = {key: _thinned(points) for key, points in union.items()}
    return replace(case, grids=grids)


def _mover(ways: Mapping[Key, float], by: float) -> Callable[[Case], LinearProgram]:
    return lambda case: _moved(compile_program(case), ways, by)


def _thinned(points: set[float]) -> tuple[float, ...]:
    """Sorted breakpoints without those so near another that they make no difference."""
    kept: list[float] = []
    for point in sorted(points):
        if not kept or point - kept[-1] > 1e-7 * max(points):
            kept.append(point)
    return tuple(kept)


def _drawn(
    case: Case, program: LinearProgram, found: Curve, shift: float
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Points, pieces and spending by programme at each point."""
    number = program.column_number
    programmes = list(case.scenario.programmes)

    def weights(terms: Mapping[Key, object]) -> FloatArray:
        row = np.zeros(len(program.columns))
        for key, value in terms.items():
            row[number[key]] = float(value)  # type: ignore[arg-type]
        return row

    plans = np.array([p.x for p in found.points]).reshape(-1, len(program.columns))
    spent = {p: plans @ weights(case.spending([p])) for p in programmes}
    people = plans @ weights(outcome(case, "net_people")) - baseline(case.scenario).net_people
    at = np.array([p.at + shift for p in found.points])
    total = sum(spent.values(), np.zeros(len(at)))
    points = [
        {"at": a, "objective": p.objective, "net_people": n, "spent": s}
        for a, p, n, s in zip(at, found.points, people, total, strict=True)
    ]
    spending = pd.DataFrame({"at": at, **spent})
    return POINTS.frame(points), PIECES.frame(_pieces(found, at, spent)), spending


def _pieces(
    found: Curve, at: FloatArray, spent: Mapping[str, FloatArray]
) -> Iterator[dict[str, object]]:
    for k, slope in enumerate(found.slopes):
        width = float(at[k + 1] - at[k])
        for p, money_at in spent.items():
            yield {
                "from": at[k], "to": at[k + 1], "slope": slope, "programme": p,
                "share": float(money_at[k + 1] - money_at[k]) / width,
            }  # fmt: skip


def _gap(case: Case, program: LinearProgram, ways: Mapping[Key, float], found: Curve) -> float:
    """Largest relative gap of the supply curves, measured in the middle of pieces and at points."""
    hot = Hot(program)
    worst = 0.0
    places = [p.at for p in found.points]
    every = max(1, len(places) // 40)
    for place in places[::every]:
        for row in program.rows:
            if row.key in ways:
                hot.set_rhs(row.key, float(row.rhs) + ways[row.key] * place)
        answer = hot.solve()
        if answer.found:
            gap, _other = curve_gap(case, program, answer.prices)
            worst = max(worst, gap / max(1.0, abs(answer.objective)))
    return worst
