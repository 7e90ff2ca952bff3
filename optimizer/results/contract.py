"""What each answer moves, what it leaves as it stands, and in which currency it is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.domain.base import Text


@dataclass(frozen=True)
class Contract:
    """The terms of one question; its sentence is printed with every answer to it."""

    moves: tuple[Text, ...]
    """What the question changes."""
    fixed: tuple[Text, ...]
    """What stands still while it does."""
    sentence: Text
    """The same in one sentence."""

    @property
    def data(self) -> dict[str, list[str]]:
        """Moves and fixed things in English, as `--json` carries them under `holds`."""
        return {"moves": [t.en for t in self.moves], "fixed": [t.en for t in self.fixed]}


def contract(question: str) -> Contract:
    """The terms of a question; the names are the keys of `CONTRACTS`.

    Example:
        >>> from optimizer import api as tb
        >>> tb.contract("extra").data["fixed"]
        ['amounts in money', 'limits of single years']
    """
    return CONTRACTS[question]


def _contract(moves: tuple[Text, ...], fixed: tuple[Text, ...], en: str, ko: str) -> Contract:
    return Contract(moves, fixed, Text(en=en, ko=ko))


_DECISIONS = Text(en="all decisions", ko="모든 결정")
_DOCUMENT = Text(en="the document", ko="시나리오 문서")
_RULES = Text(en="the rules", ko="규칙")
_BUDGET = Text(en="the total budget", ko="총예산")
_SHARES = Text(en="rules stated as a share of the budget", ko="예산 비율로 정한 규칙")
_YEARS = Text(en="limits of single years", ko="연도별 한도")
_AMOUNTS = Text(en="amounts in money", ko="금액으로 정한 규칙")
_OTHERS = Text(en="everything else, the budget too", ko="예산을 포함한 나머지 전부")
_FREE = Text(en="capacity that is there already", ko="이미 있는 역량")
_WEIGHTS = Text(en="weights", ko="가중치")
_NUMBERS = Text(en="the numbers, within their ranges", ko="범위 안의 수치")
_GOAL_DOWN = Text(en="the goal, down by the stated share", ko="목표값(제시한 비율까지 감소)")
_PLAN = Text(en="the plan", ko="배분안")

CONTRACTS: Mapping[str, Contract] = {
    "best_plan": _contract(
        (_DECISIONS,), (_DOCUMENT,),
        "All decisions are free; everything that the document states stands.",
        "모든 결정을 새로 정함. 시나리오 문서의 내용은 그대로 둠.",
    ),
    "additional_people": _contract(
        (Text(en="the budget, from nothing to all of it", ko="예산(0원부터 전액까지)"),),
        (_FREE, _WEIGHTS),
        "Additional people are the difference to the same document with no money spent; "
        "rules that force spending do not apply there.",
        "순증 인원은 같은 시나리오에서 예산을 전혀 쓰지 않는 경우와의 차이임. "
        "그 경우 지출을 강제하는 규칙은 적용하지 않음.",
    ),
    "budget_worth": _contract(
        (_BUDGET, _SHARES), (_AMOUNTS, _YEARS),
        "The total budget moves, and with it every rule stated as a share of it; amounts in "
        "money and limits of single years stay.",
        "총예산이 변하면 예산 비율로 정한 규칙도 함께 변함. 금액으로 정한 규칙과 연도별 한도는 "
        "그대로 둠.",
    ),
    "rule_worth": _contract(
        (Text(en="the limit of that rule", ko="해당 규칙의 한도"),), (_OTHERS,),
        "Only the limit of that rule moves; everything else stays, the budget too.",
        "해당 규칙의 한도만 변함. 예산을 포함한 나머지는 그대로 둠.",
    ),
    "rule_cost": _contract(
        (Text(en="the rule, which is dropped", ko="해당 규칙(폐지)"),), (_OTHERS,),
        "The rule is dropped; everything else stays, the budget too.",
        "해당 규칙을 폐지함. 예산을 포함한 나머지는 그대로 둠.",
    ),
    "extra": _contract(
        (_BUDGET, _SHARES, Text(en="spending, upwards only", ko="지출(증액만)")),
        (_AMOUNTS, _YEARS),
        "The budget grows by the amount, and floors given as a share grow with it; what is spent "
        "already may only grow; limits of single years stay unless lifted by name.",
        "예산이 추가액만큼 늘고, 비율로 정한 규칙도 함께 늘어남. 기존 지출은 늘릴 수만 있음. "
        "연도별 한도는 따로 올린 연도 외에는 그대로 둠.",
    ),
    "target": _contract(
        (Text(en="money, as little as possible", ko="예산(최소화)"), _SHARES),
        (_RULES,),
        "Money is made as little as possible, then the goal as large as possible at that money; "
        "the rules stay, and shares follow the smaller budget.",
        "예산을 최소로 한 뒤 그 예산에서 목표값을 최대로 함. 규칙은 그대로 두며, 비율로 정한 "
        "규칙은 "
        "줄어든 예산을 따름.",
    ),
    "given_plan": _contract(
        (), (Text(en="the money as given", ko="입력한 금액"), _DOCUMENT),
        "The money stands as given; what it breaks is told, and by how much.",
        "금액은 입력한 그대로 둠. 어기는 규칙과 그 차이를 밝힘.",
    ),
    "budget_curve": _contract(
        (_BUDGET, _SHARES), (_AMOUNTS, _YEARS),
        "At every point the total budget moves, and with it every rule stated as a share of it; "
        "amounts in money and limits of single years stay.",
        "각 지점에서 총예산과 예산 비율로 정한 규칙이 함께 변함. 금액으로 정한 규칙과 연도별 "
        "한도는 "
        "그대로 둠.",
    ),
    "rule_curve": _contract(
        (Text(en="the limit of that rule", ko="해당 규칙의 한도"), _DECISIONS), (_OTHERS,),
        "Only the limit of that rule moves along the curve; everything else stays, the budget too.",
        "곡선을 따라 해당 규칙의 한도만 변함. 예산을 포함한 나머지는 그대로 둠.",
    ),
    "trade_off": _contract(
        (_DECISIONS, Text(en="the two outcomes", ko="두 성과")), (_DOCUMENT,),
        "Every point is a plan under all rules; only what is wanted of the outcomes moves. People "
        "are those beyond what no money yields; the goal counts all.",
        "모든 지점은 규칙을 모두 지키는 배분안임. 성과에 대한 요구만 변함. 인원은 예산 없이 얻는 "
        "인원을 뺀 추가 인원이며, 목표값은 전체 기준임.",
    ),
    "room": _contract(
        (_DECISIONS, _GOAL_DOWN),
        (_DOCUMENT,),
        "Money may move as long as the goal falls by no more than the stated share; all rules "
        "stay.",
        "목표값 감소가 제시한 비율을 넘지 않는 한 금액을 옮길 수 있음. 규칙은 모두 그대로 둠.",
    ),
    "why_not": _contract(
        (Text(en="the money of that programme, to the amount named", ko="해당 사업의 금액(지정액)"),
         Text(en="all other decisions", ko="나머지 결정")),
        (_DOCUMENT,),
        "That programme gets exactly the amount named; all else is decided anew under the same "
        "rules and budget.",
        "해당 사업에 지정한 금액을 정확히 배정하고, 나머지는 같은 규칙과 예산에서 다시 정함.",
    ),
    "conflict": _contract(
        (Text(en="the limits of the rules named", ko="제시한 규칙의 한도"),), (_OTHERS,),
        "Each way out moves only the rules it names; the best plan is then found anew.",
        "각 조정안은 제시한 규칙만 바꾼 뒤 최적안을 다시 구함.",
    ),
    "uncertainty_kept": _contract(
        (_NUMBERS,), (_PLAN, _DOCUMENT),
        "Plan kept: the numbers move within their ranges while the plan stays; this is what my "
        "plan may yield.",
        "배분안 유지: 배분안을 그대로 둔 채 수치만 범위 안에서 변함. 이 배분안이 낼 수 있는 "
        "결과임.",
    ),
    "uncertainty_best_again": _contract(
        (_NUMBERS, _DECISIONS), (_DOCUMENT,),
        "Best again: the numbers move within their ranges and the plan is made best for each; this "
        "is what could be yielded.",
        "매번 최적화: 수치가 범위 안에서 변할 때마다 최적안을 다시 구함. 낼 수 있었을 최선의 "
        "결과임.",
    ),
    "robust": _contract(
        (_NUMBERS, _DECISIONS), (_DOCUMENT,),
        "One plan is chosen for all draws of the numbers; the rules stay.",
        "수치의 모든 추출에 대해 하나의 배분안을 정함. 규칙은 그대로 둠.",
    ),
    "switching": _contract(
        (Text(en="that number alone", ko="해당 수치"), _DECISIONS), (_OTHERS,),
        "One number moves at a time and the plan is made best again; everything else stays.",
        "수치를 하나씩 바꾸며 최적안을 다시 구함. 나머지는 그대로 둠.",
    ),
    "map": _contract(
        (Text(en="the two numbers named", ko="제시한 두 수치"), _DECISIONS), (_OTHERS,),
        "At every point the two numbers move and the plan is made best again; everything else "
        "stays.",
        "각 지점에서 두 수치를 바꾸고 최적안을 다시 구함. 나머지는 그대로 둠.",
    ),
    "compare": _contract(
        (Text(en="the scenario", ko="시나리오"),), (Text(en="the model", ko="모형"),),
        "Each scenario is solved as it stands, on the same model.",
        "각 시나리오를 같은 모형으로 있는 그대로 풀이함.",
    ),
    "spend_like": _contract(
        (Text(en="the split of the money", ko="예산 배분 비율"),),
        (Text(en="the budget and the numbers of the country", ko="해당국의 예산과 수치"),),
        "The money of this country is split as another one splits its own; budget and numbers "
        "stay.",
        "해당국 예산을 다른 나라의 배분 비율로 나눔. 예산과 수치는 그대로 둠.",
    ),
    "next_million": _contract(
        (Text(en="the budget, by a million US dollars, in every year alike",
              ko="예산(매년 같은 비율, 합계 100만 달러)"), _SHARES, _DECISIONS),
        (_AMOUNTS,),
        "The budget of each scenario grows by a million US dollars, in every year alike, and rules "
        "given as a share grow with it; the plan is then made best again.",
        "시나리오별 예산이 매년 같은 비율로 모두 100만 달러 늘고, 비율로 정한 규칙도 함께 늘어남. "
        "이후 최적안을 다시 구함.",
    ),
    "bottlenecks": _contract(
        (Text(en="one limit at a time, by 1%", ko="한도 하나씩(1%)"), _DECISIONS), (_OTHERS,),
        "Each limit moves by 1% on its own, the budget in every year alike and shares with it; "
        "everything else stays.",
        "한도를 하나씩 1% 변경함. 예산은 매년 같은 비율로, 비율로 정한 규칙과 함께 변함. 나머지는 "
        "그대로 둠.",
    ),
}  # fmt: skip
"""Every question that is answered, by name. The goal decides every sign and order in each."""
