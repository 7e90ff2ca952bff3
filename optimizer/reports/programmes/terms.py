"""What each question to the programme of a file moves, and what stands still."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.domain.base import Text
from optimizer.results.contract import Contract


def terms(question: str) -> Contract:
    """The terms of a question of `asked.LP_QUESTIONS`."""
    return _TERMS[question]


def _t(en: str, ko: str) -> Text:
    return Text(en=en, ko=ko)


_ALL = _t("all columns", "모든 변수")
_FILE = _t("the programme", "모형")
_REST = _t("everything else", "나머지 전부")
_SOLVE = Contract(
    (_ALL,), (_FILE,),
    _t("All columns are free; rows, bounds and objective stand as in the file.",
       "모든 변수를 새로 정함. 제약식, 한도, 목적 함수는 파일 내용 그대로임."),
)  # fmt: skip
_TERMS: Mapping[str, Contract] = {
    "solve": _SOLVE,
    "exact": _SOLVE,
    "export": Contract((), (_FILE,), _t("Nothing moves.", "바꾸는 것 없음.")),
    "prices": Contract(
        (_t("one limit or one gain at a time", "한도 또는 계수 하나씩"), _ALL), (_REST,),
        _t("One limit moves at a time and the plan is made best again; everything else stays.",
           "한도를 하나씩 바꾸며 최적해를 다시 구함. 나머지는 그대로 둠."),
    ),
    "curve": Contract(
        (_t("the limit of that row", "해당 제약식의 한도"), _ALL), (_REST,),
        _t("Only the limit of that row moves along the curve; everything else stays.",
           "곡선을 따라 해당 제약식의 한도만 변함. 나머지는 그대로 둠."),
    ),
    "conflict": Contract(
        (_t("the limits named", "제시한 한도"),), (_REST,),
        _t("Each way out moves only the limits it names.", "각 조정안은 제시한 한도만 바꿈."),
    ),
    "room": Contract(
        (_ALL, _t("the objective, worse by the stated share", "목적값(제시한 비율까지 양보)")),
        (_FILE,),
        _t("Columns may move as long as the objective loses no more than the stated share.",
           "목적값 손실이 제시한 비율을 넘지 않는 한 변수를 바꿀 수 있음."),
    ),
    "front": Contract(
        (_ALL, _t("what is wanted of the two sums", "두 합에 대한 요구")), (_FILE,),
        _t("Every point keeps all rows; only what is wanted of the two sums moves.",
           "모든 점은 제약식을 모두 지킴. 두 합에 대한 요구만 변함."),
    ),
}  # fmt: skip
