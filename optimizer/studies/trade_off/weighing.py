"""Outcomes weighed against each other: sums to be made large, and plans that put one first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from optimizer.domain.scenario import Scenario
from optimizer.formulation.case import Case
from optimizer.formulation.compile import compile_program
from optimizer.formulation.outcomes import outcome
from optimizer.lp.fronts.lexicographic import Criterion
from optimizer.lp.program import Key, LinearProgram
from optimizer.results.build import amount, build_plan
from optimizer.results.plan import Plan
from optimizer.solving.curves.refine import refined
from optimizer.solving.variants import with_gains

REST = 1e-6
"""What the range of another outcome counts beside that of the first one."""
SAME = 1e-6
"""Plans nearer to each other than this share of an outcome are the same."""


def direction(name: str) -> float:
    """1 for an outcome that is to be large, -1 for one that is to be small (spending)."""
    return -1.0 if name == "spending" else 1.0


def signed(plan: Plan, name: str) -> float:
    """An outcome of a plan, larger always better."""
    return direction(name) * amount(outcome(plan.case, name), plan.solution.value)


def criterion_of(case: Case, name: str) -> Criterion:
    """An outcome as a criterion: spending to be small, anything else large."""
    gains: Mapping[Key, float] = {k: float(g) for k, g in outcome(case, name).items()}
    return Criterion(gains, direction(name) > 0)


def weighted(names: Sequence[str], weights: Sequence[float]) -> Callable[[Case], LinearProgram]:
    """The rows of a case with a weighted sum of outcomes to be made large."""

    def make(case: Case) -> LinearProgram:
        gains: dict[Key, float] = {}
        for name, weight in zip(names, weights, strict=True):
            for key, gain in outcome(case, name).items():
                gains[key] = gains.get(key, 0.0) + direction(name) * weight * float(gain)
        return replace(with_gains(compile_program(case), gains), maximise=True)

    return make


def each_first(scenario: Scenario, names: Sequence[str]) -> list[Plan]:
    """For each outcome the plan that makes it best, and of such plans one best in the others.

    On smooth curves an outcome cannot be held at its very best while another one is searched, so
    the others count a millionth of it, each by its range. Plans that are not found say why.
    """
    alone = [_best(scenario, names, [float(n == name) for n in names]) for name in names]
    if not all(plan.found for plan in alone):
        return alone
    spans = []
    for name in names:
        values = [signed(plan, name) for plan in alone]
        size = max(abs(v) for v in values)
        spans.append(max(max(values) - min(values), SAME * size) or 1.0)
    return [
        _best(scenario, names, [(1.0 if n == name else REST) / span
                                for n, span in zip(names, spans, strict=True)])
        for name in names
    ]  # fmt: skip


def _best(scenario: Scenario, names: Sequence[str], weights: Sequence[float]) -> Plan:
    found = refined(scenario, weighted(names, weights))
    return build_plan(found.case, found.solution, curve_gap=found.gap)
