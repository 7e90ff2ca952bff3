"""What work of the desk may take, and what is said where it would take more."""

from __future__ import annotations

from optimizer.api import desk as api
from optimizer.api.desk import _
from ui.jobs.job import Queue, Task

PAGE = api.Limits(seconds=20.0, memory=1 << 30, answer=64 << 20)
"""For what a page waits for: reading a file, the plan of a document from outside."""
SHORT = api.Limits(seconds=300.0, memory=2 << 30, answer=200 << 20)
LONG = api.Limits(seconds=1800.0, memory=3 << 30, answer=200 << 20)
SAID = {
    "seconds": _("The work takes longer than {s} seconds and was stopped."),
    "memory": _("The work needs more than {gb} GB of memory and was stopped."),
    "answer": _("The answer is larger than {mb} MB and was left aside."),
    "process": _("The work came to no end on this machine."),
}
SMALLER = _(
    "Make the document smaller or simpler, or use the command line, which has no such limit."
)
OF = {Queue.PAGE: PAGE, Queue.SHORT: SHORT, Queue.LONG: LONG}


def reached(task: Task, limit: str) -> api.Issue:
    """What is said of work that was ended at a limit."""
    limits = OF[task.queue]
    values = {
        "s": f"{limits.seconds:.0f}",
        "gb": f"{(limits.memory or 0) / (1 << 30):.0f}",
        "mb": f"{(limits.answer or 0) / (1 << 20):.0f}",
    }
    said = SAID[limit].filled(**values)
    remedy = (
        SMALLER
        if task.page
        else _(
            "Ask for less (fewer draws, fewer points), or use the command line, which has no such "
            "limit."
        )
    )
    names = [one.id for one in task.scenarios] or [str(task.arguments[0])]
    return api.Issue(", ".join(names), said, remedy)
