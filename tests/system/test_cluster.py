"""On a real Dask cluster: the same answers, and nothing lost when a worker is killed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from optimizer.cli import main
from optimizer.studies.robust.study import robust
from optimizer.studies.uncertainty.study import uncertainty
from optimizer.system.executors import EngineFault, engine, run_all
from optimizer.system.progress import Cancelled, Progress, Watch
from tests.studies.same import same_answers
from tests.studies.unsure import unsure
from tests.system.cluster import Cluster, cluster
from tests.system.work import slow_square


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("dask")) as found:
        yield found


def test_a_study_has_the_same_answers_on_a_cluster(running: Cluster) -> None:
    alone = uncertainty(unsure(), 2100, seed=5)
    with engine(scheduler=running.address) as executor:
        assert executor.workers == 2  # type: ignore[attr-defined]
        spread = uncertainty(unsure(), 2100, seed=5, executor=executor)
    same_answers(alone, spread)


def test_a_plan_for_all_draws_is_the_same_on_a_cluster(running: Cluster) -> None:
    alone = robust(unsure(), 40, seed=3)
    with engine(scheduler=running.address) as executor:
        spread = robust(unsure(), 40, seed=3, executor=executor)
    assert spread.searched["mean"].rounds > 0  # it was searched by cuts
    assert spread.money == alone.money
    assert spread.plans.equals(alone.plans)


@pytest.mark.parametrize(
    "command",
    [
        ["uncertainty", "--draws", "60", "--brief"],
        ["robust", "--draws", "8"],
        ["map", "--x", "budget.total", "--y", "objective.tiers.S", "--size", "3"],
    ],
)
def test_commands_work_on_a_cluster(
    command: list[str], running: Cluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = tmp_path / "unsure.json"
    document.write_text(json.dumps(unsure().document), encoding="utf-8")
    told = []
    for where in ([], ["--scheduler", running.address]):
        assert main([command[0], str(document), *command[1:], "--json", *where]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]


def test_a_token_stops_the_work_of_a_cluster(running: Cluster) -> None:
    stop = Event()

    def tell(progress: Progress) -> None:
        if progress.done >= 3:
            stop.set()

    with engine(scheduler=running.address) as executor, pytest.raises(Cancelled):
        list(run_all(slow_square, range(200), executor=executor, watch=Watch(tell, stop)))


def test_a_worker_killed_in_mid_run_loses_nothing(running: Cluster) -> None:
    victim = running.add_worker()
    running.wait_for_workers(3)
    with engine(scheduler=running.address) as executor:
        results = run_all(slow_square, range(60), executor=executor)
        first = [next(results) for _ in range(5)]
        victim.kill()
        assert [*first, *results] == [n * n for n in range(60)]
    assert victim.wait(10) != 0


def test_a_scheduler_lost_amid_the_work_is_told_in_words(tmp_path: Path) -> None:
    with cluster(tmp_path) as passing, pytest.raises(EngineFault, match="lost amid the work"):
        _work_until_it_is_lost(passing)


def _work_until_it_is_lost(passing: Cluster) -> None:
    with engine(scheduler=passing.address) as executor:
        for done in run_all(slow_square, range(200), executor=executor):
            if done == 0:
                passing.scheduler.kill()
