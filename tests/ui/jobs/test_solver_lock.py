"""The solver held: one at a time, the urgent first, and nobody is left waiting."""

from __future__ import annotations

import time
from threading import Thread

import pytest

from ui.jobs.solver_lock import SolverLock


def in_line(lock: SolverLock, names: list[tuple[str, bool]]) -> list[str]:
    """The order in which workers get it who ask while another has the engine."""
    order: list[str] = []

    def work(name: str, urgent: bool) -> None:
        with lock.held(urgent=urgent):
            order.append(name)
            time.sleep(0.01)

    workers = [Thread(target=work, args=one) for one in names]
    with lock.held():
        for worker in workers:
            worker.start()
            time.sleep(0.02)
        assert order == []
    for worker in workers:
        worker.join(10)
    return order


def test_one_works_at_a_time_and_the_urgent_come_first() -> None:
    order = in_line(SolverLock(), [("a", False), ("b", True), ("c", False), ("d", True)])
    assert set(order[:2]) == {"b", "d"}
    assert set(order[2:]) == {"a", "c"}


def test_a_fault_gives_the_turn_back() -> None:
    lock = SolverLock()
    with pytest.raises(ValueError, match="fault"), lock.held():
        raise ValueError("fault")
    assert in_line(lock, [("a", False)]) == ["a"]
