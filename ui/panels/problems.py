"""Problems of an input, each with where it is, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.api import desk as api
from ui.markup import Safe, named, put, tag
from ui.state.desk import Desk


def problems(desk: Desk, issues: Sequence[api.Issue], name: str, title: str = "") -> None:
    """All of them in a list; nothing where there are none."""
    if not issues:
        return
    head = [tag("strong", title)] if title else []
    body = tag("ul", *(_item(i) for i in desk.speech.issues(issues)), css="tbo-problems")
    put(tag("div", *head, body, css="tbo-caution", more={**named(name), "role": "alert"}))


def _item(issue: api.Issue) -> Safe:
    return tag(
        "li",
        tag("strong", issue.where),
        tag("div", issue.problem),
        tag("div", issue.remedy, css="tbo-muted"),
    )
