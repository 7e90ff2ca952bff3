"""Figures opened to their publications: grade, publisher, date, address."""

from __future__ import annotations

from collections.abc import Sequence

from optimizer.api.desk import _, pgettext
from ui.markup import Safe, tag
from ui.panels.evidence_grades import badge
from ui.state import cache
from ui.state.desk import Desk


def names_in(listed: str) -> list[str]:
    """Identifiers of sources in a text that lists them with commas or spaces."""
    return list(dict.fromkeys(listed.replace(",", " ").split()))


def cited(desk: Desk, names: Sequence[str], grade: str = "") -> Safe:
    """Grade and links to the publications; an assumption of the project has none."""
    known = cache.evidence_tables().sources
    parts: list[Safe] = [badge(desk, grade), tag("span", " ")] if grade else []
    for name in names:
        source = known.get(name)
        if source is None:
            continue
        said = f"{source.publisher}, {source.date}"
        if source.address:
            link = {"href": source.address, "target": "_blank", "rel": "noopener"}
            parts.append(tag("a", said, more={**link, "title": source.title}))
        else:
            parts.append(tag("span", said, more={"title": source.title}))
    if not any(name in known for name in names):
        parts.append(tag("span", desk.speech.say(_("assumption of this project"))))
    return tag("span", *parts, css="tbo-cited")


def english_note(desk: Desk, note: str) -> list[Safe]:
    """Notes are in English; other readers open them when they wish."""
    if not note or desk.speech.language == "en":
        return [tag("div", note, css="tbo-muted")] if note else []
    opener = tag("summary", desk.speech.say(pgettext("English note", "Note")))
    return [tag("details", opener, tag("div", note), css="tbo-muted")]
