"""How much money each programme may take at a small loss, and plans that differ the most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

import pandas as pd

from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import percent
from optimizer.errors import InvalidInput, Issue
from optimizer.formulation.case import Case, Grids
from optimizer.formulation.compile import compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.i18n import Words, _
from optimizer.lp.certificate import check_plan
from optimizer.lp.fronts.alternatives import different
from optimizer.lp.fronts.lexicographic import Lexicographic, at_whole_numbers, vector
from optimizer.lp.program import LinearProgram, Row, Sense
from optimizer.lp.solution import Solution, Status
from optimizer.lp.solver import solve
from optimizer.results.build import amount, build_plan
from optimizer.results.plan import Plan
from optimizer.results.shown import Shown, View
from optimizer.solving.curves.joined_steps import spread
from optimizer.solving.curves.refine import Refined, refined
from optimizer.solving.ties import cheapest, in_order
from optimizer.solving.variants import with_gains, with_rows
from optimizer.studies.best_plan.study import bare_plan
from optimizer.studies.room.page import PLANS, RANGES, room_data, room_page
from optimizer.studies.room.words import room_sentences
from optimizer.system.progress import Tally, Watch

HAIR = 1e-9
"""Share of the best objective that rounding may always take."""
SIDES = {"least": -1.0, "most": 1.0}
"""Ends of a programme's money, and the sign of the money that is made large."""
MOST_PLANS = 100
"""Different plans that can be asked for."""
LOSS = ("loss",)
"""Name of the row that keeps the loss."""
LONGER = 20
"""About how many times as long as an end a different plan takes; only progress counts on it."""


@dataclass(frozen=True, repr=False)
class Room(Shown, page=room_page, data=room_data):
    """What the best plan may become when the objective may lose a share `slack` of its best.

    `ranges` as RANGES; `ends` holds the plan of each end by (programme, 'least' or 'most').
    `alternatives` are plans as far from each other as can be, `plans` as PLANS describes them.
    `worst` is the objective still accepted. Without a best plan everything is empty.

    Example:
        >>> from optimizer import api as tb
        >>> answer = tb.room(tb.example(), slack=0.05)
        >>> answer.ranges[["programme", "least", "most"]].round(2)
             programme  least  most
        0       chairs   6.15  7.20
        1  fellowships   4.80  5.85
    """

    scenario: Scenario
    best: Plan
    slack: float
    worst: float
    ranges: pd.DataFrame
    ends: Mapping[tuple[str, str], Plan]
    alternatives: tuple[Plan, ...]
    plans: pd.DataFrame
    sentences: tuple[Words, ...] = ()

    @property
    def found(self) -> bool:
        """Whether there is a best plan to start from."""
        return self.best.found

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        about = f"{self.best.view().about}; {percent(self.slack)} less"
        return View(about, self.ranges, self.sentences, "room")


def room(
    scenario: Scenario, slack: float = 0.02, plans: int = 3, *, watch: Watch | None = None
) -> Room:
    """Least and most money of each programme within a loss of `slack`, and `plans` other plans.

    Each end is a plan on the true supply curves, the best one that reaches it. The different plans
    are sought on steps: their distance is the sum over programmes of the difference in money, each
    divided by the programme's width; then each is made the best plan with its split of the money.
    Raises InvalidInput for a slack outside 0…1 or plans outside 0…MOST_PLANS, and Cancelled.

    Example:
        >>> from optimizer import api as tb
        >>> tb.room(tb.example(), slack=0.05)
        <Room example: 12 million euros spent, 7.44 additional people, goal 14.6; 5% less>
    """
    _refuse(slack, plans)
    best = bare_plan(scenario)
    if not best.found or best.objective is None:
        return Room(scenario, best, slack, 0.0, RANGES.frame([]), {}, (), PLANS.frame([]))
    worst = best.objective - slack * abs(best.objective)
    near = _Near(best, worst)
    tally = Tally(watch, len(SIDES) * len(scenario.programmes) + LONGER * plans)
    ends: dict[tuple[str, str], Plan] = {}
    for p, (side, sign) in product(scenario.programmes, SIDES.items()):
        ends[p, side] = near.end(p, sign)
        tally.add()
    with tally.part(LONGER * plans) as here:
        found = near.different(ends.values(), slack, plans, here) if plans else []
    whole = Room(
        scenario, best, slack, worst, RANGES.frame(_ranges(best, ends)), ends,
        tuple(plan for plan, _other in found), PLANS.frame(_plans(best, found)),
    )  # fmt: skip
    said = room_sentences(best, slack, whole.ranges, whole.plans)
    return replace(whole, sentences=tuple(said))


def _refuse(slack: float, plans: int) -> None:
    issues = []
    if not 0.0 <= slack <= 1.0:
        problem = _("{slack} is no share.", slack=f"{slack:g}")
        remedy = _("Give a number from 0 to 1.")
        issues.append(Issue("slack", problem, remedy))
    if not 0 <= plans <= MOST_PLANS:
        problem = _("{plans} plans cannot be shown.", plans=plans)
        remedy = _("Give 0 to {most_plans}.", most_plans=MOST_PLANS)
        issues.append(Issue("plans", problem, remedy))
    if issues:
        raise InvalidInput(issues)


def money_of(plan: Plan, programme: str) -> float:
    """Money of a programme over all years."""
    return amount(plan.case.spending([programme]), plan.solution.value)


class _Near:
    """Plans of the best plan's scenario whose objective is at least `worst`."""

    def __init__(self, best: Plan, worst: float) -> None:
        assert best.objective is not None
        self.best, self.scenario = best, best.scenario
        # with whole decisions on curves a fixed amount of money is too hard a search
        self.settles = best.solution.prices is not None or not best.case.curves
        self.worst = worst
        self.least = min(worst, best.objective - HAIR * max(abs(best.objective), HAIR))

    def rows(self, case: Case) -> LinearProgram:
        """The rows of a case with the loss as one more."""
        row = Row(LOSS, outcome(case, "objective"), Sense.GE, self.least)
        return with_rows(compile_program(case), [row])

    def end(self, programme: str, sign: float) -> Plan:
        """The plan with the least (-1) or most (1) money of a programme, the best of its kind."""

        def furthest(case: Case) -> LinearProgram:
            money = case.spending([programme])
            return with_gains(self.rows(case), {k: sign * float(c) for k, c in money.items()})

        found = refined(self.scenario, furthest, grids=self.best.case.grids)
        if not found.solution.found:
            return build_plan(found.case, found.solution)
        if self.least < self.worst and not found.case.curves:
            return self._without_loss(found, programme, sign)
        binding = found.solution.prices is not None and abs(found.solution.price[LOSS]) > HAIR
        plan = build_plan(found.case, found.solution, curve_gap=found.gap)
        if binding or not self.settles:  # every plan at this end loses as much
            return plan
        return self._best_with({programme: money_of(plan, programme)}, found.case.grids) or plan

    def _without_loss(self, found: Refined, programme: str, sign: float) -> Plan:
        """The same end of the optimal plans alone, with the whole numbers of one a hair below."""
        case, near = found.case, found.solution
        assert near.x is not None
        program = compile_program(case)
        terms = {k: float(c) for k, c in case.spending([programme]).items()}
        money = vector(program, terms, programme)
        fixed = Lexicographic(at_whole_numbers(program, near.x))
        best = fixed.best(program.arrays.gain, sign * money)
        if best.x is None:
            return build_plan(case, near)
        objective = float(program.arrays.gain @ best.x) + float(program.constant)
        exact = check_plan(program, best.x, near.gap or 0.0)
        plan = Solution(program, Status.OPTIMAL, objective, best.x, gap=near.gap, certificate=exact)
        return build_plan(case, in_order(case, plan))

    def _best_with(self, split: Mapping[str, float], grids: Grids) -> Plan | None:
        """The best plan with this money of each programme; None where rounding leaves none."""
        for hair in (0.0, HAIR):
            found = refined(self.scenario, partial(_with_split, split, hair), grids=grids)
            if not found.solution.found:
                continue
            plan = build_plan(found.case, found.solution, curve_gap=found.gap)
            assert plan.objective is not None
            if plan.objective >= self.least - HAIR * abs(self.least):
                return plan
        return None

    def different(
        self, ends: Iterable[Plan], slack: float, count: int, watch: Watch
    ) -> list[tuple[Plan, float]]:
        """Plans as far as possible from all before them, with their distances."""
        case = replace(self.best.case, grids=spread([self.best, *ends]))
        program = compile_program(case)
        money = {
            p: {k: float(c) for k, c in case.spending([p]).items()}
            for p in self.scenario.programmes
        }
        found = []
        best = solve(program, then=cheapest(case, program))
        for one in different(program, best, money, slack, count, watch=watch):
            plan = self._best_with(one.value, case.grids) if self.settles else None
            if plan is None:
                solution = Solution(program, Status.OPTIMAL, one.objective, one.x, gap=one.gap,
                                    certificate=one.certificate)  # fmt: skip
                plan = build_plan(case, solution)
            found.append((plan, one.distance))
        return found


def _with_split(split: Mapping[str, float], hair: float, case: Case) -> LinearProgram:
    """The rows of a case with this money of each programme, to within a share `hair` of all."""
    rows = []
    for p, money in sorted(split.items()):
        terms, width = case.spending([p]), hair * case.most_money
        rows.append(Row(("split", p, "least"), terms, Sense.GE, max(0.0, money - width)))
        rows.append(Row(("split", p, "most"), terms, Sense.LE, money + width))
    return with_rows(compile_program(case), rows)


def _ranges(best: Plan, ends: Mapping[tuple[str, str], Plan]) -> Iterator[dict[str, object]]:
    for p in best.scenario.programmes:
        least, most = ends[p, "least"], ends[p, "most"]
        if not (least.found and most.found):
            continue
        yield {
            "programme": p, "now": money_of(best, p), "least": money_of(least, p),
            "most": money_of(most, p), "objective_at_least": least.everyone.objective,
            "objective_at_most": most.everyone.objective,
            "people_at_least": least.totals.net_people, "people_at_most": most.totals.net_people,
        }  # fmt: skip


def _plans(best: Plan, found: Sequence[tuple[Plan, float]]) -> Iterator[dict[str, object]]:
    for n, (plan, distance) in enumerate(found, start=1):
        for p in best.scenario.programmes:
            money = money_of(plan, p)
            yield {
                "plan": n, "programme": p, "spending": money,
                "change": money - money_of(best, p), "objective": plan.everyone.objective,
                "net_people": plan.totals.net_people, "distance": distance,
            }  # fmt: skip
