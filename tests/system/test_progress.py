"""One count for work in parts: it rises to its total, and a set token stops the work."""

from __future__ import annotations

import pytest

from optimizer.system.progress import Cancelled, Progress, Tally, Watch


def test_parts_make_one_count_that_never_goes_back() -> None:
    told: list[Progress] = []
    tally = Tally(Watch(tell=told.append), 10)
    tally.add()
    with tally.part(6) as watch:
        for done in (1, 2, 1, 3):
            watch.tell(Progress(done, 3, 0.0))
    with tally.part(3):
        tally.reach(2)
    assert [p.done for p in told] == [1, 3, 5, 7, 10]
    assert {p.total for p in told} == {10}


def test_parts_of_parts_count_as_much_as_their_part() -> None:
    told: list[int] = []
    tally = Tally(Watch(tell=lambda p: told.append(p.done)), 100)
    with tally.part(50) as watch:
        inner = Tally(watch, 2)
        inner.add()
        inner.add()
    with tally.part(50) as watch, Tally(watch, 5).part(4) as within:
        within.tell(Progress(1, 2, 0.0))
    assert told == [25, 50, 70, 90, 100]


def test_nobody_has_to_listen() -> None:
    tally = Tally(None, 2)
    with tally.part(2) as watch:
        watch.tell(Progress(1, 1, 0.0))


def test_a_set_token_stops_work_in_parts() -> None:
    watch = Watch()
    tally = Tally(watch, 3)
    tally.add()
    watch.cancel.set()
    with pytest.raises(Cancelled):
        tally.add()
    with pytest.raises(Cancelled), tally.part(1) as inner:
        inner.tell(Progress(1, 2, 0.0))
