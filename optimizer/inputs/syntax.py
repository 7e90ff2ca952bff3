"""Faults of YAML syntax in a planner's words."""

from __future__ import annotations

import re

import yaml

from optimizer.errors import Issue, Said

_WORDS = (
    (
        r"mapping values are not allowed|block sequence entries are not allowed",
        Said("No entry can begin here.", "항목이 시작될 수 없는 위치."),
        Said(
            "Line up the entries of a group, and put a text that holds ': ' into quotes.",
            "한 묶음의 항목은 세로로 맞추고, ': '이 든 텍스트는 따옴표로 묶음.",
        ),
    ),
    (
        r"did not find expected ',' or '\]'|expected ',' or '\]'",
        Said(
            "A list opened with '[' on line {line} is not closed.",
            "{line}번째 줄에서 '['로 연 목록이 닫히지 않음.",
        ),
        Said(
            "Add the ']' or the comma that is missing before this place.",
            "이 위치 앞에 빠진 ']' 또는 쉼표 추가.",
        ),
    ),
    (
        r"did not find expected ',' or '\}'|expected ',' or '\}'",
        Said(
            "A group opened with '{{' on line {line} is not closed.",
            "{line}번째 줄에서 '{{'로 연 묶음이 닫히지 않음.",
        ),
        Said(
            "Add the '}' or the comma that is missing before this place.",
            "이 위치 앞에 빠진 '}' 또는 쉼표 추가.",
        ),
    ),
    (
        r"unexpected end of stream|unexpected document (indicator|separator)",
        Said(
            "A text opened with a quotation mark on line {line} is not closed.",
            "{line}번째 줄에서 연 따옴표가 닫히지 않음.",
        ),
        Said("Add the closing quotation mark.", "닫는 따옴표 추가."),
    ),
    (
        r"could not find expected ':'",
        Said("The colon after the name of an entry is missing.", "항목 이름 뒤에 쌍점(:) 누락."),
        Said(
            "Write 'name: value', and indent the lines of a long text.",
            "'name: value' 꼴로 쓰고, 긴 텍스트의 줄은 들여 씀.",
        ),
    ),
    (
        r"found another document",
        Said("A second document begins here.", "여기서 두 번째 문서가 시작됨."),
        Said(
            "Remove the line '---' and what does not belong to the first document.",
            "'---' 줄과 첫 문서에 속하지 않는 내용 삭제.",
        ),
    ),
    (
        r"undefined alias|expected alphabetic or numeric|alias",
        Said("'*' refers to an anchor that is not defined.", "'*'가 정의되지 않은 앵커를 참조함."),
        Said(
            "Put a text that begins with '*' or '&' into quotes.",
            "'*' 또는 '&'로 시작하는 텍스트는 따옴표로 묶음.",
        ),
    ),
    (
        r"escape",
        Said("The sign after the backslash is unknown.", "역사선(\\) 뒤의 글자를 알 수 없음."),
        Said("Use single quotes: 'like this'.", "작은따옴표 사용. 예: 'like this'."),
    ),
    (
        r"expected <?document start|did not find expected (key|'-' indicator|node content)"
        r"|expected <block end>|expected the node content",
        Said("The line does not fit those above it.", "윗줄과 구조가 맞지 않음."),
        Said(
            "Indent the entries of one group alike, with spaces, and check brackets.",
            "한 묶음의 항목은 빈칸으로 똑같이 들여 쓰고 괄호를 확인.",
        ),
    ),
)
_ELSE = Said(
    "Check indentation, colons, brackets and quotes just before this place.",
    "이 위치 바로 앞의 들여쓰기·쌍점·괄호·따옴표 확인.",
)
_QUOTES = Said("Put the text into quotes.", "텍스트를 따옴표로 묶음.")


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
            line = opened.line + 1
            problem = Said(problem.format(line=line), problem.ko.format(line=line))
            return Issue(place, problem, remedy)
    said = Said(f"This is not valid YAML ({raw}).", f"YAML 문법에 맞지 않음(원문: {raw}).")
    return Issue(place, said, _ELSE)


def _bad_start(text: str, line: int, column: int, place: str) -> Issue:
    lines = text.splitlines()
    rest = lines[line][column:] if line < len(lines) else ""
    if rest.startswith("\t"):
        problem = Said("A tab stands where spaces are needed.", "빈칸이 올 자리에 탭이 있음.")
        remedy = Said("Indent with spaces only.", "들여쓰기는 빈칸으로만 함.")
        return Issue(place, problem, remedy)
    sign = rest[:1]
    problem = Said(f"No value can begin with '{sign}'.", f"값의 첫 글자로 쓸 수 없음: '{sign}'.")
    return Issue(place, problem, _QUOTES)


def _foreign_sign(text: str, where: str) -> Issue:
    """The first sign that may not stand in YAML at all."""
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    line = "" if found is None else f", line {text.count(chr(10), 0, found.start()) + 1}"
    return Issue(
        f"{where}{line}",
        Said("The text holds a sign that cannot be printed.", "인쇄할 수 없는 문자가 있음."),
        Said(
            "Delete it, or save the file as UTF-8 text again.",
            "해당 문자 삭제 또는 파일을 UTF-8로 다시 저장.",
        ),
    )
