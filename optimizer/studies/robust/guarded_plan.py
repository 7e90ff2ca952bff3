"""A plan fixed in full now that holds while at most Γ uncertain numbers turn out badly."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from optimizer.domain.scenario import Scenario
from optimizer.formulation.uncertain import factors
from optimizer.inputs.allocation import Allocation
from optimizer.lp.program import Coefficient, FloatArray, Key, LinearProgram, Sense
from optimizer.lp.solver import solve
from optimizer.lp.stochastic.budgeted_uncertainty import OBJECTIVE, RHS, Change, Source, budgeted
from optimizer.lp.stochastic.two_stage import at
from optimizer.solving.draws.runs import Job
from optimizer.solving.two_stage import MONEY, central_values, money_first, money_of

_ROUNDING = 1e-12


@dataclass(frozen=True)
class GuardedPlan:
    """Money of the plan, what it guarantees, what the nominal plan promises; None without one."""

    money: Allocation | None
    guaranteed: float | None
    nominal: float | None

    @property
    def price(self) -> float | None:
        """The price of robustness: what the guarantee costs of the nominal promise."""
        if self.guaranteed is None or self.nominal is None:
            return None
        return self.nominal - self.guaranteed


def guarded_plan(job: Job, gamma: float) -> GuardedPlan:
    """The Γ-robust plan of a scenario: in every row up to Γ numbers may go to their worse end.

    Money, units and people are all decided now. Each number is moved on its own from its central
    value to its low and its high one; numbers of one group move together.
    """
    names, values = _ends(job.scenario, job)
    whole = money_first(job, values, everywhere=True).program
    central = whole.at(0)
    shrunk = _shrunk(whole, gamma)
    sources: dict[Hashable, Source] = {
        name: Source(_change(shrunk, 1 + 2 * k), _change(shrunk, 2 + 2 * k))
        for k, name in enumerate(names)
    }
    first: dict[Key, float] = {
        c.key: 1.0 for c in central.columns if isinstance(c.key, tuple) and c.key[0] == MONEY
    }
    robust = solve(budgeted(shrunk.at(0), sources, gamma), then=first)
    nominal = solve(central)
    money = money_of({key: robust.value[key] for key in first}) if robust.found else None
    return GuardedPlan(money, robust.objective, nominal.objective)


def _ends(scenario: Scenario, job: Job) -> tuple[list[str], FloatArray]:
    """Central values, then low and high of each factor in turn, (1 + 2·factors, names)."""
    middle, known = central_values(job), factors(scenario).members
    place = {name: j for j, name in enumerate(job.names)}
    rows = [middle]
    for members in known.values():
        for end in (0, 1):
            row = middle.copy()
            for number in members:
                row[place[number.name]] = number.quantity.ends[end]
            rows.append(row)
    return list(known), np.array(rows)


def _shrunk(program: LinearProgram, gamma: float) -> LinearProgram:
    """Widths of steps, and sides of rows where nothing else varies, at their worst for Γ numbers.

    They are products of numbers, so what Γ of them do together is a product as well; taking their
    effects off one after the other could leave less than nothing.
    """
    columns = tuple(
        replace(c, upper=_least(c.upper, gamma)) if _positive(c.upper) else c
        for c in program.columns
    )
    rows = tuple(
        replace(r, rhs=_least(r.rhs, gamma))
        if r.sense is Sense.LE and _positive(r.rhs) and not any(map(_varies, r.terms.values()))
        else r
        for r in program.rows
    )
    return replace(program, columns=columns, rows=rows)


def _varies(value: Coefficient) -> bool:
    return isinstance(value, np.ndarray) and value.ndim > 0 and bool(np.ptp(value) > 0)


def _positive(value: Coefficient) -> bool:
    return _varies(value) and bool(np.isfinite(value).all() and np.min(value) >= 0)


def _least(value: Coefficient, gamma: float) -> float:
    """The least value when Γ factors (pairs of draws after the first) go to their worse end."""
    assert isinstance(value, np.ndarray)
    middle = float(value[0])
    if middle <= 0.0:
        return middle
    ratios = np.sort(np.minimum(1.0, value[1:].reshape(-1, 2).min(axis=1) / middle))
    part = np.clip(gamma - np.arange(len(ratios)), 0.0, 1.0)
    return middle * float(np.prod(1.0 - part * (1.0 - ratios)))


def _change(program: LinearProgram, draw: int) -> Change:
    """What one draw changes against draw 0."""
    return {place: value for place, value in _moved(program, draw) if value != 0.0}


def _moved(program: LinearProgram, draw: int) -> Iterator[tuple[tuple[Key, Key], float]]:
    def difference(value: Coefficient) -> float:
        here, there = at(value, 0), at(value, draw)
        if not np.isfinite(here) or abs(there - here) <= _ROUNDING * max(abs(here), abs(there)):
            return 0.0
        return there - here

    for c in program.columns:
        yield (OBJECTIVE, c.key), difference(c.gain)
    for r in program.rows:
        yield (r.key, RHS), difference(r.rhs)
        for key, value in r.terms.items():
            yield (r.key, key), difference(value)
