"""The head of a memo: what is recommended in one sentence, and the figures of the decision."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import money, percent, span
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import EMPTY, Message, Words, _, in_a_row, rendered, verbatim
from optimizer.reports.memo.figures import UNKNOWN, about, roughly
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.render.blocks import Block, KeyFigure, KeyFigures
from optimizer.results.contract import contract
from optimizer.results.goal_words import worth_in_goal
from optimizer.results.page import Paragraph, Tone
from optimizer.results.plan import Plan
from optimizer.studies.uncertainty.words import interval_words

NOTHING = 1e-9
IDLE = 1e-6
"""Share of the budget below which money counts as spent."""
_CHANNELS = {"retained": _("Retained"), "attracted": _("Attracted")}


def recommendation(grounds: Grounds) -> Iterator[Block]:
    """The recommendation in one sentence, its figures, and what 'net people' means."""
    yield Paragraph(_sentence(grounds), Tone.LEAD)
    yield _key_figures(grounds)
    yield Paragraph(
        _(
            "Net people are additional people: those who would have stayed or come "
            "anyway are not counted. {terms}",
            terms=contract("additional_people").sentence,
        ),
        Tone.NOTE,
    )


def _sentence(grounds: Grounds) -> Words:
    plan = grounds.plan
    unit, last, goal = plan.scenario.money.parsed, plan.scenario.years.end, worth_in_goal(plan)
    values = {
        "spent": rendered(money, plan.spent, unit),
        "when": period(plan),
        "split": _split(plan),
        "people": about(plan.totals.net_people),
        "last": last,
        "worth": EMPTY if goal is None else _(", {goal}", goal=goal),
    }
    if plan.spent <= NOTHING:
        said = _("Nothing is spent in {when}, and nobody is added by {last}.")
    elif grounds.given is None:
        said = _(
            "Spend {spent} in {when}: {split}. This adds about {people} people by {last}{worth}."
        )
    else:
        said = _(
            "The plan at hand spends {spent} in {when}: {split}. It adds about "
            "{people} people by {last}{worth}."
        )
    said = said.filled(**values)
    if plan.unspent > IDLE * max(1.0, plan.budget):
        said += _(" Of the budget {rest} stays unspent.", rest=rendered(money, plan.unspent, unit))
    return said


def period(plan: Plan) -> Words:
    """The decision years, e.g. '2025–2028'."""
    first, last = plan.scenario.years.first, plan.scenario.years.last
    return rendered(span, str(first), str(last))


def _split(plan: Plan) -> Message:
    """The share of each programme that gets money, largest first."""
    known = plan.scenario.programmes
    shares = plan.allocation.groupby("programme", sort=False)["share"].sum()
    order = sorted(shares.items(), key=lambda item: -float(item[1]))
    parts = ((title_of(known, str(p)), percent(v)) for p, v in order if v > NOTHING)
    return in_a_row((_("{v} on {p}", v=v, p=p) for p, v in parts), ", ")


def _key_figures(grounds: Grounds) -> KeyFigures:
    plan = grounds.plan
    totals, unit = plan.totals, plan.scenario.money.parsed
    last = plan.scenario.years.end
    spread = EMPTY
    if grounds.uncertainty is not None:
        words = interval_words(grounds.uncertainty.kept, kept=True)
        spread = _("90%, {words}", words=words)
    cost = totals.cost_per_net_person
    each = verbatim(UNKNOWN) if cost is None else rendered(money, roughly(cost), unit)
    channels = (
        KeyFigure(_persons(n), channel_title(c), _("net people"))
        for c, n in totals.by_channel.items()
    )
    everybody = KeyFigure(_persons(totals.net_people), _("net people by {last}", last=last), spread)
    return KeyFigures(
        (everybody, *channels, KeyFigure(each, _("per net person"), price_basis(plan)))
    )


def _persons(number: float) -> Words:
    """A number of people as a key figure."""
    return _("{number}", number=about(number))


def channel_title(channel: str) -> Words:
    """The name of a channel in words."""
    return _CHANNELS.get(channel, verbatim(channel))


def price_basis(plan: Plan) -> Words:
    """The price basis in words; as the document states it where it is no year."""
    basis = plan.scenario.money.prices or ""
    year = basis.removeprefix("constant ")
    if year == basis or not year.isdigit():
        return verbatim(basis)
    return _("constant prices of {year}", year=year)
