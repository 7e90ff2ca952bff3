"""Faults of YAML syntax in a planner's words."""

from __future__ import annotations

import re

import yaml

from optimizer.errors import Issue

_WORDS = (
    (
        r"mapping values are not allowed|block sequence entries are not allowed",
        "No entry can begin here.",
        "Line up the entries of a group, and put a text that holds ': ' into quotes.",
    ),
    (
        r"did not find expected ',' or '\]'|expected ',' or '\]'",
        "A list opened with '[' on line {line} is not closed.",
        "Add the ']' or the comma that is missing before this place.",
    ),
    (
        r"did not find expected ',' or '\}'|expected ',' or '\}'",
        "A group opened with '{{' on line {line} is not closed.",
        "Add the '}' or the comma that is missing before this place.",
    ),
    (
        r"unexpected end of stream|unexpected document (indicator|separator)",
        "A text opened with a quotation mark on line {line} is not closed.",
        "Add the closing quotation mark.",
    ),
    (
        r"could not find expected ':'",
        "The colon after the name of an entry is missing.",
        "Write 'name: value', and indent the lines of a long text.",
    ),
    (
        r"found another document",
        "A second document begins here.",
        "Remove the line '---' and what does not belong to the first document.",
    ),
    (
        r"undefined alias|expected alphabetic or numeric|alias",
        "'*' refers to an anchor that is not defined.",
        "Put a text that begins with '*' or '&' into quotes.",
    ),
    (r"escape", "The sign after the backslash is unknown.", "Use single quotes: 'like this'."),
    (
        r"expected <?document start|did not find expected (key|'-' indicator|node content)"
        r"|expected <block end>|expected the node content",
        "The line does not fit those above it.",
        "Indent the entries of one group alike, with spaces, and check brackets.",
    ),
)
_ELSE = "Check indentation, colons, brackets and quotes just before this place."


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
            return Issue(place, problem.format(line=opened.line + 1), remedy)
    return Issue(place, f"This is not valid YAML ({raw}).", _ELSE)


def _bad_start(text: str, line: int, column: int, place: str) -> Issue:
    lines = text.splitlines()
    rest = lines[line][column:] if line < len(lines) else ""
    if rest.startswith("\t"):
        return Issue(place, "A tab stands where spaces are needed.", "Indent with spaces only.")
    return Issue(place, f"No value can begin with '{rest[:1]}'.", "Put the text into quotes.")


def _foreign_sign(text: str, where: str) -> Issue:
    """The first sign that may not stand in YAML at all."""
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    line = "" if found is None else f", line {text.count(chr(10), 0, found.start()) + 1}"
    return Issue(
        f"{where}{line}",
        "The text holds a sign that cannot be printed.",
        "Delete it, or save the file as UTF-8 text again.",
    )
