"""What the workbook calls its sheets, columns and the entries of a document, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from optimizer.domain.base import Text
from optimizer.i18n import Words, _, pgettext


def both(en: str, ko: str) -> Words:
    """A text in both languages."""
    return Text(en=en, ko=ko)


SHEETS: Mapping[str, tuple[Words, Words]] = {
    "readme": (
        _("Read me"),
        _("What this workbook is, and how to use it."),
    ),
    "plan": (
        _("Plan"),
        _("Change a shaded cell: money, capacity, people, rules and totals follow at once."),
    ),
    "money": (
        pgettext("reports.workbook.words", "Money"),
        _("From decisions to units, commitments and spending; all by formula."),
    ),
    "capacity": (
        _("Capacity use"),
        _("What is there in a year, who holds it, what is left."),
    ),
    "people": (
        _("People"),
        _("People supported, net people after deadweight, and what they count for."),
    ),
    "check": (
        _("Rules check"),
        _("Every budget, rule and physical limit: actual, limit, what is left."),
    ),
    "prices": (
        _("Prices"),
        _("What holds the engine's plan back and what a little more is worth; not recomputed."),
    ),
    "summary": (
        _("Checks"),
        _("What is kept, what is not, and whether the sums reconcile."),
    ),
    "evidence": (
        _("Evidence"),
        _("Numbers the scenario refers to. ◇ and hatching mark assumptions (grade X)."),
    ),
    "scenario": (
        _("Scenario"),
        _("General entries of the document. Edit shaded cells, then import the workbook."),
    ),
    "programmes": (
        _("Programmes"),
        _("Budget lines, what they buy, and at what cost."),
    ),
    "capacities": (
        _("Capacities"),
        _("What activities deliver and pathways need."),
    ),
    "pools": (
        _("Pools"),
        _("People who could take a pathway in a year."),
    ),
    "pathways": (
        _("Pathways"),
        _("How people come to stay, what that needs and yields."),
    ),
    "rules": (
        _("Rules"),
        _("Policy rules with owner and reason."),
    ),
}
"""Sheets in their order: title and note."""

COLUMNS: Mapping[str, tuple[Words, float]] = {
    "path": (_("Path"), 20),
    "kind": (_("Kind"), 8),
    "label": (_("Entry"), 34),
    "mark": (_("◇"), 4),
    "value": (_("Value"), 14),
    "refs": (_("From evidence"), 30),
    "used": (pgettext("reports.workbook.words", "In use"), 12),
    "low": (_("Low"), 9),
    "high": (_("High"), 9),
    "unit": (_("Unit"), 18),
    "grade": (_("Grade"), 7),
    "source": (_("Source"), 16),
    "note": (_("Note"), 30),
    "en": (_("English"), 34),
    "ko": (_("Korean"), 34),
    "distribution": (_("Distribution"), 10),
    "source_title": (_("Source title"), 34),
    "publisher": (_("Publisher"), 18),
    "date": (pgettext("reports.workbook.words", "Date"), 11),
    "address": (_("Address"), 26),
    "money_share": (_("Of the money"), 9),
    "people_share": (_("Of net people"), 9),
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
FIELDS: Mapping[str, Words] = {
    name: both(en, ko)
    for name, en, ko in (line.split("|") for line in _FIELDS.strip().splitlines())
}
"""Entries of a document as people call them."""

HELD = _("years held")
OK = _("OK")
OVER = _("over by")
SHORT = _("short by")
OFF = _("off by")
MISSED = _("missed")


def money_unit(words: str, language: str) -> str:
    """The unit of money as a column title says it.

    >>> money_unit("million KRW", "ko"), money_unit("million KRW", "en")
    ('백만 원', 'million KRW')
    """
    if language != "ko":
        return words
    scale, _other, code = words.rpartition(" ")
    scales = {
        "thousand": "천", "million": "백만", "hundred million": "억", "billion": "십억",
        "trillion": "조",
    }  # fmt: skip
    names = {
        "KRW": "원", "USD": "달러", "EUR": "유로", "JPY": "엔", "GBP": "파운드",
        "AUD": "호주달러", "CAD": "캐나다달러", "SGD": "싱가포르달러",
    }  # fmt: skip
    return f"{scales.get(scale, scale)} {names.get(code, code)}".strip()
