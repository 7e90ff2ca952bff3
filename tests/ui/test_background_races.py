"""Many visitors at once, with every window between two steps held open: nobody's work is lost."""

from __future__ import annotations

import random
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from optimizer.api import desk as api
from optimizer.supervised import Outcome
from tests.ui import slow_studies
from ui.background import clerk, limits, staff
from ui.background.requests import Lane, Look, Request, Stage
from ui.background.staff import Office

KOREA = api.load_scenario("korea-2025")
PATIENCE = 30.0
WINDOW = 0.05
begun: list[str] = []


class Thread(threading.Thread):
    """A thread that takes long to start."""

    def start(self) -> None:
        time.sleep(WINDOW)
        super().start()
        time.sleep(WINDOW)


class InThread:
    """Work in the thread of its clerk, as if in a process that is slow to start."""

    pid = None

    def __init__(self, prepare: object = None, *, nice: int = 0) -> None:
        self.prepare = prepare

    def start(self) -> None:
        time.sleep(WINDOW / 5)

    def end(self) -> None:
        time.sleep(WINDOW / 5)

    def call(
        self, work: Callable[..., Any], *given: Any, limits: api.Limits, watch: api.Watch
    ) -> Outcome:
        begun.append(str(given[-1]))
        for part in range(5):
            if watch.cancel.wait(0.002):
                raise api.Cancelled("stopped")
            watch.tell(api.Progress(part, 5, 0.0))
        if work is slow_studies.refused:
            work(*given)
        if work is slow_studies.never:
            raise api.LimitReached("seconds")
        return Outcome((work.__name__, given[-1]), 10.0, 100)


@pytest.fixture(autouse=True)
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(clerk, "Thread", Thread)
    monkeypatch.setattr(api, "Supervised", InThread)
    begun.clear()
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.fixture
def office() -> Iterator[Office]:
    one = Office()
    yield one
    one.close()
    assert not any(c.thread is not None and c.thread.is_alive() for c in one._clerks)


def at_once(*acts: Callable[[], object]) -> None:
    """All of these at the same moment, to their end; none may fail."""
    faults: list[BaseException] = []
    gate = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        try:
            gate.wait(PATIENCE)
            act()
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert faults == []
    assert not any(thread.is_alive() for thread in threads)


def nap(number: float, *, long: bool = False, page: bool = False) -> Request:
    return Request(slow_studies.nap, KOREA, (number,), long=long, page=page)


def finished(office: Office, request: Request) -> Look:
    end = time.monotonic() + PATIENCE
    while (look := office.look(request)) is None or look.stage in (Stage.WAITING, Stage.RUNNING):
        assert time.monotonic() < end
        time.sleep(0.005)
    return look


def test_two_first_studies_at_once_both_succeed(office: Office) -> None:
    first, second = nap(1.0), nap(2.0)
    at_once(lambda: office.ask(first, "one"), lambda: office.ask(second, "two"))
    assert finished(office, first).answer == ("nap", 1.0)
    assert finished(office, second).answer == ("nap", 2.0)
    threads = [c.thread for c in office._clerks if c.thread is not None]
    assert len(threads) == len(set(threads)) == 2


def test_all_threads_find_one_office() -> None:
    found: list[Office] = []
    at_once(*[lambda: found.append(staff.office())] * 8)
    assert len({id(one) for one in found}) == 1


def test_work_taken_back_before_it_began_is_left(office: Office) -> None:
    request = nap(3.0)
    office.ask(request, "one")
    office.drop("one")
    assert office.look(request) is None
    after = nap(4.0)
    office.ask(after, "one")
    assert finished(office, after).stage is Stage.DONE
    assert begun.count("3.0") <= 1
    assert all(c.ticket is None or c.ticket.request == after for c in office._clerks)


def test_who_still_wants_it_gets_it_when_another_takes_it_back(office: Office) -> None:
    for round_ in range(10):
        request = nap(10.0 + round_, page=True)
        office.ask(request, "one@a")
        answers: list[object] = []

        def want(request: Request = request, answers: list[object] = answers) -> None:
            answers.append(office.result(request, "two@b", lambda: None))

        at_once(want, lambda: office.drop("one@a"))
        assert answers == [("nap", 10.0 + round_)]


def test_a_page_that_is_overtaken_takes_its_work_back(office: Office) -> None:
    class Overtaken(Exception):
        pass

    def overtaken() -> None:
        raise Overtaken

    request = nap(5.0, page=True)
    with pytest.raises(Overtaken):
        office.result(request, "one", overtaken)
    assert office.look(request) is None


def test_a_visitor_s_pages_are_worked_out_one_by_one(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    under_way: dict[str, int] = {}
    most: dict[str, int] = {}
    lock = threading.Lock()
    before = InThread.call

    def counted(self: InThread, work: Any, *given: Any, **more: Any) -> Outcome:
        visitor = "one" if given[-1] < 100 else "two"
        with lock:
            under_way[visitor] = under_way.get(visitor, 0) + 1
            most[visitor] = max(most.get(visitor, 0), under_way[visitor])
        try:
            return before(self, work, *given, **more)
        finally:
            with lock:
                under_way[visitor] -= 1

    monkeypatch.setattr(InThread, "call", counted)
    at_once(
        *(
            (lambda n=n: office.result(nap(n, page=True), f"one@{n}", lambda: None))  # type: ignore[misc]
            for n in range(4)
        ),
        lambda: office.result(nap(100.0, page=True), "two@x", lambda: None),
    )
    assert most == {"one": 1, "two": 1}


def test_what_fails_for_a_page_is_told_and_not_tried_again_at_once(office: Office) -> None:
    stuck = Request(slow_studies.never, KOREA, ("x",), page=True)
    for _ in range(3):
        with pytest.raises(api.InvalidInput) as fault:
            office.result(stuck, "one", lambda: None)
        (issue,) = fault.value.issues
        assert f"{limits.PAGE.seconds:.0f} seconds" in issue.problem
        assert f"{limits.PAGE.seconds:.0f}초" in issue.problem.ko
    assert begun == ["x"]
    refused = Request(slow_studies.refused, KOREA, (), page=True)
    with pytest.raises(api.InvalidInput, match="No such share"):
        office.result(refused, "one", lambda: None)


def test_a_closed_office_refuses_instead_of_waiting(office: Office) -> None:
    closing = threading.Timer(WINDOW / 2, office.close)
    closing.start()
    for number in (6.0, 7.0):
        with pytest.raises(api.InvalidInput):
            office.result(nap(number, page=True), "one", lambda: None)
        closing.join()


@pytest.mark.parametrize("seed", range(3))
def test_many_visitors_who_ask_and_take_back_at_random_lose_nothing(seed: int) -> None:
    office = Office(3)

    def visit(name: int) -> None:
        chance = random.Random(100 * seed + name)
        owner = f"{name}@{name}"
        for _ in range(25):
            number = float(chance.randrange(6))
            act = chance.randrange(5)
            if act == 0:
                found = office.result(nap(number, page=True), owner, lambda: None)
                assert found == ("nap", number)
            elif act == 1:
                office.ask(nap(number, long=bool(chance.randrange(2))), owner)
            elif act == 2:
                office.drop(owner)
            elif act == 3:
                office.drop(owner, lambda request, n=number: request.arguments == (n,))  # type: ignore[misc]
            else:
                look = office.look(nap(number))
                assert look is None or look.answer in (None, ("nap", number))
            time.sleep(chance.random() * 0.004)
        office.ask(nap(float(name), long=True), owner)
        assert finished(office, nap(float(name), long=True)).stage is Stage.DONE

    at_once(*((lambda n=n: visit(n)) for n in range(6)))  # type: ignore[misc]
    end = time.monotonic() + PATIENCE
    while any(c.ticket is not None for c in office._clerks):
        assert time.monotonic() < end
        time.sleep(0.01)
    assert not any(ticket.open for ticket in office._known.values())
    office.close()
    assert not any(c.thread is not None and c.thread.is_alive() for c in office._clerks)


def test_page_work_never_takes_the_last_process_of_short_studies(office: Office) -> None:
    short = [c for c in office._clerks if Lane.PAGE not in c.lanes]
    assert [c.lanes for c in short] == [{Lane.SHORT}]
