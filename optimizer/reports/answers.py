"""Answers to the further questions as plain data and as text: evaluate, extra, target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.wording import digits, money
from optimizer.formulation.rules.base import title_of
from optimizer.reports.memo.figures import UNKNOWN
from optimizer.reports.memo.rulebook import in_its_unit
from optimizer.reports.plain import plan_data, records
from optimizer.reports.text import columns, plan_text
from optimizer.results.plan import lines
from optimizer.studies.evaluate import Evaluation
from optimizer.studies.extra import Extra
from optimizer.studies.outcome_words import how_many
from optimizer.studies.target import Target


def evaluation_data(answer: Evaluation) -> dict[str, Any]:
    """An evaluation as nested plain data; `plan` and `best` as `solve` writes them."""
    return {
        "obeys": answer.obeys,
        "left_on_the_table": answer.left_on_the_table,
        "people_left": answer.people_left if answer.best.found else None,
        "broken": records(answer.broken),
        "moves": records(answer.moves),
        "plan": plan_data(answer.plan),
        "best": plan_data(answer.best),
    }


def evaluation_text(answer: Evaluation, language: str = "en") -> str:
    """What a given plan yields, breaks and leaves on the table."""
    return "\n".join(_evaluation(answer, language)) + "\n"


def _evaluation(answer: Evaluation, language: str) -> Iterator[str]:
    ko = language == "ko"
    unit = answer.plan.scenario.money.parsed
    people = digits(answer.plan.totals.net_people, 3)
    yield f"이 배분안의 순증 인원: {people}명." if ko else f"This plan yields {people} net people."
    if answer.left_on_the_table is None:
        yield (
            "규칙들이 함께 성립할 수 없어 비교 대상 최적안이 없음."
            if ko
            else ("There is no best plan to compare with: the rules cannot hold together.")
        )
    else:
        best, left = digits(answer.best.totals.net_people, 3), digits(answer.left_on_the_table, 3)
        yield (
            f"최적안의 순증 인원: {best}명. 목표값 차이: {left} (가중 순증 인원)."
            if ko
            else (
                f"The best plan yields {best}; this one leaves {left} weighted people on the table."
            )
        )
    for row in lines(answer.broken):
        title = row.title_ko if ko else row.title
        gap = in_its_unit(answer.plan.scenario, row.kind, row.missed_by, language)
        gap = digits(row.missed_by, 4) if gap == UNKNOWN else gap
        yield f"- 위반: {title}(한도와 {gap} 차이)" if ko else f"- Breaks: {title} (by {gap})"
    yield ""
    head = ["사업", "연도", "배정", "미활용", "최적안"] if ko else (
        ["Programme", "Year", "Given", "Idle", "Best plan"]
    )  # fmt: skip
    rows = [head]
    for row in lines(answer.moves):
        name = title_of(answer.plan.scenario.programmes, row.programme).in_(language)
        amounts = (row.given, row.idle, row.best)
        if any(a > 1e-6 for a in amounts):
            rows.append([name, str(row.year), *(_money(a, unit, language) for a in amounts)])
    yield from columns(rows)


def extra_data(answer: Extra) -> dict[str, Any]:
    """Where additional money goes, as nested plain data."""
    return {
        "amount": answer.amount,
        "net_people": answer.net_people,
        "added": records(answer.added),
        "before": plan_data(answer.before),
        "after": plan_data(answer.after),
    }


def extra_text(answer: Extra, language: str = "en") -> str:
    """Where additional money goes and what it yields."""
    if not answer.before.found:
        return plan_text(answer.before, language)
    scenario = answer.before.scenario
    unit, people = scenario.money.parsed, digits(answer.net_people, 3)
    amount = money(answer.amount, unit, language)
    ko = language == "ko"
    head = [
        f"추가 {amount}의 순증 인원: {people}명."
        if ko
        else f"{amount} more yields {people} net people."
    ]
    rows = [["사업", "연도", "추가", "이후"] if ko else ["Programme", "Year", "Added", "After"]]
    sums = answer.added.groupby(["programme", "year"], sort=False)[["added", "after"]].sum()
    for row in lines(sums.reset_index()):
        if row.added > 1e-6 * max(1.0, answer.amount):
            name = title_of(scenario.programmes, row.programme).in_(language)
            amounts = (_money(m, unit, language) for m in (row.added, row.after))
            rows.append([name, str(row.year), *amounts])
    return "\n".join([*head, "", *columns(rows)]) + "\n"


def target_data(answer: Target) -> dict[str, Any]:
    """The least money for an outcome, as nested plain data."""
    return {
        "outcome": answer.outcome,
        "at_least": answer.at_least,
        "reached": answer.reached,
        "least_money": answer.least_money,
        "plan": plan_data(answer.plan),
    }


def target_text(answer: Target, language: str = "en") -> str:
    """The least money for an outcome, and the plan that reaches it."""
    wanted = how_many(answer.plan.scenario, answer.outcome, answer.at_least, 4).in_(language)
    ko = language == "ko"
    if answer.least_money is None:
        return (
            f"어떤 예산으로도 {wanted} 이상 달성 불가.\n"
            if ko
            else f"No budget reaches {wanted} under these rules.\n"
        )
    amount = money(answer.least_money, answer.plan.scenario.money.parsed, language)
    head = (
        f"{wanted} 이상 달성에 필요한 최소 예산: {amount}."
        if ko
        else f"The least money for {wanted} is {amount}."
    )
    return f"{head}\n\n{plan_text(answer.plan, language)}"


def _money(value: float, unit: Any, language: str) -> str:
    return "–" if value != value else money(value, unit, language)
