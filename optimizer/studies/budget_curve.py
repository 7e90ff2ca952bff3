"""The best outcome as a function of the budget, or of any rule's limit: every breakpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from optimizer.domain.base import Text
from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money
from optimizer.errors import InvalidInput, Issue, Said, suggest
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.compile import case_of, compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.formulation.payments import ActivityId
from optimizer.formulation.rules.base import money_step, title_of
from optimizer.lp.hot import Hot
from optimizer.lp.parametric import curve
from optimizer.lp.pieces import Curve
from optimizer.lp.program import FloatArray, Key, LinearProgram, Row
from optimizer.results.plan import table
from optimizer.studies.curves.curve_gap import curve_gap
from optimizer.studies.curves.refine import quick
from optimizer.studies.rule_costs import rule_rows
from optimizer.studies.variants import budget_slopes

SAMPLES = 16
"""Budgets at which supply curves are refined before the curve is drawn."""
CLOSE = 1e-4
"""Relative gap of supply curves aimed at along the curve."""

POINTS = {"at": "float64", "objective": "float64", "net_people": "float64", "spent": "float64"}
"""Breakpoints: the budget (or limit), the objective, net people and money spent there."""
PIECES = {
    "from": "float64", "to": "float64", "slope": "float64", "programme": "str", "share": "float64",
}  # fmt: skip
"""Between two breakpoints: objective per unit of budget (or limit), each programme's part of it."""


@dataclass(frozen=True)
class BudgetCurve:
    """The optimum over the budget or over one rule's limit.

    `points` and `pieces` as POINTS and PIECES; `spending` has a row for each breakpoint and a
    column for each programme. `infeasible` lists the stretches on which the rules cannot hold
    together. Exact where supply is in bands; `gap` bounds the relative error where it is curved.
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
    sentences: tuple[Text, ...] = ()

    def objective(self, at: float) -> float:
        """The best objective at one budget (or limit)."""
        return self.curve.objective(at - self.shift)


def budget_curve(
    scenario: Scenario,
    start: float | None = None,
    stop: float | None = None,
    *,
    along: str | None = None,
) -> BudgetCurve:
    """The curve from `start` to `stop`: of the total budget, or of the limit of the rule `along`.

    By default from nothing to twice what it is. Raises InvalidInput for an unknown rule or for a
    stretch that is none.
    """
    now = scenario.budget.total if along is None else _limit_now(scenario, along)
    low = 0.0 if start is None else start
    high = 2.0 * max(now, 1.0) if stop is None else stop
    if not 0 <= low < high < np.inf:
        problem = Said(f"{low:g} to {high:g} is no stretch.", f"{low:g}~{high:g}: 범위 아님.")
        remedy = Said(
            "Give two numbers, the smaller one first, neither below 0.",
            "0 이상의 두 수를 작은 수부터 기재.",
        )
        raise InvalidInput([Issue("from, to", problem, remedy)])
    most = max(scenario.budget.total, high if along is None else 0.0)
    case = case_of(scenario, most=most)
    ways = budget_slopes(case) if along is None else _ways(case, along)
    case = _stepped(case, ways, low - now, high - now)
    program = compile_program(case)
    found = curve(program, direction=ways, start=low - now, stop=high - now)
    drawn = _drawn(case, program, found, now)
    gap = _gap(case, program, ways, found) if case.curves else 0.0
    whole = BudgetCurve(
        scenario, along, found, now, *drawn,
        tuple((a + now, b + now) for a, b in found.infeasible), gap,
    )  # fmt: skip
    return replace(whole, sentences=tuple(_sentences(whole)))


def _limit_now(scenario: Scenario, along: str) -> float:
    rules = {r.id: r for r in scenario.rules if r.active}
    if along not in rules:
        problem = Said(
            f"There is no active rule called '{along}'.", f"적용 중인 규칙에 없음: '{along}'."
        )
        raise InvalidInput([Issue("along", problem, suggest(along, rules))])
    rows = rule_rows(compile_program(case_of(scenario)), rules[along])
    if not rows:
        problem = Said(
            f"The rule '{along}' adds no row here.", f"'{along}' 규칙: 여기서는 조건 추가 없음."
        )
        remedy = Said("Choose another rule.", "다른 규칙 선택.")
        raise InvalidInput([Issue("along", problem, remedy)])
    return float(rows[0].rhs)


def _ways(case: Case, along: str) -> dict[Key, float]:
    rule = next(r for r in case.scenario.rules if r.id == along)
    return {row.key: 1.0 for row in rule_rows(compile_program(case), rule)}


def _moved(program: LinearProgram, ways: Mapping[Key, float], by: float) -> LinearProgram:
    rows = tuple(
        Row(r.key, r.terms, r.sense, float(r.rhs) + ways[r.key] * by) if r.key in ways else r
        for r in program.rows
    )
    return replace(program, rows=rows)


def _stepped(case: Case, ways: Mapping[Key, float], low: float, high: float) -> Case:
    """The case with the steps that are good at every one of SAMPLES places along the curve."""
    if not case.curves:
        return case
    union: dict[tuple[ActivityId, int], set[float]] = {}
    early = low + (high - low) * np.array([0.001, 0.004, 0.012, 0.03])
    for by in sorted([*np.linspace(low, high, SAMPLES).tolist(), *early.tolist()]):
        finer, _, answer = quick(case, _mover(ways, by), tolerance=CLOSE)
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
    people = plans @ weights(outcome(case, "net_people"))
    at = np.array([p.at + shift for p in found.points])
    total = sum(spent.values(), np.zeros(len(at)))
    points = [
        {"at": a, "objective": p.objective, "net_people": n, "spent": s}
        for a, p, n, s in zip(at, found.points, people, total, strict=True)
    ]
    spending = pd.DataFrame({"at": at, **spent})
    return table(points, POINTS), table(_pieces(found, at, spent), PIECES), spending


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
            gap, _ = curve_gap(case, program, answer.prices)
            worst = max(worst, gap / max(1.0, abs(answer.objective)))
    return worst


def _sentences(whole: BudgetCurve) -> Iterator[Text]:
    unit = whole.scenario.money.parsed
    for low, high in whole.infeasible:
        a, b = (Text(en=money(v, unit, "en"), ko=money(v, unit, "ko")) for v in (low, high))
        yield Text(
            en=f"Between {a.en} and {b.en} the rules cannot hold together.",
            ko=f"{a.ko}~{b.ko} 구간에서는 규칙들이 함께 성립하지 않음.",
        )
    step = money_step(case_of(whole.scenario))
    said = Text(en=money(step, unit, "en"), ko=money(step, unit, "ko"))
    for low, high, first, last, leader in _stretches(_told(whole)):
        a, b = (Text(en=money(v, unit, "en"), ko=money(v, unit, "ko")) for v in (low, high))
        if max(abs(first), abs(last)) * step < 1e-9:
            yield Text(
                en=f"From {a.en} on, more changes nothing.",
                ko=f"{a.ko}부터는 늘려도 변화 없음.",
            )
            continue
        title = title_of(whole.scenario.programmes, leader)
        worth = " to ".join(dict.fromkeys(digits(v * step, 2) for v in (first, last)))
        yield Text(
            en=f"From {a.en} to {b.en} each further {said.en} adds {worth} weighted people; "
            f"most of it goes to {title.en}.",
            ko=f"{a.ko}~{b.ko}: 추가 {said.ko}당 가중 순인원 "
            f"{worth.replace(' to ', '~')}명, 주로 {title.ko}에 배정.",
        )


WINDOWS = 24


def _told(whole: BudgetCurve) -> pd.DataFrame:
    """The pieces to speak of: the exact ones, or equal windows where there are too many of them."""
    if len(whole.points) <= WINDOWS:
        return whole.pieces
    at = whole.points["at"].to_numpy()
    ends = np.linspace(at[0], at[-1], WINDOWS + 1)
    value = np.interp(ends, at, whole.points["objective"].to_numpy())
    rows: list[dict[str, object]] = []
    for p in whole.scenario.programmes:
        spent = np.interp(ends, at, whole.spending[p].to_numpy())
        rows += [
            {
                "from": ends[k], "to": ends[k + 1], "programme": p,
                "slope": (value[k + 1] - value[k]) / (ends[k + 1] - ends[k]),
                "share": (spent[k + 1] - spent[k]) / (ends[k + 1] - ends[k]),
            }
            for k in range(WINDOWS)
        ]  # fmt: skip
    return table(rows, PIECES)


def _stretches(pieces: pd.DataFrame) -> Iterator[tuple[float, float, float, float, str]]:
    """Neighbouring pieces in which the same programme takes most of the next won."""
    run: list[tuple[float, float, float, str]] = []
    for _, rows in pieces.groupby(["from", "to"], sort=True):
        low, high, slope = (float(rows[name].iloc[0]) for name in ("from", "to", "slope"))
        leader = str(rows["programme"].iloc[int(np.argmax(rows["share"].to_numpy()))])
        if run and (run[-1][3] != leader or (abs(slope) < 1e-15) != (abs(run[-1][2]) < 1e-15)):
            yield run[0][0], run[-1][1], run[0][2], run[-1][2], run[0][3]
            run = []
        run.append((low, high, slope, leader))
    if run:
        yield run[0][0], run[-1][1], run[0][2], run[-1][2], run[0][3]
