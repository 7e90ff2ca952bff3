"""Why the plan is as it is and what it rests on: certificate, binding rules, weakest evidence."""

from __future__ import annotations

from collections.abc import Iterator

from optimizer.domain.wording import digits, money
from optimizer.formulation.rules.base import title_of
from optimizer.reports.memo.figures import share, tongue
from optimizer.reports.memo.grounds import Grounds
from optimizer.reports.memo.ledger import weakest_evidence
from optimizer.reports.render.blocks import Block, Bullets, Callout, Heading, Paragraph
from optimizer.results.columns import cell
from optimizer.results.goal_words import loss
from optimizer.results.plan import Plan, lines
from optimizer.studies.evaluate.words import breaches

NOTHING = 1e-6
ACCURACY = 1e-3
"""Weighted people; a smaller proved difference is told as this one."""
LIMITS = 3
"""Rule costs and binding limits told on the first pages; the annex on rules has all of them."""
SWITCHES = 2
"""Switching points told on the first pages."""


def reasons(grounds: Grounds, language: str) -> Iterator[Block]:
    """The certificate, what rules cost, and what more money would be worth."""
    t, plan = tongue(language), grounds.plan
    if grounds.given is not None:
        yield from _comparison(grounds, language)
        return
    yield Heading(t("Why this plan"))
    costs = tuple(_rule_costs(plan, language))
    limits = [r for r in lines(plan.binding) if r.kind != "capacity"][:LIMITS]
    worth = (
        f"{cell(r, 'title').in_(language)}: {cell(r, 'sentence').in_(language)}" for r in limits
    )  # fmt: skip
    yield Bullets((certificate(plan, language), *costs, *worth))


def certificate(plan: Plan, language: str) -> str:
    """What has been proved about the plan, in one sentence."""
    t = tongue(language)
    within = digits(max(plan.proved_within, ACCURACY), 1)
    if plan.whole:
        return t(
            "Certified: the rules were recomputed independently of the solver. By "
            "the solver's own bound no plan is better by more than {within} "
            "weighted people.",
            within=within,
        )
    return t(
        "Certified: recomputed independently of the solver; under these rules "
        "no plan is better by more than {within} weighted people.",
        within=within,
    )


def _rule_costs(plan: Plan, language: str) -> Iterator[str]:
    t = tongue(language)
    costly = [r for r in lines(plan.rules) if r.costs_objective > NOTHING]
    for r in costly[:LIMITS]:  # those that cost most of the goal first
        said = loss(float(r.costs_objective), float(r.costs_people))
        yield t(
            "The rule “{title}” ({owner}) {said}.",
            title=cell(r, "title"),
            owner=cell(r, "owner"),
            said=said,
        )


def _comparison(grounds: Grounds, language: str) -> Iterator[Block]:
    """A given plan beside the best one: what it leaves, what it breaks, where money would move."""
    t, given = tongue(language), grounds.given
    assert given is not None
    yield Heading(t("Against the best plan"))
    items = [s.in_(language) for s in (*given.sentences, *breaches(given))]
    idle = float(given.moves["idle"].sum())
    if idle > 1e-6 * max(1.0, grounds.plan.budget):
        rest = money(idle, grounds.plan.scenario.money.parsed, language)
        items.append(
            t("No activity can use {rest} of the money given.", rest=rest)
        )  # fmt: skip
    yield Bullets((*items, *_moves(grounds, language)))


def _moves(grounds: Grounds, language: str) -> Iterator[str]:
    """What the best plan would move, by programme, largest first."""
    t, plan, given = tongue(language), grounds.plan, grounds.given
    assert given is not None
    unit, known = plan.scenario.money.parsed, plan.scenario.programmes
    change = given.moves.groupby("programme", sort=False)["change"].sum()
    for p, v in sorted(change.items(), key=lambda item: -abs(float(item[1]))):
        if abs(v) > 1e-3 * max(1.0, plan.budget):
            title = title_of(known, str(p)).in_(language)
            sign = "+" if v > 0 else "−"
            amount = f"{title} {sign}{money(abs(v), unit, language)}"
            yield t("The best plan changes: {amount}.", amount=amount)


def rests_on(grounds: Grounds, language: str) -> Iterator[Block]:
    """The weakest evidence first, where the decision flips, and the document's own cautions."""
    t, plan = tongue(language), grounds.plan
    yield Heading(t("What it rests on"))
    assumed = share(plan.assumed_share)
    yield Paragraph(
        t("{assumed} of the net people rest on at least one assumption (grade X).", assumed=assumed)
    )
    weakest = weakest_evidence(plan, language)
    if weakest.rows:
        yield weakest
    else:
        yield Paragraph(
            t("The numbers of this document are its author's own, without evidence.")
        )  # fmt: skip
    flips = grounds.flips
    if flips.sentences:
        yield Bullets(tuple(s.in_(language) for s in flips.sentences[:SWITCHES]))
    if plan.scenario.cautions:
        cautions = tuple(" ".join(c.in_(language).split()) for c in plan.scenario.cautions)
        yield Callout(t("Read this first"), cautions)
