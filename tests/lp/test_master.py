"""The first stage of the L-shaped method: a run without a verdict is tried again from nothing."""

from __future__ import annotations

from typing import cast

import highspy
import pytest

from optimizer.lp.solution import NoSolution
from optimizer.lp.stochastic.master import Master


class Ends:
    """Stands for HiGHS: runs end as listed, the last over and over."""

    def __init__(self, *ends: highspy.HighsModelStatus) -> None:
        self.ends, self.calls = list(ends), list[str]()

    def run(self) -> None:
        self.calls.append("run")

    def clearSolver(self) -> None:
        self.calls.append("clear")

    def getModelStatus(self) -> highspy.HighsModelStatus:
        return self.ends.pop(0) if len(self.ends) > 1 else self.ends[0]


def master(solver: Ends) -> Master:
    made = object.__new__(Master)
    made._solver = cast(highspy.Highs, solver)
    return made


def test_without_a_verdict_it_runs_again_from_nothing() -> None:
    solver = Ends(highspy.HighsModelStatus.kUnknown, highspy.HighsModelStatus.kInfeasible)
    assert master(solver).solve() is None
    assert solver.calls == ["run", "clear", "run"]


def test_a_verdict_is_final() -> None:
    solver = Ends(highspy.HighsModelStatus.kInfeasible)
    assert master(solver).solve() is None
    assert solver.calls == ["run"]


def test_twice_without_a_verdict_is_said() -> None:
    with pytest.raises(NoSolution, match="first stage"):
        master(Ends(highspy.HighsModelStatus.kUnknown)).solve()
