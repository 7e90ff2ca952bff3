"""Titles that are written from the rule itself carry its amount and its year."""

from __future__ import annotations

from typing import Any

import pytest

from optimizer.api import desk as api

MORE = {"owner": "Ministry", "reason": "Policy"}
TITLES: list[tuple[dict[str, Any], str, str]] = [
    (
        {"kind": "programme_floor", "programme": "research_institutes", "share": 0.15},
        "Research institutes: at least 15% of the budget", "연구기관: 예산의 15% 이상",
    ),
    (
        {"kind": "programme_floor", "programme": "research_institutes", "share": 0.15,
         "year": 2025},
        "Research institutes: at least 15% of the budget in 2025",
        "연구기관: 2025년 예산의 15% 이상",
    ),
    (
        {"kind": "programme_ceiling", "programme": "gpu_access", "amount": 2500, "year": 2026},
        "GPU access: at most 2.5 billion won in 2026", "GPU 지원: 2026년 25억 원 이하",
    ),
    (
        {"kind": "earmark", "programmes": ["gpu_access", "visa_fast_track"], "amount": 900},
        "GPU access and Visa fast track: at least 900 million won",
        "GPU 지원, 비자 패스트트랙: 9억 원 이상",
    ),
    (
        {"kind": "commitment", "programme": "gpu_access", "year": 2026, "amount": 120},
        "GPU access: 120 million won committed in 2026", "GPU 지원: 2026년 1.2억 원 기약정",
    ),
    (
        {"kind": "ramp_limit", "programme": "gpu_access", "up": {"share": 0.2},
         "down": {"amount": 300}, "baseline": 1000},
        "GPU access: at most up 20% and down 300 million won from year to year, from 1 billion won "
        "in 2024",
        "GPU 지원: 전년 대비 증가 20%, 감소 3억 원 이내(2024년 10억 원)",
    ),
    (
        {"kind": "outcome_floor", "channel": "attracted", "people": 12, "year": 2027},
        "attracted: at least 12 net people in 2027", "유치: 2027년 순증 인원 12명 이상",
    ),
    (
        {"kind": "outcome_ceiling", "tier": "S", "people": 3, "of": "supported"},
        "S tier: at most 3 people supported", "S급: 지원 인원 3명 이하",
    ),
    (
        {"kind": "balance", "part": {"channel": "attracted"}, "at_least": 0.2, "at_most": 0.6,
         "year": 2026},
        "attracted: at least 20% and at most 60% of everything by net people, in 2026",
        "유치: 전체 순증 인원의 20% 이상 60% 이하(2026년)",
    ),
    (
        {"kind": "equity", "groups": {"a": {"tier": "S"}, "b": {"tier": "A"}}, "share": 0.3},
        "Equity between a and b: net people at least 30% of any other’s",
        "a, b 간 형평: 순증 인원 상대 집단의 30% 이상",
    ),
    (
        {"kind": "linear", "sense": ">=", "rhs": 5,
         "terms": [{"of": "net"}, {"of": "units", "programme": "gpu_access", "coefficient": 2,
                                   "year": 2026}]},
        "net people of everything and 2 × units of GPU access in 2026: at least 5",
        "전체 순증 인원, 2 × 2026년 GPU 지원 수량: 5 이상",
    ),
    (
        {"kind": "either_or", "among": [{"programme": "gpu_access"},
                                        {"programme": "visa_fast_track"}],
         "bound": "at_least", "count": 1, "minimum": 500},
        "at least 1 of GPU access, Visa fast track, each from 500 million won",
        "GPU 지원, 비자 패스트트랙 중 1개 이상(각 5억 원부터)",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "en", "ko"), TITLES, ids=lambda v: str(v)[:30])
def test_a_title_says_how_much_and_when(rule: dict[str, Any], en: str, ko: str) -> None:
    korea = api.load_scenario("korea-2025")
    scenario = api.scenario_of({**korea.document, "rules": [{"id": "own", **rule, **MORE}]})
    title = api.rule_titles(scenario)["own"]
    assert (title.in_("en"), title.in_("ko")) == (en, ko)
    assert "…" not in title.in_("en") + title.in_("ko")
