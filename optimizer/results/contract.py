"""What each answer moves, what it leaves as it stands, and in which currency it is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from optimizer.domain.base import Text
from optimizer.i18n import Words, _


@dataclass(frozen=True)
class Contract:
    """The terms of one question; its sentence is printed with every answer to it."""

    moves: tuple[Words, ...]
    """What the question changes."""
    fixed: tuple[Words, ...]
    """What stands still while it does."""
    sentence: Words
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


def _contract(moves: tuple[Words, ...], fixed: tuple[Words, ...], en: str, ko: str) -> Contract:
    return Contract(moves, fixed, Text(en=en, ko=ko))


_DECISIONS = _("all decisions")
_DOCUMENT = _("the document")
_RULES = _("the rules")
_BUDGET = _("the total budget")
_SHARES = _("rules stated as a share of the budget")
_YEARS = _("limits of single years")
_AMOUNTS = _("amounts in money")
_OTHERS = _("everything else, the budget too")
_FREE = _("capacity that is there already")
_WEIGHTS = _("weights")
_NUMBERS = _("the numbers, within their ranges")
_GOAL_DOWN = _("the goal, down by the stated share")
_PLAN = _("the plan")

CONTRACTS: Mapping[str, Contract] = {
    "best_plan": _contract(
        (_DECISIONS,), (_DOCUMENT,),
        "All decisions are free; everything that the document states stands.",
        "모든 결정을 새로 정함. 시나리오 문서의 내용은 그대로 둠.",
    ),
    "additional_people": _contract(
        (_("the budget, from nothing to all of it"),),
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
        (_("the limit of that rule"),), (_OTHERS,),
        "Only the limit of that rule moves; everything else stays, the budget too.",
        "해당 규칙의 한도만 변함. 예산을 포함한 나머지는 그대로 둠.",
    ),
    "rule_cost": _contract(
        (_("the rule, which is dropped"),), (_OTHERS,),
        "The rule is dropped; everything else stays, the budget too.",
        "해당 규칙을 폐지함. 예산을 포함한 나머지는 그대로 둠.",
    ),
    "extra": _contract(
        (_BUDGET, _SHARES, _("spending, upwards only")),
        (_AMOUNTS, _YEARS),
        "The budget grows by the amount, and floors given as a share grow with it; what is spent "
        "already may only grow; limits of single years stay unless lifted by name.",
        "예산이 추가액만큼 늘고, 비율로 정한 규칙도 함께 늘어남. 기존 지출은 늘릴 수만 있음. "
        "연도별 한도는 따로 올린 연도 외에는 그대로 둠.",
    ),
    "target": _contract(
        (_("money, as little as possible"), _SHARES),
        (_RULES,),
        "Money is made as little as possible, then the goal as large as possible at that money; "
        "the rules stay, and shares follow the smaller budget.",
        "예산을 최소로 한 뒤 그 예산에서 목표값을 최대로 함. 규칙은 그대로 두며, 비율로 정한 "
        "규칙은 "
        "줄어든 예산을 따름.",
    ),
    "given_plan": _contract(
        (), (_("the money as given"), _DOCUMENT),
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
        (_("the limit of that rule"), _DECISIONS), (_OTHERS,),
        "Only the limit of that rule moves along the curve; everything else stays, the budget too.",
        "곡선을 따라 해당 규칙의 한도만 변함. 예산을 포함한 나머지는 그대로 둠.",
    ),
    "trade_off": _contract(
        (_DECISIONS, _("the two outcomes")), (_DOCUMENT,),
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
        (_("the money of that programme, to the amount named"),
         _("all other decisions")),
        (_DOCUMENT,),
        "That programme gets exactly the amount named; all else is decided anew under the same "
        "rules and budget.",
        "해당 사업에 지정한 금액을 정확히 배정하고, 나머지는 같은 규칙과 예산에서 다시 정함.",
    ),
    "conflict": _contract(
        (_("the limits of the rules named"),), (_OTHERS,),
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
        (_("that number alone"), _DECISIONS), (_OTHERS,),
        "One number moves at a time and the plan is made best again; everything else stays.",
        "수치를 하나씩 바꾸며 최적안을 다시 구함. 나머지는 그대로 둠.",
    ),
    "map": _contract(
        (_("the two numbers named"), _DECISIONS), (_OTHERS,),
        "At every point the two numbers move and the plan is made best again; everything else "
        "stays.",
        "각 지점에서 두 수치를 바꾸고 최적안을 다시 구함. 나머지는 그대로 둠.",
    ),
    "compare": _contract(
        (_("the scenario"),), (_("the model"),),
        "Each scenario is solved as it stands, on the same model.",
        "각 시나리오를 같은 모형으로 있는 그대로 풀이함.",
    ),
    "spend_like": _contract(
        (_("the split of the money"),),
        (_("the budget and the numbers of the country"),),
        "The money of this country is split as another one splits its own; budget and numbers "
        "stay.",
        "해당국 예산을 다른 나라의 배분 비율로 나눔. 예산과 수치는 그대로 둠.",
    ),
    "next_million": _contract(
        (_("the budget, by a million US dollars, in every year alike"), _SHARES, _DECISIONS),
        (_AMOUNTS,),
        "The budget of each scenario grows by a million US dollars, in every year alike, and rules "
        "given as a share grow with it; the plan is then made best again.",
        "시나리오별 예산이 매년 같은 비율로 모두 100만 달러 늘고, 비율로 정한 규칙도 함께 늘어남. "
        "이후 최적안을 다시 구함.",
    ),
    "bottlenecks": _contract(
        (_("one limit at a time, by 1%"), _DECISIONS), (_OTHERS,),
        "Each limit moves by 1% on its own, the budget in every year alike and shares with it; "
        "everything else stays.",
        "한도를 하나씩 1% 변경함. 예산은 매년 같은 비율로, 비율로 정한 규칙과 함께 변함. 나머지는 "
        "그대로 둠.",
    ),
}  # fmt: skip
"""Every question that is answered, by name. The goal decides every sign and order in each."""
