"""After every solve a short battery of checks: does the plan deserve the trust it will get?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import EMPTY, Words, _, in_a_row, pgettext, rendered
from optimizer.inputs.evidence import load_evidence
from optimizer.results.columns import cell
from optimizer.results.plan import Plan, lines

LEANING = 0.3
"""Share of the net people resting on assumptions above which a plan is to be looked at."""
NARROW = 0.01
"""A price that holds for less than this share of its limit is to be looked at."""


class Verdict(StrEnum):
    """Outcome of one check."""

    PASS = "pass"
    LOOK = "look"
    FAIL = "fail"


@dataclass(frozen=True)
class Review:
    """One check of a plan: what was found and what to do about it."""

    key: str
    verdict: Verdict
    finding: Words
    advice: Words


def review(plan: Plan) -> tuple[Review, ...]:
    """Every check of REVIEWS on a plan; nothing for a scenario that has no plan.

    Example:
        >>> from optimizer import api as tb
        >>> checks = tb.review(tb.solve(tb.example()))
        >>> [(check.key, str(check.verdict)) for check in checks][:3]
        [('certificate', 'pass'), ('assumptions', 'look'), ('unspent', 'pass')]
    """
    return tuple(one(plan) for one in REVIEWS) if plan.found else ()


def certified(plan: Plan) -> Review:
    """The solver's answer was checked independently."""
    certificate = plan.solution.certificate
    good = certificate is not None and certificate.passed
    room = digits(max(plan.proved_within, 1e-6), 1)
    return Review(
        "certificate",
        Verdict.PASS if good else Verdict.FAIL,
        _("Checked independently of the solver; no plan is better by more than {room}.", room=room)
        if good
        else _("The independent check failed."),
        _("Nothing to do.") if good else _("Do not use this plan; report the document."),
    )


def leans_on_assumptions(plan: Plan) -> Review:
    """How much of the outcome nobody has measured."""
    share = plan.assumed_share
    look = share > LEANING
    return Review(
        "assumptions",
        Verdict.LOOK if look else Verdict.PASS,
        _(
            "{share} of the net people rest on at least one assumption (grade X).",
            share=percent(share),
        ),
        _("Show the range, not only the number, and see where the decision flips.")
        if look
        else _("Nothing to do."),
    )


def money_unspent(plan: Plan) -> Review:
    """Money that the plan does not use."""
    idle = plan.unspent > 1e-6 * max(1.0, plan.budget)
    unit, worth = plan.scenario.money.parsed, plan.budget_worth
    vain = worth is not None and not plan.whole and worth.up <= 1e-9
    return Review(
        "unspent",
        Verdict.LOOK if idle else Verdict.PASS,
        _("{unspent} stays unspent.", unspent=rendered(money, plan.unspent, unit))
        if idle
        else _("The whole budget is used."),
        _("Nothing to do.")
        if not idle
        else _("See what holds the plan back; more money would not help.")
        if vain
        else _("See what holds the plan back."),
    )


def prices_hold_far_enough(plan: Plan) -> Review:
    """Whether 'one more is worth …' holds for more than a hair."""
    narrow = [
        r
        for r in lines(plan.binding)
        if r.kind != "capacity"
        and abs(float(r.rhs)) > 0
        and _reach(float(r.rhs), float(r.holds_from), float(r.holds_to)) < NARROW
    ]
    return Review(
        "price_ranges",
        Verdict.LOOK if narrow else Verdict.PASS,
        _(
            "Prices that hold only for a very small change: {limits}.",
            limits=in_a_row((cell(r, "title") for r in narrow), pgettext("list", "; ")),
        )
        if narrow
        else _("Prices hold over useful ranges."),
        _("Change the limit itself and solve again instead of multiplying the price.")
        if narrow
        else _("Nothing to do."),
    )


def _reach(rhs: float, low: float, high: float) -> float:
    sides = [abs(end - rhs) for end in (low, high) if isfinite(end)]
    return max(sides, default=1.0) / abs(rhs)


def one_programme_takes_all(plan: Plan) -> Review:
    """Whether the plan puts nearly everything on one card."""
    shares = plan.allocation.groupby("programme", sort=False)["share"].sum()
    share = float(shares.max()) if len(shares) else 0.0
    look = share > 0.9 and len(shares) > 1
    title = title_of(plan.scenario.programmes, str(shares.idxmax())) if len(shares) else EMPTY
    return Review(
        "concentration",
        Verdict.LOOK if look else Verdict.PASS,
        _("{title} gets {share} of the money.", title=title, share=percent(share)),
        _("One number decides this; see how far it may move before the plan changes.")
        if look
        else _("Nothing to do."),
    )


def nothing_else_is_as_good(plan: Plan) -> Review:
    """Whether quite another plan would be next to as good."""
    ties = plan.near_ties
    return Review(
        "near_ties",
        Verdict.LOOK if ties else Verdict.PASS,
        in_a_row(ties, " ") if ties else _("No programme's money can change much without a loss."),
        _("Choose among the near ties by what the model leaves out.")
        if ties
        else _("Nothing to do."),
    )


def within_orders_of_magnitude(plan: Plan) -> Review:
    """Whether the outcome is of the size the country's flows allow."""
    years = len(plan.scenario.years.outcomes)
    flow = yearly_net_flow(plan.scenario.country)
    people = plan.totals.net_people
    look = flow is not None and people > flow * years
    return Review(
        "orders_of_magnitude",
        Verdict.LOOK if look else Verdict.PASS,
        _(
            "{people} net people against a yearly net flow of about {flow} for {years} years.",
            people=digits(people, 2),
            flow=digits(flow),
            years=years,
        )
        if flow is not None
        else _("No published flow to compare with."),
        _("The plan promises more people than leave; check yields and pools before use.")
        if look
        else _("Nothing to do."),
    )


def yearly_net_flow(country: str | None) -> float | None:
    """Net flow of AI talent of a country [persons a year], from the evidence; None if unknown."""
    found = load_evidence().parameters.get("bas_net_heads")
    if found is None or found.value is None or found.scope[:3] != country:
        return None
    return abs(found.value)


REVIEWS: tuple[Callable[[Plan], Review], ...] = (
    certified,
    leans_on_assumptions,
    money_unspent,
    prices_hold_far_enough,
    nothing_else_is_as_good,
    one_programme_takes_all,
    within_orders_of_magnitude,
)
