"""Which programme leads, and the plan, over a grid of two numbers of the document."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, percent
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, in_a_row, pgettext
from optimizer.inputs.checks.magnitudes import slot_fault
from optimizer.inputs.checks.numbers import out_of_range
from optimizer.lp.program import FloatArray, IntArray
from optimizer.results.shown import Shown, View
from optimizer.solving.draws.runs import Job, Outcomes, best_of_draws, job_of
from optimizer.solving.draws.values import baseline_of_draws
from optimizer.solving.varied_number import Variable, variables
from optimizer.studies.decision_map.page import BORDERS, CELLS, map_data, map_page
from optimizer.studies.uncertainty.tables import leaders
from optimizer.system.progress import Watch

LARGEST_MAP = 400
"""Most points along one side."""
TOLERANCE = 3e-4
"""Median certified gap of the curves, as a share of the objective."""
POINTS, ROUNDS = 5, 4
"""Values tried across each step of a row that holds a border: it shrinks 4-fold in each round."""


@dataclass(frozen=True)
class Axis:
    """One of the two numbers: its path, and the range shown (its own range where left out).

    Example:
        >>> from optimizer import api as tb
        >>> tb.Axis("budget.total", low=6, high=24)
        Axis(path='budget.total', low=6, high=24)
    """

    path: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, repr=False)
class DecisionMap(Shown, page=map_page, data=map_data):
    """The map: `leader` (y, x) numbers the programmes in the order of names, −1 is nobody.

    `xs` (x,) and `ys` (y,) are the values along the sides; `people` (y, x) net people. `gap` is the
    largest certified share of the objective that finer steps of the curves could add anywhere, NaN
    where whole numbers leave no prices to certify it with.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.decision_map(tb.example(), "budget.total", "objective.tiers.S", size=3)
        >>> answer.shares
        {'chairs': 0.2222222222222222, 'fellowships': 0.4444444444444444}
    """

    scenario: Scenario
    x: Variable
    y: Variable
    xs: FloatArray
    ys: FloatArray
    leader: IntArray
    people: FloatArray
    cells: pd.DataFrame
    borders: pd.DataFrame
    gap: float
    job: Job = field(repr=False)

    @property
    def programmes(self) -> tuple[str, ...]:
        """Names of the programmes in the order in which `leader` numbers them."""
        return tuple(sorted(self.scenario.programmes))

    @property
    def shares(self) -> dict[str, float]:
        """Share of the map in which each programme leads."""
        return {p: float((self.leader == i).mean()) for i, p in enumerate(self.programmes)}

    @property
    def sentences(self) -> tuple[Words, ...]:
        """Who leads where, and where the present values stand."""
        return tuple(_sentences(self))

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        size = f"{len(self.xs)} × {len(self.ys)} points"
        about = f"{self.scenario.id}: {size} of {self.x.path} and {self.y.path}"
        return View(about, self.cells, self.sentences, "map")


def decision_map(
    scenario: Scenario,
    x: Axis | str,
    y: Axis | str,
    *,
    size: int = 60,
    executor: Executor | None = None,
    watch: Watch | None = None,
) -> DecisionMap:
    """The best plan at size × size values of two numbers, all others central.

    Borders between leading programmes are closed in on along every row. Raises InvalidInput for a
    path without a number, the same path twice, an empty range or a size below 2.

    Example:
        >>> from optimizer import api as tb
        >>> tb.decision_map(tb.example(), "budget.total", "objective.tiers.S", size=3)
        <DecisionMap example: 3 × 3 points of budget.total and objective.tiers.S>
    """
    axes = [Axis(a) if isinstance(a, str) else a for a in (x, y)]
    scenario, known = variables(scenario, [a.path for a in axes])
    _refuse(scenario, axes, known, size)
    xs, ys = (_values(a, v, size) for a, v in zip(axes, known, strict=True))
    names = tuple(v.name for v in known)
    grid = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    job = job_of(scenario, names, grid, tolerance=TOLERANCE)
    outcomes = best_of_draws(job, grid, executor=executor, watch=watch)
    leader = leaders(outcomes).reshape(size, size)
    before = baseline_of_draws(job, grid, executor=executor).net_people[:, 0]
    people = outcomes.people[:, 0] - before
    share = outcomes.gap / np.maximum(np.abs(outcomes.objective), 1e-9)
    return DecisionMap(
        scenario, known[0], known[1], xs, ys, leader,
        people.reshape(size, size),
        _cells(scenario, grid, outcomes, people),
        BORDERS.frame(_borders(scenario, job, xs, ys, leader)),
        float(np.max(share[outcomes.found], initial=0.0)),
        job,
    )  # fmt: skip


def _refuse(scenario: Scenario, axes: list[Axis], known: tuple[Variable, ...], size: int) -> None:
    issues = []
    if not 2 <= size <= LARGEST_MAP:
        problem = _("A map of {size} × {size} points cannot be drawn.", size=size)
        remedy = _("Give 2 to {largest_map}.", largest_map=LARGEST_MAP)
        issues.append(Issue("size", problem, remedy))
    if len(known) < 2 or known[0].name == known[1].name:
        problem = _("Both axes are the same number.")
        issues.append(Issue("y", problem, _("Choose another one.")))
    for axis, variable in zip(axes, known, strict=False):
        low = variable.low if axis.low is None else axis.low
        high = variable.high if axis.high is None else axis.high
        if not low < high:
            problem = _("There is nothing from {low} to {high}.", low=f"{low:g}", high=f"{high:g}")
            issues.append(Issue(axis.path, problem, _("Widen.")))
        ends = [(slot, end) for slot in variable.slots for end in (low, high)]
        wrong = [out_of_range(*end) or slot_fault(*end, scenario) for end in ends]
        issues += [Issue(axis.path, *found) for found in dict.fromkeys(wrong) if found is not None]
    if issues:
        raise InvalidInput(issues)


def _values(axis: Axis, variable: Variable, size: int) -> FloatArray:
    low = variable.low if axis.low is None else axis.low
    high = variable.high if axis.high is None else axis.high
    return np.linspace(low, high, size)


def _cells(
    scenario: Scenario, grid: FloatArray, outcomes: Outcomes, people: FloatArray
) -> pd.DataFrame:
    names = sorted(scenario.programmes)
    spent = outcomes.spending.sum(axis=2)
    columns: dict[str, Any] = {
        "x": grid[:, 0], "y": grid[:, 1],
        "leader": np.array([*names, ""])[leaders(outcomes)],
        "objective": outcomes.objective, "net_people": people,
    }  # fmt: skip
    money = {f"money_{p}": spent[:, i] for i, p in enumerate(names)}
    return pd.DataFrame(columns | money).astype(CELLS.types)


def _borders(
    scenario: Scenario, job: Job, xs: FloatArray, ys: FloatArray, leader: IntArray
) -> Iterator[dict[str, object]]:
    """Borders along rows, all of them closed in on together, round by round."""
    rows, columns = np.nonzero(leader[:, :-1] != leader[:, 1:])
    if not len(rows):
        return
    low, high = xs[columns], xs[columns + 1]
    left, right = leader[rows, columns], leader[rows, columns + 1]
    for _other in range(ROUNDS):
        across = np.linspace(low, high, POINTS, axis=1)
        values = np.stack([across, np.repeat(ys[rows][:, None], POINTS, axis=1)], axis=-1)
        who = leaders(best_of_draws(job, values.reshape(-1, 2))).reshape(-1, POINTS)
        at = (who[:, :-1] != who[:, 1:]).argmax(axis=1)
        each = np.arange(len(rows))
        low, high = across[each, at], across[each, at + 1]
        left, right = who[each, at], who[each, at + 1]
    names = [*sorted(scenario.programmes), ""]
    for n, row in enumerate(rows.tolist()):
        yield {
            "x": 0.5 * (low[n] + high[n]), "y": ys[row],
            "left": names[left[n]], "right": names[right[n]],
        }  # fmt: skip


def _sentences(answer: DecisionMap) -> Iterator[Words]:
    known = answer.scenario.programmes
    parts = [
        (title_of(known, p), percent(share)) for p, share in answer.shares.items() if share > 0
    ]
    parts.sort(key=lambda part: -float(part[1].rstrip("%").replace(",", "")))
    if parts:
        said = [in_a_row(part, " ") for part in parts]
        yield _("Leads on the map: {leads}.", leads=in_a_row(said, pgettext("list", ", ")))
    x, y = digits(answer.x.now, 3), digits(answer.y.now, 3)
    i = int(np.abs(answer.xs - answer.x.now).argmin())
    j = int(np.abs(answer.ys - answer.y.now).argmin())
    if answer.leader[j, i] >= 0:
        title = title_of(known, answer.programmes[answer.leader[j, i]])
        yield _("At the present values ({x} and {y}) {title} leads.", x=x, y=y, title=title)
