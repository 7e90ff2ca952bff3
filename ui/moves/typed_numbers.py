"""What a planner types into a box for a number: understood as it is meant, or refused; pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from math import inf

from optimizer.api import desk as api
from optimizer.api.desk import _

LONGEST = 60
"""Characters of a number."""


@dataclass(frozen=True)
class Box:
    """What a box asks for: the size of its unit in that of the value, and what the value may be.

    With `money` other units of that money are understood; a `share` is typed in per cent.
    """

    size: float = 1.0
    least: float = -inf
    most: float = inf
    money: api.Unit | None = None
    share: bool = False
    whole: bool = False

    def shown(self, value: float) -> str:
        """A value as it stands in the box, to six digits."""
        return f"{float(f'{value / self.size:.6g}'):,.10g}"


@dataclass(frozen=True)
class Refusal:
    """Why a text is not taken."""

    said: api.Message


def read(text: str, box: Box) -> float | Refusal:
    """The value that is meant, in its own unit; a text of several meanings is never guessed at."""
    given = text.strip()[:LONGEST]
    tidy = unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()
    value = _value(tidy, box) if len(tidy) <= LONGEST else None
    if value is None:
        meant = api.plainly(tidy.rstrip("% "))
        if meant is None or api.number_in(meant) is None:
            return Refusal(_("“{text}” was not taken: it is no number.", text=given))
        return Refusal(
            _(
                "“{text}” was not taken: it can be read in several ways. Write {meant}, if that "
                "is meant.",
                text=given,
                meant=meant,
            )
        )
    if box.whole and value != round(value):
        return Refusal(_("“{text}” was not taken: only whole numbers.", text=given))
    if not box.least <= value <= box.most:
        said = (
            _("“{text}” was not taken: the least is {limit}.")
            if value < box.least
            else _("“{text}” was not taken: the most is {limit}.")
        )
        limit = box.least if value < box.least else box.most
        return Refusal(
            said.filled(text=given, limit=box.shown(limit) + (" %" if box.share else ""))
        )
    return value


def _value(text: str, box: Box) -> float | None:
    if box.share:
        text = text.removesuffix("%").rstrip()
    plain = api.number_in(text)
    if plain is not None:
        return float(f"{plain * box.size:.12g}")
    return None if box.money is None else api.amount_in(text, box.money)
