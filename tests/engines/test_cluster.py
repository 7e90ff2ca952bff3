"""On a real Dask cluster: the same answers, and nothing lost when a worker is killed."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest

from optimizer.engines import Cancelled, Progress, Watch, engine, run_all
from optimizer.studies.uncertainty import uncertainty
from tests.engines.cluster import Cluster, cluster
from tests.engines.work import slow_square
from tests.studies.same import same_answers
from tests.studies.unsure import unsure


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
