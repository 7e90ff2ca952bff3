"""What a watch hears of some work: shares of one total that rise to its end."""

from __future__ import annotations

from collections.abc import Callable

from optimizer.system.progress import Progress, Watch


def heard(work: Callable[..., object]) -> list[float]:
    """The shares told, each larger than the one before, the last one 1."""
    told: list[Progress] = []
    work(watch=Watch(tell=told.append))
    done = [progress.done for progress in told]
    assert done == sorted(set(done))
    assert len({progress.total for progress in told}) == 1
    assert done[-1] == told[-1].total
    return [progress.done / progress.total for progress in told]
