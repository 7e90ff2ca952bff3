"""Why the plan is as it is and what it rests on: certificate, binding rules, weakest evidence."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import digits, money
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, in_a_row, rendered
from optimizer.reports.memo.evidence import weakest_evidence
from optimizer.reports.memo.figures import share
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.render.blocks import Block, Callout
from optimizer.results.columns import cell
from optimizer.results.goal_words import loss
from optimizer.results.page import Bullets, Heading, Paragraph, on_one_line
from optimizer.results.plan import Plan, lines
from optimizer.results.plan_page import bindings
from optimizer.studies.evaluate.words import breaches

NOTHING = 1e-6
ACCURACY = 1e-3
"""Weighted people; a smaller proved difference is told as this one."""
LIMITS = 3
"""Rule costs and binding limits told on the first pages; the annex on rules has all of them."""
SWITCHES = 2
"""Switching points told on the first pages."""


def reasons(grounds: Grounds) -> Iterator[Block]:
    """The certificate, what rules cost, and what more money would be worth."""
    plan = grounds.plan
    if grounds.given is not None:
        yield from _comparison(grounds)
        return
    yield Heading(_("Why this plan"))
    costs = tuple(_rule_costs(plan))
    worth = bindings(r for r in lines(plan.binding) if r.kind != "capacity")
    yield Bullets((certificate(plan), *costs, *worth[:LIMITS]))


def certificate(plan: Plan) -> Words:
    """What has been proved about the plan, in one sentence."""
    within = digits(max(plan.proved_within, ACCURACY), 1)
    if plan.whole:
        return _(
            "Certified: the rules were recomputed independently of the solver. By "
            "the solver's own bound no plan is better by more than {within} "
            "weighted people.",
            within=within,
        )
    return _(
        "Certified: recomputed independently of the solver; under these rules "
        "no plan is better by more than {within} weighted people.",
        within=within,
    )


def _rule_costs(plan: Plan) -> Iterator[Words]:
    costly = [r for r in lines(plan.rules) if r.costs_objective > NOTHING]
    for r in costly[:LIMITS]:  # those that cost most of the goal first
        said = loss(float(r.costs_objective), float(r.costs_people))
        yield _(
            "The rule “{title}” ({owner}) {said}.",
            title=cell(r, "title"),
            owner=cell(r, "owner"),
            said=said,
        )


def _comparison(grounds: Grounds) -> Iterator[Block]:
    """A given plan beside the best one: what it leaves, what it breaks, where money would move."""
    given = grounds.given
    assert given is not None
    yield Heading(_("Against the best plan"))
    items = [*given.sentences, *breaches(given)]
    idle = float(given.moves["idle"].sum())
    if idle > 1e-6 * max(1.0, grounds.plan.budget):
        rest = rendered(money, idle, grounds.plan.scenario.money.parsed)
        items.append(_("No activity can use {rest} of the money given.", rest=rest))
    yield Bullets((*items, *_moves(grounds)))


def _moves(grounds: Grounds) -> Iterator[Words]:
    """What the best plan would move, by programme, largest first."""
    plan, given = grounds.plan, grounds.given
    assert given is not None
    unit, known = plan.scenario.money.parsed, plan.scenario.programmes
    change = given.moves.groupby("programme", sort=False)["change"].sum()
    for p, v in sorted(change.items(), key=lambda item: -abs(float(item[1]))):
        if abs(v) > 1e-3 * max(1.0, plan.budget):
            sign = " +" if v > 0 else " −"
            amount = in_a_row((title_of(known, str(p)), rendered(money, abs(v), unit)), sign)
            yield _("The best plan changes: {amount}.", amount=amount)


def rests_on(grounds: Grounds) -> Iterator[Block]:
    """The weakest evidence first, where the decision flips, and the document's own cautions."""
    plan = grounds.plan
    yield Heading(_("What it rests on"))
    assumed = share(plan.assumed_share)
    yield Paragraph(
        _("{assumed} of the net people rest on at least one assumption (grade X).", assumed=assumed)
    )
    weakest = weakest_evidence(plan)
    if len(weakest):
        yield weakest
    else:
        yield Paragraph(_("The numbers of this document are its author's own, without evidence."))
    flips = grounds.flips
    if flips.sentences:
        yield Bullets(flips.sentences[:SWITCHES])
    if plan.scenario.cautions:
        yield Callout(_("Read this first"), tuple(map(on_one_line, plan.scenario.cautions)))
