"""Where additional money goes, and the least money for an outcome, as plain data and as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from optimizer.domain.base import Text
from optimizer.domain.wording import digits, money
from optimizer.formulation.rules.base import title_of
from optimizer.reports.conflict_text import conflict_data, conflict_text
from optimizer.reports.plain import plan_data, records
from optimizer.reports.text import columns, plan_text
from optimizer.results.contract import contract
from optimizer.results.plan import Plan, lines
from optimizer.studies.evaluate_words import FEWER_HEADS
from optimizer.studies.extra import Extra
from optimizer.studies.outcome_words import how_many
from optimizer.studies.target import ABSOLUTE, Target

SEEN = 1e-6
"""Money below this share of all spending is left out of a table."""


def plan_rows(plan: Plan) -> list[dict[str, Any]]:
    """Programme, year and spending of a plan, as `evaluate --plan` reads them."""
    return records(plan.allocation[["programme", "year", "spending"]])


def extra_data(answer: Extra) -> dict[str, Any]:
    """Where additional money goes, as nested plain data; a conflict in its place if there is one.

    `objective` and `gain` are in the goal; `plan` passes `evaluate` at the larger budget.
    """
    after = answer.after
    data = {
        "status": str(after.status),
        "amount": answer.amount,
        "lifted": list(answer.lifted),
        "budget": after.budget,
        "objective": after.objective,
        "gain": answer.gain,
        "net_people": answer.net_people,
        "unspent": answer.unspent if after.found else None,
        "plan": plan_rows(after),
        "added": records(answer.added),
        "holds": contract("extra").data,
        "before": plan_data(answer.before),
        "after": plan_data(after),
    }
    if answer.conflict is None:
        return data
    found = conflict_data(answer.conflict)
    return {**data, **{k: found[k] for k in ("conflict", "repairs", "sentences")}}


def extra_text(answer: Extra, language: str = "en") -> str:
    """Where additional money goes and what it yields; or why the rules forbid it."""
    return "\n".join(_extra(answer, language)) + "\n"


def _extra(answer: Extra, language: str) -> Iterator[str]:
    scenario = answer.before.scenario
    amount = _both_money(answer.amount, answer.before)
    if not answer.before.found:
        yield plan_text(answer.before, language).rstrip("\n")
    elif answer.conflict is not None:
        yield _no_room(amount).in_(language)
        yield conflict_text(answer.conflict, language).rstrip("\n")
    elif not answer.after.found:
        yield plan_text(answer.after, language).rstrip("\n")
    else:
        yield from (s.in_(language) for s in extra_sentences(answer))
        rows = [["사업", "연도", "추가", "이후"]] if language == "ko" else [
            ["Programme", "Year", "Added", "After"]
        ]  # fmt: skip
        sums = answer.added.groupby(["programme", "year"], sort=False)[["added", "after"]].sum()
        for row in lines(sums.reset_index()):
            if row.added > SEEN * max(answer.after.spent, 0.0):
                name = title_of(scenario.programmes, row.programme).in_(language)
                said = (money(m, scenario.money.parsed, language) for m in (row.added, row.after))
                rows.append([name, str(row.year), *said])
        if len(rows) > 1:
            yield ""
            yield from columns(rows)
    yield ""
    yield contract("extra").sentence.in_(language)


def extra_sentences(answer: Extra) -> Iterator[Text]:
    """What additional money adds to the goal and to people, and what of it finds no use."""
    if answer.gain is None or answer.net_people is None:
        return
    amount = _both_money(answer.amount, answer.before)
    yield Text(
        en=f"{amount.en} more adds {digits(answer.gain)} to the goal.",
        ko=f"추가 {amount.ko}에 따른 목표값 변화: {_signed(answer.gain)}.",
    )
    yield Text(
        en=f"Net people: {_signed(answer.net_people)}.",
        ko=f"순증 인원 변화: {_signed(answer.net_people)}명.",
    )
    if answer.gain > 0 and answer.net_people < 0:
        yield FEWER_HEADS
    if answer.lifted:
        years = ", ".join(map(str, answer.lifted))
        yield Text(
            en=f"Lifted by the same amount: the limit of {years}.",
            ko=f"같은 금액만큼 올린 연도별 한도: {years}년.",
        )
    if answer.unspent > SEEN * max(1.0, answer.after.spent):
        left = _both_money(answer.unspent, answer.before)
        yield Text(
            en=f"Of this, {left.en} finds no use under the rules.",
            ko=f"규칙상 쓸 곳이 없는 금액: {left.ko}.",
        )


def _no_room(amount: Text) -> Text:
    return Text(
        en=f"{amount.en} cannot be added within the rules while nothing is taken back.",
        ko=f"기존 지출을 유지한 채 규칙 안에서 {amount.ko} 추가 불가.",
    )


def target_data(answer: Target) -> dict[str, Any]:
    """The least money for an outcome, as nested plain data.

    `at_least` and `reached` are additional people (the goal and spending in all); `plan` passes
    `evaluate` at `budget`, which is the least money.
    """
    plan = answer.plan
    return {
        "status": str(plan.status),
        "outcome": answer.outcome,
        "at_least": answer.at_least,
        "reached": answer.reached,
        "least_money": answer.least_money,
        "budget": answer.least_money,
        "objective": plan.objective,
        "net_people": plan.totals.net_people if plan.found else None,
        "plan": plan_rows(plan),
        "holds": contract("target").data,
        "plan_in_full": plan_data(plan),
    }


def target_text(answer: Target, language: str = "en") -> str:
    """The least money for an outcome, and the best plan with that money."""
    wanted = how_many(answer.plan.scenario, answer.outcome, answer.at_least, 4)
    holds = contract("target").sentence.in_(language)
    if answer.least_money is None:
        none = Text(
            en=f"No budget reaches {wanted.en} under these rules.",
            ko=f"어떤 예산으로도 {wanted.ko} 이상 달성 불가.",
        )
        return f"{none.in_(language)}\n\n{holds}\n"
    amount = _both_money(answer.least_money, answer.plan)
    more = ("", "") if answer.outcome in ABSOLUTE else (" more than without money", " 추가")
    head = Text(
        en=f"The least money for {wanted.en}{more[0]} is {amount.en}.",
        ko=f"{wanted.ko} 이상{more[1]} 달성에 필요한 최소 예산: {amount.ko}.",
    )
    said = [head, *_free(answer)]
    page = plan_text(answer.plan, language, question="target")
    return "\n".join([*(s.in_(language) for s in said), "", page])


def _free(answer: Target) -> Iterator[Text]:
    """Where people are reached by giving up more of the goal than all this money brings."""
    plan = answer.plan
    if answer.outcome in ABSOLUTE or plan.objective is None or plan.baseline is None:
        return
    before, now = plan.baseline.totals.objective, plan.objective
    if before - now > SEEN * max(1.0, before):
        yield Text(
            en="What costs nothing is used for them instead of the goal: it falls to "
            f"{digits(now)}, from {digits(before)} without money.",
            ko="목표값 대신 이 인원에 무상 자원 사용: 목표값 "
            f"{digits(before)}(예산 없는 경우) → {digits(now)}.",
        )


def _signed(value: float) -> str:
    text = digits(value)
    return f"+{text}" if value > 0 and text != "0" else text


def _both_money(value: float, plan: Plan) -> Text:
    unit = plan.scenario.money.parsed
    return Text(en=money(value, unit, "en"), ko=money(value, unit, "ko"))
