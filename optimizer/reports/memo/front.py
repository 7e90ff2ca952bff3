"""The head of a memo: what is recommended in one sentence, and the figures of the decision."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import money, percent, span
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import _
from optimizer.reports.memo.figures import UNKNOWN, about, roughly, tongue
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.render.blocks import Block, KeyFigure, KeyFigures, Paragraph, Tone
from optimizer.results.contract import contract
from optimizer.results.goal_words import worth_in_goal
from optimizer.results.plan import Plan
from optimizer.studies.uncertainty.words import interval_words

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
            "Net people are additional people: those who would have stayed or come "
            "anyway are not counted. {terms}",
            terms=terms,
        ),
        Tone.NOTE,
    )


def _sentence(grounds: Grounds, language: str) -> str:
    plan, t = grounds.plan, tongue(language)
    unit, last = plan.scenario.money.parsed, plan.scenario.years.last
    spent, people = money(plan.spent, unit, language), about(plan.totals.net_people)
    when, split = period(plan, language), _split(plan, language)
    goal = worth_in_goal(plan)
    worth = "" if goal is None else t(", {goal}", goal=goal)
    if plan.spent <= NOTHING:
        said = t("Nothing is spent in {when}, and nobody is added by {last}.", when=when, last=last)
    elif grounds.given is None:
        said = t(
            "Spend {spent} in {when}: {split}. This adds about {people} people by {last}{worth}.",
            spent=spent,
            when=when,
            split=split,
            people=people,
            last=last,
            worth=worth,
        )
    else:
        said = t(
            "The plan at hand spends {spent} in {when}: {split}. It adds about "
            "{people} people by {last}{worth}.",
            spent=spent,
            when=when,
            split=split,
            people=people,
            last=last,
            worth=worth,
        )
    if plan.unspent > IDLE * max(1.0, plan.budget):
        rest = money(plan.unspent, unit, language)
        said += t(" Of the budget {rest} stays unspent.", rest=rest)
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
    return ", ".join(t("{v} on {p}", v=v, p=p) for p, v in parts)  # fmt: skip


def _key_figures(grounds: Grounds, language: str) -> KeyFigures:
    t, plan = tongue(language), grounds.plan
    totals, unit = plan.totals, plan.scenario.money.parsed
    last = plan.scenario.years.last
    spread = ""
    if grounds.sureness is not None:
        words = interval_words(grounds.sureness.kept, kept=True).in_(language)
        spread = t("90%, {words}", words=words)
    cost = totals.cost_per_net_person
    each = UNKNOWN if cost is None else money(roughly(cost), unit, language)
    channels = (
        KeyFigure(_persons(n, language), channel_title(c, language), t("net people"))
        for c, n in totals.by_channel.items()
    )
    everybody = KeyFigure(
        _persons(totals.net_people, language),
        t("net people by {last}", last=last),
        spread,
    )
    price = KeyFigure(each, t("per net person"), price_basis(plan, language))
    return KeyFigures((everybody, *channels, price))


def _persons(number: float, language: str) -> str:
    """A number of people as a key figure."""
    return _("{number}", number=about(number)).in_(language)


def channel_title(channel: str, language: str) -> str:
    """The name of a channel in words."""
    t = tongue(language)
    return {"retained": t("Retained"), "attracted": t("Attracted")}.get(channel, channel)


def price_basis(plan: Plan, language: str) -> str:
    """The price basis in words; as the document states it where it is no year."""
    basis = plan.scenario.money.prices or ""
    year = basis.removeprefix("constant ")
    if year == basis or not year.isdigit():
        return basis
    return _("constant prices of {year}", year=year).in_(language)
