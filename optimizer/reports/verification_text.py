"""What became of a bundle, as plain data and in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from optimizer.domain.base import Text
from optimizer.reports.plain import versions
from optimizer.reports.verification import Difference, Verification

SHOWN = 20
"""Differences of one kind that the text names; the data hold all."""
LONGEST = 60
"""Letters of a value in the text."""

_HEADS = {
    "file": Text(
        en="Files that are not as they were sealed (SHA-256)", ko="봉인 후 변경된 파일(SHA-256)"
    ),
    "document": Text(
        en="Entries of the document changed after sealing", ko="봉인 후 변경된 문서 항목"
    ),
    "evidence": Text(en="Evidence that reads otherwise today", ko="현재와 다른 근거 수치"),
    "source": Text(en="Sources that read otherwise today", ko="현재와 다른 출처"),
    "version": Text(en="Versions", ko="버전 차이"),
    "shipped": Text(
        en="The shipped scenario of this name has changed since",
        ko="동명 기본 시나리오의 이후 변경 사항",
    ),
    "result": Text(en="Results that come out otherwise", ko="재계산 결과 차이"),
    "words": Text(en="Sentences that read otherwise", ko="문구 차이"),
}


def verification_data(answer: Verification) -> dict[str, Any]:
    """The verification as nested plain data."""
    return {
        "scenario": answer.scenario,
        "fingerprint": answer.fingerprint,
        "command": answer.command,
        "versions": versions(),
        "same": answer.same,
        "sealed": answer.sealed,
        "reproduced": answer.reproduced,
        "differences": [
            {"kind": d.kind, "where": d.where, "then": d.then, "now": d.now}
            for d in answer.differences
        ],
    }


def verification_text(answer: Verification, language: str = "en") -> str:
    """Whether the bundle holds, then every difference with its place, then and now."""
    return "\n".join(_lines(answer, language)) + "\n"


def _lines(answer: Verification, language: str) -> Iterator[str]:
    yield f"{answer.scenario} [{answer.fingerprint}]"
    yield _verdict(answer).in_(language)
    for kind, head in _HEADS.items():
        found = answer.of(kind)
        if found:
            yield ""
            yield f"{head.in_(language)}:"
            yield from (f"  - {_said(d, language)}" for d in found[:SHOWN])
        if len(found) > SHOWN:
            more = len(found) - SHOWN
            yield f"  - 외 {more}건" if language == "ko" else f"  - and {more} more"


def _verdict(answer: Verification) -> Text:
    if answer.same:
        return Text(
            en="Everything is the same: files, inputs, evidence, versions and results.",
            ko="파일, 입력, 근거, 버전, 결과 모두 동일함.",
        )
    if not answer.sealed:
        return Text(
            en="This bundle was changed after it was made; it proves nothing.",
            ko="생성 이후 변경된 묶음으로, 증빙 효력 없음.",
        )
    if not answer.reproduced:
        return Text(
            en="The plan does NOT come out the same today.", ko="재계산 결과가 원래 배분안과 다름."
        )
    return Text(
        en="The plan comes out the same; what it rests on has changed since.",
        ko="재계산 결과는 동일하나, 이후 변경된 사항이 있음.",
    )


def _said(difference: Difference, language: str) -> str:
    then, now = (_value(v, language) for v in (difference.then, difference.now))
    if difference.kind == "file":
        then, now = then[:12], now[:12]
    if language == "ko":
        return f"{difference.where}: 당시 {then}, 현재 {now}"
    return f"{difference.where}: then {then}, now {now}"


def _value(value: Any, language: str) -> str:
    if value is None:
        return "없음" if language == "ko" else "nothing"
    if isinstance(value, str):
        text = value
    elif isinstance(value, float):
        text = repr(value).removesuffix(".0")
    else:
        text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
