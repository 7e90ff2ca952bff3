"""How far two figures are apart, in words: a percentage where they are close, else a multiple."""

from __future__ import annotations

from optimizer.domain.base import Text
from optimizer.domain.wording import digits, percent

CLOSE = 1.5
"""Up to this ratio a difference is told as a percentage, beyond it as a multiple."""
SAME = 1e-6
"""Figures nearer than this, as a share of the larger, do not differ: solvers are no more exact."""


def spread(most: float, least: float) -> float:
    """(most - least) over the larger of their sizes: 0 where equal, 1 where one of them is 0."""
    size = max(abs(most), abs(least))
    apart = (most - least) / size if size > 0 else 0.0
    return apart if apart > SAME else 0.0


def apart(first: Text, most: float, last: Text, least: float, difference: Text) -> Text:
    """How far the largest figure (of `first`) is above the smallest (of `last`).

    `difference` says most - least with its unit, for figures that have no ratio.
    """
    if spread(most, least) == 0.0:
        return Text(en="no difference", ko="차이 없음")
    if least <= 0:
        return Text(en=f"{difference.en} apart", ko=f"{difference.ko} 차이")
    ratio = most / least
    if ratio <= CLOSE:
        more = percent(ratio - 1.0)
        return Text(
            en=f"{first.en} has {more} more than {last.en}",
            ko=f"최대 ‘{first.ko}’: 최소 ‘{last.ko}’보다 {more} 높음",
        )
    times = digits(ratio, 2)
    return Text(
        en=f"{first.en} has {times} times the figure of {last.en}",
        ko=f"최대 ‘{first.ko}’: 최소 ‘{last.ko}’의 {times}배",
    )
