"""A given plan beside the best one in words: the goal with the goal, heads with heads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from optimizer.domain.wording import digits
from optimizer.formulation.limit_words import limit_words
from optimizer.i18n import Words, _, ngettext, pgettext, verbatim
from optimizer.results.columns import cell
from optimizer.results.plan import lines

if TYPE_CHECKING:
    from optimizer.studies.evaluate.study import Evaluation

SAME = 1e-6
"""Share of the goal, or of people, within which two plans count as equal."""
FEWER_HEADS = _(
    "Fewer people make a larger goal here, because of the weights of tiers, channels and years."
)
"""Why heads fall while the goal rises."""


def sentences(answer: Evaluation) -> Iterator[Words]:
    """The goal, then heads, of a given plan, each beside those of the best plan.

    A plan that breaks rules is not measured against the best one as if it were one of its kind.
    """
    if not answer.plan.found:
        return
    yield from _rules(answer)
    yield from beside_best(answer)


def beside_best(answer: Evaluation) -> Iterator[Words]:
    """The goal, then heads, each beside those of the best plan."""
    yield _beside(answer, _GOAL, answer.plan.objective or 0.0, answer.best.objective)
    best = answer.best.totals.net_people if answer.best.found else None
    yield _beside(answer, _HEADS, answer.plan.totals.net_people, best)
    left = answer.left_on_the_table
    if left is None:
        yield _("There is no best plan to compare with: the rules cannot hold together.")
    elif left * answer.people_left < 0 and abs(left) > SAME and abs(answer.people_left) > SAME:
        yield FEWER_HEADS


_GOAL = _("Goal")
_HEADS = _("Net people")


def _beside(answer: Evaluation, name: Words, mine: float, best: float | None) -> Words:
    here = _figure(name, mine)
    if best is None:
        return _("{name}: {here}.", name=name, here=here)
    there, gap = _figure(name, best), digits(abs(best - mine))
    kind = _("the best plan")
    if not answer.obeys:
        kind = _("the best plan that keeps every rule")
    if abs(best - mine) <= SAME * max(1.0, abs(best)):
        return _("{name}: {here}, as {kind}.", name=name, here=here, kind=kind)
    words = {"name": name, "here": here, "kind": kind, "there": there, "gap": gap}
    if best > mine:
        return _("{name}: {here}; {kind} has {there}, {gap} more.", **words)
    return _("{name}: {here}; {kind} has {there}, {gap} less.", **words)


def _figure(name: Words, value: float) -> Words:
    """The goal as a number, heads as people."""
    count = digits(value)
    return pgettext("people", "{count}", count=count) if name is _HEADS else verbatim(count)


def breaches(answer: Evaluation) -> Iterator[Words]:
    """Each rule that the plan breaks, with its limit, what the plan has, and the difference."""
    purse = answer.plan.scenario.money.parsed
    for row in lines(answer.broken):
        unit = cell(row, "unit")
        limit, actual, gap = (
            limit_words(v, unit, purse, 4) for v in (row.limit, row.actual, row.missed_by)
        )
        yield _(
            "Breaks “{title}”: {actual}, the limit is {limit} (off by {gap}).",
            title=cell(row, "title"),
            actual=actual,
            limit=limit,
            gap=gap,
        )


def _rules(answer: Evaluation) -> Iterator[Words]:
    count = answer.broken["rule"].nunique()
    if count:
        yield ngettext(
            "This plan breaks {count} rule, so that it may not be carried out as it stands.",
            "This plan breaks {count} rules, so that it may not be carried out as it stands.",
            count,
            count=count,
        )
