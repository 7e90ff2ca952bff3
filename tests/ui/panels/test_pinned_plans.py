"""Figures of plans beside each other, with their difference to the first."""

from __future__ import annotations

from ui.panels.pinned_plans import _row


def test_each_figure_tells_whether_it_is_more_or_less_than_the_first() -> None:
    differs, line = _row("k", "name", "#000000", [10.0, 9.5, 12.0, None, 10.0], lambda v: f"{v:g}")
    assert differs
    assert [cell.note for cell in line.cells] == ["", "−0.5", "+2", "", ""]


def test_figures_alike_are_no_difference() -> None:
    differs, line = _row("k", "name", "#000000", [10.0, 10.0 + 1e-6], lambda v: f"{v:g}")
    assert not differs
    assert [cell.note for cell in line.cells] == ["", ""]
