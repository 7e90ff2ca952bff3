"""The head of a memo: what is recommended in one sentence, and the figures of the decision."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import money, percent, span
from optimizer.formulation.rules.base import title_of
from optimizer.reports.memo.blocks import Block, KeyFigure, KeyFigures, Paragraph, Tone
from optimizer.reports.memo.figures import UNKNOWN, about, roughly, tongue
from optimizer.reports.memo.grounds import Grounds
from optimizer.results.contract import contract
from optimizer.results.goal_words import worth_in_goal
from optimizer.results.plan import Plan
from optimizer.studies.uncertainty_words import interval_words

NOTHING = 1e-9
IDLE = 1e-6
"""Share of the budget below which money counts as spent."""


def recommendation(grounds: Grounds, language: str) -> Iterator[Block]:
    """The recommendation in one sentence, its figures, and what 'net people' means."""
    yield Paragraph(_sentence(grounds, language), Tone.LEAD)
    yield _key_figures(grounds, language)
    t = tongue(language)
    terms = contract("additional_people").sentence.in_(language)
    yield Paragraph(
        t(
            "Net people are additional people: those who would have stayed or come anyway are not "
            f"counted. {terms}",
            f"순증 인원은 지원이 없어도 남거나 왔을 인원을 제외한 추가 인원임. {terms}",
        ),
        Tone.NOTE,
    )


def _sentence(grounds: Grounds, language: str) -> str:
    plan, t = grounds.plan, tongue(language)
    unit, last = plan.scenario.money.parsed, plan.scenario.years.last
    spent, people = money(plan.spent, unit, language), about(plan.totals.net_people)
    when, split = period(plan, language), _split(plan, language)
    goal = worth_in_goal(plan)
    worth = "" if goal is None else t(f", {goal.en}", f", {goal.ko}")
    if plan.spent <= NOTHING:
        said = t(
            f"Nothing is spent in {when}, and nobody is added by {last}.",
            f"{when}년 집행액 없음. 순증 인원 없음({last}년까지).",
        )
    elif grounds.given is None:
        said = t(
            f"Spend {spent} in {when}: {split}. This adds about {people} people by {last}{worth}.",
            f"{when}년 {spent} 배분 권고: {split}. 인재 약 {people}명 순증({last}년까지{worth}).",
        )
    else:
        said = t(
            f"The plan at hand spends {spent} in {when}: {split}. "
            f"It adds about {people} people by {last}{worth}.",
            f"제시된 배분안은 {when}년 {spent}: {split}. "
            f"인재 약 {people}명 순증({last}년까지{worth}).",
        )
    if plan.unspent > IDLE * max(1.0, plan.budget):
        rest = money(plan.unspent, unit, language)
        said += t(f" Of the budget {rest} stays unspent.", f" 예산 중 {rest} 미집행.")
    return said


def period(plan: Plan, language: str) -> str:
    """The decision years, e.g. '2025–2028'."""
    first, last = plan.scenario.years.first, plan.scenario.years.last
    return span(str(first), str(last), language) if first != last else str(first)


def _split(plan: Plan, language: str) -> str:
    """The share of each programme that gets money, largest first."""
    t, known = tongue(language), plan.scenario.programmes
    shares = plan.allocation.groupby("programme", sort=False)["share"].sum()
    order = sorted(shares.items(), key=lambda item: -float(item[1]))
    parts = [(title_of(known, str(p)), percent(v)) for p, v in order if v > NOTHING]
    return ", ".join(t(f"{v} on {p.en}", f"{p.ko} {v}") for p, v in parts)  # fmt: skip


def _key_figures(grounds: Grounds, language: str) -> KeyFigures:
    t, plan = tongue(language), grounds.plan
    totals, unit = plan.totals, plan.scenario.money.parsed
    last, person = plan.scenario.years.last, t("", "명")
    spread = ""
    if grounds.sureness is not None:
        words = interval_words(grounds.sureness.kept, kept=True).in_(language)
        spread = t(f"90%, {words}", f"90% 구간({words})")
    cost = totals.cost_per_net_person
    each = UNKNOWN if cost is None else money(roughly(cost), unit, language)
    channels = (
        KeyFigure(f"{about(n)}{person}", channel_title(c, language), t("net people", "순증 인원"))
        for c, n in totals.by_channel.items()
    )
    everybody = KeyFigure(
        f"{about(totals.net_people)}{person}",
        t(f"net people by {last}", f"{last}년까지 순증 인원"),
        spread,
    )
    price = KeyFigure(each, t("per net person", "순증 인원 1인당"), price_basis(plan, language))
    return KeyFigures((everybody, *channels, price))


def channel_title(channel: str, language: str) -> str:
    """The name of a channel in words."""
    t = tongue(language)
    return {"retained": t("Retained", "잔류"), "attracted": t("Attracted", "유치")}.get(
        channel, channel
    )


def price_basis(plan: Plan, language: str) -> str:
    """The price basis in words; as the document states it where it is no year."""
    basis = plan.scenario.money.prices or ""
    year = basis.removeprefix("constant ")
    if year == basis or not year.isdigit():
        return basis
    return tongue(language)(f"constant prices of {year}", f"{year}년 불변가격")
