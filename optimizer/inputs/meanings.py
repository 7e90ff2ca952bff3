"""What the layout says about an entry, in both languages: the models' words and their Korean."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from optimizer.errors import Said
from optimizer.i18n import Message
from optimizer.inputs.layout import field_of

_LONGEST = 160
"""Characters beyond which a meaning is cut short."""
_AMOUNT = "금액. 이 항목 또는 `share` 중 하나만 기재."
_TITLE = "이름(국문·영문)."
_TAGS = "묶음 규칙에 쓰는 분류."
_YEAR = "한 연도. 비우면 전체 기간에 적용."
_PEOPLE = "비교 대상: 순증 인원, 지원 인원 또는 지출."
_CAUTIONS = "모든 결과의 독자가 알아야 할 사항."
_HEADER = {
    "schema": "문서 구조의 판.",
    "id": "식별자.",
    "title": _TITLE,
    "description": "시나리오의 내용.",
}

KOREAN: Mapping[str, Mapping[str, str]] = {
    "Text": {"en": "영문.", "ko": "국문."},
    "PolicyRule": {
        "id": "결과에 쓰이는 규칙 이름.",
        "title": "이름(국문·영문). 비우면 규칙에서 만듦.",
        "owner": "규칙을 요구하는 기관 또는 법적 근거.",
        "reason": "규칙의 이유.",
        "hard": "true: 법정 사항. false: 규칙이 충돌하면 조정 가능한 정책.",
        "active": "false: 문서에 두되 적용하지 않음.",
        "kind": "규칙의 종류.",
    },
    "EitherOr": {
        "among": "대상 사업.",
        "bound": "`count`의 뜻.",
        "count": "시행 사업 수.",
        "minimum": "시행으로 보는 최소 금액. 'at_least'와 'exactly'에 필요.",
    },
    "Requires": {
        "line": "다른 사업을 전제로 하는 사업.",
        "only_if": "그때까지 시행되어야 하는 사업.",
        "at_least": "그 사업을 시행으로 보는 누적 최소 금액. 비우면 활동의 최소 규모 또는 개시.",
        "lag_years": "선행 사업과의 최소 간격(년). 0: 같은 해 가능, 1: 늦어도 1년 전.",
    },
    "Change": {"amount": _AMOUNT, "share": "전년 지출 대비 비율. 0.2: 5분의 1."},
    "Commitment": {
        "programme": "사업.",
        "activity": "사업의 활동. 비우면 사업 전체.",
        "year": "지출 연도.",
        "amount": "금액: 정확히 이만큼 지출.",
    },
    "Limit": {
        "amount": _AMOUNT,
        "share": "예산 대비 비율(`year`가 있으면 그 연도 예산 대비).",
        "year": _YEAR,
    },
    "Earmark": {
        "programmes": "이 사업의 모든 활동이 묶음에 속함.",
        "tags": "이 분류의 활동, 또는 이 분류의 사업의 활동도 포함.",
        "bound": "floor: 하한. ceiling: 상한.",
    },
    "ProgrammeCeiling": {"programme": "사업."},
    "ProgrammeFloor": {"programme": "사업."},
    "RampLimit": {
        "programme": "사업.",
        "up": "전년 대비 최대 증가. 비우면 제한 없음.",
        "down": "전년 대비 최대 감소. 비우면 제한 없음.",
        "baseline": "첫 연도 직전 연도의 지출. 비우면 첫 연도는 제한 없음.",
    },
    "Balance": {
        "of": "집계 대상: 순증 인원, 지원 인원 또는 지출.",
        "part": "부분. 예: {channel: attracted}. 인원은 경로, 지출은 활동 기준.",
        "whole": "전체. 비우면 모두.",
        "at_least": "전체 대비 최소 비율.",
        "at_most": "전체 대비 최대 비율.",
        "year": "한 연도. 비우면 모든 연도 합계.",
    },
    "Equity": {
        "of": _PEOPLE,
        "groups": "이름 붙은 집단.",
        "share": "집단별 규모 대비 결과가 다른 집단의 이 비율 이상.",
    },
    "PathwayFilter": {
        "channel": "이 유입 방식의 경로만.",
        "tier": "이 등급의 경로만.",
        "pathway": "이 경로만.",
        "tag": "이 분류의 것만(사업의 분류는 그 활동에도 적용).",
    },
    "Selection": {"programme": "이 사업의 활동만.", "activity": "이 이름의 활동만."},
    "Group": {"size": "집단의 결과를 나누는 수. 예: 주민 수."},
    "Linear": {
        "terms": "합계의 항.",
        "sense": "부등호 방향.",
        "rhs": "우변. 금액인 항이 있으면 금액.",
    },
    "OutcomeRule": {
        "people": "인원.",
        "of": "net: 사중손실을 뺀 순증 인원. supported: 지원 인원 전체.",
        "year": "지원을 시작하는 연도. 비우면 모든 연도.",
    },
    "Term": {
        "of": "지출과 기간 후 지급액은 금액, 착수 물량, 지원 인원 또는 순증 인원.",
        "year": "한 연도(지급, 착수 또는 지원 시작). 비우면 모든 연도.",
        "coefficient": "항의 계수. 규칙이 금액도 세면 1인당 또는 단위당 금액.",
    },
    "Need": {"amount": "1인당 물량.", "years": "한 사람이 쓰는 햇수."},
    "Pathway": {
        "title": _TITLE,
        "channel": "'retained' 또는 'attracted'(objective.channels의 이름).",
        "tier": "인재 등급(objective.tiers의 이름).",
        "pool": "인원이 나오는 대상 인력. 여러 경로가 함께 쓸 수 있음.",
        "needs": "수용능력별 1인당 사용량.",
        "bands": "구간별 성과. 높은 구간부터.",
        "stay": "1년 뒤에도 국내에 남는 순증 인원 비율.",
        "indivisible": "사람 수는 정수만. 이 경우 성과가 구간마다 올라도 됨(임계 규모).",
        "tags": _TAGS,
    },
    "Pool": {"title": _TITLE, "people_per_year": "대상 인력의 규모[명/년]."},
    "YieldBand": {
        "people": "구간의 연간 인원. 마지막 구간에서 비우면 한도 없음.",
        "net": "지원 1명당 순증 인원: 순증 비율 × 도착률, 사중손실 제외.",
    },
    "Activity": {
        "title": _TITLE,
        "unit": "단위의 이름. 예: '3-year posts'.",
        "delivers": "수용능력별로 활동 한 단위가 내구연한 동안 매년 공급하는 물량.",
        "supply": "연간 구매 가능 물량과 단가.",
        "lead_years": "착수(지급)부터 첫 공급까지의 햇수.",
        "life_years": "한 단위가 공급하는 햇수.",
        "indivisible": "정수 단위만: 한 해에 착수하는 단위는 정수.",
        "minimum_scale": "연간 최소 물량: 시행하지 않거나 이 물량 이상.",
        "opening_cost": "활동을 여는 해에 한 번 내는 금액. 그해부터 구매 가능.",
        "tags": "묶음 규칙에 쓰는 분류. 예: 지역.",
    },
    "Bands": {"bands": "구간. 싼 구간부터."},
    "Capacity": {
        "title": _TITLE,
        "unit": "단위의 이름. 예: 'cases'.",
        "free": "이미 있어 예산이 들지 않는 연간 물량.",
    },
    "Curve": {
        "curve": "곡선 식. hill: ceiling·m^shape/(half^shape+m^shape). exponential:"
        " ceiling·(1−exp(−m/scale)). logarithmic: amount·ln(1+m/scale)."
        " power: amount·(m/scale)^shape.",
        "ceiling": "넘을 수 없는 연간 물량(hill, exponential).",
        "half": "ceiling의 절반에 이르는 금액(hill).",
        "scale": "척도를 정하는 금액(exponential, logarithmic, power).",
        "amount": "척도에서의 연간 물량(power), 또는 e배당 연간 물량(logarithmic).",
        "shape": "지수(hill, power). 1을 넘으면 S자형(hill) 또는 볼록(power)하며, 정수 결정이"
        " 구간을 차례로 채움.",
    },
    "Programme": {
        "title": _TITLE,
        "activities": "사업이 살 수 있는 활동.",
        "indexation": "단가와 개설비의 연간 상승률(불변가격 대비). y년에 착수한 단위의 비용:"
        " 공급 단가의 (1 + indexation)^(y − first)배.",
        "tags": _TAGS,
    },
    "SupplyBand": {
        "units": "구간의 연간 물량. 마지막 구간에서 비우면 한도 없음.",
        "unit_cost": "구간의 단가.",
    },
    "Product": {"product": "곱할 수."},
    "Quantity": {
        "value": "기준값.",
        "low": "범위의 하한. `high`와 함께 쓰면 불확실한 수가 됨.",
        "high": "범위의 상한.",
        "distribution": "범위의 분포. 비우면 pert.",
        "outcomes": "이산값과 확률.",
        "unit": "단위. 예: 'million KRW per case'. 금액은 시나리오 단위로 환산.",
        "source": "data/sources.csv의 출처 식별자.",
        "grade": "A 공식, B 신뢰할 만함, C 간접, X 작성자의 가정.",
        "title": "짧은 이름(국문·영문).",
        "note": "도출 방법 또는 유의 사항.",
    },
    "Reference": {"ref": "data/parameters.csv(또는 문서의 `evidence`) 행의 식별자."},
    "Budget": {
        "total": "모든 연도의 금액.",
        "by_year": "연도별 금액. 없는 연도는 따로 한도 없음.",
        "carry_over": "쓰지 않은 그해 예산 중 다음 해에 쓸 수 있는 비율.",
        "payment": "commitment: 착수 연도에 전액 지급. yearly: 공급하는 연도에 걸쳐 균등 지급(착수"
        " 연도 가격). 마지막 연도 이후 몫은 기간 후 지급액.",
    },
    "Money": {
        "unit": "단위와 통화. 예: 'million KRW'.",
        "per_usd": "미화 1달러당 통화 단위.",
        "prices": "가격 기준. 예: 'constant 2025'.",
    },
    "Objective": {
        "measure": "net_people, talent_years(마지막까지의 인년) 또는 remaining(마지막 잔류 인원).",
        "discount_rate": "연간 사회적 할인율.",
        "tiers": "인재 등급별 가중치.",
        "channels": "유입 방식별 가중치.",
    },
    "Scenario": {
        **_HEADER,
        "cautions": f"{_CAUTIONS} 모든 배분안에 함께 표시.",
        "author": "시나리오에 서명한 사람.",
        "date": "서명일.",
        "reason": "이렇게 정한 이유.",
        "country": "ISO 3166 국가 부호 세 글자.",
        "money": "금액 단위.",
        "years": "편성 연도.",
        "budget": "예산.",
        "objective": "최대화 대상.",
        "capacities": "활동이 공급하고 경로가 쓰는 수용능력.",
        "programmes": "예산 사업.",
        "pools": "경로에 들어올 수 있는 사람.",
        "pathways": "사람이 남게 되는 길.",
        "rules": "정책 규칙.",
        "uncertainty": "함께 움직이는 불확실한 수.",
        "evidence": "문서가 쓰는 근거. 비우면 data/parameters.csv에서 채움.",
    },
    "Years": {"first": "첫 편성 연도.", "last": "마지막 편성 연도."},
    "Line": {"programme": "사업.", "activity": "사업의 활동. 비우면 사업 전체."},
    "Correlation": {
        "between": "두 수: 근거 식별자, 문서의 위치 또는 묶음 이름.",
        "rank": "스피어만 순위상관.",
    },
    "Outcome": {"value": "값.", "probability": "확률. 한 수의 확률 합은 1."},
    "Uncertainty": {
        "groups": "묶음별로, 범위의 같은 지점에 함께 있는 수.",
        "correlations": "수 또는 묶음 두 개씩의 순위상관.",
    },
    "Overlay": {
        **_HEADER,
        "cautions": f"{_CAUTIONS} 다른 시나리오의 것을 대신함.",
        "author": "변경을 제안한 사람.",
        "date": "일자.",
        "reason": "이유.",
        "base": "다른 시나리오: 내장 식별자 또는 같은 폴더의 파일.",
        "changes": "달라지는 항목(전체 문서의 구조). null: 항목 삭제.",
    },
}
"""Group → entry as documents spell it → meaning; a group also has the entries of its bases."""


def meaning(group: type[BaseModel], name: str | int) -> Message | None:
    """What an entry of a group means, cut short; None where the group has no such entry."""
    field = field_of(group, name)
    if field is None or not field.description:
        return None
    owners = (KOREAN.get(base.__name__, {}) for base in group.__mro__)
    korean = next(entries[str(name)] for entries in owners if str(name) in entries)
    return Said(_cut(" ".join(field.description.split())), _cut(korean))


def _cut(words: str) -> str:
    return words if len(words) < _LONGEST else f"{words[: _LONGEST - 3]}…"
