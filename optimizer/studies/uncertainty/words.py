"""A study of uncertainty in words, most important first."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan
from typing import TYPE_CHECKING

from optimizer.domain.wording import digits, percent, reach
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import EMPTY, Words, _, in_a_row, pgettext, rendered
from optimizer.results.plan import lines
from optimizer.studies.uncertainty.precision import Interval

if TYPE_CHECKING:
    from optimizer.studies.uncertainty.study import UnderUncertainty

SEEN = 0.05
"""People: ends that are known better are told without a margin."""
NOTHING = EMPTY
RARE = 5e-3
"""Programmes that lead in a smaller share of the draws are not spoken of."""


def sentences(answer: UnderUncertainty) -> Iterator[Words]:
    """The spread of the outcome, who leads, what the central plan loses, what failed."""
    found = int(answer.outcomes.found.sum())
    if found:
        yield from _spread(answer)
        yield _leads(answer)
        yield from _regret(answer)
    if found < answer.draws.count:
        yield _failed(answer)
    if found and answer.median_gap > 0.0:
        yield _accuracy(answer)
    if found and isnan(answer.median_gap):
        yield _(
            "Something is decided in whole numbers; how much finer steps of supply "
            "curves could add is then not certified."
        )
    if answer.outcomes.out_of_order.any():
        yield _out_of_order(answer)


def interval_words(found: Interval, *, kept: bool) -> Words:
    """The ends of a 90% interval under its one name: plan kept, or best again."""
    ends = _ends(found)
    if kept:
        return _("plan kept: {ends} people", ends=ends)
    return _("best again: {ends} people", ends=ends)


def _ends(found: Interval) -> Words:
    """Both ends, or the one figure where they read alike."""
    low, high = (digits(v, 2) for v in (found.low, found.high))
    return rendered(reach, low, high)


def _constant(found: Interval) -> bool:
    """Whether both ends read alike."""
    return digits(found.low, 2) == digits(found.high, 2)


def _spread(answer: UnderUncertainty) -> Iterator[Words]:
    count = digits(int(answer.outcomes.found.sum()), 9)
    kept, again = answer.interval(), answer.interval(None)
    if kept is not None and _constant(kept):
        ends = _ends(kept)
        yield _(
            "Plan kept: {ends} people more in at least 90% of {count} draws.",
            ends=ends,
            count=count,
        )
    elif kept is not None:
        ends, middle, give = _ends(kept), digits(kept.middle, 2), _give(kept)
        yield _(
            "Plan kept: {ends} people more in 90% of {count} draws, half of them "
            "above {middle}{give}.",
            ends=ends,
            count=count,
            middle=middle,
            give=give,
        )
    if again is not None:
        ends, middle = _ends(again), digits(again.middle, 2)
        half = NOTHING if _constant(again) else _(", half of them above {middle}", middle=middle)
        yield _("Best again in every draw: {ends} people more{half}.", ends=ends, half=half)


def _give(found: Interval) -> Words:
    """How far other draws might move the ends, where that is known."""
    error = 2.0 * max(found.low_error, found.high_error)
    if isnan(error) or error < SEEN:
        return NOTHING
    said = digits(error, 1)
    return _(" (ends known to about ±{said})", said=said)


def _leads(answer: UnderUncertainty) -> Words:
    known = answer.scenario.programmes
    rows = sorted(lines(answer.programmes), key=lambda r: -r.leads)
    parts = [(title_of(known, r.programme), percent(r.leads)) for r in rows if r.leads > RARE]
    if not parts:
        return _("No programme gets any money.")
    said = [_("{title} in {share}", title=title, share=share) for title, share in parts]
    leads = in_a_row(said, pgettext("list", ", "))
    return _("Most of the money goes to {leads} of the draws.", leads=leads)


def plan_words(name: str) -> Words:
    """A plan whose losses are told."""
    return _("The central plan") if name == "central" else _("'{plan}'", plan=name)


def _regret(answer: UnderUncertainty) -> Iterator[Words]:
    for row in lines(answer.regret):
        share, most = percent(row.mean_share), digits(row.p95, 2)
        name = plan_words(row.plan)
        people = digits(row.mean, 2)
        yield _(
            "{name} loses {people} weighted people on average against the best "
            "plan of each draw ({share} of it), and at most {most} in 95% of them.",
            name=name,
            people=people,
            share=share,
            most=most,
        )


def _failed(answer: UnderUncertainty) -> Words:
    count = answer.draws.count
    lost = count - int(answer.outcomes.found.sum())
    share, rules = percent(lost / count), ""
    if len(answer.conflicts):
        rules = str(answer.conflicts["rules"].iloc[0])
    if not rules:
        return _(
            "In {share} of the draws ({lost}) no plan obeys all rules.", share=share, lost=lost
        )
    return _(
        "In {share} of the draws ({lost}) no plan obeys all rules, mostly because these cannot "
        "hold together: {rules}.",
        share=share,
        lost=lost,
        rules=rules,
    )


def _out_of_order(answer: UnderUncertainty) -> Words:
    share = percent(float(answer.outcomes.out_of_order.mean()))
    return _(
        "In {share} of the draws a later band is cheaper or yields more than "
        "an earlier one, and is then taken first. Let such numbers move "
        "together (uncertainty.groups).",
        share=share,
    )


def _accuracy(answer: UnderUncertainty) -> Words:
    middle, most = percent(answer.median_gap), percent(answer.largest_gap)
    return _(
        "Supply curves are stepped: finer steps could add at most {middle} in "
        "the median draw and {most} in any (certified).",
        middle=middle,
        most=most,
    )
