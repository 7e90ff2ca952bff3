"""What the workbook calls its sheets, columns and the entries of a document, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.domain.base import Text


def both(en: str, ko: str) -> Text:
    """A text in both languages."""
    return Text(en=en, ko=ko)


SHEETS: Mapping[str, tuple[Text, Text]] = {
    "readme": (
        both("Read me", "안내"),
        both("What this workbook is, and how to use it.", "이 파일의 내용과 사용 방법."),
    ),
    "plan": (
        both("Plan", "배분안"),
        both(
            "Change a shaded cell: money, capacity, people, rules and totals follow at once.",
            "음영 셀을 변경하면 지출·수용능력·인원·규칙·합계가 즉시 다시 계산됨.",
        ),
    ),
    "money": (
        both("Money", "재정"),
        both(
            "From decisions to units, commitments and spending; all by formula.",
            "결정값에서 수량, 약정, 지출을 산식으로 산출.",
        ),
    ),
    "capacity": (
        both("Capacity use", "수용능력 사용"),
        both(
            "What is there in a year, who holds it, what is left.",
            "연도별 가용량, 사용처, 잔여량.",
        ),
    ),
    "people": (
        both("People", "인원"),
        both(
            "People supported, net people after deadweight, and what they count for.",
            "지원 인원, 순증 인원(지원 없이도 남았을 인원 제외), 목표 기여.",
        ),
    ),
    "check": (
        both("Rules check", "규칙 점검"),
        both(
            "Every budget, rule and physical limit: actual, limit, what is left.",
            "예산·규칙·물리적 한도별 배분안 값, 한도, 여유.",
        ),
    ),
    "prices": (
        both("Prices", "한계가치"),
        both(
            "What holds the engine's plan back and what a little more is worth; not recomputed.",
            "산출된 배분안의 제약 요인과 한 단위 완화의 가치. 다시 계산되지 않음.",
        ),
    ),
    "summary": (
        both("Checks", "점검 요약"),
        both(
            "What is kept, what is not, and whether the sums reconcile.",
            "준수 여부와 합계 일치 여부.",
        ),
    ),
    "evidence": (
        both("Evidence", "근거"),
        both(
            "Numbers the scenario refers to. ◇ and hatching mark assumptions (grade X).",
            "시나리오가 인용한 수치. ◇와 빗금은 가정(X등급).",
        ),
    ),
    "scenario": (
        both("Scenario", "시나리오"),
        both(
            "General entries of the document. Edit shaded cells, then import the workbook.",
            "문서의 일반 항목. 음영 셀을 수정한 뒤 import 명령으로 반입.",
        ),
    ),
    "programmes": (
        both("Programmes", "사업·활동"),
        both(
            "Budget lines, what they buy, and at what cost.",
            "사업별 활동, 공급량, 비용.",
        ),
    ),
    "capacities": (
        both("Capacities", "수용능력"),
        both("What activities deliver and pathways need.", "활동이 공급하고 경로가 사용하는 자원."),
    ),
    "pools": (
        both("Pools", "대상 인력"),
        both("People who could take a pathway in a year.", "연도별 지원 대상이 될 수 있는 인원."),
    ),
    "pathways": (
        both("Pathways", "정착 경로"),
        both(
            "How people come to stay, what that needs and yields.",
            "유치·잔류 경로, 필요 자원, 순효과.",
        ),
    ),
    "rules": (
        both("Rules", "규칙"),
        both("Policy rules with owner and reason.", "정책 규칙, 소관, 사유."),
    ),
}
"""Sheets in their order: title and note."""

COLUMNS: Mapping[str, tuple[Text, float]] = {
    "path": (both("Path", "경로"), 20),
    "kind": (both("Kind", "종류"), 8),
    "label": (both("Entry", "항목"), 34),
    "mark": (both("◇", "◇"), 4),
    "value": (both("Value", "값"), 14),
    "refs": (both("From evidence", "근거 인용"), 30),
    "used": (both("In use", "적용값"), 12),
    "low": (both("Low", "하한"), 9),
    "high": (both("High", "상한"), 9),
    "unit": (both("Unit", "단위"), 18),
    "grade": (both("Grade", "등급"), 7),
    "source": (both("Source", "출처"), 16),
    "note": (both("Note", "비고"), 30),
    "en": (both("English", "영문"), 34),
    "ko": (both("Korean", "국문"), 34),
    "distribution": (both("Distribution", "분포"), 10),
    "source_title": (both("Source title", "출처 제목"), 34),
    "publisher": (both("Publisher", "발행처"), 18),
    "date": (both("Date", "발행일"), 11),
    "address": (both("Address", "주소"), 26),
    "money_share": (both("Of the money", "예산 비중"), 9),
    "people_share": (both("Of net people", "순증 인원 비중"), 9),
}
"""Columns of the sheets that state the document: title and width."""

_FIELDS = """
schema|layout|문서 양식
id|identifier|식별자
title|title|제목
description|description|설명
cautions|caution|유의사항
author|signed by|작성자
date|date|작성일
reason|reason|사유
country|country|국가
money|money|화폐
years|decision years|대상 연도
first|first|시작
last|last|종료
budget|budget|예산
total|total|총액
by_year|of a year|연도별
carry_over|carried over|이월 비율
payment|paid when|지급 방식
per_usd|per US dollar|미화 1달러당
prices|price basis|가격 기준
objective|goal|목표
measure|measure|측정 방식
discount_rate|discount rate|할인율
tiers|weight of tier|등급 가중치
channels|weight of channel|경로 유형 가중치
uncertainty|uncertainty|불확실성
groups|group|집단
correlations|correlation|상관
between|between|대상
rank|rank correlation|순위상관
activities|activity|활동
delivers|delivers|산출
supply|supply|공급
bands|step|구간
units|units a year|연간 수량
unit_cost|unit cost|단가
curve|curve|곡선
ceiling|ceiling|한계량
half|money at half|반량 금액
scale|scale|기준 금액
amount|amount|양
shape|shape|형상
lead_years|lead [years]|준비기간(년)
life_years|life [years]|지속기간(년)
indivisible|whole units only|정수 단위
minimum_scale|minimum scale|최소 규모
opening_cost|opening cost|개시 비용
tags|tags|분류
indexation|growth of costs a year|연간 비용 상승률
unit|unit|단위
free|already there|기존 보유량
people_per_year|people a year|연간 인원
channel|channel|경로 유형
tier|tier|등급
pool|pool|대상 인력
needs|needs|필요
people|people|인원
net|net people per head|1인당 순증 인원
stay|stay a year|연간 잔류율
kind|kind of rule|규칙 종류
owner|owner|소관
hard|law|법정
active|in force|시행
programme|programme|사업
programmes|programmes|사업
activity|activity|활동
pathway|pathway|정착 경로
tag|tag|분류
share|share|비율
year|year|연도
bound|bound|상·하한
up|rise|증가
down|fall|감소
baseline|year before|직전 연도
of|what is counted|집계 대상
part|part|부분
whole|whole|전체
at_least|at least|최소
at_most|at most|최대
size|size|규모
terms|term|항
coefficient|coefficient|계수
sense|direction|부등호
rhs|right-hand side|우변
line|line|대상
only_if|only with|선행 대상
among|line|대상
count|number open|선정 수
minimum|minimum|최소액
value|value|값
outcomes|outcome|결과
probability|probability|확률
product|factor|인수
note|note|비고
source|source|출처
grade|grade|등급
low|low|하한
high|high|상한
distribution|distribution|분포
"""
FIELDS: Mapping[str, Text] = {
    name: both(en, ko)
    for name, en, ko in (line.split("|") for line in _FIELDS.strip().splitlines())
}
"""Entries of a document as people call them."""

HELD = both("years held", "점유 기간(년)")
OK = both("OK", "적정")
OVER = both("over by", "초과")
SHORT = both("short by", "부족")
OFF = both("off by", "차이")
MISSED = both("missed", "미준수")


def money_unit(words: str, language: str) -> str:
    """The unit of money as a column title says it.

    >>> money_unit("million KRW", "ko"), money_unit("million KRW", "en")
    ('백만 원', 'million KRW')
    """
    if language != "ko":
        return words
    scale, _, code = words.rpartition(" ")
    scales = {
        "thousand": "천", "million": "백만", "hundred million": "억", "billion": "십억",
        "trillion": "조",
    }  # fmt: skip
    names = {
        "KRW": "원", "USD": "달러", "EUR": "유로", "JPY": "엔", "GBP": "파운드",
        "AUD": "호주달러", "CAD": "캐나다달러", "SGD": "싱가포르달러",
    }  # fmt: skip
    return f"{scales.get(scale, scale)} {names.get(code, code)}".strip()
