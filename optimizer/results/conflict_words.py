"""Conflicts and repairs in the words of a planner, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from optimizer.domain.base import Text
from optimizer.domain.rule import PolicyRule
from optimizer.domain.scenario import Scenario
from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.case import Case
from optimizer.formulation.rules import RULE_OF
from optimizer.formulation.rules.base import PolicyRows, title_of
from optimizer.i18n import EMPTY, Words, _, verbatim
from optimizer.results.conflict import Change, Member, Outcome

NONE = EMPTY
SIGNIFICANT = 6
"""Digits that a typed number is shown with; it is told as it is typed."""


def amount_words(scenario: Scenario, value: float, *, is_money: bool, share: bool) -> Words:
    """A number of the document in words."""
    if is_money:
        unit = scenario.money.parsed
        said = {lang: money(value, unit, lang, SIGNIFICANT) for lang in ("en", "ko")}
        return Text(en=said["en"], ko=said["ko"])
    text = percent(value, SIGNIFICANT) if share else digits(value, SIGNIFICANT)
    return verbatim(text)


def rule_title(case: Case, rule: PolicyRule) -> Words:
    """The rule's title, or its words."""
    if rule.title is not None:
        return rule.title
    rows = RULE_OF[getattr(rule, "kind", "")]
    assert isinstance(rows, PolicyRows)
    return rows.words(case, rule)


def place_title(case: Case, path: str) -> Words:
    """What a place of the document is called: a rule, a budget, or a limit."""
    part, *names = path.split(".")
    scenario = case.scenario
    if part == "rules":
        return rule_title(case, next(r for r in scenario.rules if r.id == names[0]))
    if part == "budget":
        if names[0] == "total":
            return _("the total budget")
        return _("the budget of {names}", names=names[1])
    if part == "programmes":
        title = title_of(scenario.programmes[names[0]].activities, names[2])
        return _("the supply of “{title}”", title=title)
    entries = {
        "capacities": (scenario.capacities, "the capacity “{}”", "「{}」 수용능력"),
        "pools": (scenario.pools, "the pool “{}”", "‘{}’ 대상 인력"),
        "pathways": (scenario.pathways, "the room on “{}”", "「{}」 경로 인원"),
    }
    known, en, ko = entries[part]
    title = title_of(known, names[0])
    return Text(en=en.format(title.en), ko=ko.format(title.ko))


def conflict_sentence(members: Sequence[Member], limits: Sequence[Words]) -> Words:
    """Which rules cannot hold together, and what stands behind it."""
    rules = [_quoted(m) for m in members]
    en = listed([r.en for r in rules], " and ")
    ko = ", ".join(r.ko for r in rules)
    because = listed([t.en for t in limits], " and ")
    why_en = f", given {because}" if limits else ""
    why_ko = f" (여건: {', '.join(t.ko for t in limits)})" if limits else ""
    if not members:
        return Text(
            en=f"Even without rules and budgets nothing is possible{why_en}.",
            ko=f"규칙과 예산이 없어도 실행 가능한 안 없음{why_ko}.",
        )
    if len(members) == 1:
        return Text(en=f"This cannot hold: {en}{why_en}.", ko=f"이행 불가 규칙: {ko}{why_ko}.")
    return Text(
        en=f"These rules cannot hold together: {en}{why_en}.",
        ko=f"함께 성립할 수 없는 규칙: {ko}{why_ko}.",
    )


def _quoted(member: Member) -> Words:
    said = member.states
    if member.rule is None:
        return _("{title} ({said})", title=member.title, said=said)
    en, ko = (f" (now {said.en})", f"(현재 {said.ko})") if said.en else ("", "")
    law = (" [law]", "[법정]") if member.hard else ("", "")
    return Text(
        en=f"“{member.title.en}”{en}{law[0]}",
        ko=f"「{member.title.ko}」{ko}{law[1]}",
    )


def repair_sentence(changes: Sequence[Change], said: Sequence[Words], outcome: Outcome) -> Words:
    """What to change, and what the plan then brings: the goal, and heads."""
    goal, people = digits(outcome.objective, 3), digits(outcome.net_people, 3)
    parts = [_part(c, s) for c, s in zip(changes, said, strict=True)]
    en = listed([p.en for p in parts], " and ")
    ko = ", ".join(p.ko for p in parts)
    return Text(
        en=f"{en[0].upper()}{en[1:]}: the goal is then {goal}, with {people} net people.",
        ko=f"{ko}: 목표값 {goal}, 순증 인원 {people}명.",
    )


def keeping_sentence(kept: Words, sentence: Words) -> Words:
    """A repair with the rule that it leaves as it is named first."""
    en = sentence.en
    return Text(
        en=f"Keep “{kept.en}”; {en[0].lower()}{en[1:]}", ko=f"「{kept.ko}」 유지; {sentence.ko}"
    )


def _part(change: Change, said: Words) -> Words:
    budget = change.path.startswith("budget.")
    name = change.title if budget else _("“{title}”", title=change.title)
    if change.now is None or change.to is None:
        return _("drop {name}", name=name)
    down = change.to < change.now
    verb = ("lower", "하향") if down else ("raise", "증액" if budget else "상향")
    return _("{verb} {name} {said}", verb=verb[0], name=name, said=said, verb2=verb[1])


def from_to(now: Words, to: Words) -> Words:
    """'from … to …'."""
    return _("from {now} to {to}", now=now, to=to)


def listed(words: Iterable[str], last: str = " and ") -> str:
    """'a, b and c'."""
    *head, tail = list(words) or [""]
    return last.join([", ".join(head), tail]) if head else tail
