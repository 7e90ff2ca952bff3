"""How far two figures are apart, in words: a percentage where they are close, else a multiple."""

from __future__ import annotations

from optimizer.domain.wording import digits, percent
from optimizer.i18n import Words, _

CLOSE = 1.5
"""Up to this ratio a difference is told as a percentage, beyond it as a multiple."""
SAME = 1e-6
"""Figures nearer than this, as a share of the larger, do not differ: solvers are no more exact."""


def spread(most: float, least: float) -> float:
    """(most - least) over the larger of their sizes: 0 where equal, 1 where one of them is 0."""
    size = max(abs(most), abs(least))
    apart = (most - least) / size if size > 0 else 0.0
    return apart if apart > SAME else 0.0


def apart(first: Words, most: float, last: Words, least: float, difference: Words) -> Words:
    """How far the largest figure (of `first`) is above the smallest (of `last`).

    `difference` says most - least with its unit, for figures that have no ratio.
    """
    if spread(most, least) == 0.0:
        return _("no difference")
    if least <= 0:
        return _("{difference} apart", difference=difference)
    ratio = most / least
    if ratio <= CLOSE:
        more = percent(ratio - 1.0)
        return _("{first} has {more} more than {last}", first=first, more=more, last=last)
    times = digits(ratio, 2)
    return _("{first} has {times} times the figure of {last}", first=first, times=times, last=last)
