"""Every engine gives the same results in the same order, survives a dead worker, and can stop."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from optimizer.system.executors import (
    EngineFault,
    InProcess,
    Processes,
    engine,
    processors,
    run_all,
)
from optimizer.system.progress import Cancelled, Progress, Watch
from tests.system.work import dies_always, dies_once, faulty, square


def test_results_come_in_the_order_of_the_tasks() -> None:
    assert list(run_all(square, range(20))) == [n * n for n in range(20)]
    with ThreadPoolExecutor(3) as threads:
        assert list(run_all(square, range(50), executor=threads)) == [n * n for n in range(50)]


def test_no_tasks_give_no_results() -> None:
    assert list(run_all(square, [])) == []


def test_in_process_nothing_runs_before_it_is_asked_for() -> None:
    seen: list[int] = []
    results = run_all(seen.append, range(5))
    assert seen == []
    next(results)
    assert seen == [0]
    results.close()
    assert seen == [0]


def test_progress_is_told_to_the_end_with_the_time_left() -> None:
    told: list[Progress] = []
    list(run_all(square, range(7), watch=Watch(tell=told.append)))
    assert [p.done for p in told] == list(range(1, 8))
    assert {p.total for p in told} == {7}
    assert told[-1].left == 0.0
    assert Progress(2, 10, 4.0).left == 16.0


def test_a_set_token_stops_the_work() -> None:
    stop, seen = Event(), list[int]()

    def work(number: int) -> None:
        seen.append(number)
        if number == 2:
            stop.set()

    with pytest.raises(Cancelled):
        list(run_all(work, range(100), watch=Watch(cancel=stop)))
    assert seen == [0, 1, 2]


def test_a_fault_of_a_task_reaches_the_caller() -> None:
    with pytest.raises(ValueError, match="three"):
        list(run_all(faulty, range(10)))
    with ThreadPoolExecutor(2) as threads, pytest.raises(ValueError, match="three"):
        list(run_all(faulty, range(10), executor=threads))


def test_few_tasks_are_under_way_at_a_time() -> None:
    class Counting(InProcess):
        workers = 2
        handed = 0

        def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
            Counting.handed += 1
            return super().submit(fn, *args, **kwargs)

    results = run_all(square, range(1000), executor=Counting())
    next(results)
    assert Counting.handed <= 10
    results.close()


def test_a_worker_killed_in_mid_run_loses_nothing(tmp_path: Path) -> None:
    tasks = [(n, tmp_path / "mark") for n in range(12)]
    with engine(workers=2) as executor:
        assert isinstance(executor, Processes)
        assert list(run_all(dies_once, tasks, executor=executor)) == [n * n for n in range(12)]
    assert (tmp_path / "mark").exists()


def test_workers_that_die_again_and_again_are_given_up() -> None:
    with engine(workers=2) as executor, pytest.raises(EngineFault, match="died"):
        list(run_all(dies_always, range(3), executor=executor))


def test_one_worker_is_this_process() -> None:
    with engine() as executor:
        assert isinstance(executor, InProcess)
    assert processors() >= 1


def test_a_scheduler_that_is_not_there_is_told() -> None:
    for address, said in (("tcp://127.0.0.1:9", "no Dask scheduler"), ("here", "no address")):
        with pytest.raises(EngineFault, match=said), engine(scheduler=address):
            pass
