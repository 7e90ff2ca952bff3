"""Outcomes in words: what they are called, how much of one there is, what more of one costs."""

from __future__ import annotations

from optimizer.domain.base import Text
from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money
from optimizer.formulation.compile import case_of
from optimizer.formulation.rules.base import money_step, title_of
from optimizer.formulation.sums import CHANNELS

_TITLES = {
    "net_people": Text(en="net people", ko="순증 인원"),
    "objective": Text(en="weighted people", ko="가중 순증 인원"),
    "spending": Text(en="spending", ko="지출"),
    **CHANNELS,
}


def outcome_title(scenario: Scenario, name: str) -> Text:
    """What an outcome is called."""
    if name in _TITLES:
        return _TITLES[name]
    if name in scenario.objective.tiers:
        return Text(en=f"{name}-tier people", ko=f"{name}급 인원")
    if name in scenario.pathways:
        title = title_of(scenario.pathways, name)
        return Text(en=f"people by “{title.en}”", ko=f"‘{title.ko}’ 인원")
    return Text(en=name, ko=name)


def how_many(scenario: Scenario, name: str, value: float, significant: int = 3) -> Text:
    """So much of an outcome: '46 retained', or money for spending."""
    title = outcome_title(scenario, name)
    if name == "spending":
        unit = scenario.money.parsed
        said = {lang: money(value, unit, lang, significant) for lang in ("en", "ko")}
        return Text(en=f"{said['en']} spent", ko=f"지출 {said['ko']}")
    count = digits(value, significant)
    return Text(en=f"{count} {title.en}", ko=f"{title.ko} {count}명")


def one_better(scenario: Scenario, name: str) -> tuple[float, Text]:
    """A step by which an outcome improves, in its own unit, and the step in words."""
    if name == "spending":
        step, unit = money_step(case_of(scenario)), scenario.money.parsed
        return step, Text(
            en=f"{money(step, unit, 'en')} less spending",
            ko=f"지출 {money(step, unit, 'ko')} 절감 시",
        )
    title = outcome_title(scenario, name)
    one = title.en.replace("people", "person", 1)
    return 1.0, Text(en=f"one more {one}", ko=f"{title.ko} 1명 증가 시")


def worse_by(scenario: Scenario, name: str, amount: float) -> Text:
    """What is lost of an outcome."""
    if name == "spending":
        unit = scenario.money.parsed
        return Text(
            en=f"{money(amount, unit, 'en', 2)} more",
            ko=f"지출 {money(amount, unit, 'ko', 2)} 증가",
        )
    title, count = outcome_title(scenario, name), digits(amount, 2)
    return Text(en=f"{count} {title.en}", ko=f"{title.ko} {count}명 감소")
