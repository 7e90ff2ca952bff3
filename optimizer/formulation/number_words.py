"""What a number of the document is called when nobody gave it a title: its place, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from optimizer.domain.base import Text
from optimizer.domain.scenario import Scenario
from optimizer.formulation.compile import case_of
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import PolicyRows, title_of
from optimizer.formulation.sums import CHANNELS

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")

_OF_PROGRAMMES: Mapping[str, Text] = {
    "units": Text(en="units a year of {}", ko="{} 연간 수량"),
    "unit_cost": Text(en="unit cost of {}", ko="{} 단가"),
    "ceiling": Text(en="most units a year of {}", ko="{} 연간 최대 수량"),
    "amount": Text(en="units a year of {} at the reference money", ko="{} 기준 금액의 수량"),
    "half": Text(en="money for half of the most units of {}", ko="{} 최대 수량 절반의 금액"),
    "scale": Text(en="reference money of {}", ko="{} 기준 금액"),
    "shape": Text(en="shape of the supply curve of {}", ko="{} 공급곡선 형상"),
    "minimum_scale": Text(en="minimum scale of {}", ko="{} 최소 규모"),
    "opening_cost": Text(en="opening cost of {}", ko="{} 개시 비용"),
    "indexation": Text(en="growth of the costs of {} a year", ko="{} 연간 비용 상승률"),
}
_OF_PATHWAYS: Mapping[str, Text] = {
    "net": Text(en="net yield of {}", ko="{} 1인당 순증 인원"),
    "people": Text(en="people a year on {}", ko="{} 연간 인원"),
    "stay": Text(en="share of {} who stay a year", ko="{} 연간 잔류율"),
}
_PLAIN: Mapping[str, Text] = {
    "budget.total": Text(en="total budget", ko="총예산"),
    "budget.carry_over": Text(en="share of money carried over", ko="예산 이월 비율"),
    "objective.discount_rate": Text(en="discount rate", ko="할인율"),
}
_RULE_ENTRIES: Mapping[str, Text] = {
    "amount": Text(en="amount", ko="금액"),
    "share": Text(en="share", ko="비율"),
    "people": Text(en="number of people", ko="인원"),
    "baseline": Text(en="money of the year before", ko="직전 연도 금액"),
    "up": Text(en="rise", ko="증가 한도"),
    "down": Text(en="fall", ko="감소 한도"),
    "at_least": Text(en="lower limit", ko="하한"),
    "at_most": Text(en="upper limit", ko="상한"),
    "size": Text(en="size of a group", ko="집단 규모"),
    "coefficient": Text(en="factor", ko="계수"),
    "rhs": Text(en="limit", ko="한도"),
    "minimum": Text(en="least money", ko="최소 금액"),
}


def number_title(scenario: Scenario, path: str) -> Text:
    """The number at a place in words: 'net yield of ‘Fellow attracted’, first band'.

    `path` is as the formulation spells it ('pathways.comes.bands[0].net'). A place that is not
    known keeps its name.
    """
    if path in _PLAIN:
        return _PLAIN[path]
    whole, _, factor = path.partition(".product[")
    steps = re.findall(r"[^.\[\]]+", whole)
    found = _place(scenario, steps) if len(steps) > 2 else None
    if found is None:
        return Text(en=path, ko=path)
    if not factor:
        return found
    count = int(factor.split("]")[0])
    return Text(en=f"{found.en}, {_nth(count)} factor", ko=f"{found.ko} {count + 1}번째 인수")


def _place(scenario: Scenario, steps: list[str]) -> Text | None:
    part, name, *rest = steps
    match part:
        case "budget":
            return Text(en=f"budget of {rest[0]}", ko=f"{rest[0]}년 예산")
        case "objective":
            return _weight(name, rest[0])
        case "capacities":
            said = _quoted(title_of(scenario.capacities, name))
            there = Text(en=f"{said.en} there already", ko=f"{said.ko} 기존 보유량")
            return _in_year(there, rest[1:])
        case "pools":
            said = _quoted(title_of(scenario.pools, name))
            yearly = Text(en=f"people a year in {said.en}", ko=f"{said.ko} 연간 인원")
            return _in_year(yearly, rest[1:])
        case "programmes":
            return _of_programme(scenario, name, rest)
        case "pathways":
            return _of_pathway(scenario, name, rest)
        case "rules":
            return _of_rule(scenario, name, rest)
    return None


def _weight(kind: str, name: str) -> Text:
    if kind == "tiers":
        return Text(en=f"weight of {name} tier", ko=f"{name}급 가중치")
    title = CHANNELS.get(name) or Text(en=name, ko=name)
    return Text(en=f"weight of ‘{title.en}’", ko=f"‘{title.ko}’ 가중치")


def _of_programme(scenario: Scenario, name: str, rest: list[str]) -> Text | None:
    programme = scenario.programmes.get(name)
    if programme is None:
        return None
    if rest[0] != "activities":
        return _worded(_OF_PROGRAMMES, rest[-1], title_of(scenario.programmes, name))
    _, activity, *inner = rest
    title = title_of(programme.activities, activity)
    if inner[0] == "delivers":
        what, by = _quoted(title_of(scenario.capacities, inner[1])), _quoted(title)
        return Text(en=f"{what.en} delivered by a unit of {by.en}", ko=f"{by.ko} 단위당 {what.ko}")
    bands = getattr(programme.activities[activity].supply, "bands", ())
    return _banded(_worded(_OF_PROGRAMMES, inner[-1], title), inner, len(bands))


def _of_pathway(scenario: Scenario, name: str, rest: list[str]) -> Text | None:
    pathway = scenario.pathways.get(name)
    if pathway is None:
        return None
    title = title_of(scenario.pathways, name)
    if rest[0] == "needs":
        what, by = _quoted(title_of(scenario.capacities, rest[1])), _quoted(title)
        return Text(en=f"{what.en} needed by one person on {by.en}", ko=f"{by.ko} 1인당 {what.ko}")
    return _banded(_worded(_OF_PATHWAYS, rest[-1], title), rest, len(pathway.bands))


def _of_rule(scenario: Scenario, name: str, rest: list[str]) -> Text | None:
    rule = next((r for r in scenario.rules if r.id == name), None)
    entry = next((_RULE_ENTRIES[s] for s in reversed(rest) if s in _RULE_ENTRIES), None)
    if rule is None or entry is None:
        return None
    title = _quoted(rule_title(scenario, name))
    return Text(en=f"{entry.en} of the rule {title.en}", ko=f"{title.ko} 규칙의 {entry.ko}")


def rule_title(scenario: Scenario, name: str) -> Text:
    """A rule of the document by its title, or by what it states where it has none."""
    rule = next(r for r in scenario.rules if r.id == name)
    kind = RULE_OF[rule.kind]
    assert isinstance(kind, PolicyRows)
    return rule.title or kind.words(case_of(scenario), rule)


def _worded(words: Mapping[str, Text], entry: str, title: Text) -> Text | None:
    known, said = words.get(entry), _quoted(title)
    return known and Text(en=known.en.format(said.en), ko=known.ko.format(said.ko))


def _banded(said: Text | None, rest: list[str], count: int) -> Text | None:
    """The words with the step they speak of, where there are several."""
    if said is None or "bands" not in rest or count < 2:
        return said
    n = int(rest[rest.index("bands") + 1])
    return Text(en=f"{said.en}, {_nth(n)} band", ko=f"{said.ko}({n + 1}구간)")


def _nth(n: int) -> str:
    return _ORDINALS[n] if n < len(_ORDINALS) else f"{n + 1}th"


def _in_year(said: Text, rest: list[str]) -> Text:
    return Text(en=f"{said.en}, {rest[0]}", ko=f"{said.ko}({rest[0]}년)") if rest else said


def _quoted(title: Text) -> Text:
    return Text(en=f"‘{title.en}’", ko=f"‘{title.ko}’")
