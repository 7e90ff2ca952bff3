"""Finer steps on which near ties are looked for."""

from __future__ import annotations

from optimizer.studies.best_plan.near_ties import _finer


def test_each_step_is_cut_in_three() -> None:
    assert _finer((0.0, 3.0, 9.0)) == (0.0, 1.0, 2.0, 3.0, 5.0, 7.0, 9.0)
