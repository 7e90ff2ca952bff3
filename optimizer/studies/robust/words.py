"""Plans for all draws in words: what caution costs and brings, and what foresight is worth."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite
from typing import TYPE_CHECKING

from optimizer.domain.wording import digits, money, percent
from optimizer.formulation.rules.base import title_of
from optimizer.i18n import Words, _, in_a_row, pgettext, rendered
from optimizer.results.plan import lines
from optimizer.studies.robust.unseen_draws import STANDS_OUT

if TYPE_CHECKING:
    from optimizer.studies.robust.study import Robust

NAMES = {
    "central": _("Best at the central values"),
    "mean": _("Best on average"),
    "cvar": _("Best in the worst draws"),
    "regret": _("Least largest regret"),
    "gamma": _("Guarded against bad turns"),
}
"""What each plan is called."""
SAME = 1e-6
"""Relative difference within which two plans count as equally good."""


def sentences(answer: Robust) -> Iterator[Words]:
    """What was decided when, the chosen plan, its difference to the central one, information."""
    yield _(
        "Money by programme and year is fixed now; units, places and people "
        "adapt once the numbers are known."
    )
    if not answer.found:
        yield _("No plan serves all draws under these rules.")
        return
    yield from _made_for(answer)
    yield _chosen(answer)
    yield from _elsewhere(answer)
    yield from _difference(answer)
    yield from _overfitted(answer)
    yield from _information(answer)
    yield from _guard(answer)


def _chosen(answer: Robust) -> Words:
    name, plan = NAMES[str(answer.criterion)], answer.chosen or {}
    unit, known = answer.scenario.money.parsed, answer.scenario.programmes
    sums = {p: sum(m for (q, _other), m in plan.items() if q == p) for p in known}
    parts = [(title_of(known, p), m) for p, m in sorted(sums.items(), key=lambda i: -i[1]) if m > 0]
    each = [in_a_row((title, rendered(money, m, unit)), " ") for title, m in parts]
    return _("{name}: {said}.", name=name, said=in_a_row(each, pgettext("list", ", ")))


def _made_for(answer: Robust) -> Iterator[Words]:
    if not len(answer.plans):
        return
    searched, fresh = digits(answer.draws.count, 9), digits(answer.fresh, 9)
    yield _(
        "The plans for the average, the worst draws and the largest regret are "
        "each the best by their own measure in the {searched} draws they were "
        "made for; {fresh} fresh draws then judge all plans.",
        searched=searched,
        fresh=fresh,
    )


_MEASURES = {
    "mean": _("average"),
    "cvar": _("mean of the worst draws"),
    "regret": _("largest regret"),
}


def _elsewhere(answer: Robust) -> Iterator[Words]:
    """Where another plan does better by the same measure in fresh draws, that is told."""
    way = str(answer.criterion)
    if way not in _MEASURES:
        return
    column = {"mean": "fresh_mean", "cvar": "fresh_worst_5", "regret": "fresh_regret"}[way]
    sign = -1.0 if way == "regret" else 1.0
    known = {row.plan: float(getattr(row, column)) for row in lines(answer.plans)}
    first = max(known, key=lambda plan: sign * known[plan], default=way)
    if way not in known or sign * (known[first] - known[way]) <= SAME * max(1.0, abs(known[way])):
        return
    better, own = digits(known[first]), digits(known[way])
    name, what = NAMES[first], _MEASURES[way]
    yield _(
        "In the fresh draws another plan does better by that measure: "
        "“{name}”, with {what} {better} against {own}.",
        name=name,
        what=what,
        better=better,
        own=own,
    )


def _difference(answer: Robust) -> Iterator[Words]:
    row = next((r for r in lines(answer.plans) if r.plan == str(answer.criterion)), None)
    if row is None or row.mean_gain != row.mean_gain:
        return
    count, tail = digits(answer.fresh, 9), percent(1.0 - answer.caution.level)
    for gain, error, what in (
        (row.mean_gain, row.mean_error, _("on average")),
        (
            row.worst_5_gain,
            row.worst_5_error,
            _("in the worst {tail}", tail=tail),
        ),
    ):
        size, noise = digits(abs(gain), 2), digits(error, 1)
        if abs(gain) <= max(STANDS_OUT * error, 1e-9):
            yield _(
                "In {count} fresh draws it cannot be told from the plan for the "
                "central values {what} ({size} of the goal, standard error {noise}).",
                count=count,
                what=what,
                size=size,
                noise=noise,
            )
            continue
        yield _(
            "In {count} fresh draws it {text} {size} of the goal {what} against "
            "the plan for the central values (standard error {noise}).",
            count=count,
            text=(_("gains") if gain > 0 else _("loses")),
            size=size,
            what=what,
            noise=noise,
        )


def _overfitted(answer: Robust) -> Iterator[Words]:
    """A plan made for a few bad draws that does worse in other bad draws."""
    row = next((r for r in lines(answer.plans) if r.plan == str(answer.criterion)), None)
    if row is None or answer.criterion != "cvar" or not row.worst_5_gain < -row.worst_5_error:
        return
    tail = (1.0 - answer.caution.level) * answer.draws.count
    few = digits(max(1.0, tail), 3)
    yield _(
        "It was made for the worst {few} of {count} draws and does not hold up "
        "in others; ask for more draws before relying on it.",
        few=few,
        count=digits(answer.draws.count, 9),
    )


def _information(answer: Robust) -> Iterator[Words]:
    worth = answer.information
    if worth is None or not isfinite(worth.evpi):
        return
    evpi = digits(max(0.0, worth.evpi), 2)
    yield _("Knowing the numbers beforehand would be worth {evpi} of the goal (EVPI).", evpi=evpi)
    if not isfinite(worth.vss):
        yield _("The plan for the mean of all numbers fails in some draws.")
        return
    vss = digits(max(0.0, worth.vss), 2)
    yield _(
        "Planning for all draws instead of the mean of all numbers is worth {vss} (VSS).", vss=vss
    )


def _guard(answer: Robust) -> Iterator[Words]:
    known, gamma = answer.guarded, digits(answer.caution.gamma, 3)
    if known.guaranteed is None or known.price is None:
        yield _("No plan fixed in full now holds when {gamma} numbers turn out badly.", gamma=gamma)
        return
    sure, price = digits(known.guaranteed, 2), digits(known.price, 2)
    yield _(
        "Fixing units and people now as well, {sure} of the goal are certain "
        "in any case in which up to {gamma} numbers turn out badly in each "
        "rule; the price of that certainty is {price}.",
        sure=sure,
        gamma=gamma,
        price=price,
    )
