"""Turns at the engine: one at a time, the urgent first, and nobody is left waiting."""

from __future__ import annotations

import time
from threading import Thread

import pytest

from ui.turns import Turns


def in_line(turns: Turns, names: list[tuple[str, bool]]) -> list[str]:
    """The order in which workers come to their turn who ask while another has the engine."""
    order: list[str] = []

    def work(name: str, urgent: bool) -> None:
        with turns.turn(urgent=urgent):
            order.append(name)
            time.sleep(0.01)

    workers = [Thread(target=work, args=one) for one in names]
    with turns.turn():
        for worker in workers:
            worker.start()
            time.sleep(0.02)
        assert order == []
    for worker in workers:
        worker.join(10)
    return order


def test_one_works_at_a_time_and_the_urgent_come_first() -> None:
    order = in_line(Turns(), [("a", False), ("b", True), ("c", False), ("d", True)])
    assert set(order[:2]) == {"b", "d"}
    assert set(order[2:]) == {"a", "c"}


def test_a_fault_gives_the_turn_back() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="fault"), turns.turn():
        raise ValueError("fault")
    assert in_line(turns, [("a", False)]) == ["a"]
