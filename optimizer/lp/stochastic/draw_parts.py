"""Some draws of a linear programme, and the certified optima of all of them on any engine."""

from __future__ import annotations

from concurrent.futures import Executor
from threading import Event

import numpy as np

from optimizer.lp.program import (
    Coefficient,
    Column,
    FloatArray,
    IntArray,
    LinearProgram,
    Row,
)
from optimizer.lp.stochastic.solve_draws import Start, solve_draws, start_of
from optimizer.system.executors import run_all
from optimizer.system.progress import Watch

PART = 500
"""Draws solved together; the same on every engine."""


def some_draws(program: LinearProgram, which: IntArray) -> LinearProgram:
    """The programme of some of its draws, by number."""

    def pick(value: Coefficient) -> Coefficient:
        return value[which] if isinstance(value, np.ndarray) and value.ndim else value

    return LinearProgram(
        tuple(
            Column(c.key, pick(c.lower), pick(c.upper), pick(c.gain), c.integer)
            for c in program.columns
        ),
        tuple(
            Row(r.key, {k: pick(v) for k, v in r.terms.items()}, r.sense, pick(r.rhs))
            for r in program.rows
        ),
        program.maximise,
        pick(program.constant),
    )


def objectives(
    program: LinearProgram, *, executor: Executor | None = None, cancel: Event | None = None
) -> FloatArray:
    """The certified optimum of every draw, shape (D,); NaN where there is none.

    Raises Cancelled when the token is set.
    """
    draws = program.draws or 1
    start = start_of(program if program.draws is None else program.at(0))
    tasks = [
        (some_draws(program, np.arange(a, min(a + PART, draws))), start)
        for a in range(0, draws, PART)
    ]
    watch = None if cancel is None else Watch(cancel=cancel)
    return np.concatenate(list(run_all(_objectives, tasks, executor=executor, watch=watch)))


def _objectives(task: tuple[LinearProgram, Start]) -> FloatArray:
    """The optima of one part; runs in a worker."""
    program, start = task
    return solve_draws(program, start=start).objective
