"""Goals in order: first the best A, then the best B that keeps A within a margin, and so on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.lp.program import LinearProgram, Row, Sense
from optimizer.results.build import amount, build_plan
from optimizer.results.plan import Plan
from optimizer.results.shown import Shown, View
from optimizer.solving.curves.refine import Refined, refined
from optimizer.solving.variants import with_gains, with_rows


@dataclass(frozen=True)
class Goal:
    """An outcome to make as large as possible; later goals may give up `slack` of it.

    Example:
        >>> from optimizer import api as tb
        >>> tb.Goal("attracted", slack=0.05)
        Goal(outcome='attracted', slack=0.05)
    """

    outcome: str
    slack: float = 0.0
    """Share of this goal's best value that later goals may give up."""


@dataclass(frozen=True, repr=False)
class Goals(Shown):
    """The plan of the last goal, with the best value of each goal and what it keeps of it."""

    goals: tuple[Goal, ...]
    best: tuple[float, ...]
    reached: tuple[float, ...]
    plan: Plan

    def view(self) -> View:
        """What a shell or a notebook shows of the answer."""
        names = ", ".join(goal.outcome for goal in self.goals)
        return View(f"{self.plan.view().about} ({names})", self.plan.allocation)


def in_order(scenario: Scenario, goals: Sequence[Goal]) -> Goals:
    """The plan that serves `goals` one after the other (lexicographic optimisation).

    'spending' as a goal is made least, any other outcome most. Raises InvalidInput for an unknown
    outcome. Without a plan, `plan.found` is False.

    Example:
        >>> from optimizer import api as tb
        >>> goals = [tb.Goal("attracted", slack=0.1), tb.Goal("net_people")]
        >>> answer = tb.in_order(tb.example(), goals)
        >>> round(answer.best[0], 2), round(answer.reached[0], 2)  # best, kept
        (3.6, 3.24)
    """
    best: list[float] = []
    found: Refined | None = None
    for n in range(len(goals)):
        kept = tuple(zip(goals[:n], best, strict=True))
        found = refined(
            scenario, _maker(goals[n], kept), grids=None if found is None else found.case.grids
        )
        if not found.solution.found:
            break
        best.append(amount(outcome(found.case, goals[n].outcome), found.solution.value))
    if found is None:
        found = refined(scenario)
    plan = build_plan(found.case, found.solution, curve_gap=found.gap)
    reached = [
        amount(outcome(found.case, g.outcome), found.solution.value) if plan.found else 0.0
        for g in goals
    ]
    return Goals(tuple(goals), tuple(best), tuple(reached), plan)


def _maker(goal: Goal, kept: Sequence[tuple[Goal, float]]) -> Callable[[Case], LinearProgram]:
    def make(case: Case) -> LinearProgram:
        program = with_rows(compile_program(case), (_keep(case, g, b) for g, b in kept))
        sign = -1.0 if goal.outcome == "spending" else 1.0
        gains = {k: sign * float(c) for k, c in outcome(case, goal.outcome).items()}
        return replace(with_gains(program, gains), maximise=True)

    return make


def _keep(case: Case, goal: Goal, best: float) -> Row:
    """The row that keeps a goal; a hair of slack so that rounding cannot close the door."""
    terms = outcome(case, goal.outcome)
    give = max(goal.slack, 1e-9) * max(abs(best), 1e-9)
    if goal.outcome == "spending":
        return Row(("goal", goal.outcome), terms, Sense.LE, best + give)
    return Row(("goal", goal.outcome), terms, Sense.GE, best - give)
