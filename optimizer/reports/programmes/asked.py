"""One question to the programme of a file, and who answers it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from optimizer.errors import InvalidInput, Issue
from optimizer.i18n import _, verbatim
from optimizer.lp.files.lp_reader import read_lp
from optimizer.lp.files.mps_reader import read_mps
from optimizer.lp.files.text import text_of
from optimizer.lp.program import LinearProgram
from optimizer.lp.solution import Status
from optimizer.reports.programmes.conflicting import conflicting
from optimizer.reports.programmes.page import Answered, ended, long_names
from optimizer.reports.programmes.pricing import curved, priced
from optimizer.reports.programmes.ranging import exported, fronted, roomy
from optimizer.reports.programmes.solving import exactly, solved
from optimizer.reports.programmes.terms import terms
from optimizer.results.page import Heading, Paragraph, Tone
from optimizer.system.killable_process import KillableProcess, LimitReached, Limits
from optimizer.system.progress import Watch

CONFLICT_SECONDS = 20.0
"""Time for the conflict behind an optimum that is not there, unless another limit is given."""
LATE = 0.25
"""Seconds beyond the time limit that the work has to come to its end by itself."""


@dataclass(frozen=True)
class ProgrammeQuestion:
    """What is asked: a question of `LP_QUESTIONS`, names of rows or columns, and its numbers."""

    question: str
    names: tuple[str, ...] = ()
    start: float | None = None
    stop: float | None = None
    slack: float = 0.02
    plans: int = 0
    second: str | None = None
    form: str = "mps"
    time_limit: float | None = None


def read_programme(path: Path) -> LinearProgram:
    """The programme of an MPS or LP file, by its name or else by how it begins.

    Raises InvalidInput.
    """
    names = [suffix.lower() for suffix in path.suffixes]
    if ".lp" in names:
        return read_lp(path)
    if ".mps" in names or not text_of(path).lstrip().lower().startswith(("max", "min", "\\")):
        return read_mps(path)
    return read_lp(path)


def ask_programme(path: Path, asked: ProgrammeQuestion, watch: Watch | None = None) -> Answered:
    """The answer to one question; within its time limit whatever the solver does.

    Raises InvalidInput for a file or names that cannot be, Cancelled.
    """
    if asked.time_limit is None:
        return answer(path, asked)
    work = KillableProcess()
    try:
        work.call(_ready)  # that the process starts counts for nothing
        limits = Limits(seconds=asked.time_limit + LATE)
        found: Any = work.call(answer, path, asked, limits=limits, watch=watch).value
    except LimitReached:
        found = _named(Answered(Status.STOPPED, {}, (ended(Status.STOPPED),)), path, asked)
    finally:
        work.end()
    assert isinstance(found, Answered)
    return found


def _ready() -> None:
    """Nothing; what the answers need is imported then."""


def answer(path: Path, asked: ProgrammeQuestion) -> Answered:
    """The same in this process, as far as the time limit can be kept from within."""
    work = _WORK.get(asked.question)
    if work is None:
        known = ", ".join(LP_QUESTIONS)
        problem = _("'{question}' is no question.", question=asked.question)
        remedy = _("Ask one of: {known}.", known=known)
        raise InvalidInput([Issue("QUESTION", problem, remedy)])
    program = read_programme(path)
    return _named(work(program, asked).clipped(long_names(program)), path, asked)


def _solved(program: LinearProgram, asked: ProgrammeQuestion) -> Answered:
    """The optimum; where rows contradict each other, the conflict too."""
    found = solved(program, time_limit=asked.time_limit)
    if found.status is not Status.INFEASIBLE:
        return found
    late = CONFLICT_SECONDS if asked.time_limit is None else asked.time_limit
    why = conflicting(program, time_limit=late)
    return replace(found, data={**found.data, **why.data}, blocks=(*found.blocks, *why.blocks))


_WORK: Mapping[str, Callable[[LinearProgram, ProgrammeQuestion], Answered]] = {
    "solve": _solved,
    "prices": lambda p, q: priced(p, q.names, time_limit=q.time_limit),
    "exact": lambda p, q: exactly(p, time_limit=q.time_limit),
    "conflict": lambda p, q: conflicting(p, time_limit=q.time_limit),
    "curve": lambda p, q: curved(p, q.names[0] if q.names else None, q.start, q.stop),
    "room": lambda p, q: roomy(p, q.names, q.slack, q.plans, time_limit=q.time_limit),
    "front": lambda p, q: fronted(p, q.second, time_limit=q.time_limit),
    "export": lambda p, q: exported(p, q.form),
}
LP_QUESTIONS = tuple(_WORK)
"""What can be asked of the programme of a file."""


def _named(found: Answered, path: Path, asked: ProgrammeQuestion) -> Answered:
    """The answer with the file, the question and its terms."""
    told = terms(asked.question)
    data = {
        "file": path.name, "question": asked.question, "holds": told.data,
        "status": str(found.status), **found.data,
    }  # fmt: skip
    blocks = (Heading(verbatim(path.name)), *found.blocks, Paragraph(told.sentence, Tone.NOTE))
    return replace(found, data=data, blocks=blocks)
