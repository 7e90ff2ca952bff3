"""Faults of YAML syntax in a planner's words."""

from __future__ import annotations

import re

import yaml

from optimizer.errors import Issue
from optimizer.i18n import _

_WORDS = (
    (
        r"mapping values are not allowed|block sequence entries are not allowed",
        _("No entry can begin here."),
        _("Line up the entries of a group, and put a text that holds ': ' into quotes."),
    ),
    (
        r"did not find expected ',' or '\]'|expected ',' or '\]'",
        _("A list opened with '[' on line {line} is not closed."),
        _("Add the ']' or the comma that is missing before this place."),
    ),
    (
        r"did not find expected ',' or '\}'|expected ',' or '\}'",
        _("A group opened with '{{' on line {line} is not closed."),
        _("Add the '}' or the comma that is missing before this place."),
    ),
    (
        r"unexpected end of stream|unexpected document (indicator|separator)",
        _("A text opened with a quotation mark on line {line} is not closed."),
        _("Add the closing quotation mark."),
    ),
    (
        r"could not find expected ':'",
        _("The colon after the name of an entry is missing."),
        _("Write 'name: value', and indent the lines of a long text."),
    ),
    (
        r"found another document",
        _("A second document begins here."),
        _("Remove the line '---' and what does not belong to the first document."),
    ),
    (
        r"undefined alias|expected alphabetic or numeric|alias",
        _("'*' refers to an anchor that is not defined."),
        _("Put a text that begins with '*' or '&' into quotes."),
    ),
    (
        r"escape",
        _("The sign after the backslash is unknown."),
        _("Use single quotes: 'like this'."),
    ),
    (
        r"expected <?document start|did not find expected (key|'-' indicator|node content)"
        r"|expected <block end>|expected the node content",
        _("The line does not fit those above it."),
        _("Indent the entries of one group alike, with spaces, and check brackets."),
    ),
)
_ELSE = _("Check indentation, colons, brackets and quotes just before this place.")
_QUOTES = _("Put the text into quotes.")


def syntax_issue(fault: yaml.YAMLError, text: str, where: str) -> Issue:
    """The fault of syntax that stopped the reading of `text`."""
    mark = getattr(fault, "problem_mark", None)
    if mark is None:
        return _foreign_sign(text, where)
    place = f"{where}, line {mark.line + 1}, column {mark.column + 1}"
    raw = str(getattr(fault, "problem", None) or "")
    if "cannot start any token" in raw or "tab" in raw.split():
        return _bad_start(text, mark.line, mark.column, place)
    for pattern, problem, remedy in _WORDS:
        if re.search(pattern, raw):
            opened = getattr(fault, "context_mark", None) or mark
            told = problem.filled(line=opened.line + 1)
            return Issue(place, told, remedy)
    said = _("This is not valid YAML ({raw}).", raw=raw)
    return Issue(place, said, _ELSE)


def _bad_start(text: str, line: int, column: int, place: str) -> Issue:
    lines = text.splitlines()
    rest = lines[line][column:] if line < len(lines) else ""
    if rest.startswith("\t"):
        problem = _("A tab stands where spaces are needed.")
        remedy = _("Indent with spaces only.")
        return Issue(place, problem, remedy)
    sign = rest[:1]
    problem = _("No value can begin with '{sign}'.", sign=sign)
    return Issue(place, problem, _QUOTES)


def _foreign_sign(text: str, where: str) -> Issue:
    """The first sign that may not stand in YAML at all."""
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    line = "" if found is None else f", line {text.count(chr(10), 0, found.start()) + 1}"
    return Issue(
        f"{where}{line}",
        _("The text holds a sign that cannot be printed."),
        _("Delete it, or save the file as UTF-8 text again."),
    )
