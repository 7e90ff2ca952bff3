"""The plan in words, most important first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.formulation.sums import CHANNELS
from optimizer.i18n import EMPTY, Words, _, in_a_row, pgettext, rendered, verbatim
from optimizer.results.columns import cell
from optimizer.results.goal_words import loss, worth_in_goal
from optimizer.results.plan import Plan, lines

NOTHING = 1e-9
SHOWS = 0.005
"""Share of all people from which on those of the baseline are spoken of."""


def with_sentences(plan: Plan) -> Plan:
    """The plan with its sentences; without a plan, one sentence that says why."""
    return replace(plan, sentences=tuple(_sentences(plan) if plan.found else why_not(plan)))


def why_not(plan: Plan) -> Iterator[Words]:
    """Why there is no plan."""
    yield {
        "infeasible": _("These rules cannot hold together; no plan obeys all of them."),
        "stopped": _("The search was stopped before the best plan was proved."),
        "unbounded": _("Nothing limits the people: some activity costs nothing and has no limit."),
    }.get(
        str(plan.status),
        _("No plan passed its certificate; nothing is shown as best."),
    )


def _sentences(plan: Plan) -> Iterator[Words]:
    yield _headline(plan)
    if plan.totals.net_people > NOTHING:
        yield _channels(plan)
    yield from _baseline(plan)
    if plan.spent > NOTHING:
        yield _largest(plan)
    if plan.unspent > 1e-6 * max(1.0, plan.budget):
        yield _unspent(plan)
    if plan.liability > 1e-6 * max(1.0, plan.budget):
        yield _liability(plan)
    yield from _rule_costs(plan)
    yield from plan.near_ties
    if plan.whole:
        yield _whole(plan)
    if plan.totals.net_people > NOTHING:
        yield _assumptions(plan)


def _headline(plan: Plan) -> Words:
    people, unit = digits(plan.totals.net_people, 2), plan.scenario.money.parsed
    last, goal = plan.scenario.years.end, worth_in_goal(plan)
    worth = EMPTY if goal is None else pgettext("brackets", ", {goal}", goal=goal)
    return _(
        "{people} additional people by {last} for {spent}{worth}.",
        people=people,
        last=last,
        spent=rendered(money, plan.spent, unit),
        worth=worth,
    )


def _baseline(plan: Plan) -> Iterator[Words]:
    """Who comes or stays without this budget, where that would show in the headline."""
    before = 0.0 if plan.baseline is None else plan.baseline.net_people
    if before > SHOWS * max(plan.everyone.net_people, NOTHING):
        count = digits(before, 2)
        yield _(
            "Without this budget {count} would come or stay; they are not counted.", count=count
        )


def _channels(plan: Plan) -> Words:
    by, unit = plan.totals.by_channel, plan.scenario.money.parsed
    names = {c: CHANNELS.get(c) or verbatim(c) for c in by}
    parts = [_("{count} {title}", count=digits(n, 2), title=names[c]) for c, n in by.items()]
    said, cost = in_a_row(parts, pgettext("list", ", ")), plan.totals.cost_per_net_person
    if cost is None:
        return _("{said}.", said=said)
    return _("{said}, {cost} each.", said=said, cost=rendered(money, cost, unit, significant=2))


def _largest(plan: Plan) -> Words:
    shares = plan.allocation.groupby("programme", sort=False)["share"].sum()
    name = str(shares.idxmax())
    title, share = title_of(plan.scenario.programmes, name), percent(float(shares.max()))
    if shares.max() > 0.5:
        return _("Most of the money, {share}, goes to {title}.", share=share, title=title)
    return _("The largest share, {share}, goes to {title}.", share=share, title=title)


def _liability(plan: Plan) -> Words:
    unit, last = plan.scenario.money.parsed, plan.scenario.years.last
    due = rendered(money, plan.liability, unit)
    return _(
        "{due} more falls due after {last}: committed now, but not part of this budget.",
        due=due,
        last=last,
    )


def _unspent(plan: Plan) -> Words:
    unit = plan.scenario.money.parsed
    blocking = [
        cell(r, "title")
        for r in lines(plan.binding)
        if r.kind != "total_budget" and r.price_up > NOTHING
    ][:3]
    unspent = rendered(money, plan.unspent, unit)
    if blocking:
        limits = in_a_row(blocking, pgettext("list", "; "))
        return _("{unspent} stays unspent, held back by {limits}.", unspent=unspent, limits=limits)
    return _(
        "{unspent} stays unspent: spending it would add nothing to the goal under these rules.",
        unspent=unspent,
    )


def _rule_costs(plan: Plan) -> Iterator[Words]:
    costly = [r for r in lines(plan.rules) if r.costs_objective > 1e-6]
    for r in sorted(costly, key=lambda r: -float(r.costs_objective))[:4]:
        said = loss(float(r.costs_objective), float(r.costs_people))
        yield _("“{title}” {said}.", title=cell(r, "title"), said=said)


def _whole(plan: Plan) -> Words:
    within = digits(max(plan.proved_within, 1e-6), 1)
    return _(
        "Some decisions are whole numbers: found by search, proved within "
        "{within} weighted people of the best.",
        within=within,
    )


def _assumptions(plan: Plan) -> Words:
    share = percent(plan.assumed_share)
    return _("{share} of these people rest on at least one assumption (grade X).", share=share)
