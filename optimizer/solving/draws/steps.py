"""Few, well-placed steps of the supply curves for all draws, found on a sample of them."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.case import Case
from optimizer.formulation.compile import case_of
from optimizer.formulation.steps import CellId, Places, even, grids_at
from optimizer.i18n import _
from optimizer.lp.program import Coefficient, FloatArray, LinearProgram
from optimizer.lp.stochastic.solve_draws import Solved, Start, solve_draws, start_of
from optimizer.solving.draws.gap import cell_gaps

TOLERANCE = 1e-3
"""Median certified gap of the curves, as a share of the objective, at which steps are enough."""
SAFETY = 0.9
"""Share of the tolerance that the sample may use up: other draws may lose a little more."""
ROUNDS = 12
UNFITTED = 8
"""Steps of each concave curve beside an S-shaped one, whose whole numbers leave nothing to fit."""
MOST_STEPS = 200
"""Steps of one curve in one year beyond which no more are added."""
NARROWEST = 1e-6
"""Length of an interval below which it is not halved: what it holds may round to nothing."""
NOTHING = 1e-3
"""Share of the tolerance below which a loss is not worth a step."""

Make = Callable[[Case], LinearProgram]


@dataclass(frozen=True)
class Stepped:
    """Steps for all draws of a scenario, and what every solve starts from."""

    places: Places
    start: Start
    gap: float
    """Median certified gap in the sample, as a share of the objective."""
    whole: bool = False
    """Whether something is decided in whole numbers; steps are then fitted without that."""


def stepped_case(
    scenario: Scenario,
    places: Places,
    instead: Mapping[str, Coefficient] | None = None,
    *,
    most: float | None = None,
) -> Case:
    """The scenario with numbers replaced and its curves stepped at these places."""
    case = case_of(scenario, instead=instead, most=most)
    if instead and case.shapes:
        _refuse_bends(case)
    if not case.curves:
        return case
    return replace(case, grids=grids_at(case, places))


def _refuse_bends(case: Case) -> None:
    """Raises InvalidInput where a curve grows ever steeper at first in some draws only."""
    central = case_of(case.scenario).bent
    issues = [
        Issue(
            f"programmes.{p}.activities.{a}.supply.shape",
            _("In some draws the curve first grows ever steeper, in others it does not."),
            _("Keep the whole range of the shape on one side of 1, or use bands."),
        )
        for p, a in case.shapes
        if ((p, a) in case.bent) != ((p, a) in central)
    ]
    if issues:
        raise InvalidInput(issues)


def fitted_steps(
    scenario: Scenario,
    sample: Mapping[str, FloatArray],
    make: Make,
    *,
    tolerance: float = TOLERANCE,
    most: float | None = None,
) -> Stepped:
    """Steps with which the median draw of the sample loses at most `tolerance` by the curves.

    Intervals of the curves that lose most are halved until the rest is small enough; then those
    that lose least are joined again. The draws tell where their best money lies, so steps gather
    where decisions are made.
    """
    tolerance *= SAFETY
    case = case_of(scenario, most=most)
    steps = 2 if not case.bent else UNFITTED
    places: Places = {(a, y): even(steps) for a in case.curves for y in case.years}
    if case.bent:
        return Stepped(places, _start(scenario, places, sample, make, most), np.nan, True)

    def tried(places: Places) -> tuple[Stepped, Losses]:
        start = _start(scenario, places, sample, make, most)
        case = stepped_case(scenario, places, sample, most=most)
        program = make(case)
        whole = any(c.integer for c in program.columns)
        if whole:
            columns = tuple(replace(c, integer=False) for c in program.columns)
            program = replace(program, columns=columns)
        solved = solve_draws(program, start=start)
        gap, losses = _losses(case, program, solved, places)
        return Stepped(places, start, gap, whole), losses

    best, losses = tried(places)
    for _other in range(ROUNDS):
        finer = _finer(best.places, losses, tolerance)
        if best.gap <= tolerance or not losses or finer == best.places:
            break
        best, losses = tried(finer)
    while losses and best.gap <= tolerance:
        fewer, theirs = tried(_coarser(best.places, losses, best.gap, tolerance))
        if fewer.gap > tolerance or fewer.places == best.places:
            break
        best, losses = fewer, theirs
    return best


def relative(gap: FloatArray, objective: FloatArray) -> FloatArray:
    """Gaps as shares of the objective."""
    return np.asarray(gap / np.maximum(np.abs(objective), 1e-9))


def _start(
    scenario: Scenario,
    places: Places,
    sample: Mapping[str, FloatArray],
    make: Make,
    most: float | None,
) -> Start:
    """From the central case; where its rules conflict, from the first draw that has a plan."""
    start = start_of(make(stepped_case(scenario, places, most=most)))
    count = len(next(iter(sample.values()), ()))
    for i in range(min(count, 20)):
        if start.basis is not None:
            break
        one = {name: float(values[i]) for name, values in sample.items()}
        start = start_of(make(stepped_case(scenario, places, one, most=most)))
    return start


Losses = dict[tuple[CellId, int], float]
"""(cell, interval between places) → mean loss as a share of the objective."""


def _losses(
    case: Case, program: LinearProgram, solved: Solved, places: Places
) -> tuple[float, Losses]:
    """The median gap of the draws, and where it comes from."""
    found = solved.found & ~np.isnan(solved.prices).all(axis=1)
    if not found.any():
        return 0.0, {}
    total, losses = np.zeros(len(found)), Losses()
    for lost in cell_gaps(case, program, solved):
        share, inner = relative(lost.gap, solved.objective), np.array(places[lost.cell])
        total += share
        interval = np.searchsorted(inner, lost.place[found])
        sums = np.bincount(interval, share[found], len(inner) + 1) / found.sum()
        losses |= {(lost.cell, i): float(loss) for i, loss in enumerate(sums)}
    return float(np.median(total[found])), losses


def _finer(places: Places, losses: Losses, tolerance: float) -> Places:
    """Places with the intervals halved that lose most; a half loses an eighth of the whole.

    That is a quarter of the loss for the half of the draws whose best money it holds.
    """
    ends = {cell: (0.0, *inner, 1.0) for cell, inner in places.items()}
    heap = [(-loss, cell, ends[cell][i], ends[cell][i + 1]) for (cell, i), loss in losses.items()]
    heapq.heapify(heap)
    new: dict[CellId, list[float]] = {cell: list(inner) for cell, inner in places.items()}
    left = sum(losses.values())
    most_new = max(8, sum(map(len, new.values())))
    while heap and left > 0.7 * tolerance and most_new > 0:
        loss, cell, low, high = heapq.heappop(heap)
        if -loss < NOTHING * tolerance:
            break
        if len(new[cell]) + 1 >= MOST_STEPS or high - low < 2.0 * NARROWEST:
            continue
        middle = 0.5 * (low + high)
        new[cell].append(middle)
        left += 0.75 * loss
        most_new -= 1
        heapq.heappush(heap, (loss / 8.0, cell, low, middle))
        heapq.heappush(heap, (loss / 8.0, cell, middle, high))
    return {cell: tuple(sorted(inner)) for cell, inner in new.items()}


def _coarser(places: Places, losses: Losses, gap: float, tolerance: float) -> Places:
    """Places without those between intervals that lose least: joined, they lose four times as much.

    So many are left out as the tolerance has room for; never two beside each other, nor the last of
    a curve.
    """
    spare = sum(losses.values()) * (0.95 * tolerance / max(gap, 1e-300) - 1.0)
    costs = sorted(
        (3.0 * (losses[cell, i] + losses[cell, i + 1]), cell, i)
        for cell, inner in places.items()
        for i in range(len(inner))
    )
    out: dict[CellId, set[int]] = {cell: set() for cell in places}
    for cost, cell, i in costs:
        alone = not {i - 1, i + 1} & out[cell] and len(out[cell]) + 1 < len(places[cell])
        if cost <= spare and alone:
            spare -= cost
            out[cell].add(i)
    return {
        c: tuple(t for i, t in enumerate(inner) if i not in out[c]) for c, inner in places.items()
    }
