"""Background work: told of, stopped, kept apart, and never in the way of the rest."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from optimizer.api import desk as api
from tests.ui import slow_studies
from ui.background import limits, staff
from ui.background.requests import Lane, Look, Request, Stage, Ticket
from ui.background.staff import Office

KOREA = api.load_scenario("korea-2025")
OTHER = api.load_scenario("korea-2025", ["budget.total=9000"])
PATIENCE = 60.0
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def shared() -> Iterator[Office]:
    office = Office()
    yield office
    office.close()


def until(claim: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not claim():
        assert time.monotonic() < end
        time.sleep(0.02)


def finished(office: Office, request: Request) -> Look:
    def over() -> bool:
        look = office.look(request)
        return look is not None and look.stage in (Stage.DONE, Stage.FAILED)

    until(over)
    look = office.look(request)
    assert look is not None
    return look


def nap(seconds: float, scenario: api.Scenario = KOREA, *, long: bool = False) -> Request:
    return Request(slow_studies.nap, scenario, (seconds,), round(seconds), long=long)


def test_progress_is_told_and_the_answer_kept_for_everybody(shared: Office) -> None:
    request = nap(1.0)
    shared.ask(request, "one")
    parts = []

    def over() -> bool:
        look = shared.look(request)
        assert look is not None
        parts.append(look.part)
        return look.stage is Stage.DONE

    until(over)
    assert parts == sorted(parts)
    assert len({p for p in parts if 0 < p < 1}) >= 2
    answer = finished(shared, request).answer
    assert answer[:2] == (KOREA.fingerprint, 1.0)
    shared.ask(request, "two")
    assert finished(shared, request).answer is answer
    assert shared.seconds(request) is not None


def test_time_left_is_told_from_what_such_work_took_before(shared: Office) -> None:
    first = nap(0.4)
    shared.ask(first, "one")
    finished(shared, first)
    shared._times[first.kind] = 100.0
    again = nap(0.41)
    shared.ask(again, "one")
    until(lambda: (look := shared.look(again)) is not None and look.stage is Stage.RUNNING)
    look = shared.look(again)
    assert look is not None
    assert look.left is not None
    assert 90 < look.left <= 100
    shared.drop("one")


def test_between_two_tellings_the_time_left_runs_down(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(staff, "time", SimpleNamespace(monotonic=lambda: now[0]))
    office, ticket = Office(), Ticket(nap(1.0), begun=100.0)
    left = []
    for then, part in ((102.0, 0.2), (105.0, 0.2), (106.0, 0.5), (113.0, 0.5)):
        now[0] = then
        office.told(ticket, part)
        left.append(office._progress(ticket)[1])
    assert left == pytest.approx([8.0, 5.0, 6.0, 0.0])


def test_work_for_nobody_ends_at_once_and_another_can_begin(shared: Office) -> None:
    slow = nap(30.0)
    shared.ask(slow, "one")
    until(lambda: (look := shared.look(slow)) is not None and look.stage is Stage.RUNNING)
    shared.drop("one")
    assert shared.look(slow) is None
    quick = nap(0.01)
    shared.ask(quick, "one")
    assert finished(shared, quick).stage is Stage.DONE


def test_a_short_study_may_end_though_nobody_waits_for_it(shared: Office) -> None:
    first, second = nap(0.31), nap(0.45)
    shared.ask(first, "one")
    finished(shared, first)
    shared.ask(second, "one")
    until(lambda: (look := shared.look(second)) is not None and look.stage is Stage.RUNNING)
    (clerk,) = [c for c in shared._clerks if c.ticket is shared._known[second.key]]
    working = clerk.process.pid
    shared.drop("one")
    assert finished(shared, second).stage is Stage.DONE
    assert clerk.process.pid == working


def test_one_visitor_s_stop_leaves_the_work_of_another(shared: Office) -> None:
    request, other = nap(1.5), nap(0.5, OTHER)
    shared.ask(request, "one")
    shared.ask(request, "two")
    shared.ask(other, "two")
    shared.drop("one")
    assert finished(shared, request).stage is Stage.DONE
    assert finished(shared, other).answer[0] == OTHER.fingerprint
    assert finished(shared, request).answer[0] == KOREA.fingerprint


def test_only_what_is_no_longer_wanted_is_dropped(shared: Office) -> None:
    old, new = nap(20.0, OTHER, long=True), nap(0.6)
    shared.ask(old, "one")
    shared.ask(new, "one")
    shared.drop("one", lambda request: request.scenario.fingerprint == KOREA.fingerprint)
    assert shared.look(old) is None
    assert finished(shared, new).stage is Stage.DONE


def test_short_work_never_waits_behind_long_work(shared: Office) -> None:
    long = [nap(20.0 + k, long=True) for k in range(3)]
    for request in long:
        shared.ask(request, "one")
    until(lambda: (look := shared.look(long[0])) is not None and look.stage is Stage.RUNNING)
    last = shared.look(long[2])
    assert last is not None
    assert (last.stage, last.before) == (Stage.WAITING, 2)
    short = nap(0.02)
    shared.ask(short, "two")
    assert finished(shared, short).stage is Stage.DONE
    shared.drop("one")
    assert [shared.look(request) for request in long] == [None] * 3


@pytest.mark.parametrize("work", [slow_studies.crash, slow_studies.fault])
def test_a_crash_stays_with_its_study(shared: Office, work: Callable[..., object]) -> None:
    bad, good = Request(work, KOREA), nap(0.3, OTHER)
    shared.ask(good, "two")
    shared.ask(bad, "one")
    look = finished(shared, bad)
    assert (look.stage, look.issues, look.answer) == (Stage.FAILED, (), None)
    assert finished(shared, good).stage is Stage.DONE
    shared.ask(bad, "one")
    assert finished(shared, bad).stage is Stage.FAILED
    after = Request(slow_studies.chatter, KOREA)
    shared.ask(after, "one")
    assert finished(shared, after).answer == "heard"


def test_problems_of_the_input_come_back(shared: Office) -> None:
    request = Request(slow_studies.refused, KOREA)
    shared.ask(request, "one")
    assert [i.problem for i in finished(shared, request).issues] == ["No such share."]


def test_answers_used_longest_ago_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff, "MANY", 2)
    office = Office()
    asked = [nap(0.001 + k / 1000) for k in range(3)]
    for request in asked:
        office.ask(request, "one")
        finished(office, request)
    assert [office.look(request) is None for request in asked] == [True, False, False]
    office.close()


def test_nobody_works_for_visitors_who_left() -> None:
    here = {"one", "two"}
    office = Office(alive=lambda owner: owner in here)
    left, waiting, other = nap(30.0, long=True), nap(31.0, long=True), nap(0.02)
    office.ask(left, "one")
    office.ask(waiting, "one")
    until(lambda: (look := office.look(left)) is not None and look.stage is Stage.RUNNING)
    here.remove("one")
    office.ask(other, "two")
    assert finished(office, other).stage is Stage.DONE
    assert (office.look(left), office.look(waiting)) == (None, None)
    office.close()


def test_no_process_stays_behind() -> None:
    office = Office()
    done, busy = nap(0.01), nap(60.0)
    office.ask(done, "one")
    pid = finished(office, done).answer[2]
    office.ask(busy, "one")
    until(lambda: (look := office.look(busy)) is not None and look.stage is Stage.RUNNING)
    office.close()
    for clerk in office._clerks:
        assert clerk.process.pid is None
        assert clerk.thread is None or not clerk.thread.is_alive()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


KILLED = """
import os, time
from optimizer.api import desk as api
from tests.ui import slow_studies
from ui.background.staff import Office
from ui.background.requests import Request, Stage
office, request = Office(), Request(slow_studies.nap, api.load_scenario("korea-2025"), (60.0,))
office.ask(request, "one")
while office.look(request).part == 0:
    time.sleep(0.05)
print(*(c.process.pid for c in office._clerks if c.process.pid is not None), flush=True)
os._exit(9)
"""


def test_no_process_survives_a_desk_that_was_killed() -> None:
    desk = subprocess.run(
        [sys.executable, "-c", KILLED], cwd=ROOT, stdout=subprocess.PIPE, check=False
    )
    assert desk.returncode == 9
    pids = [int(pid) for pid in desk.stdout.split()]
    assert pids

    def lives(pid: int) -> bool:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return False
        return state != "Z"  # ended, though nobody has asked how

    until(lambda: not any(lives(pid) for pid in pids))


@pytest.mark.parametrize(
    ("work", "said"),
    [(slow_studies.never, "longer than 1 seconds"), (slow_studies.greedy, "of memory")],
)
def test_a_file_that_never_ends_is_ended_while_others_are_served(
    shared: Office, monkeypatch: pytest.MonkeyPatch, work: Callable[..., object], said: str
) -> None:
    seconds = 1.0 if work is slow_studies.never else 60.0
    page = api.Limits(seconds, memory=200 << 20, answer=1 << 20)
    monkeypatch.setattr(limits, "PAGE", page)
    monkeypatch.setitem(limits.OF, Lane.PAGE, page)
    study = nap(0.05 + seconds / 100, OTHER)
    shared.ask(study, "other")
    stuck = Request(work, None, ("a.yaml", b""), page=True)
    with pytest.raises(api.InvalidInput) as fault:
        shared.result(stuck, "one", lambda: None)
    (issue,) = fault.value.issues
    assert issue.where == "a.yaml"
    assert said in issue.problem
    assert finished(shared, study).stage is Stage.DONE
    sound = Request(slow_studies.size_of, None, ("b.yaml", b"12345"), page=True)
    assert shared.result(sound, "one", lambda: None) == 5
    assert shared.look(sound) is None
